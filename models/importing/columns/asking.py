"""Asking: what a list leaves open, and a reader must not guess. At most three questions, on one card."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from models.geography import countries
from models.importing.columns import given, parts, wording
from models.importing.columns.consents import Asked
from models.importing.columns.listing import Listing, Role
from models.sheets.batches import Given
from models.terms import Kind

USUAL = 3
"""A text in the column of countries that so many rows share is worth a question; a rarer one is doubtful by itself."""
LEFT = "left"
"""Under this name it is kept beside the answers which columns were left out."""
HOLD, LEAVE = "hold", "leave"
"""What may become of rows whose country is none: held back, or taken without it."""
_TITLE = re.compile(
    r"(?:mr|mrs|ms|mx|miss|dr|drs|prof|professor|sir|dame|rev|fr|ing|mag|dipl|herr|frau|sr|sra|dott|avv|mme|m|ir|"
    r"doc|mgr|bc|judr|mudr|phdr|sayin|dra|don|lic)\.? \S",
    re.IGNORECASE,
)
_LOOKED_AT = 400


class Ask(StrEnum):
    """What a question of a list is about."""

    READING = "reading"
    """Which of several ways to read the file is right; options by number, 0 as it was read."""
    KIND = "kind"
    """What those are of which the list does not say it."""
    COUNTRY = "country"
    """What happens to rows whose country is none that we know."""


class Question(Struct, frozen=True):
    """One question, with what is taken until it is answered."""

    ask: Ask
    options: tuple[str, ...]
    guess: str
    must: bool
    """Nothing is imported before it is answered."""
    about: tuple[tuple[str, int], ...] = ()
    """Texts that it is about, with how many rows have each; nothing if it is about all rows."""


Answered = Mapping[str, str]
"""Answers by the name of the question."""


def read_as(listing: Listing, answered: Answered) -> Listing:
    """The listing as it was said to be read."""
    said = answered.get(Ask.READING, "0")
    ways = (listing, *listing.others)
    return ways[int(said)] if said.isdecimal() and int(said) < len(ways) else listing


def questions(listing: Listing, columns: Mapping[Role, int]) -> list[Question]:
    """All that is open or can be said, the gravest first. ``listing`` as it came from the reader."""
    found = []
    if listing.others:
        options = tuple(map(str, range(len(listing.others) + 1)))
        found.append(Question(Ask.READING, options, "0", must=True))
    if (kind := _kind(listing, columns)) is not None:
        found.append(kind)
    if strange := _strange(listing, columns):
        found.append(Question(Ask.COUNTRY, (HOLD, LEAVE), HOLD, must=False, about=strange))
    return found


def open_(asked: list[Question], answered: Answered) -> list[Question]:
    """Those without which nothing is imported."""
    return [one for one in asked if one.must and answered.get(one.ask) not in one.options]


def answer(asked: list[Question], answered: Answered, ask: Ask) -> str:
    """What was said, or is taken until it is; nothing if it is not asked."""
    one = next((one for one in asked if one.ask is ask), None)
    said = answered.get(ask, "")
    if one is None:
        return said
    return said if said in one.options else one.guess


def kind(listing: Listing, columns: Mapping[Role, int], answered: Answered) -> Kind:
    """What rows are that do not say it themselves."""
    said = answered.get(Ask.KIND, "")
    return Kind(said) if said in list(Kind) else _guess(listing, columns)[0]


def entries(
    listing: Listing, columns: Mapping[Role, int], answered: Answered, asked: Sequence[Asked]
) -> list[Given]:
    """Every row as it was said to be read. Refuses NO_NAME_COLUMN(example)."""
    without = answered.get(Ask.COUNTRY) == LEAVE
    said = kind(listing, columns, answered)
    return given.given(listing, columns, said, asked=asked, without_country=without)


def left(answered: Answered) -> frozenset[int]:
    """The places of columns that were left out by whoever imports, who so says that they are not about printing."""
    return frozenset(map(int, filter(str.isdigit, answered.get(LEFT, "").split())))


def _kind(listing: Listing, columns: Mapping[Role, int]) -> Question | None:
    if Role.NAME not in columns or all(said := list(given.kinds(listing, columns))):
        return None
    guess, sure = _guess(listing, columns)
    names = [
        (line.cells[columns[Role.NAME]], 1)
        for line, one in zip(listing.lines, said, strict=True)
        if one is None and any(said)
    ]
    return Question(Ask.KIND, tuple(Kind), guess.value, must=not sure, about=tuple(names))


def _guess(listing: Listing, columns: Mapping[Role, int]) -> tuple[Kind, bool]:
    """What the others are, and whether the list leaves no doubt of it: its own heading says so, and nothing else of
    it speaks of persons."""
    if Role.NAME not in columns:
        return Kind.INDIVIDUAL, True
    heading = wording.plain(listing.headings[columns[Role.NAME]])
    person = columns.get(Role.PERSON)
    says_body = not wording.is_name(heading) and Role.NAME in wording.roles(heading)
    people = _share_of_people(listing, columns[Role.NAME])
    if person is not None and wording.is_name(
        wording.plain(listing.headings[person])
    ):  # "Name" beside "Organisation": either of them may have signed
        return (
            Kind.INDIVIDUAL if _titles(listing, person) or Role.POSITION in columns else Kind.ORGANISATION
        ), False
    if Role.LAST_NAME in columns and Role.PERSON not in wording.roles(
        wording.plain(listing.headings[columns[Role.LAST_NAME]])
    ):  # so they may with "First name" and "Last name"
        return Kind.INDIVIDUAL if Role.POSITION in columns else Kind.ORGANISATION, False
    if Role.AFFILIATION in columns:
        return Kind.INDIVIDUAL, False
    if says_body and not _may_be_people(heading):
        return (Kind.COMPANY if _is_company(heading) else Kind.ORGANISATION), True
    if people:
        return Kind.INDIVIDUAL, False
    return Kind.ORGANISATION, False


def _may_be_people(heading: str) -> bool:
    """A heading that only says that they signed."""
    return bool(
        re.match(
            r"(?:signator|signer|signee|undersign|signatair|firmant|firmatar|unterzeichn|signatar)", heading
        )
    )


def _is_company(heading: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:compan(?:y|ies)|firma|firmen|entreprises?|empresas?|unternehmen|business(?: name)?|company name)",
            heading,
        )
    )


def _titles(listing: Listing, place: int) -> bool:
    cells = [line.cells[place] for line in listing.lines[:_LOOKED_AT] if line.cells[place]]
    return sum(bool(_TITLE.match(cell)) for cell in cells) * 5 > len(cells)


def _share_of_people(listing: Listing, place: int) -> bool:
    """Whether most names look like persons': a title, or two to four words of which none is a body's."""
    if _titles(listing, place):
        return True
    cells = [line.cells[place] for line in listing.lines[:_LOOKED_AT] if line.cells[place]]
    looks = sum(
        parts.is_personal(re.split(r" [—–-] |[,(]", cell)[0].strip()) and not parts.is_body(cell)
        for cell in cells
    )
    return len(cells) > 1 and looks > 0.8 * len(cells)


def _strange(listing: Listing, columns: Mapping[Role, int]) -> tuple[tuple[str, int], ...]:
    """Texts in the column of countries that several rows share and that are none."""
    if Role.COUNTRY not in columns:
        return ()
    place = columns[Role.COUNTRY]
    counted = Counter(line.cells[place] for line in listing.lines if line.cells[place])
    return tuple(
        (text, count)
        for text, count in counted.most_common()
        if count >= USUAL and not countries.meanings(text) and not countries.is_anywhere(text)
    )
