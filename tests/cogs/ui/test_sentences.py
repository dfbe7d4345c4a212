"""What stands in tables is there for translators, and no value breaks what Discord reads."""

import re
from collections.abc import Iterable

import pytest
from babel.messages.catalog import Catalog

from cogs.ui import acts, findings, likenesses, occasions, readings, reasons, states
from cogs.ui.propose_form import PROPOSE, PROPOSE_HERE

TABLES: dict[str, Iterable[str]] = {
    "acts": acts._CALLED.values(),
    "findings": [*findings.SENTENCES.values(), *findings.ENDS.values(), *findings.FIELDS.values()],
    "forms": [one.label for form in (PROPOSE, PROPOSE_HERE) for one in form.fields],
    "likenesses": [*likenesses.LIKES.values(), *likenesses.DOUBTS.values()],
    "occasions": occasions.SENTENCES.values(),
    "readings": [*readings.FATES.values(), *readings.CHOICES.values(), *readings._ENCODINGS.values()],
    "refusals": [
        *reasons.SENTENCES.values(), *reasons.WITHOUT.values(), *reasons.STANDS.values(),
        *reasons.MISSING.values(), *reasons.DECIDED.values(), *reasons.NO_ADDRESS_IN.values(),
        *(way for ways in reasons.WAYS.values() for way in ways),
    ],
    "states": [*states.STATES.values(), *states.UNSENT.values()],
}  # fmt: skip
_IN_A_MENTION = re.compile(r"<(?:t:|[@#/])[^>]*\{|\]\([^)]*\{")


@pytest.fixture
def extracted(template: Catalog) -> set[str]:
    """The English of everything that translators are given."""
    messages = [one.id for one in template if one.id]
    return {text for id_ in messages for text in ((id_,) if isinstance(id_, str) else id_)}


@pytest.mark.parametrize("table", TABLES)
def test_every_sentence_of_a_table_is_there_for_translators(table: str, extracted: set[str]) -> None:
    assert set(TABLES[table]) <= extracted


def test_no_value_stands_inside_a_mention_or_an_address_where_its_isolates_would_break_it(
    extracted: set[str],
) -> None:
    assert [text for text in extracted if _IN_A_MENTION.search(text)] == []
