"""Columns: which of them holds what, by their headings and, where there are none, by what stands in them."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from models.geography import countries
from models.importing.files.listing import Listing
from models.names import cleaning
from models.refusal import Reason, Refusal


class Role(StrEnum):
    """What a column can hold for us. All others are left alone."""

    NAME = "name"
    KIND = "kind"
    COUNTRY = "country"
    WEBSITE = "website"
    AFFILIATION = "affiliation"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    PERSON = "person"
    """Who filled in the form for an organisation; goes into the consent."""
    POSITION = "position"
    BRANCH = "branch"
    """Constituency, chapter: a body may stand in the list once for each."""
    PLACE = "place"
    """Town or region; tells two rows of one name apart for whoever looks."""
    NOTE = "note"
    DECISION = "decision"
    """Of a marked file that comes back: yes or no."""


Columns = Mapping[Role, int]
"""The place of each role's column, from 0."""

_IGNORED = re.compile(
    r"\b(?:e ?mails?|mail address|timestamp|submitted|submission|date|time|phone|telephone|tel|zip|postcode|"
    r"postal|street|"
    r"ip|consent|newsletter|gdpr|i agree|agree|country name|list|sha256|first signatory|verdict|reason|zeitstempel|"
    r"horodateur|marca temporal|twitter|mastodon|logo|signature)\b"
)
_NUMBER = re.compile(r"(?:no|nr|num|number|id|row|line|n|index|count|pos|response id|nummer|numero|lp)?")
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.DECISION, re.compile(r"decision")),
    (Role.COUNTRY, re.compile(r".*\b(?:country|countries|nation|pays|pais|paese|land|staat)\b.*")),
    (
        Role.WEBSITE,
        re.compile(r".*\b(?:website|web ?site|webpage|homepage|url|web|sitio web|site internet|link)\b.*"),
    ),
    (
        Role.KIND,
        re.compile(
            r"(?:(?:signatory |signer |signing |organi[sz]ation )?(?:kind|type|category)(?: of (?:signatory|signer|"
            r"organi[sz]ation))?|.*\b(?:sign(?:ing)? as|signing on behalf|as an? individual or)\b.*|typ|kategorie|"
            r"categorie|"
            r"type de signataire|tipo|art)"
        ),
    ),
    (Role.FIRST_NAME, re.compile(r".*\b(?:first|given|fore) ?names?\b.*|vorname|prenom|nombres?|nome proprio")),
    (
        Role.LAST_NAME,
        re.compile(
            r".*\b(?:last|family|sur) ?names?\b.*|nachname|familienname|nom de famille|apellidos?|cognome"
        ),
    ),
    (Role.AFFILIATION, re.compile(r".*\b(?:affiliations?|employer|affilie)\b.*")),
    (
        Role.NAME,
        re.compile(
            r".*\b(?:organi[sz]ations?|organi[sz]acion|organizacao|organizzazione|organisatie|compan(?:y|ies)|business|"
            r"signator(?:y|ies)|institution|institute|association|ngo|ong|group|verein|firma|entreprise|empresa|entity|body|"
            r"unterzeichner|signataires?|signer)\b(?:.*\bname\b.*)?.*"
        ),
    ),
    (Role.POSITION, re.compile(r".*\b(?:position|role|job title|title|function|funktion|fonction|cargo)\b.*")),
    (Role.BRANCH, re.compile(r".*\b(?:constituenc(?:y|ies)|branch|chapter|local group|ward|section)\b.*")),
    (
        Role.PLACE,
        re.compile(
            r".*\b(?:city|town|state|region|location|place|county|province|stadt|ort|ville|ciudad|address)\b.*"
        ),
    ),
    (
        Role.PERSON,
        re.compile(
            r".*\b(?:your name|contact(?: person| name)?|full name|representative|signed by|filled in by)\b.*"
        ),
    ),
    (Role.NOTE, re.compile(r"notes?|comments?|remarks?|message")),
)
_PLAIN_NAME = re.compile(
    r"(?:full |the |your )?name(?: of (?:the )?signatory)?|nom|naam|navn|namn|nome|imie i nazwisko|label|title"
)


def recognise(listing: Listing) -> dict[Role, int]:
    """The column of each role that can be told; the name's always, unless nothing could be one."""
    if not any(listing.headings):
        return _by_content(listing)
    found: dict[Role, int] = {}
    plain = [_plain(heading) for heading in listing.headings]
    named = [place for place, heading in enumerate(plain) if _PLAIN_NAME.fullmatch(heading)]
    taken = set()
    for place, heading in enumerate(plain):
        if place in named or _is_number(heading):
            taken.add(place)
    for role, pattern in _ROLES:
        for place, heading in enumerate(plain):
            if place in taken or role in found or not pattern.fullmatch(heading):
                continue
            if _IGNORED.search(heading):
                continue
            found[role] = place
            taken.add(place)
    if named and Role.NAME in found and Role.LAST_NAME not in found and listing.headings[named[0]]:
        # "Name" beside "Organisation" is a person's, who may have signed or may only have filled in the form.
        found.setdefault(Role.PERSON, named[0])
    elif named:
        found[Role.NAME] = named[0]
    if Role.NAME not in found and Role.PERSON in found:
        found[Role.NAME] = found.pop(Role.PERSON)
    if Role.NAME not in found and Role.LAST_NAME not in found and Role.AFFILIATION in found:
        found[Role.NAME] = found.pop(Role.AFFILIATION)
    if Role.NAME not in found and Role.LAST_NAME not in found:
        guessed = _by_content(listing)
        free = [
            place for place in (guessed.get(Role.NAME),) if place is not None and place not in found.values()
        ]
        if free:
            found[Role.NAME] = free[0]
    return found


