"""Many direct messages due at once, and votes meanwhile: ``python -m benchmarks.notices [MESSAGES] [--json]``.

Fills a scratch database with so many deliveries that are due (10,000), and lets the bot's own publisher send them
for some seconds: first at Discord's pace (its global limit of 50 requests a second, Discord's documentation, Rate
Limits), then to a Discord that answers at once, which says what the bot itself can do. A message is one request
here: whom the bot never wrote to costs Discord's pace a second one, which opens the conversation.

Somebody votes all the time, pressing from another thread as the gateway does. The acknowledgement is timed from the
press to the call of Discord, the vote from the press to its commit; beside both stand those on the idle bot.
"""

import argparse
import asyncio
import json
import tempfile
import time
from datetime import UTC, datetime, timedelta
from statistics import median, quantiles
from types import SimpleNamespace
from typing import Any

from sqlmodel import Session, col, func, select

from benchmarks.rows import row
from cogs.background.publisher import Publisher
from cogs.runtime import messages
from cogs.runtime.clocks import Clocks
from cogs.runtime.languages import Languages
from models.coalitions import records, setup
from models.database import schema
from models.database.keyed import Key
from models.database.store import Store
from models.database.tables import Coalition, Delivery, Notice, Participant
from models.letters import letters, window
from models.participants import participants
from models.sheets import Actor, ParticipantAnswers, ProposalAnswers
from models.submissions import proposals
from models.terms import Choice, DeliveryState, Kind, NoticeKind, NoticeState, Place
from models.voting import ballots

GLOBAL_LIMIT = 50
GUILD, MODERATOR = 1, Actor(1, 1, manages_server=True)
VOTE_EVERY = 0.05


class Discord:
    """Takes messages, no faster than so many a second; None takes them at once."""

    def __init__(self, store: Store, pace: int | None) -> None:
        self.store, self.pace, self.taken, self.free_at = store, pace, 0, 0.0
        self.user = None
        self.scheduler = SimpleNamespace(wake_at=lambda _moment: None)
        self.languages = Languages()

    async def create_dm(self, person: Any) -> Any:
        return person

    def get_partial_messageable(self, channel_id: int, **_: Any) -> Any:
        return SimpleNamespace(id=channel_id)

    async def send(self, _place: Any, _card: Any, *, nonce: str) -> Any:
        if self.pace is not None:
            now = time.monotonic()
            self.free_at = max(now, self.free_at) + 1 / self.pace
            await asyncio.sleep(self.free_at - now)
        self.taken += 1
        return SimpleNamespace(id=int(nonce.rpartition("-")[2]))


def _fill(session: Session, count: int, now: datetime) -> int:
    """A letter, one proposal to vote on, and a reminder that is due to so many people; the proposal."""
    records.joined(session, GUILD)
    session.get_one(Coalition, GUILD).announcements_id = None
    answers = ParticipantAnswers("Riverlight", "Director", "UTC", direct_messages=False)
    participants.take_part(session, MODERATOR, now, answers)
    setup.set_up(session, MODERATOR, now, {})
    made = letters.create(session, MODERATOR, now, "Keep it safe", "The Minister", now + timedelta(days=1))
    window.open_(session, MODERATOR, now, made.id)
    one = proposals.propose(session, MODERATOR, now, made.id, ProposalAnswers(Kind.ORGANISATION, "Hillcrest"))
    told = Notice(
        guild_id=GUILD, letter_id=made.id, kind=NoticeKind.REMINDER, due_at=now, make_at=now,
        state=NoticeState.MADE, dedupe="benchmark", payload={"direct": True},
    )  # fmt: skip
    session.add(told)
    session.flush()
    for number in range(100, 100 + count):
        session.add(
            Participant(
                guild_id=GUILD,
                user_id=number,
                organisation=f"Body {number}",
                organisation_key=f"body{number}",
                title="",
                time_zone="UTC",
                direct_messages=True,
                joined_at=now,
            )
        )
        session.add(Delivery(notice_id=told.id, place=Place.USER, recipient_id=number, due_at=now))
    return one.id


