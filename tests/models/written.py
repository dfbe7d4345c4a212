"""Files as people write letters in them, made by the libraries of their formats, with XML that those do not write."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import docx
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "fo":
        "xsl-fo-compatible",
    }.items()
)  # fmt: skip


def saved(document: Any) -> bytes:
    """A document of python-docx as a file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word(*paragraphs: str) -> bytes:
    """A document of Word with these paragraphs, each plain words or ``w:p`` elements' content."""
    document = docx.Document()
    for words in paragraphs:
        paragraph = document.add_paragraph()
        if not words.startswith("<"):
            paragraph.add_run(words)
            continue
        for element in parse_xml(f"<w:p {W}>{words}</w:p>"):
            paragraph._p.append(element)
    return saved(document)


def run(words: str, about: str = "") -> str:
    """A ``w:r`` element."""
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def inserted(words: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="1" w:author="A">{run(words)}</w:ins>'


def deleted(words: str) -> str:
    """A tracked deletion."""
    said = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="A">{said}</w:del>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name, data)
    return out.getvalue()


def open_document(text: str, styles: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text with this content of ``office:text`` and these automatic styles."""
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    content = (
        f'<office:document-content {_OFFICE} office:version="1.3"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
        "</office:document-content>"
    )
    empty = f'<office:document-styles {_OFFICE} office:version="1.3"/>'
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content, "styles.xml": empty}
    return archive(parts | dict(more or {}))
