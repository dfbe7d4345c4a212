"""The one parse of a text's Markdown: CommonMark with tables, strike-through and footnotes.

Raw HTML stays text, a line's end stays where it was typed, a web address in the text is a link. Only links to web and
mail addresses are links: of any other the words stay, with a remark that it was left out. Pictures are named, never
fetched.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from models.prose import blocks as prose
from models.strings.remembered import remembered
from models.translation import _, language, pgettext

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 60
"""Levels of lists and quotations in one another that the parser follows; deeper it would drop what comes."""
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""Invisible characters that turn the order of what follows; renderers set directions themselves."""
_PICTURE = "data:image/"
MOST_BRACKETS = 2_000
"""In a text with more the parser would look for links for seconds; no letter has so many."""
_CREDENTIALS = re.compile(r"//[^/?#\s]*@")
_BEHIND_ADDRESS = re.compile("[。、，．！？；：「」『』（）【】《》〈〉]")
"""East Asian punctuation, which no space follows: a web address in the text ends before it."""
_AT_ITS_END = "“”„‟‘’‚‛«»‹›…؟،؛۔।"
"""Punctuation that may be in an address, but is not its last character."""
_NOTE_NAMED = re.compile(r"^( {0,3})\[\^([^\]\s]+)\]:", re.MULTILINE)


def parse(body: str) -> prose.Prose:
    """The text from top to bottom, with what stands for a link or a picture in the language that is spoken. The same
    text is read once."""
    return _parsed(body, language())


@remembered(32)
def _parsed(body: str, _spoken: str) -> prose.Prose:
    body = _OVERRIDES.sub("", body)
    if body.count("[") > MOST_BRACKETS:
        return _as_typed(body)
    known: dict[str, Any] = {}
    tokens = _markdown().parse(body, known)
    if unnamed := {label for label, place in known.get("footnotes", {}).get("refs", {}).items() if place < 0}:
        tokens = _markdown().parse(_without_notes(body, unnamed), known := {})
    if any(token.level >= DEEPEST - 1 for token in tokens):
        return _as_typed(body)
    reader = _Tokens(tokens)
    found = tuple(reader.blocks(""))
    unused = tuple(_unused(known, reader.followed))
    left_out = reader.left_out + sum(not block.runs[-1].link for block in unused)
    return prose.Prose((*found, *unused), tuple(reader.notes), reader.images, left_out)


def is_followed(address: str) -> bool:
    """Whether a link may lead there: a web address without a name or password in it, or a mail address."""
    try:
        parts = urlsplit(unquote(address))
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return bool(parts.path)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def _as_typed(body: str) -> prose.Prose:
    """A text that is nested without end, as its paragraphs with every sign in them."""
    return prose.Prose(
        tuple(prose.TextParagraph(_plain(part)) for part in re.split(r"\n\s*\n", body.strip()) if part.strip())
    )


def _plain(text: str) -> prose.Runs:
    pieces = re.split("(\n)", text)
    return tuple(prose.Run(piece) for piece in pieces if piece)


def _without_notes(body: str, labels: set[str]) -> str:
    """Footnotes to which nothing refers as the paragraphs that they look like: the parser would drop them."""

    def shown(found: re.Match[str]) -> str:
        return f"{found[1]}\\[^{found[2]}]:" if f":{found[2]}" in labels else found[0]

    return _NOTE_NAMED.sub(shown, body)


def _unused(known: Mapping[str, Any], followed: set[str]) -> Iterator[prose.TextParagraph]:
    """Addresses that are named and that no words lead to: sources under a text, which the parser would drop."""
    for label, about in known.get("references", {}).items():
        address = about["href"]
        if address not in followed and not address.startswith(_PICTURE):
            said = " ".join(filter(None, (f"[{label.lower()}]:", about["title"])))
            led = prose.Run(address, link=address) if is_followed(address) else prose.Run(_left_out(address))
            yield prose.TextParagraph((prose.Run(f"{said} "), led))


def _left_out(address: str) -> str:
    """What stands for a link that is none, where it stood."""
    if "@" in address:
        return _("(link left out: it has a user name or password in it)")
    return _("(link left out: it isn't a web or e-mail address)")