class Votes:
    """Presses one after the other: milliseconds until each was acknowledged, and until its vote was committed."""

    def __init__(self, store: Store, proposal: int) -> None:
        self.store, self.proposal = store, proposal
        self.acknowledged: list[float] = []
        self.committed: list[float] = []

    async def cast(self, until: float) -> None:
        """Press until then (monotonic seconds), twice at least."""
        loop = asyncio.get_running_loop()
        while time.monotonic() < until or len(self.committed) < 2:
            await asyncio.to_thread(self._press, loop)
            await asyncio.sleep(VOTE_EVERY)

    def _press(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.run_coroutine_threadsafe(self._serve(time.perf_counter()), loop).result()

    async def _serve(self, pressed: float) -> None:
        async def defer(**_how: bool) -> None:
            self.acknowledged.append((time.perf_counter() - pressed) * 1000)

        person: Any = SimpleNamespace(
            response=SimpleNamespace(is_done=lambda: False, defer=defer), extras=dict[str, Any](),
            created_at=datetime.min.replace(tzinfo=UTC), client=SimpleNamespace(clocks=Clocks()),
        )  # fmt: skip
        await messages.begin(person)  # one that comes late, which is deferred at once
        choice, number = (Choice.FOR, Choice.AGAINST)[len(self.committed) % 2], time.monotonic_ns()
        await self.store.write(ballots.cast, MODERATOR, datetime.now(UTC), self.proposal, choice, number)
        self.committed.append((time.perf_counter() - pressed) * 1000)

    def said(self) -> dict[str, float]:
        """Their middle and their worst."""
        found: dict[str, float] = {"votes": len(self.committed)}
        for name, taken in (("vote", self.committed), ("acknowledged", self.acknowledged)):
            found |= {
                f"{name}_ms_median": round(median(taken), 1),
                f"{name}_ms_p95": round(quantiles(taken, n=20)[-1], 1),
                f"{name}_ms_p99": round(quantiles(taken, n=100)[-1], 1),
                f"{name}_ms_slowest": round(max(taken), 1),
            }
        return found


async def _loaded(store: Store, proposal: int, pace: int | None, seconds: float) -> dict[str, float]:
    discord = Discord(store, pace)
    messages.send = discord.send  # type: ignore[assignment]
    publisher = Publisher(discord, card_seconds=0)  # type: ignore[arg-type]
    started, votes = time.monotonic(), Votes(store, proposal)
    publisher.nudge()
    await votes.cast(started + seconds)
    sent, took = discord.taken, time.monotonic() - started
    await publisher.stop(5)
    return {"sent": sent, "a_second": round(sent / took, 1), **votes.said()}


async def _idle(store: Store, proposal: int, seconds: float) -> dict[str, float]:
    votes = Votes(store, proposal)
    await votes.cast(time.monotonic() + seconds)
    return votes.said()


def _sent(session: Session) -> int:
    return session.exec(
        select(func.count()).select_from(Delivery).where(col(Delivery.state) == DeliveryState.SENT)
    ).one()


async def measure(count: int, seconds: float) -> dict[str, Any]:
    """The figures of the three rounds: idle, at Discord's pace, and as fast as the bot can."""
    real = messages.send
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/scratch.db"
        await asyncio.to_thread(schema.migrate, url)
        store = Store(url, Key(bytes(32)))
        try:
            proposal = await store.write(_fill, count, datetime.now(UTC))
            idle = await _idle(store, proposal, seconds)
            paced = await _loaded(store, proposal, GLOBAL_LIMIT, seconds)
            free = await _loaded(store, proposal, None, seconds)
            stored = await store.read(_sent)
        finally:
            messages.send = real
            await store.drain()
            store.close()
    return {
        "due": count,
        "seconds": seconds,
        "idle": idle,
        "at_discords_pace": paced,
        "unhindered": free,
        "stored": stored,
        "rows": _rows(count, idle, paced, free),
    }


def _rows(
    count: int, idle: dict[str, float], paced: dict[str, float], free: dict[str, float]
) -> list[dict[str, Any]]:
    due = f"{count:,} messages due"
    said = [
        row(f"{due}, sent at Discord's pace", paced["a_second"], "/s", floor=GLOBAL_LIMIT,
            of="Discord's limit", at_least=0.9),
        row(f"{due}, sent to a Discord that answers at once", free["a_second"], "/s", floor=GLOBAL_LIMIT,
            of="Discord's limit"),
        row(f"{due}, a vote meanwhile, p99", paced["vote_ms_p99"], "ms", floor=idle["vote_ms_p99"],
            of="idle", at_most=2),
    ]  # fmt: skip
    for what in ("median", "p99"):
        name = f"acknowledged_ms_{what}"
        said.append(row(f"{due}, a press acknowledged, {what}", paced[name], "ms", floor=idle[name], of="idle"))
    return said


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.notices")
    parser.add_argument("messages", type=int, nargs="?", default=10_000)
    parser.add_argument("--seconds", type=float, default=15.0, help="of each of the three rounds")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures = asyncio.run(measure(arguments.messages, arguments.seconds))
    if arguments.json:
        print(json.dumps(figures))
        return
    print(f"{figures['due']:,} direct messages due, {figures['seconds']} s each")
    for name in ("idle", "at_discords_pace", "unhindered"):
        one = figures[name]
        rate = f"{one['a_second']} sent a second; " if "sent" in one else ""
        vote, known = (
            f"{one[f'{what}_ms_median']} ms, p95 {one[f'{what}_ms_p95']}, p99 {one[f'{what}_ms_p99']}"
            for what in ("vote", "acknowledged")
        )
        print(f"{name:<17} {rate}a vote {vote}; acknowledged {known}")


if __name__ == "__main__":
    main()
