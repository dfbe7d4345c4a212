"""Reading: which form a file or a text has."""

from msgspec.structs import replace

from models.importing.columns import spread
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


def read(file_name: str, data: bytes) -> Listing:
    """The list in a file, as ``models.importing.files.read`` says."""
    return spread.asked(_decoded(file_name, data))


def read_text(text: str) -> Listing:
    """A list as text of no known form."""
    return spread.asked(_read_text(text))


def _decoded(file_name: str, data: bytes) -> Listing:
    if len(data) > LARGEST:
        raise Refusal(Reason.TOO_LARGE_FILE, limit=LARGEST // 2**20)
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
    return _read_text(text)


def _read_text(text: str) -> Listing:
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
