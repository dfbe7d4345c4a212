"""The letter's text for the typesetter: its blocks as plain data, which ``list.typ`` draws."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from models.prose import blocks as prose, script
from models.publishing.exports import fonts


def data(text: prose.Prose, language: str) -> list[dict[str, Any]]:
    """The blocks from top to bottom, each with the direction in which it runs. ``language``: of the whole, such as en
    or zh-hant, which decides how Chinese characters are drawn."""
    return list(_PdfData(text, language).blocks())


_COUNTRIES = (("hant", "TW"), ("tw", "TW"), ("hk", "HK"), ("ja", "JP"), ("ko", "KR"))
"""Where a language's Chinese characters are drawn as they are there."""


class _PdfData:
    def __init__(self, text: prose.Prose, language: str) -> None:
        self._text = text
        self._country = next((code for part, code in _COUNTRIES if part in language), "")
        self._referred: set[int] = set()

    def blocks(self) -> Iterator[dict[str, Any]]:
        """PDF/UA wants headings that begin at the first level and skip none, whatever was typed."""
        levels = [block.level for block in self._text.blocks if isinstance(block, prose.TextHeading)]
        highest = min(levels, default=0)
        begun = False
        for block in self._text.blocks:
            if not isinstance(block, prose.TextHeading):
                yield self._block(block)
                continue
            level = 2 if begun and block.level > highest else 1
            begun = True
            yield self._of(block, "heading", level=level, spans=self._spans(block.runs))

    def _block(self, block: prose.Block) -> dict[str, Any]:
        match block:
            case prose.TextParagraph(runs):
                return self._of(block, "paragraph", spans=self._spans(runs))
            case prose.TextHeading(runs, _):
                bold = tuple(
                    prose.Run(run.text, True, run.italic, link=run.link, note=run.note) for run in runs
                )
                return self._of(block, "paragraph", spans=self._spans(bold))
            case prose.TextList(points, start):
                ways = [script.runs_from_right(prose.text(point)) for point in points]
                if len(set(ways)) > 1:  # a list has its signs on one side
                    return self._of(block, "parts", blocks=list(self._by_way(points, ways, start)))
                written = [[self._block(part) for part in point] for point in points]
                kind = "bullets" if start is None else "numbers"
                return self._of(block, kind, points=written, start=start or 0)
            case prose.Quote(inner):
                return self._of(block, "quote", blocks=[self._block(part) for part in inner])
            case prose.Code(typed):
                return self._of(block, "code", lines=typed.split("\n"))
            case prose.TextTable(head) if len(head) > prose.MOST_COLUMNS:
                return self._block(prose.as_lines(block))
            case prose.TextTable(head, rows, right):
                return self._of(
                    block,
                    "table",
                    head=[self._spans(cell) for cell in head],
                    rows=[[{"spans": self._spans(cell)} for cell in row] for row in rows],
                    right=sorted(right),
                )
            case prose.Rule():
                return self._of(block, "rule")

    def _by_way(
        self, points: tuple[tuple[prose.Block, ...], ...], ways: list[bool], start: int | None
    ) -> Iterator[dict[str, Any]]:
        """A list whose points run in both directions, as a list for each stretch of one."""
        for _, stretch in groupby(enumerate(points), key=lambda point: ways[point[0]]):
            same = list(stretch)
            first = None if start is None else start + same[0][0]
            yield self._block(prose.TextList(tuple(point for _, point in same), first))

    def _of(self, block: prose.Block, kind: str, **more: Any) -> dict[str, Any]:
        text = prose.text((block,))
        font = fonts.OF_LANGUAGE.get(script.language(text, self._country), "")
        return {"kind": kind, "rtl": script.runs_from_right(text), "font": font, **more}

    def _spans(self, runs: prose.Runs) -> list[dict[str, Any]]:
        return [self._span(run) for run in runs]

    def _span(self, run: prose.Run) -> dict[str, Any]:
        """A reference carries its footnote where it comes first, and its number where it comes again."""
        note: list[list[dict[str, Any]]] = []
        again = run.note if run.note in self._referred else 0
        if run.note and not again:
            self._referred.add(run.note)
            found = self._text.notes[run.note - 1] or (prose.TextParagraph((prose.Run("–"),)),)
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


def _running(block: prose.Block) -> Iterator[prose.Runs]:
    """What a footnote holds, as running text."""
    match block:
        case prose.TextParagraph(runs) | prose.TextHeading(runs, _):
            yield runs
        case prose.TextList(points):
            yield from (runs for point in points for part in point for runs in _running(part))
        case prose.Quote(inner):
            yield from (runs for part in inner for runs in _running(part))
        case prose.Code(typed):
            yield (prose.Run(typed),)
        case prose.TextTable():
            yield from _running(prose.as_lines(block))
        case prose.Rule():
            pass
