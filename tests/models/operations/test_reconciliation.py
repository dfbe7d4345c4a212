"""The journal replayed: what was changed in another table by another hand than the bot's shows."""

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, select

from cli import verify
from models import journal
from models.consents import person_requests
from models.database.tables import Consent, JournalEntry, Letter
from models.importing import batches
from models.letters import texts
from models.operations import personal_data, reconciliation
from models.publishing import editions
from models.review import review
from models.rules.voting_policy import Policy
from models.sheets import BatchAnswers, Contradiction, Recorded
from models.sheets.batches import Given
from models.submissions import entries, proposals
from models.terms import EditionName, Kind, Preset
from tests.conftest import GUILD, NOW
from tests.models import deciding, makers

MO, IKE, BEN, ADA = makers.moderator(9), makers.moderator(8), makers.member(5), makers.member(7)
LATER = NOW + timedelta(hours=1)
REWRITTEN = f"UPDATE textversion SET body = 'x', digest = '{hashlib.sha256(b'x').hexdigest()}'"  # noqa: S608
"""With a digest that fits."""


@pytest.fixture
def letter(session: Session) -> Letter:
    """A letter with everything that the journal can be compared with: five names come in in every way."""
    makers.participants(session, MO.user_id, IKE.user_id, BEN.user_id, ADA.user_id)
    row = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY))
    texts.write(session, MO, NOW, row.id, "We ask for one thing.")
    agreed = makers.agreed("Entered trust")
    entered = entries.enter(session, MO, NOW, row.id, agreed).id
    review.approve(session, IKE, NOW, [entered])
    entries.edit(session, MO, NOW, entered, {"name": "Entered Trust"})
    proposed = proposals.propose(session, BEN, NOW, row.id, makers.agreed("Proposed")).id
    [declined] = review.decline(session, MO, NOW, [proposed], "Not now").answers
    review.undo(session, MO, LATER, declined.decision_id or 0)
    asked = proposals.propose(session, BEN, NOW, row.id, makers.answers("Ada Brook", Kind.INDIVIDUAL)).id
    person_requests.ask(session, BEN, NOW, asked, ADA.user_id)
    rows = (Given(1, "Imported", Kind.ORGANISATION), Given(2, "Led", Kind.ORGANISATION, person="Eve"))
    form = BatchAnswers(rows, "form.csv", "1", signed=True, authorised_by="The form", evidence="Its answers")
    deciding.import_(session, MO, NOW, row.id, form, batches.preview(session, MO, NOW, row.id, form).digest)
    editions.cut(session, row, EditionName.OPENING, LATER)
    session.flush()
    return row


def test_what_the_bot_wrote_is_as_the_journal_says(session: Session, letter: Letter) -> None:
    compared = reconciliation.compare(session, GUILD)
    assert compared.against == ()
    assert compared.proved == {
        Recorded.TEXT: 1, Recorded.LIST: 1, Recorded.NAME: 5, Recorded.STATE: 5, Recorded.CONSENT: 4,
        Recorded.DECISION: 2,
    }  # fmt: skip
    assert not any(compared.unproved.values())


@pytest.mark.parametrize(
    ("change", "what", "number"),
    [
        ("UPDATE textversion SET body = 'We ask for another.'", Recorded.TEXT, 1),
        (REWRITTEN, Recorded.TEXT, 1),
        ("UPDATE edition SET title = 'Another'", Recorded.LIST, 1),
        ("UPDATE edition SET digest = 'ab'", Recorded.LIST, 1),
        ("UPDATE signatory SET name = 'Another' WHERE id = 1", Recorded.NAME, 1),
        ("UPDATE signatory SET country = 'BE' WHERE id = 4", Recorded.NAME, 4),
        ("UPDATE signatory SET state = 'approved' WHERE id = 2", Recorded.STATE, 2),
        ("UPDATE consent SET authorised_by = 'Somebody' WHERE signatory_id = 4", Recorded.CONSENT, 4),
        ("UPDATE consent SET means = 'own click' WHERE signatory_id = 2", Recorded.CONSENT, 2),
        ("DELETE FROM consent WHERE signatory_id = 1", Recorded.CONSENT, 1),
        ("UPDATE consent SET signatory_id = 3 WHERE signatory_id = 2", Recorded.CONSENT, 3),
        ("UPDATE decision SET verdict = 'hold' WHERE signatory_id = 1", Recorded.DECISION, 1),
        ("UPDATE decision SET undone_at = NULL WHERE signatory_id = 2", Recorded.DECISION, 2),
        ("DELETE FROM decision WHERE signatory_id = 1", Recorded.DECISION, 1),
    ],
)  # fmt: skip
def test_what_another_hand_changed_is_named(
    session: Session, letter: Letter, change: str, what: Recorded, number: int
) -> None:
    session.execute(text(change))
    session.expire_all()
    compared = reconciliation.compare(session, GUILD)
    assert Contradiction(what, number) in compared.against
    assert journal.verify_chain(session, GUILD).broken_at == 0
    assert f"#{number}" in verify.compared_words(compared)[0]


def test_an_edit_into_another_one_ends_its_consent(session: Session, letter: Letter) -> None:
    one = entries.enter(session, MO, NOW, letter.id, makers.agreed("Riverlight")).id
    entries.edit(session, MO, NOW, one, {"name": "Lakeside Union"})
    assert session.get(Consent, one) is None
    assert reconciliation.compare(session, GUILD).against == ()


def test_a_name_that_no_entry_brought_in_is_named(session: Session, letter: Letter) -> None:
    forged = makers.signatory(session, letter, "Forged")
    assert reconciliation.compare(session, GUILD).against == (Contradiction(Recorded.NAME, forged.id),)


def test_what_an_erasure_took_is_not_proved_and_said_so(session: Session, letter: Letter) -> None:
    personal_data.erase(session, ADA, LATER)
    compared = reconciliation.compare(session, GUILD)
    assert (compared.against, compared.unproved[Recorded.NAME]) == ((), 1)
    journal.empty(session.exec(select(JournalEntry).where(col(JournalEntry.letter_id) == letter.id)).all())
    session.flush()
    compared = reconciliation.compare(session, GUILD)
    assert compared.against == ()
    assert compared.unproved[Recorded.TEXT] == compared.unproved[Recorded.LIST] == 1
    assert (
        "These can't be proved, because their entries were erased: 1 text"
        in verify.compared_words(compared)[-1]
    )
