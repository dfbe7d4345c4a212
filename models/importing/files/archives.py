"""Archives: what office programs save their files in, looked at before anything in them is unpacked in full."""

import io
import zipfile

from models.refusal import Reason, Refusal

LARGEST_UNPACKED = 80 * 2**20
"""Bytes of all parts together."""
MOST_PARTS = 2_000
OLE = b"\xd0\xcf\x11\xe0"
"""How documents of Office before 2007 begin, and those of today that are locked."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
DAMAGED = (
    zipfile.BadZipFile,
    OSError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    EOFError,
    zipfile.LargeZipFile,
)


def is_archive(data: bytes) -> bool:
    """Whether it begins as a ZIP archive or an old document of Office does."""
    return data.startswith((b"PK\x03\x04", OLE))


def parts(data: bytes) -> frozenset[str]:
    """The names of an archive's parts; none for an old document of Office.

    Refuses TOO_MUCH_INSIDE, LOCKED_FILE, UNREADABLE_FILE if it is damaged or brings entities of its own.
    """
    if data.startswith(OLE):
        if _LOCKED in data:
            raise Refusal(Reason.LOCKED_FILE)
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _require_harmless(archive)
            return frozenset(archive.namelist())
    except DAMAGED:
        raise Refusal(Reason.UNREADABLE_FILE) from None


def _require_harmless(archive: zipfile.ZipFile) -> None:
    inside = archive.infolist()
    if len(inside) > MOST_PARTS or sum(part.file_size for part in inside) > LARGEST_UNPACKED:
        raise Refusal(Reason.TOO_MUCH_INSIDE)
    for part in inside:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as file:
                if b"<!DOCTYPE" in file.read(2_000):
                    raise Refusal(Reason.UNREADABLE_FILE)
    if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        raise Refusal(Reason.LOCKED_FILE)
