"""The parts of a document: XML in an archive, read without fetching anything, and put back changed."""

import io
import zipfile
from collections.abc import Collection, Mapping
from typing import Any

from models.refusal import Reason, Refusal

LARGEST = 4 * 2**20
"""Bytes of one part of XML, unpacked; 40 pages take a quarter of it."""
_XML = (".xml", ".rels")


def take(data: bytes, wanted: Collection[str]) -> dict[str, Any]:
    """These parts by name, as far as they are there, each as its root element. Refuses TOO_LARGE_FILE(limit) where any
    part of XML is too large, also one that only a library reads."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for about in archive.infolist():
            if about.filename.endswith(_XML) and about.file_size > LARGEST:
                raise Refusal(Reason.TOO_LARGE_FILE, limit=LARGEST)
            if about.filename in wanted:
                found[about.filename] = etree.fromstring(archive.read(about), parser)
    return found


def says_something(text: str) -> bool:
    """Whether a header or a footer holds more than a number of the page."""
    return any(character.isalpha() for character in text)


def names(data: bytes) -> list[str]:
    """What the archive holds, in its own order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def put(data: bytes, changed: Mapping[str, Any], without: tuple[str, ...]) -> io.BytesIO:
    """The archive with these parts changed, and without those whose name begins so."""
    from lxml import etree

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as written:
        for name in archive.namelist():
            if name in changed:
                written.writestr(name, etree.tostring(changed[name], xml_declaration=True, encoding="UTF-8"))
            elif not name.startswith(without):
                written.writestr(name, archive.read(name))
    out.seek(0)
    return out
