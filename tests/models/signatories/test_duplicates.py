"""A name is on a letter once; what was declined may be tried once more."""

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from models.refusal import Reason
from models.sheets import SignAnswers
from models.submissions import proposals
from models.terms import Kind, SignatoryState
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import answers, refused
from tests.models.naming import MEMBER, MODERATOR, decided, propose, stored


def test_a_live_name_is_a_duplicate_however_it_is_written(session: Session, letter: Letter) -> None:
    first = propose(session, "It's Our Future")
    refusal = refused(propose, session, "ITS OUR  FUTURE")
    assert (refusal.reason, refusal.values["name"]) == (Reason.DUPLICATE, "It's Our Future")
    assert refusal.values["signatory_id"] == first.id


def test_members_learn_where_a_duplicate_is_only_after_publication(session: Session, letter: Letter) -> None:
    propose(session)
    assert refused(propose, session).values["state"] is None
    letter.published_at = NOW
    assert refused(propose, session).values["state"] is SignatoryState.VOTING


def test_moderators_learn_where_a_duplicate_is(session: Session, letter: Letter) -> None:
    propose(session)
    refusal = refused(proposals.propose, session, MODERATOR, NOW, None, answers())
    assert refusal.values["state"] is SignatoryState.VOTING


def test_the_same_name_may_stand_on_another_letter(session: Session, letter: Letter) -> None:
    propose(session)
    other = makers.letter(session)
    proposals.propose(session, MEMBER, NOW, other.id, answers())


def test_a_moderator_may_say_that_it_is_a_twin(session: Session, letter: Letter) -> None:
    propose(session)
    twins = [proposals.propose(session, MODERATOR, NOW, None, answers(), twin=True) for _ in range(2)]
    assert [stored(session, twin).twin for twin in twins] == [1, 2]


def test_a_member_may_not_say_so(session: Session, letter: Letter) -> None:
    refusal = refused(proposals.propose, session, MEMBER, NOW, None, answers(), twin=True)
    assert refusal.reason is Reason.MODERATORS_ONLY


def test_what_was_declined_may_be_tried_once_more_with_a_note(session: Session, letter: Letter) -> None:
    decided(session, propose(session), SignatoryState.DECLINED)
    refusal = refused(propose, session)
    assert refusal.reason is Reason.TRIED_BEFORE
    assert refusal.values == {"name": "Example", "times": 1, "with_note": True}
    propose(session, note="They changed their mind")


def test_not_a_third_time(session: Session, letter: Letter) -> None:
    decided(session, propose(session), SignatoryState.DECLINED)
    decided(session, propose(session, note="Again"), SignatoryState.DECLINED)
    refusal = refused(propose, session, note="And again")
    assert (refusal.reason, refusal.values["with_note"]) == (Reason.TRIED_BEFORE, False)


@pytest.mark.parametrize("end", [SignatoryState.CANCELLED, SignatoryState.REMOVED])
def test_what_was_cancelled_or_removed_bars_nobody(
    session: Session, letter: Letter, end: SignatoryState
) -> None:
    for _ in range(3):
        decided(session, propose(session), end)


def test_who_signs_for_the_own_organisation_is_not_barred_by_what_others_tried(
    session: Session, letter: Letter
) -> None:
    for note in ("", "Again"):
        decided(session, propose(session, note=note), SignatoryState.DECLINED)
    sheet = proposals.sign(
        session, MEMBER, NOW, None, SignAnswers(Kind.ORGANISATION, "Example", authorised=True)
    )
    assert sheet.state is SignatoryState.PROPOSED
