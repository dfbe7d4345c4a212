"""Markdown: headings, lists and tables as blocks. Code, comments, template tags and settings of a page are no list."""

import re
from collections.abc import Iterator

from models.importing.columns import header, heading
from models.importing.columns.listing import LONGEST_CELL, LONGEST_ROW, Left, Listing, Note
from models.importing.files import blocks, pasted
from models.importing.files.blocks import Block, Grid, Item, Paragraph, Title
from models.names import repair

_RULE = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?")
_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$|\*\*([^*]+)\*\*:?$|__([^_]+)__:?$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*")
_ITEM = re.compile(r"([\s\u200e\u200f]*)(?:[-*+]|\d{1,6}[.)])\s+(.*)")
_BOX = re.compile(r"\[[ xX]\]\s+")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_ITALICS = re.compile(
    r"(?<![\\*\w])\*(?=[^\s*])([^*]+?)(?<![\s\\*])\*(?![*\w])|(?<![\\_\w])_(?=[^\s_])([^_]+?)(?<![\s\\_])_(?![_\w])"
)
_OUT = re.compile(
    r"\s*(?:\*\*(?=\S)(.+?)\*\*|__(?=\S)(.+?)__|\*(?=[^\s*])([^*]+?)\*|(\[[^\]]+\]\([^)]*\)))(?![\w*])"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_TAG = re.compile(r"\s*(?:\{%.*%\}|\{\{.*\}\}|\{:.*\}|<!--.*-->)\s*")
_SETTINGS = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*(?:\n|\Z)", re.DOTALL)


def is_markdown(text: str) -> bool:
    """Whether it has a table, settings of a page, or headings of Markdown above its names."""
    rows = [row[:LONGEST_ROW] for row in text.split("\n")]
    return bool(_SETTINGS.match(text)) or any(
        re.match(r"#{1,6}\s+\S", row) or ("|" in row and place + 1 < len(rows) and _is_rule(rows[place + 1]))
        for place, row in enumerate(rows)
    )


def read(text: str) -> Listing:
    """Tables that name columns and lists under headings; without any, the text as pasted."""
    rows, left = _written([row[:LONGEST_ROW] for row in text.split("\n")], text)
    found = list(_blocks(rows))
    notes = (Note(Left.CODE, left),) if left else ()
    if not any(isinstance(one, Item | Grid) for one in found):
        read_as = pasted.read("\n".join(rows))
        return blocks.noted(read_as, notes)
    return blocks.noted(blocks.read(found), notes)


def _written(rows: list[str], text: str) -> tuple[list[str], int]:
    """The rows that the person who wrote the page meant to be read, and how many others there were."""
    skipped = text[: found.end()].count("\n") if (found := _SETTINGS.match(text)) else 0
    kept: list[str] = []
    left = skipped
    fence = ""
    comment = False
    for row in rows[skipped:]:
        if fence:
            fence = "" if (end := _FENCE.match(row)) and end[1].startswith(fence) else fence
            left += 1
        elif comment or (row.lstrip().startswith("<!--") and "-->" not in row):
            comment = "-->" not in row
            left += 1
        elif opened := _FENCE.match(row):
            fence = opened[1]
            left += 1
        elif _TAG.fullmatch(row):
            left += 1
        else:
            kept.append(row)
    return kept, left


def _blocks(rows: list[str]) -> Iterator[Block]:
    place = 0
    while place < len(rows):
        row = rows[place]
        after = rows[place + 1] if place + 1 < len(rows) else ""
        item = _ITEM.fullmatch(row)
        if (said := _titled(row)) is not None:
            marks = len(row.strip()) - len(row.strip().lstrip("#"))
            yield Title(said, marks or 9)
        elif "|" in row and _is_rule(after) and "|" in after + row:
            end = place + 2
            while end < len(rows) and "|" in rows[end] and rows[end].strip():
                end += 1
            yield _grid([row, *rows[place + 2 : end]])
            place = end
            continue
        elif item:
            text, place = _gathered(item[2], rows, place)
            deeper = _ITEM.fullmatch(rows[place]) if place < len(rows) else None
            if deeper and len(deeper[1]) > len(item[1]) + 1 and heading.read(_shown(text)[0]) is not None:
                yield Title(_shown(text)[0])  # a list under one of its lines
            else:
                yield _item(_BOX.sub("", text, count=1))
            continue
        elif row.strip() and _UNDERLINE.fullmatch(after) and after.strip()[:2] in ("==", "--"):
            yield Title(_shown(row.strip())[0])
            place += 1
        elif row.strip():
            yield Paragraph((_item(row.strip()),))
        place += 1


def _gathered(text: str, rows: list[str], place: int) -> tuple[str, int]:
    """An item that goes on in the next lines, and the place behind it."""
    place += 1
    while place < len(rows) and rows[place].strip():
        if _ITEM.fullmatch(rows[place]) or _titled(rows[place]) is not None:
            break
        text = f"{text} {rows[place].strip()}"[:LONGEST_ROW]
        place += 1
    return text, place


def _item(text: str) -> Item:
    shown, address = _shown(text)
    out = _OUT.match(text[:LONGEST_CELL])
    strong = _shown(next(part for part in out.groups() if part))[0] if out else ""
    return Item(shown, strong, address)


def _grid(rows: list[str]) -> Grid:
    read_as = [[_shown(cell) for cell in _cells(row)] for row in rows]
    return Grid(
        tuple(tuple(words for words, _ in row) for row in read_as),
        tuple(next((address for _, address in row if address), "") for row in read_as),
        named=header.are_headings([words for words, _ in read_as[0]]),
    )


def _shown(text: str) -> tuple[str, str]:
    """A text as Markdown shows it, and where a link in it leads."""
    words, address = repair.unmasked(text[:LONGEST_CELL])
    plain = _ITALICS.sub(lambda found: found[1] or found[2], _EMPHASIS.sub(r"\2", words))
    return _ESCAPED.sub(r"\1", plain), address


def _titled(row: str) -> str | None:
    """What a row says if it is a heading."""
    match = _HEADING.fullmatch(row.strip())
    if not match:
        return None
    return _ESCAPED.sub(r"\1", next(part for part in match.groups()[1:] if part is not None))


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
