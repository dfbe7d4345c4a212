"""Many direct messages due at once, and votes meanwhile: ``python -m benchmarks.notices [MESSAGES] [--json]``.

Fills a scratch database with so many deliveries that are due (10,000), and lets the bot's own teller send them for some
seconds: first at Discord's pace (its global limit of 50 requests a second, Discord's documentation, Rate Limits), then
to a Discord that answers at once, which says what the bot itself can do. Votes are cast one after the other all the
time. Their latency, from the press to the commit, stands beside that of the same votes on the idle bot.
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

from cogs.kit import post
from cogs.kit.teller import Teller
from models import ballot, coalition, letter, participant, schema, signatory, window
from models.sheets import Actor, ParticipantAnswers, ProposalAnswers
from models.store import Store
from models.tables import Coalition, Delivery, Notice, Participant
from models.terms import Choice, DeliveryState, Kind, NoticeKind, NoticeState, Place

GLOBAL_LIMIT = 50
GUILD, MODERATOR = 1, Actor(1, 1, manages_server=True)
VOTE_EVERY = 0.05


class Discord:
    """Takes messages, no faster than so many a second; None takes them at once."""

    def __init__(self, store: Store, pace: int | None) -> None:
        self.store, self.pace, self.taken, self.free_at = store, pace, 0, 0.0
        self.user = None
        self.waker = SimpleNamespace(wake_at=lambda _moment: None)

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
    coalition.joined(session, GUILD)
    session.get_one(Coalition, GUILD).announcements_id = None
    answers = ParticipantAnswers("Riverlight", "Director", "UTC", direct_messages=False)
    participant.take_part(session, MODERATOR, now, answers)
    coalition.set_up(session, MODERATOR, now, {})
    made = letter.create(session, MODERATOR, now, "Keep it safe", "The Minister", now + timedelta(days=1))
    window.open_(session, MODERATOR, now, made.id)
    one = signatory.propose(session, MODERATOR, now, made.id, ProposalAnswers(Kind.ORGANISATION, "Hillcrest"))
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


async def _votes(store: Store, proposal: int, until: float) -> list[float]:
    """Votes one after the other; milliseconds from the press to the commit of each."""
    taken: list[float] = []
    while time.monotonic() < until:
        started, number = time.perf_counter(), time.monotonic_ns()
        choice = (Choice.FOR, Choice.AGAINST)[len(taken) % 2]
        await store.write(ballot.cast, MODERATOR, datetime.now(UTC), proposal, choice, number)
        taken.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(VOTE_EVERY)
    return taken


async def _loaded(store: Store, proposal: int, pace: int | None, seconds: float) -> dict[str, float]:
    discord = Discord(store, pace)
    post.send = discord.send  # type: ignore[assignment]
    teller = Teller(discord, card_seconds=0)  # type: ignore[arg-type]
    started = time.monotonic()
    teller.nudge()
    votes = await _votes(store, proposal, started + seconds)
    sent, took = discord.taken, time.monotonic() - started
    await teller.stop(5)
    return {"sent": sent, "a_second": round(sent / took, 1), **_said(votes)}


def _said(votes: list[float]) -> dict[str, float]:
    return {
        "votes": len(votes),
        "vote_ms_median": round(median(votes), 1),
        "vote_ms_p95": round(quantiles(votes, n=20)[-1], 1),
        "vote_ms_slowest": round(max(votes), 1),
    }


def _sent(session: Session) -> int:
    return session.exec(
        select(func.count()).select_from(Delivery).where(col(Delivery.state) == DeliveryState.SENT)
    ).one()


async def measure(count: int, seconds: float) -> dict[str, Any]:
    """The figures of the three rounds: idle, at Discord's pace, and as fast as the bot can."""
    real = post.send
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/scratch.db"
        await asyncio.to_thread(schema.migrate, url)
        store = Store(url)
        try:
            proposal = await store.write(_fill, count, datetime.now(UTC))
            idle = _said(await _votes(store, proposal, time.monotonic() + seconds))
            paced = await _loaded(store, proposal, GLOBAL_LIMIT, seconds)
            free = await _loaded(store, proposal, None, seconds)
            stored = await store.read(_sent)
        finally:
            post.send = real
            await store.drain()
            store.close()
    return {
        "due": count,
        "seconds": seconds,
        "idle": idle,
        "at_discords_pace": paced,
        "unhindered": free,
        "stored": stored,
    }


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
        print(f"{name:<17} {rate}a vote {one['vote_ms_median']} ms, p95 {one['vote_ms_p95']} ms")


if __name__ == "__main__":
    main()
