"""What is pressed or typed is answered with the first response where that is ready soon; otherwise it is deferred in
time, and then answered. Of the two first responses Discord gets one, and everybody reads one answer."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from cogs.runtime import errors, messages
from cogs.runtime.acknowledgement import HOLD, Acknowledgement
from cogs.runtime.clocks import Clocks
from cogs.ui.layout import Card, Document, plain
from models.terms import Choice
from rehearsal import inside
from rehearsal.stage import Stage
from tests.cogs.people.taking_part import ANSWERS
from tests.cogs.server import menu, newest, seen
from tests.cogs.vote import World, a_vote
from tests.sheets import vote_of

SAID, DEFERRED, DEFERRED_IN_PLACE, REDRAWN, FORM = 4, 5, 6, 7, 9
"""Types of first responses (API reference, Interaction Callback Type)."""
EDITED, BESIDE = "edited", "beside"
SLOW = 2.0
"""Seconds, within the three of Discord."""


def responses(stage: Stage) -> list[object]:
    """What the bot sent about interactions since the last time, in order."""
    found: list[object] = []
    for one in stage.env.http_requests:
        if one.path.endswith("/callback"):
            found.append(one.json["type"])  # type: ignore[index]
        elif "/webhooks/" in one.path:
            found.append(EDITED if one.method == "PATCH" else BESIDE)
    stage.forget_traffic()
    return found


def slowly(stage: Stage, monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let whatever is asked of the database take so long, by the simulated clock."""
    for name in ("read", "write"):
        asked = getattr(stage.bot.store, name)

        async def later(*what: Any, asked: Any = asked, **how: Any) -> Any:
            await asyncio.sleep(seconds)
            return await asked(*what, **how)

        monkeypatch.setattr(stage.bot.store, name, later)


async def voted(world: World) -> str:
    world.stage.forget_traffic()
    return seen(await world.voters[0].click(world.card(), custom_id=world.address(Choice.FOR)))


async def refused(world: World) -> str:
    """What somebody is told who presses and may not vote."""
    stranger = world.voters[0].guild.add_member(world.stage.env.create_user("stranger"))
    world.stage.forget_traffic()
    return seen(await stranger.click(world.card(), custom_id=world.address(Choice.FOR)))


@pytest.mark.parametrize(
    ("seconds", "ways"),
    [
        (0, ([SAID],)),
        (2 * SLOW, ([DEFERRED, EDITED],)),  # later than Discord would wait
        *((HOLD + more, ([SAID], [DEFERRED, EDITED])) for more in (-0.001, 0, 0.001)),
    ],
)
async def test_a_press_takes_one_request_or_is_deferred_in_time_and_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, ways: tuple[list[object]]
) -> None:
    async with a_vote(tmp_path) as world:
        slowly(world.stage, monkeypatch, seconds)
        assert "You voted “For" in await voted(world)
        assert responses(world.stage) in ways


