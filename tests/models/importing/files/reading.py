"""Reading a list as people have it."""

from models.importing import files
from models.importing.columns import given, roles
from models.sheets.batches import Given
from models.terms import Kind

ORG, COMPANY, PERSON = Kind.ORGANISATION, Kind.COMPANY, Kind.INDIVIDUAL


def rows(name: str, data: bytes | str, kind: Kind = ORG) -> list[Given]:
    """What a file gives by its recognised columns."""
    listing = files.read(name, data if isinstance(data, bytes) else data.encode())
    return given.given(listing, roles.recognise(listing), kind)


def names_of(name: str, data: bytes | str) -> list[str]:
    return [one.name for one in rows(name, data)]
