"""Blocks: what pages and documents are made of, in their order, and the list that stands among them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from models.importing.columns import heading, parts, roles, tables, wording
from models.importing.columns.listing import Left, Line, Listing, Note, Role, require_few
from models.importing.columns.tables import Table
from models.importing.files import pasted
from models.refusal import Reason, Refusal
from models.terms import Kind


class Title(Struct, frozen=True):
    """A heading; of a lower ``level`` where the page has several."""

    text: str
    level: int = 9


class Item(Struct, frozen=True):
    """A line of a list: its words, those of them that stand out or lead somewhere, and where."""

    text: str
    strong: str = ""
    link: str = ""


class Paragraph(Struct, frozen=True):
    """Running text, each line of it as it would be one of a list."""

    lines: tuple[Item, ...]


class Grid(Struct, frozen=True):
    """A table's rows, and where the first link of each leads."""

    rows: tuple[tuple[str, ...], ...]
    links: tuple[str, ...] = ()
    named: bool = False
    """Its first row is marked as headings."""


Block = Title | Item | Paragraph | Grid


@dataclass(slots=True)
class _Section:
    title: str
    said: heading.Heading | None
    items: list[Item]
    grids: list[Grid]
    lines: list[Item]


def read(blocks: Iterable[Block]) -> Listing:
    """The list among the blocks: tables that name columns, and list lines under headings that say who follows; where no
    heading says so, the longest list. What is left is noted.

    Refuses EMPTY_LIST, TOO_MANY_ROWS.
    """
    sections = _sections(_cards(list(blocks)))
    for one, more in pairwise(sections):  # who is above "Supported by" signed as well
        if one.said is None and heading.goes_on(more.title) and not any(map(_is_prose, one.lines)):
            one.said, one.items, one.lines = heading.Heading(), one.items + one.lines, []
    held = [one for one in sections if one.said is not None and (one.items or one.grids or _are_names(one))]
    if not held:
        held = [one for one in sections if any(map(_is_table, one.grids))]
    if not held and (most := max((len(one.items) for one in sections), default=0)):
        held = [one for one in sections if len(one.items) == most][:1]
    if not held:
        held = [one for one in sections if one.grids][:1]
    if not held:
        return _as_text(sections)
    made, notes = [], []
    for one in sections:  # a table that names who signed is one of signatories, wherever it stands
        if one in held:
            made += _tables(one)
            beside = tuple(line.text for line in one.lines if not heading.is_sentence(line.text))
            if beside and (one.items or not _are_names(one)):
                notes.append(Note(Left.LIST, len(beside), one.title, beside))
            continue
        made += [_grid(grid, one.said) for grid in one.grids if _is_table(grid)]
        left = [item.text for item in one.items]
        left += [" ".join(filter(None, row)) for grid in one.grids if not _is_table(grid) for row in grid.rows]
        left += [line.text for line in one.lines if not _is_prose(line)]
        if left:
            notes.append(Note(Left.LIST, len(left), one.title, tuple(left)))
    if not any(table.lines for table in made):
        raise Refusal(Reason.EMPTY_LIST)
    require_few(sum(len(table.lines) for table in made))
    return tables.united(_counted(made), notes)


def noted(read_as: Listing, notes: Sequence[Note]) -> Listing:
    """A listing with more notes."""
    return replace(read_as, notes=(*notes, *read_as.notes)) if notes else read_as


def _are_names(section: _Section) -> bool:
    """Running text under a heading of signatories, a kind or country is a list, unless it is sentences."""
    said = section.said
    if said is None or len(section.lines) < 2:
        return False
    if not (said.kind or said.country):  # more than names may be under these
        return not section.items and not section.grids and not any(map(_is_prose, section.lines))
    return sum(heading.is_sentence(line.text) for line in section.lines) * 3 < len(section.lines)


def _is_prose(line: Item) -> bool:
    return heading.is_sentence(line.text) or (line.text.endswith(".") and len(line.text.split()) > 4)


def _as_text(sections: Sequence[_Section]) -> Listing:
    """A page of paragraphs alone, as if it had been pasted."""
    rows = [text for one in sections for text in ("", one.title, "", *(line.text for line in one.lines))]
    return pasted.read("\n".join(rows))


def _cards(blocks: list[Block]) -> list[Block]:
    """Names that are set as headings, with lines about each below it, as list lines: where several are under one
    heading that says who signed, and no list does."""
    found: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        found.append(block)
        place += 1
        if not isinstance(block, Title) or heading.read(block.text) is None:
            continue
        end = place
        while end < len(blocks) and not (isinstance(one := blocks[end], Title) and one.level <= block.level):
            end += 1
        under = blocks[place:end]
        names = [one for one in under if isinstance(one, Title)]
        if len(names) > 1 and isinstance(under[0], Title) and _are_cards(under, names):
            found += _as_items(under)
            place = end
    return found


def _are_cards(under: Sequence[Block], names: Sequence[Title]) -> bool:
    if any(isinstance(one, Item | Grid) for one in under) or len({name.level for name in names}) > 1:
        return False
    return all(heading.read(name.text) is None and not heading.is_sentence(name.text) for name in names)


