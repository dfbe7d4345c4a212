"""Which organisations are one and the same, however they are written."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from models.database.tables import NamePair, Participant
from models.participants import participants
from models.sheets import ParticipantAnswers
from models.signatories import lookalikes
from tests.conftest import GUILD, NOW
from tests.models import makers


@pytest.fixture(autouse=True)
def _server(session: Session) -> None:
    makers.server(session)


def joins(session: Session, user_id: int, organisation: str, after: int = 0) -> Participant:
    """Someone takes part for this organisation."""
    at = NOW + timedelta(hours=after)
    participants.take_part(session, makers.member(user_id), at, ParticipantAnswers(organisation))
    return session.exec(select(Participant).where(Participant.user_id == user_id)).one()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Digital Rights Watch", "The Digital Rights Watch"),
        ("Digital Rights Watch", "Digital Rights Watch e.V."),
        ("Fundación Karisma", "Fundacion Karisma"),
        ("Роскомсвобода", "Roskomsvoboda"),
        ("Bits of Freedom", "Bits of Freedm"),
        ("Digital Rights Watch", "digital rights watch"),
    ],
)
def test_another_spelling_is_the_same_organisation(session: Session, one: str, other: str) -> None:
    assert joins(session, 2, one).votes_as == joins(session, 3, other).votes_as


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amnesty International Kenya", "Amnesty International Ghana"),
        ("Digital Rights Watch", "Harbour Watch"),
        ("Index on Censorship", "Article 19"),
    ],
)
def test_another_body_is_another_organisation(session: Session, one: str, other: str) -> None:
    assert joins(session, 2, one).votes_as != joins(session, 3, other).votes_as


def test_what_moderators_said_of_two_names_comes_first(session: Session) -> None:
    said: dict[str, Any] = {"guild_id": GUILD, "said_by": 1, "said_at": NOW}
    session.add(NamePair(one="bitsoffreedm", other="bitsoffreedom", same=False, **said))
    session.add(NamePair(one="article19", other="bitsoffreedom", same=True, **said))
    freedom = joins(session, 2, "Bits of Freedom")
    assert joins(session, 3, "Bits of Freedm").votes_as == "bitsoffreedm"
    assert joins(session, 4, "Article 19").votes_as == freedom.votes_as


def test_a_later_word_of_moderators_parts_and_joins_them(session: Session) -> None:
    letter = makers.letter(session)
    names = ("Bits of Freedom", "Bits of Freedm")
    older, newer = (joins(session, number, name) for number, name in enumerate(names, start=2))
    rows = [makers.signatory(session, letter, name) for name in names]
    for same, keys in ((False, ("bitsoffreedom", "bitsoffreedm")), (True, ("bitsoffreedom", "bitsoffreedom"))):
        lookalikes.judge(session, makers.moderator(1), NOW, rows[1].id, rows[0].id, same=same)
        session.expire_all()
        assert (older.votes_as, newer.votes_as) == keys


def test_since_when_it_is_named_changes_with_the_organisation_and_not_with_its_spelling(
    session: Session,
) -> None:
    joins(session, 2, "Bits of Freedom")
    assert joins(session, 2, "Bits of Freedom e.V.", after=1).organisation_since == NOW
    assert joins(session, 2, "Article 19", after=2).organisation_since == NOW + timedelta(hours=2)