async def test_a_press_is_answered_with_one_request_after_a_restart_too(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.stage.restart()
        assert "You voted “For" in await voted(world)
        assert responses(world.stage) == [SAID]


async def test_a_press_that_comes_twice_is_answered_once_however_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_vote(tmp_path) as world:
        press = (world.voters[0], world.card(), world.address(Choice.FOR))
        world.stage.forget_traffic()
        slowly(world.stage, monkeypatch, SLOW)
        world.stage.press_at_once([press, press])
        await world.stage.env.settle()
        assert responses(world.stage) == [DEFERRED, EDITED]


@pytest.mark.parametrize(("seconds", "way"), [(0, [SAID]), (SLOW, [DEFERRED, BESIDE])])
async def test_a_refusal_is_the_first_response_too_or_comes_after_the_deferral(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, way: list[object]
) -> None:
    async with a_vote(tmp_path) as world:
        slowly(world.stage, monkeypatch, seconds)
        assert "Press *Take part* first" in await refused(world)
        assert responses(world.stage) == way


async def test_a_first_response_that_discord_refuses_becomes_a_sentence_with_a_reference(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_vote(tmp_path) as world:
        world.stage.env.inject_error("POST", "/interactions/*/*/callback", status=400, code=50035, times=1)
        assert "I've saved that, but something went wrong on my side" in await voted(world)
        assert responses(world.stage)[-1] == SAID
        assert vote_of(await world.stored()).voted == 1, "recorded first, then told"
    caplog.clear()


async def test_what_discord_gave_up_is_not_done_later(tmp_path: Path) -> None:
    """A connection that was cut brings after its return what was pressed meanwhile: by then everybody has read that it
    failed."""
    async with a_vote(tmp_path) as world:
        stage = world.stage
        pressed, deliver = inside.press(stage.env, world.voters[0], world.card(), world.address(Choice.FOR))
        await stage.skip(60)
        stage.forget_traffic()
        deliver()
        await stage.env.settle()
        assert not pressed.acknowledged
        assert responses(stage) == [DEFERRED]
        assert vote_of(await world.stored()).voted == 0


Doing = Callable[[World], Any]


async def command(world: World) -> Any:
    return await world.voters[0].slash(world.proposals, "mine")


async def redrawing(world: World) -> Any:
    told = newest(await world.voters[0].click(world.card(), custom_id=world.address(Choice.FOR)))
    world.stage.forget_traffic()
    return await world.voters[0].click(told, custom_id=menu(told, "take-back")["custom_id"])


async def sending_a_form_in(world: World) -> Any:
    opened = await world.voters[0].slash(world.proposals, "take-part")
    world.stage.forget_traffic()
    return await world.voters[0].submit_modal(opened, ANSWERS)


async def opening_a_form(world: World) -> Any:
    return await world.voters[0].slash(world.proposals, "take-part")


@pytest.mark.parametrize(
    ("doing", "soon", "late"),
    [
        (command, [SAID], [DEFERRED, EDITED]),
        (redrawing, [REDRAWN], [DEFERRED_IN_PLACE, EDITED]),
        (sending_a_form_in, [SAID], [DEFERRED, EDITED]),
        (opening_a_form, [FORM], [FORM]),
    ],
)
async def test_commands_forms_and_pages_too_are_answered_with_the_first_response(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, doing: Doing, soon: list[object], late: list[object]
) -> None:
    async with a_vote(tmp_path) as world:
        world.stage.forget_traffic()
        await doing(world)
        assert responses(world.stage) == soon
        slowly(world.stage, monkeypatch, SLOW)
        await doing(world)
        assert responses(world.stage) == late


class Pressed:
    """An interaction whose requests end so, one after the other, and then well. ``sent`` are those that were made.
    As discord.py does, it refuses a second first response."""

    def __init__(self, *ends: Exception) -> None:
        self._ends, self.sent = list(ends), list[tuple[str, dict[str, Any]]]()
        self.extras, self.client = dict[str, Any](), SimpleNamespace(clocks=Clocks())
        self.created_at, self.guild_id = discord.utils.utcnow(), None
        self.type, self.command, self.data = discord.InteractionType.component, None, dict[str, Any]()
        self._done = False
        first = {"send_message": SAID, "edit_message": REDRAWN, "defer": DEFERRED}
        calls = {name: self._call(name, first=True) for name in first}
        self.response = SimpleNamespace(is_done=lambda: self._done, **calls)
        self.followup = SimpleNamespace(send=self._call("followup"))
        self.edit_original_response = self._call("edit_original")

    def _call(self, name: str, *, first: bool = False) -> Any:
        async def call(**how: Any) -> None:
            if first and self._done:
                interaction: Any = self
                raise discord.InteractionResponded(interaction)
            self.sent.append((name, how))
            if self._ends:
                raise self._ends.pop(0)
            self._done |= first

        return call

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.sent]


def from_discord(code: int, status: int = 400) -> discord.HTTPException:
    response: Any = SimpleNamespace(status=status, reason="no", headers={})
    return discord.HTTPException(response, {"code": code, "message": "no"})


CUT = aiohttp.ServerDisconnectedError()
TOO_LATE, ANSWERED = 10062, 40060


def a_card(*sizes: int) -> Card:
    return plain("Counted.", files=[Document(f"{one}.csv", b"x" * one) for one in sizes])


@pytest.mark.parametrize(
    ("ends", "sent"),
    [
        ((CUT,), ["send_message", "send_message"]),
        ((CUT, from_discord(ANSWERED)), ["send_message", "send_message"]),
        ((from_discord(ANSWERED),), ["send_message"]),  # the library tried again by itself
    ],
)
@pytest.mark.parametrize("says", [messages.answer, messages.answer_beside])
async def test_a_first_response_whose_reply_was_lost_is_said_once(
    says: Callable[..., Any], ends: tuple[Exception, ...], sent: list[str]
) -> None:
    pressed: Any = Pressed(*ends)
    await messages.begin(pressed)
    await says(pressed, a_card())
    assert pressed.names == sent


@pytest.mark.parametrize("ends", [(from_discord(ANSWERED),), (CUT, from_discord(ANSWERED))])
async def test_what_is_said_beside_an_answer_that_may_have_arrived_does_not_take_its_place(
    ends: tuple[Exception, ...],
) -> None:
    pressed: Any = Pressed(CUT, CUT, *ends)
    await messages.begin(pressed)
    with pytest.raises(aiohttp.ClientError):
        await messages.answer(pressed, a_card())
    await messages.answer_beside(pressed, a_card())
    assert pressed.names == ["send_message"] * (2 + len(ends)) + ["followup"]


async def test_an_answer_that_comes_too_late_for_discord_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    pressed: Any = Pressed(from_discord(TOO_LATE, 404))
    await messages.begin(pressed)
    with pytest.raises(discord.HTTPException) as refused:
        await messages.answer(pressed, a_card())
    await errors.answer(pressed, refused.value)
    assert pressed.names == ["send_message"]
    assert "too late to answer somebody" in caplog.text


async def test_what_could_not_be_deferred_is_answered_with_the_first_response() -> None:
    pressed: Any = Pressed(CUT, CUT)
    await messages.begin(pressed)
    pressed.extras[messages.WAITS]._start()
    await messages.answer(pressed, a_card())
    assert pressed.names == ["defer", "defer", "send_message"]


async def test_a_deferral_whose_reply_was_lost_counts() -> None:
    pressed: Any = Pressed(CUT, from_discord(ANSWERED))
    await messages.begin(pressed)
    pressed.extras[messages.WAITS]._start()
    await messages.answer(pressed, a_card())
    assert pressed.names == ["defer", "defer", "edit_original"]


@pytest.mark.parametrize(
    ("size", "sent"),
    [(30_000, ["send_message"]), (40_000, ["defer", "edit_original"])],
)
async def test_a_file_that_takes_long_to_send_comes_after_a_deferral(size: int, sent: list[str]) -> None:
    pressed: Any = Pressed()
    await messages.begin(pressed)
    await messages.answer(pressed, a_card(size))
    assert pressed.names == sent
    files = pressed.sent[-1][1].get("files") or pressed.sent[-1][1]["attachments"]
    assert [one.filename for one in files] == [f"{size}.csv"]


async def test_a_large_file_beside_an_answer_comes_after_a_deferral_too() -> None:
    pressed: Any = Pressed()
    await messages.begin(pressed)
    await messages.answer_beside(pressed, a_card(messages.SOON_SENT + 1))
    assert pressed.names == ["defer", "followup"]


async def test_what_was_answered_is_never_deferred() -> None:
    pressed: Any = Pressed()
    await messages.begin(pressed)
    for size in (100, messages.SOON_SENT + 1):
        await messages.answer(pressed, a_card(size))
    assert pressed.names == ["send_message", "edit_original"]


@pytest.mark.parametrize("size", [100, messages.SOON_SENT + 1])
async def test_what_was_made_long_ago_by_our_clock_is_deferred_before_anything_is_done(size: int) -> None:
    pressed: Any = Pressed()
    pressed.created_at -= timedelta(seconds=HOLD)
    await messages.begin(pressed)
    assert pressed.names == ["defer"]
    await messages.answer(pressed, a_card(size))
    assert pressed.names == ["defer", "edit_original"]


@pytest.mark.parametrize(
    ("ahead", "age", "deferred"), [(0.6, 0, []), (0.6, 2, ["defer"]), (-5, 2, ["defer"]), (-5, 0, [])]
)
async def test_how_old_an_interaction_is_counts_by_discords_clock(
    ahead: float, age: float, deferred: list[str]
) -> None:
    pressed: Any = Pressed()
    pressed.created_at -= timedelta(seconds=ahead + age)
    for tenths in range(10):  # Discord says whole seconds, so several answers are needed for a part of one
        at = datetime(2026, 2, 3, 12, tzinfo=UTC) + timedelta(seconds=tenths / 10)
        here = at + timedelta(seconds=ahead)
        pressed.client.clocks.compare(here, at.replace(microsecond=0), here)
    await messages.begin(pressed)
    assert pressed.names == deferred


async def test_what_discord_says_against_that_deferral_is_raised_before_anything_is_done() -> None:
    pressed: Any = Pressed(from_discord(50001))
    pressed.created_at -= timedelta(seconds=HOLD)
    with pytest.raises(discord.HTTPException):
        await messages.begin(pressed)


async def test_a_clock_behind_discords_does_not_put_the_deferral_off(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = list[float]()
    monkeypatch.setattr(Acknowledgement, "within", lambda _self, seconds: waits.append(seconds))
    pressed: Any = Pressed()
    pressed.created_at += timedelta(minutes=1)
    await messages.begin(pressed)
    assert waits == [HOLD]


async def test_an_answer_that_is_ready_before_a_late_timer_was_served_is_the_first_response() -> None:
    """The event loop was busy: both are due when it comes back."""
    deferred = list[int]()

    async def defer() -> None:
        deferred.append(1)

    acknowledgement = Acknowledgement(defer, in_place=False)
    acknowledgement.within(0)
    await acknowledgement.over()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert deferred == []
