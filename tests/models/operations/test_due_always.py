"""The due rule holds in every week: random windows, zones that change their clocks, outages, moved closes, people who
have done what was asked. The rules on rows are run as the bot runs them, on a clock of our own."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from hypothesis import Phase, example, given, settings, strategies as st
from sqlalchemy import Engine, StaticPool
from sqlmodel import Session, SQLModel, create_engine

from models.database.tables import Letter
from models.letters import window
from models.operations import due_work
from models.outbox import notices
from models.rules import reminder_schedule
from models.sheets import ToSend
from models.terms import LetterState, NoticeKind, Place
from tests import databases
from tests.long import EXAMPLES
from tests.models import makers, sender

MODERATOR = makers.moderator(9)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
LONG_ENOUGH = 2 * MINUTE
"""So long the bot must be up after a reminder is due."""
ZONES = st.sampled_from(
    [
        "Europe/London",
        "America/New_York",
        "America/Santiago",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Africa/Cairo",
    ]
)
CHANGES = ("2025-03-09", "2025-03-30", "2025-04-05", "2025-04-25", "2025-10-05", "2025-10-26", "2025-11-02")
"""Days on or about which one of these zones puts its clocks forward or back."""
OPENINGS = st.builds(
    lambda day, minutes: datetime.fromisoformat(day).replace(tzinfo=UTC) - 4 * DAY + minutes * MINUTE,
    st.sampled_from(CHANGES),
    st.integers(0, 4 * 24 * 60),
)
SPANS = st.integers(2, 7 * 24 * 60).map(lambda minutes: minutes * MINUTE)


@dataclass(frozen=True)
class Week:
    """What happens, each at so much time after the opening."""

    zone: str
    opened_at: datetime
    lasts: timedelta
    outages: list[tuple[timedelta, timedelta]]
    """When it begins and how long it lasts."""
    moves: list[tuple[timedelta, timedelta]]
    """When the close is moved and by how much."""
    home: str
    """Where the person lives who is reminded by direct message."""
    done_after: timedelta | None
    """When that person's organisation signs."""


WEEKS = st.builds(
    Week,
    ZONES,
    OPENINGS,
    SPANS,
    st.lists(st.tuples(SPANS, SPANS.map(lambda span: span / 4)), max_size=3),
    st.lists(st.tuples(SPANS, SPANS.map(lambda span: span / 3)), max_size=2),
    ZONES,
    st.none() | SPANS,
)


MOVED_AFTER_QUIET_HOURS = Week(
    "Australia/Lord_Howe",
    datetime(2025, 4, 4, 20, 16, tzinfo=UTC),
    165 * MINUTE,
    [],
    [(30 * MINUTE, timedelta(seconds=40))],
    "Europe/London",
    None,
)
"""A night moved the message of a morning abroad forward, and then the close was moved: it came twice once."""


@dataclass
class Played:
    """What was sent in a week: (place, instant it was due, instant it was sent, close at that time)."""

    week: Week
    sent: list[tuple[Place, datetime, datetime, datetime]] = field(default_factory=list)
    closes: list[tuple[datetime, datetime]] = field(default_factory=list)
    """From when each close was in force."""

    def is_up(self, at: datetime) -> bool:
        return self.up_again(at) == at

    def up_again(self, at: datetime) -> datetime:
        """The same instant, or the end of the outages that it falls into."""
        for start, lasts in sorted(self.week.outages):
            begins = self.week.opened_at + start
            if begins <= at < begins + lasts:
                at = begins + lasts
        return at

    def is_up_from(self, start: datetime, end: datetime) -> bool:
        return self.is_up(start) and not any(
            start <= self.week.opened_at + begins < end for begins, _ in self.week.outages
        )

    def times(self, place: Place, due_at: datetime) -> int:
        return sum((where, when) == (place, due_at) for where, when, _, _ in self.sent)


def play(week: Week) -> Played:
    """The week as the bot lives it: it wakes at each due moment, sleeps through its outages, and sends."""
    with Session(
        _engine(), expire_on_commit=False, info=databases.INFO
    ) as session:  # never committed: each week begins with nothing
        makers.server(session, time_zone=week.zone)
        makers.participant(session, 1, "Riverlight", time_zone=week.home, joined_at=week.opened_at)
        letter = makers.letter(
            session, time_zone=week.zone, opened_at=week.opened_at, closes_at=week.opened_at + week.lasts
        )
        notices.plan(session, letter, week.opened_at)
        played = Played(week, closes=[(week.opened_at, letter.closes_at)])
        for now in _moments(session, letter, played):
            makers.tick(session, now)
            while batch := sender.claim(session, now, "bot"):
                for to_send in batch:
                    _note(session, letter, played, to_send, now)
                    sender.sent(session, now, to_send.delivery_id, "bot", to_send.delivery_id)
    return played


