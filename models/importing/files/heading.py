"""Headings inside a list: what stands above names and says of which kind or country they are."""

import re
from dataclasses import dataclass

from models.geography import countries
from models.names import cleaning
from models.terms import Kind

_COUNT = re.compile(r"\s*(?:\(\s*\d[\d,. ]*\s*\)|[:–—-]\s*\d[\d,. ]*)\s*$")
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


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of the names under it; both may be empty ("Signatories")."""

    kind: Kind | None = None
    country: str = ""


_PLAIN = frozenset(
    ("signatories", "signatures", "signed by", "signed", "signers", "list of signatories", "undersigned",
     "names", "first signatories", "supporters", "endorsed by", "supported by")
)  # fmt: skip


def read(text: str) -> Heading | None:
    """What a line says if it is a heading: a kind, a country, or that names follow. None for any other line."""
    if len(text) > 400:
        return None
    bare = _COUNT.sub("", text.strip().strip("#*_ ")).rstrip(":").strip()
    if not bare or len(bare) > 120:
        return None
    if cleaning.folded(bare) in _PLAIN:
        return Heading()
    if kind := kind_of(bare, whole=True):
        return Heading(kind)
    code = countries.find(bare) if len(bare) > 3 else ""
    return Heading(country=code) if code and code != "EU" else None


def kind_of(text: str, *, whole: bool = False) -> Kind | None:
    """The kind that an answer or a heading names. ``whole``: it must be nothing but words of kinds, so that an
    organisation's name ("People's Union") is no heading."""
    plain = cleaning.folded(text.replace("/", " "))
    found = [kind for kind, words in _KINDS.items() if words.search(plain)]
    if not found:
        return None
    if whole:
        said = [word for words in _KINDS.values() for word in words.findall(plain)]
        if not any(word.endswith("s") or word in _COLLECTIVE for word in said):
            return None
        rest = plain
        for words in _KINDS.values():
            rest = words.sub(" ", rest)
        if set(rest.split()) - _BETWEEN:
            return None
    return found[0]


_COLLECTIVE = frozenset(
    (
        "civil society",
        "academia",
        "people",
        "private sector",
        "industry",
        "vereine",
        "unternehmen",
        "firmen",
        "personen",
    )
)
_BETWEEN = frozenset(
    ("and", "the", "of", "in", "for", "other", "their", "as", "signing", "signatory", "signatories", "type",
     "civil", "society", "public", "supporting", "cybersecurity", "security", "legal", "technical",
     "independent", "et", "y", "e", "und", "with", "affiliation", "affiliations", "personal", "capacity",
     "experts", "nongovernmental", "non", "governmental", "academic", "research", "trade", "labour", "labor",
     "funding", "or", "private")
)  # fmt: skip
