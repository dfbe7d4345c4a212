"""Files as coordinators have them, a module for each form: ``delimited`` (CSV and TSV), ``workbook`` (XLSX, XLS, ODS),
``document`` (DOCX), ``page`` (HTML), ``structured`` (JSON, YAML), ``markdown``, ``pasted`` (text from a page or a PDF).

``read`` and ``read_text`` turn bytes or text into a listing, about which ``models.importing.columns`` says more.
``blocks`` is what pages and documents have in common, ``archives`` looks at what office programs save before it is
unpacked, ``encoding`` tells in which encoding a text was saved, by the words of ``words.toml``.
"""

from dataclasses import replace

from models.importing.columns.listing import LARGEST, Ambiguity, Listing, require_few
from models.importing.files import (
    archives,
    delimited,
    document,
    encoding,
    markdown,
    page,
    pasted,
    structured,
    workbook,
)
from models.refusal import Reason, Refusal

__all__ = ["LARGEST", "read", "read_text"]


def read(file_name: str, data: bytes) -> Listing:
    """The list in a file, by what it holds rather than by how it is called. Where its bytes can be read in two
    encodings, both readings.

    Refuses EMPTY_LIST, TOO_LARGE_FILE(limit), TOO_MANY_ROWS(limit, rows), LOCKED_FILE, UNREADABLE_FILE,
    OPEN_QUOTE(line).
    """
    if len(data) > LARGEST:
        raise Refusal(Reason.TOO_LARGE_FILE, limit=LARGEST)
    if data.startswith((b"%PDF", b"{\\rtf")):
        raise Refusal(Reason.UNREADABLE_FILE)
    if archives.is_archive(data):
        parts = archives.parts(data)
        return document.read(data) if "word/document.xml" in parts else workbook.read(data, parts)
    ending = file_name.rpartition(".")[2].casefold()
    decoded = encoding.decode(data)
    shown, *others = [_read(ending, text) for _, text in decoded]
    if not others:
        return shown
    ways = [name for name, _ in decoded]
    alike = tuple(
        replace(one, way=(Ambiguity.ENCODING, way)) for one, way in zip(others, ways[1:], strict=True)
    )
    if shown.others:  # two ways to read it already: the other encoding is one more
        return replace(shown, others=(*shown.others, *(replace(one, others=()) for one in alike)))
    return replace(shown, way=(Ambiguity.ENCODING, ways[0]), others=alike)


def _read(ending: str, text: str) -> Listing:
    if not text.strip():
        raise Refusal(Reason.EMPTY_LIST)
    match ending:
        case "json" | "jsonl" | "ndjson":
            return structured.read_json(text)
        case "yaml" | "yml":
            return structured.read_yaml(text)
        case "md" | "markdown":
            require_few(text.count("\n") // 5)
            return markdown.read(text)
        case "html" | "htm" | "xhtml":
            return page.read(text)
        case "csv" | "tsv" | "tab":
            return delimited.read(text)
        case "xml" | "toml" | "pdf" | "rtf" if not page.is_page(text):
            raise Refusal(Reason.UNREADABLE_FILE)
    return read_text(text)


def read_text(text: str) -> Listing:
    """A list as text of no known form, such as what was pasted. Refuses as :func:`read` does."""
    if not text.strip():
        raise Refusal(Reason.EMPTY_LIST)
    if page.is_page(text):
        return page.read(text)
    require_few(text.count("\n") // 5)  # a name may be broken into several lines
    if text.lstrip()[:1] in "[{":
        try:
            return structured.read_json(text)
        except Refusal as refusal:
            if refusal.reason is not Reason.UNREADABLE_FILE:
                raise
    if delimited.border_of(text, ("\t",)) or delimited.is_table(text):
        return delimited.read(text)
    return markdown.read(text) if markdown.is_markdown(text) else pasted.read(text)
