"""The dates beside the close: soft deadline, end of review, delivery."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.database.tables import JournalEntry, Letter, Notice, PublicCard
from models.letters import dates, milestones, window
from models.refusal import Reason, Refusal
from models.sheets import LetterSheet
from models.terms import CardKind, LetterState, Milestone, NoticeKind
from tests.conftest import NOW
from tests.models import makers

MODERATOR = makers.moderator(9)
CLOSE, DAY = makers.CLOSE, timedelta(days=1)
SOFT, REVIEW, DELIVERY = Milestone
GOOD = {SOFT: CLOSE - DAY, REVIEW: CLOSE + 3 * DAY, DELIVERY: CLOSE + 5 * DAY}


def put(
    session: Session,
    letter: Letter,
    which: Milestone,
    at: datetime | None,
    now: datetime = NOW,
    version: int = 1,
) -> LetterSheet:
    return dates.put(session, MODERATOR, now, letter.id, which, at, version)


def refused(session: Session, letter: Letter, which: Milestone, at: datetime | None, **more: Any) -> Refusal:
    refusal = makers.refused(put, session, letter, which, at, **more)
    assert milestones.set_dates(letter).get(which) != at or refusal.reason is Reason.UNCHANGED
    return refusal


@pytest.mark.parametrize("which", Milestone)
def test_each_date_is_set_moved_and_cleared_journalled_and_announced_once(
    session: Session, which: Milestone
) -> None:
    letter = makers.letter(session)
    makers.card(session, CardKind.STATUS, letter.id)
    steps = (GOOD[which], GOOD[which] + timedelta(hours=1), None)
    for minute, at in enumerate(steps):
        sheet = put(session, letter, which, at, NOW + timedelta(minutes=minute))
        assert sheet.milestones == ({which: at} if at else {})
    journal = [
        entry.facts
        for entry in session.exec(select(JournalEntry).order_by(col(JournalEntry.id)))
        if which in entry.act
    ]
    assert [(entry["before"], entry["after"]) for entry in journal if entry] == [
        (None, steps[0].isoformat()),
        (steps[0].isoformat(), steps[1].isoformat()),
        (steps[1].isoformat(), None),
    ]
    told = session.exec(select(Notice).where(Notice.kind == NoticeKind.DEADLINE)).all()
    assert [notice.payload["which"] for notice in told] == [which] * 3
    assert session.exec(select(PublicCard.stale)).one()
    assert letter.closes_at == CLOSE


@pytest.mark.parametrize("which", Milestone)
def test_a_draft_announces_nothing(session: Session, which: Milestone) -> None:
    letter = makers.letter(session, state=LetterState.DRAFT)
    put(session, letter, which, GOOD[which])
    assert session.exec(select(Notice)).all() == []


def test_a_soft_deadline_lies_before_the_close(session: Session) -> None:
    letter = makers.letter(session)
    assert refused(session, letter, SOFT, CLOSE).values == {"limit": CLOSE}
    put(session, letter, SOFT, CLOSE - timedelta(seconds=1))


def test_a_review_ends_after_the_close(session: Session) -> None:
    letter = makers.letter(session)
    assert refused(session, letter, REVIEW, CLOSE).reason is Reason.NOT_AFTER
    put(session, letter, REVIEW, CLOSE + timedelta(seconds=1))


def test_what_is_past_or_the_same_is_refused(session: Session) -> None:
    letter = makers.letter(session, deliver_at=GOOD[DELIVERY])
    assert refused(session, letter, DELIVERY, NOW).reason is Reason.IN_THE_PAST
    assert refused(session, letter, DELIVERY, GOOD[DELIVERY]).reason is Reason.UNCHANGED
    assert refused(session, letter, SOFT, None).reason is Reason.UNCHANGED


def test_what_was_shown_beside_another_close_is_outdated(session: Session) -> None:
    letter = makers.letter(session, deadline_version=2)
    assert refused(session, letter, SOFT, GOOD[SOFT], version=1).reason is Reason.OUTDATED


def test_only_moderators_set_dates(session: Session) -> None:
    letter = makers.letter(session)
    refusal = makers.refused(dates.put, session, makers.member(1), NOW, letter.id, SOFT, GOOD[SOFT], 1)
    assert refusal.reason is Reason.MODERATORS_ONLY


def test_a_closed_letter_has_no_soft_deadline_any_more_and_a_finished_one_no_review(session: Session) -> None:
    letter = makers.letter(session, state=LetterState.CLOSED, closed_at=CLOSE, final_at=CLOSE)
    assert refused(session, letter, SOFT, GOOD[SOFT]).reason is Reason.WRONG_STATE
    assert refused(session, letter, REVIEW, GOOD[REVIEW]).reason is Reason.FINISHED_BEFORE


def test_the_review_ends_on_its_date_and_else_so_many_hours_after_the_close(session: Session) -> None:
    dated, plain = makers.letter(session, review_ends_at=GOOD[REVIEW]), makers.letter(session)
    window.close_due(session, CLOSE + window.GRACE)
    assert (dated.review_until, plain.review_until) == (GOOD[REVIEW], CLOSE + DAY)


def test_a_date_moves_a_review_that_is_under_way(session: Session) -> None:
    letter = makers.letter(session)
    window.close_due(session, CLOSE + window.GRACE)
    put(session, letter, REVIEW, GOOD[REVIEW], CLOSE + timedelta(hours=1))
    assert letter.review_until == GOOD[REVIEW]
    put(session, letter, REVIEW, None, CLOSE + timedelta(hours=2))
    assert letter.review_until == CLOSE + DAY


def test_a_moved_close_drops_what_it_has_overtaken_and_writes_it_down(session: Session) -> None:
    letter = makers.letter(session, soft_at=GOOD[SOFT], review_ends_at=GOOD[REVIEW], deliver_at=GOOD[DELIVERY])
    window.extend(session, MODERATOR, NOW, letter.id, CLOSE + DAY)
    assert milestones.set_dates(letter) == GOOD
    window.extend(session, MODERATOR, NOW, letter.id, GOOD[REVIEW])
    assert milestones.set_dates(letter) == {SOFT: GOOD[SOFT], DELIVERY: GOOD[DELIVERY]}
    window.close_early(session, MODERATOR, NOW + timedelta(hours=1), letter.id)
    assert milestones.set_dates(letter) == {DELIVERY: GOOD[DELIVERY]}
    dropped = [
        entry.facts.get("dropped")
        for entry in session.exec(select(JournalEntry).order_by(col(JournalEntry.id)))
        if entry.facts
    ]
    assert dropped == [None, [REVIEW], [SOFT]]


def test_a_date_at_the_very_close_is_overtaken() -> None:
    assert milestones.overtaken({SOFT: CLOSE, REVIEW: CLOSE}, CLOSE) == (SOFT, REVIEW)
    assert milestones.overtaken({SOFT: CLOSE - DAY, REVIEW: CLOSE + DAY}, CLOSE) == ()
