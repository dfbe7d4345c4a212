"""Lists as coordinators have them: CSV and TSV, spreadsheets, JSON, YAML, Markdown, text from a page or a PDF.

``read`` and ``pasted`` turn bytes or text into a :class:`Listing`; ``columns`` says which column holds what; ``given``
makes entries of it. No database, no judgement of names: that is ``models.importing.assessment``.
"""

from models.importing.files import delimited, documents, encoding, markdown, pasted, workbook
from models.importing.files.listing import LARGEST, Line, Listing, require_few
from models.refusal import Reason, Refusal

__all__ = ["LARGEST", "Line", "Listing", "read", "read_text"]


def read(file_name: str, data: bytes) -> Listing:
    """The list in a file, by what it holds rather than by how it is called.

    Refuses EMPTY_LIST, TOO_LARGE_FILE(limit), TOO_MANY_ROWS(limit, rows), OLD_WORKBOOK for .xls and .ods,
    UNREADABLE_FILE, OPEN_QUOTE(line).
    """
    if len(data) > LARGEST:
        raise Refusal(Reason.TOO_LARGE_FILE, limit=LARGEST)
    ending = file_name.rpartition(".")[2].casefold()
    if data.startswith(b"\xd0\xcf\x11\xe0") or ending == "ods":
        raise Refusal(Reason.OLD_WORKBOOK)
    if workbook.is_workbook(data):
        return workbook.read(data)
    text = encoding.decode(data)
    if not text.strip():
        raise Refusal(Reason.EMPTY_LIST)
    match ending:
        case "json":
            return documents.read_json(text)
        case "yaml" | "yml":
            return documents.read_yaml(text)
        case "md" | "markdown":
            require_few(text.count("\n") // 5)
            return markdown.read(text)
        case "csv" | "tsv" | "tab":
            return delimited.read(text)
    return read_text(text)


def read_text(text: str) -> Listing:
    """A list as text of no known form, such as what was pasted. Refuses as :func:`read` does."""
    if not text.strip():
        raise Refusal(Reason.EMPTY_LIST)
    require_few(text.count("\n") // 5)  # a name may be broken into several lines
    if text.lstrip()[:1] in "[{":
        try:
            return documents.read_json(text)
        except Refusal as refusal:
            if refusal.reason is not Reason.UNREADABLE_FILE:
                raise
    if delimited.border_of(text, ("\t",)) or delimited.is_table(text):
        return delimited.read(text)
    return markdown.read(text) if markdown.is_markdown(text) else pasted.read(text)
