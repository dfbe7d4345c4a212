"""A story: one letter from a name proposed to its close, as five acts, told the same whatever happens on the way.

Members do what people do: anyone who reads no answer within Discord's three seconds tries again.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from models.database.tables import Delivery, JournalEntry, Letter, Notice, PublicCard, Signatory, Vote
from models.letters import outages
from models.rules.voting_policy import Policy
from models.terms import LetterState, SignatoryState
from rehearsal.rest import HANGS_SECONDS
from rehearsal.wire import ledger
from rehearsal.wire.coalition import Coalition, a_coalition
from rehearsal.wire.inside import Pressed
from rehearsal.wire.line import Line, button, custom_ids, texts

BEGINS = datetime(2031, 3, 1, 9, 0, tzinfo=UTC)
"""A Saturday; each story has a week of its own."""
TRIES_AGAIN = 3.5
"""Seconds after which a member tries again; Discord waits three."""
NAME = "Bridge Trust"


def week(number: int) -> datetime:
    """When the story of this number begins."""
    return BEGINS + timedelta(days=7 * number)


class Act(StrEnum):
    """What happens in a story, in this order."""

    PROPOSING = "proposing"
    VOTING = "voting"
    APPROVING = "approving"
    REMINDING = "reminding"
    CLOSING = "closing"


@dataclass
class Story:
    """One telling; ``number`` is its week. Clocks of the bot and of Discord move together."""

    line: Line
    number: int
    tried_again: int = 0
    panel: Any = None
    """A private message with a button that only shows something."""

    def __post_init__(self) -> None:
        self.begins = week(self.number)
        self.line.put_clocks(self.begins)
        self.house: Coalition = a_coalition(self.line, self.begins)
        opened, closes = self.begins - timedelta(hours=1), self.begins + timedelta(hours=30)
        self.letter_id = self.house.letter("Keep it safe", opened, closes, Policy(hours=24))

    async def tell(self, during: Callable[[Act], Awaitable[None]]) -> None:
        """All five acts; ``during`` prepares what should go wrong in each."""
        shown = await self._until_answered(lambda: self.line.command(self.house.mo, self.house.board, "help"))
        self.panel = shown.message
        await self._nudged()
        await self._rests()
        for act in Act:
            await during(act)
            await getattr(self, f"_{act.value}")()
            await self._rests()

    def _leap(self, since: timedelta) -> None:
        """Time passes, in which the bot is there: each minute it leaves a sign of life. The sign comes first, because
        the bot looks for it as soon as its clock moves."""
        self.house.write(outages.alive, self.begins + since)
        self.line.put_clocks(self.begins + since)

    async def _proposing(self) -> None:
        house, line = self.house, self.line
        asked = await self._until_answered(
            lambda: line.command(
                house.ana,
                house.board,
                "propose",
                kind="organisation",
                country="Kenya",
                letter=str(self.letter_id),
            )
        )
        modal = asked.modal
        assert modal is not None, texts(asked.message)
        typed = {"name": NAME, "authorised_by": "Their director", "evidence": "A letter of 1 March"}
        await self._until_answered(lambda: line.submit(house.ana, house.board, modal, typed))
        await line.until(lambda: ledger.cards_by_proposal(house))

    async def _voting(self) -> None:
        [card] = [one for one in self.line.world.messages(self.house.proposals.id) if _votes(one)]
        base = _votes(card)[0].rpartition(":")[0]
        wanted = ("for", "against", "for")
        for who, choice in zip(self.house.members, wanted, strict=True):
            await self._until_answered(
                lambda who=who, choice=choice: self.line.press(who, card, f"{base}:{choice}")  # type: ignore[misc]
            )

    async def _approving(self) -> None:
        house, line = self.house, self.line
        self._leap(timedelta(hours=24, minutes=1))
        await self._nudged()
        await line.until(lambda: house.stored(_passed, house.guild.id))
        await self._rests()
        shown = await self._until_answered(
            lambda: line.command(house.mo, house.board, "review", letter=str(self.letter_id))
        )
        panel = shown.message
        approve = button(panel, "review.approve-ready")
        await self._until_answered(lambda: line.press(house.mo, panel, approve))

    async def _reminding(self) -> None:
        self._leap(timedelta(hours=25, seconds=1))
        await self._nudged()
        await self.line.until(lambda: self._told("** closes ", self.house.news.id) > 1)

    async def _closing(self) -> None:
        self._leap(timedelta(hours=30, seconds=5))
        await self._nudged()
        await self.line.until(lambda: self.house.stored(_closed, self.letter_id))

    def _told(self, words: str, channel_id: int) -> int:
        return sum(words in one.content for one in self.line.world.messages(channel_id))

    async def _nudged(self) -> None:
        """Somebody looks at what waits for them; so the bot looks at the clock."""
        await self._until_answered(self.glance)

    def glance(self) -> Pressed:
        """A press that changes nothing."""
        return self.line.press(self.house.mo, self.panel, button(self.panel, "mine"))

    async def _until_answered(self, act: Callable[[], Pressed]) -> Pressed:
        """Do it until it is answered, as a member does."""
        for _ in range(round(HANGS_SECONDS / TRIES_AGAIN)):
            pressed = act()
            if await self.line.until_happens(lambda: pressed.answered, TRIES_AGAIN):  # noqa: B023
                return pressed
            self.tried_again += 1
        raise AssertionError("tried again and again: " + (self.line.bot.said[-2000:] if self.line.bot else ""))

    async def _rests(self) -> None:
        """Everything that is due was told and drawn."""
        await self.line.until(
            lambda: (
                not self.house.stored(
                    lambda session: (
                        ledger.unsettled(session, self.line.world.now())
                        or ledger.stale(session)
                        or ledger.without_card(session)
                    )
                )
            )
        )

    def outcome(self) -> dict[str, list[str]]:
        """What is on Discord and what is stored, without ids, instants and references."""
        house, world = self.house, self.line.world
        stands = {
            "news": world.messages(house.news.id),
            "proposals": world.messages(house.proposals.id),
            "board": world.messages(house.board.id),
            "to Ana": world.direct(house.ana.id),
        }
        said = {place: [_plain(texts(one)) for one in messages] for place, messages in stands.items()}
        return said | {"stored": house.stored(_stored, house.guild.id)}


def _votes(message: Any) -> list[str]:
    return [one for one in custom_ids(message) if one.split(":")[3] == "vote"]


def _passed(session: Session, guild_id: int) -> bool:
    """Whether the vote has ended."""
    query = select(Signatory.id).where(Signatory.guild_id == guild_id, Signatory.state == SignatoryState.PASSED)
    return session.exec(query).first() is not None


def _closed(session: Session, letter_id: int) -> bool:
    return session.get_one(Letter, letter_id).state is LetterState.CLOSED


def _plain(text: str) -> str:
    """A text in which ids, instants and digests are replaced by what they are."""
    text = re.sub(r"<t:\d+(:\w)?>", "<instant>", text)
    text = re.sub(r"\b[0-9a-f]{8,64}\b", "<digest>", text)
    text = re.sub(r"(the oldest|waiting for review) for [a-z0-9 ]+", r"\1 for <time>", text)
    text = re.sub(r"\d{4}-\d\d-\d\d|\b\d{1,2} \w+ \d{4}\b|\b\d\d:\d\d\b", "<instant>", text)
    return re.sub(r"(?<=[#@&/])\d+", "<id>", text)


def _tally(vote: Vote | None) -> str:
    return f"{vote.votes_for}:{vote.votes_against}:{vote.votes_abstained}" if vote is not None else ""


def _stored(session: Session, guild_id: int) -> list[str]:
    def rows(table: Any) -> Any:
        return session.exec(select(table).where(table.guild_id == guild_id).order_by(table.id))

    told = session.exec(
        select(Notice.kind, Delivery.place, Delivery.state)
        .join(Delivery, col(Delivery.notice_id) == col(Notice.id), isouter=True)
        .where(Notice.guild_id == guild_id)
    )
    return [
        *(f"signatory {one.name} {one.state} {_tally(session.get(Vote, one.id))}" for one in rows(Signatory)),
        *(f"letter {one.title} {one.state}" for one in rows(Letter)),
        *(f"card {one.kind} stale={one.stale} stands={one.message_id is not None}" for one in rows(PublicCard)),
        *sorted(f"notice {kind} {place} {state}" for kind, place, state in told),
        *(f"journal {one.act}" for one in rows(JournalEntry)),
    ]
