"""The week with a wish list: sixty names that members ask, through the same buttons; the week comes out as without it.

Two thirds of the names come onto the letter in the week's course, half of those by the yes of who asked; the others say
no, or nothing.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from models.letter_parts import Wanted, WishState
from models.terms import Kind, Way
from models.wishes import showing
from rehearsal import script
from rehearsal.cast import Cast, on_stage
from rehearsal.play import HOUR, Play
from rehearsal.script import CLOSE, DATA, OPENING, Fate, Line
from rehearsal.timeline import Timeline, walked

WISHES, COMING, ASKED = 60, 40, 48
"""Names on the wish list, those of them that the week brings onto the letter, and those that somebody asks."""
REFUSED = 0.3


@dataclass
class Asking(Cast):
    """A cast some of whom ask names of the wish list."""

    askers: dict[str, Any] = field(default_factory=dict)
    """Who asks each name."""
    agreeing: frozenset[str] = frozenset()
    """Names whose yes comes through the wish list; others are proposed by somebody else meanwhile."""

    async def add(self, who: Any, kind: Kind, names: list[str]) -> str:
        """*Add names* on the wish list; what the bot answered."""
        opened = await self.press(who, await self.wish_list(who), "Add names")
        return self.seen(await who.submit_modal(opened, {"kind": kind.value, "names": "\n".join(names)}))

    async def claim(self, who: Any) -> str:
        """The member asks the first name that nobody asks yet; the name."""
        free = await self.press(who, await self.wish_list(who), "Show names nobody is asking yet")
        name, opened = await self._open(who, free)
        self.askers[name] = who
        await self.press(who, await self.press(who, opened, "I'll ask them"), "I asked them")
        return name

    async def says(self, name: str, label: str) -> Any:
        """Whoever asks this name presses this button under it."""
        who = self.askers[name]
        mine = await self.press(who, await self.wish_list(who), "Who I'm asking")
        _, opened = await self._open(who, mine, name)
        return await self.press(who, opened, label)

    async def propose(self, who: Any, line: Line, *, consent: bool, late: bool = False) -> str:
        """By the yes of whoever asked, where that is how it comes."""
        name = line.name
        if name.name not in self.agreeing or name.name not in self.askers or line.fate is not Fate.APPROVED:
            return await super().propose(who, line, consent=consent, late=late)
        answers = {
            "name": name.name,
            "country": name.country,
            "detail": name.detail,
            "authorised_by": "Its director",
            "evidence": "Their answer by e-mail",
        }
        shown = await self.says(name.name, "They said yes…")
        return self.seen(await self.askers[name.name].submit_modal(shown, answers))

    async def wish_list(self, who: Any) -> Any:
        """``/letter wishes``"""
        return await who.slash(self.channels["proposals"], "letter wishes")

    async def _open(self, who: Any, shown: Any, name: str = "") -> tuple[str, Any]:
        """One name of those shown, as a rule the first; its label and the answer."""
        message = self.newest(shown)
        menu = next(part for part in walked(message.components) if part.get("options"))
        chosen = next(one for one in menu["options"] if name[:50] in one["label"])
        opened = await who.select(message, [chosen["value"]], custom_id=menu["custom_id"])
        return str(chosen["label"]), opened


@dataclass
class Wishing(Play):
    """One run of the week with a wish list."""

    cast: Asking
    invented: frozenset[str] = frozenset()
    """Names of the wish list that the script has not: nothing comes of them by itself."""

    def _plan(self) -> None:
        super()._plan()
        self._at(OPENING, self._begin)
        for number in range(ASKED):
            self._at(OPENING + timedelta(minutes=20 * (number + 1)), self._claims)
        self._at(OPENING + 36 * HOUR, self._hear)

    async def _begin(self) -> None:
        """A moderator switches the wish list on; members add sixty names."""
        mo, coming = self.cast.moderators[0], [line.name for line in self.script.lines if _comes(line)]
        panel = await mo.slash(self.cast.channels["moderators"], "manage letter panel")
        tab = await self.cast.press(mo, panel, "Ask, talk, share")
        await self.cast.press(mo, tab, "Switch on the wish list")
        wanted = coming[:: max(1, len(coming) // COMING)][:COMING]
        taken = {line.name.name for line in self.script.lines} | {
            line.name.detail for line in self.script.lines
        }
        spare = [one for one in (DATA / "organisations.txt").read_text(encoding="utf-8").split("\n") if one]
        invented = [one for one in reversed(spare) if one not in taken][: WISHES - len(wanted)]
        self.invented = frozenset(invented)
        self.cast.agreeing = frozenset(one.name for one in wanted[::2])
        for number, kind in enumerate(Kind):
            names = [one.name for one in wanted if one.kind is kind]
            names += invented if kind is Kind.ORGANISATION else []
            if names:
                await self.cast.add(self.cast.participants[number], kind, names)
        self.timeline.say(f"{len(wanted) + len(invented)} names on the wish list")

    async def _claims(self) -> None:
        """A member says which name they ask, and asks it."""
        await self.cast.claim(self.chance.choice(self.cast.participants))
        self.stage.forget_traffic()

    async def _hear(self) -> None:
        """Some answer no within a day and a half; the others never answer."""
        for name in sorted(self.invented & self.cast.askers.keys()):
            if self.chance.random() < REFUSED:
                await self.cast.says(name, "They said no")

    async def _figures(self) -> dict[str, Any]:
        figures = await super()._figures()
        read, actor, now = self.stage.bot.store.read, self.cast.coordinator, self.stage.env.now()
        listed = (await read(showing.show, actor, now, None, Wanted.ALL)).figures
        figures["wishes"] = {state.value: listed[state] for state in WishState}
        figures["wishes"]["reminders"] = self._reminded()
        await self._until(CLOSE + timedelta(days=31))
        left = await read(showing.show, actor, self.stage.env.now(), None, Wanted.ALL)
        return figures | {"wishes_after_a_month": left.total}

    def _reminded(self) -> int:
        """How many direct messages asked members whether a name has answered."""
        boxes = [one.user.dm_channel for one in self.cast.participants if one.user.dm_channel is not None]
        return sum("Have they answered" in one.content for box in boxes for one in self.stage.messages(box))


def _comes(line: Line) -> bool:
    return line.way in (Way.PROPOSED, Way.ENTERED) and line.fate is Fate.APPROVED


async def perform(week: script.Script, database: Path) -> dict[str, Any]:
    """The week of a script with a wish list, on a fresh world, its bot on this database; the figures."""
    async with on_stage(database, OPENING - 2 * HOUR, lead=1.5) as cast:
        asking = Asking(cast.stage, cast.guild, cast.owner, cast.hall)
        return await Wishing(asking, week, Timeline(cast.stage.env.now, asking.names)).run()
