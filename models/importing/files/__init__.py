"""Files as coordinators have them, a module for each form: ``delimited`` (CSV and TSV), ``workbook`` (XLSX, XLS, ODS),
``document`` (DOCX), ``page`` (HTML), ``structured`` (JSON, YAML), ``markdown``, ``pasted`` (text from a page or a PDF),
``own_text`` (what we wrote ourselves), ``broken_lines`` (of what was pasted).

``read`` and ``read_text`` turn bytes or text into a listing, about which ``models.importing.columns`` says more.
``blocks`` is what pages and documents have in common, ``archives`` looks at what office programs save before it is
unpacked, ``encoding`` tells in which encoding a text was saved, by the words of ``words.toml``.
"""

from models.importing.columns.listing import LARGEST, Listing

__all__ = ["LARGEST", "read", "read_text"]

# The forms are 2 MB of modules and 50 ms: they load with the first list.


def read(file_name: str, data: bytes) -> Listing:
    """The list in a file, by what it holds rather than by how it is called. Where its bytes can be read in two
    encodings, both readings.

    Refuses EMPTY_LIST, TOO_LARGE_FILE(limit in MB), TOO_MUCH_INSIDE, TOO_MANY_ROWS(limit, rows), LOCKED_FILE,
    UNREADABLE_FILE, OPEN_QUOTE(line).
    """
    from models.importing.files import reading

    return reading.read(file_name, data)


def read_text(text: str) -> Listing:
    """A list as text of no known form, such as what was pasted. Refuses as :func:`read` does."""
    from models.importing.files import reading

    return reading.read_text(text)
