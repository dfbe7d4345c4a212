"""What is left to do for one person."""

from datetime import timedelta

from sqlmodel import Session

from models.database.tables import Letter
from models.rules.voting_policy import Policy
from models.signatories import todo
from models.terms import LetterState, SignatoryState, Way
from tests.conftest import NOW
from tests.models import makers


def left(session: Session, letter: Letter, user_id: int = 7) -> tuple[bool, int, int]:
    found = todo.left_to_do(session, letter, [user_id], NOW)[user_id]
    return found.organisation_missing, found.votes, found.lacking_consent


def test_an_organisation_that_has_not_signed_is_missing(session: Session) -> None:
    makers.participant(session, 7)
    assert left(session, makers.letter(session)) == (True, 0, 0)


def test_an_organisation_that_someone_else_proposed_is_not_missing(session: Session) -> None:
    makers.participant(session, 7, "Open Rights")
    letter = makers.letter(session)
    makers.proposal(session, letter, "Open Rights", added_by=8)
    makers.ballot(session, makers.proposal(session, letter, "Index"), 7)
    assert left(session, letter)[0] is False


def test_an_organisation_that_was_removed_is_missing_again(session: Session) -> None:
    makers.participant(session, 7, "Open Rights")
    letter = makers.letter(session)
    makers.signatory(session, letter, "Open Rights", live=False, state=SignatoryState.REMOVED)
    assert left(session, letter)[0] is True


def test_nobody_can_sign_while_the_letter_is_paused_or_closed(session: Session) -> None:
    makers.participant(session, 7)
    assert left(session, makers.letter(session, paused_at=NOW))[0] is False
    assert left(session, makers.letter(session, state=LetterState.CLOSED))[0] is False
    assert left(session, makers.letter(session, closes_at=NOW))[0] is False


def test_an_open_vote_is_left_until_it_is_cast_or_over(session: Session) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session)
    first, _ = makers.proposal(session, letter, "Index"), makers.proposal(session, letter, "Element")
    makers.proposal(session, letter, "Too Late", ends_at=NOW)
    assert left(session, letter)[1] == 2
    makers.ballot(session, first, 7)
    assert left(session, letter)[1] == 1


def test_a_vote_that_was_taken_back_is_left_again(session: Session) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session)
    makers.ballot(session, makers.proposal(session, letter, "Index"), 7).choice = None
    assert left(session, letter)[1] == 1


def test_another_persons_vote_leaves_mine(session: Session) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session)
    makers.ballot(session, makers.proposal(session, letter, "Index"), 8)
    assert left(session, letter)[1] == 1


def test_where_organisations_vote_a_colleagues_ballot_is_mine(session: Session) -> None:
    makers.participant(session, 7, "Open Rights")
    letter = makers.letter(session)
    row = makers.proposal(session, letter, "Index", policy=Policy(per_organisation=True))
    makers.ballot(session, row, 8, whose="o:openrights")
    assert left(session, letter)[1] == 0


def test_an_own_proposal_lacks_consent_until_it_is_recorded(session: Session) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session, state=LetterState.CLOSED)
    row = makers.proposal(session, letter, "Index", added_by=7, state=SignatoryState.PASSED)
    makers.proposal(session, letter, "Declined", added_by=7, state=SignatoryState.DECLINED, live=False)
    assert left(session, letter) == (False, 0, 1)
    makers.consent(session, row)
    assert left(session, letter) == (False, 0, 0)


def test_who_takes_no_part_has_nothing_to_do(session: Session) -> None:
    makers.participant(session, 8, left_at=NOW - timedelta(hours=1))
    letter = makers.letter(session)
    assert left(session, letter, 7) == (False, 0, 0)
    assert left(session, letter, 8) == (False, 0, 0)


def test_the_person_who_signed_under_another_spelling_is_not_asked_again(session: Session) -> None:
    makers.participant(session, 7, "Open Rights e. V.")
    letter = makers.letter(session)
    makers.signatory(session, letter, "Open Rights", added_by=7, way=Way.SIGNED)
    assert left(session, letter)[0] is False
