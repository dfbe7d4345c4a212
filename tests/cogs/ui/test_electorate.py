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


def test_a_vote_without_a_count_and_one_that_runs_are_said_so() -> None:
    assert "ended, but the votes weren't counted" in limits.text_of(electorate.card(sheet(entitled=None)))
    assert "1 person can vote" in limits.text_of(
        electorate.card(sheet(entitled=1, ended=False, per_organisation=False))
    )
