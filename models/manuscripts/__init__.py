"""Manuscripts: a letter's text in the file in which it was written, a module for each form: ``word`` (DOCX),
``open_document`` (ODT), ``page`` (HTML), ``markdown`` (Markdown, as typed or as Google Docs exports it).

``read`` turns bytes into Markdown, the form in which a text is kept. Nothing in a file is run, fetched or followed.
"""

from models.sheets import LeftOut, Manuscript

__all__ = ["LARGEST", "LeftOut", "Manuscript", "read"]

LARGEST = 10 * 2**20
"""Bytes: as much as a member may attach in a server without extras."""


def read(file_name: str, data: bytes) -> Manuscript:
    """The text in a file, by what it holds rather than by how it is called.

    Refuses NOT_TEXT for what is damaged or no text, TOO_LARGE_TEXT(limit), LOCKED_FILE.
    """
    from models.manuscripts import reading  # and with it all forms, which load with the first text

    return reading.read(file_name, data, LARGEST)
