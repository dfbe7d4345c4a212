"""The play: the reference week from set-up to the final list, with the real bot on the simulated Discord.

Every name, vote and decision goes through the commands, forms and buttons that members use. Every figure is read
from the database through the queries behind the members' own cards.
"""

import asyncio
import json
import random
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from cogs.ui import words
from models.letters import letters
from models.outbox import notices
from models.publishing import editions
from models.sheets import LetterSheet, SignatoryChoice
from models.terms import Choice, DeliveryState, EditionName, LetterState, Way
from models.translation import ENGLISH, _, speaking
from models.views import scheduled_notices, signatory_detail
from rehearsal import desk, script
from rehearsal.cast import Cast, choices, on_stage
from rehearsal.script import CLOSE, END_OF_REVIEW, EVENING, FOURTH_DAY, OPENING, PUBLICATION, Fate, Line, Name
from rehearsal.stage import Stage
from rehearsal.timeline import Timeline, walked

HOUR = timedelta(hours=1)
REVIEWS = (
    *(OPENING + timedelta(days=day, hours=9) for day in range(11)),
    PUBLICATION - HOUR / 2,
    PUBLICATION + 6 * HOUR,
    EVENING - HOUR / 4,
    FOURTH_DAY - HOUR / 4,
    CLOSE - 3 * HOUR,
)
"""When moderators sit down to the queue before the close."""
LAST_REVIEWS = (CLOSE + 10 * HOUR, CLOSE + 20 * HOUR)
ALREADY = "{name} is already on this letter."

Act = Callable[[], Awaitable[Any]]
Perform = Callable[[script.Script, Path], Coroutine[Any, Any, dict[str, Any]]]
"""Plays a script on a fresh world, its bot on this database; the figures."""


