"""The moments of the reference week at which a rehearsal can begin.

Each is reached through the bot: the owner presses *Use recommended settings*, and what everyone else did since is
enacted with the same verbs as their presses, in order of time. The bot posts, counts, ends votes and reminds by
itself on the way. A week takes two seconds so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from sqlmodel import Session

from models import translation
from models.letters import letters, talking_points, texts, window
from models.participants import participants
from models.publishing import publication
from models.review import review
from models.sheets import Actor, ParticipantAnswers, ProposalAnswers
from models.submissions import entries, proposals
from models.terms import Choice
from models.voting import ballots
from rehearsal import cast, inside, script
from rehearsal.room.people import MO, OWNER, PEOPLE, ROSA, VOTERS
from rehearsal.room.world import World
from rehearsal.script import CLOSE, FOURTH_DAY, OPENING, PUBLICATION, Name

HOUR = timedelta(hours=1)
AGREED = {"authorised_by": "Its director", "evidence": "E-mail to the coalition, this week"}
BATCH = 60
"""Names that are entered in one sitting."""


class Moment(StrEnum):
    """Where to begin, as ``--at`` names it."""

    EMPTY = "empty"
    BEFORE = "before"
    MIDWEEK = "midweek"
    LAST_HOUR = "lasthour"
    AFTER = "after"


INSTANTS = {
    Moment.EMPTY: OPENING - HOUR,
    Moment.BEFORE: PUBLICATION - HOUR,
    Moment.MIDWEEK: FOURTH_DAY,
    Moment.LAST_HOUR: CLOSE - 50 * timedelta(minutes=1),
    Moment.AFTER: CLOSE + 9 * HOUR,
}
SAID = {
    Moment.EMPTY: "An empty server: your first letter",
    Moment.BEFORE: "Before publication",
    Moment.MIDWEEK: "Mid-week: votes and a full review queue",
    Moment.LAST_HOUR: "The last hour",
    Moment.AFTER: "After the close",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The letter that is rehearsed."""

    title: str = script.TITLE
    addressee: str = script.ADDRESSEE
    body: str = ""

    @classmethod
    def read(cls, path: Path | None) -> "Wording":
        """The shipped letter, or one from a Markdown file: a first line ``# …`` is its title, ``To …`` whom it is to.

        Raises OSError and UnicodeDecodeError as reading a file does.
        """
        body = (path or script.DATA / "letter.md").read_text(encoding="utf-8-sig").strip()
        if path is None:
            return cls(body=body)
        lines = [line.strip() for line in body.splitlines() if line.strip()]
        heading = lines[0].removeprefix("# ") if lines and lines[0].startswith("# ") else path.stem
        to = next((line[3:].strip(" ,:") for line in lines if line.startswith("To ")), "The addressee")
        body = body.removeprefix(f"# {heading}").strip()
        return cls(heading[:200], to[:200], body)


