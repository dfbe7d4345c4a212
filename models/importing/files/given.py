"""Entries as a list gives them: one for each row, by the columns that a coordinator confirmed."""

from collections.abc import Iterator, Mapping

from models.importing.files import heading
from models.importing.files.columns import Role
from models.importing.files.listing import Line, Listing
from models.names import cleaning
from models.refusal import Reason, Refusal
from models.sheets.batches import Given
from models.terms import Kind

_YES = frozenset("yes y ja oui si sim true 1 x ok import take accept include another".split())  # noqa: SIM905
_NO = frozenset("no n nein non nao false 0 skip drop leave exclude refuse".split())  # noqa: SIM905


def given(listing: Listing, columns: Mapping[Role, int], kind: Kind) -> list[Given]:
    """Every row; ``kind`` is what those are of which neither a column nor a heading says it.

    Refuses NO_NAME_COLUMN(example).
    """
    if Role.NAME not in columns and Role.LAST_NAME not in columns:
        example = next((one for one in listing.headings if one), "column 1")
        raise Refusal(Reason.NO_NAME_COLUMN, example=example)
    return list(_rows(listing, columns, kind))


def _rows(listing: Listing, columns: Mapping[Role, int], kind: Kind) -> Iterator[Given]:
    for line in listing.lines:

        def cell(role: Role, line: Line = line) -> str:
            return line.cells[columns[role]] if role in columns else ""

        full = " ".join(filter(None, (cell(Role.FIRST_NAME), cell(Role.LAST_NAME))))
        person = cell(Role.PERSON) or full
        said = heading.kind_of(cell(Role.KIND)) or line.kind
        name, affiliation = cell(Role.NAME), cell(Role.AFFILIATION)
        if Role.NAME not in columns:
            name, said = full, said or Kind.INDIVIDUAL
        elif said is Kind.INDIVIDUAL and person:
            # A form for both sorts asks a person for the employer where an organisation gives its name.
            name, affiliation = person, affiliation or name
        elif not name and person:
            name, said = person, said or Kind.INDIVIDUAL
        individual = (said or kind) is Kind.INDIVIDUAL
        yield Given(
            row=line.number,
            name=name,
            kind=said or kind,
            country=cell(Role.COUNTRY) or line.country,
            website="" if individual else cell(Role.WEBSITE),
            affiliation=affiliation if individual else "",
            branch=cell(Role.BRANCH),
            place=cell(Role.PLACE),
            note=cell(Role.NOTE),
            person="" if individual else ", ".join(filter(None, (person, cell(Role.POSITION)))),
            decision=_decided(cell(Role.DECISION)),
        )


def _decided(text: str) -> bool | None:
    plain = cleaning.folded(text)
    return True if plain in _YES else False if plain in _NO else None
