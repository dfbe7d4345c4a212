"""The review queue: what is ready, what must be looked at and why."""

from typing import Any

import pytest
from sqlmodel import Session, select

from models.database.tables import Letter, Participant, Signatory
from models.refusal import Reason
from models.review import queue, review
from models.sheets import Why
from models.terms import Kind, SignatoryState, Way
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import refused

S = SignatoryState
MODERATOR, OTHER = makers.moderator(3), makers.moderator(4)
TALLY = {"votes_for": 1, "votes_against": 2, "votes_abstained": 0, "entitled": 5}


def waiting(session: Session, letter: Letter, name: str = "Example", **changes: Any) -> Signatory:
    values: dict[str, Any] = {"state": S.PASSED, "added_by": 2}
    row = makers.proposal(session, letter, name, **(values | changes))
    makers.consent(session, row)
    return row


def reasons(session: Session) -> list[tuple[Why, ...]]:
    return [item.why for item in queue.queue(session, MODERATOR).items]


@pytest.mark.parametrize("at", [S.PROPOSED, S.PASSED])
def test_what_nothing_speaks_against_is_ready(session: Session, letter: Letter, at: S) -> None:
    row = waiting(session, letter, state=at)
    sheet = queue.queue(session, MODERATOR)
    assert [(ready.id, ready.name) for ready in sheet.ready] == [(row.id, "Example")]
    assert (sheet.to_look_at, sheet.items, sheet.pages) == (0, (), 1)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"state": S.UNDECIDED}, (Why.UNDECIDED,)),
        ({"state": S.OPPOSED, **TALLY}, (Why.OPPOSED,)),
        ({"state": S.HOLD}, (Why.ON_HOLD,)),
        ({"state": S.HOLD, **TALLY}, (Why.OPPOSED, Why.ON_HOLD)),
        ({"state": S.LATE, "late": True}, (Why.LATE,)),
        ({"cut_short": True}, (Why.CUT_SHORT,)),
        ({"added_by": 3}, (Why.OWN_PROPOSAL,)),
        ({"added_by": 3, "way": Way.ENTERED}, (Why.ALONE,)),
        ({"added_by": 3, "way": Way.SIGNED}, (Why.ALONE, Why.OTHER_ORGANISATION)),
        ({"added_by": 2, "way": Way.SIGNED}, (Why.OTHER_ORGANISATION,)),
        ({"state": S.APPROVED, "leaving_at": NOW}, (Why.LEAVING,)),
    ],
)
def test_why_it_must_be_looked_at(
    session: Session, letter: Letter, changes: dict[str, Any], why: tuple[Why, ...]
) -> None:
    waiting(session, letter, **changes)
    assert reasons(session) == [why]


def test_an_organisation_that_no_moderator_confirmed_is_a_reason_to_look_until_one_approved_it(
    session: Session, letter: Letter
) -> None:
    row = waiting(session, letter, way=Way.SIGNED, name_key="accessnow")
    assert reasons(session) == [(Why.NOT_CONFIRMED,)]
    review.approve(session, MODERATOR, NOW, [row.id])
    waiting(session, makers.letter(session), way=Way.SIGNED, name_key="accessnow")
    person = session.exec(select(Participant).where(Participant.user_id == 2)).one()
    assert person.confirmed_key == "accessnow"
    person.organisation_key = "greenpeaceinternational"
    later = makers.letter(session)
    waiting(session, later, way=Way.SIGNED, name_key="greenpeaceinternational")
    [item] = queue.queue(session, MODERATOR, later.id).items
    assert item.why == (Why.NOT_CONFIRMED,)


@pytest.mark.parametrize("changes", [{"name_key": "accessnow"}, {"kind": Kind.INDIVIDUAL}])
def test_who_signs_for_the_own_confirmed_organisation_or_person_is_ready(
    session: Session, letter: Letter, changes: dict[str, Any]
) -> None:
    person = session.exec(select(Participant).where(Participant.user_id == 2)).one()
    person.confirmed_key = "accessnow"
    waiting(session, letter, way=Way.SIGNED, **changes)
    assert reasons(session) == []


def test_a_missing_consent_must_be_looked_at(session: Session, letter: Letter) -> None:
    makers.proposal(session, letter, "Example", state=S.PASSED)
    assert reasons(session) == [(Why.NO_CONSENT,)]


def test_the_person_who_approved_first_sees_that_a_second_is_needed(session: Session, letter: Letter) -> None:
    letter.two_person = True
    row = waiting(session, letter)
    review.approve(session, MODERATOR, NOW, [row.id])
    assert reasons(session) == [(Why.SECOND_NEEDED,)]
    assert [ready.id for ready in queue.queue(session, OTHER).ready] == [row.id]


@pytest.mark.parametrize("at", [S.VOTING, S.APPROVED, S.DECLINED, S.CANCELLED, S.REMOVED])
def test_what_does_not_wait_is_not_in_the_queue(session: Session, letter: Letter, at: S) -> None:
    waiting(session, letter, state=at)
    sheet = queue.queue(session, MODERATOR)
    assert (sheet.ready, sheet.items) == ((), ())


def test_an_item_holds_all_that_a_decision_rests_on(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, state=S.UNDECIDED, objections=["Not theirs to sign"])
    review.hold(session, MODERATOR, NOW, [row.id], "Please wait", "Asked the board")
    (item,) = queue.queue(session, MODERATOR).items
    assert item.proposal.name == "Example"
    assert item.consent is not None
    assert item.consent.authorised_by == "The board"
    assert item.objections == ("Not theirs to sign",)
    assert item.proposer_organisation == "Access Now"
    assert item.last is not None
    assert (item.last.decided_by, item.last.told, item.last.note) == (3, "Please wait", "Asked the board")


def test_the_oldest_come_first_page_by_page(session: Session, letter: Letter) -> None:
    for number in range(7):
        waiting(session, letter, f"Example {number}", state=S.UNDECIDED)
    shown = [queue.queue(session, MODERATOR, page=page) for page in (1, 2, 99)]
    assert [(sheet.page, sheet.pages, sheet.to_look_at) for sheet in shown] == [(1, 2, 7), (2, 2, 7), (2, 2, 7)]
    holding = shown[1].items[0].proposal.id
    assert queue.queue(session, MODERATOR, holding=holding) == shown[1]
    assert queue.queue(session, MODERATOR, holding=-1) == shown[0]
    assert [item.proposal.name for item in shown[1].items] == ["Example 5", "Example 6"]


def test_the_queue_is_for_moderators(session: Session, letter: Letter) -> None:
    assert refused(queue.queue, session, makers.member(2)).reason is Reason.MODERATORS_ONLY


def test_each_letter_has_its_own_queue(session: Session, letter: Letter) -> None:
    other = makers.letter(session)
    waiting(session, other)
    assert queue.queue(session, MODERATOR, letter.id).ready == ()
