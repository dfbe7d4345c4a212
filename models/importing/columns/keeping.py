"""How a listing waits in a draft, as plain JSON values, until the press that imports it."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from models.importing.columns import roles
from models.importing.columns.listing import Ambiguity, Left, Line, Listing, Note, Role
from models.terms import Kind

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def kept(listing: Listing) -> dict[str, Any]:
    """The listing as plain values, with the other ways to read it. Of several columns of e-mail addresses only the one
    that becomes the moderators' contact is kept."""
    contact = roles.recognise(listing).get(Role.EMAIL)
    private = {
        place for place in range(len(listing.headings)) if place != contact and _holds_addresses(listing, place)
    }
    return {
        "headings": list(listing.headings),
        "lines": [
            [
                line.number,
                ["" if place in private else cell for place, cell in enumerate(line.cells)]
                if private
                else list(line.cells),
                line.kind.value if line.kind is not None else None,
                line.country,
                line.sheet,
                line.loose,
            ]
            for line in listing.lines
        ],
        "roles": {role.value: place for role, place in listing.roles.items()},
        "notes": [[note.left.value, note.count, note.name, list(note.rows)] for note in listing.notes],
        "way": list(listing.way) if listing.way is not None else None,
        "others": [kept(other) for other in listing.others],
    }


def _holds_addresses(listing: Listing, place: int) -> bool:
    filled = [line.cells[place] for line in listing.lines if line.cells[place]]
    return sum(bool(_ADDRESS.fullmatch(cell)) for cell in filled) * 2 > len(filled)


def restored(document: Mapping[str, Any]) -> Listing:
    """What :func:`kept` was made from."""
    way = document.get("way")
    return Listing(
        tuple(document["headings"]),
        tuple(
            Line(number, tuple(cells), Kind(kind) if kind is not None else None, country, *more)
            for number, cells, kind, country, *more in document["lines"]  # older drafts have less
        ),
        {Role(role): place for role, place in document.get("roles", {}).items()},
        tuple(
            Note(Left(left), count, name, *map(tuple, rows))
            for left, count, name, *rows in document.get("notes", ())
        ),
        (Ambiguity(way[0]), way[1]) if way else None,
        tuple(restored(other) for other in document.get("others", ())),
    )


def shape(listing: Listing) -> str:
    """By what a later export of the same form is known: a digest of its headings, not of what is under them.
    Empty for a list whose headings any list could have."""
    if set(map(str.casefold, listing.headings)) <= {"", "name", "website"}:
        return ""
    return hashlib.sha256("\n".join(map(str.casefold, listing.headings)).encode()).hexdigest()[:16]
