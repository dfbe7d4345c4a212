"""The bot was away before a close: who is told what, and what moderators may make up for."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.database.tables import JournalEntry, Letter, Notice, Signatory
from models.letters import acceptance, outages, window
from models.outbox import notices
from models.refusal import Reason, Refusal
from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind, LetterState, NoticeKind, SignatoryState
from tests.conftest import NOW
from tests.models import makers

MODERATOR = makers.moderator(9)
CLOSE, HOUR, MINUTE = makers.CLOSE, timedelta(hours=1), timedelta(minutes=1)
UNTIL = CLOSE + HOUR


def away(session: Session, since: datetime, until: datetime) -> list[tuple[datetime, datetime]]:
    """The bot leaves and comes back; of which times moderators are told."""
    outages.alive(session, since)
    outages.returned(session, until)
    told = session.exec(select(Notice).where(Notice.kind == NoticeKind.OUTAGE)).all()
    return [(facts["since"], facts["until"]) for facts in map(notices.facts, told)]


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (CLOSE - 2 * HOUR, CLOSE - HOUR, [(CLOSE - 2 * HOUR, CLOSE - HOUR)]),
        (CLOSE - HOUR, CLOSE + 3 * HOUR, [(CLOSE - HOUR, CLOSE)]),
        (CLOSE - 30 * HOUR, CLOSE - 5 * HOUR, [(CLOSE - 6 * HOUR, CLOSE - 5 * HOUR)]),
        (CLOSE - 30 * HOUR, CLOSE + 30 * HOUR, [(CLOSE - 6 * HOUR, CLOSE)]),
        (CLOSE - 9 * HOUR, CLOSE - 7 * HOUR, []),
        (CLOSE - 9 * HOUR, CLOSE - 6 * HOUR + 4 * MINUTE, []),
        (CLOSE - 4 * MINUTE, CLOSE + HOUR, []),
        (CLOSE - 2 * HOUR, CLOSE - 2 * HOUR + 4 * MINUTE, []),
        (CLOSE, CLOSE + 3 * HOUR, []),
    ],
)
def test_of_an_absence_in_the_last_hours_moderators_are_told_from_when_to_when(
    session: Session, since: datetime, until: datetime, told: list[tuple[datetime, datetime]]
) -> None:
    makers.letter(session)
    assert away(session, since, until) == told


def test_they_are_told_also_where_the_letter_was_closed_on_the_way_back(session: Session) -> None:
    letter = makers.letter(session)
    outages.alive(session, CLOSE - HOUR)
    window.close_due(session, CLOSE + HOUR)
    assert outages.returned(session, CLOSE + HOUR) == 1
    assert letter.state is LetterState.CLOSED


@pytest.mark.parametrize("state", [LetterState.DRAFT, LetterState.CANCELLED, LetterState.ARCHIVED])
def test_a_letter_that_took_no_names_is_not_concerned(session: Session, state: LetterState) -> None:
    makers.letter(session, state=state)
    assert away(session, CLOSE - HOUR, CLOSE) == []


def test_of_one_absence_they_are_told_once(session: Session) -> None:
    makers.letter(session)
    assert len(away(session, CLOSE - HOUR, CLOSE)) == 1
    assert len(away(session, CLOSE - HOUR, CLOSE)) == 1
    assert outages.returned(session, CLOSE) == 0


def test_the_first_start_of_all_is_no_return(session: Session) -> None:
    makers.letter(session)
    assert outages.returned(session, CLOSE - HOUR) == 0
    assert outages.returned(session, CLOSE - HOUR + MINUTE) == 0


def closed(session: Session) -> Letter:
    letter = makers.letter(session)
    makers.participant(session, 1)
    window.close_due(session, CLOSE + window.GRACE)
    return letter


def propose(session: Session, name: str, now: datetime) -> SignatoryState:
    answers = ProposalAnswers(Kind.ORGANISATION, name)
    return proposals.keep_late(session, makers.member(1), now, None, answers).state


def accept(
    session: Session, letter: Letter, until: datetime = UNTIL, now: datetime = UNTIL, version: int = 1
) -> Any:
    return outages.accept_until(session, MODERATOR, now, letter.id, until, version)


def refused(session: Session, letter: Letter, until: datetime = UNTIL, **more: Any) -> Refusal:
    refusal = makers.refused(accept, session, letter, until, **more)
    assert letter.accepts_until is None
    return refusal


def test_names_kept_as_late_before_the_hour_count_as_on_time_and_later_ones_do_not(session: Session) -> None:
    letter = closed(session)
    assert propose(session, "In time", UNTIL - MINUTE) is SignatoryState.LATE
    assert propose(session, "Too late", UNTIL) is SignatoryState.LATE
    sheet = accept(session, letter, now=UNTIL + HOUR)
    found = {row.name: (row.state, row.late) for row in session.exec(select(Signatory))}
    assert found == {"In time": (SignatoryState.PROPOSED, False), "Too late": (SignatoryState.LATE, True)}
    assert (sheet.waits, sheet.accepts_until, sheet.closes_at) == (1, UNTIL, CLOSE)
    entry = session.exec(
        select(JournalEntry).where(JournalEntry.act == "accepted as on time").order_by(col(JournalEntry.id))
    ).all()[-1]
    assert (entry.facts["after"], entry.facts["names"]) == (UNTIL.isoformat(), 1)


def test_until_the_hour_names_are_taken_without_a_vote_and_then_they_are_late(session: Session) -> None:
    letter = closed(session)
    accept(session, letter, now=CLOSE + MINUTE)
    answers = ProposalAnswers(Kind.ORGANISATION, "In time")
    assert (
        proposals.propose(session, makers.member(1), UNTIL - MINUTE, None, answers).state
        is SignatoryState.PROPOSED
    )
    assert makers.refused(acceptance.require, letter, UNTIL).reason is Reason.CLOSED
    assert propose(session, "Too late", UNTIL) is SignatoryState.LATE


def test_it_is_announced_once(session: Session) -> None:
    letter = closed(session)
    accept(session, letter)
    accept(session, letter)
    told = session.exec(select(Notice).where(Notice.kind == NoticeKind.DEADLINE)).all()
    assert [notices.facts(one) for one in told] == [{"change": "accepts", "after": UNTIL}]


def test_an_hour_that_was_set_back_and_set_again_is_announced_again(session: Session) -> None:
    letter = closed(session)
    for until in (UNTIL, UNTIL + MINUTE, UNTIL):
        accept(session, letter, until)
    told = session.exec(select(Notice).where(Notice.kind == NoticeKind.DEADLINE).order_by(col(Notice.id))).all()
    assert [notices.facts(one)["after"] for one in told] == [UNTIL, UNTIL + MINUTE, UNTIL]


def test_the_hour_lies_between_the_close_and_the_end_of_review(session: Session) -> None:
    letter = closed(session)
    assert refused(session, letter, CLOSE).reason is Reason.NOT_AFTER
    assert refused(session, letter, CLOSE + 25 * HOUR).reason is Reason.NOT_BEFORE
    assert refused(session, letter, CLOSE + HOUR, version=2).reason is Reason.OUTDATED
    letter.final_at = CLOSE + HOUR
    assert refused(session, letter).reason is Reason.FINISHED_BEFORE


def test_only_moderators_accept(session: Session) -> None:
    letter = closed(session)
    refusal = makers.refused(outages.accept_until, session, makers.member(1), NOW, letter.id, UNTIL, 1)
    assert refusal.reason is Reason.MODERATORS_ONLY


def test_a_moved_close_ends_it(session: Session) -> None:
    letter = closed(session)
    accept(session, letter)
    window.reopen(session, MODERATOR, UNTIL, letter.id, CLOSE + 24 * HOUR)
    assert letter.accepts_until is None


def test_an_extension_by_that_long_begins_at_the_close_or_now(session: Session) -> None:
    sheet = outages.check_accept_until(session, MODERATOR, CLOSE + MINUTE, closed(session).id, UNTIL, 1)
    assert outages.extended(sheet, CLOSE - HOUR, 2 * HOUR) == CLOSE + 2 * HOUR
    assert outages.extended(sheet, CLOSE + HOUR, 2 * HOUR) == CLOSE + 3 * HOUR
