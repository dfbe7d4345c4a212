"""A direct message about a changed text that is refused: moderators hear whom it concerned, in one message."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from models.database.tables import Letter, Notice, Signatory
from models.delivery import claims
from models.letters import texts, wordings
from models.outbox import notices
from models.sheets import NoticeSheet
from models.terms import NoticeKind, Place, TextChange
from tests.conftest import GUILD, NOW
from tests.models import makers, sender

MINUTE = timedelta(minutes=1)
CLOSED = "this person doesn't accept direct messages from the server"
MODERATOR = makers.moderator(3)


@pytest.fixture
def letter(session: Session) -> Letter:
    """Seven proposed one name, eight two; all agreed to the first text."""
    makers.participants(session, 7, 8, 9)
    letter = makers.letter(session)
    texts.write(session, MODERATOR, NOW, letter.id, "We ask for one thing.")
    wording = makers.present(wordings.current(session, letter.id))
    for name, by in (("Access Now", 7), ("Index", 8), ("Statewatch", 8)):
        row = makers.signatory(session, letter, name, added_by=by, text_version_id=wording.id)
        makers.consent(session, row).text_version_id = wording.id
    session.flush()
    return letter


def changed(session: Session, letter: Letter, now: datetime = NOW) -> None:
    """Another text, of another substance."""
    texts.write(session, MODERATOR, now, letter.id, f"We ask otherwise at {now}.", change=TextChange.SUBSTANCE)


def refused(session: Session, now: datetime) -> None:
    """What is due by direct message is refused, and the rest goes out."""
    for one in sender.claim(session, now, "one", 50):
        if one.place is Place.USER:
            claims.settle_undeliverable(session, now, one.delivery_id, "one", CLOSED)
        else:
            sender.sent(session, now, one.delivery_id, "one", 1)


def heard(session: Session, now: datetime) -> list[NoticeSheet]:
    found = sender.claim(session, now, "one", 50)
    for one in found:
        sender.sent(session, now, one.delivery_id, "one", 1)
    return [one.notice for one in found if one.notice.kind is NoticeKind.UNREACHED]


def test_those_whom_a_message_was_refused_join_the_moderators_list_in_one_message(
    session: Session, letter: Letter
) -> None:
    changed(session, letter)
    refused(session, NOW)
    assert heard(session, NOW + MINUTE) == []
    [sheet] = heard(session, NOW + 2 * MINUTE)
    assert sorted(sheet.facts["names"]) == ["Access Now", "Index", "Statewatch"]
    assert (sheet.facts["count"], sheet.facts["number"]) == (3, 2)
    assert sheet.facts["until"] is not None


def test_who_is_refused_after_that_message_went_out_makes_another(session: Session, letter: Letter) -> None:
    changed(session, letter)
    first, second = sorted(sender.claim(session, NOW, "one", 50)[:2], key=lambda one: one.recipient_id)
    claims.settle_undeliverable(session, NOW, first.delivery_id, "one", CLOSED)
    claims.settle_failed(session, NOW, second.delivery_id, "one", "no answer", retry_after=180)
    assert [sheet.facts["names"] for sheet in heard(session, NOW + 2 * MINUTE)] == [["Access Now"]]
    refused(session, NOW + 3 * MINUTE)
    assert [sheet.facts["names"] for sheet in heard(session, NOW + 6 * MINUTE)] == [["Index", "Statewatch"]]


def test_another_text_has_a_list_of_its_own(session: Session, letter: Letter) -> None:
    changed(session, letter)
    refused(session, NOW)
    changed(session, letter, NOW + MINUTE)
    refused(session, NOW + MINUTE)
    told = session.exec(select(Notice).where(Notice.kind == NoticeKind.UNREACHED)).all()
    assert [row.payload["number"] for row in told] == [2, 3]


def test_anyone_who_is_erased_meanwhile_is_not_named(session: Session, letter: Letter) -> None:
    changed(session, letter)
    refused(session, NOW)
    session.exec(select(Signatory).where(Signatory.name == "Access Now")).one().name = "(erased)"
    session.flush()
    [sheet] = heard(session, NOW + 2 * MINUTE)
    assert "Access Now" not in sheet.facts["names"]


def test_a_refused_reminder_makes_no_message_to_moderators(session: Session, letter: Letter) -> None:
    notices.tell(session, 7, NoticeKind.DECIDED, NOW, GUILD, letter_id=letter.id, dedupe="d", admitted=True)
    refused(session, NOW)
    assert session.exec(select(Notice).where(Notice.kind == NoticeKind.UNREACHED)).all() == []