@cache
def _engine() -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    SQLModel.metadata.create_all(engine)
    return engine


def _moments(session: Session, letter: Letter, played: Played) -> Iterator[datetime]:
    """Each moment at which the bot is up and looks, in order; what people do happens on the way."""
    week = played.week
    acts = sorted(
        [(at, "move", by) for at, by in week.moves]
        + ([(week.done_after, "done", DAY)] if week.done_after else [])
    )
    now = week.opened_at
    while now < letter.closes_at + 2 * DAY:
        act = week.opened_at + acts[0][0] if acts else None
        moment = due_work.next_moment(session, now)
        waking = played.up_again(max(now, moment)) if moment is not None else None
        if act is not None and (waking is None or act <= waking):
            now = max(now, act)
            _do(session, letter, played, acts.pop(0), now)
        elif waking is None or letter.state is LetterState.CLOSED:
            return
        else:
            yield waking
            now = waking + timedelta(seconds=1)


def _do(
    session: Session, letter: Letter, played: Played, act: tuple[timedelta, str, timedelta], now: datetime
) -> None:
    _, what, by = act
    if what == "done":
        makers.signatory(session, letter, "Riverlight")
    elif letter.state is LetterState.OPEN and now < letter.closes_at and played.is_up(now):
        window.extend(session, MODERATOR, now, letter.id, letter.closes_at + by)
        played.closes.append((now, letter.closes_at))


def _note(session: Session, letter: Letter, played: Played, to_send: ToSend, now: datetime) -> None:
    if to_send.notice.kind in (NoticeKind.REMINDER, NoticeKind.LAST_HOUR):
        played.sent.append((to_send.place, to_send.notice.due_at, now, letter.closes_at))


def planned(played: Played) -> Iterator[tuple[reminder_schedule.Reminder, datetime, datetime, datetime]]:
    """Each reminder that followed from a close: with that close, and from when until when it was in force."""
    ends = [since for since, _ in played.closes[1:]] + [datetime.max.replace(tzinfo=UTC)]
    for (since, closes_at), until in zip(played.closes, ends, strict=True):
        for reminder in reminder_schedule.reminders(closes_at, played.week.zone, since):
            yield reminder, closes_at, since, until


@settings(max_examples=20 * EXAMPLES, phases=QUICKLY)
@given(WEEKS)
@example(MOVED_AFTER_QUIET_HOURS)
def test_each_reminder_comes_once_in_time_to_whom_it_concerns(week: Week) -> None:
    played = play(week)
    _check_at_most_once(played)
    _check_at_least_once(played)


def _check_at_most_once(played: Played) -> None:
    """Never twice, never two at once, never early in the channel, never late, never to anyone who has done it."""
    assert max(Counter((place, due_at) for place, due_at, _, _ in played.sent).values(), default=0) <= 1
    assert all(sent_at < closes_at for _, _, sent_at, closes_at in played.sent), "after the close"
    assert all(due_at <= sent_at for place, due_at, sent_at, _ in played.sent if place is Place.CHANNEL), (
        "early"
    )
    together = Counter((place, sent_at) for place, _, sent_at, _ in played.sent)
    assert max(together.values(), default=0) <= 1, "after an outage the last one says it all"
    direct = [sent_at for place, _, sent_at, _ in played.sent if place is Place.USER]
    assert len(direct) <= 3
    if played.week.done_after is not None:
        assert all(sent_at <= played.week.opened_at + played.week.done_after for sent_at in direct), "done"


def _check_at_least_once(played: Played) -> None:
    """Whatever was due while the bot was up arrived; a DM unless three had come, or another was due with it."""
    week, reminders = played.week, list(planned(played))
    leaving = [
        max(reminder_schedule.before_quiet_hours(one.due_at, week.home), since)
        for one, _, since, _ in reminders
    ]
    capped = sum(place is Place.USER for place, *_ in played.sent) >= 3
    for (reminder, closes_at, _, in_force_until), leaves in zip(reminders, leaving, strict=True):
        if reminder.due_at + LONG_ENOUGH >= in_force_until:
            continue
        if played.is_up_from(reminder.due_at, min(reminder.due_at + LONG_ENOUGH, closes_at)):
            assert played.times(Place.CHANNEL, reminder.due_at) == 1, reminder
        until = leaves + LONG_ENOUGH
        undone = week.done_after is None or until < week.opened_at + week.done_after
        alone = sum(leaves <= other <= until for other in leaving) == 1
        if reminder.direct and undone and alone and not capped and played.is_up_from(leaves, until):
            assert played.times(Place.USER, reminder.due_at) == 1, reminder
