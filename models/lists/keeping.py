"""How a listing waits in a draft, as plain JSON values, until the press that imports it."""

import hashlib
from collections.abc import Mapping
from typing import Any

from models.lists.listing import Line, Listing
from models.terms import Kind


def kept(listing: Listing) -> dict[str, Any]:
    """The listing as plain values."""
    return {
        "headings": list(listing.headings),
        "lines": [
            [line.number, list(line.cells), line.kind.value if line.kind is not None else None, line.country]
            for line in listing.lines
        ],
    }


def restored(document: Mapping[str, Any]) -> Listing:
    """What :func:`kept` was made from."""
    return Listing(
        tuple(document["headings"]),
        tuple(
            Line(number, tuple(cells), Kind(kind) if kind is not None else None, country)
            for number, cells, kind, country in document["lines"]
        ),
    )


def shape(listing: Listing) -> str:
    """By what a later export of the same form is known: a digest of its headings, not of what stands under them.
    Empty for a list whose headings any list could have."""
    if set(map(str.casefold, listing.headings)) <= {"", "name", "website"}:
        return ""
    return hashlib.sha256("\n".join(map(str.casefold, listing.headings)).encode()).hexdigest()[:16]
