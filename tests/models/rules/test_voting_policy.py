"""Voting policies: every boundary of every preset, in whole numbers."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st

from models.refusal import Reason
from models.rules.voting_policy import (
    Policy,
    Result,
    Tally,
    for_needed,
    outcome,
    parse_fraction,
    parse_quorum,
    quorum_needed,
    result,
    settled,
    validated,
)
from models.terms import Preset, SignatoryState
from tests.models.makers import refused

PASSED, UNDECIDED, OPPOSED = SignatoryState.PASSED, SignatoryState.UNDECIDED, SignatoryState.OPPOSED
OBJECTION = Policy(Preset.NO_OBJECTION)


def quorum(of: int | Fraction, threshold: Fraction = Fraction(1, 2)) -> Policy:
    return Policy(Preset.QUORUM_VOTE, quorum=of, threshold=threshold)


@pytest.mark.parametrize(
    ("policy", "tally", "expected"),
    [
        (Policy(), (0, 0, 0, 9), UNDECIDED),
        (Policy(), (0, 0, 3, 9), UNDECIDED),
        (Policy(), (2, 2, 0, 9), UNDECIDED),
        (Policy(), (1, 0, 0, 9), PASSED),
        (Policy(), (3, 2, 4, 9), PASSED),
        (Policy(), (2, 3, 4, 9), OPPOSED),
        (OBJECTION, (0, 0, 0, 9), PASSED),
        (OBJECTION, (0, 1, 0, 9), PASSED),
        (OBJECTION, (7, 2, 0, 9), UNDECIDED),
        (quorum(3), (2, 0, 0, 9), UNDECIDED),
        (quorum(3), (2, 1, 0, 9), PASSED),
        (quorum(3), (2, 0, 1, 9), PASSED),
        (quorum(3), (1, 2, 0, 9), OPPOSED),
        (quorum(4), (2, 2, 0, 9), OPPOSED),
        (quorum(3), (0, 0, 3, 9), UNDECIDED),
        (quorum(Fraction(1, 3)), (2, 0, 0, 9), UNDECIDED),
        (quorum(Fraction(1, 3)), (3, 0, 0, 9), PASSED),
        (quorum(Fraction(1, 3)), (3, 0, 0, 10), UNDECIDED),
        (quorum(Fraction(1, 2)), (0, 0, 0, 0), UNDECIDED),
        (quorum(1, Fraction(2, 3)), (2, 1, 5, 9), PASSED),
        (quorum(1, Fraction(2, 3)), (3, 2, 0, 9), OPPOSED),
        (quorum(1, Fraction(1)), (5, 0, 1, 9), PASSED),
        (quorum(1, Fraction(1)), (5, 1, 0, 9), OPPOSED),
        (Policy(Preset.MODERATORS_ONLY), (0, 0, 0, 9), SignatoryState.PROPOSED),
    ],
)
def test_the_outcome_of_a_vote(
    policy: Policy, tally: tuple[int, int, int, int], expected: SignatoryState
) -> None:
    assert outcome(policy, Tally(*tally)) is expected


def test_a_quorum_is_held_against_ballots_not_against_those_entitled() -> None:
    assert outcome(quorum(5), Tally(2, 0, 0, entitled=50)) is UNDECIDED


def test_a_part_of_those_entitled_is_rounded_up() -> None:
    assert [quorum_needed(quorum(Fraction(1, 3)), entitled) for entitled in (0, 3, 4, 6, 7)] == [1, 1, 2, 2, 3]


def test_a_half_means_more_than_half() -> None:
    assert [for_needed(quorum(1), Tally(0, sides, 0, 9)) for sides in (1, 2, 3, 4)] == [1, 2, 2, 3]


def test_a_result_says_what_was_needed() -> None:
    tally = Tally(3, 2, 1, 12)
    assert result(quorum(Fraction(1, 2), Fraction(2, 3)), tally) == Result(
        outcome=OPPOSED, tally=tally, quorum_needed=6, quorum_met=True, for_needed=4, objections_needed=None
    )
    assert result(OBJECTION, tally).objections_needed == 2
    assert result(Policy(), tally).quorum_needed is None


def test_a_vote_is_settled_once_those_left_cannot_change_it() -> None:
    assert not settled(Policy(), Tally(2, 0, 0, entitled=5))
    assert settled(Policy(), Tally(3, 0, 0, entitled=5))
    assert not settled(OBJECTION, Tally(0, 1, 0, entitled=9))
    assert settled(OBJECTION, Tally(0, 2, 0, entitled=9))
    assert not settled(quorum(3), Tally(2, 0, 0, entitled=3))
    assert settled(quorum(3), Tally(2, 1, 0, entitled=3))


few = st.integers(0, 4)
policies = st.one_of(
    st.just(Policy()),
    st.integers(1, 4).map(lambda n: Policy(Preset.NO_OBJECTION, objections=n)),
    st.builds(
        quorum,
        st.one_of(st.integers(1, 9), st.fractions(Fraction(1, 12), 1, max_denominator=12)),
        st.fractions(Fraction(1, 2), 1, max_denominator=12),
    ),
)


@given(policies, few, few, few, few)
def test_settled_is_what_trying_every_end_finds(
    policy: Policy, for_: int, against: int, abstained: int, left: int
) -> None:
    entitled = for_ + against + abstained + left
    ends = {
        outcome(policy, Tally(for_ + f, against + a, abstained + b, entitled))
        for f in range(left + 1)
        for a in range(left + 1 - f)
        for b in range(left + 1 - f - a)
    }
    assert settled(policy, Tally(for_, against, abstained, entitled)) == (len(ends) == 1)


@given(policies)
def test_a_policy_comes_back_from_its_document(policy: Policy) -> None:
    assert Policy.of(policy.document()) == policy


def test_an_empty_document_is_the_default() -> None:
    default = Policy.of({})
    assert default == Policy(Preset.OPEN_VOTE, hours=24, objections=2, secret=True)
    assert default.early_after_minutes is None
    assert (default.per_organisation, default.vote_on_signings) == (False, False)


def test_a_document_holds_plain_values_only() -> None:
    assert quorum(Fraction(2, 3)).document()["quorum"] == "2/3"
    assert {type(value) for value in Policy().document().values()} <= {str, Preset, int, bool, type(None)}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"hours": 0}, "hours"),
        ({"hours": 337}, "hours"),
        ({"objections": 0}, "objections"),
        ({"threshold": Fraction(1, 3)}, "threshold"),
        ({"threshold": Fraction(3, 2)}, "threshold"),
        ({"early_after_minutes": 0}, "early_after_minutes"),
        ({"early_after_minutes": 24 * 60 + 1}, "early_after_minutes"),
        ({"preset": Preset.QUORUM_VOTE, "quorum": 0}, "quorum"),
        ({"quorum": Fraction(3, 2)}, "quorum"),
    ],
)
def test_an_absurd_policy_is_refused_and_the_field_named(changes: dict[str, Any], field: str) -> None:
    refusal = refused(validated, Policy(**changes))
    assert refusal.reason is Reason.BAD_POLICY
    assert refusal.values["field"] == field


def test_a_quorum_vote_without_a_quorum_is_refused() -> None:
    assert refused(validated, Policy(preset=Preset.QUORUM_VOTE)).reason is Reason.QUORUM_NEEDED


@pytest.mark.parametrize("policy", [Policy(), OBJECTION, quorum(5), quorum(Fraction(1, 4), Fraction(1))])
def test_a_sensible_policy_is_taken(policy: Policy) -> None:
    assert validated(policy) is policy


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2/3", (2, 3)),
        (" 2 / 3 ", (2, 3)),
        ("60 %", (3, 5)),
        ("%60", (3, 5)),
        ("٦٠٪", (3, 5)),
        ("60％", (3, 5)),
    ],
)
def test_a_fraction_is_read_exactly(typed: str, value: tuple[int, int]) -> None:
    assert parse_fraction(typed) == Fraction(*value)


@pytest.mark.parametrize(
    "typed", ["", "2", "2/0", "a/b", "-1/2", "0.5", "1/2/3", "%", "%60%", "%1/2", f"{9**20}/1", "9" * 5000]
)
def test_what_is_no_fraction_is_refused(typed: str) -> None:
    assert refused(parse_fraction, typed).reason is Reason.BAD_FRACTION


def test_a_quorum_is_a_number_or_a_fraction() -> None:
    assert parse_quorum("12") == 12
    assert parse_quorum("1/4") == Fraction(1, 4)
