"""Reading: which form a text's file has."""

import re

from models.importing.files import archives, page as pages
from models.manuscripts import markdown, open_document, page, word
from models.refusal import Reason, Refusal
from models.sheets import Manuscript

LONGEST_PAGE = 2 * 2**20
"""Characters of a page or of Markdown, apart from pictures in it."""
_PICTURE = re.compile(r"data:image/[\w.+-]+;base64,[\w+/=\s%]*")
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)


def read(file_name: str, data: bytes, most: int) -> Manuscript:
    """The text in a file of at most so many bytes, as ``models.manuscripts.read`` says."""
    if len(data) > most:
        raise Refusal(Reason.TOO_LARGE_TEXT, limit=most // 2**20)
    try:
        return _read(file_name, data)
    except Refusal as refusal:
        if refusal.reason in (Reason.TOO_LARGE_FILE, Reason.TOO_MUCH_INSIDE):
            raise Refusal(Reason.TOO_LARGE_TEXT, limit=most // 2**20) from None
        if refusal.reason is Reason.UNREADABLE_FILE:
            raise Refusal(Reason.NOT_TEXT) from None
        raise


def _read(file_name: str, data: bytes) -> Manuscript:
    if archives.is_archive(data):
        parts = archives.parts(data)
        if "word/document.xml" in parts:
            return word.read(data)
        if "content.xml" in parts:
            return open_document.read(data)
        raise Refusal(Reason.NOT_TEXT)
    if data.startswith((b"%PDF", b"{\\rtf")) or b"\x00" in data[:1000]:
        raise Refusal(Reason.NOT_TEXT)
    ending = file_name.rpartition(".")[2].casefold()
    if ending in ("html", "htm", "xhtml") or pages.is_page(data[:400].decode(errors="replace")):
        return page.read(_without_pictures(_decoded(data, _CHARSET.search(data[:2000]))))
    return markdown.read(_without_pictures(_decoded(data, None)))


def _without_pictures(text: str) -> str:
    """The text, with pictures that are in it as letters emptied. Refuses TOO_LARGE_FILE(limit)."""
    text = _PICTURE.sub("data:image/png;base64,", text)
    if len(text) > LONGEST_PAGE:
        raise Refusal(Reason.TOO_LARGE_FILE, limit=LONGEST_PAGE)
    return text


def _decoded(data: bytes, named: re.Match[bytes] | None) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if named is None:
            raise Refusal(Reason.NOT_TEXT) from None
    try:
        return data.decode(named[1].decode())
    except (UnicodeDecodeError, LookupError):
        raise Refusal(Reason.NOT_TEXT) from None
