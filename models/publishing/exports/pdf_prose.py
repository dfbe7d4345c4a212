"""The letter's text for the typesetter: its blocks as plain data, which ``list.typ`` draws."""

from collections.abc import Iterator
from typing import Any

from models.prose import blocks as prose
from models.prose import script
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


def data(text: Prose) -> list[dict[str, Any]]:
    """The blocks from top to bottom, each with the direction in which it runs."""
    return list(_PdfData(text).blocks())


class _PdfData:
    def __init__(self, text: Prose) -> None:
        self._text = text
        self._referred: set[int] = set()

    def blocks(self) -> Iterator[dict[str, Any]]:
        """PDF/UA wants headings that begin at the first level and skip none, whatever was typed."""
        levels = [block.level for block in self._text.blocks if isinstance(block, TextHeading)]
        highest = min(levels, default=0)
        begun = False
        for block in self._text.blocks:
            if not isinstance(block, TextHeading):
                yield self._block(block)
                continue
            level = 2 if begun and block.level > highest else 1
            begun = True
            yield self._of(block, "heading", level=level, spans=self._spans(block.runs))

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case TextParagraph(runs):
                return self._of(block, "paragraph", spans=self._spans(runs))
            case TextHeading(runs, _):
                bold = tuple(Run(run.text, True, run.italic, link=run.link, note=run.note) for run in runs)
                return self._of(block, "paragraph", spans=self._spans(bold))
            case TextList(points, start):
                written = [[self._block(part) for part in point] for point in points]
                kind = "bullets" if start is None else "numbers"
                return self._of(block, kind, points=written, start=start or 0)
            case Quote(inner):
                return self._of(block, "quote", blocks=[self._block(part) for part in inner])
            case Code(typed):
                return self._of(block, "code", lines=typed.split("\n"))
            case TextTable(head) if len(head) > prose.MOST_COLUMNS:
                return self._block(prose.as_lines(block))
            case TextTable(head, rows, right):
                return self._of(
                    block,
                    "table",
                    head=[self._spans(cell) for cell in head],
                    rows=[[{"spans": self._spans(cell)} for cell in row] for row in rows],
                    right=sorted(right),
                )
            case Rule():
                return self._of(block, "rule")

    def _of(self, block: Block, kind: str, **more: Any) -> dict[str, Any]:
        return {"kind": kind, "rtl": script.runs_from_right(prose.text((block,))), **more}

    def _spans(self, runs: Runs) -> list[dict[str, Any]]:
        return [self._span(run) for run in runs]

    def _span(self, run: Run) -> dict[str, Any]:
        """A reference carries its footnote where it comes first, and its number where it comes again."""
        note: list[list[dict[str, Any]]] = []
        again = run.note if run.note in self._referred else 0
        if run.note and not again:
            self._referred.add(run.note)
            found = self._text.notes[run.note - 1] or (TextParagraph((Run("–"),)),)
            note = [self._spans(part) for block in found for part in _running(block)]
        return {
            "text": run.text,
            "bold": run.bold,
            "italic": run.italic,
            "struck": run.struck,
            "code": run.code,
            "link": run.link,
            "note": note,
            "again": again,
        }


def _running(block: Block) -> Iterator[Runs]:
    """What a footnote holds, as running text."""
    match block:
        case TextParagraph(runs) | TextHeading(runs, _):
            yield runs
        case TextList(points):
            yield from (runs for point in points for part in point for runs in _running(part))
        case Quote(inner):
            yield from (runs for part in inner for runs in _running(part))
        case Code(typed):
            yield (Run(typed),)
        case TextTable():
            yield from _running(prose.as_lines(block))
        case Rule():
            pass
