"""*Remind me later*: once, at the chosen moment, only while true, never after the close."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Delivery, Letter, Notice
from models.delivery import snooze
from models.outbox import notices
from models.refusal import Reason
from models.rules.reminder_plan import Plan, Snooze
from models.sheets import NoticeSheet, Unsent
from models.terms import DeliveryState, LetterState, NoticeKind, Place
from tests.conftest import NOW  # Thursday 13 February 2025, 09:00 UTC
from tests.models import makers, sender

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANA = makers.member(7)


def asked(session: Session, **person: Any) -> Letter:
    makers.participant(session, 7, **person)
    return makers.letter(session)


def said(session: Session, now: datetime) -> list[NoticeSheet]:
    notices.make_due(session, now)
    return [ready.notice for ready in sender.deliver(session, now) if ready.place is Place.USER]


def test_it_comes_back_at_the_chosen_moment_and_says_what_is_left_then(session: Session) -> None:
    letter = asked(session)
    snooze.put(session, ANA, NOW, letter.id, Snooze.HOURS)
    assert said(session, NOW + 3 * HOUR - timedelta(seconds=1)) == []
    makers.proposal(session, letter, "Index")
    (sheet,) = said(session, NOW + 3 * HOUR)
    assert sheet.left is not None
    assert (sheet.kind, sheet.left.votes) == (NoticeKind.SNOOZE, 1)


def test_tomorrow_is_nine_in_the_morning_where_the_person_lives(session: Session) -> None:
    letter = asked(session, time_zone="America/Los_Angeles")
    sheet = snooze.put(session, ANA, NOW, letter.id, Snooze.MORNING)
    assert sheet.moments == {Snooze.MORNING: datetime(2025, 2, 14, 17, tzinfo=UTC)}


def test_where_no_zone_is_known_tomorrow_is_that_of_the_letter(session: Session) -> None:
    letter = asked(session, time_zone="")
    letter.time_zone = "Asia/Kathmandu"
    assert snooze.offer(session, ANA, NOW, letter.id).moments[Snooze.MORNING] == datetime(
        2025, 2, 14, 3, 15, tzinfo=UTC
    )


def test_only_moments_before_the_close_are_offered_and_taken(session: Session) -> None:
    letter = asked(session)
    late = makers.CLOSE - 4 * HOUR
    assert list(snooze.offer(session, ANA, late, letter.id).moments) == [Snooze.HOURS]
    refusal = makers.refused(snooze.put, session, ANA, late, letter.id, Snooze.MORNING)
    assert (refusal.reason, refusal.values["limit"]) == (Reason.NOT_BEFORE, makers.CLOSE)
    at_the_close = makers.CLOSE - 3 * HOUR
    assert snooze.offer(session, ANA, at_the_close, letter.id).moments == {}


def test_another_choice_takes_the_place_of_the_first(session: Session) -> None:
    letter = asked(session)
    snooze.put(session, ANA, NOW, letter.id, Snooze.MORNING)
    snooze.put(session, ANA, NOW + HOUR, letter.id, Snooze.HOURS)
    assert len(said(session, NOW + 4 * HOUR)) == 1
    assert said(session, NOW + DAY) == []


def test_it_does_not_count_against_the_cap(session: Session) -> None:
    letter = asked(session)
    letter.plan = Plan(direct=1).document()
    notices.plan(session, letter, NOW)
    snooze.put(session, ANA, NOW, letter.id, Snooze.HOURS)
    assert len(said(session, NOW + 3 * HOUR)) == 1
    last_call = makers.CLOSE - HOUR
    assert [sheet.kind for sheet in said(session, last_call)] == [NoticeKind.LAST_HOUR], "the one that may come"
    snooze.put(session, ANA, last_call - 3 * HOUR, letter.id, Snooze.HOURS)
    assert [sheet.kind for sheet in said(session, last_call)] == [NoticeKind.SNOOZE], "after the cap"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"state": LetterState.CLOSED}, Unsent.CLOSED),
        ({"closes_at": NOW + HOUR}, Unsent.CLOSED),
        ({"paused_at": NOW}, Unsent.PAUSED),
    ],
)
def test_it_is_not_said_when_it_is_not_true_any_more(
    session: Session, what: dict[str, object], words: str
) -> None:
    letter = asked(session)
    snooze.put(session, ANA, NOW, letter.id, Snooze.HOURS)
    for name, value in what.items():
        setattr(letter, name, value)
    assert said(session, NOW + 3 * HOUR) == []
    assert session.exec(select(Delivery.error)).one() == words


def test_who_has_done_it_meanwhile_or_muted_is_left_alone(session: Session) -> None:
    letter = asked(session, organisation="Open Rights")
    snooze.put(session, ANA, NOW, letter.id, Snooze.HOURS)
    makers.signatory(session, letter, "Open Rights")
    assert said(session, NOW + 3 * HOUR) == []


def test_under_a_mute_nothing_is_promised_that_would_not_come(session: Session) -> None:
    letter = asked(session, muted_until=NOW + 4 * HOUR)
    refusal = makers.refused(snooze.put, session, ANA, NOW, letter.id, Snooze.HOURS)
    assert (refusal.reason, refusal.values["until"]) == (Reason.MUTED, NOW + 4 * HOUR)
    snooze.put(session, ANA, NOW, letter.id, Snooze.MORNING)


def test_after_an_outage_a_reminder_that_was_due_as_well_is_enough(session: Session) -> None:
    letter = asked(session)
    notices.plan(session, letter, NOW)
    morning = datetime(2025, 2, 20, 9, tzinfo=UTC)
    snooze.put(session, ANA, morning - 3 * HOUR, letter.id, Snooze.HOURS)
    assert [sheet.kind for sheet in said(session, morning + 2 * HOUR)] == [NoticeKind.REMINDER]


@pytest.mark.parametrize("closed", [True, False])
def test_on_a_letter_that_is_no_longer_open_there_is_nothing_to_remind_of(
    session: Session, closed: bool
) -> None:
    letter = asked(session)
    if closed:
        letter.state = LetterState.CLOSED
    now = NOW if closed else makers.CLOSE
    assert makers.refused(snooze.offer, session, ANA, now, letter.id).reason is Reason.NOTHING_TO_REMIND


def test_a_letter_of_another_server_and_a_stranger_find_nothing(session: Session) -> None:
    asked(session)
    elsewhere = makers.letter(session, guild_id=makers.another_server(session))
    for actor, reason in ((ANA, Reason.NOT_FOUND), (makers.member(8), Reason.TAKE_PART_FIRST)):
        act = partial(snooze.put, session, actor, NOW, elsewhere.id, Snooze.HOURS)
        assert makers.refused(act).reason is reason
    assert session.exec(select(col(Notice.id)).where(Notice.kind == NoticeKind.SNOOZE)).all() == []


def test_a_cancelled_letter_calls_it_off(session: Session) -> None:
    letter = asked(session)
    snooze.put(session, ANA, NOW, letter.id, Snooze.HOURS)
    notices.call_off(session, letter.id, NOW + HOUR)
    assert session.exec(select(Delivery.state)).one() is DeliveryState.SUPERSEDED


def test_choosing_twice_at_one_instant_is_no_conflict(session: Session) -> None:
    letter = asked(session)
    for which in (Snooze.MORNING, Snooze.HOURS, Snooze.MORNING):
        snooze.put(session, ANA, NOW, letter.id, which)
    assert said(session, NOW + 3 * HOUR) == []
    assert len(said(session, NOW + DAY)) == 1
