"""What was shown, as a digest: everything that an approval or a confirmation speaks of is in it, and nothing else."""

from typing import Any

import pytest
from sqlmodel import Session

from models.database.tables import Consent, Letter, Signatory
from models.letters import texts
from models.refusal import Reason
from models.signatories import shown
from models.terms import Kind, Means, SignatoryState
from tests.conftest import NOW
from tests.models import makers


@pytest.fixture
def row(session: Session) -> Signatory:
    letter = makers.letter(session)
    texts.write(session, makers.moderator(3), NOW, letter.id, "We ask for one thing.")
    found = makers.signatory(session, letter, "Riverlight", state=SignatoryState.PROPOSED)
    makers.consent(session, found)
    return found


IDENTITY: dict[str, Any] = {
    "kind": Kind.COMPANY, "name": "Riverlights", "country": "FR", "website": "https://r.example", "affiliation": "X",
    "person_id": 8,
}  # fmt: skip
CONSENT: dict[str, Any] = {
    "means": Means.OWN_CLICK, "authorised_by": "Its chair", "evidence": "On the phone", "text_version_id": 1,
}  # fmt: skip


@pytest.mark.parametrize(("name", "value"), IDENTITY.items())
def test_another_identity_is_another_digest(session: Session, row: Signatory, name: str, value: Any) -> None:
    before = shown.of(session, row)
    setattr(row, name, value)
    assert shown.of(session, row) != before


@pytest.mark.parametrize(("name", "value"), CONSENT.items())
def test_another_consent_is_another_digest(session: Session, row: Signatory, name: str, value: Any) -> None:
    before = shown.of(session, row)
    setattr(session.get_one(Consent, row.id), name, value)
    assert shown.of(session, row) != before


def test_another_wording_is_another_digest_and_a_translation_is_not(session: Session, row: Signatory) -> None:
    before = shown.of(session, row)
    texts.write(session, makers.moderator(3), NOW, row.letter_id, "Nous demandons une chose.", "fr")
    assert shown.of(session, row) == before
    texts.write(session, makers.moderator(3), NOW, row.letter_id, "We ask for two.")
    assert shown.of(session, row) != before


def test_where_it_stands_is_no_part_of_it(session: Session, row: Signatory) -> None:
    before = shown.of(session, row)
    row.state, row.late, row.note, row.sort_key = SignatoryState.HOLD, True, "New", "zebra"
    assert shown.of(session, row) == before


def test_it_fits_an_address_and_is_of_these_in_this_order(session: Session, row: Signatory) -> None:
    other = makers.signatory(session, session.get_one(Letter, row.letter_id), "Harbour")
    one, two = shown.of(session, row), shown.of(session, other)
    assert [len(one), len(shown.together([one, two]))] == [22, 22]
    assert shown.together([one]) == one
    assert len({one, two, shown.together([one, two]), shown.together([two, one])}) == 4
    shown.require(session, [row, other], shown.together([one, two]))
    for digest in ("", "8", one):
        assert makers.refused(shown.require, session, [row, other], digest).reason is Reason.OUTDATED
