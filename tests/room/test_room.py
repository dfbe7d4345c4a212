"""The room without a browser: its moments, faults, roles, errors, and who gets in."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from aiohttp import ClientSession, web

from models.coalitions import setup
from models.config import ConfigError, Settings
from models.operations import backups
from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Choice, DeliveryState, Kind, LetterState
from models.voting import ballots
from rehearsal import inside, script
from rehearsal.room import faults, scripts, telling
from rehearsal.room.moments import Moment, Wording
from rehearsal.room.people import PEOPLE
from rehearsal.room.room import Listener, Plan, Room
from rehearsal.room.serve import HOST, Service
from rehearsal.timeline import walked
from tests.languages import Catalogues

pytestmark = pytest.mark.usefixtures("no_threads")
LONGER = script.distinct(script.shipped()[:24])
PLAN = Plan(Wording(body="We ask that the notice be withdrawn."), LONGER[:12])


@asynccontextmanager
async def a_room(moment: Moment, plan: Plan = PLAN) -> AsyncIterator[Room]:
    room = Room(plan, port=1)
    try:
        await room.begin(moment)
        yield room
    finally:
        await room.close()


def texts(message: Any) -> str:
    parts = [str(part["content"]) for part in walked(message.components) if part.get("content")]
    return "\n".join((message.content, *parts))


async def slash(room: Room, key: str, channel: str, command: str, **options: Any) -> str:
    """What someone reads after a command."""
    async with room.acting() as world:
        someone = world.people[key]
        shown = await someone.acts.slash(someone.guild.channels[channel], command, **options)
        return texts(world.stage.answer(shown))


@pytest.mark.parametrize(
    ("moment", "state", "signed", "voting", "waits", "published"),
    [
        (Moment.BEFORE, LetterState.OPEN, 11, 3, 6, False),
        (Moment.MIDWEEK, LetterState.OPEN, 21, 3, 6, True),
        (Moment.LAST_HOUR, LetterState.OPEN, 23, 3, 6, True),
        (Moment.AFTER, LetterState.CLOSED, 23, 0, 9, True),
    ],
)
async def test_a_rehearsal_begins_at_the_moment_that_was_asked_for(
    moment: Moment, state: LetterState, signed: int, voting: int, waits: int, published: bool
) -> None:
    async with a_room(moment, replace(PLAN, names=LONGER)) as room:
        sheet = await room.here().letter()
        assert sheet is not None
        assert (sheet.state, sheet.counts.total, sheet.voting, sheet.waits) == (state, signed, voting, waits)
        assert (sheet.published_at is not None) is published
        cards = room.here().guild.channels["proposals"].history()
        assert len(cards) == 8
        assert not any(one.done for one in room.tour)
        assert not room.troubles


async def test_an_empty_server_is_set_up_by_its_owner() -> None:
    async with a_room(Moment.EMPTY) as room:
        assert await room.here().letter() is None
        assert "Setup: something is missing" in await slash(room, "rosa", "hall", "setup")


async def test_nobody_is_called_a_member_before_somebody_holds_that_role() -> None:
    async with a_room(Moment.EMPTY) as room:

        async def what() -> dict[str, str]:
            told = await telling.state(room, "rosa", None)
            return {one["key"]: one["what"] for one in told["people"]}

        assert not [
            said for said in (await what()).values() if said.startswith(("Member", "Moderator", "Coord"))
        ]
        assert (await what())["rosa"] == "Owns the server"
        async with room.acting() as world:
            owner = world.people["rosa"].acts
            panel = await owner.slash(world.guild.channels["hall"], "setup")
            await owner.click(world.stage.answer(panel), label="Use recommended settings")
            await world.give_role("ana", world.guild.roles["Member"].id, held=True)
        assert (await what())["ana"] == "Member, Quillport Press Freedom"
        assert (await what())["ben"] == "Lockhaven Hosting Ltd, without a role yet"


async def test_one_starts_over_and_what_was_shown_before_is_void() -> None:
    async with a_room(Moment.EMPTY) as room:
        hall = room.here().guild.channels["hall"]
        before = await room.pane("ana", hall.id)
        await room.begin(Moment.BEFORE)
        with pytest.raises(LookupError):
            room.pane_of(before)
        assert await room.here().letter() is not None


async def test_who_starts_over_twice_at_once_gets_one_new_world() -> None:
    async with a_room(Moment.EMPTY) as room:
        before = room.generation
        await asyncio.gather(*(room.begin(Moment.EMPTY) for _ in range(3)))
        assert room.generation == before + 1
        assert "Setup: something is missing" in await slash(room, "rosa", "hall", "setup")


async def test_a_direct_message_shows_the_names_of_people_of_the_same_server() -> None:
    async with a_room(Moment.EMPTY) as room:
        world = room.here()
        ana, mo, zed = (world.people[key] for key in ("ana", "mo", "zed"))
        direct = ana.user.dm_channel
        capability = await room.pane("ana", direct.id)
        to_ana = await world.stage.bot.create_dm(discord.Object(ana.user.id))
        await to_ana.send(f"<@{mo.user.id}> <@{zed.user.id}>")
        await world.stage.env.settle()
        pane: Any = room.pane_of(capability)
        pane._publish(pane._python)
        [shown] = pane._python.snapshot["messages"].values()
        tokens = str(shown["content_tokens"])
        assert "'label': '@Mo'" in tokens
        assert f"<@{zed.user.id}>" in tokens, "who is elsewhere is no name here"


async def test_the_database_is_kept_where_that_was_asked_for(tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    async with a_room(Moment.EMPTY, replace(PLAN, database=kept)):
        pass
    assert kept.stat().st_size > 0


async def test_closed_direct_messages_are_an_outcome_that_moderators_see() -> None:
    async with a_room(Moment.MIDWEEK) as room:
        await room.fault("messages", True)
        for _ in range(4):  # two mornings: a digest and a reminder each
            await room.skip(None)
        newest = (await room.here().reminders()).past[0]
        assert newest.people[DeliveryState.UNDELIVERABLE] > 0
        assert DeliveryState.SENT not in newest.people
        await room.fault("messages", False)
        await room.skip(None)
        await room.skip(None)
        newest = (await room.here().reminders()).past[0]
        assert newest.people[DeliveryState.SENT] > 0


async def test_a_missing_permission_is_named_by_setup() -> None:
    async with a_room(Moment.MIDWEEK) as room:
        await room.fault("permission", True)
        assert "Send Messages" in await slash(room, "rosa", "moderators", "setup")
        await room.fault("permission", False)
        assert "Send Messages" not in await slash(room, "rosa", "moderators", "setup")


async def test_what_could_not_be_posted_is_posted_when_discord_is_back() -> None:
    async with a_room(Moment.MIDWEEK) as room:
        place = room.here().guild.channels["announcements"]
        before = len(place.history())
        await room.fault("failing", True)
        await room.skip(None)
        assert len(place.history()) == before
        await room.fault("failing", False)
        await room.skip(3600.0)
        assert len(place.history()) == before + 1


async def test_a_slow_discord_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(inside, "time", SimpleNamespace(sleep=slept.append))
    async with a_room(Moment.EMPTY) as room:
        await room.fault("slow", True)
        await slash(room, "ana", "hall", "help")
        assert set(slept) == {faults.SLOW_SECONDS}
        await room.fault("slow", False)
        slept.clear()
        await slash(room, "ana", "hall", "help")
        assert slept == []


async def test_a_fault_or_a_role_that_there_is_not_changes_nothing() -> None:
    async with a_room(Moment.EMPTY) as room:
        with pytest.raises(LookupError):
            await room.fault("earthquake", True)
        with pytest.raises(LookupError):
            await room.give_role("ana", 1, True)
        with pytest.raises(LookupError):
            await room.skip(None)


async def test_a_role_is_taken_and_given_back() -> None:
    async with a_room(Moment.MIDWEEK) as room:
        world = room.here()
        member = world.guild.roles["Member"].id
        await room.give_role("ana", member, False)
        assert "Only members of the coalition" in await slash(room, "ana", "hall", "mine")
        assert "proposals" not in [channel.name for channel in world.channels("ana")]
        await room.give_role("ana", member, True)
        assert "proposals" in [channel.name for channel in world.channels("ana")]


async def test_somebody_from_another_server_sees_nothing_of_this_one() -> None:
    async with a_room(Moment.MIDWEEK) as room:
        world = room.here()
        assert [channel.name for channel in world.channels("zed")] == ["general"]
        with pytest.raises(LookupError):
            await room.pane("zed", world.guild.channels["proposals"].id)
        assert script.TITLE not in await slash(room, "zed", "general", "letter status")


async def test_the_tour_says_what_is_missing_and_whose_turn_it_is() -> None:
    async with a_room(Moment.MIDWEEK) as room:

        async def write(verb: Any, key: str, *arguments: Any) -> Any:
            async with room.acting() as world:
                return await world.stage.bot.store.write(verb, world.actor(key), world.now, *arguments)

        def turn(step: int) -> tuple[str, str]:
            found = room.tour[step - 1].turn
            return found.who.key, found.missing

        made = await write(
            proposals.propose, "ana", None, ProposalAnswers(Kind.ORGANISATION, "Lakeshore Circle")
        )
        assert room.tour[0].done
        assert turn(2) == ("ben", "")
        assert "still open" in turn(3)[1]
        await write(ballots.cast, "ben", made.id, Choice.FOR, 900)
        assert turn(2) == ("cleo", "One vote so far. For the second, become **Cleo**.")
        await write(ballots.cast, "cleo", made.id, Choice.FOR, 901)
        assert room.tour[1].done
        await room.skip(86_400.0)
        who, missing = turn(3)
        assert who == "mo"
        assert "nobody has recorded who agreed" in missing
        assert "press **Next** until page 2" in missing
        assert turn(6) == ("rosa", "")
        await slash(room, "rosa", "moderators", "roster export", format="html")
        assert not room.tour[5].done


async def test_who_lacks_the_role_does_not_see_the_moderators_channel() -> None:
    async with a_room(Moment.MIDWEEK) as room:
        seen = {person.key: [one.name for one in room.here().channels(person.key)] for person in PEOPLE}
        assert "moderators" in seen["mo"]
        assert "moderators" not in seen["ana"] + seen["nia"]


async def test_errors_are_shown_instead_of_swallowed(caplog: pytest.LogCaptureFixture) -> None:
    async with a_room(Moment.EMPTY) as room:
        listener = Listener(room)
        logging.getLogger().addHandler(listener)
        try:
            logging.getLogger("cogs.runtime.errors").error("reference 7: %s", "it broke")
            logging.getLogger("discord.state").warning("nothing for visitors")
        finally:
            logging.getLogger().removeHandler(listener)
        told = await telling.state(room, "ana", None)
        assert [one["said"] for one in told["troubles"]] == ["reference 7: it broke"]
        caplog.clear()


async def test_only_who_holds_the_token_and_asks_this_machine_gets_an_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def broken(_seconds: float | None) -> None:
        raise RuntimeError("broken")

    async with a_room(Moment.EMPTY) as room:
        runner = web.AppRunner(Service(room).app)
        await runner.setup()
        await web.TCPSite(runner, HOST, 0).start()
        room.port = runner.addresses[0][1]
        address = f"http://{HOST}:{room.port}"
        token = {"X-Room-Token": room.token}
        async with ClientSession() as browser:
            async with browser.get(f"{address}/room/state?me=ana", headers=token) as answer:
                told = await answer.json()
                assert {"channels", "clock", "faults", "scheduled", "tour"} <= set(told)
            for path, headers, status in (
                ("/room/state?me=ana", {}, 401),
                ("/room/state?me=ana", {**token, "Host": "example.org"}, 403),
                ("/room/state?me=nobody", token, 404),
                ("/api/state", {"X-Simcord-Capability": "guessed"}, 404),
                ("/room/..%2Froom.py", {}, 404),
                ("/room/room.js", {}, 200),
            ):
                async with browser.get(f"{address}{path}", headers=headers) as answer:
                    assert (path, answer.status) == (path, status)
            for act, body, status in (("skip", {"seconds": "soon"}, 400), ("open", {"me": "ana"}, 404)):
                async with browser.post(f"{address}/room/{act}", json=body, headers=token) as answer:
                    assert (act, answer.status) == (act, status)
            async with browser.post(f"{address}/room/skip", json={"seconds": 60}) as answer:
                assert answer.status == 401
            monkeypatch.setattr(room, "skip", broken)
            async with browser.post(f"{address}/room/skip", json={"seconds": 60}, headers=token) as answer:
                assert (answer.status, (await answer.json())["error"]) == (
                    500,
                    "The rehearsal couldn't do that. If it happens again, start over.",
                )
            assert "RuntimeError: broken" in room.troubles[-1].details
        await runner.cleanup()


def test_another_simcord_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "VERSION", "9.9.9")
    with pytest.raises(RuntimeError, match=r"built for simcord 9\.9\.9"):
        inside.require_version()


def test_a_page_that_changed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    change = {"file": "/actions.js", "old": "what is no longer there", "new": ""}
    monkeypatch.setattr(scripts, "_changes", lambda: [change])
    with pytest.raises(RuntimeError, match="is not the one"):
        scripts.require_known()


def test_a_letter_of_ones_own_says_what_it_is_called_and_to_whom(tmp_path: Path) -> None:
    path = tmp_path / "our letter.md"
    path.write_text("# Leave the trees\n\nTo the Mayor,\n\nDo not cut them.", encoding="utf-8")
    wording = Wording.read(path)
    assert (wording.title, wording.addressee) == ("Leave the trees", "the Mayor")
    assert wording.body == "To the Mayor,\n\nDo not cut them."
    path.write_text("Do not cut them.", encoding="utf-8")
    assert Wording.read(path).title == "our letter"


@pytest.mark.parametrize("language", ["fr", "ar", "pt-BR"])
async def test_everybody_and_the_coalition_speak_the_language_that_was_asked_for(
    language: str, catalogue: Catalogues
) -> None:
    said = {"Use recommended settings": "Réglages conseillés", "Your language": "Ta langue"}
    catalogue(said, language=language)
    async with a_room(Moment.BEFORE, replace(PLAN, language=language)) as room:
        world = room.here()
        assert (await world.read(setup.settings, world.actor("rosa"))).language == language
        assert "Ta langue" in await slash(room, "ana", "hall", "help")


async def test_nobody_replaces_the_database_of_a_room_that_is_open(tmp_path: Path) -> None:
    database = tmp_path / "room.db"
    settings = Settings(database=f"sqlite:///{database}")
    async with a_room(Moment.EMPTY, replace(PLAN, database=database)) as room:
        file = backups.make(settings, discord.utils.utcnow(), by_hand=True)
        await room.begin(Moment.EMPTY)
        with pytest.raises(ConfigError, match="A bot is running on the database"):
            backups.restore(settings, file, discord.utils.utcnow())
    assert backups.restore(settings, file, discord.utils.utcnow()) is not None
