"""Columns: which of them holds what, by their headings and, where there are none, by what stands in them."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from models.importing.columns import answers, consents, wording
from models.importing.columns.header import ADDRESS, LINK, LOOKED_AT, holds_countries
from models.importing.columns.heading import read as read_heading
from models.importing.columns.listing import Listing, Role
from models.refusal import Reason, Refusal

__all__ = ["Column", "Columns", "Role", "changed", "confirmed", "recognise", "shown"]

Columns = Mapping[Role, int]
"""The place of each role's column, from 0."""


class Column(Struct, frozen=True):
    """One column as a coordinator sees it."""

    place: int
    label: str
    role: Role | None
    """None: it is left out."""
    examples: tuple[str, ...]
    filled: int
    """So many rows have something in it."""
    holds_back: bool = False
    """It asks for consent beside the column that has that role: a no holds the row back too."""
    unclear: bool = False
    """It holds yes and no, and nobody can tell what of: its rows are held back."""


def recognise(listing: Listing) -> dict[Role, int]:
    """The column of each role that can be told; the name's always, unless nothing could be one."""
    if listing.roles:
        return dict(listing.roles)
    if not any(listing.headings):
        return _by_content(listing)
    found = _by_headings(listing)
    _add_country(listing, found)
    _add_consent(listing, found)
    _add_addresses(listing, found)
    if Role.NAME not in found and Role.LAST_NAME not in found:
        guessed = _by_content(listing).get(Role.NAME)
        if guessed is not None and guessed not in found.values():
            found[Role.NAME] = guessed
    return found


def _by_headings(listing: Listing) -> dict[Role, int]:
    plain = [wording.plain(heading) for heading in listing.headings]
    named = [
        place
        for place, heading in enumerate(plain)
        if heading and wording.is_name(heading) and not _holds_addresses(_filled(listing, place))
    ]
    # "Title" and "Unvan" are names of some things and ranks of persons: only where nothing else is the name.
    named = sorted(named, key=lambda place: wording.exact(plain[place]) is Role.POSITION)[:1]
    found: dict[Role, int] = {}
    candidates: dict[Role, list[int]] = {}
    for place, heading in enumerate(plain):
        if not heading or place in named or wording.is_number(heading):
            continue
        if wording.exact(heading) is None and wording.is_left_out(heading):
            continue
        for role in wording.roles(heading):
            if _may_hold(listing, place, role):
                candidates.setdefault(role, []).append(place)
                break
    signing = [place for place in candidates.get(Role.NAME, ()) if not _only_groups(listing, place)]
    if signing:
        candidates[Role.NAME] = signing
    elif named:
        candidates.pop(Role.NAME, None)
    for role, places in candidates.items():
        exact = [place for place in places if wording.exact(plain[place]) is role]
        found[role] = (exact or places)[0]
        if role is Role.CONSENT:  # who agrees to a privacy notice may still not want to be printed
            found[role] = max(places, key=lambda place: _refusals(listing, place))
    if named:
        _place_names(found, named)
    if Role.NAME not in found and Role.FIRST_NAME in found and Role.LAST_NAME not in found:
        found[Role.NAME] = found.pop(Role.FIRST_NAME)
    if Role.NAME not in found and Role.PERSON in found and Role.LAST_NAME not in found:
        _name_person(listing, found, candidates.get(Role.PERSON, []))
    if Role.NAME not in found and Role.LAST_NAME not in found and Role.AFFILIATION in found:
        found[Role.NAME] = found.pop(Role.AFFILIATION)
    return found


def _place_names(found: dict[Role, int], named: list[int]) -> None:
    """What a column is that only says "name": half of a person's, a person's beside an organisation, or the name."""
    if Role.LAST_NAME in found and Role.FIRST_NAME in found:
        return
    if Role.LAST_NAME in found and Role.FIRST_NAME not in found:
        found[Role.FIRST_NAME] = named[0]  # "Ad; Soyad", "Nombre; Apellidos"
    elif Role.FIRST_NAME in found and Role.LAST_NAME not in found:
        found[Role.LAST_NAME] = named[0]  # "Name; Vorname", "Nom; Prénom"
    elif Role.NAME in found and Role.LAST_NAME not in found:
        # "Name" beside "Organisation" is a person's, who may have signed or may only have filled in the form.
        found.setdefault(Role.PERSON, named[0])
    else:
        found[Role.NAME] = named[0]


