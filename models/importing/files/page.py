"""Web pages: headings, list lines and tables as a reader sees them; menus, forms and scripts are no part of it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from models.importing.columns import heading
from models.importing.columns.listing import LONGEST_CELL, Listing
from models.importing.files import blocks, own_text
from models.importing.files.blocks import Block, Grid, Item, Paragraph, Title
from models.refusal import Reason, Refusal

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SKIPPED = frozenset(
    ("head", "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg",
     "math", "iframe", "object", "video", "audio", "canvas", "menu", "dialog", "pre", "code", "del", "s")
)  # fmt: skip
_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "legend", "caption"))
_LISTS = frozenset(("ul", "ol", "dl", "table"))
_BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "li", "dd", "blockquote", "header", "figure", "details", "center",
     "address", "body", "html", "fieldset", "hr", "td", "th", "tr", "tbody", "thead", "tfoot", *_LISTS, *_TITLES)
)  # fmt: skip
_STANDS_OUT = frozenset(("a", "b", "strong", "cite", "em", "i", "span"))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SHALLOW = frozenset(
    ("p", "li", "dt", "dd", "td", "th", "tr", "option", "br", "hr", "img", "input", "meta", "link", "area", "base",
     "col", "embed", "source", "track", "wbr", "body", "html", "head", "tbody", "thead", "tfoot", "path")
)  # fmt: skip
"""Elements that hold nothing, or that the next of their kind ends."""
MOST_NESTED = 250
DEEPEST = 120
"""Elements inside one another; what lies deeper is read as text."""


def is_page(text: str) -> bool:
    """Whether a text is a page of HTML: by its first element."""
    start = text.lstrip()[:400].casefold()
    return start.startswith(
        ("<!doctype html", "<html", "<head", "<body", "<table", "<ul", "<ol", "<div", "<?xml")
    ) and (
        "<" in start
        and ("html" in start or any(f"<{tag}" in start for tag in ("table", "ul", "ol", "body", "div")))
    )


def read(text: str) -> Listing:
    """Refuses EMPTY_LIST, TOO_MANY_ROWS, UNREADABLE_FILE where elements are nested without end."""
    require_flat(text)
    from selectolax.lexbor import LexborHTMLParser  # not before somebody brings a page

    body = LexborHTMLParser(text).body
    if body is None:
        return blocks.read(())
    rows = list(_own_rows(body))
    return own_text.read(rows) if rows else blocks.read(_blocks(body, 0))


def _own_rows(body: "LexborNode") -> Iterator[str]:
    """The headings and lines of our own list as it is in plain text; nothing of any other page."""
    footer = body.css_first("footer")
    if footer is None or not own_text.is_own(footer.text().rstrip()):
        return
    for node in body.css("main > h2, main > h3, main > ol.list"):
        if node.tag != "ol":
            yield from ("", _text(node))
            continue
        for number, line in enumerate(node.css("li"), int(node.attributes.get("start") or 1)):
            yield f"{number}. {_text(line)}"


def require_flat(text: str) -> None:
    """Refuse UNREADABLE_FILE for elements inside one another without end: no page is nested so deeply, and the time to
    read one grows with the square of its depth."""
    depth = 0
    for closes, tag in _TAG.findall(text):
        if tag.casefold() not in _SHALLOW:
            depth = max(0, depth - 1) if closes else depth + 1
            if depth > MOST_NESTED:
                raise Refusal(Reason.UNREADABLE_FILE)


def _blocks(node: "LexborNode", depth: int) -> Iterator[Block]:
    """Blocks under a node; text that is between them is running text."""
    inline: list[LexborNode] = []
    for child in children(node):
        tag = child.tag or ""
        if _is_skipped(child):
            continue
        if tag not in _BLOCKS and not _holds_blocks(child):
            inline.append(child)
            continue
        yield from _running(inline)
        inline = []
        yield from _block(child, tag, depth + 1)
    yield from _running(inline)


def _block(node: "LexborNode", tag: str, depth: int) -> Iterator[Block]:
    if depth > DEEPEST:
        yield from _running([node])
    elif tag in _TITLES:
        yield Title(_text(node), int(tag[1]) if tag[1:].isdigit() else 9)
    elif tag == "table" and node.css_first("table table, ul, ol") is None:
        yield _grid(node)
    elif tag == "dl" and (items := _described(node)):
        yield from items
    elif tag in ("li", "dd"):
        yield from _item(node, depth)
    else:
        yield from _blocks(node, depth)


def _item(node: "LexborNode", depth: int) -> Iterator[Block]:
    """A list line; one that holds a list of its own is the heading of that."""
    if node.css_first("ul, ol, table") is None:
        line = _line(list(children(node)))
        if line.text:
            yield line
        return
    own = [child for child in children(node) if child.tag not in _LISTS and not _is_skipped(child)]
    if (line := _line(own)).text:
        yield Title(line.text)
    for child in children(node):
        if child.tag in _LISTS or _holds_blocks(child):
            yield from _block(child, child.tag or "", depth + 1)


def _described(node: "LexborNode") -> list[Item]:
    """Terms, each with what is said of it, as list lines; nothing if the terms are headings of lists."""
    parts = [child for child in children(node) if child.tag in ("dt", "dd")]
    if not parts or len(parts) % 2 or node.css_first("ul, ol, table, dl dl") is not None:
        return []
    found = []
    for term, said in zip(parts[::2], parts[1::2], strict=True):
        name = _text(term)
        if (term.tag, said.tag) != ("dt", "dd") or not name or heading.read(name) is not None:
            return []
        link = _line([*children(term), *children(said)]).link
        found.append(Item(f"{name} — {_text(said)}", name, link))
    return found


def _grid(node: "LexborNode") -> Grid:
    rows: list[tuple[str, ...]] = []
    links: list[str] = []
    named = False
    if (caption := node.css_first("caption")) is not None:
        caption.decompose()
    for row in node.css("tr"):
        cells = [cell for cell in children(row) if cell.tag in ("td", "th")]
        if not cells:
            continue
        named = named or (not rows and all(cell.tag == "th" for cell in cells) and len(cells) > 1)
        rows.append(tuple(" ".join(_text(cell).split()) for cell in cells))
        links.append(next(filter(None, (_address(link) for link in row.css("a"))), ""))
    return Grid(tuple(rows), tuple(links), named)


def _running(nodes: "list[LexborNode]") -> Iterator[Block]:
    """Text outside lists: its lines, or a heading where all of it stands out."""
    lines: list[list[LexborNode]] = [[]]
    for node in nodes:
        if node.tag == "br":
            lines.append([])
        else:
            lines[-1].append(node)
    found = [line for line in map(_line, lines) if line.text]
    if len(found) == 1 and found[0].strong == found[0].text and not found[0].link and len(found[0].text) < 120:
        yield Title(found[0].text)
    elif found:
        yield Paragraph(tuple(Item(row, one.strong if row.startswith(one.strong) else "", one.link)
                              for one in found for row in one.text.split("\n") if row.strip()))  # fmt: skip


def _line(nodes: "list[LexborNode]") -> Item:
    text = blocks.spaced("".join(_words(node, 0) for node in nodes))[:LONGEST_CELL]
    first = next((node for node in nodes if node.tag != "-comment" and _text(node)), None)
    while first is not None and first.tag in ("p", "div") and children(first):
        first = next((node for node in children(first) if _text(node)), None)
    strong = _text(first) if first is not None and first.tag in _STANDS_OUT else ""
    link = next(filter(None, (_address(one) for node in nodes for one in _links(node))), "")
    return Item(text, strong, link)


def _links(node: "LexborNode") -> "list[LexborNode]":
    if node.tag == "-text":
        return []
    return ([node] if node.tag == "a" else []) + [one for one in node.css("a") if one.tag == "a"]


def _address(link: "LexborNode") -> str:
    """Where a link leads; not one inside the page, nor one by which somebody is written to."""
    href = (link.attributes.get("href") or "").strip()
    return href if urlsplit(href).scheme in ("http", "https") else ""


def _text(node: "LexborNode") -> str:
    return blocks.spaced(_words(node, 0))[:LONGEST_CELL]


def _words(node: "LexborNode", depth: int) -> str:
    """The words of a node, those of blocks inside it kept apart."""
    if node.tag == "-text":
        return (node.text_content or "").replace("\n", " ")
    if node.tag == "br":
        return "\n"
    if node.tag == "-comment" or _is_skipped(node):
        return ""
    if depth > DEEPEST:
        return node.text(deep=True, separator=" ")
    inside = "".join(_words(child, depth + 1) for child in children(node))
    return f" {inside} " if node.tag in _BLOCKS else inside


def children(node: "LexborNode") -> "list[LexborNode]":
    """What is directly inside a node, text and comments too."""
    found, child = [], node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _holds_blocks(node: "LexborNode") -> bool:
    return (
        node.tag not in ("-text", "-comment")
        and node.css_first("ul, ol, table, p, div, li, h1, h2, h3, h4") is not None
    )


def _is_skipped(node: "LexborNode") -> bool:
    if node.tag in _SKIPPED:
        return True
    if node.tag in ("-text", "-comment"):
        return node.tag == "-comment"
    said = node.attributes
    style = (said.get("style") or "").replace(" ", "").casefold()
    return "hidden" in said or "display:none" in style or said.get("role") in ("navigation", "search", "banner")