@dataclass
class Play:
    """One run of the week."""

    cast: Cast
    script: script.Script
    timeline: Timeline
    chance: random.Random = field(default_factory=lambda: random.Random(13))
    agenda: list[tuple[datetime, int, Act]] = field(default_factory=list)
    counts: list[LetterSheet] = field(default_factory=list)
    refused_duplicates: int = 0
    at_close: LetterSheet | None = None
    seen: int = 0

    @property
    def stage(self) -> Stage:
        return self.cast.stage

    async def run(self) -> dict[str, Any]:
        """Play it; the figures."""
        await self.cast.set_up(self.script.signers)
        self.timeline.say(f"{len(self.cast.participants) + len(self.cast.moderators)} people take part")
        await self.cast.write_letter()
        self._plan()
        while self.agenda:
            at, _, act = self.agenda.pop(0)
            await self._until(at)
            await act()
        await self._until(END_OF_REVIEW + HOUR / 2)
        return await self._figures()

    def _plan(self) -> None:
        self._at(OPENING, self.cast.open_letter)
        self._at(PUBLICATION, self._publish)
        for line in self.script.lines:
            self._at(line.at, partial(self._comes, line))
        for at in REVIEWS:
            self._at(at, partial(self._sit, last=False))
        for at in LAST_REVIEWS:
            self._at(at, partial(self._sit, last=at == LAST_REVIEWS[-1]))
        for at in (EVENING, FOURTH_DAY):
            self._at(at, self._count)
        self._at(CLOSE + timedelta(seconds=10), self._closed)

    def _at(self, at: datetime, act: Act) -> None:
        self.agenda.append((at, len(self.agenda), act))
        self.agenda.sort(key=lambda entry: entry[:2])

    async def _until(self, at: datetime) -> None:
        """Let the clock run to ``at``; show what the bot says meanwhile."""
        await self.stage.skip(max(0.0, (at - self.stage.env.now()).total_seconds()))
        self._listen()

    async def _comes(self, line: Line) -> None:
        """A name comes in as the script says; votes on it are planned."""
        if line.way is Way.ENTERED:
            await self.cast.enter(
                self.chance.choice((self.cast.moderators[0], self.cast.moderators[2])), line.name
            )
        elif line.way is Way.SIGNED:
            await self.cast.sign(self.cast.signers[line.name], line.name)
        else:
            await self._proposed(line)
        self.stage.forget_traffic()

    async def _proposed(self, line: Line) -> None:
        who = self.chance.choice(self.cast.participants)
        place = self.cast.channels["proposals"]
        before = self.stage.newest(place)
        consent = line.fate in (Fate.APPROVED, Fate.DUPLICATE, Fate.OPPOSED, Fate.LATE)
        said = await self.cast.propose(who, line, consent=consent, late=line.fate is Fate.LATE)
        if _(ALREADY, name="").strip(" .") in said:
            self.refused_duplicates += 1
            self.timeline.say(f"refused as a duplicate: {line.name.name}")
            return
        card = self.stage.newest(place)
        if card is None or (before is not None and card.id == before.id):
            return
        if line.fate is Fate.CANCELLED:
            self._at(line.at + HOUR, partial(self._cancelled, who, line.name))
        self.timeline.show_once("#proposals", card.components)
        self._plan_votes(line, card)

    def _plan_votes(self, line: Line, card: Any) -> None:
        voters = self.chance.sample(self.cast.participants, min(line.votes, len(self.cast.participants)))
        end = min(line.at + timedelta(hours=24), CLOSE) - timedelta(minutes=5)
        if line.fate is Fate.CANCELLED:
            end = line.at + HOUR / 2
        for who, choice in zip(
            voters, choices(line.fate is Fate.OPPOSED, len(voters), self.chance), strict=True
        ):
            at = line.at + (end - line.at) * self.chance.random()
            if line.fate is not Fate.OPPOSED and self.chance.random() < 0.1:
                other = choices(False, 1, self.chance)[0]
                self._at(line.at + (at - line.at) / 2, partial(self._votes, who, card, other))
            self._at(at, partial(self._votes, who, card, choice))

    async def _votes(self, who: Any, card: Any, choice: Choice) -> None:
        answered = self.cast.newest(await self.cast.vote(who, card, choice))
        self.timeline.show_once("A voter's answer, which nobody else sees", answered.components)

    async def _cancelled(self, who: Any, name: Name) -> None:
        found = await self._search(name.name)
        if found is not None:
            shown = await who.slash(
                self.cast.channels["proposals"], "signatory cancel", signatory=f"#{found.id}"
            )
            buttons = walked(self.stage.answer(shown).components)
            if any(":signatory.cancel-now:" in str(one.get("custom_id")) for one in buttons):
                await self.cast.confirm(who, shown)

    async def _search(self, name: str) -> SignatoryChoice | None:
        found = await self.stage.bot.store.read(signatory_detail.search, self.cast.coordinator, None, name, 5)
        return next((one for one in found if one.name == name), None)

    async def _sit(self, *, last: bool) -> None:
        """A moderator works the queue off. What the script declines or holds stays there until it says so."""
        fates = {line.name.name: line.fate for line in self.script.lines if line.fate is not Fate.DUPLICATE}

        def judge(label: str) -> Fate | None:
            fate = next((fate for name, fate in fates.items() if words.clip(name, 100) == label), None)
            if fate in (Fate.OPPOSED, Fate.DECLINED):
                return Fate.DECLINED
            if fate is Fate.HOLD:
                return Fate.DECLINED if last else Fate.HOLD
            return fate if fate is Fate.APPROVED else None

        place, ike = self.cast.channels["moderators"], self.cast.moderators[1]
        queue = self.cast.newest(await ike.slash(place, "review"))
        self.timeline.show_once("A moderator opens /review", queue.components)
        decided = await desk.sit(self.cast, ike, judge)
        if decided:
            names = "1 name" if decided == 1 else f"{decided} names"
            self.timeline.say(f"a moderator decided on {names} that needed a closer look")

    async def _publish(self) -> None:
        await self.cast.publish()
        self._listen()

    async def _status(self) -> LetterSheet:
        now = self.stage.env.now()
        return await self.stage.bot.store.read(letters.status, self.cast.coordinator, now)

    async def _count(self) -> None:
        sheet = await self._status()
        self.counts.append(sheet)
        self.timeline.say(f"{sheet.counts.total} have signed so far")

    async def _closed(self) -> None:
        self.at_close = await self._status()
        self.timeline.say(
            f"the letter is closed: {self.at_close.counts.total} have signed, {self.at_close.waits} are still in review"
        )

    def _listen(self) -> None:
        """Show what was posted in the announcements channel since the last look."""
        said = self.cast.channels["announcements"].history()
        for message in said[self.seen :]:
            if message.content:
                self.timeline.say(f"#announcements  {message.content}", message.created_at)
            else:
                self.timeline.show_once("#announcements", message.components, message.created_at)
        self.seen = len(said)

    async def _figures(self) -> dict[str, Any]:
        read, actor, now = self.stage.bot.store.read, self.cast.coordinator, self.stage.env.now()
        final = await read(editions.show, actor)
        opening = await read(editions.show, actor, None, 1)
        status = await self._status()
        planned = await read(scheduled_notices.scheduled, actor, now)
        everyone = await read(signatory_detail.search, actor, None, "", 100_000)
        sheets = [(await read(signatory_detail.show, actor, one.id)).proposal for one in everyone]
        closed = self.at_close or status
        if final.name is not EditionName.FINAL or status.state is not LetterState.CLOSED:
            raise RuntimeError("the week ended without its final list")
        return {
            "opening": opening.counts.total,
            "counts": [
                {"as_of": one.as_of.isoformat(timespec="seconds"), "count": one.counts.total}
                for one in self.counts
            ],
            "at_close": closed.counts.total,
            "in_review": closed.waits,
            "final": final.counts.total,
            "kinds": {
                "organisation": final.counts.organisations,
                "company": final.counts.companies,
                "individual": final.counts.individuals,
            },
            "reminders": [
                {
                    "due": one.due_at.isoformat(timespec="seconds"),
                    "sent": one.sent_at.isoformat(timespec="seconds") if one.sent_at else None,
                    "channel": "announcements",
                    "dms": one.people.get(DeliveryState.SENT, 0),
                }
                for one in reversed(planned.past)
                if one.kind in notices.REMINDERS
            ],
            "refused_duplicates": self.refused_duplicates,
            "late": sum(one.late for one in sheets),
            "votes": sum(one.vote.voted for one in sheets if one.vote is not None),
        }


