"""Tables: headings found among the rows, sections inside them, several tables of one file put together."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from models.importing.columns import header, heading, roles, wording
from models.importing.columns.listing import Left, Line, Listing, Note, Role, listing
from models.terms import Kind

ABOVE = 15
"""This many rows of titles may be above the headings."""

Rows = Sequence[tuple[int, Sequence[str]]]
"""Rows with their numbers."""


class Table(Struct, frozen=True):
    """One table of a file."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    kind: Kind | None = None
    """What a heading above it says."""
    country: str = ""
    links: tuple[str, ...] = field(default=())
    """Where the first link of each row leads; empty if the form of the file has none."""


def read(rows: Rows, kind: Kind | None = None, country: str = "") -> Table:
    """A table as it is in ``rows``: what is above its headings, or repeats them, is noted; a row that holds only
    the name of a kind or a country is a heading for those below it."""
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    start = _headings(filled)
    named = tuple(filled[start][1]) if start is not None else ()
    lines, repeated, titles = _lines(filled[0 if start is None else start + 1 :], named, kind, country)
    notes = []
    if start:
        above = (" ".join(filter(None, map(str.strip, cells))) for _, cells in filled[:start])
        notes.append(Note(Left.ABOVE, start, rows=tuple(above)))
    if repeated:
        notes.append(Note(Left.HEADINGS, repeated))
    if titles:
        notes.append(Note(Left.TITLES, len(titles), rows=titles))
    return Table(named, lines, tuple(notes), kind, country)


def _headings(rows: Rows) -> int | None:
    """The place of the row that names the columns: the first row, or one under titles of one cell or two."""
    for place, (_, cells) in enumerate(rows[:ABOVE]):
        below = [row for _, row in rows[place + 1 : place + 1 + header.LOOKED_AT]]
        if header.are_headings(cells, below if place == 0 else ()):
            return place
        if _count(cells) > 2 or (_count(cells) == 2 and len(cells) == 2):
            return None
        if len(cells) < 2:
            return None
    return None


def _lines(
    rows: Rows, named: tuple[str, ...], kind: Kind | None, country: str
) -> tuple[tuple[Line, ...], int, tuple[str, ...]]:
    """The rows, how often they only repeat the headings, and what else says that names follow."""
    plain = [cell.strip().casefold() for cell in named if cell.strip()]
    lines: list[Line] = []
    titles: list[str] = []
    repeated = 0
    wide = len(named) > 1 or (not named and any(len(cells) > 1 for _, cells in rows[:50]))
    for number, cells in rows:
        if plain and [cell.strip().casefold() for cell in cells if cell.strip()] == plain:
            repeated += 1
            continue
        if wide and cells[0].strip() and _count(cells) == 1:
            said = heading.read(cells[0])
            only = heading.only_says_that_names_follow(cells[0])
            if only:
                titles.append(cells[0])
            if said is not None and (said.kind or said.is_place or only):
                kind, country = said.kind or (kind if said.is_place else None), said.country
                continue
        lines.append(Line(number, tuple(cells), kind, country))
    return tuple(lines), repeated, tuple(titles)


def united(tables: Sequence[Table], notes: Sequence[Note] = ()) -> Listing:
    """One listing of all tables: columns of one role become one column, whatever each table calls it.

    Refuses EMPTY_LIST, TOO_MANY_ROWS.
    """
    noted = (*notes, *(note for table in tables for note in table.notes))
    tables = [table for table in tables if table.lines]
    if len({table.headings for table in tables}) <= 1:
        named = tables[0].headings if tables else ()
        lines = [line for table in tables for line in table.lines]
        if len(tables) > 1 and not lines[0].sheet:
            lines = [replace(line, number=number) for number, line in enumerate(lines, 1)]
        return _linked(listing(named, lines, notes=noted), [link for table in tables for link in table.links])
    return _merged(tables, noted)


def _merged(tables: Sequence[Table], notes: Sequence[Note]) -> Listing:
    places: dict[Role | str, int] = {}
    labels: list[list[str]] = []
    rows: list[tuple[dict[int, str], Line, Kind | None]] = []
    for table in tables:
        part = _linked(listing(table.headings, table.lines), list(table.links))
        found = roles.recognise(part)
        held = {place: role for role, place in found.items()}
        kind = table.kind or _said_by(part, found)
        where = []
        for place, name in enumerate(part.headings):
            key: Role | str = held.get(place) or name.casefold()
            if key not in places:
                places[key] = len(labels)
                labels.append([])
            if name and name.casefold() not in map(str.casefold, labels[places[key]]):
                labels[places[key]].append(name)
            where.append(places[key])
        rows += [(dict(zip(where, line.cells, strict=True)), line, line.kind or kind) for line in part.lines]
    lines = [
        Line(
            line.number if line.sheet else number,
            tuple(cells.get(place, "") for place in range(len(labels))),
            kind,
            line.country,
            line.sheet,
        )
        for number, (cells, line, kind) in enumerate(rows, 1)
    ]
    said = {key: place for key, place in places.items() if isinstance(key, Role)}
    return listing([" / ".join(names) for names in labels], lines, roles=said, notes=tuple(notes))


def _said_by(part: Listing, found: roles.Columns) -> Kind | None:
    """What a table's own headings say of its rows, beside another that says otherwise."""
    if Role.NAME not in found:
        return Kind.INDIVIDUAL if Role.LAST_NAME in found else None
    plain = wording.plain(part.headings[found[Role.NAME]])
    return heading.kind_of(plain) if not wording.is_name(plain) and Role.AFFILIATION not in found else None


def _linked(part: Listing, links: list[str]) -> Listing:
    """With a column of websites, where links lead somewhere and no column says it."""
    if not any(links) or len(links) != len(part.lines) or Role.WEBSITE in roles.recognise(part):
        return part
    lines = [replace(line, cells=(*line.cells, link)) for line, link in zip(part.lines, links, strict=True)]
    return replace(part, headings=(*part.headings, "website"), lines=tuple(lines))


def _count(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)
