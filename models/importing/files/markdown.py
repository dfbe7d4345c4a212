"""Markdown: tables whose headings name a column that we know, else lists; headings say kinds or countries."""

import re
from collections.abc import Iterator

from models.importing.files import columns, heading, pasted
from models.importing.files.listing import LONGEST_CELL, LONGEST_ROW, Line, Listing, listing
from models.names import repair
from models.terms import Kind

_RULE = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?")
_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$|\*\*([^*]+)\*\*:?$|__([^_]+)__:?$")
_ITEM = re.compile(r"([\s\u200e\u200f]*)(?:[-*+]|\d{1,6}[.)])\s+(.*)")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def is_markdown(text: str) -> bool:
    """Whether it has a table, or headings of Markdown above its names."""
    rows = [row[:LONGEST_ROW] for row in text.split("\n")]
    return bool(_tables(rows)) or any(re.match(r"#{1,6}\s+\S", row) for row in rows)


def read(text: str) -> Listing:
    """All tables that name columns together; without one, all lists; without any, the text as pasted."""
    rows = [row[:LONGEST_ROW] for row in text.split("\n")]
    tables = [table for table in _tables(rows) if columns.are_headings(table[1])]
    if tables:
        return _united(tables)
    items = list(_items(rows))
    return listing(["name", "website"], items) if items else pasted.read(text)


Table = tuple[heading.Heading, list[str], list[list[str]]]


def _tables(rows: list[str]) -> list[Table]:
    found: list[Table] = []
    above = heading.Heading()
    place = 0
    while place < len(rows):
        row = rows[place]
        if said := _said(row):
            above = said
        elif "|" in row and place + 1 < len(rows) and _is_rule(rows[place + 1]):
            end = place + 2
            while end < len(rows) and "|" in rows[end] and rows[end].strip():
                end += 1
            found.append((above, _cells(row), [_cells(one) for one in rows[place + 2 : end]]))
            place = end
            continue
        place += 1
    return found


def _united(tables: list[Table]) -> Listing:
    """Tables under several headings, each row with its own columns; links become a column of websites."""
    headings: dict[str, None] = {}
    for _, named, _ in tables:
        headings |= dict.fromkeys(named)
    lines: list[Line] = []
    linked: list[str] = []
    for said, named, rows in tables:
        for cells in rows:
            record, address = {}, ""
            for name, cell in zip(named, cells, strict=False):
                record[name], led = _shown(cell)
                address = address or led
            row = [record.get(name, "") for name in headings]
            lines.append(Line(len(lines) + 1, tuple(row), said.kind, said.country))
            linked.append(address)
    if not any(linked) or "website" in map(str.casefold, headings):
        return listing(list(headings), lines)
    return listing(
        [*headings, "website"],
        [
            Line(one.number, (*one.cells, address), one.kind, one.country)
            for one, address in zip(lines, linked, strict=True)
        ],
    )


def _items(rows: list[str]) -> Iterator[Line]:
    kind: Kind | None = None
    country = ""
    number, open_ = 0, ""
    for row in [*rows, ""]:
        item = _ITEM.fullmatch(row)
        if open_ and not item and row.strip() and not _said(row):
            open_ = f"{open_} {row.strip()}"[:LONGEST_ROW]  # an item that goes on in the next line
            continue
        if open_:
            number += 1
            yield Line(number, _shown(open_), kind, country)
            open_ = ""
        if item:
            open_ = item[2]
        elif said := _said(row):
            kind = said.kind or (kind if said.country else None)
            country = said.country


def _shown(text: str) -> tuple[str, str]:
    """A text as Markdown shows it, and where a link in it leads."""
    words, address = repair.unmasked(text[:LONGEST_CELL])
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", words)), address


def _said(row: str) -> heading.Heading | None:
    """What a heading says; one that says nothing ends what the one above it said."""
    match = _HEADING.fullmatch(row.strip())
    if not match:
        return None
    text = next(part for part in match.groups()[1:] if part is not None)
    return heading.read(_ESCAPED.sub(r"\1", text)) or heading.Heading()


def _is_rule(row: str) -> bool:
    return "-" in row and bool(_RULE.fullmatch(row.strip()))


def _cells(row: str) -> list[str]:
    """The cells of one row; a border behind a backslash is part of the cell."""
    inside = row.strip()
    parts, start = [], 0
    for border in _BORDER.finditer(inside):
        parts.append(inside[start : border.end() - 1])
        start = border.end()
    parts.append(inside[start:])
    if inside.startswith("|"):
        parts = parts[1:]
    if inside.endswith("|") and parts and not parts[-1].strip():
        parts = parts[:-1]
    return [part.strip() for part in parts]
