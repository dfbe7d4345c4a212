"""A direct message about a changed text that is refused: moderators hear whom it concerned, in one message."""

from datetime import timedelta
from typing import Any

from sqlmodel import Session, select

from models import notice, outbox
from models.sheets import NoticeSheet
from models.tables import Letter, Notice
from models.terms import NoticeKind, Place
from tests.conftest import GUILD, NOW
from tests.models import makers, sender

MINUTE = timedelta(minutes=1)
CLOSED = "this person accepts no direct messages from the server"


def told(session: Session, letter: Letter, user_id: int, *names: str, version: int = 3) -> None:
    facts: dict[str, Any] = {"names": list(names), "count": len(names), "version": version, "number": 2}
    notice.tell(
        session, user_id, NoticeKind.TEXT_CHANGED, NOW, GUILD, letter_id=letter.id,
        dedupe=f"text:{version}:{user_id}", ids=[1], until=makers.CLOSE, **facts,
    )  # fmt: skip


def refused(session: Session, now: Any) -> None:
    for one in sender.claim(session, now, "one", 50):
        assert one.place is Place.USER
        outbox.settle_undeliverable(session, now, one.delivery_id, "one", CLOSED)


def heard(session: Session, now: Any) -> list[NoticeSheet]:
    found = sender.claim(session, now, "one", 50)
    for one in found:
        sender.sent(session, now, one.delivery_id, "one", 1)
    return [one.notice for one in found if one.recipient_id == makers.MODERATORS]


def a_letter(session: Session) -> Letter:
    makers.server(session)
    for user_id in (7, 8, 9):
        makers.participant(session, user_id)
    return makers.letter(session)


def test_those_whom_a_message_was_refused_join_the_moderators_list_in_one_message(session: Session) -> None:
    letter = a_letter(session)
    told(session, letter, 7, "Access Now")
    told(session, letter, 8, "Index", "Statewatch")
    refused(session, NOW)
    assert heard(session, NOW + MINUTE) == []
    (sheet,) = heard(session, NOW + 2 * MINUTE)
    assert (sheet.kind, sheet.facts["names"]) == (NoticeKind.UNREACHED, ["Access Now", "Index", "Statewatch"])
    assert (sheet.facts["count"], sheet.facts["number"], sheet.facts["until"]) == (3, 2, makers.CLOSE)


def test_who_is_refused_after_that_message_went_out_makes_another(session: Session) -> None:
    letter = a_letter(session)
    told(session, letter, 7, "Access Now")
    refused(session, NOW)
    assert len(heard(session, NOW + 2 * MINUTE)) == 1
    told(session, letter, 8, "Index")
    refused(session, NOW + 3 * MINUTE)
    assert [sheet.facts["names"] for sheet in heard(session, NOW + 6 * MINUTE)] == [["Index"]]


def test_another_text_has_a_list_of_its_own(session: Session) -> None:
    letter = a_letter(session)
    told(session, letter, 7, "Access Now")
    told(session, letter, 8, "Index", version=4)
    refused(session, NOW)
    assert len(heard(session, NOW + 2 * MINUTE)) == 2


def test_a_refused_reminder_makes_no_message_to_moderators(session: Session) -> None:
    letter = a_letter(session)
    notice.tell(session, 7, NoticeKind.DECIDED, NOW, GUILD, letter_id=letter.id, dedupe="d", admitted=True)
    refused(session, NOW)
    assert session.exec(select(Notice).where(Notice.kind == NoticeKind.UNREACHED)).all() == []
