"""Reminders to members who asked a name of the wish list: within the limits of direct messages."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Delivery, Letter, Notice, Participant, Wish
from models.delivery import rendering
from models.letter_parts import Part
from models.sheets import NoticeSheet, Unsent
from models.submissions import proposals
from models.terms import DeliveryState, Kind, LetterState, NoticeKind
from models.wishes import adding, asking
from tests.conftest import NOW
from tests.models import makers

ANA = makers.member(1)
DAY = timedelta(days=1)


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter that closes in a month, with a wish list; Ana takes part."""
    makers.participant(session, 1)
    return makers.letter(session, parts=[Part.WISHES.value], closes_at=NOW + 30 * DAY)


def ask(session: Session, letter: Letter, *names: str, at: datetime = NOW) -> None:
    adding.add(session, ANA, at, letter.id, Kind.ORGANISATION, "\n".join(names))
    for wish in session.exec(select(Wish.id).where(col(Wish.claimed_by).is_(None))).all():
        asking.claim(session, ANA, at, wish)
        asking.asked(session, ANA, at, wish)


def told(session: Session) -> list[tuple[Notice, Delivery]]:
    query = select(Notice, Delivery).join(Delivery, col(Delivery.notice_id) == col(Notice.id))
    query = query.where(Notice.kind == NoticeKind.WISHES).order_by(col(Notice.due_at))
    return [(row, delivery) for row, delivery in session.exec(query)]


def due(session: Session) -> list[datetime]:
    return [delivery.due_at for _, delivery in told(session)]


def said(session: Session, at: datetime = NOW + 3 * DAY) -> Any:
    [sheet] = rendering.prepare(session, told(session), at)
    return sheet


def test_three_days_without_an_answer_remind_who_asked_once_of_all_of_that_day(
    session: Session, letter: Letter
) -> None:
    ask(session, letter, "Hill Fund")
    ask(session, letter, "Open Path", at=NOW + timedelta(hours=2))
    assert due(session) == [NOW + 3 * DAY]
    sheet = said(session)
    assert isinstance(sheet, NoticeSheet)
    assert sheet.facts["names"] == ["Hill Fund", "Open Path"]


def test_who_answered_or_was_proposed_meanwhile_is_left_out(session: Session, letter: Letter) -> None:
    ask(session, letter, "Hill Fund", "Open Path", "Riverlight")
    by_name = {one.name: one.id for one in session.exec(select(Wish))}
    asking.refuse(session, ANA, NOW, by_name["Hill Fund"])
    proposals.propose(session, ANA, NOW, letter.id, makers.answers("Open Path"))
    assert said(session).facts["names"] == ["Riverlight"]
    asking.give_back(session, ANA, NOW, by_name["Riverlight"])
    assert said(session) is Unsent.NOTHING_LEFT


def test_a_reminder_comes_before_the_quiet_hours_of_who_gets_it(session: Session, letter: Letter) -> None:
    late = NOW.replace(hour=23)
    ask(session, letter, "Hill Fund", at=late)
    assert due(session) == [(late + 3 * DAY).replace(hour=21, minute=45)]
    assert said(session, due(session)[0]).facts["names"] == ["Hill Fund"]


def test_nobody_is_reminded_of_a_letter_that_closes_before(session: Session, letter: Letter) -> None:
    letter.closes_at = NOW + 2 * DAY
    ask(session, letter, "Hill Fund")
    assert due(session) == []


def test_who_wants_no_messages_gets_none(session: Session, letter: Letter) -> None:
    session.exec(select(Participant)).one().direct_messages = False
    ask(session, letter, "Hill Fund")
    assert due(session) == []


@pytest.mark.parametrize(
    "change",
    [
        {"letter": {"closes_at": NOW + 2 * DAY}},
        {"letter": {"plan": {"direct": 0}}},
        {"person": {"direct_messages": False}},
        {"person": {"muted_until": NOW + 9 * DAY}},
    ],
)
def test_no_reminder_is_promised_to_who_will_get_none(
    session: Session, letter: Letter, change: dict[str, dict[str, Any]]
) -> None:
    ask(session, letter, "Hill Fund")
    wish = session.exec(select(Wish.id)).one()
    assert asking.asked(session, ANA, NOW, wish).reminds
    rows = {"letter": letter, "person": session.exec(select(Participant)).one()}
    for what, values in change.items():
        for name, value in values.items():
            setattr(rows[what], name, value)
    session.flush()
    assert not asking.asked(session, ANA, NOW, wish).reminds


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"letter": {"state": LetterState.CLOSED}}, Unsent.CLOSED),
        ({"letter": {"parts": []}}, Unsent.NOT_WANTED),
        ({"letter": {"plan": {"direct": 0}}}, Unsent.ENOUGH),
        ({"person": {"muted_until": NOW + 9 * DAY}}, Unsent.MUTED),
        ({"person": {"left_at": NOW}}, Unsent.NO_PART),
    ],
)
def test_what_changed_meanwhile_stops_the_reminder(
    session: Session, letter: Letter, change: dict[str, dict[str, Any]], why: Unsent
) -> None:
    ask(session, letter, "Hill Fund")
    rows = {"letter": letter, "person": session.exec(select(Participant)).one()}
    for what, values in change.items():
        for name, value in values.items():
            setattr(rows[what], name, value)
    session.flush()
    assert said(session) is why


def test_one_person_gets_no_more_of_them_than_the_letters_plan_allows(session: Session, letter: Letter) -> None:
    for day in range(4):
        ask(session, letter, f"House {day}", at=NOW + day * DAY)
    rows = told(session)
    assert len(rows) == 4
    for _, delivery in rows[:3]:
        delivery.state = DeliveryState.SENT
    session.flush()
    assert rendering.prepare(session, [rows[3]], NOW + 6 * DAY) == [Unsent.ENOUGH]
