"""Entries as a list gives them: one for each row, by the columns that a coordinator confirmed."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from models.importing.columns import answers, consents, heading, parts as parts_of, roles
from models.importing.columns.listing import Line, Listing, Role
from models.refusal import Reason, Refusal
from models.sheets.batches import Given
from models.terms import Kind

_ADDRESSED = re.compile(r"[<(\[]?\s*(?:mailto:)?([^\s@<>()\[\],;:\"]+@(?:[\w-]+\.)+[^\W\d_]{2,})\s*[>)\]]?")


def given(
    listing: Listing,
    columns: Mapping[Role, int],
    kind: Kind,
    *,
    asked: Sequence[consents.Asked] = (),
    without_country: bool = False,
) -> list[Given]:
    """Every row; ``kind`` is what those are of which neither a column nor a heading says it, ``asked`` the columns that
    say something of printing, ``without_country`` as it is said of :class:`Given`.

    Refuses NO_NAME_COLUMN(example).
    """
    if Role.NAME not in columns and Role.LAST_NAME not in columns:
        example = next((one for one in listing.headings if one), "column 1")
        raise Refusal(Reason.NO_NAME_COLUMN, example=example)
    return list(_rows(listing, columns, kind, asked, without_country=without_country))


def kinds(listing: Listing, columns: Mapping[Role, int]) -> Iterator[Kind | None]:
    """What the list itself says of each row."""
    place = columns.get(Role.KIND)
    for line in listing.lines:
        yield (heading.kind_of(line.cells[place]) if place is not None else None) or line.kind


def _rows(
    listing: Listing,
    columns: Mapping[Role, int],
    kind: Kind,
    asked: Sequence[consents.Asked],
    *,
    without_country: bool,
) -> Iterator[Given]:
    # A name is parted only where the list has no other place for what is behind it.
    place = columns.get(Role.AFFILIATION)
    apart = place is not None and parts_of.BEHIND not in listing.headings[place]
    parts = not apart and Role.LAST_NAME not in columns and Role.DECISION not in columns
    located = Role.COUNTRY not in columns and Role.DECISION not in columns
    for line, said in zip(listing.lines, kinds(listing, columns), strict=True):
        row = _row(line, columns, said, kind, parts=parts, located=located, without_country=without_country)
        answer = consents.answer(line, asked)
        if answer is not None:
            unclear = "" if answer.column is None else roles.label(listing, answer.column)
            row = replace(row, consent=answer.text, unclear=unclear)
        yield row


def _row(
    line: Line,
    columns: Mapping[Role, int],
    said: Kind | None,
    kind: Kind,
    *,
    parts: bool,
    located: bool,
    without_country: bool,
) -> Given:
    def cell(role: Role) -> str:
        return line.cells[columns[role]] if role in columns else ""

    full = " ".join(filter(None, (cell(Role.FIRST_NAME), cell(Role.LAST_NAME))))
    person, contact = _unaddressed(cell(Role.PERSON) or full)
    name, beside = _named_with_address(cell(Role.NAME))
    whole, stated = name, cell(Role.COUNTRY) or line.country
    country = stated
    if located and not country and (said or kind) is Kind.INDIVIDUAL:  # a body's may be its branch
        name, country = parts_of.located(name)
    affiliation, contact = cell(Role.AFFILIATION), contact or beside
    both = bool(person and name)
    if Role.NAME not in columns:
        name, said = full, said or Kind.INDIVIDUAL
    elif (said or kind) is Kind.INDIVIDUAL and person:
        # A form for both sorts asks a person for the employer where an organisation gives its name.
        name, affiliation = person, affiliation or name
    elif not name and person:
        name, said = person, said or Kind.INDIVIDUAL
    individual = (said or kind) is Kind.INDIVIDUAL
    parted = ""
    if individual and parts and not affiliation and not both:
        name, affiliation = parts_of.person(name)
        if located and not country and parts_of.is_country(affiliation):
            country, affiliation = affiliation, ""
        elif located and not country:
            name, country = parts_of.located(name)
        parted = whole if affiliation else ""
    position, website = cell(Role.POSITION), cell(Role.WEBSITE)
    # What has no field of its own for this kind is kept for those who decide.
    aside = (position, website) if individual else (affiliation,)
    return Given(
        row=line.number,
        sheet=line.sheet,
        loose=line.loose,
        name=name,
        kind=said or kind,
        country=country,
        website="" if individual else website,
        affiliation=affiliation if individual else "",
        branch=cell(Role.BRANCH),
        place=cell(Role.PLACE),
        note="; ".join(filter(None, (cell(Role.NOTE), *aside))),
        person="" if individual else ", ".join(filter(None, (person, position))),
        decision=answers.decision(cell(Role.DECISION)),
        contact=_unaddressed(cell(Role.EMAIL))[1] or contact,
        parted=parted,
        located=whole if country and not stated else "",
        addressed=bool(beside),
        without_country=without_country,
    )


def _named_with_address(text: str) -> tuple[str, str]:
    """A name as programs for mail write it, "Forum One <office@one.example>", and the address in it; a name that is
    nothing but an address stays one, which is refused."""
    name, address = _unaddressed(text) if text.endswith(">") else (text, "")
    return (name, address) if name else (text, "")


def _unaddressed(text: str) -> tuple[str, str]:
    """A text without the e-mail address in it, and the address: "Ana Pérez <ana@one.example>"."""
    found = _ADDRESSED.search(text) if "@" in text else None
    if found is None:
        return text, ""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(rest.split()).strip(" ,;:-"), found[1]