def are_headings(cells: Sequence[str]) -> bool:
    """Whether a first row names columns: one of it is a heading that we know, and none is long, a number or an
    address."""
    plain = [_plain(cell) for cell in cells if cell.strip()]
    if (
        not plain
        or any(len(cell) > 90 for cell in plain)
        or any(re.search(r"@|://|^\d+$", cell) for cell in cells)
    ):
        return False
    known = [cell for cell in plain if _PLAIN_NAME.fullmatch(cell) or any(p.fullmatch(cell) for _, p in _ROLES)]
    if len(plain) == 1:
        return bool(known) and len(plain[0].split()) <= 3 and _is_heading_alone(plain[0])
    # "Media Institute" is a body although it holds a heading's word, so most must be short and one be exact.
    sure = [cell for cell in known if _is_heading_alone(cell) or len(cell.split()) > 3 or cell.endswith("name")]
    return bool(sure) and len(known) * 3 >= len(plain)


def names_a_table(cells: Sequence[str]) -> bool:
    """Whether a first row can only be the headings of a table, however damaged the rows below it: at least two cells,
    each of which is a heading that we know, and nothing else."""
    plain = [_plain(cell) for cell in cells if cell.strip()]
    return len(plain) > 1 and all(
        _is_heading_alone(cell)
        or _is_number(cell)
        or (cell.endswith(" name") and any(pattern.fullmatch(cell) for _, pattern in _ROLES))
        for cell in plain
    )


def described(listing: Listing, columns: Columns) -> str:
    """The columns as a coordinator confirms or changes them, one a line: ``name: Organisation name``."""
    return "\n".join(
        f"{role}: {label(listing, place)}"
        for role, place in sorted(columns.items(), key=lambda one: list(Role).index(one[0]))
    )


def label(listing: Listing, place: int) -> str:
    """How a column is called: by its heading, or by its number from 1 where it has none or shares one."""
    heading = listing.headings[place]
    alone = [one.casefold() for one in listing.headings].count(heading.casefold()) == 1
    return heading if heading and alone else f"column {place + 1}"


def confirmed(listing: Listing, text: str) -> tuple[Listing, dict[Role, int]]:
    """What a coordinator wrote in the form of :func:`described`. A column may also be called by what its first row
    says: then that row is headings. Refuses BAD_COLUMNS(lines, roles, columns).
    """
    said = [tuple(part.strip() for part in line.partition(":")) for line in text.splitlines() if line.strip()]
    labels = _labels(listing)
    if any(column and column.casefold() not in labels for _, _, column in said) and not any(listing.headings):
        first = listing.lines[0].cells
        if all(
            not column or column.casefold() in {*labels, *map(str.casefold, first)} for _, _, column in said
        ):
            listing = Listing(first, listing.lines[1:])
            labels = _labels(listing)
    roles = {role.value: role for role in Role}
    wrong = [
        f"{role}: {column}"
        for role, _, column in said
        if role.casefold() not in roles or (column and column.casefold() not in labels)
    ]
    if wrong:
        shown = [label(listing, place) for place in range(len(listing.headings))]
        raise Refusal(Reason.BAD_COLUMNS, lines=wrong[:3], roles=list(roles), columns=shown[:25])
    return listing, {roles[role.casefold()]: labels[column.casefold()] for role, _, column in said if column}


def _labels(listing: Listing) -> dict[str, int]:
    numbered = {f"column {place + 1}": place for place in range(len(listing.headings))}
    return numbered | {label(listing, place).casefold(): place for place in range(len(listing.headings))}


def _is_heading_alone(plain: str) -> bool:
    return bool(_PLAIN_NAME.fullmatch(plain)) or plain in _EXACT


def _by_content(listing: Listing) -> dict[Role, int]:
    """Without headings: a column of numbers counts, one of countries says where, the most varied one is the name."""
    found: dict[Role, int] = {}
    lines = listing.lines[:2000]
    best = (0.0, -1)
    for place in range(len(listing.headings)):
        cells = [line.cells[place] for line in lines if line.cells[place]]
        if not cells or all(re.fullmatch(r"[\d.#)(]+", cell) for cell in cells):
            continue
        if Role.COUNTRY not in found and sum(bool(countries.find(cell)) for cell in cells) > 0.7 * len(cells):
            found[Role.COUNTRY] = place
            continue
        if (
            Role.WEBSITE not in found
            and sum("://" in cell or cell.startswith("www.") for cell in cells) > len(cells) / 2
        ):
            found[Role.WEBSITE] = place
            continue
        best = max(best, (len(set(cells)) + (place == 0) * 0.5 - place * 0.01, place))
    if best[1] >= 0:
        found[Role.NAME] = best[1]
    elif Role.COUNTRY in found:
        found[Role.NAME] = found.pop(Role.COUNTRY)
    return found


def _plain(heading: str) -> str:
    return cleaning.folded(re.sub(r"[^\w\s#]", " ", heading.replace("_", " ")))


def _is_number(plain: str) -> bool:
    return bool(_NUMBER.fullmatch(plain.replace("#", "").replace(".", "").strip()))


_EXACT = frozenset(
    ("organisation", "organization", "organisations", "organizations", "company", "companies", "signatory",
     "signatories", "institution", "country", "pays", "land", "pais", "kind", "type", "category", "website",
     "url", "affiliation", "employer", "constituency", "city", "state", "town", "region", "decision",
     "verdict", "country scope", "organizacion", "empresa", "association", "entity", "signataire", "firma",
     "verein", "first name", "last name", "surname", "email", "e mail")
)  # fmt: skip
