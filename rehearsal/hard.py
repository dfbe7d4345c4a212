"""The hard week: clocks that change, a crowd at the last minute, an outage in the last hour, closed direct messages.

The real bot on the simulated Discord, through the commands, forms and buttons that members use. It ends by checking
what must hold after any week (``rehearsal.invariants``) and says what it checked.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from models.terms import Choice, Kind, Way
from rehearsal import desk, inside, invariants, script
from rehearsal.cast import Cast, on_stage
from rehearsal.invariants import Check, Known
from rehearsal.script import DATA, Fate, Line, Name
from rehearsal.stage import Stage
from rehearsal.timeline import Timeline, walked

HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)
START = datetime(2025, 3, 24, 9, tzinfo=UTC)
MORNINGS = tuple(START + timedelta(days=day, hours=-1) for day in range(1, 6))
"""When the moderator imports the form's answers."""
CLOSE = datetime(2025, 3, 30, 17, tzinfo=UTC)
"""Eighteen hours in London on the day on which its clocks went forward."""
REOPENED = CLOSE + timedelta(hours=17)
LAST_CLOSE = datetime(2025, 4, 1, 12, tzinfo=UTC)
OUTAGE = (CLOSE - 55 * MINUTE, CLOSE - 30 * MINUTE)
ZONES = (
    "Europe/London", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe", "Africa/Nairobi", "America/Santiago",
)  # fmt: skip
CROWD, A_DAY, CLOSED = 40, 6, 5
"""Proposals in the last minutes, form entries each day, people whose direct messages are closed."""
NO_MESSAGES = 50007
TITLE = "Keep our messages closed"


