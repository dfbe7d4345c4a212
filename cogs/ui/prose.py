"""Prose in Discord: a letter's text or a talking point as Discord's own Markdown, a page at a time.

Discord draws three sizes of headings, lists, quotations, links and code; no tables, rules, footnotes or pictures. What
it would read otherwise than it was typed is escaped (``words.escape``), and nothing in it pings.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from cogs.ui import words
from cogs.ui.inline import inline
from models.prose import blocks as prose, script
from models.prose.blocks import (
    Block,
    Code,
    Prose,
    Quote,
    Rule,
    Run,
    Runs,
    TextHeading,
    TextList,
    TextParagraph,
    TextTable,
)
from models.strings.remembered import remembered

DEEPEST = 2
"""Lists in one another that every client of Discord draws; a deeper point begins with a dash for each level more."""
_SENTENCE = re.compile(r"[.!?…؟۔।](?:[\"”’»)\]]|\[\d+\])*\s+|[。！？][」』”）]?|\s*\n")
_WORD = re.compile(r"\s+")
_RULE = "⁎ ⁎ ⁎"


class _Line(Struct, frozen=True):
    """One line: what is before it, and again before its rest where it is divided, and its runs."""

    mark: str
    runs: Runs
    rest: str = ""

    def drawn(self) -> str:
        """As Discord is sent it; what runs from the right does so whatever is before it."""
        said = inline(self.runs)
        turned = script.runs_from_right(prose.words(self.runs))
        return (
            f"{self.mark}{script.FROM_RIGHT_ISOLATE}{said}{script.END_ISOLATE}" if turned else self.mark + said
        )


class _Group(Struct, frozen=True):
    """Lines that stay on one page where they fit: a paragraph, one point of a list, a row of a table."""

    apart: str
    """Between it and what is before it on the same page."""
    lines: tuple[_Line, ...] = ()
    code: str | None = None
    heads: bool = False
    """A heading: never the last on its page."""

    def drawn(self) -> str:
        if self.code is not None:
            return f"```\n{self.code}\n```"
        return "\n".join(line.drawn() for line in self.lines)


@remembered(64)
def pages(text: Prose, fits: int) -> tuple[str, ...]:
    """The text in pieces of at most ``fits`` characters as they are sent: cut between paragraphs, points and rows; a
    paragraph that is longer by itself is cut between sentences, a longer sentence between words."""
    found: list[str] = [""]
    ends: list[str] = []
    """Headings at the end of the page that is being filled."""
    for group in _fitting(_groups(text), fits):
        said = group.drawn()
        if found[-1] and len(found[-1]) + len(group.apart) + len(said) > fits:
            carried = "\n".join(ends)
            if carried and found[-1] != carried and len(carried) + 1 + len(said) <= fits:
                found[-1] = found[-1].removesuffix(carried).rstrip()
                found.append(carried)
            else:
                found.append("")
        apart = "\n" if ends else group.apart
        found[-1] += (apart if found[-1] else "") + said
        ends = [*ends, said] if group.heads else []
    return tuple(found)


def _groups(text: Prose) -> Iterator[_Group]:
    levels = sorted({block.level for block in text.blocks if isinstance(block, TextHeading)})
    highest = levels[0] if levels else 0
    for block in text.blocks:
        yield from _block(block, highest)
    for number, note in enumerate(text.notes, 1):
        lines = [line for block in note for group in _block(block, 0) for line in group.lines]
        first = lines[0] if lines else _Line("", ())
        marked = (_Line(f"-# {words.escape(f'[{number}]')} ", first.runs, "-# "), *lines[1:])
        yield _Group("\n\n" if number == 1 else "\n", marked)


def _block(block: Block, highest: int) -> Iterator[_Group]:
    match block:
        case TextHeading(runs, level):
            largest = level == highest
            lines = [
                _Line("### " if largest else "", line if largest else _bold(line)) for line in prose.lines(runs)
            ]
            yield _Group("\n\n", tuple(lines), heads=True)
        case TextList(points, start):
            yield from _points(points, start, "", 0)
        case TextTable():
            yield from _block(prose.as_lines(block), highest)
        case Quote(inner):
            yield from _quoted(inner, highest)
        case Code(typed) if "```" not in typed:
            yield _Group("\n\n", code=typed)
        case Code(typed):
            yield _Group("\n\n", tuple(_Line("", (Run(line),)) for line in typed.split("\n")))
        case TextParagraph(runs):
            yield _Group("\n\n", tuple(_Line("", line) for line in prose.lines(runs)))
        case Rule():
            yield _Group("\n\n", (_Line("", (Run(_RULE),)),))


def _quoted(inner: tuple[Block, ...], highest: int) -> Iterator[_Group]:
    """Discord knows no quotation in a quotation: the inner one is in the same."""
    for at, group in enumerate(group for block in inner for group in _block(block, highest)):
        lines = group.lines
        if group.code is not None:
            lines = tuple(_Line("", (Run(line, code=True),)) for line in group.code.split("\n"))
        apart = "\n> \n" if at and group.apart == "\n\n" else "\n" if at else group.apart
        bare = tuple(_Line(_behind(line.mark), line.runs, _behind(line.rest)) for line in lines)
        yield _Group(apart, bare)


def _behind(mark: str) -> str:
    return mark if mark.startswith("> ") else f"> {mark}"


def _points(
    points: tuple[tuple[Block, ...], ...], start: int | None, indent: str, depth: int
) -> Iterator[_Group]:
    for at, point in enumerate(points):
        number = "" if start is None else f"{start + at}. "
        deeper = "– " * (depth - DEEPEST + 1)
        marker = f"- {deeper}{number}" if deeper else number or "- "
        mark, rest = indent + marker, indent + " " * (2 if deeper else len(marker))
        inside = indent if depth >= DEEPEST - 1 else rest
        apart = "\n" if at or depth else "\n\n"
        lines: list[_Line] = []
        for block in point or (TextParagraph(()),):
            match block:
                case TextParagraph(runs) | TextHeading(runs, _):
                    said = _bold(runs) if isinstance(block, TextHeading) else runs
                    for line in prose.lines(said):
                        lines.append(_Line(rest if lines else mark, line, rest))
                case _:
                    if lines or block is point[0]:
                        yield _Group(apart, tuple(lines) or (_Line(mark, (), rest),))
                        apart, lines = "\n", []
                    if isinstance(block, TextList):
                        yield from _points(block.points, block.start, inside, depth + 1)
                    else:
                        for group in _block(block, 0):
                            yield _Group("\n", group.lines, group.code)
        if lines:
            yield _Group(apart, tuple(lines))


def _bold(runs: Runs) -> Runs:
    return tuple(
        run if run.text == "\n" or run.note else Run(run.text, True, run.italic, run.struck, run.code, run.link)
        for run in runs
    )


def _fitting(groups: Iterable[_Group], fits: int) -> Iterator[_Group]:
    """The groups; one that is longer than a page in parts of one line or some sentences."""
    for group in groups:
        if len(group.drawn()) <= fits:
            yield group
        elif group.code is not None:
            yield from _cut_code(group, fits)
        else:
            apart = group.apart
            for line in group.lines:
                for part in _cut(line, fits):
                    yield _Group(apart, (part,))
                    apart = "\n"


def _cut_code(group: _Group, fits: int) -> Iterator[_Group]:
    room = fits - len("```\n\n```")
    piece = ""
    for line in (group.code or "").split("\n"):
        for part in (line[at : at + room] for at in range(0, max(1, len(line)), room)):
            if piece and len(piece) + 1 + len(part) > room:
                yield _Group(group.apart, code=piece)
                piece = part
            else:
                piece = f"{piece}\n{part}" if piece else part
    yield _Group(group.apart, code=piece)


def _cut(line: _Line, fits: int) -> Iterator[_Line]:
    """A line in parts that fit: between sentences, else between words, else anywhere."""
    part: list[Run] = []
    mark, length = line.mark, len(line.mark) + 2
    for sentence in _within(line.runs, fits - len(line.mark) - len(line.rest) - 2):
        more = len(inline(sentence)) + 1
        if part and length + more > fits:
            yield _Line(mark, _stripped(part), line.rest)
            part, mark, length = [], line.rest, len(line.rest) + 2
        part += sentence
        length += more
    yield _Line(mark, _stripped(part), line.rest)


def _within(runs: Runs, room: int) -> Iterator[Runs]:
    for sentence in _divided(runs, _SENTENCE):
        if len(inline(sentence)) <= room:
            yield sentence
            continue
        for word in _divided(sentence, _WORD):
            if len(inline(word)) <= room:
                yield word
            else:
                yield from _letters(word, max(1, room // 4))


def _letters(runs: Runs, most: int) -> Iterator[Runs]:
    """Pieces of so few characters that they fit however they are escaped. A link so long leads nowhere any more."""
    for run in runs:
        for at in range(0, max(1, len(run.text)), most):
            yield (Run(run.text[at : at + most], run.bold, run.italic, run.struck, run.code, "", run.note),)


def _divided(runs: Runs, border: re.Pattern[str]) -> Iterator[Runs]:
    """The runs in pieces, each up to the end of what the pattern finds. What is linked or code stays whole."""
    piece: list[Run] = []
    for run in runs:
        if run.link or run.code or run.note:
            piece.append(run)
            continue
        at = 0
        for found in border.finditer(run.text):
            yield (*piece, _part(run, at, found.end()))
            piece, at = [], found.end()
        if at < len(run.text):
            piece.append(_part(run, at, len(run.text)))
    if piece:
        yield tuple(piece)


def _part(run: Run, start: int, end: int) -> Run:
    return Run(run.text[start:end], run.bold, run.italic, run.struck)


def _stripped(runs: list[Run]) -> Runs:
    """Without the space at which it was cut; runs of one style are one again."""
    joined: list[Run] = []
    for run in runs:
        if joined and not run.note and not run.code and not joined[-1].note and not joined[-1].code:
            last = joined[-1]
            style = (run.bold, run.italic, run.struck, run.link)
            if (last.bold, last.italic, last.struck, last.link) == style and "\n" not in (last.text, run.text):
                joined[-1] = Run(last.text + run.text, *style[:3], link=run.link)
                continue
        joined.append(run)
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)
