"""A letter's plan of reminders: what may be typed, what follows from it, and what a change does to what was planned."""

from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.coalitions import records
from models.database.tables import Delivery, JournalEntry, Letter, Notice
from models.letters import reminder_plans
from models.outbox import notices, planning
from models.refusal import Reason
from models.rules import reminder_plan, reminder_schedule
from models.rules.reminder_plan import Plan
from models.terms import LetterState, NoticeKind, NoticeState, Place
from tests.conftest import NOW  # Thursday 13 February 2025, 09:00 UTC
from tests.models import makers, sender

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MO = makers.moderator(9)
LONDON = "Europe/London"
TYPED = {"days": "2, 1, 0", "hours": "1", "direct": "3", "quiet": "22:00-8:00"}


def read(**typed: str) -> Plan:
    return reminder_plan.parse(**(TYPED | typed), bulletin=False)


def dues(wanted: Plan) -> list[tuple[int, int, bool]]:
    """(day, hour, whether by DM as well) of each reminder of the week."""
    found = reminder_schedule.reminders(makers.CLOSE, LONDON, NOW, wanted)
    return [(one.due_at.day, one.due_at.hour, one.direct) for one in found]


def test_what_is_typed_by_default_is_the_default() -> None:
    assert read() == Plan()
    typed = reminder_plan.as_typed(Plan())
    assert reminder_plan.parse(**{name: typed[name] for name in TYPED}, bulletin=False) == Plan()


@pytest.mark.parametrize("wanted", [Plan(), Plan((), (), 0, None, True), Plan((7, 3), (6, 1), 5)])
def test_a_plan_survives_its_document_and_its_form(wanted: Plan) -> None:
    assert Plan.of(wanted.document()) == wanted
    typed = reminder_plan.as_typed(wanted)
    assert reminder_plan.parse(**{name: typed[name] for name in TYPED}, bulletin=wanted.bulletin) == wanted


@pytest.mark.parametrize(
    ("typed", "means"),
    [("0 1;2", (2, 1, 0)), ("3,3", (3,)), ("none", ()), ("", ()), (" 30 ", (30,)), ("1, 2,", (2, 1))],
)
def test_days_are_numbers_in_any_order_once_each(typed: str, means: tuple[int, ...]) -> None:
    assert read(days=typed).days == means


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"days": "31"}, Reason.BAD_DAYS_BEFORE),
        ({"days": "-1"}, Reason.BAD_DAYS_BEFORE),
        ({"days": "two"}, Reason.BAD_DAYS_BEFORE),
        ({"days": "1 2 3 4 5 6 7 8"}, Reason.BAD_DAYS_BEFORE),
        ({"days": "²"}, Reason.BAD_DAYS_BEFORE),
        ({"hours": "0"}, Reason.BAD_HOURS_BEFORE),
        ({"hours": "73"}, Reason.BAD_HOURS_BEFORE),
        ({"hours": "1.5"}, Reason.BAD_HOURS_BEFORE),
        ({"direct": "6"}, Reason.BAD_MOST_DIRECT),
        ({"direct": ""}, Reason.BAD_MOST_DIRECT),
        ({"quiet": "22"}, Reason.BAD_QUIET_HOURS),
        ({"quiet": "25-8"}, Reason.BAD_QUIET_HOURS),
        ({"quiet": "22:70-8"}, Reason.BAD_QUIET_HOURS),
        ({"quiet": "8-8"}, Reason.BAD_QUIET_HOURS),
        ({"quiet": "20-9"}, Reason.BAD_QUIET_HOURS),
    ],
)
def test_what_cannot_be_meant_is_refused(typed: dict[str, str], reason: Reason) -> None:
    assert makers.refused(read, **typed).reason is reason


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("22-8", (time(22), time(8))),
        ("22:30 until 7:15", (time(22, 30), time(7, 15))),
        ("0-6", (time(0), time(6))),
        ("24:00–8:00", (time(0), time(8))),
        ("none", None),
    ],
)
def test_quiet_hours_are_two_hours_of_the_day(typed: str, means: tuple[time, time] | None) -> None:
    assert read(quiet=typed).quiet == means


