"""Publication and the final edition."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Edition, JournalEntry, Letter
from models.letters import texts, window
from models.publishing import publication
from models.refusal import Reason
from models.terms import EditionName, LetterState, NoticeKind, SignatoryState
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import payloads, refused

MODERATOR = makers.moderator(9)
MEMBER = makers.member(5)
CLOSE = makers.CLOSE
REVIEWED = CLOSE + timedelta(hours=24)
HOUR = timedelta(hours=1)


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter with a text."""
    row = makers.letter(session)
    texts.write(session, MODERATOR, NOW, row.id, "Dear Home Secretary")
    return row


@pytest.fixture
def closed(session: Session, letter: Letter) -> Letter:
    """A published letter in its review."""
    publication.publish(session, MODERATOR, NOW, letter.id)
    window.close_due(session, CLOSE + window.GRACE)
    return letter


def editions(session: Session) -> list[tuple[int, EditionName]]:
    return [(row.number, row.name) for row in session.exec(select(Edition).order_by(col(Edition.number)))]


def test_the_preview_shows_what_would_be_published_and_what_still_waits(
    session: Session, letter: Letter
) -> None:
    makers.signatory(session, letter, "One")
    makers.signatory(session, letter, "Two", state=SignatoryState.PROPOSED, approved_at=None)
    shown = publication.check_publish(session, MODERATOR, NOW)
    assert (shown.letter.counts.total, shown.letter.waits) == (1, 1)
    assert shown.letter.text is not None
    assert shown.letter.published_at is None
    assert editions(session) == []


def test_publishing_cuts_the_opening_edition_and_is_announced(session: Session, letter: Letter) -> None:
    assert publication.publish(session, MODERATOR, NOW).published_at == NOW
    assert editions(session) == [(1, EditionName.OPENING)]
    assert len(payloads(session, NoticeKind.PUBLICATION)) == 1


def test_a_letter_without_words_is_not_published(session: Session) -> None:
    letter = makers.letter(session)
    for verb in (publication.check_publish, publication.publish):
        assert refused(verb, session, MODERATOR, NOW, letter.id).reason is Reason.NO_TEXT


def test_a_letter_is_published_once(session: Session, letter: Letter) -> None:
    publication.publish(session, MODERATOR, NOW)
    for verb in (publication.check_publish, publication.publish):
        refusal = refused(verb, session, MODERATOR, NOW + HOUR)
        assert (refusal.reason, refusal.values) == (Reason.PUBLISHED_BEFORE, {"at": NOW})


@pytest.mark.parametrize("state", [LetterState.DRAFT, LetterState.CANCELLED, LetterState.ARCHIVED])
def test_only_an_open_or_closed_letter_is_published(
    session: Session, letter: Letter, state: LetterState
) -> None:
    letter.state = state
    assert refused(publication.publish, session, MODERATOR, NOW, letter.id).reason is Reason.WRONG_STATE


def test_members_neither_preview_nor_publish_nor_finish(session: Session, letter: Letter) -> None:
    verbs = (
        publication.check_publish,
        publication.publish,
        publication.call_off_publication,
        publication.finish,
    )
    for verb in verbs:
        assert refused(verb, session, MEMBER, NOW, letter.id).reason is Reason.MODERATORS_ONLY


def test_a_planned_publication_happens_at_its_instant(session: Session, letter: Letter) -> None:
    sheet = publication.publish(session, MODERATOR, NOW, letter.id, NOW + HOUR)
    assert (sheet.publish_at, sheet.published_at) == (NOW + HOUR, None)
    assert publication.publish_due(session, NOW + HOUR - timedelta(microseconds=1)) == 0
    assert publication.publish_due(session, NOW + HOUR) == 1
    assert (letter.published_at, letter.publish_at) == (NOW + HOUR, None)
    assert publication.publish_due(session, NOW + HOUR) == 0
    assert editions(session) == [(1, EditionName.OPENING)]


def test_a_later_plan_replaces_the_first_and_the_journal_holds_both(session: Session, letter: Letter) -> None:
    for hours in (1, 2):
        publication.publish(session, MODERATOR, NOW, letter.id, NOW + hours * HOUR)
    assert letter.publish_at == NOW + 2 * HOUR
    acts = session.exec(select(JournalEntry).where(JournalEntry.act == "publication planned")).all()
    assert acts[-1].facts == {
        "actor": 9,
        "before": (NOW + HOUR).isoformat(),
        "after": (NOW + 2 * HOUR).isoformat(),
    }


