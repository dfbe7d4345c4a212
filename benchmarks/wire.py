"""How fast the bot is on a real socket, against a bare discord.py bot: ``python -m benchmarks.wire [--json]``.

Both are processes of their own, each on a simulated Discord (``rehearsal.wire``) of its own, and both are there all the
time; presses come in turns, some to the one, then some to the other, so that whatever else the machine does hits both.
The bare bot has one button that only answers. Measured are, in milliseconds from the event's leaving Discord, the
acknowledgement and the private answer, which ours gives after its commit and which mostly is the acknowledgement: idle,
and with sixty presses a second.
A third bot, ours with its database on tmpfs, shows what the disk takes, and so does ``fsync`` of a file beside the
database, timed between the turns.
Beside the clock stands what the bot's process worked for a press, on all its threads. Then the seconds from the
process's start until the first press is acknowledged, and its resident memory at the end.
"""

import argparse
import asyncio
import json
import os
import platform
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord

from benchmarks.rows import row
from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind
from rehearsal.wire import ledger
from rehearsal.wire.coalition import Coalition, a_coalition
from rehearsal.wire.inside import Pressed
from rehearsal.wire.line import Line, a_line, custom_ids
from rehearsal.wire.process import Process
from rehearsal.wire.rest import Seen

BARE = Path(__file__).parents[1] / "rehearsal" / "wire" / "bare.py"
VOTERS, A_SECOND = 50, 60
LOAD = f"{A_SECOND} a second"
WARM_UP = 40
STARTS = 5
IDLE, LOADED = (10, 20), (10, 60)
"""How many turns of each bot, and how many presses a turn."""
REST = 0.5
"""Seconds between two turns: what a bot does after its last answer is not to meet the other's presses."""
SYNCS = 10
PAUSE = 0.05
"""Seconds between an answer and the next press where the bot is idle: what it does after an answer is done by then."""
GOALS = {"idle": 1.8, "loaded": 2.5, "work": 1.8, "start": 1.5, "memory": 1.5}
MOST = {"answer, p99": 250.0, "acknowledgement, slowest": 2000.0}
"""Milliseconds with sixty presses a second."""
PROC, TMPFS = Path("/proc"), Path("/dev/shm")  # noqa: S108
OURS, ON_TMPFS = "undersigned", "on tmpfs"
BOTS = ("bare", OURS, *([ON_TMPFS] if TMPFS.is_dir() else ()))
Figures = dict[str, float]


@dataclass
class Clocked:
    """When each press left Discord, was acknowledged and answered, by its token; and what the bot worked meanwhile."""

    pressed: dict[str, float] = field(default_factory=dict)
    acknowledged: dict[str, float] = field(default_factory=dict)
    answered: dict[str, float] = field(default_factory=dict)
    worked: float = 0.0

    def watch(self, seen: Seen) -> None:
        """Called at both moments of each request; the first is when it arrived."""
        if not seen.before:
            return
        now, late = time.perf_counter(), seen.path.startswith("/webhooks/")
        if seen.responds:
            self.acknowledged.setdefault(seen.path.split("/")[3], now)
        if late or (seen.responds and not seen.defers):
            self.answered.setdefault(seen.path.split("/")[3], now)

    def figures(self) -> dict[str, Figures]:
        """Milliseconds from the press, and of work for one."""
        return {
            "acknowledgement": _figures([self.acknowledged[one] - at for one, at in self.pressed.items()]),
            "answer": _figures([self.answered[one] - at for one, at in self.pressed.items()]),
            "work": {"mean": round(1000 * self.worked / len(self.pressed), 2)},
        }


def _figures(seconds: list[float]) -> Figures:
    milliseconds = sorted(1000 * one for one in seconds)
    p99 = milliseconds[max(0, round(0.99 * len(milliseconds)) - 1)]
    return {
        "median": round(statistics.median(milliseconds), 2),
        "p99": round(p99, 2),
        "slowest": round(milliseconds[-1], 2),
    }


