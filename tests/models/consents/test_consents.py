"""The record that a signatory really agreed."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.consents import consents
from models.database.tables import JournalEntry, Letter
from models.refusal import Reason
from models.terms import LetterState
from tests.conftest import NOW
from tests.models import makers, naming
from tests.models.makers import refused
from tests.models.naming import MEMBER, MODERATOR, propose

DAY = timedelta(days=1)


@pytest.fixture
def letter(session: Session) -> Letter:
    return naming.a_letter(session)


def test_the_proposer_or_a_moderator_adds_the_consent(session: Session, letter: Letter) -> None:
    for actor in (MEMBER, MODERATOR):
        sheet = propose(session, f"Example {actor.user_id}")
        assert consents.add(session, actor, NOW, sheet.id, "Ann Other", "E-mail").consent


def test_nobody_else_does(session: Session, letter: Letter) -> None:
    makers.participant(session, 4)
    sheet = propose(session)
    refusal = refused(consents.add, session, makers.member(4), NOW, sheet.id, "Ann", "E-mail")
    assert refusal.reason is Reason.NOT_YOURS


def test_consent_is_recorded_in_the_review_period(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    letter.state = LetterState.CLOSED
    consents.add(session, MEMBER, makers.CLOSE + DAY, sheet.id, "Ann Other", "E-mail")


def test_after_the_final_list_only_moderators_record_it(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    letter.final_at = NOW
    refusal = refused(consents.add, session, MEMBER, NOW, sheet.id, "Ann", "E-mail")
    assert refusal.reason is Reason.FINISHED_BEFORE
    consents.add(session, MODERATOR, NOW, sheet.id, "Ann", "E-mail")


def test_the_journal_says_on_what_evidence(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    consents.add(session, MODERATOR, NOW, sheet.id, "Ann Other", "E-mail")
    entry = session.exec(select(JournalEntry).where(JournalEntry.act == "consent recorded")).one()
    assert entry.facts == {
        "actor": 3, "means": "stated", "authorised_by": "Ann Other", "evidence": "E-mail",
    }  # fmt: skip
