"""A person whom many entries of the journal name is forgotten in steps; others come in between."""

import pytest
from sqlmodel import Session, col, select

from models import journal
from models.acts import Act
from models.database import scrubbing
from models.database.tables import JournalEntry, Letter
from models.operations import forgetting, personal_data, retention
from models.refusal import Reason
from models.terms import LetterState
from tests.conftest import GUILD, NOW
from tests.models import makers

ANA, BEN = makers.member(77_000_001), makers.member(77_000_002)


def acts(session: Session, letter: Letter, count: int) -> None:
    for number in range(count):
        who = ANA if number % 2 else BEN
        journal.append(
            session,
            GUILD,
            NOW,
            Act.LETTER_EDITED,
            actor_id=who.user_id,
            letter_id=letter.id,
            note=f"Note {number}",
        )


def naming(session: Session) -> int:
    return len(list(journal.naming(session, GUILD, ANA.user_id)))


def test_each_step_empties_some_entries_and_the_last_does_the_rest(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "STEP", 3)
    letter = makers.letter(session)
    makers.participant(session, ANA.user_id)
    acts(session, letter, 16)
    foretold = personal_data.check_erase(session, ANA).journal_entries
    work, left = forgetting.start(session, ANA, NOW), []
    while work.rest:
        work = forgetting.go_on(session, ANA, NOW, work)
        left.append(naming(session))
    assert left == [5, 2, 0]
    acts(session, letter, 2)  # somebody acts in between
    done = personal_data.erase(session, ANA, NOW, work)
    assert naming(session) == 0
    assert (foretold, done.journal_entries) == (8, 9)
    last = makers.present(session.exec(select(JournalEntry).order_by(col(JournalEntry.id).desc())).first())
    assert (last.act, last.facts["entries"]) == (Act.PERSON_ERASED, 9)
    assert journal.verify_chain(session, GUILD).broken_at == 0
    assert personal_data.erase(session, ANA, NOW).nothing


def test_one_that_was_cut_off_goes_on_when_it_is_asked_for_again(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "STEP", 3)
    letter = makers.letter(session)
    acts(session, letter, 16)
    forgetting.go_on(session, ANA, NOW, forgetting.start(session, ANA, NOW))
    work = forgetting.start(session, ANA, NOW)
    assert len(work.rest) == 5
    while work.rest:
        work = forgetting.go_on(session, ANA, NOW, work)
    personal_data.erase(session, ANA, NOW, work)
    assert naming(session) == 0
    assert len(list(journal.naming(session, GUILD, BEN.user_id))) == 8


def test_one_that_was_cut_off_before_its_last_step_still_clears_the_disk(session: Session) -> None:
    acts(session, makers.letter(session), 2)
    forgetting.go_on(session, ANA, NOW, forgetting.start(session, ANA, NOW))
    assert not scrubbing.is_to_forget_words(session)
    assert personal_data.erase(session, ANA, NOW, forgetting.start(session, ANA, NOW)).nothing
    assert scrubbing.is_to_forget_words(session)


def test_nothing_is_begun_that_would_be_refused_at_the_end(session: Session) -> None:
    letter = makers.letter(session)
    mo = makers.moderator(5)
    makers.proposal(session, letter, "Harbour Watch", added_by=mo.user_id)
    assert makers.refused(forgetting.start, session, mo, NOW).reason is Reason.OWN_PROPOSALS_WAIT


def test_an_archived_letters_entries_are_emptied_some_at_a_time_and_told_of_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "ENTRIES_AT_ONCE", 4)
    retention.configure(session, retention.Retention(journal=1))
    letter = makers.letter(session, state=LetterState.ARCHIVED)
    acts(session, letter, 10)
    now = NOW.replace(year=2026)
    done = []
    while due := retention.empty_journals(session, now):
        done.append(due)
        session.expire_all()
    assert done == [4, 4, 2]
    told = session.exec(select(JournalEntry).where(JournalEntry.act == Act.JOURNAL_EMPTIED)).all()
    assert [one.facts["entries"] for one in told] == [10]
    assert journal.verify_chain(session, GUILD).broken_at == 0
