"""Blocks: a text from top to bottom, without the signs by which it was typed. Plain frozen data."""

from collections.abc import Iterator

from msgspec import Struct


class Run(Struct, frozen=True):
    """Some words in one style, as a word processor's run; a line break is a run of one line feed."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    link: str = ""
    """A web or mail address, already safe to follow; empty for none."""
    note: int = 0
    """Of a reference to a footnote: its number, from 1."""


Runs = tuple[Run, ...]


class TextParagraph(Struct, frozen=True):
    """A paragraph of running text."""

    runs: Runs


class TextHeading(Struct, frozen=True):
    """A heading; ``level`` from 1 to 6, as it was typed."""

    runs: Runs
    level: int


class TextList(Struct, frozen=True):
    """A list. Each point holds blocks; ``start`` is the number of the first, None for bullets."""

    points: tuple[tuple["Block", ...], ...]
    start: int | None = None


class Quote(Struct, frozen=True):
    """What somebody else said, set apart."""

    blocks: tuple["Block", ...]


class Code(Struct, frozen=True):
    """Lines that are shown as they are."""

    text: str


class TextTable(Struct, frozen=True):
    """A table with a heading over each column. Rows are as long as the headings."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    right: frozenset[int] = frozenset()
    """Columns, from 0, that are aligned to the right, as figures are."""


class Rule(Struct, frozen=True):
    """A line between two parts."""


Block = TextParagraph | TextHeading | TextList | Quote | Code | TextTable | Rule


class Prose(Struct, frozen=True):
    """A whole text from top to bottom."""

    blocks: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...] = ()
    """Footnotes, the first one at 0."""
    images: int = 0
    """Pictures that it names and that are not drawn."""
    left_out: int = 0
    """Links to no web or mail address, for which a remark stands."""


def words(runs: Runs) -> str:
    """The words alone, without their styles."""
    return "".join(run.text for run in runs)


def lines(runs: Runs) -> Iterator[Runs]:
    """The runs of each line, without the breaks."""
    line: list[Run] = []
    for run in runs:
        if run.text == "\n":
            yield tuple(line)
            line = []
        else:
            line.append(run)
    yield tuple(line)


def text(blocks: tuple[Block, ...]) -> str:
    """The words of some blocks, a space between one and the next: by them a direction is found."""
    return " ".join(_texts(blocks))


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case TextParagraph(runs) | TextHeading(runs, _):
                yield words(runs)
            case TextList(points):
                yield from (text(point) for point in points)
            case Quote(inner):
                yield text(inner)
            case Code(typed):
                yield typed
            case TextTable(head, rows):
                yield from (words(cell) for row in (head, *rows) for cell in row)
            case Rule():
                pass


MOST_COLUMNS = 6
"""A table with more is drawn as lines where a page is narrow."""


def as_lines(table: TextTable) -> TextList:
    """A table as a list, for places without room for columns: a point for each row, in it a line for each cell
    that holds something, after the heading of its column."""
    return TextList(tuple(point for row in table.rows if (point := _row(table.head, row))))


def _row(head: tuple[Runs, ...], row: tuple[Runs, ...]) -> tuple[Block, ...]:
    cells = [(name, cell) for name, cell in zip(head, row, strict=True) if words(cell).strip()]
    if not cells:
        return ()
    first, *others = [(*_named(name), *cell) for name, cell in cells]
    found: tuple[Block, ...] = (TextParagraph(first),)
    return (*found, TextList(tuple((TextParagraph(cell),) for cell in others))) if others else found


def _named(name: Runs) -> Runs:
    said = words(name).replace("\n", " ").strip()
    return (Run(f"{said}:", bold=True), Run(" ")) if said else ()
