"""A text as HTML: headings, paragraphs, lists, tables and footnotes, for a file, a page, or a feed.

It holds nothing of what was typed but its words, and links to web and mail addresses.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from models.prose import blocks as prose, script
from models.translation import _

STYLE = """
.prose blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: .2em solid; }
.prose pre { white-space: pre-wrap; }
.prose .table { overflow-x: auto; }
.prose table { border-collapse: collapse; overflow-wrap: normal; }
.prose th, .prose td { border: 1px solid; padding: .25em .5em; text-align: start; vertical-align: top; }
.prose .figure { text-align: end; }
.prose .notes { border-top: 1px solid; margin-top: 1.5em; font-size: .9em; }
@media print { .prose a[href^="http"]::after { content: " (" attr(href) ")"; } .prose .table { overflow: visible; } }
""".strip()
"""What a page with such a text needs beside its own dress; the text is in an element of the class ``prose``."""

_FIGURE = ' class="figure"'


def html(text: prose.Prose, language: str = "", below: int = 1, mark: str = "") -> str:
    """The text, for an element that names its ``language`` and its :func:`direction`; its headings stand ``below`` so
    many levels of headings. A block that runs the other way than the whole, or is in another script, says so itself.

    ``mark`` tells its notes from those of another text on the same page."""
    return _HtmlWriter(script.runs_from_right(prose.text(text.blocks)), language, below, mark).whole(text)


def direction(text: prose.Prose) -> str:
    """``rtl`` or ``ltr``, for the element that holds it."""
    return _way(script.runs_from_right(prose.text(text.blocks)))


class _HtmlWriter:
    def __init__(self, from_right: bool, language: str, below: int, mark: str) -> None:
        self._from_right = from_right
        self._language = language
        self._below = below
        self._mark = mark
        self._referred: set[int] = set()

    def whole(self, text: prose.Prose) -> str:
        parts = [*self._blocks(text.blocks), *self._notes(text.notes)]
        return "\n".join(parts)

    def _blocks(self, blocks: tuple[prose.Block, ...]) -> Iterator[str]:
        for block in blocks:
            yield self._block(block)

    def _block(self, block: prose.Block) -> str:
        with self._turned(prose.text((block,))) as way:
            match block:
                case prose.TextHeading(runs, level):
                    tag = f"h{min(level + self._below, 6)}"
                    return f"<{tag}{way}>{self._runs(runs)}</{tag}>"
                case prose.TextParagraph(runs):
                    return f"<p{way}>{self._runs(runs)}</p>"
                case prose.TextList(points, start):
                    tag = "ul" if start is None else "ol"
                    first = f' start="{start}"' if start not in (None, 1) else ""
                    return f"<{tag}{first}{way}>\n{''.join(map(self._item, points))}</{tag}>"
                case prose.Quote(inner):
                    return f"<blockquote{way}>\n{''.join(self._blocks(inner))}\n</blockquote>"
                case prose.Code(typed):
                    return f"<pre{way}><code>{escape(typed)}</code></pre>"
                case prose.TextTable():
                    return self._table(block, way)
                case prose.Rule():
                    return "<hr>"

    @contextmanager
    def _turned(self, text: str) -> Iterator[str]:
        """The attributes of an element with this text, where it runs the other way than what it is in or is in
        another script. What is in it is compared with it."""
        before = self._from_right, self._language
        from_right = script.runs_from_right(text) if text.strip() else self._from_right
        spoken = script.language(text)
        if spoken[:2] == self._language[:2]:
            spoken = ""
        way = "" if from_right is self._from_right else f' dir="{_way(from_right)}"'
        self._from_right, self._language = from_right, spoken or self._language
        yield f'{way} lang="{spoken}"' if spoken else way
        self._from_right, self._language = before

    def _item(self, point: tuple[prose.Block, ...]) -> str:
        with self._turned(prose.text(point)) as way:
            return f"<li{way}>{self._point(point)}</li>\n"

    def _point(self, point: tuple[prose.Block, ...]) -> str:
        """A point of one paragraph needs no paragraph of its own."""
        if point and isinstance(point[0], prose.TextParagraph):
            rest = "\n".join(self._blocks(point[1:]))
            return self._runs(point[0].runs) + (f"\n{rest}" if rest else "")
        return "\n".join(self._blocks(point))

    def _table(self, table: prose.TextTable, way: str) -> str:
        head = self._row(table.head, table.right, "th", ' scope="col"')
        rows = "\n".join(self._row(row, table.right, "td", "") for row in table.rows)
        inside = f"<thead>\n{head}\n</thead>\n<tbody>\n{rows}\n</tbody>"
        label = escape(_("Table"))
        around = f'<div class="table" tabindex="0" role="region" aria-label="{label}"{way}>'
        return f"{around}<table>\n{inside}\n</table></div>"

    def _row(self, cells: tuple[prose.Runs, ...], right: frozenset[int], tag: str, about: str) -> str:
        written = ""
        for at, cell in enumerate(cells):
            with self._turned(prose.words(cell)) as way:
                written += f"<{tag}{about}{_FIGURE if at in right else ''}{way}>{self._runs(cell)}</{tag}>"
        return f"<tr>{written}</tr>"

    def _notes(self, notes: tuple[tuple[prose.Block, ...], ...]) -> Iterator[str]:
        if not notes:
            return
        point = self._mark.strip("-").rpartition("-")[2]
        label = _("Notes on point {number}", number=point) if point else _("Notes")
        yield f'<section class="notes" role="doc-endnotes" aria-label="{escape(label)}"><ol>'
        for number, note in enumerate(notes, 1):
            to = f'href="#{self._mark}ref-{number}"'
            label = escape(_("Back to reference {number}", number=number))
            back = f'<a {to} role="doc-backlink" aria-label="{label}">↩</a>'
            with self._turned(prose.text(note)) as way:
                yield f'<li id="{self._mark}note-{number}"{way}>{self._point(note)} {back}</li>'
        yield "</ol></section>"

    def _runs(self, runs: prose.Runs) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: prose.Run) -> str:
        if run.note:
            place = "" if run.note in self._referred else f' id="{self._mark}ref-{run.note}"'
            self._referred.add(run.note)
            return f'<sup{place}><a href="#{self._mark}note-{run.note}" role="doc-noteref">{run.note}</a></sup>'
        if run.text == "\n":
            return "<br>\n"
        said = escape(run.text)
        marks = ((run.code, "code"), (run.struck, "del"), (run.italic, "em"), (run.bold, "strong"))
        for wanted, tag in marks:
            said = f"<{tag}>{said}</{tag}>" if wanted else said
        return f'<a href="{escape(run.link)}" rel="nofollow noopener">{said}</a>' if run.link else said


def _way(from_right: bool) -> str:
    return "rtl" if from_right else "ltr"
