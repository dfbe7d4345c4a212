"""When reminders fall due."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from models.rules import reminder_schedule
from models.terms import NoticeKind

LONDON = "Europe/London"
CLOSE = datetime(2025, 2, 20, 23, 59, 59, tzinfo=UTC)
OPENING = datetime(2025, 2, 13, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ZONES = st.sampled_from(
    [
        LONDON,
        "America/New_York",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "Pacific/Kiritimati",
    ]
)
INSTANTS = st.integers(
    int(datetime(2010, 1, 1, tzinfo=UTC).timestamp()), int(datetime(2030, 1, 1, tzinfo=UTC).timestamp())
).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def local(zone: str, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone))  # type: ignore[arg-type,misc]


def planned(closes_at: datetime, zone: str, opened_at: datetime) -> list[tuple[NoticeKind, datetime]]:
    return [
        (reminder.kind, reminder.due_at) for reminder in reminder_schedule.reminders(closes_at, zone, opened_at)
    ]


def test_a_week_has_two_mornings_two_reminders_on_the_last_day_and_a_last_hour() -> None:
    assert planned(CLOSE, LONDON, OPENING) == [
        (NoticeKind.REMINDER, datetime(2025, 2, 18, 10, tzinfo=UTC)),
        (NoticeKind.REMINDER, datetime(2025, 2, 19, 10, tzinfo=UTC)),
        (NoticeKind.REMINDER, datetime(2025, 2, 20, 10, tzinfo=UTC)),
        (NoticeKind.REMINDER, datetime(2025, 2, 20, 17, tzinfo=UTC)),
        (NoticeKind.LAST_HOUR, datetime(2025, 2, 20, 22, 59, 59, tzinfo=UTC)),
    ]


def test_three_of_the_five_also_go_out_by_dm() -> None:
    direct = [
        reminder.due_at.day
        for reminder in reminder_schedule.reminders(CLOSE, LONDON, OPENING)
        if reminder.direct
    ]
    assert direct == [19, 20, 20]


def test_hours_are_those_of_the_letters_zone() -> None:
    closes_at = local("America/New_York", 2025, 2, 20, 23, 59)
    first = planned(closes_at, "America/New_York", OPENING)[0][1]
    assert first == local("America/New_York", 2025, 2, 18, 10)


def test_hours_stay_local_when_the_clocks_change_in_that_week() -> None:
    closes_at = local(LONDON, 2025, 3, 31, 12, 0)  # the clocks went forward on the 30th
    instants = [due for _, due in planned(closes_at, LONDON, OPENING)]
    assert instants[:2] == [datetime(2025, 3, 29, 10, tzinfo=UTC), datetime(2025, 3, 30, 9, tzinfo=UTC)]


def test_an_hour_that_the_clocks_skip_moves_on_to_the_next_that_exists() -> None:
    # Samoa had no 30 December 2011: its ten in the morning is that of the 31st, and comes once.
    closes_at = local("Pacific/Apia", 2011, 12, 31, 23, 0)
    instants = [due for _, due in planned(closes_at, "Pacific/Apia", OPENING.replace(year=2011))]
    assert instants == [
        local("Pacific/Apia", 2011, 12, 29, 10),
        local("Pacific/Apia", 2011, 12, 31, 10),
        local("Pacific/Apia", 2011, 12, 31, 17),
        local("Pacific/Apia", 2011, 12, 31, 22),
    ]


def test_a_close_at_midnight_belongs_to_the_day_that_it_ends() -> None:
    kinds_and_hours = [
        (kind, due.day, due.hour) for kind, due in planned(datetime(2025, 2, 21, tzinfo=UTC), LONDON, OPENING)
    ]
    assert kinds_and_hours[-1] == (NoticeKind.LAST_HOUR, 20, 23)
    assert kinds_and_hours[0] == (NoticeKind.REMINDER, 18, 10)


def test_what_lies_before_the_opening_is_left_out() -> None:
    opened_at = datetime(2025, 2, 20, 10, tzinfo=UTC)
    assert [due.hour for _, due in planned(CLOSE, LONDON, opened_at)] == [17, 22]


def test_what_lies_at_or_after_the_close_is_left_out() -> None:
    closes_at = datetime(2025, 2, 20, 10, tzinfo=UTC)
    assert [due.hour for _, due in planned(closes_at, LONDON, OPENING)] == [10, 10, 9]


def test_of_two_at_the_same_instant_the_last_hours_stays() -> None:
    closes_at = datetime(2025, 2, 20, 18, tzinfo=UTC)
    at_five = [kind for kind, due in planned(closes_at, LONDON, OPENING) if due.hour == 17]
    assert at_five == [NoticeKind.LAST_HOUR]


@given(closes_at=INSTANTS, length=st.timedeltas(timedelta(0), timedelta(days=30)), zone=ZONES)
def test_every_reminder_lies_inside_the_window_and_comes_once(
    closes_at: datetime, length: timedelta, zone: str
) -> None:
    opened_at = closes_at - length
    planned = reminder_schedule.reminders(closes_at, zone, opened_at)
    instants = [reminder.due_at for reminder in planned]
    assert all(opened_at < due < closes_at for due in instants)
    assert instants == sorted(set(instants))
    assert sum(reminder.direct for reminder in planned) <= 3


DUE = datetime(2025, 2, 19, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "next_due", "sent"),
    [
        (DUE - MINUTE, None, False),
        (DUE, None, True),
        (DUE + 600 * MINUTE, DUE + 601 * MINUTE, True),
        (DUE + 601 * MINUTE, DUE + 601 * MINUTE, False),
        (CLOSE - MINUTE, None, True),
        (CLOSE, None, False),
    ],
)
def test_a_reminder_is_sent_when_due_before_the_close_unless_a_later_one_is_due_too(
    now: datetime, next_due: datetime | None, sent: bool
) -> None:
    assert reminder_schedule.should_send(DUE, now, CLOSE, next_due) is sent


def test_a_reminder_is_late_after_more_than_five_minutes() -> None:
    assert not reminder_schedule.is_late(DUE, DUE + 5 * MINUTE)
    assert reminder_schedule.is_late(DUE, DUE + 5 * MINUTE + timedelta(seconds=1))


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        (local(LONDON, 2025, 2, 19, 8, 0), local(LONDON, 2025, 2, 19, 8, 0)),
        (local(LONDON, 2025, 2, 19, 21, 59), local(LONDON, 2025, 2, 19, 21, 59)),
        (local(LONDON, 2025, 2, 19, 22, 0), local(LONDON, 2025, 2, 19, 21, 45)),
        (local(LONDON, 2025, 2, 19, 3, 0), local(LONDON, 2025, 2, 18, 21, 45)),
        (local(LONDON, 2025, 2, 19, 7, 59), local(LONDON, 2025, 2, 18, 21, 45)),
    ],
)
def test_a_quiet_hour_moves_to_the_evening_before(hour: datetime, expected: datetime) -> None:
    assert reminder_schedule.before_quiet_hours(hour, LONDON) == expected


@given(due_at=INSTANTS, zone=ZONES)
def test_a_quiet_hour_only_moves_earlier_and_never_before_the_deliveries_are_made(
    due_at: datetime, zone: str
) -> None:
    moved = reminder_schedule.before_quiet_hours(due_at, zone)
    assert due_at - reminder_schedule.MAKE_AHEAD < moved <= due_at
