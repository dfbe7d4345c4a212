"""The identity of a signatory: what is printed of it, cleaned, and the keys made from that. No database."""

import re
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from typing import Self

from models import country as countries
from models import names, prose
from models.refusal import Reason, Refusal
from models.tables import Signatory
from models.terms import Kind

ALIKE = 0.8
"""From this ratio of difflib on, a new spelling still means the same name."""
_WEBSITE = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[^\W\d_]{2,}(?::\d{1,5})?(?:[/?#]\S*)?)", re.IGNORECASE)


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

        Refuses EMPTY, TOO_LONG and ADDRESS_IN_NAME (field "name" or "affiliation"), UNKNOWN_COUNTRY(country,
        suggestions) and BAD_WEBSITE(website).
        """
        individual = kind is Kind.INDIVIDUAL
        return cls(
            kind=kind,
            name=names.printable(name),
            country=countries.code_of(country),
            website="" if individual else website(detail),
            affiliation=names.affiliation(detail) if individual else "",
        )

    @classmethod
    def of(cls, row: Signatory) -> Self:
        """The identity of a row."""
        return cls(row.kind, row.name, row.country, row.website, row.affiliation)

    @property
    def key(self) -> str:
        """Two signatories of one key are the same one (``names.exact_key``)."""
        return names.exact_key(self.kind, self.name, self.affiliation)

    @property
    def sort_key(self) -> str:
        """What the list is ordered by (``names.sort_key``)."""
        return names.sort_key(self.kind, self.name)

    def respells(self, other: "Identity") -> bool:
        """Whether this only writes the other differently: the same key, or a name much alike; organisation and
        company may be mixed up, a person is never an organisation."""
        if (self.kind is Kind.INDIVIDUAL) != (other.kind is Kind.INDIVIDUAL):
            return False
        alike = SequenceMatcher(None, self.name.casefold(), other.name.casefold(), autojunk=False)
        return self.key == other.key or alike.ratio() >= ALIKE

    def document(self) -> dict[str, str]:
        """Plain JSON values for the journal."""
        return asdict(self)


def website(text: str) -> str:
    """A website as typed, as a whole address; may be empty. Refuses BAD_WEBSITE(website) and TOO_LONG."""
    typed = prose.optional(text, "website", 200)
    if not typed:
        return ""
    found = _WEBSITE.fullmatch(typed)
    if found is None:
        raise Refusal(Reason.BAD_WEBSITE, website=typed)
    return typed if "://" in typed else f"https://{found[1]}"
