"""The matrix, each kind of fault during each act of a story: ``python -m rehearsal.wire.matrix [--json] [--kind K]``.

A story without faults comes first. Then each kind strikes in each act, one story a cell; what is on Discord and
what is stored in the end must be the same. Prints for each cell how many requests or events were hit, and how often a
member had to try again. Exits with 1 where a story came out differently, and says how.
"""

import argparse
import asyncio
import difflib
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rehearsal.wire.faults import Fault
from rehearsal.wire.line import Line, a_line
from rehearsal.wire.rest import Seen
from rehearsal.wire.story import Act, Story

REQUESTS = (
    ("POST", "*/callback"),
    ("PATCH", "/webhooks/*"),
    ("POST", "/channels/*/messages"),
    ("PATCH", "/channels/*/messages/*"),
    ("POST", "/users/@me/channels"),
)
"""Every sort of request that the bot makes in a story; a fault happens to the first of each sort."""
HELD_SECONDS = 1.5
Outcome = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault. ``strike`` lets it happen from now on, until ``fix``."""

    strike: Callable[[Line, Story], list[Fault]]
    new_session: bool = False
    """Whether the bot identifies again after it, later each time, so that each story gets a bot of its own."""


def _requests(**what: Any) -> Kind:
    return Kind(lambda line, _story: [line.rest.faults.add(Fault(*each, **what)) for each in REQUESTS])


def _held(line: Line, _story: Story) -> list[Fault]:
    """Somebody else writes into the database until the bot asked a member to wait."""
    hit = Fault("", "database")

    def now() -> None:
        release = line.hold_database()

        def watch(seen: Seen) -> None:
            if seen.defers and not seen.before:
                hit.happened += 1
                release()

        line.rest.watch = watch
        asyncio.get_running_loop().call_later(HELD_SECONDS, release)  # what only reads does not wait

    line.gateway.before_next = now
    return [hit]


def _connection(happens: Callable[[Line], None], *, new_session: bool = False) -> Kind:
    def strike(line: Line, _story: Story) -> list[Fault]:
        hit = Fault("", "gateway")

        def now() -> None:
            hit.happened += 1
            happens(line)

        line.gateway.before_next = now
        return [hit]

    return Kind(strike, new_session)


def _twice(line: Line, _story: Story) -> list[Fault]:
    line.gateway.twice = True
    return [line.gateway.doubled]


def _out_of_order(line: Line, story: Story) -> list[Fault]:
    """What a member does arrives after what somebody does later."""
    hit = Fault("", "gateway")

    def hold() -> None:
        hit.happened += 1
        line.gateway.hold()
        asyncio.get_running_loop().call_soon(story.glance)
        asyncio.get_running_loop().call_later(0.1, line.gateway.release)

    line.gateway.before_next = hold
    return [hit]


KINDS = {
    "slow": _requests(delay=1.0),
    "fails before the work": _requests(status=500),
    "fails after the work": _requests(status=500, after=True),
    "cut before the work": _requests(cut=True),
    "cut after the work": _requests(cut=True, after=True),
    "rate limited (429)": _requests(status=429),
    "database held": Kind(_held),
    "database held, replies lost": Kind(
        lambda line, story: [*_held(line, story), *_requests(status=500, after=True).strike(line, story)]
    ),
    "gateway dropped, resumed": _connection(lambda line: line.gateway.drop()),
    "session lost": _connection(lambda line: line.gateway.lose()),
    "no JSON": _connection(lambda line: line.gateway.say("{no JSON"), new_session=True),
    "event lacks everything": _connection(
        lambda line: line.gateway.push("CHANNEL_CREATE", {}), new_session=True
    ),
    "events twice": Kind(_twice),
    "events out of order": Kind(_out_of_order),
}


@dataclass
class Cell:
    """What came of one kind of fault in some acts."""

    kind: str
    acts: Sequence[Act]
    hits: int = 0
    tried_again: int = 0
    differences: list[str] = field(default_factory=list)


def mend(line: Line) -> None:
    """From now on nothing goes wrong."""
    line.rest.faults.planned.clear()
    line.gateway.before_next, line.gateway.twice, line.rest.watch = None, False, None


async def told(story: Story, kind: str | None, acts: Sequence[Act]) -> tuple[Outcome, Cell]:
    """A story in which this kind strikes in these acts: how it came out, and what was hit."""
    line, cell = story.line, Cell(kind or "none", acts)
    line.gateway.doubled.happened = 0
    struck: list[Fault] = []

    async def during(act: Act) -> None:
        mend(line)
        if kind is not None and act in acts:
            struck.extend(one for one in KINDS[kind].strike(line, story) if one not in struck)

    try:
        await story.tell(during)
    except AssertionError as never:
        cell.differences.append(f"it never finished: {never}")
    mend(line)
    cell.hits, cell.tried_again = sum(one.happened for one in struck), story.tried_again
    return story.outcome(), cell


async def matrix(cells: Iterable[tuple[str, Sequence[Act]]]) -> list[Cell]:
    """Tell a story for each of these cells, and one without a fault to compare with."""
    done = []
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        async with a_line(Path(folder)) as line:
            line.world.hurries = True
            await line.start()  # which makes the database
            wanted, clean = await told(await _begun(line, 0, fresh=True), None, ())
            assert not clean.differences, clean.differences
            for number, (kind, acts) in enumerate(cells, 1):
                story = await _begun(line, number, fresh=KINDS[kind].new_session)
                outcome, cell = await told(story, kind, acts)
                for place, said in wanted.items():
                    changes = difflib.unified_diff(
                        said, outcome[place], place, "with the fault", n=0, lineterm=""
                    )
                    cell.differences += list(changes)
                done.append(cell)
                print(f"{kind:<28} {', '.join(acts):<12} hits {cell.hits:>2}, tried again {cell.tried_again}, "
                      f"{'the same' if not cell.differences else 'DIFFERENT'}", file=sys.stderr)  # fmt: skip
    return done


async def _begun(line: Line, number: int, *, fresh: bool) -> Story:
    """The story of this number, with a bot of its own where it is to be ``fresh``: one that starts when all is written
    down, so that what it tells first hangs on no race."""
    if not fresh:
        return Story(line, number)
    assert line.bot is not None
    await line.bot.stop()
    story = Story(line, number)
    await line.start()
    return story


def main() -> int:
    """Print the table; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="only this kind; may be repeated")
    parser.add_argument("--json", action="store_true", help="the table as one JSON object")
    arguments = parser.parse_args()
    kinds = arguments.kind or list(KINDS)
    cells = asyncio.run(matrix((kind, (act,)) for kind in kinds for act in Act))
    if arguments.json:
        print(json.dumps([{"kind": one.kind, "act": one.acts[0], "hits": one.hits, "tried_again": one.tried_again,
                           "differences": one.differences} for one in cells]))  # fmt: skip
    else:
        print(f"{'hits / tried again':<28}" + "".join(f"{act:>14}" for act in Act))
        for kind in kinds:
            row = [one for one in cells if one.kind == kind]
            print(f"{kind:<28}" + "".join(_shown(one) for one in row))
    for one in cells:
        if one.differences:
            print(f"{one.kind}, {one.acts[0]}:", *one.differences, sep="\n  ")
    return 1 if any(one.differences for one in cells) else 0


def _shown(cell: Cell) -> str:
    said = f"{cell.hits} / {cell.tried_again}"
    return f"{said if not cell.differences else 'DIFFERENT':>14}"


if __name__ == "__main__":
    sys.exit(main())