@dataclass
class Side:
    """One of the two bots and its Discord. ``press`` makes the press of this number."""

    line: Line
    press: Callable[[int], Pressed]
    program: Path
    starts: list[float] = field(default_factory=list)
    worked_at_start: list[float] = field(default_factory=list)

    async def start(self) -> None:
        """Start the process; it is there when it has answered a press."""
        line, identified, began = self.line, self.line.gateway.identified, time.perf_counter()
        line.bot = await Process.start(line.host, line.database, program=self.program)
        await line.until(lambda: line.gateway.identified > identified)
        first = self.press(0)
        await line.until(lambda: first.acknowledged)
        self.starts.append(time.perf_counter() - began)
        self.worked_at_start.append(_worked(line.bot.pid))
        await line.until(lambda: first.answered)

    async def stop(self) -> None:
        assert self.line.bot is not None
        await self.line.bot.stop()

    async def pressed(self, clocked: Clocked, number: int, a_second: float) -> None:
        """This many presses, one after the other where ``a_second`` is 0."""
        assert self.line.bot is not None
        self.line.rest.watch = clocked.watch
        worked, began = _worked(self.line.bot.pid), time.perf_counter()
        all_: list[Pressed] = []
        for one in range(number):
            at = time.perf_counter()
            made = self.press(len(clocked.pressed))
            clocked.pressed[made.record.token] = at
            all_.append(made)
            if a_second:
                await asyncio.sleep(max(0.0, began + (one + 1) / a_second - time.perf_counter()))
            else:
                await self.line.until(lambda made=made: made.answered)  # type: ignore[misc]
                await asyncio.sleep(PAUSE)
        await self.line.until(lambda: all(one.answered for one in all_))
        await asyncio.sleep(REST)
        self.line.rest.watch = None
        clocked.worked += _worked(self.line.bot.pid) - worked

    def found(self) -> dict[str, Any]:
        """Start and memory."""
        assert self.line.bot is not None
        started = {
            "start_s": statistics.median(self.starts),
            "start_work_s": statistics.median(self.worked_at_start),
        }
        return {name: round(value, 2) for name, value in started.items()} | {
            "memory_mb": memory(self.line.bot.pid)
        }


def _synced(folder: Path) -> list[float]:
    """Milliseconds of a few ``fsync`` on the disk of the database."""
    times = []
    with (folder / "synced").open("ab", buffering=0) as file:
        for _ in range(SYNCS):
            file.write(bytes(4096))
            began = time.perf_counter()
            os.fsync(file.fileno())
            times.append(1000 * (time.perf_counter() - began))
    return times


