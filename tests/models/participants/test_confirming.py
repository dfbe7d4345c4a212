"""Moderators confirm who speaks for which organisation: those that were shown, and nobody else."""

import pytest
from msgspec.structs import replace
from sqlmodel import Session, select

from models.acts import Act
from models.database.tables import JournalEntry, Participant
from models.participants import confirming, organisations, participants
from models.refusal import Reason
from models.review import review
from models.sheets import ParticipantAnswers
from models.submissions import proposals
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import refused

MO = makers.moderator(1)


@pytest.fixture(autouse=True)
def _server(session: Session) -> None:
    makers.server(session)


def joins(session: Session, user_id: int, organisation: str) -> None:
    participants.take_part(session, makers.member(user_id), NOW, ParticipantAnswers(organisation))


def confirmed(session: Session) -> list[int]:
    return sorted(one.user_id for one in session.exec(select(Participant)) if organisations.is_confirmed(one))


def test_a_page_is_confirmed_at_once_and_each_has_its_entry(session: Session) -> None:
    for number in range(25):
        joins(session, 100 + number, f"Harbour number {number}")
    sheet = confirming.claims(session, MO)
    assert (len(sheet.shown), sheet.more) == (20, 5)
    after = confirming.confirm(session, MO, NOW, sheet.digest)
    assert confirmed(session) == [100 + number for number in range(20)]
    assert (len(after.confirmed), len(after.shown), after.more) == (20, 5, 0)
    entries = session.exec(select(JournalEntry).where(JournalEntry.act == Act.ORGANISATION_CONFIRMED)).all()
    assert [one.facts["actor"] for one in entries] == [1] * 20


def test_where_somebody_changed_meanwhile_nobody_is_confirmed(session: Session) -> None:
    joins(session, 2, "Riverlight")
    joins(session, 3, "Harbour Watch")
    sheet = confirming.claims(session, MO)
    joins(session, 3, "Greenpeace International")
    after = confirming.confirm(session, MO, NOW, sheet.digest)
    assert (after.outdated, confirmed(session)) == (True, [])
    assert [one.organisation for one in after.shown] == ["Riverlight", "Greenpeace International"]


def test_by_a_list_only_those_on_it_stand_there(session: Session) -> None:
    joins(session, 2, "Riverlight Trust")
    joins(session, 3, "Greenpeace International")
    joins(session, 4, "Harbour Watch e.V.")
    listed = "The Riverlight Trust\n\nHarbour Watch\nhttps://example.org"
    sheet = confirming.claims(session, MO, listed)
    assert [one.user_id for one in sheet.shown] == [2, 4]
    confirming.confirm(session, MO, NOW, sheet.digest, listed)
    assert confirmed(session) == [2, 4]


def test_it_lapses_with_another_organisation_and_holds_for_the_one_that_was_confirmed(session: Session) -> None:
    joins(session, 2, "Riverlight")
    confirming.confirm(session, MO, NOW, confirming.claims(session, MO).digest)
    joins(session, 2, "Greenpeace International")
    assert confirmed(session) == []
    joins(session, 2, "Riverlight")
    assert confirmed(session) == [2]


def test_it_says_with_whom_an_organisation_votes_as_one(session: Session) -> None:
    joins(session, 2, "Bits of Freedom")
    joins(session, 3, "Bits of Freedm")
    assert [one.votes_with for one in confirming.claims(session, MO).shown] == ["", "Bits of Freedom"]


def test_anyone_who_names_no_organisation_any_more_is_not_up_for_confirmation(session: Session) -> None:
    joins(session, 2, "Riverlight")
    confirming.confirm(session, MO, NOW, confirming.claims(session, MO).digest)
    joins(session, 2, "")
    assert confirming.claims(session, MO).shown == ()


def test_members_do_not_confirm(session: Session) -> None:
    joins(session, 2, "Riverlight")
    digest = confirming.claims(session, MO).digest
    for act in (
        lambda: confirming.claims(session, makers.member(2)),
        lambda: confirming.confirm(session, makers.member(2), NOW, digest),
    ):
        assert refused(act).reason is Reason.MODERATORS_ONLY


def test_a_moderator_does_not_confirm_themselves_unless_they_manage_the_server(session: Session) -> None:
    joins(session, 1, "Greenpeace International")
    joins(session, 2, "Riverlight")
    assert [one.user_id for one in confirming.claims(session, MO).shown] == [2]
    confirming.confirm(session, MO, NOW, confirming.claims(session, MO).digest)
    assert confirmed(session) == [2]
    manager = replace(MO, manages_server=True)
    confirming.confirm(session, manager, NOW, confirming.claims(session, manager).digest)
    assert confirmed(session) == [1, 2]


def test_to_approve_the_own_signature_confirms_nobody(session: Session) -> None:
    letter = makers.letter(session)
    joins(session, 1, "Greenpeace International")
    signed = proposals.sign(session, MO, NOW, letter.id, makers.signing("Greenpeace International"))
    [answer] = review.approve(session, MO, NOW, [signed.id]).answers
    assert (answer.alone, confirmed(session)) == (True, [])
