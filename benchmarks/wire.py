"""How fast the bot is on a real socket, against a bare discord.py bot: ``python -m benchmarks.wire [--json]``.

Both are processes of their own on the simulated Discord (``tests.wire``), one after the other in the same run. The bare
bot has one button that only answers. Measured are, in milliseconds from the event's leaving Discord: the
acknowledgement, and the private answer, which ours gives after its commit; idle, and with a hundred presses a second.
Then the seconds from the process's start until the first press is acknowledged, and its resident memory. The simulated
Discord and the driver share the machine with the bots; its load is part of the figures of both.
"""

import argparse
import asyncio
import json
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord

from models import signatory
from models.sheets import ProposalAnswers
from models.terms import Kind
from tests.wire import ledger
from tests.wire.coalition import Coalition, a_coalition
from tests.wire.inside import Pressed
from tests.wire.line import Line, a_line, custom_ids
from tests.wire.process import Process
from tests.wire.rest import Seen

BARE = Path(__file__).parents[1] / "tests" / "wire" / "bare.py"
VOTERS, IDLE, LOADED, A_SECOND = 50, 100, 500, 100
GOALS = {"median": 1.3, "p99": 2.0, "start": 1.5, "memory": 1.5}
Figures = dict[str, float]


@dataclass
class Clocked:
    """When each press left Discord, was acknowledged and answered, by its token."""

    pressed: dict[str, float] = field(default_factory=dict)
    acknowledged: dict[str, float] = field(default_factory=dict)
    answered: dict[str, float] = field(default_factory=dict)

    def watch(self, seen: Seen) -> None:
        """Called at both moments of each request; the first is when it arrived."""
        if not seen.before:
            return
        parts = seen.path.split("/")
        if seen.path.endswith("/callback"):
            self.acknowledged.setdefault(parts[3], time.perf_counter())
        elif seen.path.startswith("/webhooks/"):
            self.answered.setdefault(parts[3], time.perf_counter())

    def figures(self) -> dict[str, Figures]:
        """Milliseconds from the press."""
        return {
            "acknowledgement": _figures([self.acknowledged[one] - at for one, at in self.pressed.items()]),
            "answer": _figures([self.answered[one] - at for one, at in self.pressed.items()]),
        }


def _figures(seconds: list[float]) -> Figures:
    milliseconds = sorted(1000 * one for one in seconds)
    p99 = milliseconds[max(0, round(0.99 * len(milliseconds)) - 1)]
    return {"median": round(statistics.median(milliseconds), 2), "p99": round(p99, 2)}


async def pressed(
    line: Line, press: Callable[[int], Pressed], number: int, a_second: float
) -> dict[str, Figures]:
    """So many presses, one after the other where ``a_second`` is 0."""
    clocked = Clocked()
    line.rest.watch = clocked.watch
    all_: list[Pressed] = []
    began = time.perf_counter()
    for one in range(number):
        at = time.perf_counter()
        made = press(one)
        clocked.pressed[made.record.token] = at
        all_.append(made)
        if a_second:
            await asyncio.sleep(max(0.0, began + (one + 1) / a_second - time.perf_counter()))
        else:
            await line.until(lambda made=made: made.answered)  # type: ignore[misc]
    await line.until(lambda: all(one.answered for one in all_))
    line.rest.watch = None
    return clocked.figures()


async def bot(line: Line, press: Callable[[int], Pressed], program: Path | None) -> dict[str, Any]:
    """Start it, press, and end it; its figures."""
    identified, began = line.gateway.identified, time.perf_counter()
    if program is None:
        await line.start(card_seconds=2)
    else:
        line.bot = await Process.start(line.host, line.database, program=program)
        await line.until(lambda: line.gateway.identified > identified, patience=180)
    first = press(0)
    await line.until(lambda: first.acknowledged)
    ready = time.perf_counter() - began
    await line.until(lambda: first.answered)
    await pressed(line, press, 20, 0)
    found: dict[str, Any] = {
        "idle": await pressed(line, press, IDLE, 0),
        f"{A_SECOND} a second": await pressed(line, press, LOADED, A_SECOND),
        "start_s": round(ready, 2),
    }
    assert line.bot is not None
    with suppress(FileNotFoundError):  # where there is no /proc
        found["memory_mb"] = _memory(line.bot.pid)
    await line.bot.stop()
    return found


def _memory(pid: int) -> float:
    """Resident memory in megabytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1)


async def measured() -> dict[str, Any]:
    """The figures of both bots, and ours in times of the other's."""
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        async with a_line(Path(folder)) as line:
            house, signatory_id = _prepared(line)
            card = await _card(line, house)
            plain = line.world.button(house.board.id, "bare:1")
            choices = ("for", "against", "abstain")
            base = f"us:1:b:vote:{house.guild.id}:{signatory_id}"

            def vote(number: int) -> Pressed:
                who = house.members[number % VOTERS]
                return line.press(who, card, f"{base}:{choices[(number + number // VOTERS) % 3]}")

            def bare(number: int) -> Pressed:
                return line.press(house.members[number % VOTERS], plain, "bare:1")

            floor, ours = await bot(line, bare, BARE), await bot(line, vote, None)
    return {"bare": floor, "undersigned": ours, "ratio": _ratios(floor, ours)}


def _ratios(floor: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _ratios(floor[name], value) if isinstance(value, dict) else round(value / floor[name], 2)
        for name, value in ours.items()
    }


def _prepared(line: Line) -> tuple[Coalition, int]:
    now = datetime.now(UTC)
    house = a_coalition(line, now, members=VOTERS)
    letter_id = house.letter("Keep it safe", now, now + timedelta(days=9))
    answers = ProposalAnswers(Kind.ORGANISATION, "Bridge Trust", "KE")
    made = house.write(signatory.propose, house.actor(house.ana), now, letter_id, answers)
    return house, made.id


async def _card(line: Line, house: Coalition) -> Any:
    """The card of the proposal, posted by a first run of the bot, which also brings the database to its revision."""
    await line.start()
    await line.until(lambda: ledger.cards_by_proposal(house))
    assert line.bot is not None
    await line.bot.stop()
    [card] = [one for one in line.world.messages(house.proposals.id) if custom_ids(one)]
    return card


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
    if arguments.json:
        print(json.dumps(found))
        return
    for name in ("idle", f"{A_SECOND} a second"):
        for what in ("acknowledgement", "answer"):
            for figure in ("median", "p99"):
                floor, ours, times = (
                    found[who][name][what][figure] for who in ("bare", "undersigned", "ratio")
                )
                print(
                    f"{name:<14} {what:<16} {figure:<7} {floor:>9} ms bare {ours:>9} ms ours {times:>6} times"
                )
    for name in ("start_s", "memory_mb"):
        if name in found["ratio"]:
            floor, ours, times = (found[who][name] for who in ("bare", "undersigned", "ratio"))
            print(f"{name:<39} {floor:>9}         {ours:>9}         {times:>6} times")
    print(f"machine: {found['machine']}")


if __name__ == "__main__":
    main()
