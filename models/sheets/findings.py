"""Findings about a row of a list: what happens to it, and why."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Self

from msgspec import Struct, field

from models.terms import Doubt, SignatoryState


class RowVerdict(StrEnum):
    """What happens to a row."""

    ACCEPTED = "accepted"
    UNCHANGED = "unchanged"
    """Stands on the letter already, perhaps spelt differently."""
    DUPLICATE = "duplicate"
    """Stands in the list itself already."""
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class Finding(StrEnum):
    """What was found about a row; values by name."""

    REFUSED = "refused"
    """The name cannot be printed: ``refusal``."""
    LEFT_OUT = "left out"
    TAKEN = "taken"
    """A coordinator decided so."""
    IN_ROW = "in row"
    """Stands in ``row`` as ``name`` already; ``place`` where that row names another one."""
    ON_LETTER = "on letter"
    RESPELLED = "respelled"
    """Stands on the letter as ``name``."""
    BRANCH = "branch"
    """The same body, for another constituency or chapter."""
    ELSEWHERE = "elsewhere"
    """The same name in another country than in ``row``."""
    LIKE = "like"
    """``like`` says how ``name`` is alike, of ``row``, or on the letter as signatory ``id``."""
    ENDED = "ended"
    """It was taken off this letter, moderators left it out, or the person said no; ``state`` says which."""
    SAID_NO = "said no"
    """It may be a person who said no to this letter."""
    DOUBT = "doubt"
    COUNTRY = "country"
    """``country`` is none that we know, or may be one of ``meant``."""
    NO_COUNTRY = "no country"
    """``country`` is none, and was left out."""
    COUNTRY_OF = "country of"
    """``before`` is a part of ``country``."""
    COMPLETED = "completed"
    """``country`` was taken from ``row``, which is the same name."""
    NO_AFFILIATION = "no affiliation"
    """``affiliation`` only fills the field, and was left out."""
    CONSENT = "consent"
    """The answer to whether the name may be printed was a no."""
    CONSENT_UNCLEAR = "consent unclear"
    """The ``answer`` is neither yes nor no, or it is under a ``column`` of which nobody can tell what it asks."""
    PARTED = "parted"
    """Name and ``affiliation`` were in one text, ``before``."""
    LOCATED = "located"
    """Name and ``country`` were in one text, ``before``."""
    ADDRESSED = "addressed"
    """An e-mail address was with the name."""
    MENDED = "mended"
    """Was ``before``."""
    LINKED = "linked"
    """A link was behind the name; it is the ``website`` now."""
    LINK = "link"
    """This ``link`` was behind the name, and was left out."""
    UNLISTED = "unlisted"
    """``mark`` of a list's line was taken off."""
    WEBSITE = "website"
    """``website`` is none, and was left out."""


class Found(Struct, frozen=True):
    """One finding with its values."""

    finding: Finding
    values: Mapping[str, Any] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """Plain JSON values; only of what is :data:`KEPT`."""
        return {**self.values, "finding": self.finding.value}

    @classmethod
    def kept(cls, document: Mapping[str, Any]) -> Self:
        """The finding that :meth:`document` wrote."""
        values = {name: _TERMS.get(name, _as_it_is)(value) for name, value in document.items()}
        return cls(Finding(values.pop("finding")), values)


DOUBTS = frozenset({Finding.ENDED, Finding.SAID_NO, Finding.DOUBT, Finding.COUNTRY, Finding.CONSENT_UNCLEAR})
"""What a human must look at before the name is approved. How names are alike is kept with both of them."""
KEPT = DOUBTS | {Finding.NO_COUNTRY, Finding.NO_AFFILIATION, Finding.WEBSITE}
"""What stays beside an imported name: the doubts, and what was typed and dropped."""
_TERMS: Mapping[str, Callable[[Any], Any]] = {"doubt": Doubt, "state": SignatoryState}


def _as_it_is(value: Any) -> Any:
    return value