def test_days_and_hours_are_those_of_the_plan() -> None:
    wanted = Plan(days=(3,), hours=(6, 2), direct=2)
    assert dues(wanted) == [(17, 10, False), (20, 17, True), (20, 21, True)]
    kinds = [one.kind for one in reminder_schedule.reminders(makers.CLOSE, LONDON, NOW, wanted)]
    assert kinds == [NoticeKind.REMINDER, NoticeKind.REMINDER, NoticeKind.LAST_HOUR]


@pytest.mark.parametrize("direct", range(6))
def test_as_many_as_the_plan_says_also_come_by_dm_the_last_of_them(direct: int) -> None:
    whole = dues(Plan(direct=direct))
    by_dm = [(day, hour) for day, hour, dm in whole if dm]
    assert by_dm == [(18, 10), (19, 10), (20, 10), (20, 22)][4 - min(direct, 4) :]


def test_a_single_message_is_the_last_call_whatever_hour_it_closes() -> None:
    closes_at = datetime(2025, 2, 20, 9, tzinfo=UTC)  # before ten: the last morning falls after it
    found = reminder_schedule.reminders(closes_at, LONDON, NOW, Plan(direct=1))
    assert [one.due_at for one in found if one.direct] == [closes_at - HOUR]


@pytest.mark.parametrize(
    ("quiet", "due", "comes"),
    [
        ((time(22), time(8)), "02:00", "21:45"),
        ((time(0), time(6)), "05:59", "23:45"),
        ((time(0), time(6)), "06:00", "06:00"),
        ((time(12), time(14)), "13:00", "11:45"),
        ((time(12), time(14)), "11:00", "11:00"),
        ((time(12), time(14)), "14:00", "14:00"),
        (None, "02:00", "02:00"),
    ],
)
def test_quiet_hours_move_a_message_before_them(quiet: Any, due: str, comes: str) -> None:
    at = datetime.fromisoformat(f"2025-02-20T{due}:00+00:00")
    assert f"{reminder_schedule.before_quiet_hours(at, LONDON, quiet):%H:%M}" == comes


def letter(session: Session, **changes: Any) -> Letter:
    made = makers.letter(session, **changes)
    planning.follow(session, made, NOW)
    return made


def due_at(session: Session) -> list[datetime]:
    return sorted(
        session.exec(
            select(Notice.due_at).where(
                col(Notice.kind).in_(notices.REMINDERS),
                col(Notice.state).in_((NoticeState.PLANNED, NoticeState.MADE)),
            )
        )
    )


def test_a_changed_plan_supersedes_what_was_planned_and_not_sent(session: Session) -> None:
    made = letter(session)
    reminder_plans.put(session, MO, NOW + HOUR, made.id, Plan(days=(1,), hours=()), made.plan_version)
    assert due_at(session) == [datetime(2025, 2, 19, 10, tzinfo=UTC)]
    reminder_plans.put(session, MO, NOW + HOUR, made.id, Plan(), made.plan_version)
    assert len(due_at(session)) == 5, "and back again"


def test_a_changed_plan_takes_back_no_reminder_that_is_on_its_way(session: Session) -> None:
    made = letter(session)
    due = datetime(2025, 2, 18, 10, tzinfo=UTC)
    notices.make_due(session, due)
    reminder_plans.put(session, MO, due + timedelta(seconds=5), made.id, Plan(bulletin=True), made.plan_version)
    assert [one.notice.kind for one in sender.claim(session, due + HOUR, "one")] == [NoticeKind.REMINDER]


