"""Editions are frozen lists that can be checked."""

from datetime import timedelta

from msgspec.structs import replace
from sqlmodel import Session, select

from models.database.tables import JournalEntry, TextVersion
from models.publishing import editions
from models.refusal import Reason
from models.terms import EditionName, Kind
from tests.conftest import NOW
from tests.models import makers

LATER = NOW + timedelta(hours=1)


def test_the_first_edition_is_number_one_and_the_next_number_two(session: Session) -> None:
    letter = makers.letter(session)
    assert editions.cut(session, letter, EditionName.OPENING, NOW).number == 1
    assert editions.cut(session, letter, EditionName.FINAL, LATER).number == 2


def test_an_edition_keeps_what_was_printed_whatever_happens_later(session: Session) -> None:
    letter = makers.letter(session)
    row = makers.signatory(session, letter, "Access Now", country="BE")
    editions.cut(session, letter, EditionName.OPENING, NOW)
    row.name, row.removed_at = "Access Later", LATER
    makers.signatory(session, letter, "Index", approved_at=LATER)
    frozen = makers.present(editions.latest(session, letter.id))
    assert [(entry.number, entry.name, entry.country) for entry in frozen.entries] == [(1, "Access Now", "BE")]
    assert frozen.counts.total == 1


def test_an_edition_names_its_text_version(session: Session) -> None:
    letter = makers.letter(session)
    session.add(
        TextVersion(letter_id=letter.id, number=1, body="Dear", digest="ab" * 32, created_by=1, created_at=NOW)
    )
    session.flush()
    editions.cut(session, letter, EditionName.OPENING, NOW)
    frozen = makers.present(editions.latest(session, letter.id))
    assert (frozen.text_number, frozen.text_digest) == (1, "ab" * 32)


def test_the_digest_can_be_recomputed_after_a_reload(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Jönköping <b>|=1+1", country="SE")
    makers.signatory(session, letter, "Ada Brook", kind=Kind.INDIVIDUAL, affiliation="Uni")
    editions.cut(session, letter, EditionName.OPENING, NOW)
    session.expire_all()
    frozen = makers.present(editions.latest(session, letter.id))
    assert editions.digest_of(editions.document(frozen)) == frozen.digest


def test_a_changed_list_has_another_digest(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Access Now")
    frozen = editions.sheet(session, editions.cut(session, letter, EditionName.OPENING, NOW))
    forged = replace(frozen, entries=(replace(frozen.entries[0], name="Access Never"),))
    assert editions.digest_of(editions.document(forged)) != frozen.digest


def test_a_cut_is_in_the_journal_with_its_digest(session: Session) -> None:
    letter = makers.letter(session)
    row = editions.cut(session, letter, EditionName.OPENING, NOW, actor_id=1)
    entry = session.exec(select(JournalEntry)).one()
    assert (entry.act, entry.facts["actor"], entry.facts["digest"]) == ("edition cut", 1, row.digest)


def test_title_and_addressee_stay_as_they_were(session: Session) -> None:
    letter = makers.letter(session)
    editions.cut(session, letter, EditionName.OPENING, NOW)
    letter.title, letter.addressee = "Another title", "Someone else"
    frozen = makers.present(editions.latest(session, letter.id))
    assert (frozen.title, frozen.addressee) == ("A joint letter", "The Home Secretary")


def test_what_is_not_printed_is_not_in_the_digest(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Access Now")
    frozen = editions.sheet(session, editions.cut(session, letter, EditionName.OPENING, NOW))
    moved = replace(frozen, entries=(replace(frozen.entries[0], added_at=LATER, collation="zz"),))
    assert editions.digest_of(editions.document(moved)) == frozen.digest


def test_those_of_the_first_list_are_known_in_every_later_one(session: Session) -> None:
    letter = makers.letter(session)
    early = makers.signatory(session, letter, "Access Now")
    editions.cut(session, letter, EditionName.OPENING, NOW)
    makers.signatory(session, letter, "Index", approved_at=LATER)
    editions.cut(session, letter, EditionName.FINAL, LATER)
    assert editions.as_it_stands(session, letter, LATER).first == {early.id}
    frozen = makers.present(editions.latest(session, letter.id))
    assert frozen.first == {early.id}


def test_a_list_that_is_not_published_has_no_number_and_no_digest(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Access Now")
    stands = editions.as_it_stands(session, letter, NOW)
    assert (stands.number, stands.name, stands.digest, stands.counts.total) == (0, None, "", 1)


def test_an_edition_is_shown_by_number_or_the_newest(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW)
    editions.cut(session, letter, EditionName.OPENING, NOW)
    editions.cut(session, letter, EditionName.CORRECTION, LATER)
    assert editions.show(session, makers.member(7), letter.id).number == 2
    assert editions.show(session, makers.member(7), letter.id, 1).name is EditionName.OPENING


def test_before_the_first_edition_there_is_none_to_show(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW)
    assert makers.refused(editions.show, session, makers.member(7), letter.id).reason is Reason.NO_EDITION
    editions.cut(session, letter, EditionName.OPENING, NOW)
    assert makers.refused(editions.show, session, makers.member(7), letter.id, 9).reason is Reason.NOT_FOUND