def play(signatories: Path | None, as_json: bool, perform: Perform, language: str = ENGLISH) -> int:
    """Play the week and print it; 0 when it ended with its final list. ``as_json`` ends with a line of figures."""
    started = time.monotonic()
    names = script.read(signatories) if signatories is not None else None
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder, speaking(language):
        figures = asyncio.run(perform(script.write(names), Path(folder) / "rehearsal.db"))
    figures["seconds"] = round(time.monotonic() - started, 1)
    for line in _summary(figures):
        print(line)
    if as_json:
        print(json.dumps(figures))
    return 0


async def perform(week: script.Script, database: Path) -> dict[str, Any]:
    """The week of a script on a fresh world, its bot on this database; the figures."""
    async with on_stage(database, OPENING - 2 * HOUR, lead=1.5) as cast:
        return await Play(cast, week, Timeline(cast.stage.env.now, cast.names)).run()


def _summary(figures: dict[str, Any]) -> Iterator[str]:
    kinds = figures["kinds"]
    yield ""
    yield f"signed at publication     {figures['opening']}"
    for one in figures["counts"]:
        yield f"signed on {datetime.fromisoformat(one['as_of']):%d %b, %H:%M}   {one['count']}"
    yield f"signed at the close       {figures['at_close']}, and {figures['in_review']} still in review"
    yield (
        f"on the final list         {figures['final']}: {kinds['organisation']} organisations, "
        f"{kinds['company']} companies, {kinds['individual']} individuals"
    )
    yield (
        f"votes                     {figures['votes']}\nduplicates refused        {figures['refused_duplicates']}\n"
        f"names that came late      {figures['late']}"
    )
    if "wishes" in figures:
        yield f"wish list                 {', '.join(f'{what} {count}' for what, count in figures['wishes'].items())}"
    yield f"reminders sent            {len(figures['reminders'])}"
    yield f"This took {figures['seconds']} seconds."