@dataclass
class Hard:
    """One run. ``crowd`` may be fewer for a quick look."""

    cast: Cast
    timeline: Timeline
    crowd: int = CROWD
    known: Known = field(default_factory=Known)

    def __post_init__(self) -> None:
        names = [name for name in script.distinct(script.shipped()) if name.kind is Kind.ORGANISATION]
        by_form = A_DAY * len(MORNINGS)
        self.by_form, self.proposed = names[:by_form], names[by_form : by_form + self.crowd]

    @property
    def stage(self) -> Stage:
        return self.cast.stage

    async def run(self) -> tuple[Check, ...]:
        """Live through it; the checks."""
        await self.cast.set_up((), ZONES)
        self._close_messages([one for number, one in enumerate(self.cast.participants) if number % 4][:CLOSED])
        await self._letter()
        for act in (self._form_entries, self._last_minutes, self._again):
            await act()
        await self._until(LAST_CLOSE + 25 * HOUR)
        self.known.places = dict(self.cast.channels)
        people = (*self.cast.moderators, *self.cast.participants)
        self.known.places |= {person.user.name: person.user.dm_channel for person in people}
        return await invariants.check(self.stage, self.cast.coordinator, self.known)

    async def _until(self, at: datetime) -> None:
        await self.stage.leap(at)
        self.stage.forget_traffic()

    def _close_messages(self, people: Sequence[Any]) -> None:
        for person in people:
            place = f"/channels/{person.user.dm_channel.id}/messages"
            inside.fail(self.stage.env, "POST", place, status=403, code=NO_MESSAGES, message="-")
            self.known.closed.add(person.id)
        self.timeline.say(f"{len(people)} people have closed their direct messages")

    async def _letter(self) -> None:
        answers = {"title": TITLE, "addressee": "The Minister", "day": "2025-03-29", "hour": "18:00"}
        shown = await self._manage("letter create")
        await self.cast.moderators[0].submit_modal(shown, {**answers, "zone": "Europe/London"})
        await self._manage("letter text", file=("letter.md", (DATA / "letter.md").read_bytes()))
        await self.cast.press(self.cast.moderators[0], await self._manage("letter open"), "Open the letter")
        self.timeline.say("the letter is open, with one moderator")

    async def _manage(self, command: str, **options: Any) -> Any:
        return await self.cast.moderators[0].slash(
            self.cast.channels["moderators"], f"manage {command}", **options
        )

    async def _sit(self, judge: desk.Judge = lambda _: None) -> None:
        await desk.sit(self.cast, self.cast.moderators[0], judge)

    async def _form_entries(self) -> None:
        """The form's whole export each morning; meanwhile a new text, the publication, a removal, an extension."""
        for day, morning in enumerate(MORNINGS, 1):
            await self._until(morning)
            self.known.imported.append(await self._import(self.by_form[: day * A_DAY]))
            self.timeline.say(
                f"a moderator imports what a web form collected: {self.known.imported[-1]} new names"
            )
            if act := {2: self._new_text, 3: self._publish, 4: self._extend, 5: self._remove}.get(day):
                await self._until(morning + 4 * HOUR)
                await act()
        self.known.imported.append(await self._import(self.by_form))

    async def _import(self, names: Sequence[Name]) -> int:
        """A file, the form, the preview, the press; how many were added."""
        mo, place = self.cast.moderators[0], self.cast.channels["moderators"]
        rows = ("Organisation,Country", *(f'"{name.name}",{name.country}' for name in names))
        shown = await mo.slash(place, "roster import", file=("form.csv", "\n".join(rows).encode()))
        opened = await self.cast.press(mo, shown, "Next: describe this list")
        said = {"way": "signed"}
        said |= {"authorised_by": "Mo, secretary", "evidence": "The coalition's form"}
        preview = self.cast.newest(await mo.submit_modal(opened, said))
        labels = [str(part.get("label", "")) for part in walked(preview.components)]
        wanted = next((one for one in labels if one.startswith("Import ") and "doubtful" not in one), None)
        if wanted is None:
            return 0
        done = self.cast.newest(await mo.click(preview, label=wanted))
        labels = [str(part.get("label", "")) for part in walked(done.components)]
        await mo.click(done, label=next(label for label in labels if label.startswith("Approve")))
        return int(wanted.split()[1].rstrip(","))

    async def _new_text(self) -> None:
        body = (DATA / "letter.md").read_bytes() + b"\n\nWe ask for an answer within a month.\n"
        shown = await self._manage("letter text", file=("letter.md", body))
        await self.cast.press(self.cast.moderators[0], shown, "It changes the substance")
        self.timeline.say("a moderator changes what the letter says")

    async def _publish(self) -> None:
        await self.cast.publish()
        self.timeline.say("the letter is published")

    async def _extend(self) -> None:
        shown = await self._manage("letter extend", day="2025-03-30", time="18:00", zone="Europe/London")
        await self.cast.confirm(self.cast.moderators[0], shown)
        self.timeline.say("the deadline moves past the night when the clocks go forward")

    async def _remove(self) -> None:
        name = self.by_form[0].name
        [found] = await self.stage.bot.store.read(invariants.ids_of, [name])
        shown = await self._manage("signatory remove", signatory=f"#{found}")
        await self.cast.moderators[0].submit_modal(shown, {"reason": "They asked to leave"})
        self.known.removed = name
        self.timeline.say(f"a moderator removes {name}")

    async def _last_minutes(self) -> None:
        """An outage in the last hour, then the crowd; and one vote after the close."""
        await self._until(OUTAGE[0])
        await self.stage.bot.close()
        inside.set_clock(self.stage.env, OUTAGE[1])
        await self.stage.restart()
        await self.stage.env.settle()
        self.timeline.say("the bot is back after an outage")
        begin = CLOSE - 20 * MINUTE
        for number, name in enumerate(self.proposed):
            await self._until(begin + number * (20 * MINUTE - 5 * SECOND) / len(self.proposed))
            who = self.cast.participants[number % len(self.cast.participants)]
            await self.cast.propose(who, Line(begin, name, Way.PROPOSED), consent=True)
            self.known.proposed.append(name.name)
            if number % 2 == 0:
                await self.cast.vote(who, self.stage.newest(self.cast.channels["proposals"]), Choice.FOR)
        self.timeline.say(f"{len(self.proposed)} proposals in the last twenty minutes")
        inside.set_clock(self.stage.env, CLOSE)
        shown = await self.cast.vote(
            self.cast.participants[2], self.stage.newest(self.cast.channels["proposals"]), Choice.AGAINST
        )
        self.known.late_vote = self.cast.seen(shown)
        await self._until(CLOSE + HOUR)
        await self._sit(lambda label: Fate.DECLINED if label == self.proposed[-1].name else Fate.APPROVED)

    async def _again(self) -> None:
        """Reopened for a day, with one more proposal, and closed for good."""
        await self._until(REOPENED)
        shown = await self._manage("letter reopen", day="2025-04-01", time="13:00", zone="Europe/London")
        await self.cast.confirm(self.cast.moderators[0], shown)
        self.timeline.say("the letter is reopened")
        late = Name(Kind.ORGANISATION, "Riverside Late Readers", "KE", "")
        line = Line(REOPENED, late, Way.PROPOSED)
        await self.cast.propose(self.cast.participants[0], line, consent=True)
        await self.cast.vote(
            self.cast.participants[3], self.stage.newest(self.cast.channels["proposals"]), Choice.FOR
        )
        self.known.proposed.append(late.name)
        self.known.open_spans = ((START, CLOSE), (REOPENED, LAST_CLOSE))
        await self._until(LAST_CLOSE + HOUR)
        await self._sit(lambda _: Fate.APPROVED)


async def perform(database: Path, crowd: int = CROWD) -> tuple[Check, ...]:
    """The week on a fresh world, its bot on this database; the checks."""
    async with on_stage(database, START - HOUR, lead=20.0) as cast:
        return await Hard(cast, Timeline(cast.stage.env.now, cast.names), crowd).run()


def play(as_json: bool) -> int:
    """Play the hard week and print it; 0 when every check holds, else 1. ``as_json`` ends with a line of figures."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        checks = asyncio.run(perform(Path(folder) / "rehearsal.db"))
    seconds = round(time.monotonic() - started, 1)
    for line in _summary(checks, seconds):
        print(line)
    if as_json:
        said = [{"name": one.name, "holds": one.holds, "figure": one.figure} for one in checks]
        print(json.dumps({"checks": said, "seconds": seconds}))
    return 0 if all(one.holds for one in checks) else 1


def _summary(checks: Sequence[Check], seconds: float) -> Iterator[str]:
    yield ""
    for one in checks:
        yield f"{'passed' if one.holds else 'FAILED':<7} {one.name}: {one.figure}"
    yield f"{sum(one.holds for one in checks)} of {len(checks)} checks passed in {seconds} seconds"
