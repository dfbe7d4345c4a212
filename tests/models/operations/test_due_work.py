"""The clock: what is due is done, once, and the next moment is known."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session, select

from models.database.tables import Delivery, Draft, Edition, Letter, Notice
from models.delivery import claims
from models.letters import window
from models.operations import due_work
from models.outbox import notices
from models.participants import drafts
from models.sheets import Actor
from models.terms import DeliveryState, EditionName, LetterState, NoticeKind, NoticeState, SignatoryState
from tests.conftest import GUILD, NOW
from tests.models import makers, sender

GRACE = timedelta(seconds=3)
DAY = timedelta(days=1)


def kinds(session: Session) -> list[NoticeKind]:
    return [NoticeKind(kind) for kind in session.exec(select(Notice.kind).order_by(Notice.kind))]


def test_nothing_planned_has_no_next_moment(session: Session) -> None:
    makers.letter(session, state=LetterState.DRAFT)
    makers.letter(session, state=LetterState.ARCHIVED)
    assert due_work.next_moment(session, NOW) is None


def test_an_open_letter_is_looked_at_shortly_after_its_close(session: Session) -> None:
    makers.letter(session)
    assert due_work.next_moment(session, NOW) == makers.CLOSE + GRACE


def test_a_vote_is_looked_at_shortly_after_its_end(session: Session) -> None:
    makers.proposal(session, makers.letter(session), "Index", ends_at=NOW + DAY)
    assert due_work.next_moment(session, NOW) == NOW + DAY + GRACE


def test_a_planned_publication_is_a_moment(session: Session) -> None:
    makers.letter(session, publish_at=NOW + DAY)
    assert due_work.next_moment(session, NOW) == NOW + DAY
    makers.letter(session, publish_at=NOW, published_at=NOW)
    assert due_work.next_moment(session, NOW) == NOW + DAY


def test_reminders_are_looked_at_when_their_deliveries_are_to_be_made(session: Session) -> None:
    notices.plan(session, makers.letter(session), NOW)
    assert due_work.next_moment(session, NOW) == datetime(2025, 2, 17, 20, tzinfo=UTC)


def test_what_waits_to_be_sent_is_a_moment_even_when_it_is_past(session: Session) -> None:
    makers.server(session)
    notices.announce(session, NoticeKind.DEADLINE, NOW, GUILD, dedupe="deadline")
    assert due_work.next_moment(session, NOW + DAY) == NOW
    sender.claim(session, NOW, "one")
    assert due_work.next_moment(session, NOW) == NOW + claims.LEASE


def test_a_review_is_looked_at_at_its_end(session: Session) -> None:
    makers.letter(session, state=LetterState.CLOSED, published_at=NOW, review_until=NOW + DAY)
    assert due_work.next_moment(session, NOW) == NOW + DAY
    assert due_work.next_moment(session, NOW + 2 * DAY) == NOW + DAY


def test_a_review_is_looked_at_at_its_end_also_when_something_waits(session: Session) -> None:
    letter = makers.letter(session, state=LetterState.CLOSED, published_at=NOW, review_until=NOW + DAY)
    makers.signatory(session, letter, "Index", state=SignatoryState.PASSED, approved_at=None)
    assert due_work.next_moment(session, NOW) == NOW + DAY


def test_a_review_past_its_end_that_waits_for_moderators_wakes_nobody(session: Session) -> None:
    letter = makers.letter(session, state=LetterState.CLOSED, published_at=NOW, review_until=NOW + DAY)
    row = makers.signatory(session, letter, "Index", state=SignatoryState.PASSED, approved_at=None)
    makers.server(session, moderators_id=None)
    assert due_work.next_moment(session, NOW + DAY) == NOW + DAY
    makers.tick(session, NOW + DAY)
    sender.claim(session, NOW + DAY, "one")
    assert due_work.next_moment(session, NOW + DAY) is None
    row.state = SignatoryState.DECLINED
    assert due_work.next_moment(session, NOW + DAY) == NOW + DAY


def test_at_the_end_of_the_review_moderators_hear_what_the_final_list_waits_for(session: Session) -> None:
    for published_at in (NOW, None):
        makers.letter(session, state=LetterState.CLOSED, published_at=published_at, review_until=NOW + DAY)
    makers.signatory(
        session, session.get_one(Letter, 1), "Index", state=SignatoryState.PASSED, approved_at=None
    )
    makers.tick(session, NOW + DAY)
    makers.tick(session, NOW + DAY)
    told = sender.claim(session, NOW + DAY, "one")
    assert [(one.notice.kind, one.notice.facts["published"]) for one in told] == [
        (NoticeKind.QUEUE, True),
        (NoticeKind.QUEUE, False),
    ]


def test_a_finished_letter_has_no_moment(session: Session) -> None:
    makers.letter(session, state=LetterState.CLOSED, published_at=NOW, review_until=NOW, final_at=NOW)
    assert due_work.next_moment(session, NOW) is None


def test_after_a_tick_nothing_but_messages_is_due(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW)
    makers.proposal(session, letter, "Index", ends_at=makers.CLOSE)
    notices.plan(session, letter, NOW)
    long_after = makers.CLOSE + 2 * DAY
    makers.tick(session, makers.CLOSE + window.GRACE)
    makers.tick(session, long_after)
    while sender.claim(session, long_after, "one"):
        for row in session.exec(select(Delivery).where(Delivery.state == DeliveryState.CLAIMED)):
            row.state = DeliveryState.SENT
    assert due_work.next_moment(session, long_after) is None


def test_a_tick_long_after_the_close_ends_everything_in_order(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW)
    makers.signatory(session, letter, "Access Now")
    for day in (2, 4):
        makers.tick(session, makers.CLOSE + day * DAY)
    assert (letter.state, letter.closed_at) == (LetterState.CLOSED, makers.CLOSE)
    assert session.exec(select(Edition.name)).all() == [EditionName.FINAL]
    assert kinds(session) == [NoticeKind.CLOSE, NoticeKind.REPORT]


def test_a_second_tick_does_nothing_more(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW)
    notices.plan(session, letter, NOW)
    for day in (2, 2, 4, 4):
        makers.tick(session, makers.CLOSE + day * DAY)
    assert len(session.exec(select(Edition)).all()) == 1
    assert kinds(session).count(NoticeKind.CLOSE) == 1


def test_a_tick_makes_the_deliveries_of_reminders(session: Session) -> None:
    notices.plan(session, makers.letter(session), NOW)
    makers.tick(session, datetime(2025, 2, 17, 22, tzinfo=UTC))
    assert len(session.exec(select(Delivery)).all()) == 1
    assert len(session.exec(select(Notice).where(Notice.state == NoticeState.MADE)).all()) == 1


def test_what_was_typed_and_never_sent_is_erased_when_its_day_is_over(session: Session) -> None:
    drafts.save(session, Actor(GUILD, 7), NOW, "propose", (), {"name": "Index"})
    assert due_work.next_moment(session, NOW) == NOW + drafts.LIFE
    makers.tick(session, NOW + drafts.LIFE)
    assert session.exec(select(Draft)).all() == []