class _Tokens:
    """Goes through the tokens once, from left to right."""

    def __init__(self, tokens: "list[Token]") -> None:
        self._tokens = tokens
        self._at = 0
        self.notes: list[tuple[prose.Block, ...]] = []
        self.images = self.left_out = 0
        self.followed: set[str] = set()
        """Every address to which something leads."""

    def blocks(self, end: str) -> Iterator[prose.Block]:
        """The blocks up to the token that ends them."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            match token.type:
                case closing if closing == end:
                    return
                case "paragraph_open" | "heading_open":
                    runs = self._runs(self._tokens[self._at])
                    self._at += 2
                    if runs and token.type == "paragraph_open":
                        yield prose.TextParagraph(runs)
                    elif runs:
                        yield prose.TextHeading(runs, int(token.tag[1]))
                case "bullet_list_open":
                    yield prose.TextList(tuple(self._points("bullet_list_close")))
                case "ordered_list_open":
                    start = int(token.attrs.get("start", 1))
                    yield prose.TextList(tuple(self._points("ordered_list_close")), start)
                case "blockquote_open":
                    yield prose.Quote(tuple(self.blocks("blockquote_close")))
                case "code_block" | "fence":
                    yield prose.Code(token.content.rstrip("\n"))
                case "table_open":
                    yield self._table()
                case "hr":
                    yield prose.Rule()
                case "footnote_block_open":
                    self.notes += self._footnotes()
                case _:
                    pass

    def _points(self, end: str) -> Iterator[tuple[prose.Block, ...]]:
        while self._tokens[self._at].type != end:
            self._at += 1
            yield tuple(self.blocks("list_item_close"))
        self._at += 1

    def _footnotes(self) -> Iterator[tuple[prose.Block, ...]]:
        while self._tokens[self._at].type != "footnote_block_close":
            self._at += 1
            yield tuple(self.blocks("footnote_close"))
        self._at += 1

    def _table(self) -> prose.TextTable:
        rows: list[list[prose.Runs]] = []
        right: set[int] = set()
        while (token := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if "right" in str(token.attrs.get("style", "")):
                    right.add(len(rows[-1]))
                rows[-1].append(self._runs(self._tokens[self._at]))
        self._at += 1
        head, *others = map(tuple, rows)
        return prose.TextTable(head, tuple(others), frozenset(right))

    def _runs(self, inline: "Token") -> prose.Runs:
        found: list[prose.Run] = []
        depth = {"strong": 0, "em": 0, "s": 0}
        link = left_out = ""
        for token in inline.children or ():
            name, _under, end = token.type.rpartition("_")
            if name in depth and end in ("open", "close"):
                depth[name] += token.nesting
                continue
            text, note, code = token.content, 0, False
            match token.type:
                case "link_open":
                    address = str(token.attrs.get("href", ""))
                    link = address if is_followed(address) else ""
                    left_out = "" if link or address.startswith(_PICTURE) else address
                    self.followed.add(address)
                    continue
                case "link_close":
                    if left_out:
                        self.left_out += 1
                        _join(found, prose.Run(f" {_left_out(left_out)}"))
                    link = left_out = ""
                    continue
                case "softbreak" | "hardbreak":
                    text = "\n"
                case "code_inline":
                    code = True
                case "footnote_ref":
                    text, note = "", int(token.meta["id"]) + 1
                case "image":
                    self.images += 1
                    address = str(token.attrs.get("src", ""))
                    self.left_out += not is_followed(address) and not address.startswith(_PICTURE)
                    self.followed.add(address)
                    found.append(_pictured(token, link))
                    continue
            if text == "\n":
                found.append(prose.Run(text))
            elif text or note:
                text = _CREDENTIALS.sub("//", text) if left_out else text
                run = prose.Run(text, depth["strong"] > 0, depth["em"] > 0, depth["s"] > 0, code, link, note)
                _join(found, run)
        return tuple(found)


def _join(runs: list[prose.Run], run: prose.Run) -> None:
    """Words in one style are one run, however the parser took them apart."""
    last = runs[-1] if runs and not run.note and not run.code and runs[-1].text not in ("", "\n") else None
    if last is not None and last == prose.Run(last.text, *_style(run)):
        runs[-1] = prose.Run(last.text + run.text, *_style(run))
    else:
        runs.append(run)


def _style(run: prose.Run) -> tuple[bool, bool, bool, bool, str]:
    return run.bold, run.italic, run.struck, run.code, run.link


def _pictured(token: "Token", link: str) -> prose.Run:
    """What stands for a picture: its words, leading to where it is."""
    address = str(token.attrs.get("src", ""))
    return prose.Run(
        token.content.strip() or pgettext("in place of a picture", "picture"),
        link=link or (address if is_followed(address) else ""),
    )


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    options = {"html": False, "breaks": True, "linkify": True, "maxNesting": DEEPEST}
    markdown = MarkdownIt("commonmark", options).enable(["table", "strikethrough", "linkify"])
    markdown.use(footnote_plugin)
    vars(markdown)["validateLink"] = lambda _address: True  # where one may lead is decided above
    if (finder := markdown.linkify) is not None:
        finder.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
        for scheme in ("ftp:", "//"):
            finder.add(scheme, None)
        finder.add("http:", {"validate": _address_length})  # that of https: too
    return markdown


def _address_length(finder: Any, text: str, start: int) -> int:
    """How long the address is of which the text from ``start`` on is the part behind the scheme; 0 if it is none.
    linkify knows the punctuation of ASCII alone, and takes any other for a part of the address."""
    found = text[start : start + finder._validate_http(text, start)]
    address = _BEHIND_ADDRESS.split(found, maxsplit=1)[0]
    marked = address.rstrip("*_~")
    bare = marked.rstrip(_AT_ITS_END)
    return len(address if bare == marked else bare)
