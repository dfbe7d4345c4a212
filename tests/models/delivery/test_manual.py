"""A moderator's hand on one notice: send it now, skip it, look at it; exactly once all the same."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Delivery, JournalEntry, Letter, Notice
from models.delivery import claims, manual, snooze
from models.letters import reminder_plans
from models.outbox import mornings, notices, planning
from models.refusal import Reason
from models.rules.reminder_plan import Plan, Snooze
from models.sheets import NoticeSheet, Unsent
from models.terms import DeliveryState, NoticeKind, NoticeState, Place, SignatoryState
from tests.conftest import NOW  # Thursday 13 February 2025, 09:00 UTC
from tests.models import makers, sender

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MO = makers.moderator(9)
FIRST = datetime(2025, 2, 18, 10, tzinfo=UTC)


def running(session: Session) -> Letter:
    letter = makers.letter(session)
    planning.follow(session, letter, NOW)
    return letter


def of(session: Session, kind: NoticeKind) -> Notice:
    return session.exec(select(Notice).where(Notice.kind == kind).order_by(col(Notice.due_at))).all()[0]


def said(session: Session, now: datetime) -> list[NoticeSheet]:
    makers.tick(session, now)
    return [ready.notice for ready in sender.deliver(session, now)]


def test_a_reminder_sent_now_says_what_is_true_now_and_does_not_come_again(session: Session) -> None:
    letter = running(session)
    picked = manual.send_now(session, MO, NOW + HOUR, of(session, NoticeKind.REMINDER).id)
    assert picked.can_send, "it waits to be taken by whoever sends"
    (sheet,) = said(session, NOW + HOUR)
    assert (sheet.kind, sheet.late, sheet.letter and sheet.letter.id) == (NoticeKind.REMINDER, False, letter.id)
    assert said(session, FIRST) == []


def test_a_reminder_sent_now_reaches_people_by_dm_as_well_where_it_is_direct(session: Session) -> None:
    running(session)
    makers.participant(session, 7)
    (direct,) = session.exec(
        select(Notice).where(Notice.kind == NoticeKind.REMINDER, Notice.due_at == FIRST + DAY)
    )
    manual.send_now(session, MO, NOW + HOUR, direct.id)
    assert [sheet.left is not None for sheet in said(session, NOW + HOUR)] == [False, True]
    said(session, FIRST)
    assert said(session, FIRST + DAY) == [], "not once more in its own time"


def test_a_paused_letter_sends_none_and_the_plan_stays(session: Session) -> None:
    letter = running(session)
    letter.paused_at = NOW
    planned = of(session, NoticeKind.REMINDER)
    with session.begin_nested() as nested:
        refusal = makers.refused(manual.send_now, session, MO, NOW + HOUR, planned.id)
        nested.rollback()
    assert (refusal.reason, refusal.values["why"]) == (Reason.NOTHING_TO_SAY, Unsent.PAUSED)
    assert (planned.due_at, planned.state) == (FIRST, NoticeState.PLANNED)


def test_what_comes_each_morning_is_sent_as_an_extra_and_comes_again(session: Session) -> None:
    letter = running(session)
    makers.signatory(session, letter, "Index", state=SignatoryState.PROPOSED, approved_at=None)
    manual.send_now(session, MO, NOW + HOUR, of(session, NoticeKind.DIGEST).id)
    assert [sheet.kind for sheet in said(session, NOW + HOUR)] == [NoticeKind.DIGEST]
    assert [sheet.kind for sheet in said(session, NOW + DAY)] == [NoticeKind.DIGEST]


def test_a_skipped_reminder_does_not_come_and_stays_listed_as_skipped(session: Session) -> None:
    letter = running(session)
    makers.participant(session, 7)
    planned = of(session, NoticeKind.REMINDER)
    notices.make_due(session, FIRST - HOUR)
    manual.skip(session, MO, FIRST - HOUR, planned.id)
    notices.plan(session, letter, FIRST - HOUR)
    assert said(session, FIRST) == []
    assert planned.state is NoticeState.SKIPPED
    assert set(session.exec(select(Delivery.error))) == {Unsent.SKIPPED}


@pytest.mark.parametrize("act", [manual.skip, manual.send_now])
@pytest.mark.parametrize("plan", [Plan(bulletin=True), Plan(days=(3, 2, 1), direct=0, quiet=None)])
def test_another_plan_brings_no_reminder_back_that_was_skipped_or_sent_by_hand(
    session: Session, act: Callable[..., Any], plan: Plan
) -> None:
    letter = running(session)
    act(session, MO, NOW + HOUR, of(session, NoticeKind.REMINDER).id)
    said(session, NOW + HOUR)
    reminder_plans.put(session, MO, NOW + 2 * HOUR, letter.id, plan, letter.plan_version)
    said(session, FIRST - DAY)
    assert said(session, FIRST) == []


def test_what_is_skipped_while_it_is_on_its_way_is_not_tried_again(session: Session) -> None:
    running(session)
    planned = of(session, NoticeKind.REMINDER)
    notices.make_due(session, FIRST)
    sender.claim(session, FIRST, "one")
    session.add(Delivery(notice_id=planned.id, place=Place.USER, recipient_id=7, due_at=FIRST + HOUR))
    session.flush()
    manual.skip(session, MO, FIRST, planned.id)
    assert sender.claim(session, FIRST + claims.LEASE, "two") == ()
    assert set(session.exec(select(Delivery.state))) == {DeliveryState.SKIPPED}


def test_a_skipped_morning_is_passed_over_and_the_next_is_planned(session: Session) -> None:
    letter = running(session)
    makers.signatory(session, letter, "Index", state=SignatoryState.PROPOSED, approved_at=None)
    manual.skip(session, MO, NOW, of(session, NoticeKind.DIGEST).id)
    following = (Notice.kind == NoticeKind.DIGEST, Notice.state == NoticeState.PLANNED)
    assert session.exec(select(Notice.due_at).where(*following)).one() == NOW + 2 * DAY
    mornings.plan(session, letter, NOW)
    assert said(session, NOW + DAY) == []
    assert [sheet.kind for sheet in said(session, NOW + 2 * DAY)] == [NoticeKind.DIGEST]


def test_what_could_not_arrive_is_sent_once_more(session: Session) -> None:
    running(session)
    planned = of(session, NoticeKind.REMINDER)
    notices.make_due(session, FIRST)
    (ready,) = sender.claim(session, FIRST, "one")
    claims.settle_undeliverable(session, FIRST, ready.delivery_id, "one", "the channel was deleted")
    assert manual.pick(session, MO, FIRST, planned.id).can_send
    manual.send_now(session, MO, FIRST + HOUR, planned.id)
    again = [one for one in sender.claim(session, FIRST + HOUR, "one") if one.delivery_id == ready.delivery_id]
    assert [(one.tries, one.first_tried_at) for one in again] == [(1, FIRST)], "looked for before it is sent"


@pytest.mark.parametrize("act", [manual.send_now, manual.skip])
def test_what_was_sent_or_called_off_is_over(session: Session, act: Callable[..., Any]) -> None:
    letter = running(session)
    planned = of(session, NoticeKind.REMINDER)
    said(session, FIRST)
    assert makers.refused(act, session, MO, FIRST, planned.id).reason is Reason.NOTICE_OVER
    notices.call_off(session, letter.id, FIRST)
    last = of(session, NoticeKind.LAST_HOUR)
    assert makers.refused(act, session, MO, FIRST, last.id).reason is Reason.NOTICE_OVER


def test_a_look_changes_nothing_and_says_why_it_would_not_be_sent(session: Session) -> None:
    letter = running(session)
    makers.participant(session, MO.user_id)
    (direct,) = session.exec(
        select(Notice).where(Notice.kind == NoticeKind.REMINDER, Notice.due_at == FIRST + DAY)
    )
    channel, dm = manual.preview(session, MO, NOW, direct.id)
    assert (channel.direct, channel.objection, channel.notice.left) == (False, None, None)
    assert dm.direct
    assert dm.notice.left is not None
    (digest,) = manual.preview(session, MO, NOW, of(session, NoticeKind.DIGEST).id)
    assert digest.objection == Unsent.NOTHING_WAITS
    letter.paused_at = NOW
    assert manual.preview(session, MO, NOW, direct.id)[0].objection == Unsent.PAUSED
    assert session.exec(select(Delivery)).all() == []


@pytest.mark.parametrize("act", [manual.pick, manual.send_now, manual.skip, manual.preview])
def test_members_other_servers_and_what_someone_asked_for_themselves_are_refused(
    session: Session, act: Callable[..., Any]
) -> None:
    letter = running(session)
    makers.participant(session, 7)
    planned = of(session, NoticeKind.REMINDER)
    elsewhere = makers.letter(session, guild_id=makers.another_server(session))
    notices.plan(session, elsewhere, NOW)
    foreign = session.exec(select(Notice).where(Notice.letter_id == elsewhere.id)).all()[0]
    snooze.put(session, makers.member(7), NOW, letter.id, Snooze.HOURS)
    own = of(session, NoticeKind.SNOOZE)
    for actor, row, reason in (
        (makers.member(7), planned, Reason.MODERATORS_ONLY),
        (MO, foreign, Reason.NOT_FOUND),
        (MO, own, Reason.NOT_FOUND),
    ):
        assert makers.refused(act, session, actor, NOW, row.id).reason is reason


def test_what_was_done_by_hand_is_recorded(session: Session) -> None:
    running(session)
    manual.send_now(session, MO, NOW, of(session, NoticeKind.REMINDER).id)
    manual.skip(session, MO, NOW, of(session, NoticeKind.LAST_HOUR).id)
    acts = [entry.act for entry in session.exec(select(JournalEntry).order_by(col(JournalEntry.id)))]
    assert acts == ["notice sent by hand", "notice skipped"]