@dataclass
class Scene:
    """What has happened so far in one world."""

    world: World
    wording: Wording
    names: Sequence[Name]
    language: str = translation.ENGLISH
    letter_id: int = 0
    entered: int = 0

    def __post_init__(self) -> None:
        self._presses = count(1)

    async def play(self, moment: Moment) -> None:
        """Bring the world to a moment; it stands at the empty server."""
        at = INSTANTS[moment]
        if moment is not Moment.EMPTY:
            await self._found()
            await self._open()
            await self._until(min(at, PUBLICATION), 0)
            if moment is not Moment.BEFORE:
                await self._publish()
                await self._until(min(at, FOURTH_DAY), 2)
            if moment in (Moment.LAST_HOUR, Moment.AFTER):
                await self._until(min(at, CLOSE), 3)
            await self._business(min(at, CLOSE))
            await self.world.stage.leap(at)
        self.world.all_seen()
        self.world.stage.forget_traffic()

    async def _found(self) -> None:
        world = self.world
        owner, hall = world.people[OWNER.key].acts, world.guild.channels["hall"]
        panel = await owner.slash(hall, "setup")
        with translation.speaking(self.language):
            await owner.click(world.stage.answer(panel), label=translation._("Use recommended settings"))
        member, moderator = (world.guild.roles[name] for name in ("Member", "Moderator"))
        await world.integrate(shown=True)
        for person in PEOPLE:
            if person.organisation:
                user_id = world.people[person.key].user.id
                inside.give_role(world.stage.env, world.guild.id, user_id, member.id, held=True)
                if person.moderates:
                    inside.give_role(world.stage.env, world.guild.id, user_id, moderator.id, held=True)
        await world.stage.env.settle()

    async def _open(self) -> None:
        actors = {person.key: self._actor(person.key) for person in PEOPLE if person.organisation}
        now = self.world.now

        def begin(session: Session) -> int:
            for person in PEOPLE:
                if person.organisation:
                    answers = ParticipantAnswers(
                        person.organisation, person.title, script.ZONE, person.direct_messages
                    )
                    participants.take_part(session, actors[person.key], now, answers)
            rosa, wording = actors[ROSA.key], self.wording
            made = letters.create(session, rosa, now, wording.title, wording.addressee, CLOSE, script.ZONE)
            texts.write(session, rosa, now, made.id, wording.body)
            for subject, body in cast.points():
                talking_points.put(session, rosa, now, made.id, subject, body)
            return made.id

        self.letter_id = await self._write(begin)
        await self.world.stage.leap(OPENING)
        await self._write(window.open_, actors[ROSA.key], self.world.now, self.letter_id)

    async def _until(self, at: datetime, stage: int) -> None:
        """Names come in and are approved until as many are on the list as the reference week had by then."""
        wanted = script.stages(len(self.names))[stage]
        begin = self.world.now
        batches = [self.names[i : i + BATCH] for i in range(self.entered, wanted, BATCH)]
        batches = [batch[: max(0, wanted - self.entered - BATCH * i)] for i, batch in enumerate(batches)]
        for number, batch in enumerate(batches, 1):
            await self.world.stage.leap(begin + (at - begin) * number / (len(batches) + 1))
            await self._write(self._entered, self._actor(ROSA.key), self._actor(MO.key), batch)
        self.entered = wanted
        await self.world.stage.leap(max(self.world.now, at - 27 * HOUR))

    def _entered(self, session: Session, rosa: Actor, mo: Actor, batch: Sequence[Name]) -> None:
        now = self.world.now
        ids = [entries.enter(session, rosa, now, self.letter_id, _answers(name, AGREED)).id for name in batch]
        review.approve(session, mo, now, ids)

    async def _publish(self) -> None:
        await self.world.stage.leap(PUBLICATION)
        await self._write(publication.publish, self._actor(ROSA.key), self.world.now, self.letter_id)

    async def _business(self, end: datetime) -> None:
        """What is under way: votes that ended and wait for moderators, an entry, and votes that run."""
        await self.world.stage.leap(end - 26 * HOUR)
        pool = self._left()
        yes, no, none = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN
        ended: tuple[tuple[Sequence[Choice], Mapping[str, str]], ...] = (
            ((yes, yes, yes), AGREED),
            ((yes, yes, none), AGREED),
            ((yes, yes, no), {}),
            ((no, no, yes), AGREED),
            ((), {"note": "They asked to be on the list at last week's call."}),
        )
        for choices, told in ended:
            await self._write(self._proposed, next(pool), choices, told)
        await self.world.stage.leap(end - 3 * HOUR)
        mo = self._actor(MO.key)
        await self._write(entries.enter, mo, self.world.now, self.letter_id, _answers(next(pool), AGREED))
        running: tuple[Sequence[Choice], ...] = ((yes,), (yes, no), ())
        for choices in running:
            await self._write(self._proposed, next(pool), choices, AGREED)

    def _proposed(self, session: Session, name: Name, choices: Sequence[Choice], told: dict[str, str]) -> None:
        now = self.world.now
        number = next(self._presses)
        who = [VOTERS[(number + shift) % len(VOTERS)] for shift in range(len(VOTERS))]
        made = proposals.propose(session, self._actor(who[0].key), now, self.letter_id, _answers(name, told))
        for person, choice in zip(who[1:], choices, strict=False):
            ballots.cast(session, self._actor(person.key), now, made.id, choice, next(self._presses))

    def _left(self) -> Iterator[Name]:
        """Names that are nowhere yet: the rest of the list, then some that the reference week turned down."""
        yield from self.names[self.entered :]
        yield from script.others()

    def _actor(self, key: str) -> Actor:
        return self.world.actor(key)

    async def _write(self, verb: Any, *arguments: Any) -> Any:
        done = await self.world.stage.bot.store.write(verb, *arguments)
        await self.world.stage.tell()
        return done


def _answers(name: Name, told: Mapping[str, str]) -> ProposalAnswers:
    agreed = {part: told.get(part, "") for part in ("authorised_by", "evidence", "note")}
    return ProposalAnswers(name.kind, name.name, name.country, name.detail, **agreed)
