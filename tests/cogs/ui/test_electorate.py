"""The card that says who can vote, with the longest and hardest values."""

import pytest

from cogs.ui.cards import electorate
from models.sheets import ElectorateSheet, Entitled
from tests import limits
from tests.cogs.desk import BIG, ROUGH
from tests.cogs.server import START

PEOPLE = tuple(Entitled(BIG - number, ROUGH[:200]) for number in range(99))


def sheet(**changes: object) -> ElectorateSheet:
    values: dict[str, object] = {
        "guild_id": BIG,
        "signatory_id": BIG,
        "name": ROUGH[:200],
        "at": START,
        "ended": True,
        "entitled": 9999,
        "per_organisation": True,
        "people": PEOPLE,
        "others": 9900,
        "voted": frozenset(one.user_id for one in PEOPLE),
    }
    return ElectorateSheet(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("page", [-1, 1, 3, 99])
def test_every_page_stays_inside_discords_limits(page: int) -> None:
    limits.check(electorate.card(sheet(), page))


@pytest.mark.parametrize(
    ("per_organisation", "said"),
    [
        (True, "1 more organisation had the right to vote, but I can't name it"),
        (False, "1 more person had the right to vote, but I can't name them"),
    ],
)
def test_who_is_counted_but_not_named_is_a_person_or_an_organisation(per_organisation: bool, said: str) -> None:
    drawn = electorate.card(sheet(others=1, per_organisation=per_organisation), 5)
    assert said in limits.text_of(drawn)


def test_a_vote_without_a_count_and_one_that_runs_are_said_so() -> None:
    assert "ended, but the votes weren't counted" in limits.text_of(electorate.card(sheet(entitled=None)))
    assert "1 person can vote" in limits.text_of(
        electorate.card(sheet(entitled=1, ended=False, per_organisation=False))
    )