def _as_items(under: Sequence[Block]) -> list[Block]:
    items: list[Item] = []
    for one in under:
        match one:
            case Title(text):
                items.append(Item(text, text))
            case Paragraph(lines):
                said = " — ".join(line.text for line in lines)
                link = next((line.link for line in lines if line.link), "")
                items[-1] = replace(items[-1], text=f"{items[-1].text} — {said}", link=items[-1].link or link)
    return list(items)


def _sections(blocks: Iterable[Block]) -> list[_Section]:
    sections = [_Section("", None, [], [], [])]
    label = ""
    for block in blocks:
        match block:
            case Title(text):
                before = sections[-1].said
                said = heading.read(text)
                if said is not None and said.is_place and not said.kind and before is not None and before.kind:
                    said = replace(said, kind=before.kind)  # a country under a kind
                sections.append(_Section(text, said, [], [], []))
            case Item():
                if label and sections[-1].items:  # "Notes", and another list
                    sections.append(_Section(label, None, [], [], []))
                sections[-1].items.append(block)
            case Grid():
                sections[-1].grids.append(block)
            case Paragraph(lines):
                said = heading.read(lines[0].text) if len(lines) == 1 and len(lines[0].text) < 80 else None
                if said is not None:
                    sections.append(_Section(lines[0].text, said, [], [], []))
                else:
                    sections[-1].lines.extend(lines)
        label = _label(block)
    return sections


def _label(block: Block) -> str:
    """What a paragraph says that only names what follows it."""
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return ""
    text = block.lines[0].text
    return text if len(text.split()) <= 4 and not text.endswith((".", ",")) else ""


def _is_table(grid: Grid) -> bool:
    """Whether its headings name who signed."""
    named = tables.read(list(enumerate(grid.rows, 1))).headings
    found = roles.recognise(Listing(named, ())) if named else {}
    return Role.NAME in found or Role.LAST_NAME in found


def _tables(section: _Section) -> list[Table]:
    said = section.said or heading.Heading()
    found = [_grid(grid, said) for grid in section.grids]
    if section.items:
        found.append(listed(section.items, said.kind, said.country))
    elif _are_names(section):
        found.append(listed(section.lines, said.kind, said.country))
    return found


def _grid(grid: Grid, said: heading.Heading | None) -> Table:
    said = said or heading.Heading()
    rows = list(enumerate(grid.rows, 1))
    table = tables.read(rows, said.kind, said.country)
    if grid.named and not table.headings:
        table = Table(
            tuple(rows[0][1]),
            tuple(line for line in table.lines if line.number != 1),
            table.notes,
            said.kind,
            said.country,
        )
    if said.kind is Kind.INDIVIDUAL and _names_bodies(table):
        table = replace(
            table,
            kind=Kind.ORGANISATION,
            lines=tuple(replace(line, kind=Kind.ORGANISATION) for line in table.lines),
        )
    links = tuple(grid.links[line.number - 1] if grid.links else "" for line in table.lines)
    return replace(table, links=links if any(links) else ())


def _names_bodies(table: Table) -> bool:
    """Whether a table under a heading of persons has organisations all the same, by its own headings."""
    found = roles.recognise(Listing(table.headings, ()))
    if Role.NAME not in found or {Role.PERSON, Role.AFFILIATION, Role.LAST_NAME} & found.keys():
        return False
    return not wording.is_name(wording.plain(table.headings[found[Role.NAME]]))


def listed(items: Sequence[Item], kind: Kind | None, country: str) -> Table:
    """List lines as a table: name, and what is behind it."""
    rows = [parts.of(item.text, item.strong, item.link, kind) for item in items]
    if kind is Kind.INDIVIDUAL:
        rows = [row if row.affiliation else _with_affiliation(row) for row in rows]
    by_country = parts.countries([row.name for row in rows])
    lines = []
    for number, row in enumerate(rows, 1):
        name, place = by_country[number - 1] if by_country else (row.name, row.country)
        lines.append(
            Line(number, (name, row.affiliation, place or row.country, row.link, row.place), kind, country)
        )
    named = ("name", parts.BEHIND, "country", "website", "place")
    kept = [place for place in range(5) if place == 0 or any(line.cells[place] for line in lines)]
    return Table(
        tuple(named[place] for place in kept),
        tuple(replace(line, cells=tuple(line.cells[place] for place in kept)) for line in lines),
        (),
        kind,
        country,
    )


def _with_affiliation(row: parts.Parts) -> parts.Parts:
    name, affiliation = parts.person(row.name)
    return replace(row, name=name, affiliation=affiliation)


def _counted(made: Sequence[Table]) -> list[Table]:
    """Tables whose rows are numbered through, as they are on the page."""
    found, number = [], 0
    for table in made:
        lines = []
        for line in table.lines:
            number += 1
            lines.append(replace(line, number=number))
        found.append(replace(table, lines=tuple(lines)))
    return found


_SPACES = re.compile(r"[ \t\r\f\v]+")


def spaced(text: str) -> str:
    """Text with one space between words; its lines stay."""
    return "\n".join(_SPACES.sub(" ", row).strip() for row in text.split("\n")).strip()
