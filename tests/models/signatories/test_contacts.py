"""Contact addresses: kept apart, for moderators, and erased in time."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models import journal
from models.acts import Act
from models.database.tables import Contact, JournalEntry, Letter, Signatory
from models.operations import due_work, retention
from models.publishing import editions
from models.refusal import Reason
from models.signatories import contacts
from models.terms import EditionName, LetterState
from tests.conftest import GUILD, NOW
from tests.models import makers

MODERATOR = makers.moderator(5)
AFTER = NOW + timedelta(days=30)


@pytest.fixture
def row(session: Session) -> Signatory:
    return makers.signatory(session, makers.letter(session), "Access Now")


def finish(session: Session, row: Signatory) -> None:
    letter = session.get_one(Letter, row.letter_id)
    letter.final_at, letter.published_at, letter.state = NOW, NOW, LetterState.ARCHIVED
    session.flush()


def test_an_address_is_kept_replaced_and_erased(session: Session, row: Signatory) -> None:
    contacts.put(session, MODERATOR, NOW, row.id, "office@example.org")
    contacts.put(session, MODERATOR, NOW, row.id, " mailto:desk@example.org")
    assert contacts.show(session, MODERATOR, row.id).address == "desk@example.org"
    assert contacts.put(session, MODERATOR, NOW, row.id, " ").address == ""
    assert session.exec(select(Contact)).all() == []
    assert contacts.show(session, MODERATOR, row.id).address == ""


@pytest.mark.parametrize(
    "typed", ["office", "a@b", "two@example.org, three@example.org", "=x@y", "<a@example.org>"]
)
def test_what_is_no_address_is_refused(session: Session, row: Signatory, typed: str) -> None:
    refused = makers.refused(contacts.put, session, MODERATOR, NOW, row.id, typed)
    assert (refused.reason, refused.values) == (Reason.BAD_CONTACT, {"address": typed})


def test_moderators_alone_see_and_keep_addresses(session: Session, row: Signatory) -> None:
    member = makers.member(row.added_by or 0)
    makers.participant(session, member.user_id)
    assert makers.refused(contacts.show, session, member, row.id).reason is Reason.MODERATORS_ONLY
    refused = makers.refused(contacts.put, session, member, NOW, row.id, "a@example.org")
    assert refused.reason is Reason.MODERATORS_ONLY


def test_another_servers_signatory_is_not_found(session: Session) -> None:
    other = makers.letter(session, guild_id=makers.another_server(session))
    row = makers.signatory(session, other, "Elsewhere")
    assert makers.refused(contacts.show, session, MODERATOR, row.id).reason is Reason.NOT_FOUND


def test_an_address_is_in_no_journal_and_no_list(session: Session, row: Signatory) -> None:
    journal.append(session, GUILD, NOW, Act.EDITED, actor_id=1)
    contacts.put(session, MODERATOR, NOW, row.id, "office@example.org")
    cut = editions.cut(session, session.get_one(Letter, row.letter_id), EditionName.OPENING, NOW)
    entries = session.exec(select(JournalEntry)).all()
    assert entries
    assert "example.org" not in str([entry.facts for entry in entries]) + str(cut.entries)


def test_addresses_are_erased_a_month_after_the_final_list(session: Session, row: Signatory) -> None:
    contacts.put(session, MODERATOR, NOW, row.id, "office@example.org")
    assert retention.erase_contacts not in due_work.moments(session, NOW)
    finish(session, row)
    assert due_work.next_moment(session, NOW) == AFTER
    makers.tick(session, AFTER - timedelta(seconds=1))
    assert len(session.exec(select(Contact)).all()) == 1
    makers.tick(session, AFTER)
    assert session.exec(select(Contact)).all() == []
    assert due_work.next_moment(session, AFTER) is None


def test_another_letters_addresses_stay(session: Session, row: Signatory) -> None:
    other = makers.signatory(session, makers.letter(session), "Index")
    for one in (row, other):
        contacts.put(session, MODERATOR, NOW, one.id, "office@example.org")
    finish(session, row)
    assert retention.erase_contacts(session, AFTER) == 1
    assert contacts.show(session, MODERATOR, other.id).address == "office@example.org"
