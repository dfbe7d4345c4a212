"""Documents of a word processor (DOCX): headings, list lines, tables and paragraphs, with what was inserted and without
what was deleted or hidden."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from models.importing.columns.listing import LONGEST_CELL, Listing
from models.importing.files import archives, blocks, own_text
from models.importing.files.blocks import Block, Grid, Item, Paragraph, Title
from models.refusal import Reason, Refusal
from models.strings.bullets import NUMBER

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DROPPED = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}rt", f"{_W}instrText", f"{_W}txbxContent"))
_OFF = ("0", "false", "off")


def read(data: bytes) -> Listing:
    """Refuses UNREADABLE_FILE, EMPTY_LIST, TOO_MANY_ROWS."""
    import docx  # not before somebody brings a document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        opened = docx.Document(io.BytesIO(data))
        found = list(_blocks(opened.element.body, opened))
    except (*archives.DAMAGED, PackageNotFoundError, LxmlError, ValueError, AttributeError, zipfile.BadZipFile):
        raise Refusal(Reason.UNREADABLE_FILE) from None
    rows = list(_rows(found))
    return own_text.read(rows) if own_text.is_own("\n".join(rows)) else blocks.read(found)


def _rows(found: list[Block]) -> Iterator[str]:
    """The document as plain text: an empty line above whatever has no number."""
    for block in found:
        match block:
            case Title(text):
                yield from ("", text)
            case Paragraph(lines):
                if not NUMBER.match(lines[0].text):
                    yield ""
                yield from (line.text for line in lines)
            case Item(text):
                yield text


def _blocks(parent: Any, opened: Any) -> Iterator[Block]:
    for one in parent:
        if one.tag == f"{_W}p":
            yield from _paragraph(one, opened)
        elif one.tag == f"{_W}tbl":
            yield _grid(one, opened)
        elif one.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
            yield from _blocks(one, opened)


def _paragraph(paragraph: Any, opened: Any) -> Iterator[Block]:
    text, strong, link = _words(paragraph, opened)
    if not text:
        return
    style = _style(paragraph, opened)
    item = Item(text, strong if strong != text else "", link)
    if style.startswith(("heading", "title", "subtitle")):
        yield Title(text, int(style[-1]) if style[-1].isdigit() else 0)
    elif style.startswith("list") or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        yield item
    elif strong == text and len(text) < 80:
        yield Title(text)
    else:
        yield Paragraph(tuple(Item(row, item.strong, link) for row in text.split("\n") if row.strip()))


def _grid(table: Any, opened: Any) -> Grid:
    rows, links = [], []
    for row in table.iter(f"{_W}tr"):
        cells, link = [], ""
        for cell in row.iter(f"{_W}tc"):
            read = [_words(one, opened) for one in cell.iter(f"{_W}p")]
            cells.append(" ".join(" ".join(text for text, _, _ in read).split()))
            link = link or next((one for _, _, one in read if one), "")
        rows.append(tuple(cells))
        links.append(link)
    return Grid(tuple(rows), tuple(links))


def _words(paragraph: Any, opened: Any) -> tuple[str, str, str]:
    """The text of a paragraph, as much of it as stands out at its beginning, and where its first link leads."""
    said: list[tuple[str, bool]] = []
    link = ""
    stack = [(child, False) for child in reversed(list(paragraph))]
    while stack:
        one, bold = stack.pop()
        if one.tag in _DROPPED:
            continue
        if one.tag == f"{_W}r":
            if _has(one, "vanish"):
                continue
            bold = _has(one, "b") or _has(one, "bCs") or _has(one, "i")
        elif one.tag == f"{_W}hyperlink":
            target = opened.part.rels.get(one.get(f"{_R}id"))
            if target is not None and target.is_external and target.target_ref.startswith("http"):
                link = link or target.target_ref
        elif one.tag == f"{_W}t":
            said.append((one.text or "", bold))
        elif one.tag == f"{_W}tab":
            said.append((" ", bold))
        elif one.tag in (f"{_W}br", f"{_W}cr"):
            said.append(("\n", bold))
        stack.extend((child, bold) for child in reversed(list(one)))
    text = blocks.spaced("".join(part for part, _ in said))[:LONGEST_CELL]
    strong = ""
    for part, bold in said:
        if part.strip() and not bold:
            break
        strong += part
    return text, blocks.spaced(strong), link


def _has(run: Any, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val") not in _OFF


def _style(paragraph: Any, opened: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if found is None:
        return ""
    from docx.enum.style import WD_STYLE_TYPE

    named = opened.styles.get_by_id(found.get(f"{_W}val"), WD_STYLE_TYPE.PARAGRAPH)
    return str(named.name or "").casefold()
