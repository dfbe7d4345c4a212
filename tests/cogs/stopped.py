"""A letter's week on a bot that is stopped, killed and started again at chance; what is on Discord after it."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import discord
import pytest
from sqlmodel import Session, select

from cogs.background.sender import NONCE_HOLDS
from cogs.runtime import messages
from cogs.ui.layout import Card
from models.database.tables import Delivery, Notice, PublicCard as PublicCard, Signatory
from models.delivery.claims import LEASE
from models.letters import texts, window
from models.letters.outages import LAST_HOURS, SHORTEST
from models.operations import due_work
from models.participants import participants
from models.publishing import publication
from models.review import review
from models.sheets import ParticipantAnswers
from models.terms import CardKind, Choice
from models.voting import ballots
from rehearsal import inside
from rehearsal.stage import SECOND, Stage
from tests.cogs.background.house import House, a_house
from tests.cogs.campaign import CLOSE as FIRST_CLOSE
from tests.cogs.desk import parts

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
MOVED, CLOSE = FIRST_CLOSE + 5 * DAY, FIRST_CLOSE + 5 * DAY + 6 * HOUR
ZONES = ("Europe/London", "Asia/Kathmandu", "Australia/Lord_Howe")
LONGEST = 40 * MINUTE
"""Longer, and of two reminders only the later one is sent, as it should be."""
AWAY: tuple[Callable[[float], timedelta], ...] = (
    lambda share: share * MINUTE,
    lambda share: LEASE + MINUTE / 6 + share * MINUTE,
    lambda share: LEASE + share * (LONGEST - LEASE),
)
"""Before a claim ends, just after it, and for long."""
QUICKLY = 6.0
"""simcord waits in real time for what is due within so many seconds."""
send = messages.send

Sent = Counter[tuple[str, str, str]]
"""What is on Discord: (channel or person, kind, what it is about), each with how often: two notices may be about
the same, each notice is there once."""


@dataclass
class Fate:
    """When the bot is stopped, and at which of its sends it is killed: before the message arrived, or after it."""

    stops: list[datetime] = field(default_factory=list)
    kills: dict[int, bool] = field(default_factory=dict)
    """By the number of the send; whether the message arrived."""
    away: Callable[[], timedelta] = timedelta

    @classmethod
    def drawn(cls, seed: int) -> "Fate":
        """Four stops and five kills."""
        chance = random.Random(seed)
        week = (CLOSE + DAY - FIRST_CLOSE + DAY).total_seconds()
        stops = sorted(FIRST_CLOSE - DAY + chance.random() * week * SECOND for _ in range(4))
        kills = {number: chance.random() < 0.5 for number in chance.sample(range(1, 32), 5)}
        return cls(stops, kills, lambda: chance.choice(AWAY)(chance.random()))


class Discord:
    """The line to Discord: it knows a nonce again for as long as it promises to, and the bot may die on it."""

    def __init__(self, stage: Stage, kills: dict[int, bool]) -> None:
        self.stage, self.kills = stage, kills
        self.known: dict[str, tuple[datetime, discord.Message]] = {}
        self.sends, self.died = 0, False

    async def send(self, place: discord.abc.Messageable, card: Card, *, nonce: str) -> discord.Message:
        self._live()
        self.sends += 1
        arrives = self.kills.get(self.sends)
        self.died = arrives is not None
        if not arrives:
            self._live()
        at, message = self.known.get(nonce, (None, None))
        if at is None or message is None or self.stage.env.now() - at > NONCE_HOLDS:
            at, message = self.stage.env.now(), await send(place, card, nonce=nonce)
            self.known[nonce] = at, message
        self._live()
        return message

    def _live(self) -> None:
        if self.died:
            raise asyncio.CancelledError


@dataclass
class Week:
    """The letter's week: an extension, votes, an approval, a refusal, a publication, a pause, a second extension."""

    house: House
    fate: Fate
    line: Discord
    members: dict[str, Any]

    async def run(self) -> Sent:
        """Live through it; what Discord holds at the end."""
        acts = self._acts()
        for number, (at, act) in enumerate(acts):
            await self._until(at)
            await act()
            await self._told()
            if self.line.died:
                await self._away(acts[number + 1][0] if number + 1 < len(acts) else CLOSE + 2 * DAY)
        await self._until(CLOSE + 2 * DAY)
        return await self._sent()

    def _acts(self) -> list[tuple[datetime, Callable[[], Awaitable[Any]]]]:
        desk, start = self.house.desk, FIRST_CLOSE - DAY
        ana, mo = desk.world.ana, desk.mo

        def write(verb: Callable[..., Any], who: Any, *given: Any) -> Callable[[], Awaitable[Any]]:
            actor = desk.moderator(who) if who is mo else desk.server.actor(who)
            return lambda: desk.store.write(verb, actor, desk.now, *given)

        async def vote(name: str, choice: Choice) -> None:
            await write(ballots.cast, ana, await self._id(name), choice, self.line.sends + 1)()

        async def decide(verb: Callable[..., Any], name: str, *given: Any) -> None:
            await write(verb, mo, (await self._id(name),), *given)()

        acts: list[tuple[timedelta, Callable[[], Awaitable[Any]]]] = [
            (HOUR, write(texts.write, mo, None, "Keep it safe.", "en")),
            (2 * HOUR, write(window.extend, mo, None, MOVED)),
            (3 * HOUR, partial(desk.propose, "Riverlight")),
            (4 * HOUR, partial(vote, "Riverlight", Choice.FOR)),
            (DAY + 5 * HOUR, partial(decide, review.approve, "Riverlight")),
            (DAY + 6 * HOUR, partial(desk.propose, "Hillcrest", agreed=False)),
            (2 * DAY + 7 * HOUR, write(publication.publish, mo)),
            (2 * DAY + 8 * HOUR, partial(decide, review.decline, "Hillcrest", "Nobody told us who agreed")),
            (3 * DAY + HOUR, write(window.pause, mo)),
            (3 * DAY + 4 * HOUR, write(window.resume, mo)),
            (4 * DAY + 3 * HOUR, partial(desk.propose, "Shoreline")),
            (4 * DAY + 4 * HOUR, partial(desk.enter, "Lake Circle")),
            (4 * DAY + 5 * HOUR, write(window.extend, mo, None, CLOSE)),
            (5 * DAY + 20 * HOUR, partial(desk.propose, "Northern Ferry")),
            (CLOSE + HOUR - start, partial(decide, review.approve, "Lake Circle")),
            (CLOSE + 2 * HOUR - start, partial(decide, review.approve, "Shoreline")),
            (CLOSE + 3 * HOUR - start, partial(decide, review.decline, "Northern Ferry", "It came too late for us")),
        ]  # fmt: skip
        return [(start + after, act) for after, act in acts]

    async def _id(self, name: str) -> int:
        query = select(Signatory.id).where(Signatory.name == name)
        return int(await self.house.desk.store.read(lambda session: session.exec(query).one()))

    async def _until(self, to: datetime) -> None:
        """Stop at each moment at which something is due, and at each at which the bot is stopped."""
        env = self.house.stage.env
        while True:
            moment = await self.house.desk.store.read(due_work.next_moment, env.now())
            waits = moment is not None and moment + SECOND <= to
            now = max(env.now(), moment + SECOND) if waits and moment is not None else to
            if self.fate.stops and self.fate.stops[0] <= now:
                now = max(env.now(), self.fate.stops.pop(0))
                inside.set_clock(env, now)
                await self._away(to)
                continue
            inside.set_clock(env, now)
            await self._told()
            if self.line.died:
                await self._away(to)
            elif not waits:
                return

    async def _told(self) -> None:
        await self.house.stage.tell()

    async def _away(self, before: datetime) -> None:
        """The bot is gone for a while, back before the next act, and never so long before a close that it matters."""
        stage = self.house.stage
        now = stage.env.now()
        most = SHORTEST - MINUTE if CLOSE - LAST_HOURS - LONGEST < now < CLOSE else LONGEST
        await stage.bot.close()
        inside.set_clock(stage.env, now + min(self.fate.away(), most, max(timedelta(), before - now - MINUTE)))
        self.line.died = False
        await stage.restart()
        await stage.env.settle()
        if self.line.died:
            await self._away(before)

    async def _sent(self) -> Sent:
        """Every message of the bot on Discord, by what its mark says that it is."""
        self.house.stage.forget_traffic()  # other tests check each request against Discord's own description
        subjects = await self.house.desk.store.read(_subjects)
        places = {name: getattr(self.house, name) for name in ("news", "proposals", "board")}
        people = {"ben": self.house.desk.world.ben, **self.members}
        places |= {name: who.user.dm_channel for name, who in people.items() if who.user.dm_channel}
        found = [
            (name, mark)
            for name, place in places.items()
            for mark in map(_mark, self.house.stage.messages(place))
            if mark in subjects
        ]
        assert len(found) == len(set(found)), [one for one, times in Counter(found).items() if times > 1]
        return Counter((name, *subjects[mark]) for name, mark in found)


