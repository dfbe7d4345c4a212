"""Consents: what the columns of a list, by their headings and their answers, say of printing each name. A column of yes
and no whose heading we do not know is never left out, nor read in a direction that is guessed."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from models.importing.columns import answers, parts, wording
from models.importing.columns.answers import Said
from models.importing.columns.header import holds_countries
from models.importing.columns.listing import Line, Listing, Role

_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T]\d\d:\d\d.*)?|\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}")


BEHIND = frozenset((parts.BEHIND, "place"))
"""Columns of what a page or a document writes behind names, where a word of a no may stand too."""


class Asked(Struct, frozen=True):
    """One column that says something of printing names."""

    place: int
    prints: bool | None
    """What a yes under it says; None: nobody can tell."""
    always: bool = True
    """It holds answers. Elsewhere only words of names count, such as "withdrawn" among dates, and a human must look."""
    behind: bool = False
    """It holds what stands behind a name, and so speaks of it."""
    blank: Said | None = None
    """What a row says that has nothing there."""


class ConsentAnswer(Struct, frozen=True):
    """What a row says of printing its name."""

    said: Said
    text: str
    column: int | None = None
    """The column of which nobody can tell what a yes says, or whether it speaks of the name."""


def holds_answers(cells: Sequence[str], *, known: bool = True, whole: bool = False, half: bool = True) -> bool:
    """Whether cells are mostly a yes, a no, or how it stands with a name. ``known``: so it may be by its heading, even
    where there are ones alone, which otherwise count something. ``whole``: nothing may follow a yes or a no. ``half``:
    half of them are enough."""
    plain = {cell.casefold() for cell in cells}
    numbers = {cell for cell in plain if cell.isdigit()}
    if not plain or numbers - {"0", "1"} or (len(numbers) == len(plain) == 1 and not known):
        return False
    if plain <= _INITIALS and plain & _INITIALS_OF_NO:
        return True
    counted = Counter(cells)
    found = sum(counted[cell] for cell in counted if answers.is_answer(cell, whole=whole))
    return found * 2 >= len(cells) + (not half)


_INITIALS, _INITIALS_OF_NO = frozenset("ynjostfehдн"), frozenset("nfhн")
"""Yes and no by their first letters: j and n, o and n, t and f, e and h."""


def say_all(cells: Sequence[str]) -> bool:
    """Whether each cell says by itself how it stands with a name, under any heading."""
    return bool(cells) and all(answers.spoken(cell) not in (Said.HIDDEN, None) for cell in set(cells))


def asked(listing: Listing, columns: Mapping[Role, int], left: Collection[int] = ()) -> tuple[Asked, ...]:
    """Every column that says something of printing names, the one that was recognised or chosen for it first, without
    those that a coordinator ``left`` out."""
    found: list[Asked] = []
    held = {place: role for role, place in columns.items()}
    for place, heading in enumerate(listing.headings):
        plain = wording.plain(heading)
        cells = [line.cells[place] for line in listing.lines if line.cells[place]]
        prints = wording.asks(plain)
        spoken = prints is None and say_all(cells)
        if held.get(place) is Role.CONSENT:  # whoever chose it says that a yes prints
            blank = None if prints is False else Said.OPEN
            found.insert(0, Asked(place, prints is not False, blank=blank))
        elif (
            place in left or not cells or wording.is_other_matter(plain) or (plain and wording.is_number(plain))
            or (held.get(place, Role.NOTE) is not Role.NOTE and heading not in BEHIND)
            or are_countries(cells)
        ):  # fmt: skip
            continue
        elif place in held or not holds_answers(
            cells,
            known=prints is not None or len(cells) < len(listing.lines),
            whole=wording.is_grouping(plain),
            half=prints is not None,
        ):
            found.append(Asked(place, prints, always=False, behind=heading in BEHIND))
        else:
            ticked = len(set(map(answers.consent, set(cells)))) == 1 and len(cells) < len(listing.lines)
            blank = Said.OPEN if prints and ticked else None
            found.append(Asked(place, True if spoken else prints, blank=blank))
    return tuple(found)


def are_countries(cells: Sequence[str]) -> bool:
    """Whether cells are countries, also where NO or SI is one: some of them can be no answer, as SE cannot."""
    return holds_countries(cells) and any(answers.consent(cell) is None for cell in set(cells))


def answer(line: Line, asked: Sequence[Asked]) -> ConsentAnswer | None:
    """What a row says: one no is enough, and anything that is neither yes nor no is for a human. None if the list does
    not ask."""
    given = [one for one in (_read(column, line.cells[column.place]) for column in asked) if one is not None]
    return next((one for said in (Said.NO, Said.OPEN, Said.YES) for one in given if one.said is said), None)


def _read(asked: Asked, cell: str) -> ConsentAnswer | None:
    column = asked.place if asked.prints is None else None
    if not cell:
        return ConsentAnswer(asked.blank, "", column) if asked.blank else None
    if not asked.always:
        against = answers.spoken(cell) in (Said.NO, Said.OPEN)
        dated = asked.prints is False and _DATE.fullmatch(cell)
        column = None if asked.behind or dated else asked.place
        return ConsentAnswer(Said.OPEN, cell, column) if against or dated else None
    said = answers.status(cell)
    if said is Said.HIDDEN:
        said = Said.OPEN if column is not None else Said.NO
    if said is not None:
        return ConsentAnswer(said, cell, column if answers.status(cell) is Said.HIDDEN else None)
    plain = answers.consent(cell)
    if plain is None or column is not None:
        return ConsentAnswer(Said.OPEN, cell, column)
    if asked.prints is False:
        return ConsentAnswer(Said.NO, "no") if plain else None
    return ConsentAnswer(Said.YES if plain else Said.NO, cell)
