"""How votes end, in words: one table, which is read by a person."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cogs.ui import results
from cogs.ui.cards import review
from models.rules.voting_policy import Ending, Policy, Tally, result
from models.sheets import VoteSheet, Why
from models.terms import Preset, SignatoryState

ENDS = datetime(2025, 2, 14, 9, tzinfo=UTC)
TABLE = Path(__file__).parent / "results.txt"
POLICIES = {
    Preset.OPEN_VOTE: Policy(),
    Preset.NO_OBJECTION: Policy(preset=Preset.NO_OBJECTION),
    Preset.QUORUM_VOTE: Policy(preset=Preset.QUORUM_VOTE, quorum=Fraction(1, 2), threshold=Fraction(2, 3)),
}
TALLIES = {
    Ending.PASSED: Tally(4, 1, 1, 10),
    Ending.STOPPED: Tally(3, 2, 0, 10),
    Ending.OPPOSED: Tally(1, 4, 1, 10),
    Ending.TIED: Tally(2, 2, 1, 10),
    Ending.NOBODY: Tally(0, 0, 0, 10),
    Ending.ABSTAINED: Tally(0, 0, 5, 10),
    Ending.QUORUM_MISSED: Tally(1, 0, 0, 10),
}
CUTS: dict[str, dict[str, Any]] = {
    "by the close": {"cut_short": True},
    "while paused": {"cut_short": True, "cut_while_paused": True},
    "by a decision": {"cut_short": True, "ended_at": ENDS - timedelta(hours=1)},
}


def vote(policy: Policy, tally: Tally) -> VoteSheet:
    return VoteSheet(
        policy, ends_at=ENDS, ended_at=ENDS, cut_short=False, voted=tally.cast, result=result(policy, tally)
    )


def every() -> list[tuple[str, VoteSheet]]:
    """Every kind of vote with every end it can have, of people and of organisations, and each way to be cut short."""
    found = []
    for per_organisation in (False, True):
        for preset, sentences in results.SENTENCES.items():
            policy = replace(POLICIES[preset], per_organisation=per_organisation)
            who = "organisations" if per_organisation else "people"
            found += [
                (f"{preset}, {who}: {ending}", vote(policy, TALLIES[ending]))
                for ending in Ending
                if ending in sentences
            ]
    nobody = vote(POLICIES[Preset.NO_OBJECTION], TALLIES[Ending.NOBODY])
    one = vote(POLICIES[Preset.NO_OBJECTION], Tally(0, 1, 0, 10))
    found += [("no objection, people: nobody voted", nobody), ("no objection, people: one objected", one)]
    tied = vote(POLICIES[Preset.OPEN_VOTE], TALLIES[Ending.TIED])
    for how, cut in CUTS.items():
        found.append((f"cut short{how}", replace(tied, **cut)))
    return found


def said(one: VoteSheet) -> str:
    return f"  card:   {results.line(one)}\n  review: {'; '.join(reasons(one)) or '(ready)'}"


def reasons(one: VoteSheet) -> list[str]:
    assert one.result is not None
    why = {
        Why.UNDECIDED: one.result.outcome is SignatoryState.UNDECIDED,
        Why.OPPOSED: one.opposed,
        Why.CUT_SHORT: one.cut_short,
    }
    return [review.OF_THE_VOTE[reason](one) for reason, holds in why.items() if holds]


def test_the_table_of_results_is_the_one_that_a_person_has_read() -> None:
    table = "\n".join(f"{how}\n{said(one)}" for how, one in every()) + "\n"
    print(table)
    assert table == TABLE.read_text()


@pytest.mark.parametrize("preset", results.SENTENCES)
def test_each_kind_of_vote_has_a_sentence_for_every_end_it_can_have(preset: Preset) -> None:
    policy = POLICIES[preset]
    numbers = range(5)
    endings = {
        result(policy, Tally(for_, against, abstained, 4)).ending
        for for_ in numbers
        for against in numbers
        for abstained in numbers
        if for_ + against + abstained <= 4
    }
    assert endings == set(results.SENTENCES[preset])


def test_a_vote_that_was_not_counted_says_so() -> None:
    uncounted = replace(vote(Policy(), TALLIES[Ending.TIED]), result=None)
    assert (results.line(uncounted), results.reason(uncounted)) == ("", "the vote wasn't counted")
    assert results.line(replace(uncounted, cut_short=True)) == results.UNCOUNTED
