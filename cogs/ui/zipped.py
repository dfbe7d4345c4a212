"""Zipped: a file that is larger than Discord takes goes out zipped."""

import io
import zipfile

from msgspec.structs import replace

from cogs.ui.layout import Document
from models.refusal import Reason, Refusal

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest instant that a zip archive can hold: the same file makes the same archive."""


def fitting(document: Document, limit: int) -> Document:
    """The file itself if it has at most ``limit`` bytes, else an archive with it alone.

    Refuses FILE_TOO_LARGE(limit) if that does not help.
    """
    if len(document.data) <= limit:
        return document
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(document.name, EPOCH), document.data, zipfile.ZIP_DEFLATED)
    packed = replace(document, name=f"{document.name}.zip", data=out.getvalue())
    if len(packed.data) > limit:
        raise Refusal(Reason.FILE_TOO_LARGE, limit=f"{limit // 1_048_576} MB")
    return packed
