"""What has come about since the tour began, read from what the bot has stored and from what is in the simulated
Discord, never from what was clicked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.coalitions import setup
from models.letters import talking_points
from models.outbox.notices import REMINDERS
from models.refusal import Refusal
from models.review import queue
from models.sheets import CoalitionSheet, LetterSheet, ProposalSheet, Why
from models.terms import SignatoryState, Way
from models.views import my_tasks, signatory_detail
from rehearsal import inside
from rehearsal.room.people import MO, OWNER, VOTERS
from rehearsal.room.world import World
from rehearsal.timeline import walked

EVERYTHING = 100_000
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Start:
    """How things stood when the tour began: what is newer was done by the visitor."""

    signatory: int
    message: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Where a name is in the moderators' queue, as Mo sees it."""

    page: int
    """Of those to look at; 0 among those that are ready."""
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What has come about since."""

    proposed: tuple[ProposalSheet, ...]
    """The visitor's own, oldest first."""
    voters: tuple[str, ...]
    """Keys of those who can still vote on the newest of them."""
    waiting: Waiting | None
    """Where the newest of them waits for a decision, if it does."""
    set_up: bool
    """Channels and roles are chosen, those of moderators among them."""
    letter: LetterSheet | None
    reminded: bool
    points_read: bool
    exported: bool
    """The list was exported as a file since the final one was cut."""

    @property
    def newest(self) -> ProposalSheet | None:
        """The visitor's newest proposal."""
        return self.proposed[-1] if self.proposed else None

    @property
    def approved(self) -> bool:
        """One of them is on the list."""
        return any(one.state is SignatoryState.APPROVED for one in self.proposed)


async def start(world: World) -> Start:
    """Remember how things stand."""
    found = await world.read(signatory_detail.search, world.actor(OWNER.key), None, "", EVERYTHING)
    newest = max((message.id for message in _messages(world, 0)), default=0)
    return Start(max((one.id for one in found), default=0), newest)


async def since(world: World, begun: Start) -> Facts:
    """What has come about since then."""
    reader = world.actor(OWNER.key)
    found = await world.read(signatory_detail.search, reader, None, "", EVERYTHING)
    newer = sorted(one.id for one in found if one.id > begun.signatory)
    shown = [await world.read(signatory_detail.show, reader, one) for one in newer]
    proposed = [sheet for sheet in shown if sheet.proposal.way is Way.PROPOSED]
    newest = proposed[-1].proposal if proposed else None
    # The day that a vote takes may bring a reminder by the way: the one to be read comes after the approval.
    approved_at = min((sheet.approved_at for sheet in proposed if sheet.approved_at), default=None)
    past = (await world.reminders()).past
    letter = await world.letter()
    server: CoalitionSheet = await world.read(setup.show, reader)
    final_at = letter.final_at if letter is not None else None
    return Facts(
        proposed=tuple(sheet.proposal for sheet in proposed),
        voters=await _voters(world, newest) if newest else (),
        waiting=await _waiting(world, newest) if newest else None,
        set_up=server.set_up_at is not None and server.moderator_role_id is not None,
        letter=letter,
        reminded=approved_at is not None
        and any(one.kind in REMINDERS and one.sent_at and one.sent_at > approved_at for one in past),
        points_read=await _points_read(world, begun),
        exported=final_at is not None and any(at >= final_at for at in world.taken),
    )


async def _voters(world: World, proposal: ProposalSheet) -> tuple[str, ...]:
    """Who finds it under *What is waiting for me*."""
    if proposal.state is not SignatoryState.VOTING:
        return ()
    asked = {
        person.key: await _or_none(
            world, my_tasks.mine, world.actor(person.key), world.now, proposal.letter_id, proposal.id - 1
        )
        for person in VOTERS
    }
    return tuple(
        key for key, sheet in asked.items() if sheet and sheet.proposal and sheet.proposal.id == proposal.id
    )


async def _waiting(world: World, proposal: ProposalSheet) -> Waiting | None:
    page, pages = 1, 1
    while page <= pages:
        sheet = await _or_none(world, queue.queue, world.actor(MO.key), proposal.letter_id, page)
        if sheet is None:
            return None
        if any(one.id == proposal.id for one in sheet.ready):
            return Waiting(0, ())
        for item in sheet.items:
            if item.proposal.id == proposal.id:
                return Waiting(page, item.why)
        page, pages = page + 1, sheet.pages
    return None


async def _points_read(world: World, begun: Start) -> bool:
    sheet = await _or_none(world, talking_points.show, world.actor(OWNER.key))
    if sheet is None:
        return False
    said = [_letters(point.body)[:80] for point in sheet.points]
    shown = [_letters(text) for text in _texts(_messages(world, begun.message))]
    return any(body in text for body in said for text in shown)


async def _or_none(world: World, query: Any, *arguments: Any) -> Any:
    """What a query answers; None if it is refused, as when roles were taken."""
    try:
        return await world.read(query, *arguments)
    except Refusal:
        return None


def _messages(world: World, after: int) -> Iterable[Any]:
    for key in world.people:
        for channel in (*world.channels(key), world.people[key].user.dm_channel):
            yield from inside.visible(world.stage.env, channel.id, world.people[key].user, after)


def _texts(messages: Iterable[Any]) -> Iterable[str]:
    for message in messages:
        yield from (str(part["content"]) for part in walked(message.components) if part.get("content"))


def _letters(text: str) -> str:
    """A text without what its markup adds."""
    return _NO_LETTER.sub("", text).casefold()
