"""The guided tour: six steps, each done for real. How far it has come is read from what the bot has stored and
what stands in the simulated Discord, never from what was clicked."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from models import dossier, points
from models.refusal import Refusal
from models.sheets import LetterSheet, ProposalSheet
from models.terms import SignatoryState, Way
from rehearsal import inside
from rehearsal.room.people import ANA, BEN, MO, OWNER, ROSA
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
class Facts:
    """What has come about since."""

    proposed: tuple[ProposalSheet, ...]
    letter: LetterSheet | None
    reminded: bool
    points_read: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: as whom, in which channel, and when it is done."""

    title: str
    how: str
    who: str
    channel: str
    done: Callable[[Facts], bool]


STEPS = (
    Step(
        "Propose a name",
        "You are **Ana**, a member. In **#proposals** type **/propose** in the message box and choose it. Pick what "
        "it is and its country, press Enter, and fill in the form. Say who agreed and how you know it, both: "
        "without that nobody can be put on the list.",
        ANA.key,
        "proposals",
        lambda facts: bool(facts.proposed),
    ),
    Step(
        "Vote as two others",
        "Become **Ben**, and press **For: include** on the new card in **#proposals**. Then become **Cleo** and vote "
        "as well. The card shows how many have voted, and not how.",
        BEN.key,
        "proposals",
        lambda facts: any(one.voted >= 2 for one in facts.proposed),
    ),
    Step(
        "Approve it as a moderator",
        "A vote lasts a day: under **Time** press **1 day**. Then become **Mo**, a moderator, go to **#moderators** "
        "and type **/review**. Press **Approve all**: what speaks for itself is approved in one press. The rest "
        "waits for a look.",
        MO.key,
        "moderators",
        lambda facts: any(one.state is SignatoryState.APPROVED for one in facts.proposed),
    ),
    Step(
        "Skip to a reminder",
        "Under **Time** press **Next notice**. The bot reminds in **#announcements**, and by direct message only "
        "those who still have something to do. Read it there, or as **Ben** under *Direct messages*.",
        BEN.key,
        "announcements",
        lambda facts: facts.reminded,
    ),
    Step(
        "Read the talking points",
        "The press calls. As **Ben**, or whoever you like, type **/letter points** and press Enter: what every "
        "member says about the letter, by subject.",
        BEN.key,
        "announcements",
        lambda facts: facts.points_read,
    ),
    Step(
        "Close, and read the final list",
        "Become **Rosa**, the coordinator. In **#moderators** type **/manage letter close** and confirm, then "
        "**/manage letter finish** and confirm. The final list appears in **#announcements**.",
        ROSA.key,
        "moderators",
        lambda facts: facts.letter is not None and facts.letter.final_at is not None,
    ),
)


async def start(world: World) -> Start:
    """Remember how things stand."""
    found = await world.read(dossier.search, world.actor(OWNER.key), None, "", EVERYTHING)
    return Start(max((one.id for one in found), default=0), _newest_message(world))


async def progress(world: World, since: Start) -> tuple[bool, ...]:
    """For each step whether it is done."""
    facts = await _facts(world, since)
    return tuple(step.done(facts) for step in STEPS)


async def _facts(world: World, since: Start) -> Facts:
    reader = world.actor(OWNER.key)
    found = await world.read(dossier.search, reader, None, "", EVERYTHING)
    shown = [await world.read(dossier.show, reader, one.id) for one in found if one.id > since.signatory]
    proposed = [sheet for sheet in shown if sheet.proposal.way is Way.PROPOSED]
    # The day that a vote takes may bring a reminder by the way: the one to be read comes after the approval.
    approved_at = min((sheet.approved_at for sheet in proposed if sheet.approved_at), default=None)
    past = (await world.reminders()).past
    return Facts(
        proposed=tuple(sheet.proposal for sheet in proposed),
        letter=await world.letter(),
        reminded=approved_at is not None and any(one.sent_at and one.sent_at > approved_at for one in past),
        points_read=await _points_read(world, since),
    )


async def _points_read(world: World, since: Start) -> bool:
    try:
        sheet = await world.read(points.read, world.actor(OWNER.key))
    except Refusal:
        return False
    said = [_letters(point.body)[:80] for point in sheet.points]
    shown = [_letters(text) for text in _texts(_messages(world, since.message))]
    return any(body in text for body in said for text in shown)


def _newest_message(world: World) -> int:
    return max((message.id for message in _messages(world, 0)), default=0)


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