def _mark(message: discord.Message) -> str:
    marks = (str(part.get("custom_id", "")).partition("~")[2] for part in parts(message))
    return next(filter(None, marks), "")


def _subjects(session: Session) -> dict[str, tuple[str, str]]:
    """What each mark stands for: kind, and name or fact."""
    names: dict[int | None, str] = dict(session.exec(select(Signatory.id, Signatory.name)).all())
    found = {
        str(delivery.id): (told.kind.value, f"{names.get(told.signatory_id, '')} {_fact(told)}")
        for delivery, told in session.exec(select(Delivery, Notice).where(Delivery.notice_id == Notice.id))
    }
    for card in session.exec(select(PublicCard)):
        found[f"c{card.id}"] = (
            f"{card.kind.value} card",
            names.get(card.subject_id, "") if card.kind is CardKind.PROPOSAL else "",
        )
    return found


def _fact(told: Notice) -> str:
    """What tells two notices of one kind and subject apart, whatever the hour at which they were written."""
    by_its_hour = told.kind.value in {"reminder", "last hour"}
    return (
        told.due_at.isoformat()
        if by_its_hour
        else f"{told.payload.get('change', '')} {told.payload.get('after', '')}"
    )


@asynccontextmanager
async def a_week(tmp_path: Path, fate: Fate, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Week]:
    """Three more take part, each in another zone."""
    async with a_house(tmp_path) as house:
        stage = house.stage
        stage.rest.lead = QUICKLY
        members = {
            f"member-{number}": house.desk.server.add(f"member-{number}") for number in range(len(ZONES))
        }
        for (name, who), zone in zip(members.items(), ZONES, strict=True):
            answers = ParticipantAnswers(f"Body of {name}", "Director", zone, direct_messages=True)
            await house.desk.store.write(
                participants.take_part, house.desk.server.actor(who), house.desk.now, answers
            )
        await stage.env.settle()
        line = Discord(stage, fate.kills)
        monkeypatch.setattr(messages, "send", line.send)
        yield Week(house, fate, line, members)