def test_what_was_sent_under_the_old_plan_is_not_sent_again(session: Session) -> None:
    made = letter(session)
    makers.participant(session, 7, time_zone="America/Los_Angeles")
    quiet_evening = datetime(2025, 2, 19, 5, 45, tzinfo=UTC)  # for ten in London of the 19th
    notices.make_due(session, quiet_evening)
    sent = sender.claim(session, quiet_evening, "one")
    for one in sent:
        sender.sent(session, quiet_evening, one.delivery_id, "one", 1)
    reminder_plans.put(session, MO, quiet_evening + HOUR, made.id, Plan(bulletin=True), made.plan_version)
    notices.make_due(session, datetime(2025, 2, 19, 10, tzinfo=UTC))
    again = session.exec(
        select(Delivery.recipient_id).where(Delivery.place == Place.USER, col(Delivery.settled_at).is_(None))
    ).all()
    assert again == []


def test_the_cap_and_the_quiet_hours_of_the_letter_hold_for_its_messages(session: Session) -> None:
    made = letter(session)
    makers.participant(session, 7, time_zone="America/Los_Angeles")
    reminder_plans.put(session, MO, NOW, made.id, Plan(quiet=None), made.plan_version)
    second = datetime(2025, 2, 19, 10, tzinfo=UTC)
    notices.make_due(session, second - HOUR)
    due = session.exec(select(Delivery.due_at).where(Delivery.place == Place.USER)).one()
    assert due == second


def test_the_bulletin_is_planned_at_once_and_called_off_at_once(session: Session) -> None:
    made = letter(session)
    reminder_plans.put(session, MO, NOW, made.id, Plan(bulletin=True), made.plan_version)
    bulletins = select(Notice.state).where(Notice.kind == NoticeKind.BULLETIN)
    assert session.exec(bulletins).one() is NoticeState.PLANNED
    reminder_plans.put(session, MO, NOW, made.id, Plan(), made.plan_version)
    assert session.exec(bulletins).one() is NoticeState.SUPERSEDED


def test_a_draft_keeps_its_plan_for_the_opening(session: Session) -> None:
    made = makers.letter(session, state=LetterState.DRAFT, opened_at=None)
    reminder_plans.put(session, MO, NOW, made.id, Plan(days=(1,), hours=()), made.plan_version)
    assert session.exec(select(Notice)).all() == []
    made.state, made.opened_at = LetterState.OPEN, NOW
    planning.follow(session, made, NOW)
    assert len(due_at(session)) == 1


def test_a_closed_letter_gets_no_reminder_from_a_new_plan(session: Session) -> None:
    made = letter(session, state=LetterState.CLOSED)
    before = due_at(session)
    reminder_plans.put(session, MO, NOW, made.id, Plan(days=(5, 4)), made.plan_version)
    assert due_at(session) == before


def test_who_changes_what_is_recorded(session: Session) -> None:
    made = letter(session)
    reminder_plans.put(session, MO, NOW, made.id, Plan(direct=0), made.plan_version)
    entry = session.exec(select(JournalEntry).where(JournalEntry.act == "reminders set")).one()
    assert (entry.facts["before"]["direct"], entry.facts["after"]["direct"]) == (3, 0)


def test_the_same_plan_an_old_view_a_member_and_another_server_are_refused(session: Session) -> None:
    made = letter(session)
    there = makers.another_server(session)
    records.coalition_of(session, there).moderator_role_id = makers.MODERATOR_ROLE
    elsewhere = makers.letter(session, guild_id=there)
    wanted, mo, member = Plan(direct=1), MO, makers.member(7)
    for actor, about, one, version, reason in (
        (mo, made.id, Plan(), 1, Reason.UNCHANGED),
        (mo, made.id, wanted, 2, Reason.OUTDATED),
        (member, made.id, wanted, 1, Reason.MODERATORS_ONLY),
        (mo, elsewhere.id, wanted, 1, Reason.NOT_FOUND),
    ):
        act = partial(reminder_plans.put, session, actor, NOW, about, one, version)
        assert makers.refused(act).reason is reason
    assert (made.plan_version, elsewhere.plan_version) == (1, 1)
