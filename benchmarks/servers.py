"""Thousands of servers over the wire: ``python -m benchmarks.servers [--servers N] [--open N] [--json]``.

Two bots run, each a process of its own on a simulated Discord of its own (``rehearsal.wire``): one is in 10,000
servers of 20 channels and roles each, over as many connections as Discord would recommend, and 500 of those servers
have an open letter with a vote; the other is in one such server. Presses come in turns, some to the one, then some to
the other, so that whatever else the machine does hits both. Measured are the start, the memory, a press, then a shard
that dies and comes back, and a reminder that is due in all 500 at once; presses go on meanwhile.
"""

import argparse
import asyncio
import gc
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session

from benchmarks.__main__ import machine
from benchmarks.rows import row
from benchmarks.wire import BARE, Clocked, Side, memory
from cli import heartbeat
from cogs.runtime.limits import STEADY
from models.config import Settings
from models.database import store
from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind
from rehearsal.wire import ledger
from rehearsal.wire.coalition import NOON, Coalition, a_coalition
from rehearsal.wire.inside import Pressed
from rehearsal.wire.line import Line, a_line, custom_ids
from rehearsal.wire.rest import Seen
from tests import compiled

SERVERS, OPEN = 10_000, 500
PARTS = 20
"""Channels of each server, and roles."""
A_SHARD = 1000
"""Servers of one connection, as many as Discord recommends."""
APART = 5.0
"""Seconds between two new connections (Gateway, Rate Limiting)."""
TURNS, PRESSES = 15, 20
LOOK_SECONDS = 0.5
CLOSES, REMINDS = NOON + timedelta(hours=8), NOON + timedelta(hours=5)
"""When all letters close, and when a reminder comes by their plan: in the afternoon of the last day."""
PREPARES = 1.0
"""Seconds before the first message in which the bot already prepares them."""
CUT = 5.0
"""Seconds for which a shard is away."""
MEMORY = 80.0
"""Megabytes that a thousand servers may take."""
SAME, MEANWHILE = 1.3, 2.0
"""How much longer a press may take beside one server, and while a reminder goes out to all."""
PATIENCE = 900.0


def _say(what: str) -> None:
    """How far it has come: it takes many minutes."""
    print(f"{time.strftime('%H:%M:%S')} {what} ...", file=sys.stderr, flush=True)


