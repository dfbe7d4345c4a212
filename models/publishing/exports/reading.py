"""Reading a list that was exported: its words, to be compared, no matter who saved the file meanwhile."""

import csv
import io
import json
import re
import unicodedata
import zipfile
from html.parser import HTMLParser

from models.terms import Format

DIGEST = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_BESIDE_NAMES = re.compile("[\u200b\u200e\u200f\u2066-\u2069\ufeff]")
"""What formats put beside a name for the sake of its direction, and the mark of UTF-8."""


class Unreadable(Exception):
    """The file is none of the formats that a list is written in, or is damaged."""


def format_of(data: bytes, name: str) -> Format:
    """By what is in it, then by the ending of its name. Raises Unreadable."""
    if data.startswith(b"%PDF-"):
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        return Format.DOCX
    endings = {"md": Format.MARKDOWN, "txt": Format.TEXT, "html": Format.HTML, "htm": Format.HTML}
    endings |= {"csv": Format.CSV, "json": Format.JSON}
    found = endings.get(name.rsplit(".", 1)[-1].casefold())
    if found is None:
        raise Unreadable
    return found


def digests(data: bytes, as_: Format) -> frozenset[str]:
    """The SHA-256 digests that the file names. A PDF names them in its metadata. Raises Unreadable."""
    if as_ is Format.PDF:
        return frozenset(DIGEST.findall(data.decode("latin-1")))
    return frozenset(DIGEST.findall("\n".join(words(data, as_))))


def words(data: bytes, as_: Format) -> list[str]:
    """The lines, cells or paragraphs of a file without line ends, quoting and spaces at the edges. Raises
    Unreadable for a PDF, which only says where each letter stands, and for what is damaged."""
    try:
        found = _READERS[as_](data)
    except (KeyError, ValueError, zipfile.BadZipFile, csv.Error) as error:
        raise Unreadable from error
    return [line for line in map(plain, found) if line]


def plain(line: str) -> str:
    """A line as it is compared: without what formats put beside names, and spaces at its edges."""
    return unicodedata.normalize("NFC", _BESIDE_NAMES.sub("", line)).strip()


def _lines(data: bytes) -> list[str]:
    return data.decode().splitlines()


def _cells(data: bytes) -> list[str]:
    """A spreadsheet may have saved it with another separator and without the apostrophes."""
    text = data.decode("utf-8-sig")
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return ["\t".join(cell.strip().removeprefix("'") for cell in row) for row in rows]


def _members(data: bytes) -> list[str]:
    return json.dumps(json.loads(data), ensure_ascii=False, indent=0, sort_keys=True).splitlines()


def _paragraphs(data: bytes) -> list[str]:
    """Those in tables and footnotes too."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    document = docx.Document(io.BytesIO(data))
    notes = (
        part for part in document.part.package.iter_parts() if str(part.partname).endswith("/footnotes.xml")
    )
    roots = [document.element.body, *(parse_xml(part.blob) for part in notes)]
    paragraphs = (Paragraph(one, document) for root in roots for one in root.iter(qn("w:p")))
    return [line for paragraph in paragraphs for line in paragraph.text.splitlines()]


class _Texts(HTMLParser):
    """Words of each block of a page; its style and title are none."""

    SKIPPED = ("style", "title", "script")
    INLINE = ("bdi", "span", "strong", "em", "a", "small", "b", "i", "sup", "code", "del")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks = [""]
        self.skipping = 0
        self.feed(page)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.skipping += tag in self.SKIPPED
        if tag not in self.INLINE:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag in self.SKIPPED
        if tag not in self.INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.blocks[-1] += data


def _texts(data: bytes) -> list[str]:
    return [" ".join(block.split()) for block in _Texts(data.decode()).blocks]


_READERS = {
    Format.MARKDOWN: _lines,
    Format.TEXT: _lines,
    Format.HTML: _texts,
    Format.CSV: _cells,
    Format.JSON: _members,
    Format.DOCX: _paragraphs,
}
