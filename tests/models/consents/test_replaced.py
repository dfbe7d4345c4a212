"""A no of the person who was asked before somebody else was asked in their place outlasts the erasure of either of
them."""

from collections.abc import Sequence

import pytest
from sqlmodel import Session, select

from models.consents import person_requests
from models.database.tables import Letter, RefusedName, Signatory
from models.letters import texts
from models.operations import personal_data
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.sheets import Actor
from models.signatories import refusals
from models.submissions import entries, proposals
from models.terms import Kind, Preset
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.operations.life import written

MO, BEN = makers.moderator(9_000_001), makers.member(9_000_002)
ADA, EVE = makers.member(9_000_003), makers.member(9_000_004)


@pytest.fixture
def letter(session: Session) -> Letter:
    makers.participants(session, MO.user_id, BEN.user_id)
    row = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY))
    texts.write(session, MO, NOW, row.id, "We ask for one thing.")
    return row


def refused(session: Session, letter: Letter, *, contested: bool) -> Signatory:
    """Ada is asked, then Eve in her place, who confirms it or not; Ada says no."""
    one = proposals.propose(session, BEN, NOW, letter.id, makers.answers("Ada Brook", Kind.INDIVIDUAL)).id
    person_requests.ask(session, BEN, NOW, one, ADA.user_id)
    person_requests.ask(session, MO, NOW, one, EVE.user_id)
    if contested:
        person_requests.confirm(session, EVE, NOW, one, makers.shown_of(session, one))
    person_requests.refuse(session, ADA, NOW, one)
    return session.get_one(Signatory, one)


@pytest.mark.parametrize("erased", [[ADA], [EVE, ADA], [ADA, EVE], []])
@pytest.mark.parametrize("contested", [True, False])
def test_a_no_in_anothers_place_is_recognised_after_an_erasure(
    session: Session, letter: Letter, erased: Sequence[Actor], contested: bool
) -> None:
    row = refused(session, letter, contested=contested)
    for one in erased:
        personal_data.forget(session, GUILD, one.user_id, NOW)
        assert str(one.user_id) not in written(session)
    assert row.live is contested
    assert refusals.of(session, letter.id).are_like("Dr Brook, Ada")
    digests = session.exec(select(RefusedName.digest)).all()
    assert len(set(digests)) == len(digests)
    other = proposals.propose(session, BEN, NOW, letter.id, makers.answers("A. Brook", Kind.INDIVIDUAL)).id
    refusal = makers.refused(person_requests.ask, session, MO, NOW, other, ADA.user_id)
    assert refusal.reason is Reason.REFUSED_BEFORE


@pytest.mark.parametrize("contested", [True, False])
def test_the_person_who_was_asked_in_their_place_said_no_such_thing(
    session: Session, letter: Letter, contested: bool
) -> None:
    refused(session, letter, contested=contested)
    personal_data.forget(session, GUILD, EVE.user_id, NOW)
    assert not refusals.by_erased(session, letter.id, EVE.user_id)


def test_an_erased_persons_name_goes_where_their_no_ended_it(session: Session, letter: Letter) -> None:
    refused(session, letter, contested=False)
    personal_data.forget(session, GUILD, ADA.user_id, NOW)
    assert "Ada Brook" not in written(session)


def test_a_no_bars_another_body_of_that_name_too(session: Session, letter: Letter) -> None:
    makers.participant(session, 3)
    refused(session, letter, contested=False)
    session.add(makers.signatory(session, letter, "Ada Brook", name_key="adabrook", kind=Kind.INDIVIDUAL))
    person = makers.answers("Ada Brook", Kind.INDIVIDUAL, authorised_by="Herself", evidence="E-mail")
    refusal = makers.refused(proposals.propose, session, MO, NOW, letter.id, person, twin=True)
    assert refusal.reason is Reason.REFUSED_BEFORE
    assert entries.enter(session, MO, NOW, letter.id, person, twin=True).said_no