def _worked(pid: int) -> float:
    """Seconds that the process worked until now, on all its threads; 0 if there is no /proc."""
    try:
        fields = (PROC / str(pid) / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Resident memory in megabytes; 0 if there is no /proc."""
    try:
        pages = int((PROC / str(pid) / "statm").read_text(encoding="ascii").split()[1])
    except FileNotFoundError:
        return 0.0
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1)


async def measured(
    idle: tuple[int, int] = IDLE, loaded: tuple[int, int] = LOADED, starts: int = STARTS
) -> dict[str, Any]:
    """The figures of both bots, and ours in times of the other's."""
    async with _both() as sides:
        for number in range(starts):
            for side in sides.values():
                await side.start()
                if number < starts - 1:
                    await side.stop()
        for side in sides.values():
            await side.pressed(Clocked(), WARM_UP, 0)
        found: dict[str, dict[str, Any]] = {name: {} for name in sides}
        syncs: list[float] = []
        for what, (turns, presses), a_second in (("idle", idle, 0), (LOAD, loaded, A_SECOND)):
            clocks = {name: Clocked() for name in sides}
            for _ in range(turns):
                for name, side in sides.items():
                    await side.pressed(clocks[name], presses, a_second)
                syncs += _synced(sides[OURS].line.folder)
            for name, clocked in clocks.items():
                found[name][what] = clocked.figures()
        for name, side in sides.items():
            found[name] |= side.found()
            await side.stop()
    ratio = _ratios(found["bare"], found[OURS])
    return {**found, "ratio": ratio, "fsync_ms": round(statistics.median(syncs), 2)}


def _ratios(floor: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """Ours in times of the floor's; where the floor is nothing, nothing."""
    return {
        name: _ratios(floor[name], value)
        if isinstance(value, dict)
        else round(value / floor[name], 2)
        if floor[name]
        else None
        for name, value in ours.items()
    }


@asynccontextmanager
async def _both() -> AsyncIterator[dict[str, Side]]:
    async with AsyncExitStack() as stack:
        lines = {}
        for name in BOTS:
            place = tempfile.TemporaryDirectory(prefix="undersigned-", dir=TMPFS if name == ON_TMPFS else None)
            lines[name] = await stack.enter_async_context(a_line(Path(stack.enter_context(place))))
        other = a_coalition(lines["bare"], datetime.now(UTC), members=VOTERS)
        plain = lines["bare"].world.button(other.board.id, "bare:1")

        def bare(number: int) -> Pressed:
            return lines["bare"].press(other.members[number % VOTERS], plain, "bare:1")

        sides = {"bare": Side(lines["bare"], bare, BARE)}
        for name in BOTS[1:]:
            sides[name] = await _ours(lines[name])
        yield sides


async def _ours(line: Line) -> Side:
    house = _prepared(line)
    card = await _card(line, house)
    votes = [one for one in custom_ids(card) if one.split(":")[3] == "vote"]

    def vote(number: int) -> Pressed:
        who = house.members[number % VOTERS]
        return line.press(who, card, votes[(number + number // VOTERS) % len(votes)])

    return Side(line, vote, BARE.parents[2] / "bot.py")


def _prepared(line: Line) -> Coalition:
    now = datetime.now(UTC)
    house = a_coalition(line, now, members=VOTERS)
    letter_id = house.letter("Keep it safe", now, now + timedelta(days=9))
    answers = ProposalAnswers(Kind.ORGANISATION, "Bridge Trust", "KE")
    house.write(proposals.propose, house.actor(house.ana), now, letter_id, answers)
    return house


async def _card(line: Line, house: Coalition) -> Any:
    """The card of the proposal, posted by a first run of the bot, which also tells Discord its commands."""
    await line.start()
    await line.until(lambda: ledger.cards_by_proposal(house))
    assert line.bot is not None
    await line.bot.stop()
    [card] = [one for one in line.world.messages(house.proposals.id) if custom_ids(one)]
    return card


def rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures for the table."""
    floor, ours = found["bare"], found[OURS]
    made = []
    for load, median in (("idle", None), (LOAD, GOALS["loaded"])):
        for what, figure, goal in (
            ("acknowledgement", "p99", None), ("answer", "median", median), ("answer", "p99", None),
            ("work", "mean", GOALS["work"]),
        ):  # fmt: skip
            named = f"a vote's press, {load}: {what}, {figure}"
            value, least = ours[load][what][figure], floor[load][what][figure]
            made.append(row(named, value, "ms", floor=least, of="bare bot", at_most=goal))
    answer, least = ours["idle"]["answer"]["median"], floor["idle"]["answer"]["median"]
    unsynced = "a vote's press, idle: answer without its fsync, median"
    made.append(
        row(unsynced, answer - found["fsync_ms"], "ms", floor=least, of="bare bot", at_most=GOALS["idle"])
    )
    if ON_TMPFS in found:
        value = found[ON_TMPFS]["idle"]["answer"]["median"]
        named = "a vote's press, idle: answer, median, database on tmpfs"
        made.append(row(named, value, "ms", floor=least, of="bare bot"))
    for named, most in MOST.items():
        what, figure = named.split(", ")
        value = ours[LOAD][what][figure]
        made.append(row(f"a vote's press, {LOAD}: {named}", value, "ms", floor=most, of="at most", at_most=1))
    for name, unit, named, goal in (
        ("start_s", "s", "start until the first press is acknowledged", GOALS["start"]),
        ("start_work_s", "s", "start: work", None),
        ("memory_mb", "MB", "resident memory", GOALS["memory"]),
    ):
        made.append(row(named, ours[name], unit, floor=floor[name], of="bare bot", at_most=goal))
    return made


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")
    arguments = parser.parse_args()
    found = asyncio.run(measured())
    found["machine"] = {
        "python": platform.python_version(), "discord.py": discord.__version__, "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1), "system": platform.platform(),
    }  # fmt: skip
    found["goals"] = GOALS
    found["rows"] = rows(found)
    if arguments.json:
        print(json.dumps(found))
        return
    for one in found["rows"]:
        floor = f"{one['floor']:>8} bare {one['ratio']:>6} times" if one["floor"] else ""
        print(f"{one['what']:<58} {one['value']:>8} {one['unit']:<2} {floor} {one['goal']}")
    print(f"machine: {found['machine']}")


if __name__ == "__main__":
    main()
