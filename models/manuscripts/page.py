"""HTML as a text: headings, paragraphs, lists, tables, quotations and footnotes, as a word processor or Google Docs
writes them. What is hidden, and what runs or is filled in, is no part of it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.importing.files import page as pages
from models.manuscripts import styles
from models.prose import blocks as prose, source
from models.prose.parser import is_followed
from models.refusal import Reason, Refusal
from models.sheets import LeftOut, Manuscript

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

LONGEST = 200_000
"""Characters: several times what a letter may have, so that a long one hears by how much it is too long."""
DEEPEST = 60
"""Elements inside one another; what lies deeper is read as words alone."""
_SKIPPED = frozenset(
    ("head", "script", "style", "noscript", "template", "nav", "form", "button", "select", "svg", "math", "iframe",
     "object", "video", "audio", "canvas", "menu", "dialog", "-comment", "title")
)  # fmt: skip
_HOLDS_BLOCKS = frozenset(
    ("div", "section", "article", "main", "body", "header", "footer", "figure", "figcaption", "center", "address",
     "aside", "details", "summary", "dl", "dt", "dd", "li", "td", "th", "html", "fieldset")
)  # fmt: skip
_BLOCKS = _HOLDS_BLOCKS | frozenset(
    (
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "table",
        "blockquote",
        "pre",
        "hr",
        "tr",
        "tbody",
        "thead",
    )
)
_STYLES = {
    "strong": "bold", "b": "bold", "em": "italic", "i": "italic", "cite": "italic", "s": "struck", "strike": "struck",
    "del": "struck", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
_NOTE = re.compile(r"#_?(footnote|endnote|ftnt|ftn|edn|fn)-?(\d+)$")
_NOTE_PLACE = re.compile(r"_?(footnote|endnote|ftnt|ftn|edn|fn)-?(\d+)$")
_BACK = re.compile(r"#_?(footnote|endnote|ftnt|ftn|edn|fn)-?_?ref-?_?\d+$")
_NUMBER = re.compile(r"\s*\[?\d+\]?\s*")


def read(text: str) -> Manuscript:
    """The text of a page. Refuses UNREADABLE_FILE where elements are nested without end."""
    found, left_out = parsed(text)
    return Manuscript(written(found), left_out={what: count for what, count in left_out.items() if count})


def written(found: prose.Prose) -> str:
    """A text as it is kept. Refuses TOO_LARGE_FILE(limit) for one that is far too long to be a letter."""
    if len(prose.text(found.blocks)) > LONGEST:
        raise Refusal(Reason.TOO_LARGE_FILE, limit=LONGEST)
    return source.markdown(found)


def parsed(text: str) -> tuple[prose.Prose, dict[LeftOut, int]]:
    """The text as blocks, and how much was left out. Refuses as :func:`read` does."""
    pages.require_flat(text)
    from selectolax.lexbor import LexborHTMLParser  # not before somebody brings a page

    page = LexborHTMLParser(text)
    reader = _PageReader(dict(rule for sheet in page.css("style") for rule in styles.rules(sheet.text())))
    if page.body is None:
        return prose.Prose(()), {}
    reader.find_notes(page.body)
    blocks = tuple(reader.blocks(page.body, 0))
    return prose.Prose(blocks, tuple(reader.notes)), {LeftOut.IMAGE: reader.images, LeftOut.LINK: reader.links}


class _PageReader:
    """Goes through a page once; counts what it leaves out."""

    def __init__(self, classes: dict[str, frozenset[str]]) -> None:
        self._classes = classes
        self._places: dict[str, LexborNode] = {}
        self._numbers: dict[str, int] = {}
        self._taken: set[int] = set()
        self.notes: list[tuple[prose.Block, ...]] = []
        self.images = self.links = 0

    def find_notes(self, body: "LexborNode") -> None:
        """Where the footnotes stand to which something refers."""
        wanted = {
            found[1] + found[2]
            for link in body.css("a[href]")
            if (found := _NOTE.match(link.attributes.get("href") or ""))
        }
        for node in body.css("[id], a[name]"):
            found = _NOTE_PLACE.match(node.attributes.get("id") or node.attributes.get("name") or "")
            if found is None or found[1] + found[2] not in wanted:
                continue
            place = node
            while place.tag not in ("li", "p", "div") and place.parent is not None:
                place = place.parent
            if found[1] + found[2] not in self._places:
                self._places[found[1] + found[2]] = place
                self._taken.add(place.mem_id)

    def blocks(self, node: "LexborNode", depth: int) -> Iterator[prose.Block]:
        """The blocks under a node; what is between them is a paragraph of its own."""
        inline: list[LexborNode] = []
        for child in pages.children(node):
            tag = child.tag or ""
            if self._is_skipped(child) or child.mem_id in self._taken:
                continue
            if tag not in _BLOCKS and not _holds_blocks(child):
                inline.append(child)
                continue
            yield from self._paragraphs(inline)
            inline = []
            yield from self._block(child, tag, depth + 1)
        yield from self._paragraphs(inline)

    def _block(self, node: "LexborNode", tag: str, depth: int) -> Iterator[prose.Block]:
        if depth > DEEPEST:
            yield from self._paragraphs([node])
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            if runs := self._runs([node]):
                yield prose.TextHeading(runs, int(tag[1]))
        elif tag == "p":
            yield from self.blocks(node, depth) if _holds_blocks(node) else self._paragraphs([node])
        elif tag in ("ul", "ol"):
            points = tuple(self._points(node, depth))
            start = node.attributes.get("start") or "1"
            if points:
                yield prose.TextList(points, (int(start) if start.isdecimal() else 1) if tag == "ol" else None)
        elif tag == "blockquote":
            if inside := tuple(self.blocks(node, depth)):
                yield prose.Quote(inside)
        elif tag == "pre":
            yield prose.Code((node.text() or "").strip("\n"))
        elif tag == "table":
            yield from self._table(node, depth)
        elif tag == "hr":
            yield prose.Rule()
        else:
            yield from self.blocks(node, depth)

    def _points(self, node: "LexborNode", depth: int) -> Iterator[tuple[prose.Block, ...]]:
        """The points; a list that is in a list without a point of its own belongs to the point before it."""
        point: tuple[prose.Block, ...] = ()
        for child in pages.children(node):
            if child.tag == "-text" or self._is_skipped(child) or child.mem_id in self._taken:
                continue
            found = tuple(
                self.blocks(child, depth) if child.tag == "li" else self._block(child, child.tag or "", depth)
            )
            if child.tag in ("ul", "ol") and point:
                point += found
                continue
            if point:
                yield point
            point = found
        if point:
            yield point

    def _table(self, node: "LexborNode", depth: int) -> Iterator[prose.Block]:
        """A table of one column, or with lists or tables in it, only lays out a page."""
        rows = [
            [cell for cell in pages.children(row) if cell.tag in ("td", "th")]
            for row in node.css("tr")
            if not self._is_skipped(row)
        ]
        rows = [row for row in rows if row]
        width = max(map(len, rows), default=0)
        if width < 2 or node.css_first("table table, ul, ol, h1, h2, h3") is not None:
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell, depth + 1)
            return
        written = [tuple(self._cell(cell) for cell in row) + ((),) * (width - len(row)) for row in rows]
        yield prose.TextTable(written[0], tuple(written[1:]))

    def _cell(self, cell: "LexborNode") -> prose.Runs:
        found: list[prose.Run] = []
        for runs in map(_runs_of, self.blocks(cell, DEEPEST)):
            found += [*([prose.Run(" ")] if found else []), *runs]
        return tuple(found)

    def _paragraphs(self, nodes: "list[LexborNode]") -> Iterator[prose.Block]:
        if runs := self._runs(nodes):
            yield prose.TextParagraph(runs)

    def _runs(self, nodes: "list[LexborNode]") -> prose.Runs:
        return styles.trimmed([run for node in nodes for run in self._inline(node, frozenset(), "", 0)])

    def _inline(self, node: "LexborNode", style: frozenset[str], link: str, depth: int) -> Iterator[prose.Run]:
        tag = node.tag or ""
        if tag == "-text":
            if said := re.sub(r"[ \t\r\n\f]+", " ", node.text_content or ""):
                yield _styled(said, style, link)
            return
        if tag == "br":
            yield prose.Run("\n")
            return
        if tag == "img":
            self.images += 1
            return
        if self._is_skipped(node):
            return
        about = self._styles(node)
        style = (style - {"bold"} if "plain" in about else style) | (about - {"plain", "hidden"})
        if tag in _STYLES and not (_STYLES[tag] == "bold" and "plain" in about):
            style |= {_STYLES[tag]}
        if tag == "a":
            href = (node.attributes.get("href") or "").strip()
            if _BACK.match(href):
                return
            if (note := _NOTE.match(href)) and note[1] + note[2] in self._places:
                yield prose.Run("", note=self._number(note[1] + note[2]))
                return
            link = href if is_followed(href) else ""
            self.links += bool(href) and not link and not href.startswith("#")  # which leads within the page
        if depth > DEEPEST:
            yield _styled(" ".join((node.text(deep=True, separator=" ") or "").split()), style, link)
            return
        for child in pages.children(node):
            yield from self._inline(child, style, link, depth + 1)

    def _number(self, name: str) -> int:
        """The footnote's number; it is read where it is first referred to."""
        if name not in self._numbers:
            self._numbers[name] = len(self.notes) + 1
            self.notes.append(())
            blocks = tuple(self.blocks(self._places[name], 0))
            self.notes[self._numbers[name] - 1] = _without_number(blocks)
        return self._numbers[name]

    def _is_skipped(self, node: "LexborNode") -> bool:
        if node.tag in _SKIPPED:
            return True
        return node.tag != "-text" and ("hidden" in node.attributes or "hidden" in self._styles(node))

    def _styles(self, node: "LexborNode") -> frozenset[str]:
        named = (self._classes.get(name, frozenset()) for name in (node.attributes.get("class") or "").split())
        return frozenset().union(styles.of(node.attributes.get("style") or ""), *named)


def _styled(said: str, style: frozenset[str], link: str) -> prose.Run:
    return prose.Run(said, "bold" in style, "italic" in style, "struck" in style, "code" in style, link)


def _runs_of(block: prose.Block) -> prose.Runs:
    if isinstance(block, prose.TextParagraph | prose.TextHeading):
        return block.runs
    return (prose.Run(block.text),) if isinstance(block, prose.Code) else ()


def _without_number(blocks: tuple[prose.Block, ...]) -> tuple[prose.Block, ...]:
    """A footnote without the number that was before it, which its link back was."""
    if blocks and isinstance(blocks[0], prose.TextParagraph) and _NUMBER.fullmatch(blocks[0].runs[0].text):
        runs = styles.trimmed(list(blocks[0].runs[1:]))
        return ((prose.TextParagraph(runs),) if runs else ()) + blocks[1:]
    return blocks


def _holds_blocks(node: "LexborNode") -> bool:
    return (
        node.tag not in ("-text", "-comment")
        and node.css_first("p, div, ul, ol, table, h1, h2, h3, h4") is not None
    )