def test_a_planned_publication_can_be_called_off(session: Session, letter: Letter) -> None:
    assert refused(publication.call_off_publication, session, MODERATOR, NOW).reason is Reason.NOTHING_PLANNED
    publication.publish(session, MODERATOR, NOW, letter.id, NOW + HOUR)
    assert publication.call_off_publication(session, MODERATOR, NOW).publish_at is None
    assert publication.publish_due(session, NOW + HOUR) == 0


def test_a_publication_planned_for_after_an_early_close_still_happens(session: Session, letter: Letter) -> None:
    publication.publish(session, MODERATOR, NOW, letter.id, NOW + 2 * HOUR)
    window.close_early(session, MODERATOR, NOW + HOUR, letter.id)
    window.close_due(session, NOW + HOUR + window.GRACE)
    assert publication.publish_due(session, NOW + 2 * HOUR) == 1


def test_a_cancelled_letter_is_never_published(session: Session, letter: Letter) -> None:
    publication.publish(session, MODERATOR, NOW, letter.id, NOW + HOUR)
    window.cancel(session, MODERATOR, NOW, letter.id, "Withdrawn")
    assert publication.publish_due(session, NOW + HOUR) == 0


def test_the_final_edition_is_cut_when_the_review_has_ended(session: Session, closed: Letter) -> None:
    assert publication.finish_due(session, REVIEWED - timedelta(microseconds=1)) == 0
    assert publication.finish_due(session, REVIEWED) == 1
    assert closed.final_at == REVIEWED
    assert editions(session) == [(1, EditionName.OPENING), (2, EditionName.FINAL)]
    assert publication.finish_due(session, REVIEWED + HOUR) == 0
    assert len(payloads(session, NoticeKind.REPORT)) == 1


def test_while_something_waits_moderators_are_told_once_and_it_waits(session: Session, closed: Letter) -> None:
    undecided = makers.signatory(session, closed, "One", state=SignatoryState.HOLD, approved_at=None)
    for hours in range(3):
        assert publication.finish_due(session, REVIEWED + hours * HOUR) == 0
    assert payloads(session, NoticeKind.QUEUE) == [{"waits": 1, "published": True}]
    undecided.state = SignatoryState.DECLINED
    assert publication.finish_due(session, REVIEWED + 3 * HOUR) == 1


def test_a_moderator_finishes_by_hand_whatever_is_undecided_and_only_once(
    session: Session, closed: Letter
) -> None:
    makers.signatory(session, closed, "One", state=SignatoryState.HOLD, approved_at=None)
    assert publication.finish(session, MODERATOR, CLOSE + HOUR).final_at == CLOSE + HOUR
    refusal = refused(publication.finish, session, MODERATOR, REVIEWED)
    assert (refusal.reason, refusal.values) == (Reason.FINISHED_BEFORE, {"at": CLOSE + HOUR})
    assert publication.finish_due(session, REVIEWED) == 0


def test_an_open_letter_is_not_finished(session: Session, letter: Letter) -> None:
    assert refused(publication.finish, session, MODERATOR, NOW, letter.id).reason is Reason.WRONG_STATE


def test_a_letter_never_published_is_not_finished_before_it_is(session: Session, letter: Letter) -> None:
    window.close_due(session, CLOSE + window.GRACE)
    assert publication.finish_due(session, REVIEWED) == 0
    assert payloads(session, NoticeKind.QUEUE) == [{"waits": 0, "published": False}]
    assert refused(publication.finish, session, MODERATOR, REVIEWED).reason is Reason.NOT_PUBLISHED
    publication.publish(session, MODERATOR, REVIEWED)
    assert publication.finish_due(session, REVIEWED) == 1


def test_after_a_reopening_the_next_final_edition_has_its_own_number(session: Session, closed: Letter) -> None:
    publication.finish_due(session, REVIEWED)
    later = REVIEWED + timedelta(days=1)
    window.reopen(session, MODERATOR, REVIEWED, closed.id, later)
    window.close_due(session, later + window.GRACE)
    publication.finish_due(session, later + timedelta(hours=24))
    assert editions(session)[-2:] == [(2, EditionName.FINAL), (3, EditionName.FINAL)]
    assert len(payloads(session, NoticeKind.REPORT)) == 2
