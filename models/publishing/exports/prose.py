"""The letter's text for formats with a dress of their own: its Markdown as blocks of spans.

Markdown-it reads CommonMark. Raw HTML stays text, pictures are not fetched, a line's end stays where it was typed.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

HEADING_SHIFT = 1
"""The letter's headings stand below its title."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one style, as a word processor's run; a line break is a run of one line feed."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, one point of a list, or a quotation."""

    spans: tuple[Run, ...]
    level: int = 0
    """Of a heading, from 1; 0 for all else."""
    marker: str = ""
    """Before a point of a list: a bullet or its number."""
    depth: int = 0
    """How far it stands in: lists and quotations in one another."""


def blocks(body: str) -> tuple[Block, ...]:
    """The text from top to bottom."""
    found: list[Block] = []
    markers: list[str] = []
    depth = level = 0
    pending = ""
    for token in _markdown().parse(body):
        match token.type:
            case "bullet_list_open":
                markers.append("•")
                depth += 1
            case "ordered_list_open":
                markers.append(f"{int(token.attrs.get('start', 1))}.")
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                markers.pop()
                depth -= 1
            case "list_item_open":
                pending = markers[-1]
                if pending != "•":
                    markers[-1] = f"{int(pending[:-1]) + 1}."
            case "blockquote_open":
                depth += 1
            case "blockquote_close":
                depth -= 1
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "inline":
                found.append(Block(tuple(_spans(token)), level, pending, depth))
                pending = ""
            case "code_block" | "fence":
                found.append(Block((Run(token.content.rstrip("\n")),), depth=depth + 1))
            case _:
                pass
    return tuple(found)


def html(body: str) -> str:
    """The text as HTML that holds nothing of what was typed but its words and links to web and mail addresses."""
    tokens = _markdown().parse(body)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + HEADING_SHIFT, 6)}"
    rendered: str = _markdown().renderer.render(tokens, _markdown().options, {})
    return rendered


def _spans(inline: "Token") -> list[Run]:
    spans: list[Run] = []
    bold = italic = 0
    link = ""
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = str(token.attrs.get("href", ""))
            case "link_close":
                link = ""
            case "softbreak" | "hardbreak":
                spans.append(Run("\n"))
            case _ if token.content:
                spans.append(Run(token.content, bold > 0, italic > 0, link))
    return spans


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")
