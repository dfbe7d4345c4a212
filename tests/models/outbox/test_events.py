"""The close in the server's list of events: what Discord should be told, and what happened to it."""

from datetime import timedelta

from sqlmodel import Session, select

from models.database.tables import Event, JournalEntry, Letter, Notice
from models.letters import dates, window
from models.outbox import events
from models.refusal import Reason
from models.sheets import EventTask
from models.terms import EventChange, LetterState, NoticeKind
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import refused

MODERATOR = makers.moderator(9)
CLOSE, HOUR, MINUTE = makers.CLOSE, timedelta(hours=1), timedelta(minutes=1)
C = EventChange


def switched_on(session: Session) -> Letter:
    letter = makers.letter(session, published_at=NOW)
    dates.show_event(session, MODERATOR, NOW, letter.id, wanted=True)
    return letter


def shown(session: Session) -> Letter:
    """A letter whose event is in the list as 77."""
    letter = switched_on(session)
    events.told(session, task(session), 77)
    return letter


def task(session: Session, now: object = NOW) -> EventTask:
    [found] = events.to_tell(session, now)  # type: ignore[arg-type]
    return found


def test_switched_on_it_is_the_last_hour_before_the_close(session: Session) -> None:
    switched_on(session)
    found = task(session)
    assert (found.change, found.starts_at, found.ends_at) == (C.MAKE, CLOSE - HOUR, CLOSE)
    events.told(session, found, 77)
    assert events.to_tell(session, NOW) == ()
    assert [entry.act for entry in session.exec(select(JournalEntry))] == ["event switched on"]


def test_it_is_switched_on_once(session: Session) -> None:
    letter = switched_on(session)
    assert refused(dates.show_event, session, MODERATOR, NOW, letter.id, wanted=True).reason is Reason.UNCHANGED


def test_it_follows_a_moved_close(session: Session) -> None:
    letter = shown(session)
    window.extend(session, MODERATOR, NOW, letter.id, CLOSE + HOUR)
    found = task(session)
    assert (found.change, found.event_id, found.ends_at) == (C.MOVE, 77, CLOSE + HOUR)


def test_one_that_has_begun_is_replaced_and_stays_while_nothing_moves(session: Session) -> None:
    letter = shown(session)
    now = CLOSE - 30 * MINUTE
    events.mark_stale(session, letter.id)
    assert task(session, now).change is C.NONE
    events.told(session, task(session, now), 77)
    row = session.exec(select(Event)).one()
    assert row.starts_at == CLOSE - HOUR, "as it stands there"
    window.extend(session, MODERATOR, now, letter.id, CLOSE + HOUR)
    assert task(session, now).change is C.REPLACE


def test_it_is_removed_when_the_letter_closes_early_is_given_up_or_it_is_switched_off(session: Session) -> None:
    letter = shown(session)
    dates.show_event(session, MODERATOR, NOW, letter.id, wanted=False)
    assert task(session).change is C.REMOVE
    dates.show_event(session, MODERATOR, NOW, letter.id, wanted=True)
    window.cancel(session, MODERATOR, NOW, letter.id, "No longer needed")
    assert task(session).change is C.REMOVE
    events.told(session, task(session), None)
    assert session.exec(select(Event.ends_at)).one() is None


def test_closed_early_it_is_removed_and_closed_in_time_it_is_left_to_end(session: Session) -> None:
    letter = shown(session)
    window.close_due(session, CLOSE + window.GRACE)
    found = task(session, CLOSE + window.GRACE)
    assert (found.change, found.event_id) == (C.NONE, None)
    letter.state = LetterState.OPEN
    window.close_early(session, MODERATOR, NOW, letter.id)
    assert task(session).change is C.REMOVE


def test_with_the_close_at_hand_there_is_nothing_to_show(session: Session) -> None:
    switched_on(session)
    assert task(session, CLOSE - MINUTE).change is C.NONE
    assert task(session, CLOSE - 2 * MINUTE).starts_at == CLOSE - MINUTE


def test_a_change_on_the_way_is_not_lost(session: Session) -> None:
    letter = switched_on(session)
    found = task(session)
    window.extend(session, MODERATOR, NOW, letter.id, CLOSE + HOUR)
    events.told(session, found, 77)
    assert task(session).change is C.MOVE


def test_what_fails_is_tried_ten_times(session: Session) -> None:
    switched_on(session)
    for _ in range(events.TRIES):
        events.failed(session, task(session), "Discord answered 500")
    assert events.to_tell(session, NOW) == ()
    assert session.exec(select(Event.error)).one() == "Discord answered 500"


def test_without_permission_it_is_switched_off_and_moderators_are_told(session: Session) -> None:
    letter = switched_on(session)
    events.forbidden(session, NOW, task(session), "no permission")
    assert not events.is_wanted(session, letter.id)
    assert events.to_tell(session, NOW) == ()
    assert session.exec(select(Notice.kind)).all() == [NoticeKind.TROUBLE]
