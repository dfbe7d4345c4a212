"""Who may press and send in what: one table, written by hand in SECURITY.md, played with every route and every actor.

Ids of another server are in test_strangers.py, for all routes too.
"""

import re
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel

from models.participants import participants
from models.refusal import Reason, Refusal
from models.sheets import Actor, ParticipantAnswers
from models.submissions import limits
from tests.cogs.abroad import MENUS, names, takes_values
from tests.cogs.desk import Desk, a_desk
from tests.cogs.fuzzing import Fuzz
from tests.cogs.routes import (
    ANYONE,
    EVERY,
    MODERATOR,
    OWN,
    OWN_OR_MODERATOR,
    PARTICIPANT,
    PERSON,
    SETTER,
    TABLE,
    table,
    typed,
    value,
)

NOBODYS_BUSINESS = frozenset(
    {
        Reason.MODERATORS_ONLY, Reason.MANAGERS_ONLY, Reason.TAKE_PART_FIRST, Reason.NOT_YOURS, Reason.NOT_FOUND,
        Reason.NOT_PUBLIC, Reason.DRAFT_GONE, Reason.MEMBERS_ONLY,
    }
)  # fmt: skip
"""Refusals of somebody who may not; they tell nothing of what is there."""
ROLE_LACKS = frozenset({Reason.MODERATORS_ONLY, Reason.MANAGERS_ONLY, Reason.TAKE_PART_FIRST, Reason.NOT_YOURS})


def test_the_table_has_every_route_once() -> None:
    printed = TABLE.read_text(encoding="utf-8").split("## Who may press and send in what")[1].split("\n## ")[0]
    assert set(table()) == set(EVERY)
    assert len(re.findall(r"`[^`]+`", printed)) == len(EVERY)
    assert set(table().values()) == {
        ANYONE, PARTICIPANT, OWN, PERSON, OWN_OR_MODERATOR, MODERATOR, SETTER,
    }  # fmt: skip


async def answer(fuzz: Fuzz, sort: str, name: str, actor: Actor) -> Reason | None:
    """The refusal of a press or form on something that is there; None where it is done or shown."""
    route = EVERY[sort, name]
    about = tuple(value(fuzz, one, to) for one, to in zip(names(route), route.converters, strict=True))
    try:
        if sort == "form":
            await fuzz.desk.hand_in_form(name, actor, typed(route), *about)
        elif takes_values(route):
            chosen = str(fuzz.ids[MENUS.get(name, "signatory_id")][-1])
            await fuzz.desk.hand_in(name, actor, *about, values=[chosen])
        else:
            await fuzz.desk.hand_in(name, actor, *about)
    except Refusal as refusal:
        return refusal.reason
    return None


async def actors(desk: Desk) -> dict[str, Actor]:
    """Everybody who is no moderator and put nothing forward."""
    ana, cleo, dan = desk.world.ana, desk.server.add("cleo"), desk.server.add("dan")
    await desk.server.stage.env.settle()
    for who in (ana, cleo):
        answers = ParticipantAnswers("Shore Union", "Director", "", direct_messages=False)
        await desk.store.write(participants.take_part, desk.server.actor(who), desk.now, answers)
    await desk.store.write(limits.block, desk.moderator(), desk.now, cleo.id, "Invented names")
    stranger = desk.server.actor(dan)
    return {
        "a stranger": stranger,
        "a member": desk.server.actor(ana),
        "a blocked member": desk.server.actor(cleo),
        "a former moderator": desk.server.actor(desk.ike),
        "who manages the server": Actor(stranger.guild_id, stranger.user_id, manages_server=True),
    }


def stored(session: Session) -> list[str]:
    return [str(tuple(row)) for one in SQLModel.metadata.sorted_tables for row in session.execute(one.select())]


def may(who: str, name: str) -> bool:
    """Whether one of these may, by the table; what they may only do with their own is nobody else's."""
    if who == ANYONE:
        return True
    if who == SETTER:
        return name == "who manages the server"
    return who == PARTICIPANT and name in ("a member", "a blocked member", "a former moderator")


@pytest.mark.parametrize(
    "name", ["a stranger", "a member", "a blocked member", "a former moderator", "who manages the server"]
)
async def test_who_may_not_is_refused_and_changes_nothing(tmp_path: Path, name: str) -> None:
    async with a_desk(tmp_path) as desk:
        fuzz = Fuzz(desk, 1)
        await fuzz.prepare()
        actor = (await actors(desk))[name]
        before, found = await desk.store.read(stored), {}
        for (sort, route), who in sorted(table().items()):
            if not may(who, name):
                found[sort, route, who] = await answer(fuzz, sort, route, actor)
        assert {one: reason for one, reason in found.items() if reason not in NOBODYS_BUSINESS} == {}
        assert await desk.store.read(stored) == before


async def test_a_moderator_may_all_that_the_table_gives_to_moderators(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        fuzz = Fuzz(desk, 1)
        await fuzz.prepare()
        found = {}
        for (sort, route), who in sorted(table().items()):
            if who in (MODERATOR, SETTER, OWN_OR_MODERATOR) and "draft_id" not in names(EVERY[sort, route]):
                found[sort, route, who] = await answer(fuzz, sort, route, desk.moderator(desk.ike))
        assert {one: reason for one, reason in found.items() if reason in ROLE_LACKS} == {}
