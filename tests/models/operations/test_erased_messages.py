"""What names an erased person is redrawn, each message in one way."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from models.database.tables import Delivery, Letter, Notice, PublicCard, Signatory
from models.database.tables.outbox import MessageState
from models.delivery import card_drawing, claims, redrawing
from models.operations import erased_messages, retention
from models.outbox import posted
from models.sheets import Arrived, Unsent
from models.terms import DeliveryState, NoticeKind, Place
from tests.conftest import GUILD, NOW
from tests.models import makers

LATER = NOW + timedelta(hours=1)
ARRIVED: dict[str, Any] = {"state": DeliveryState.SENT, "settled_at": NOW}


def test_news_of_the_list_that_show_a_new_deadline_are_redrawn_as_such(session: Session) -> None:
    letter = makers.letter(session)
    name = makers.signatory(session, letter, "Ada Byron")
    notice = makers.notice(session, NoticeKind.BULLETIN, letter_id=letter.id, dedupe="news")
    arrived = makers.delivery(session, notice, place=Place.CHANNEL, message_id=9, **ARRIVED)
    posted.keep(session, arrived, notice, posted.stated(letter))
    session.flush()
    erased_messages.mark_stale(session, GUILD, 5, {name.id})
    card = session.exec(select(PublicCard)).one()
    assert [one.id for one in card_drawing.to_draw(session, LATER)] == [card.id]
    assert redrawing.to_redraw(session, LATER).messages == (), "it would take the deadline of before away"


def told(session: Session, letter: Letter, name: Signatory, kind: NoticeKind, **more: Any) -> Delivery:
    """A message about this name, sent or not."""
    about: dict[str, Any] = {
        "letter_id": letter.id,
        "signatory_id": name.id,
        "payload": more.pop("payload", {}),
    }
    dedupe = f"{kind}:{len(session.exec(select(Notice.id)).all())}"
    return makers.delivery(session, makers.notice(session, kind, dedupe=dedupe, **about), **more)


def test_a_message_that_is_being_sent_while_a_person_is_erased_is_redrawn_once_it_arrived(
    session: Session,
) -> None:
    letter = makers.letter(session)
    name = makers.signatory(session, letter, "Ada Byron")
    row = told(session, letter, name, NoticeKind.DECIDED, payload={"decided": [name.id]})
    [taken] = claims.claim(session, NOW, "one")
    assert taken == row.id
    erased_messages.mark_stale(session, GUILD, 5, {name.id})
    claims.settle_sent(session, "one", [Arrived(row.id, 9, NOW)])
    [again] = redrawing.to_redraw(session, LATER).messages
    assert (again.delivery_id, again.message_id) == (row.id, 9)


def test_a_message_that_holds_both_spellings_of_an_erased_name_and_is_not_sent_yet_is_called_off(
    session: Session,
) -> None:
    letter = makers.letter(session)
    name = makers.signatory(session, letter, "Ada Byron")
    row = told(
        session, letter, name, NoticeKind.EDITED, payload={"before": "Ada Byron", "after": "Ada Lovelace"}
    )
    erased_messages.mark_stale(session, GUILD, 5, {name.id})
    session.expire_all()
    assert "Ada" not in str(session.get_one(Notice, row.notice_id).payload)
    ids = claims.claim(session, NOW, "one")
    assert [one.why for one in claims.render(session, NOW, "one", ids).unsaid] == [Unsent.CALLED_OFF]


def test_a_channels_message_about_an_erased_person_that_is_being_sent_is_redrawn_without_them(
    session: Session,
) -> None:
    letter = makers.letter(session)
    name = makers.signatory(session, letter, "Ada Byron")
    row = told(session, letter, name, NoticeKind.ASKED, place=Place.CHANNEL, payload={"user_id": 5})
    claims.claim(session, NOW, "one")
    erased_messages.drop(session, [session.get_one(Notice, row.notice_id)])
    session.expire_all()
    claims.settle_sent(session, "one", [Arrived(row.id, 9, NOW)])
    [again] = redrawing.to_redraw(session, LATER).messages
    assert (again.delivery_id, again.notice) == (row.id, None)


def test_messages_about_other_names_are_not_even_read(session: Session) -> None:
    letter, other = makers.letter(session), makers.letter(session)
    name = makers.signatory(session, letter, "Ada Byron")
    another = makers.signatory(session, other, "Hill Fund")
    for number in range(20):
        about = {"payload": {"decided": [another.id]}, "message_id": 10 + number}
        told(session, other, another, NoticeKind.DECIDED, **about, **ARRIVED)
    session.expire_all()
    loaded: list[object] = []
    event.listen(Notice, "load", lambda row, _context: loaded.append(row))
    erased_messages.mark_stale(session, GUILD, 5, {name.id})
    assert loaded == []


def test_messages_that_nobody_answers_are_looked_at_some_at_a_time(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redrawing, "LOOKED_AT", 2)
    letter = makers.letter(session)
    person = makers.participant(session, 5, asked_at=NOW)
    rows = [
        told(
            session, letter, makers.signatory(session, letter, f"Body {number}"), NoticeKind.ASKED,
            payload={"user_id": 5 if number == 4 else 6}, message_id=10 + number, message_state=MessageState.ASKS,
            **ARRIVED,
        )
        for number in range(5)
    ]  # fmt: skip
    makers.participant(session, 6, asked_at=NOW)
    after, rounds = 0, []
    for _ in range(4):
        found = redrawing.to_redraw(session, LATER, after)
        rounds.append(([one.delivery_id for one in found.messages], found.next_after))
        after = found.next_after
        person.asked_at = None
        session.flush()
    ends = [rows[1].id, rows[3].id, 0, rows[1].id]
    assert rounds == [([], ends[0]), ([], ends[1]), ([rows[4].id], ends[2]), ([], ends[3])]


def test_a_message_whose_delivery_was_purged_keeps_no_id_of_the_person(session: Session) -> None:
    letter, person, another = makers.letter(session), 77_000_001, 77_000_0012
    for user_id in (person, another):
        dedupe = f"wishes:{letter.id}:{user_id}:20250216"
        notice = makers.notice(session, NoticeKind.WISHES, letter_id=letter.id, dedupe=dedupe)
        makers.delivery(session, notice, recipient_id=user_id, **ARRIVED)
    assert retention.erase_notices(session, NOW + timedelta(days=91)) == 2
    erased_messages.drop_of(session, GUILD, person)
    [left] = session.exec(select(Notice.dedupe))
    assert left == f"wishes:{letter.id}:{another}:20250216", "the letter goes on"
