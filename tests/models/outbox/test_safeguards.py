"""Safeguards: who may weaken one, and who is told."""

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import Session, select

from models.coalitions import records
from models.database.tables import Delivery, Letter, Notice
from models.letters import letters
from models.operations import taking_back
from models.outbox import safeguards
from models.refusal import Reason
from models.terms import NoticeKind
from models.views import moderation_log
from tests.conftest import GUILD, NOW
from tests.models import makers

MO = makers.moderator(3)
BOSS = replace(MO, user_id=4, manages_server=True)


@pytest.fixture
def letter(session: Session) -> Letter:
    makers.server(session)
    return makers.letter(session, two_person=True, most_open=20)


def told(session: Session) -> list[tuple[int, dict[str, Any]]]:
    """In which channel which changes were told."""
    query = select(Delivery.recipient_id, Notice).join(Notice).where(Notice.kind == NoticeKind.SAFEGUARD)
    return [(channel_id, notice.payload["changes"]) for channel_id, notice in session.exec(query)]


@pytest.mark.parametrize("changes", [{"two_person": False}, {"most_open": 21}])
def test_a_moderator_alone_weakens_nothing(session: Session, letter: Letter, changes: Any) -> None:
    refusal = makers.refusal_of(lambda: letters.edit(session, MO, NOW, letter.id, changes))
    assert (refusal.reason, letter.two_person, letter.most_open) == (Reason.SAFEGUARD, True, 20)
    letters.edit(session, BOSS, NOW, letter.id, changes)
    [(channel_id, said)] = told(session)
    assert (channel_id, said.keys()) == (makers.MODERATORS, changes.keys())
    [line] = moderation_log.show(session, MO, letter.id).lines
    assert line.safeguards == said


@pytest.mark.parametrize(
    "changes", [{"two_person": True}, {"most_open": 5}, {"two_person": True, "title": "X"}]
)
def test_a_moderator_strengthens_them(session: Session, letter: Letter, changes: Any) -> None:
    letter.two_person = False
    letters.edit(session, MO, NOW, letter.id, changes)
    assert len(told(session)) == 1


def test_nothing_is_told_where_no_safeguard_changed(session: Session, letter: Letter) -> None:
    letters.edit(session, MO, NOW, letter.id, {"title": "Another", "two_person": True})
    assert told(session) == []


def test_the_role_of_moderators_is_moved_by_whoever_manages_the_server(
    session: Session, letter: Letter
) -> None:
    act = {"moderator_role_id": 99}
    refusal = makers.refusal_of(lambda: safeguards.set_up(session, MO, NOW, act))  # type: ignore[arg-type]
    assert refusal.reason is Reason.SAFEGUARD
    nobody = makers.refusal_of(lambda: safeguards.set_up(session, makers.member(5), NOW, act))  # type: ignore[arg-type]
    assert nobody.reason is Reason.MODERATORS_ONLY
    safeguards.set_up(session, BOSS, NOW, {"moderator_role_id": 99})
    assert records.coalition_of(session, GUILD).moderator_role_id == 99
    assert told(session) == [(makers.MODERATORS, {"moderator_role_id": [makers.MODERATOR_ROLE, 99]})]


def test_the_first_role_of_moderators_weakens_nothing(session: Session) -> None:
    makers.server(session, moderator_role_id=None)
    safeguards.set_up(session, BOSS, NOW, {"moderator_role_id": 99})
    assert told(session) == []


def test_taking_an_act_back_moves_no_role_past_whoever_manages_the_server(
    session: Session, letter: Letter
) -> None:
    before = records.coalition_of(session, GUILD).moderator_role_id
    safeguards.set_up(session, BOSS, NOW, {"moderator_role_id": 99})
    mo, boss = (replace(one, role_ids=frozenset({99})) for one in (MO, BOSS))
    [act] = taking_back.of_account(session, mo, BOSS.user_id, NOW).acts
    refusal = makers.refusal_of(lambda: taking_back.take_back(session, mo, NOW, act.entry_id))
    assert refusal.reason is Reason.SAFEGUARD
    assert records.coalition_of(session, GUILD).moderator_role_id == 99
    taking_back.take_back(session, boss, NOW, act.entry_id)
    assert records.coalition_of(session, GUILD).moderator_role_id == before
    assert len(told(session)) == 2
