"""The identity of a signatory: what is printed of it, cleaned, and the keys made from that. No database."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from rapidfuzz.distance import OSA

from models.geography import countries
from models.names import cleaning, vocabulary
from models.refusal import Reason, Refusal, both
from models.strings import plain_text
from models.terms import Kind

_SLIPS_FROM = 4
"""In a shorter word one other letter makes another word: UK, US."""
_WEBSITE = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[^\W\d_]{2,}(?::\d{1,5})?(?:[/?#]\S*)?)", re.IGNORECASE)


class Kept(Protocol):
    """A row that keeps an identity."""

    kind: Kind
    name: str
    country: str
    website: str
    affiliation: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Kind, name and particulars as they are kept."""

    kind: Kind
    name: str
    country: str
    website: str
    affiliation: str

    @classmethod
    def read(cls, kind: Kind, name: str, country: str, detail: str) -> Self:
        """What was typed; ``detail`` is the website, or an individual's affiliation.

        Refuses EMPTY, TOO_LONG and ADDRESS_IN_NAME (field "name" or "detail"), UNKNOWN_COUNTRY(country,
        suggestions) and BAD_WEBSITE(website).
        """
        individual = kind is Kind.INDIVIDUAL
        (printed, code), more = both(
            lambda: both(lambda: cleaning.printable(name), lambda: countries.code_of(country)),
            lambda: cleaning.affiliation(detail) if individual else website(detail),
        )
        return cls(
            kind=kind,
            name=printed,
            country=code,
            website="" if individual else more,
            affiliation=more if individual else "",
        )

    @classmethod
    def of(cls, row: Kept) -> Self:
        """The identity of a row."""
        return cls(row.kind, row.name, row.country, row.website, row.affiliation)

    @property
    def key(self) -> str:
        """Two signatories of one key are the same one (``cleaning.exact_key``)."""
        return cleaning.exact_key(self.kind, self.name, self.affiliation)

    @property
    def sort_key(self) -> str:
        """What the list is ordered by (``cleaning.sort_key``)."""
        return cleaning.sort_key(self.kind, self.name)

    @classmethod
    def kept(cls, document: Mapping[str, Any]) -> Self:
        """The identity that :meth:`document` wrote as plain JSON values."""
        return cls(**{**document, "kind": Kind(document["kind"])})

    def respells(self, other: "Identity") -> bool:
        """Whether votes and consent that the other was given hold for this one: name and affiliation are only spelt
        otherwise, country and website the same, or said where nothing was said.

        Organisation and company may be mixed up, a person is never an organisation.
        """
        return (
            (self.kind is Kind.INDIVIDUAL) == (other.kind is Kind.INDIVIDUAL)
            and other.country in ("", self.country)
            and _host(other.website) in ("", _host(self.website))
            and _only_spelt(self.name, other.name)
            and _only_spelt(self.affiliation, other.affiliation)
        )

    def document(self) -> dict[str, str]:
        """Plain JSON values for the journal."""
        return asdict(self)


def website(text: str) -> str:
    """A website as typed, as a whole address; may be empty. Refuses BAD_WEBSITE(website) and TOO_LONG."""
    typed = plain_text.optional(text, "detail", 200)
    if not typed:
        return ""
    found = _WEBSITE.fullmatch(typed)
    if found is None:
        raise Refusal(Reason.BAD_WEBSITE, website=typed)
    return typed if "://" in typed else f"https://{found[1]}"


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _only_spelt(one: str, other: str) -> bool:
    """The same but for case, accents, punctuation, slight words, and one slip in each word."""
    if cleaning.exact_key(Kind.ORGANISATION, one) == cleaning.exact_key(Kind.ORGANISATION, other):
        return True
    slight = vocabulary.FILLERS | vocabulary.LEGAL_FORMS
    first, second = (
        Counter(word for word in cleaning.folded(text).split() if word not in slight) for text in (one, other)
    )
    mine, theirs = list((first - second).elements()), list((second - first).elements())
    # Nothing but slight words is no name: then they would have to be the same.
    return bool(first) and len(mine) == len(theirs) and all(map(_one_slip, mine, theirs))


def _one_slip(one: str, other: str) -> bool:
    """One letter too many, too few, wrong, or two changed round; not in the first place, nor in a short word."""
    return (
        one[0] == other[0]
        and max(len(one), len(other)) >= _SLIPS_FROM
        and OSA.distance(one, other, score_cutoff=1) == 1
    )
