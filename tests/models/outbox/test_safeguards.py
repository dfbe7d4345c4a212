"""Safeguards: who may weaken one, and who is told."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from sqlmodel import Session, col, select

from models.acts import Act
from models.coalitions import records
from models.database.tables import Delivery, JournalEntry, Letter, Notice
from models.letters import letters, weakening
from models.operations import personal_data, taking_back
from models.outbox import safeguards
from models.refusal import Reason
from models.sheets import Actor, CoalitionChanges, LetterChanges
from models.terms import NoticeKind
from models.views import moderation_log
from tests.conftest import GUILD, NOW
from tests.models import makers

MO = makers.moderator(3)
IKE = makers.moderator(6)
BOSS = replace(MO, user_id=4, manages_server=True)
MANAGER = Actor(GUILD, 7, manages_server=True)


@pytest.fixture
def letter(session: Session) -> Letter:
    return makers.letter(session, two_person=True, most_open=20)


def wish(session: Session) -> int:
    """The number of the newest wish."""
    wanted = select(JournalEntry.id).where(JournalEntry.act == Act.SAFEGUARD_WANTED.value)
    return session.exec(wanted.order_by(col(JournalEntry.id).desc())).first() or 0


def told(session: Session) -> list[tuple[int, dict[str, Any]]]:
    """In which channel which changes were told."""
    query = select(Delivery.recipient_id, Notice).join(Notice).where(Notice.kind == NoticeKind.SAFEGUARD)
    return [(channel_id, notice.payload["changes"]) for channel_id, notice in session.exec(query)]


@pytest.mark.parametrize("changes", [{"two_person": False}, {"most_open": 21}])
def test_a_moderator_alone_weakens_nothing(session: Session, letter: Letter, changes: Any) -> None:
    for _ in range(2):
        sheet = letters.edit(session, MO, NOW, letter.id, changes | {"title": "Another title"})
        assert sheet.wanted.keys() == changes.keys()
        assert (letter.two_person, letter.most_open, letter.title) == (True, 20, "Another title")
    [(channel_id, said)] = told(session)
    assert (channel_id, said.keys()) == (makers.MODERATORS, changes.keys())
    assert makers.refused(weakening.confirm, session, MO, NOW, wish(session)).reason is Reason.SECOND_CONFIRMS
    letters.edit(session, BOSS, NOW, letter.id, changes)
    assert len(told(session)) == 2
    [line, *_] = moderation_log.show(session, MO, letter.id).lines
    assert line.safeguards == said


@pytest.mark.parametrize("by", ["press", "edit"])
@pytest.mark.parametrize("who", [IKE, BOSS, MANAGER])
def test_a_second_moderator_confirms_what_the_first_one_wants(
    session: Session, letter: Letter, who: Actor, by: str
) -> None:
    changes: LetterChanges = {"two_person": False, "most_open": 30}
    letters.edit(session, MO, NOW, letter.id, changes)
    if by == "edit" and who is not MANAGER:
        letters.edit(session, who, NOW, letter.id, changes)
    else:
        weakening.confirm(session, who, NOW, wish(session))
    assert (letter.two_person, letter.most_open) == (False, 30)
    assert makers.refused(weakening.confirm, session, IKE, NOW, wish(session)).reason is Reason.OUTDATED
    lines = moderation_log.show(session, MO, letter.id).lines
    assert [(line.act, line.actor_id, set(line.safeguards)) for line in lines[:2]] == [
        (Act.LETTER_EDITED, who.user_id, {"two_person", "most_open"}),
        (Act.SAFEGUARD_WANTED, MO.user_id, {"two_person", "most_open"}),
    ]
    assert len(told(session)) == 2


def test_another_wish_is_no_second_hand(session: Session, letter: Letter) -> None:
    letters.edit(session, MO, NOW, letter.id, {"most_open": 30})
    letters.edit(session, IKE, NOW, letter.id, {"most_open": 500})
    letters.edit(session, IKE, NOW, letter.id, {"two_person": False})
    assert (letter.two_person, letter.most_open) == (True, 20)


def test_a_wish_lapses_with_time_with_a_change_and_with_the_person_who_had_it(
    session: Session, letter: Letter
) -> None:
    makers.participant(session, MO.user_id)
    off: LetterChanges = {"two_person": False}
    for lapses in (
        lambda: letters.edit(session, BOSS, NOW, letter.id, off),
        lambda: personal_data.erase(session, MO, NOW),
    ):
        letters.edit(session, MO, NOW, letter.id, off)
        number = wish(session)
        lapses()
        letters.edit(session, BOSS, NOW, letter.id, {"two_person": True})
        assert makers.refused(weakening.confirm, session, IKE, NOW, number).reason is Reason.OUTDATED
    letters.edit(session, MO, NOW, letter.id, off)
    late = NOW + safeguards.WISH_STANDS + timedelta(seconds=1)
    assert makers.refused(weakening.confirm, session, IKE, late, wish(session)).reason is Reason.OUTDATED


def test_neither_a_member_nor_another_server_nor_a_locked_letter_confirms(
    session: Session, letter: Letter
) -> None:
    letters.edit(session, MO, NOW, letter.id, {"two_person": False})
    number, other = wish(session), makers.another_server(session)
    for who, reason in (
        (makers.member(5), Reason.MODERATORS_ONLY),
        (Actor(other, 4, manages_server=True), Reason.NOT_FOUND),
    ):
        assert makers.refused(weakening.confirm, session, who, NOW, number).reason is reason
    letter.locked_at = NOW
    assert makers.refused(weakening.confirm, session, IKE, NOW, number).reason is Reason.LOCKED
    assert letter.two_person


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


def test_the_role_of_moderators_is_moved_by_someone_who_manages_the_server_or_two_moderators(
    session: Session, letter: Letter
) -> None:
    server = records.coalition_of(session, GUILD)
    nobody = makers.refused(safeguards.set_up, session, makers.member(5), NOW, {"moderator_role_id": 99})
    assert nobody.reason is Reason.MODERATORS_ONLY
    asked: CoalitionChanges = {"moderator_role_id": 99, "welcome_id": 5}
    assert safeguards.set_up(session, MO, NOW, asked).wanted == {
        "moderator_role_id": [makers.MODERATOR_ROLE, 99]
    }
    assert (server.moderator_role_id, server.welcome_id) == (makers.MODERATOR_ROLE, 5)
    assert moderation_log.show(session, MO, letter.id).lines[1].act is Act.SAFEGUARD_WANTED
    weakening.confirm(session, IKE, NOW, wish(session))
    assert server.moderator_role_id == 99
    safeguards.set_up(session, BOSS, NOW, {"moderator_role_id": 98})
    assert server.moderator_role_id == 98
    assert told(session)[1:] == [
        (makers.MODERATORS, {"moderator_role_id": [makers.MODERATOR_ROLE, 99]}),
        (makers.MODERATORS, {"moderator_role_id": [99, 98]}),
    ]


def test_the_first_role_of_moderators_weakens_nothing(session: Session) -> None:
    makers.server(session, moderator_role_id=None)
    safeguards.set_up(session, BOSS, NOW, {"moderator_role_id": 99})
    assert told(session) == []


def test_taking_an_act_back_moves_no_role_past_someone_who_manages_the_server(
    session: Session, letter: Letter
) -> None:
    before = records.coalition_of(session, GUILD).moderator_role_id
    safeguards.set_up(session, BOSS, NOW, {"moderator_role_id": 99})
    mo, boss = (replace(one, role_ids=frozenset({99})) for one in (MO, BOSS))
    [act] = taking_back.of_account(session, mo, BOSS.user_id, NOW).acts
    assert taking_back.take_back(session, mo, NOW, act.entry_id) is Act.SAFEGUARD_WANTED
    assert records.coalition_of(session, GUILD).moderator_role_id == 99
    taking_back.take_back(session, boss, NOW, act.entry_id)
    assert records.coalition_of(session, GUILD).moderator_role_id == before
    assert len(told(session)) == 3