@dataclass
class Servers:
    """A bot in many servers; ``houses`` are those with an open letter, each with its card and the buttons on it."""

    line: Line
    houses: list[Coalition]
    cards: list[tuple[Any, list[str]]] = field(default_factory=list)

    def press(self, number: int, among: list[int] | None = None) -> Pressed:
        """The member of the house of this number votes, each time something else."""
        order = among if among is not None else range(len(self.houses))
        at = order[number % len(order)]
        card, votes = self.cards[at]
        return self.line.press(self.houses[at].ana, card, votes[number // len(order) % len(votes)])

    async def post_cards(self) -> None:
        """Run the bot once: it tells Discord its commands, posts every card and sends what is due."""
        await self.line.start()
        await self.rests()
        assert self.line.bot is not None
        await self.line.bot.stop()
        for house in self.houses:
            [card] = [one for one in self.line.world.messages(house.proposals.id) if custom_ids(one)]
            self.cards.append((card, [one for one in custom_ids(card) if one.split(":")[3] == "vote"]))

    async def start(self) -> float:
        """Start it; the seconds until it has heard of every server, and a press was answered in each shard."""
        gateway, alive = self.line.gateway, Settings(database=self.line.database).alive_place()
        gateway.sessions.clear()
        began = time.perf_counter()
        await self.line.launch()
        await self._until(lambda: alive.exists() and "connected" in heartbeat.read(alive)[1])
        shards = {self.shard(at): at for at in range(len(self.houses))}
        first = [self.press(0, [at]) for at in shards.values()]
        await self._until(lambda: all(one.answered for one in first))
        return time.perf_counter() - began

    async def rests(self) -> None:
        """Wait until every card stands as it should, and what is due is sent."""
        while not self.houses[0].stored(self._settled):  # noqa: ASYNC110  (another process writes it)
            await asyncio.sleep(LOOK_SECONDS)

    def _settled(self, session: Session) -> bool:
        now = self.line.world.clock.now()
        return not (ledger.without_card(session) or ledger.stale(session) or ledger.unsettled(session, now))

    def shard(self, at: int) -> int:
        """The shard of this house."""
        return (int(self.houses[at].guild.id) >> 22) % self.line.rest.shards

    async def _until(self, condition: Callable[[], object]) -> None:
        if not await self.line.until_happens(condition, PATIENCE):
            raise AssertionError(
                f"the bot didn't do it:\n{self.line.bot.said[-3000:] if self.line.bot else ''}"
            )


class Heard:
    """What the bot asks Discord for, answers to presses apart: how often and when."""

    def __init__(self, line: Line, clocked: Clocked | None = None) -> None:
        self.sent: list[tuple[float, str]] = []
        self._line, self._clocked = line, clocked
        line.rest.watch = self._watch

    def leave(self) -> None:
        self._line.rest.watch = None

    def _watch(self, seen: Seen) -> None:
        if self._clocked is not None:
            self._clocked.watch(seen)
        if seen.before and not seen.path.startswith(("/interactions/", "/webhooks/")):
            self.sent.append((time.perf_counter(), f"{seen.method} {seen.path}"))


def _id(number: int) -> int:
    """The id of this server: one after the other belongs to the next shard."""
    return (1 << 38) + number << 22


async def prepared(line: Line, servers: int, open_letters: int) -> Servers:
    """So many servers, the first of them with an open letter whose cards are posted already."""
    line.put_clocks(NOON)
    answers = ProposalAnswers(Kind.ORGANISATION, "Bridge Trust", "KE")
    houses = []
    for number in range(open_letters):
        house = a_coalition(line, NOON, members=1, guild_id=_id(number))
        letter = house.letter("Keep it safe", NOON, CLOSES)
        house.write(proposals.propose, house.actor(house.ana), NOON, letter, answers)
        houses.append(house)
    made = Servers(line, houses)
    _say("a first run, which posts every card")
    await made.post_cards()
    for number in range(open_letters, servers):
        line.world.create_guild(f"Server {number}", id=_id(number))
    for guild_id in line.world.backend.guilds:
        line.world.furnish(guild_id, PARTS)
    line.rest.shards = 1 if servers == 1 else max(2, math.ceil(servers / A_SHARD))
    return made


async def measured(servers: int = SERVERS, open_letters: int = OPEN, turns: int = TURNS) -> dict[str, Any]:
    """The figures."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="undersigned-")))
        both = []
        for number, letters in ((1, 1), (servers, open_letters)):
            _say(f"making a Discord of {number:,} servers")
            (folder / str(number)).mkdir()
            line = await stack.enter_async_context(a_line(folder / str(number)))
            both.append(await prepared(line, number, letters))
        one, many = both
        gc.collect()
        gc.freeze()  # the simulated servers are there for good: to look through them would delay what is measured
        _say("start")
        await one.start()
        found: dict[str, Any] = {"start": await many.start(), "shards": many.line.rest.shards}
        for each in both:
            await each.rests()
        gc.collect()
        gc.freeze()  # what the gateway sent stays too, for whoever resumes
        _say("presses")
        found |= await _pressed(one, many, turns)
        found["memory"] = [memory(each.line.bot.pid) for each in both if each.line.bot is not None]
        _say("a shard dies")
        found |= await _cut(many)
        _say("a reminder")
        found |= await _reminded(many)
        found["memory at the end"] = memory(many.line.bot.pid) if many.line.bot is not None else 0.0
        for each in both:
            assert each.line.bot is not None
            await each.line.bot.stop()
    return found


async def _pressed(one: Servers, many: Servers, turns: int) -> dict[str, Any]:
    sides = {name: Side(each.line, each.press, BARE) for name, each in (("one", one), ("many", many))}
    for name, side in sides.items():  # of each member a first vote, which costs more
        await side.pressed(Clocked(), len(many.houses) if name == "many" else PRESSES, 1000)
    clocks = {name: Clocked() for name in sides}
    for _ in range(turns):
        for name, side in sides.items():
            await side.pressed(clocks[name], PRESSES, 0)
    return {name: clocked.figures() for name, clocked in clocks.items()}


async def _press_while(many: Servers, among: list[int], goes_on: Callable[[], bool]) -> Clocked:
    """Presses one after the other for as long as that goes on; what the bot asks for is heard by the caller's watch."""
    clocked = Clocked()
    heard = Heard(many.line, clocked)
    number = 0
    while goes_on():
        at = time.perf_counter()
        made = many.press(number, among)
        clocked.pressed[made.record.token] = at
        await many.line.until(lambda made=made: made.answered)  # type: ignore[misc]
        number += 1
        await asyncio.sleep(0.05)
    heard.leave()
    return clocked


async def _cut(many: Servers) -> dict[str, Any]:
    """A shard dies and nobody gets in, then it resumes; it dies again, and Discord has forgotten its session."""
    line, gateway, dead = many.line, many.line.gateway, many.shard(0)
    theirs = [at for at in range(len(many.houses)) if many.shard(at) == dead]
    others = [at for at in range(len(many.houses)) if many.shard(at) != dead]
    found: dict[str, Any] = {}
    for how, cut in (("resumed", gateway.drop), ("forgotten", gateway.lose)):
        known = gateway.resumed, gateway.identified
        _say(f"it is {how}")
        gateway.closed = True
        cut(dead)
        over = time.perf_counter() + CUT
        down = await _press_while(many, others, lambda over=over: time.perf_counter() < over)  # type: ignore[misc]
        waiting = [many.press(number, theirs) for number in range(len(theirs))] if how == "resumed" else []
        gateway.closed = False
        opened = time.perf_counter()
        back = asyncio.create_task(
            line.until_happens(lambda known=known: (gateway.resumed, gateway.identified) != known, PATIENCE)  # type: ignore[misc]
        )
        meanwhile = await _press_while(many, others, lambda back=back: not back.done())  # type: ignore[misc]
        first = many.press(0, theirs)
        await line.until(lambda first=first: first.answered)  # type: ignore[misc]
        found[how] = {
            "seconds": time.perf_counter() - opened,
            "down": down.figures(),
            "coming back": meanwhile.figures() if meanwhile.pressed else None,
        }
        if waiting:
            await line.until(lambda waiting=waiting: all(one.answered for one in waiting))  # type: ignore[misc]
            found["answered after it"] = len(waiting)
    return found


async def _reminded(many: Servers) -> dict[str, Any]:
    """The clocks come to the hour of the reminder of every letter."""
    line = many.line
    news = {f"POST /channels/{house.news.id}/messages" for house in many.houses}
    line.put_clocks(REMINDS - timedelta(seconds=1))
    clocked = Clocked()
    heard = Heard(line, clocked)
    number, told, began = 0, set[str](), time.perf_counter()
    while not news <= told:
        at = time.perf_counter()
        made = many.press(number)
        clocked.pressed[made.record.token] = at
        await line.until(lambda made=made: made.answered)  # type: ignore[misc]
        number += 1
        await asyncio.sleep(0.05)
        told = {what for _, what in heard.sent}
        if at - began > PATIENCE:
            raise AssertionError(f"{len(news - told)} reminders didn't come")
    heard.leave()
    times = [at for at, what in heard.sent if what in news]
    begins, ends = times[0], times[-1]
    meanwhile = {
        token: at
        for token, at in clocked.pressed.items()
        if at <= ends and clocked.answered[token] >= begins - PREPARES
    }
    clocked.pressed = meanwhile or clocked.pressed  # a few are reminded between two presses
    asked = [at for at, _ in heard.sent if begins <= at <= ends]
    return {
        "reminded": {
            "seconds": ends - begins,
            "requests": len(asked),
            "most": max(sum(at <= one < at + 1 for one in asked) for at in asked),
            "presses": len(clocked.pressed),
            **clocked.figures(),
        }
    }


def rows(found: dict[str, Any], servers: int, open_letters: int) -> list[dict[str, Any]]:
    """The figures for the table."""
    name, one, many = f"{servers:,} servers", found["one"], found["many"]
    (least, most), reminded = found["memory"], found["reminded"]
    told = f"a reminder in {open_letters:,} servers at once"
    made = [
        row(f"{name}: start until all are ready, over {found['shards']} shards", found["start"], "s",
            floor=APART * (found["shards"] - 1), of="one connection every 5 seconds"),
        row(f"{name}: memory for 1,000 of them", (most - least) / (servers - 1) * 1000, "MB",
            floor=MEMORY, of="at most", at_most=1),
        row(f"{name}: a press, work", many["work"]["mean"], "ms", floor=one["work"]["mean"], of="1 server"),
        row(f"{told}: requests", reminded["requests"] / max(reminded["seconds"], 1.0), "/s",
            floor=STEADY, of="the bot's pace", at_least=0.9),
    ]  # fmt: skip
    for what, figure in (("acknowledgement", "median"), ("answer", "median"), ("answer", "p99")):
        value, goal = many[what][figure], figure == "median"
        made += [
            row(f"{name}: a press, {what}, {figure}", value, "ms", floor=one[what][figure], of="1 server",
                at_most=SAME if goal else None),
            row(f"{told}: a press, {what}, {figure}", reminded[what][figure], "ms", floor=value, of="idle",
                at_most=MEANWHILE if goal else None),
        ]  # fmt: skip
    for how, said in (("resumed", "a shard away for 5 s resumes"), ("forgotten", "it begins a new session")):
        made.append(row(f"{said}: until a press there is answered", found[how]["seconds"], "s"))
        made += [
            row(f"{said}: a press elsewhere, {when}, median", figures["answer"]["median"], "ms",
                floor=many["answer"]["median"], of="idle", at_most=MEANWHILE)
            for when in ("down", "coming back") if (figures := found[how][when]) is not None
        ]  # fmt: skip
    return made


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--servers", type=int, default=SERVERS)
    parser.add_argument("--open", type=int, default=OPEN, help="how many of them have an open letter")
    parser.add_argument("--turns", type=int, default=TURNS, help=f"of {PRESSES} presses for each bot")
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    compiled.share()  # each of the open letters is written through engines of its own
    store.SYNCHRONOUS = "OFF"  # of this process: the bots' writes are as safe as ever
    found = asyncio.run(measured(arguments.servers, arguments.open, arguments.turns))
    found |= {"machine": machine(), "rows": rows(found, arguments.servers, arguments.open)}
    if arguments.json:
        print(json.dumps(found))
        return
    for one in found["rows"]:
        floor = f"{one['floor']:>8} {one['of']} {one['ratio']:>6} times" if one["floor"] else ""
        print(f"{one['what']:<70} {one['value']:>8} {one['unit']:<2} {floor} {one['goal']}")
    print(found["machine"])


if __name__ == "__main__":
    main()
