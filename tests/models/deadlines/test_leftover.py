"""A deadline that can't be read: what is unclear in it is said, in its own words."""

import pytest

from models.deadlines import leftover
from models.deadlines.grammar.phrase import Phrase
from models.refusal import Reason
from tests.models.deadlines.reading import refused


@pytest.mark.parametrize(
    ("typed", "unclear"),
    [
        ("1st Dec 5", {"rest": "5"}),
        ("5 tomorrow", {"rest": "5"}),
        ("12/12/2026 25:00", {"hour": "25:00"}),
        ("tomorrow at 25:00 London", {"hour": "25:00"}),
        ("tomorrow tomorrow", {"one": "tomorrow", "other": "tomorrow"}),
        ("Monday Tuesday 5pm", {"one": "Monday", "other": "Tuesday"}),
        ("20 Feb 17:00 - 19:00", {"one": "17:00", "other": "19:00"}),
        ("today 5pm tomorrow 6pm", {"one": "today 5pm", "other": "tomorrow 6pm"}),
        ("5pm London tomorrow Paris", {"one": "London", "other": "Paris"}),
    ],
)
def test_what_is_unclear_is_said_by_its_own_words(typed: str, unclear: dict[str, str]) -> None:
    assert refused(typed).values == unclear


def test_a_senseless_text_is_refused_at_once() -> None:
    """Some of the ways to leave words out are tried, not all."""
    tried: set[str] = set()

    def reads(text: str) -> list[Phrase]:
        tried.add(text)
        return []

    assert leftover.why("a 1 " * 35, reads).reason is Reason.BAD_DAY
    assert len(tried) < 20
