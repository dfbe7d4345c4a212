"""In which encoding a file of text was saved."""

from charset_normalizer import from_bytes

from models.refusal import Reason, Refusal

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CANDIDATES = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "cp932",
               "gb18030", "big5", "euc_kr", "euc_jp", "mac_roman")  # fmt: skip
"""What programs really save lists in; among all encodings there are, a short list fits several."""
_LOOKED_AT = 200_000
"""Bytes that are enough to tell encodings apart."""


def decode(data: bytes) -> str:
    """The text, by its byte order mark, else as UTF-8, else by the likeliest of the old encodings.

    Refuses UNREADABLE_FILE for what is no text.
    """
    text = _decoded(data)
    controls = sum(text[:4000].count(chr(code)) for code in (*range(9), *range(14, 27)))
    if controls > len(text[:4000]) // 50:
        raise Refusal(Reason.UNREADABLE_FILE)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding if encoding == "utf-8" else _side(mark), errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_nearly_utf8(data):
        return data.decode("utf-8", errors="replace")
    best = from_bytes(data[:_LOOKED_AT], cp_isolation=list(_CANDIDATES)).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return data.decode("cp1252", errors="replace")
    if best.encoding in ("cp1250", "cp1252", "cp1254", "cp1257", "mac_roman") and _reads_western(data):
        return data.decode("cp1252", errors="replace")
    return data.decode(best.encoding, errors="replace")


def _side(mark: bytes) -> str:
    return "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"


def _is_nearly_utf8(data: bytes) -> bool:
    """UTF-8 of which a few letters were lost: its other letters beyond ASCII come as sequences."""
    text = data.decode("utf-8", errors="replace")
    return text.count("\ufffd") * 4 < sum(c > "\x7f" for c in text)


def _reads_western(data: bytes) -> bool:
    """Windows' Western encoding gives letters and usual marks for every byte beyond ASCII."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters = sum(c.isalpha() for c in text)
    if sum(c.isalpha() for c in text if c > "\x7f") > letters / 3:
        return False  # Cyrillic or Greek, whose bytes are letters here too
    return all(c.isalpha() or c in "‘’“”–—…•€£§°«»·´¨®™\xa0ºª¡¿" for c in text if c > "\x7f")
