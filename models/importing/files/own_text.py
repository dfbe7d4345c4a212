"""Our own list as plain text, which comes back whole; and as a page or a document, whose lines are the same."""

import re

from models.geography import countries
from models.importing.columns import heading
from models.importing.columns.listing import Line, Listing, listing
from models.strings.bullets import NUMBER, number_of
from models.terms import Kind

_OWN = re.compile(r"^.*SHA-256.*[0-9a-f]{64}.*\Z", re.MULTILINE)
"""Of our own list as plain text the last line, in any language."""
_UNSEEN = re.compile("[\u200e\u200f\u2066-\u2069]")
_BRACKET = re.compile(r" \(((?:[^()]|\([^()]*\))+)\)$")
_LONGEST_CODE = 3
_COMMA = re.compile(", |، |、|，")


def is_own(text: str) -> bool:
    """Whether a text ends as our own lists do."""
    return bool(_OWN.search(text[-400:].rstrip()))


def read(rows: list[str]) -> Listing:
    """Our own list as plain text: each line of it has a number, and its country and affiliation in brackets. The
    letter's text above it may have numbers too; the list begins below the last empty line before its first name."""
    rows = [_UNSEEN.sub("", row) for row in rows]
    first = max((place for place, row in enumerate(rows) if number_of(row) == 1), default=0)
    start = next((place for place in range(first, -1, -1) if not rows[place].strip()), 0)
    lines: list[Line] = []
    kind: Kind | None = None
    country = ""
    for row in rows[start:]:
        if match := NUMBER.match(row):
            name, affiliation, where = _detailed(row[match.end() :].strip(), kind)
            lines.append(Line(number_of(row), (name, affiliation, where), kind, country))
        elif row.strip():  # "No country given" ends a country as any other heading does
            said = heading.read(row) or heading.Heading()
            kind = said.kind or (kind if said.is_place else None)
            country = said.country
    return listing(["name", "affiliation", "country"], lines)


def _detailed(text: str, kind: Kind | None) -> tuple[str, str, str]:
    found = _BRACKET.search(text)
    if found is None:
        return text, "", ""
    before, last = _apart(found[1])
    if _is_printed_country(last) and (kind is Kind.INDIVIDUAL or not before):
        return text[: found.start()], before, last
    return (text[: found.start()], found[1], "") if kind is Kind.INDIVIDUAL else (text, "", "")


def _apart(inside: str) -> tuple[str, str]:
    """What stands before the last comma of any script, and what behind it."""
    *before, last = _COMMA.split(inside)
    return inside[: -len(last)].rstrip("、，،, ") if before and last else "", last


def _is_printed_country(text: str) -> bool:
    """Lists print a country's whole name: "(PU)" is a body's own short one."""
    return bool(countries.find(text)) and not (text.isupper() and text.isascii() and len(text) <= _LONGEST_CODE)
