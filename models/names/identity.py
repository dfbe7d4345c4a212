"""The identity of a signatory: what is printed of it, cleaned, and the keys made from that. No database."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from msgspec import Struct

from models.geography import countries
from models.names import cleaning, slips, vocabulary
from models.refusal import Reason, Refusal, both
from models.strings import folding, plain_text
from models.terms import Kind

_SLIPS_FROM, _LONG = 4, 7
"""In a shorter word one slip makes another word: UK, US. One wrong letter, or one too many or too few, takes a long
one: Hope, Home."""
_APART = re.compile(r"\b(\w) (?=\w\b)")
"""Between single letters: "e. V." is one word."""
_DOUBLED = re.compile(r"(.)\1")
_WEBSITE = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[^\W\d_]{2,}(?::\d{1,5})?(?:[/?#]\S*)?)", re.IGNORECASE)


class Kept(Protocol):
    """A row that keeps an identity."""

    kind: Kind
    name: str
    country: str
    website: str
    affiliation: str


class Identity(Struct, frozen=True):
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
        """The identity that :meth:`document` wrote as plain JSON values, perhaps among others."""
        values = {name: document[name] for name in cls.__struct_fields__}
        return cls(**values | {"kind": Kind(document["kind"])})

    def respells(self, other: "Identity", *, own: bool = False) -> bool:
        """Whether votes and consent that the other was given hold for this one: name and affiliation are only spelt
        otherwise, country and website the same, or said if nothing was said.

        Organisation and company may be mixed up, a person is never an organisation. A slip in a person's name is one
        only where it is ``own``: where that person says so.
        """
        person = self.kind is Kind.INDIVIDUAL
        wrong_from = _LONG if not person else _SLIPS_FROM if own else None
        return (
            person == (other.kind is Kind.INDIVIDUAL)
            and other.country in ("", self.country)
            and _same_site(self.website, other.website)
            and _only_spelt(self.name, other.name, wrong_from)
            and _only_spelt(self.affiliation, other.affiliation)
        )

    def completed(self, meant: Mapping[str, Any]) -> dict[str, Any]:
        """What was meant before, as :meth:`document` wrote it, with country and website where only they were added."""
        return {**meant, "country": self.country, "website": self.website}

    def document(self) -> dict[str, str]:
        """Plain JSON values for the journal."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


def website(text: str) -> str:
    """A website as typed, as a whole address; may be empty. Refuses BAD_WEBSITE(website) and TOO_LONG."""
    typed = plain_text.optional(text, "detail", 200)
    if not typed:
        return ""
    found = _WEBSITE.fullmatch(typed)
    if found is None:
        raise Refusal(Reason.BAD_WEBSITE, website=typed)
    return typed if "://" in typed else f"https://{found[1]}"


def _same_site(address: str, other: str) -> bool:
    """The same host and page; the page, or the whole address, may be said where it was not."""
    here, there = (urlsplit(one) for one in (address, other))
    hosts = [(one.hostname or "").removeprefix("www.") for one in (here, there)]
    pages = {f"{one.path}?{one.query}".strip("/?") for one in (here, there)} - {""}
    return not hosts[1] or (hosts[0] == hosts[1] and len(pages) < 2)


def _only_spelt(one: str, other: str, wrong_from: int | None = _LONG) -> bool:
    """The same but for case, accents, punctuation, slight words, and one slip in each word. Two legal forms are two
    bodies."""
    if cleaning.exact_key(Kind.ORGANISATION, one) == cleaning.exact_key(Kind.ORGANISATION, other):
        return True
    slight = vocabulary.FILLERS | vocabulary.LEGAL_FORMS
    words, others = (_APART.sub(r"\1", folding.SEARCH(text)).split() for text in (one, other))
    forms, other_forms = ({*said} & vocabulary.LEGAL_FORMS for said in (words, others))
    if forms and other_forms and forms != other_forms:
        return False
    first, second = (Counter(word for word in said if word not in slight) for said in (words, others))
    mine, theirs = list((first - second).elements()), list((second - first).elements())
    # Nothing but slight words is no name: then they would have to be the same.
    return (
        bool(first)
        and len(mine) == len(theirs)
        and all(_one_slip(*pair, wrong_from) for pair in zip(mine, theirs, strict=True))
    )


def _one_slip(one: str, other: str, wrong_from: int | None) -> bool:
    """A letter doubled or not; also two changed round and, in a word of at least so many letters, one too many, too few
    or wrong. ``wrong_from`` is None in somebody else's own name, which has no such slips: Maria is not Marie.

    Not in the first place, nor in a short word, nor where either is a country or a town: one letter makes Iraq of
    Iran.
    """
    if one[0] != other[0] or max(len(one), len(other)) < _SLIPS_FROM:
        return False
    if vocabulary.place(one) or vocabulary.place(other) or slips.count(one, other, 1) != 1:
        return False
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return True
    if wrong_from is None:
        return False
    return sorted(one) == sorted(other) or max(len(one), len(other)) >= wrong_from
