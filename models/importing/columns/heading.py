"""Headings inside a list: what is above names and says of which kind or country they are."""

import re

from msgspec import Struct

from models.geography import countries
from models.importing.columns import wording
from models.names import vocabulary
from models.strings import folding
from models.strings.remembered import remembered
from models.terms import Kind

_COUNT = re.compile(r"\s*(?:[(（]\s*\d[\d,.\s]*[)）]|[:：–—-]\s*\d[\d,.\s]*)\s*$")
_KINDS = {
    Kind.INDIVIDUAL: re.compile(
        r"\b(?:individuals?|persons?|people|experts?|academics?|scholars?|researchers|scientists|citizens?|"
        r"personal|"
        r"private capacity|cryptographers|cybersecurity experts|particuliers?|personnes?|personas?|einzelpersonen|"
        r"privatpersonen|persone|individus|individuos|personnalites)\b"
    ),
    Kind.COMPANY: re.compile(
        r"\b(?:compan(?:y|ies)|business(?:es)?|corporat(?:e|ions?)|firms?|enterprises?|industry|"
        r"private sector|startups?|"
        r"entreprises?|empresas?|unternehmen|firmen|aziende|imprese|bedrijven|foretag|virksomheder)\b"
    ),
    Kind.ORGANISATION: re.compile(
        r"\b(?:organi[sz]ations?|organi[sz]aciones|organisationen|organizzazioni|ngos?|ongs?|"
        r"civil society|associations?|"
        r"asociaciones|charit(?:y|ies)|universit(?:y|ies)|institutions?|non ?profits?|groups?|"
        r"societ(?:y|ies)|coalitions?|"
        r"networks?|unions?|foundations?|academia|think tanks?|academies|research cent(?:er|re)s|vereine|verbande|"
        r"societe civile|sociedad civil|zivilgesellschaft|others?)\b"
    ),
}


_EXACT: dict[str, Kind] = {
    folding.SEARCH(phrase): Kind(kind) for kind in wording.KINDS for phrase in wording.KINDS[kind]
}
"""What a heading or an answer says when it is nothing but this, in about fifty languages."""


class Heading(Struct, frozen=True):
    """What a heading says of the names under it; both may be empty ("Signatories")."""

    kind: Kind | None = None
    country: str = ""
    region: bool = False
    """A part of the world, which says nothing of a name but is none."""

    @property
    def is_place(self) -> bool:
        """Whether it is above the names from somewhere, whatever their kind."""
        return self.region or bool(self.country)


_DATED = re.compile(
    r"\b(?:as of|as at|updated|last updated|to date|so far|until|by|on|to|of|for|au|du|de|del|della|zum|"
    r"zur|stand|al|hasta|ate|k|ke|na|до|на|от|станом)\b"
)
"""What may be behind "signatories" in a heading: a date, or the letter's name."""
_MORE = frozenset(map(folding.SEARCH, wording.LINES["more"]))
_PLAIN = frozenset(map(folding.SEARCH, wording.LINES["signatories"])) | _MORE


@remembered(30_000)
def read(text: str) -> Heading | None:
    """What a line says if it is a heading: a kind, a country, or that names follow. None for any other line."""
    if len(text) > 400:
        return None
    bare = _COUNT.sub("", text.strip().strip("#*_ ")).rstrip(":").strip()
    if not bare or len(bare) > 120:
        return None
    plain = folding.SEARCH(bare)
    if plain in _PLAIN or ((dated := _DATED.search(plain)) and plain[: dated.start()].strip() in _PLAIN):
        return Heading()
    if kind := kind_of(bare, whole=True):
        return Heading(kind)
    if len(bare) <= 3 or len(bare.split()) > 5:
        return None
    if countries.is_part_of_the_world(bare):
        return Heading(region=True)
    # Names in the list's letters may be a country's in some language of the world; those of other scripts are told.
    code = countries.known(bare) or "" if bare.isascii() else countries.find(bare)
    return Heading(country=code) if code and code != "EU" else None


def only_says_that_names_follow(text: str) -> bool:
    """Whether a line is a word for those who signed and nothing else, which is nobody's name."""
    return folding.SEARCH(text) in _PLAIN


def goes_on(text: str) -> bool:
    """Whether a heading says that more of the same follow as are above it: "Supported by"."""
    return folding.SEARCH(text) in _MORE


_SENTENCE = re.compile(r"(?:\S+\s+){8,}\S*[^\W\d_]{3,}[.!?…]$|[!?:]$")


def is_sentence(text: str) -> bool:
    """Whether a line is running text rather than a name."""
    return bool(_SENTENCE.search(text.strip())) and not ends_as_a_name(text)


def ends_as_a_name(text: str) -> bool:
    """Whether it ends in a legal form, whose full stop ends no sentence: "Inc."."""
    return folding.SEARCH(text.strip().rsplit(" ", 1)[-1]) in vocabulary.LEGAL_FORMS


def kind_of(text: str, *, whole: bool = False) -> Kind | None:
    """The kind that an answer or a heading names. ``whole``: it must be nothing but words of kinds, so that an
    organisation's name ("People's Union") is no heading."""
    plain = folding.SEARCH(text.replace("/", " "))
    if not plain:
        return None
    if (exact := _EXACT.get(plain)) is not None and not (whole and plain in _SINGULAR):
        return exact
    found = [kind for kind, words in _KINDS.items() if words.search(plain)]
    if not found:
        return None
    if whole:
        said = [word for words in _KINDS.values() for word in words.findall(plain)]
        rest = plain
        for words in _KINDS.values():
            rest = words.sub(" ", rest)
        if not any(word.endswith("s") or word in _COLLECTIVE for word in (*said, *rest.split())):
            return None
        if set(rest.split()) - _BETWEEN:
            return None
    return found[0]


_SINGULAR = frozenset(wording.LINES["singular"])
"""One of them: an answer, and no heading above several."""
_COLLECTIVE = frozenset(wording.LINES["collective"])
_BETWEEN = frozenset(wording.LINES["between"])
