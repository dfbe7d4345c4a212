"""Taking back what an account did restores what that took away."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from models import journal
from models.acts import Act
from models.consents import person_requests
from models.database.tables import Consent, JournalEntry, Letter, ReplacedPerson, Signatory
from models.operations import personal_data, reconciliation, taking_back
from models.submissions import entries
from models.terms import Kind
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.naming import MODERATOR, a_letter

LATER = NOW + timedelta(hours=1)
ONE, OTHER = makers.moderator(5), makers.moderator(6)


@pytest.fixture
def letter(session: Session) -> Letter:
    return a_letter(session)


def edited(session: Session, row: Signatory, name: str, kind: Kind) -> int:
    entries.edit(session, ONE, LATER, row.id, {"name": name, "kind": kind})
    made = select(JournalEntry.id).where(JournalEntry.act == Act.EDITED)
    return session.exec(made).one()


def agreed(session: Session, row: Signatory) -> dict[str, object] | None:
    found = session.get(Consent, row.id, populate_existing=True)
    return found.model_dump() if found is not None else None


def asked(row: Signatory) -> tuple[int | None, datetime | None]:
    return row.person_id, row.person_asked_at


def test_taking_an_edit_back_that_made_another_signatory_gives_its_consent_back(
    session: Session, letter: Letter
) -> None:
    sheet = entries.enter(session, MODERATOR, NOW, letter.id, makers.agreed("Riverlight"))
    row = session.get_one(Signatory, sheet.id)
    before, wording = agreed(session, row), row.text_version_id
    assert before is not None
    number = edited(session, row, "Hill Fund", Kind.ORGANISATION)
    assert agreed(session, row) is None
    taking_back.take_back(session, OTHER, LATER, number)
    assert (row.name, agreed(session, row), row.text_version_id) == ("Riverlight", before, wording)
    assert reconciliation.compare(session, GUILD).against == ()


def test_whoever_was_asked_about_the_name_is_asked_again(session: Session, letter: Letter) -> None:
    makers.participant(session, 77)
    sheet = entries.enter(session, MODERATOR, NOW, letter.id, makers.agreed("Ada Byron"))
    row = session.get_one(Signatory, sheet.id)
    row.kind, row.meant = Kind.INDIVIDUAL, row.meant | {"kind": "individual"}
    person_requests.ask(session, MODERATOR, NOW, row.id, 77)
    number = edited(session, row, "Hill Fund", Kind.ORGANISATION)
    assert asked(row) == (None, None)
    taking_back.take_back(session, OTHER, LATER, number)
    assert asked(row) == (77, NOW)
    assert session.exec(select(ReplacedPerson)).all() == []


def test_who_recorded_a_consent_that_an_edit_dropped_is_forgotten_with_them(
    session: Session, letter: Letter
) -> None:
    sheet = entries.enter(session, MODERATOR, NOW, letter.id, makers.agreed("Riverlight"))
    row = session.get_one(Signatory, sheet.id)
    number = edited(session, row, "Hill Fund", Kind.ORGANISATION)
    assert session.get_one(JournalEntry, number).facts["person"] == MODERATOR.user_id
    personal_data.forget(session, GUILD, MODERATOR.user_id, LATER)
    assert "person" not in session.get_one(JournalEntry, number).facts
    assert not list(journal.naming(session, GUILD, MODERATOR.user_id))
    taking_back.take_back(session, OTHER, LATER, number)
    found = makers.present(agreed(session, row))
    assert found["recorded_by"] is None
