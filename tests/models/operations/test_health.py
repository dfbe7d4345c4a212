"""When the scheduler ran last and what is overdue."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from models.delivery import claims
from models.operations import health
from models.outbox import notices, planning
from models.terms import LetterState, NoticeKind, SignatoryState
from tests.conftest import GUILD, NOW
from tests.models import makers, sender

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
LATER = NOW + 3 * MINUTE


def overdue(session: Session, now: Any = LATER, guild_id: int | None = None) -> dict[str, int]:
    return dict(health.scheduler_health(session, now, guild_id).overdue)


def test_before_its_first_run_none_is_known_and_then_the_last(session: Session) -> None:
    assert health.scheduler_health(session, NOW).last_run is None
    for at in (NOW, LATER):
        health.woken(session, at)
    assert health.scheduler_health(session, LATER).last_run == LATER


def test_a_letter_that_runs_has_nothing_overdue(session: Session) -> None:
    planning.follow(session, makers.letter(session), NOW)
    assert overdue(session) == {}


def test_a_message_is_overdue_some_minutes_after_it_was_due_or_its_sender_died(session: Session) -> None:
    makers.server(session)
    notices.announce(session, NoticeKind.DEADLINE, NOW, GUILD, dedupe="d")
    assert overdue(session, NOW + MINUTE) == {}
    assert overdue(session) == {"messages to send": 1}
    sender.claim(session, LATER, "one")
    assert overdue(session) == {}
    assert overdue(session, LATER + claims.LEASE + health.PATIENCE) == {"messages to send": 1}


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"closes_at": NOW}, "letters to close"),
        ({"publish_at": NOW}, "letters to publish"),
        ({"publish_at": NOW, "published_at": NOW}, None),
        ({"closes_at": NOW, "state": LetterState.CLOSED}, None),
    ],
)
def test_what_a_letter_waits_for_is_counted(
    session: Session, changes: dict[str, Any], what: str | None
) -> None:
    makers.letter(session, **changes)
    assert overdue(session) == ({what: 1} if what else {})


def test_votes_that_should_have_ended_and_reminders_that_should_be_made_are_counted(session: Session) -> None:
    letter = makers.letter(session)
    makers.proposal(session, letter, "Index", ends_at=NOW)
    makers.proposal(session, letter, "Statewatch", ends_at=NOW, state=SignatoryState.PASSED)
    assert overdue(session) == {"votes to end": 1}
    notices.plan(session, letter, NOW)
    assert overdue(session, makers.CLOSE)["messages to prepare"] == 5


def test_moderators_see_their_own_server_alone_and_members_nothing(session: Session) -> None:
    elsewhere = makers.another_server(session)
    makers.letter(session, guild_id=elsewhere, closes_at=NOW)
    sheet = makers.present(health.for_moderator(session, makers.moderator(9), LATER))
    assert sheet.overdue == {}
    assert health.for_moderator(session, makers.member(7), LATER) is None
    assert overdue(session) == {"letters to close": 1}
