"""What comes each morning: only while there is something to say, once, and never two of one kind planned."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Delivery, Letter, Notice
from models.delivery import digests
from models.outbox import mornings, planning, unreached
from models.rules.reminder_plan import Plan
from models.sheets import NoticeSheet
from models.terms import DeliveryState, LetterState, NoticeKind, NoticeState, SignatoryState
from tests.conftest import NOW  # Thursday 13 February 2025, 09:00 UTC
from tests.models import makers, sender

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
TOMORROW = NOW + DAY
WITH_BULLETIN = Plan(bulletin=True).document()


def running(session: Session, **changes: Any) -> Letter:
    letter = makers.letter(session, **changes)
    mornings.plan(session, letter, NOW)
    return letter


def waiting(session: Session, letter: Letter, name: str = "Index", **changes: Any) -> None:
    values = {"state": SignatoryState.PROPOSED, "approved_at": None}
    makers.signatory(session, letter, name, **(values | changes))


def planned(session: Session) -> list[tuple[NoticeKind, datetime]]:
    rows = session.exec(
        select(Notice).where(col(Notice.kind).in_(mornings.KINDS), Notice.state == NoticeState.PLANNED)
    )
    return sorted((row.kind, row.due_at) for row in rows)


def said(session: Session, now: datetime) -> list[NoticeSheet]:
    digests.make_due(session, now)
    return [ready.notice for ready in sender.deliver(session, now)]


def test_a_letter_that_opens_has_a_digest_planned_at_nine_in_its_zone(session: Session) -> None:
    letter = makers.letter(session, time_zone="America/New_York")
    planning.follow(session, letter, NOW)
    planning.follow(session, letter, NOW + MINUTE)
    assert planned(session) == [(NoticeKind.DIGEST, datetime(2025, 2, 13, 14, tzinfo=UTC))]


def test_the_digest_says_how_many_wait_and_for_how_long_to_moderators(session: Session) -> None:
    letter = running(session)
    voted_in = {"state": SignatoryState.PASSED, "added_at": NOW - 3 * DAY, "ended_at": NOW - 2 * DAY}
    makers.proposal(session, letter, "Index", **voted_in)
    waiting(session, letter, "Statewatch")
    (sheet,) = said(session, TOMORROW)
    assert sheet.digest is not None
    assert (sheet.digest.waits, sheet.digest.oldest_since) == (2, NOW - 2 * DAY)
    assert sheet.digest.lacking_consent == 2
    place = session.exec(select(Delivery.recipient_id)).one()
    assert (sheet.kind, place) == (NoticeKind.DIGEST, makers.MODERATORS)


def test_a_morning_on_which_nothing_waits_says_nothing_and_the_next_is_planned(session: Session) -> None:
    running(session)
    assert said(session, TOMORROW) == []
    assert planned(session) == [(NoticeKind.DIGEST, TOMORROW + DAY)]
    assert len(session.exec(select(Notice)).all()) == 1


def test_each_morning_plans_the_next(session: Session) -> None:
    waiting(session, running(session))
    assert [len(said(session, NOW + days * DAY)) for days in range(4)] == [0, 1, 1, 1]
    assert planned(session) == [(NoticeKind.DIGEST, NOW + 4 * DAY)]


def test_what_was_decided_between_making_and_sending_is_not_told(session: Session) -> None:
    letter = running(session)
    waiting(session, letter)
    digests.make_due(session, TOMORROW)
    letter.state, letter.final_at = LetterState.CLOSED, TOMORROW
    assert sender.claim(session, TOMORROW, "one") == ()
    assert session.exec(select(Delivery.state)).one() is DeliveryState.SKIPPED


@pytest.mark.parametrize(
    "over",
    [
        {"state": LetterState.CLOSED, "final_at": NOW},
        {"state": LetterState.ARCHIVED},
        {"state": LetterState.CANCELLED},
    ],
)
def test_once_the_letter_is_over_no_digest_comes_and_none_is_planned(
    session: Session, over: dict[str, Any]
) -> None:
    letter = running(session)
    waiting(session, letter)
    for name, value in over.items():
        setattr(letter, name, value)
    assert said(session, TOMORROW) == []
    assert planned(session) == []


def test_a_letter_that_is_opened_again_has_its_digest_again(session: Session) -> None:
    letter = running(session, state=LetterState.CLOSED)
    waiting(session, letter)
    letter.final_at = NOW
    assert said(session, TOMORROW) == []
    letter.final_at = None
    mornings.plan(
        session, letter, TOMORROW - HOUR
    )  # the clock is set back on the way: the row is taken up again
    assert planned(session) == [(NoticeKind.DIGEST, TOMORROW)]


def test_after_an_outage_one_digest_comes_and_one_that_is_half_a_day_late_does_not(session: Session) -> None:
    waiting(session, running(session))
    (late,) = said(session, NOW + 3 * DAY + HOUR)
    assert (late.due_at, late.late) == (NOW + 3 * DAY, True)
    assert said(session, NOW + 4 * DAY + 13 * HOUR) == []
    assert planned(session) == [(NoticeKind.DIGEST, NOW + 5 * DAY)]


def test_who_asks_to_be_let_in_is_counted_with_the_oldest_letter_only(session: Session) -> None:
    first = running(session)
    second = makers.letter(session)
    makers.participant(session, 7, joined_at=None, asked_at=NOW)
    assert [digests.digest(session, one, NOW).asking for one in (first, second)] == [1, 0]
    first.final_at = NOW
    assert digests.digest(session, second, NOW).asking == 1


def test_late_ones_and_wishes_to_leave_wait_as_well(session: Session) -> None:
    letter = running(session)
    waiting(session, letter, state=SignatoryState.LATE)
    makers.signatory(session, letter, "Statewatch", leaving_at=NOW)
    sheet = digests.digest(session, letter, NOW)
    assert (sheet.waits, sheet.late, sheet.leaving, sheet.waits_for_someone) == (0, 1, 1, True)


def settled(session: Session, at: datetime, state: DeliveryState) -> None:
    """A direct message to somebody, which arrived or did not."""
    notice = makers.notice(session, NoticeKind.DECIDED, dedupe=str(at))
    makers.delivery(session, notice, due_at=at, state=state, settled_at=at)


def test_people_out_of_reach_are_news_once_and_named_until_a_message_arrives(session: Session) -> None:
    letter = running(session)
    makers.participant(session, 7)
    settled(session, NOW, DeliveryState.UNDELIVERABLE)
    sheet = digests.digest(session, letter, NOW + HOUR)
    assert (sheet.unreached, sheet.waits_for_someone) == ((7,), True)
    later = digests.digest(session, letter, NOW + 2 * DAY)
    assert (later.unreached, later.waits_for_someone) == ((7,), False)
    settled(session, NOW + HOUR, DeliveryState.SENT)
    assert unreached.people(session, letter.guild_id) == ()


def test_anyone_who_wants_no_messages_any_more_is_not_out_of_reach(session: Session) -> None:
    letter = running(session)
    person = makers.participant(session, 7)
    settled(session, NOW, DeliveryState.UNDELIVERABLE)
    person.direct_messages = False
    session.flush()
    assert unreached.people(session, letter.guild_id) == ()


def test_a_bulletin_is_off_unless_the_plan_wants_it(session: Session) -> None:
    running(session, published_at=NOW)
    assert planned(session) == [(NoticeKind.DIGEST, TOMORROW)]


def test_a_bulletin_says_what_is_new_since_the_morning_before_in_the_announcements_channel(
    session: Session,
) -> None:
    letter = running(session, published_at=NOW - 5 * DAY, plan=WITH_BULLETIN)
    old, new = NOW - DAY, NOW + HOUR
    makers.signatory(session, letter, "Access Now", approved_at=old)
    makers.signatory(session, letter, "Zebra", approved_at=new)
    makers.signatory(session, letter, "Index", approved_at=new)
    makers.signatory(session, letter, "Gone", approved_at=old, removed_at=new, state=SignatoryState.REMOVED)
    makers.signatory(session, letter, "Brief", approved_at=new, removed_at=new + HOUR)
    (sheet,) = said(session, TOMORROW)
    assert sheet.bulletin is not None
    assert sheet.letter is not None
    assert (sheet.bulletin.since, sheet.bulletin.removed) == (NOW, 1)
    assert (sorted(sheet.bulletin.added), sheet.bulletin.added_count) == (["Index", "Zebra"], 2)
    assert sheet.letter.counts.total == 3
    assert session.exec(select(Delivery.recipient_id)).one() == makers.ANNOUNCEMENTS


def test_before_publication_no_bulletin_tells_a_name(session: Session) -> None:
    letter = running(session, plan=WITH_BULLETIN)
    makers.signatory(session, letter, "Access Now", approved_at=NOW + HOUR)
    assert said(session, TOMORROW) == []
    letter.published_at = TOMORROW + HOUR
    (sheet,) = said(session, TOMORROW + DAY)
    assert sheet.bulletin is not None
    assert (sheet.bulletin.since, sheet.bulletin.added_count) == (TOMORROW + HOUR, 0)


def test_after_the_close_a_bulletin_comes_only_where_the_list_changed(session: Session) -> None:
    letter = running(session, published_at=NOW, plan=WITH_BULLETIN, state=LetterState.CLOSED, final_at=NOW)
    row = makers.signatory(session, letter, "Access Now", approved_at=NOW - DAY)
    assert said(session, TOMORROW) == []
    row.removed_at, row.state = TOMORROW + HOUR, SignatoryState.REMOVED
    (sheet,) = said(session, TOMORROW + DAY)
    assert sheet.bulletin is not None
    assert sheet.bulletin.removed == 1


def test_switching_the_bulletin_off_and_on_again_plans_one(session: Session) -> None:
    letter = running(session, published_at=NOW, plan=WITH_BULLETIN)
    for plan in ({}, WITH_BULLETIN):
        letter.plan = plan
        mornings.plan(session, letter, NOW + MINUTE)
    assert planned(session) == [(NoticeKind.BULLETIN, TOMORROW), (NoticeKind.DIGEST, TOMORROW)]