def _only_groups(listing: Listing, place: int) -> bool:
    """Whether a column beside one of names says to which part of the list they belong: by its heading, and because it
    says the same of many or names a part of the world or a kind."""
    if not wording.is_grouping(wording.plain(listing.headings[place])):
        return False
    cells = _filled(listing, place)
    told = [cell for cell in cells if read_heading(cell) is not None]
    return len(told) * 2 > len(cells) or len(set(cells)) * 2 <= len(cells)


def _name_person(listing: Listing, found: dict[Role, int], places: list[int]) -> None:
    """The name in a list of persons: "Group / Person" sooner than "Contact", and never a column of addresses."""
    able = [place for place in places if not _holds_addresses(_filled(listing, place))]
    if not able:
        return
    says = [place for place in able if Role.NAME in wording.roles(wording.plain(listing.headings[place]))]
    name = says[0] if says else found[Role.PERSON] if found[Role.PERSON] in able else able[0]
    if found[Role.PERSON] == name:
        del found[Role.PERSON]
    found[Role.NAME] = name


def _may_hold(listing: Listing, place: int, role: Role) -> bool:
    """Whether what stands in a column can be what its heading says: addresses, links, a yes or a no."""
    cells = _filled(listing, place)
    if not cells:
        return role is not Role.CONSENT
    match role:
        case Role.EMAIL:
            return sum("@" in cell for cell in cells) * 2 >= len(cells)
        case Role.WEBSITE:
            return sum(bool(LINK.search(cell)) for cell in cells) * 3 >= len(cells)
        case Role.CONSENT:
            plain = wording.plain(listing.headings[place])
            if wording.asks(plain) is None:
                return False
            if wording.exact(plain) is role:  # whatever is under "Consent" is an answer to it
                return True
            return consents.holds_answers(cells) or (len(cells) > 2 and len(set(cells)) == 1)
        case Role.NAME if wording.exact(wording.plain(listing.headings[place])) is not Role.NAME:
            return not consents.holds_answers(cells, known=False, whole=True)
        case Role.NAME | Role.NOTE | Role.DECISION:
            return True
        case Role.AFFILIATION | Role.PLACE if listing.headings[place] in consents.BEHIND:
            return True
        case Role.COUNTRY if holds_countries(cells):
            return True
        case Role.KIND if len(set(cells)) > max(8, len(cells) // 3):
            return False
    # "Public" and "private" are also kinds and employers.
    said = [cell for cell in cells if answers.status(cell) not in (answers.Said.YES, answers.Said.HIDDEN)]
    return not consents.holds_answers(said, known=False, whole=True)


def _refusals(listing: Listing, place: int) -> int:
    refusal = wording.asks(wording.plain(listing.headings[place])) is False
    return sum(answers.consent(cell) is refusal for cell in _filled(listing, place))


def _add_country(listing: Listing, found: dict[Role, int]) -> None:
    """Countries under a heading that does not say so ("region"), unless they would be the codes of states."""
    if Role.COUNTRY in found:
        return
    taken = {place for role, place in found.items() if role is not Role.PLACE}
    for place, heading in enumerate(listing.headings):
        if place in taken or re.search(r"\bstate|\bprovin|language|sprache", wording.plain(heading)):
            continue
        if consents.are_countries(_filled(listing, place)):
            found[Role.COUNTRY] = place
            if found.get(Role.PLACE) == place:
                del found[Role.PLACE]
            return


def _add_consent(listing: Listing, found: dict[Role, int]) -> None:
    """A column of answers that a word of signing or of secrecy explains, or whose answers explain themselves."""
    if Role.CONSENT in found:
        return
    able = []
    for place, plain in enumerate(map(wording.plain, listing.headings)):
        cells = _filled(listing, place)
        if not plain or not cells or place in found.values() or wording.is_other_matter(plain):
            continue
        if consents.holds_answers(cells) and (wording.asks(plain) is not None or consents.say_all(cells)):
            able.append(place)
    if able:
        found[Role.CONSENT] = max(able, key=lambda place: _refusals(listing, place))


def _add_addresses(listing: Listing, found: dict[Role, int]) -> None:
    """Addresses and links under a heading that says nothing."""
    for place, heading in enumerate(listing.headings):
        cells = _filled(listing, place)
        if not cells or place in found.values() or wording.is_left_out(wording.plain(heading)):
            continue
        for role, shape in ((Role.EMAIL, ADDRESS), (Role.WEBSITE, LINK)):
            if role not in found and sum(bool(shape.fullmatch(cell)) for cell in cells) > 0.8 * len(cells):
                found[role] = place
                break


def shown(listing: Listing, columns: Columns, asked: Sequence[consents.Asked]) -> list[Column]:
    """Every column with what becomes of it, in its order; one that is empty throughout has nothing to say."""
    held = {place: role for role, place in columns.items()}
    answered = {one.place: one for one in asked if one.always and one.place not in held}
    found = []
    for place in range(len(listing.headings)):
        cells = [line.cells[place] for line in listing.lines if line.cells[place]]
        if cells or listing.headings[place]:
            examples = tuple(dict.fromkeys(cells[:50]))[:3]
            one = Column(place, label(listing, place), held.get(place), examples, len(cells))
            if place in answered:
                clear = answered[place].prints is not None
                one = replace(one, holds_back=clear, unclear=not clear)
            found.append(one)
    return found


def changed(columns: Columns, place: int, role: Role | None) -> dict[Role, int]:
    """The columns with another role for one of them; whichever had that role before is left out."""
    kept = {one: where for one, where in columns.items() if where != place and one is not role}
    return kept if role is None else kept | {role: place}


def label(listing: Listing, place: int) -> str:
    """How a column is called: by its heading, or by its number from 1 where it has none or shares one."""
    heading = listing.headings[place]
    alone = [one.casefold() for one in listing.headings].count(heading.casefold()) == 1
    return heading if heading and alone else f"column {place + 1}"


def confirmed(listing: Listing, text: str) -> tuple[Listing, dict[Role, int]]:
    """What whoever imports wrote of the columns, one a line: ``name: Your heading``. A column may also be called by
    what its first row says: then that row is headings. Refuses BAD_COLUMNS(lines, roles, columns).
    """
    said = [tuple(part.strip() for part in line.partition(":")) for line in text.splitlines() if line.strip()]
    labels = _labels(listing)
    if any(column and column.casefold() not in labels for _, _, column in said) and not any(listing.headings):
        first = listing.lines[0].cells
        if all(
            not column or column.casefold() in {*labels, *map(str.casefold, first)} for _, _, column in said
        ):
            listing = Listing(first, listing.lines[1:], notes=listing.notes)
            labels = _labels(listing)
    roles = {role.value: role for role in Role}
    wrong = [
        f"{role}: {column}"
        for role, _, column in said
        if role.casefold() not in roles or (column and column.casefold() not in labels)
    ]
    if wrong:
        named = [label(listing, place) for place in range(len(listing.headings))]
        raise Refusal(Reason.BAD_COLUMNS, lines=wrong[:3], roles=list(roles), columns=named[:25])
    return listing, {roles[role.casefold()]: labels[column.casefold()] for role, _, column in said if column}


def _labels(listing: Listing) -> dict[str, int]:
    numbered = {f"column {place + 1}": place for place in range(len(listing.headings))}
    return numbered | {label(listing, place).casefold(): place for place in range(len(listing.headings))}


def _by_content(listing: Listing) -> dict[Role, int]:
    """Without headings: a column of numbers counts, one of countries says where, the most varied one is the name."""
    found: dict[Role, int] = {}
    best = (0.0, -1)
    for place in range(len(listing.headings)):
        cells = _filled(listing, place, 2000)
        if not cells or all(re.fullmatch(r"[\d.#)(]+", cell) for cell in cells):
            continue
        sample = cells[:LOOKED_AT]
        if Role.EMAIL not in found and _share(ADDRESS, sample) > 0.5:
            found[Role.EMAIL] = place
            continue
        if _holds_addresses(sample):
            continue
        if Role.COUNTRY not in found and holds_countries(sample):
            found[Role.COUNTRY] = place
            continue
        if (
            Role.WEBSITE not in found
            and sum("://" in one or one.startswith("www.") for one in cells) > len(cells) / 2
        ):
            found[Role.WEBSITE] = place
            continue
        best = max(best, (len(set(cells)) + (place == 0) * 0.5 - place * 0.01, place))
    if best[1] >= 0:
        found[Role.NAME] = best[1]
    elif Role.COUNTRY in found:
        found[Role.NAME] = found.pop(Role.COUNTRY)
    return found


def _holds_addresses(cells: Sequence[str]) -> bool:
    """Whether most are e-mail addresses and nothing else."""
    return sum(bool(ADDRESS.fullmatch(cell)) for cell in cells) * 2 > len(cells)


def _share(shape: re.Pattern[str], cells: Sequence[str]) -> float:
    return sum(bool(shape.search(cell)) for cell in cells) / max(1, len(cells))


def _filled(listing: Listing, place: int, most: int = LOOKED_AT) -> list[str]:
    return [line.cells[place] for line in listing.lines[:most] if line.cells[place]]
