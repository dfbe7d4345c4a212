"""Names that are spread over several columns of a table without headings, as in a document that sets them side by side:
each cell may be one, or those of only one column. Of two columns the second more often says something of the first, and
so do those beside people that hold none."""

import re

from msgspec.structs import replace

from models.importing.columns import answers, header, parts
from models.importing.columns.listing import Ambiguity, Listing, listing

_LONGEST = 150
"""A longer cell is a text about a name."""
_VARIED = 0.8
"""From this share of different cells on, a column may hold names."""
_COUNTS = re.compile(r"[\d\s.,:/#()€$£%+-]+")


def asked(found: Listing) -> Listing:
    """The listing with the other way to read it, where several columns may hold names and nothing says what they are;
    else as it was."""
    if any(found.headings) or found.roles or found.others:
        return found
    places = range(len(found.headings))
    columns = [[line.cells[place] for line in found.lines if line.cells[place]] for place in places]
    named = [place for place in places if _may_be_names(columns[place])]
    if len(named) < 2 or any(_says_something(columns[place]) for place in places if place not in named):
        return found
    people = [_are_people(columns[place]) for place in named]
    if people[0] and not any(people[1:]):  # what is beside them says who they are
        return found
    cells = [(line, line.cells[place]) for line in found.lines for place in named if line.cells[place]]
    lines = [replace(line, number=number, cells=(cell,)) for number, (line, cell) in enumerate(cells, 1)]
    apart = listing(("",), lines, notes=found.notes, way=(Ambiguity.COLUMNS, "apart"))
    one = replace(found, way=(Ambiguity.COLUMNS, "one"))
    return replace(apart, others=(one,)) if len(named) > 2 else replace(one, others=(apart,))


def by_columns(found: Listing) -> Listing:
    """The listing as whoever says what its columns hold sees it, which answers what was asked here."""
    ways = (one for one in (found, *found.others) if one.way == (Ambiguity.COLUMNS, "one"))
    return next((replace(one, way=None, others=()) for one in ways), found)


def _may_be_names(cells: list[str]) -> bool:
    """Texts that differ, and are neither countries, addresses, answers nor numbers."""
    if not cells or header.holds_countries(cells) or len(set(cells)) < _VARIED * len(cells):
        return False
    return sum(map(_is_name, cells)) > len(cells) / 2


def _is_name(cell: str) -> bool:
    return (
        len(cell) <= _LONGEST
        and not _COUNTS.fullmatch(cell)
        and not header.ADDRESS.search(cell)
        and not header.LINK.fullmatch(cell)
        and answers.consent(cell) is None
    )


def _are_people(cells: list[str]) -> bool:
    """Whether most are names of persons by their look."""
    return sum(parts.is_personal(cell) and not parts.is_body(cell) for cell in cells) * 2 > len(cells)


def _says_something(cells: list[str]) -> bool:
    """A column that shows the rows to be records of something: countries, addresses, kinds or answers; numbers only
    count them."""
    return bool(cells) and not all(map(_COUNTS.fullmatch, cells))
