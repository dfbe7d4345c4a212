"""Putting a name forward: proposing it, and keeping what came too late."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.database.tables import Consent, JournalEntry, Letter, TextVersion
from models.delivery import card_drawing
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.submissions import proposals
from models.terms import LetterState, Means, Preset, SignatoryState, Way
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import agreed, answers, refused, signing
from tests.models.naming import MEMBER, propose, stored
from tests.sheets import vote_of

DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)
MODERATORS_DECIDE = Policy(Preset.MODERATORS_ONLY).document()


def test_a_proposal_is_voted_on_for_a_day(session: Session, letter: Letter) -> None:
    sheet = propose(session, country="France", detail="example.org", note="Old friends")
    assert (sheet.state, sheet.way, sheet.added_by) == (SignatoryState.VOTING, Way.PROPOSED, 2)
    assert (sheet.country, sheet.website, sheet.note) == ("FR", "https://example.org", "Old friends")
    assert (vote_of(sheet).ends_at, vote_of(sheet).policy) == (NOW + DAY, Policy())


def test_a_vote_ends_at_the_close_at_the_latest(session: Session, letter: Letter) -> None:
    sheet = proposals.propose(session, MEMBER, makers.CLOSE - MOMENT, None, answers())
    assert vote_of(sheet).ends_at == makers.CLOSE


def test_the_policy_is_frozen_when_the_vote_opens(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    letter.policy = Policy(Preset.NO_OBJECTION).document()
    assert makers.vote_on(session, stored(session, sheet)).policy == Policy().document()


def test_without_votes_it_waits_for_the_moderators(session: Session, letter: Letter) -> None:
    letter.policy = MODERATORS_DECIDE
    sheet = propose(session)
    assert (sheet.state, sheet.vote) == (SignatoryState.PROPOSED, None)


def test_a_proposal_has_its_card_posted_where_proposals_go(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    [task] = card_drawing.to_draw(session, NOW)
    assert (task.sheet.id, task.channel_id) == (sheet.id, makers.PROPOSALS)


def test_a_proposal_endorses_the_text_of_its_moment_once_agreed(session: Session, letter: Letter) -> None:
    text = TextVersion(letter_id=letter.id, number=1, body="Dear", digest="d", created_by=1, created_at=NOW)
    session.add(text)
    session.flush()
    sheet = proposals.propose(session, MEMBER, NOW, None, agreed())
    assert stored(session, sheet).text_version_id == text.id


def test_who_agreed_and_how_we_know_are_the_consent(session: Session, letter: Letter) -> None:
    sheet = proposals.propose(session, MEMBER, NOW, None, agreed())
    assert sheet.consent
    record = session.get_one(Consent, sheet.id)
    assert (record.means, record.authorised_by, record.recorded_by) == (Means.STATED, "Ann Other, director", 2)


def test_consent_may_come_later(session: Session, letter: Letter) -> None:
    assert not propose(session).consent


@pytest.mark.parametrize("given", ["authorised_by", "evidence"])
def test_half_a_consent_is_refused_and_what_lacks_is_named(
    session: Session, letter: Letter, given: str
) -> None:
    refusal = refused(propose, session, **{given: "Ann Other"})
    assert refusal.reason is Reason.CONSENT_INCOMPLETE
    assert refusal.values["missing"] in {"authorised_by", "evidence"} - {given}


def test_only_who_takes_part_proposes(session: Session, letter: Letter) -> None:
    outsider = makers.member(9)
    assert refused(proposals.propose, session, outsider, NOW, None, answers()).reason is Reason.TAKE_PART_FIRST


def test_a_proposal_a_moment_before_the_close_is_on_time(session: Session, letter: Letter) -> None:
    proposals.propose(session, MEMBER, makers.CLOSE - MOMENT, None, answers())


def test_a_proposal_at_the_close_is_late(session: Session, letter: Letter) -> None:
    refusal = refused(proposals.propose, session, MEMBER, makers.CLOSE, None, answers())
    assert (refusal.reason, refusal.values) == (Reason.CLOSED, {"closes_at": makers.CLOSE})


def test_a_paused_letter_takes_no_names(session: Session, letter: Letter) -> None:
    letter.paused_at = NOW
    assert refused(propose, session).reason is Reason.PAUSED


def test_it_is_in_the_journal(session: Session, letter: Letter) -> None:
    propose(session)
    entries = session.exec(select(JournalEntry)).all()
    assert [entry.act for entry in entries] == ["proposed", "vote opened"]
    assert (entries[0].facts["actor"], entries[0].facts["name"]) == (2, "Example")


def test_a_late_proposal_can_be_kept_as_late(session: Session, letter: Letter) -> None:
    letter.state = LetterState.CLOSED
    sheet = proposals.keep_late(session, MEMBER, makers.CLOSE, letter.id, agreed())
    assert (sheet.state, sheet.late, sheet.consent) == (SignatoryState.LATE, True, True)
    assert sheet.vote is None
    assert card_drawing.to_draw(session, NOW) == ()


def test_where_the_close_was_moved_meanwhile_it_is_on_time(session: Session, letter: Letter) -> None:
    sheet = proposals.keep_late(session, MEMBER, NOW, letter.id, answers())
    assert (sheet.state, sheet.late) == (SignatoryState.VOTING, False)


@pytest.mark.parametrize("ended", [LetterState.ARCHIVED, LetterState.CANCELLED])
def test_nothing_late_is_kept_for_a_letter_that_is_put_away(
    session: Session, letter: Letter, ended: LetterState
) -> None:
    letter.state = ended
    refusal = refused(proposals.keep_late, session, MEMBER, makers.CLOSE, letter.id, answers())
    assert (refusal.reason, refusal.values["state"]) == (Reason.WRONG_STATE, ended)


def test_a_late_signing_can_be_kept_as_late(session: Session, letter: Letter) -> None:
    sheet = proposals.keep_signing_late(session, MEMBER, makers.CLOSE, letter.id, signing())
    assert (sheet.state, sheet.late, sheet.consent) == (SignatoryState.LATE, True, True)
