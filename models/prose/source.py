"""A text as Markdown again: what a word processor or a page held, in the form in which a letter is kept."""

import re
from collections.abc import Iterator

from models.prose import blocks as prose, parser

_MARKUP = re.compile(r"([\\`*_\[\]<|~])")
_LINE_START = re.compile(r"^([#>+=-])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_ADDRESS = re.compile(r"\b(https?|mailto)(?=:)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_FENCE = re.compile(r"`{3,}")


def markdown(text: prose.Prose) -> str:
    """The text; read again (``parser.parse``), it has the same words."""
    parts = list(_apart(text.blocks))
    for number, note in enumerate(text.notes, 1):
        written = "\n\n".join(_apart(note)).replace("\n", "\n    ")
        parts.append(f"[^{number}]: {written}")
    return "\n\n".join(part for part in parts if part.strip()).replace("\n    \n", "\n\n")


def _apart(blocks: tuple[prose.Block, ...]) -> Iterator[str]:
    """Each block; two lists that follow one another have different signs, or they would be one."""
    other = False
    before: prose.Block | None = None
    for block in blocks:
        other = isinstance(block, prose.TextList) and isinstance(before, prose.TextList) and not other
        before = block
        yield _block(block, other=other)


def _block(block: prose.Block, *, other: bool = False) -> str:
    match block:
        case prose.TextParagraph(runs):
            return "\n".join(filter(None, map(_line, prose.lines(runs))))
        case prose.TextHeading(runs, level):
            return f"{'#' * level} {_line(_on_one_line(runs))}"
        case prose.TextList(points, start):
            return "\n".join(_points(points, start, other=other))
        case prose.Quote(inner):
            return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_apart(inner)).split("\n"))
        case prose.Code(typed):
            fence = max((found for found in _FENCE.findall(typed)), key=len, default="``") + "`"
            return f"{fence}\n{typed}\n{fence}"
        case prose.TextTable():
            return "\n".join(_table(block))
        case prose.Rule():
            return "---"


def _points(points: tuple[tuple[prose.Block, ...], ...], start: int | None, *, other: bool) -> Iterator[str]:
    for at, point in enumerate(points):
        marker = ("* " if other else "- ") if start is None else f"{start + at}{')' if other else '.'} "
        tight = all(isinstance(part, prose.TextList) for part in point[1:])
        written = ("\n" if tight else "\n\n").join(_apart(point))
        yield marker + written.replace("\n", "\n" + " " * len(marker))


def _table(table: prose.TextTable) -> Iterator[str]:
    yield _row(table.head)
    yield "|" + "|".join(" ---: " if at in table.right else " --- " for at in range(len(table.head))) + "|"
    yield from map(_row, table.rows)


def _row(cells: tuple[prose.Runs, ...]) -> str:
    return f"| {' | '.join(_inline(_on_one_line(cell)) for cell in cells)} |"


def _on_one_line(runs: prose.Runs) -> prose.Runs:
    return tuple(prose.Run(" ") if run.text == "\n" else run for run in runs)


def _line(runs: prose.Runs) -> str:
    """One line. Where the signs of its styles would be read otherwise it keeps its words and loses its styles."""
    said = _guarded(_inline(runs))
    shown = parser.parse(said).blocks
    wanted = _bare("".join(f"[^{run.note}]" if run.note else run.text for run in runs))
    if (
        len(shown) == 1
        and isinstance(shown[0], prose.TextParagraph)
        and _bare(prose.words(shown[0].runs)) == wanted
    ):
        return said
    return _guarded("".join(f"[^{run.note}]" if run.note else _escaped(run.text) for run in runs))


def _guarded(said: str) -> str:
    """What a line begins with makes no heading, list or quotation of it."""
    return _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", said.strip()))


def _bare(text: str) -> str:
    return "".join(text.split())


def _inline(runs: prose.Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: prose.Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    if run.code and "`" not in run.text and run.text.strip():
        return f"`{run.text}`"
    styled = run.bold or run.italic or run.struck
    before, inner, after = _split(run.text) if styled else ("", run.text, "")
    said = _escaped(inner)
    if inner:
        for wanted, mark in ((run.italic, "*"), (run.bold, "**"), (run.struck, "~~")):
            said = f"{mark}{said}{mark}" if wanted else said
    said = _escaped(before) + said + _escaped(after)
    return f"[{said}](<{run.link}>)" if run.link and said.strip() else said


def _split(text: str) -> tuple[str, str, str]:
    """The edges that hold no letter or digit, at which CommonMark does not take an asterisk for a style."""
    start = next((at for at, character in enumerate(text) if character.isalnum()), len(text))
    end = next((at for at in range(len(text), start, -1) if text[at - 1].isalnum()), start)
    return (text[:start], text[start:end], text[end:]) if start < end else ("", "", text)


def _escaped(text: str) -> str:
    return _ENTITY.sub(r"\\&", _ADDRESS.sub(r"\1\\", _MARKUP.sub(r"\\\1", text)))
