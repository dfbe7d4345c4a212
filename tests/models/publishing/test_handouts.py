"""What moderators export, and the record of it."""

import hashlib
from datetime import timedelta

from sqlmodel import Session, select

from models.database.tables import JournalEntry
from models.publishing import editions, handouts
from models.refusal import Reason
from models.terms import EditionName
from tests.conftest import NOW
from tests.models import makers

MODERATOR = makers.moderator(5)


def test_a_number_takes_a_published_list_and_none_the_list_as_it_stands(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW)
    editions.cut(session, letter, EditionName.OPENING, NOW)
    makers.signatory(session, letter, "New")
    assert handouts.listed(session, MODERATOR, NOW, None, 1).counts.total == 0
    stands = handouts.listed(session, MODERATOR, NOW)
    assert (stands.number, stands.counts.total) == (0, 1)
    assert makers.refused(handouts.listed, session, MODERATOR, NOW, None, 2).reason is Reason.NOT_FOUND


def test_once_it_is_final_the_final_list_is_exported_until_something_changes(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW, final_at=NOW)
    first = makers.signatory(session, letter, "First")
    editions.cut(session, letter, EditionName.FINAL, NOW)
    later = NOW + timedelta(days=1)
    assert handouts.listed(session, MODERATOR, later).name is EditionName.FINAL
    first.name = "First Trust"
    session.flush()
    assert handouts.listed(session, MODERATOR, later).number == 0


def test_a_letter_that_was_archived_can_still_be_exported(session: Session) -> None:
    letter = makers.letter(session, state="archived", published_at=NOW)
    assert handouts.listed(session, MODERATOR, NOW, letter.id).letter_id == letter.id


def test_the_record_knows_the_file_and_not_what_is_in_it(session: Session) -> None:
    letter = makers.letter(session)
    handouts.record(session, MODERATOR, NOW, letter.id, "list", b"secret", {"format": "csv"})
    entry = session.exec(select(JournalEntry)).one()
    assert entry.facts == {
        "actor": 5, "what": "list", "sha256": hashlib.sha256(b"secret").hexdigest(), "format": "csv"
    }  # fmt: skip


def test_a_letter_that_was_locked_since_the_list_was_read_is_not_handed_over(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW, locked_at=NOW)
    refusal = makers.refused(handouts.record, session, MODERATOR, NOW, letter.id, "list", b"names")
    assert refusal.reason is Reason.LOCKED
    assert session.exec(select(JournalEntry)).all() == []


def test_members_export_nothing(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW)
    member = makers.member(7)
    makers.participant(session, 7)
    for act in (
        lambda: handouts.listed(session, member, NOW, letter.id),
        lambda: handouts.record(session, member, NOW, letter.id, "list", b""),
    ):
        assert makers.refused(act).reason is Reason.MODERATORS_ONLY


def test_another_servers_letter_is_not_found(session: Session) -> None:
    other = makers.letter(session, guild_id=makers.another_server(session), published_at=NOW)
    assert makers.refused(handouts.listed, session, MODERATOR, NOW, other.id).reason is Reason.NOT_FOUND
    refused = makers.refused(handouts.record, session, MODERATOR, NOW, other.id, "list", b"")
    assert refused.reason is Reason.NOT_FOUND
