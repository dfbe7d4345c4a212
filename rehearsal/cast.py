"""The cast: the people of the rehearsal and what they do, each through the same commands, forms and buttons as a
member of a real server. Nothing here writes to the database."""

import random
import tomllib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from models.config import Settings
from models.sheets import Actor
from models.terms import Choice, Kind
from models.translation import _, language
from rehearsal import inside
from rehearsal.script import ADDRESSEE, CLOSE, DATA, TITLE, ZONE, Line, Name
from rehearsal.stage import Stage, raised
from rehearsal.timeline import walked

MODERATORS = ("mo", "ike", "rosa")
VOTERS = 24
"""Participants who sign nothing themselves, and propose and vote."""
BUTTONS = {Choice.FOR: "For: include", Choice.AGAINST: "Against: leave out", Choice.ABSTAIN: "Abstain: no view"}


@asynccontextmanager
async def on_stage(database: Path, start: datetime, *, lead: float) -> AsyncIterator["Cast"]:
    """An empty server on a fresh world with its owner in it; the bot keeps its database in this file. ``start`` and
    ``lead`` (seconds) as :func:`rehearsal.stage.raised` takes them. The server and everybody's Discord are in the
    language that is spoken here."""
    settings = Settings(database=f"sqlite:///{database}", card_seconds=0)
    async with raised(settings, start=start, lead=lead) as stage:
        stage.locale = inside.locale_of(language())
        boss = stage.env.create_user("boss")
        guild = stage.env.create_guild("River Path Coalition", owner=boss, preferred_locale=stage.locale)
        hall = guild.create_text_channel("hall")
        owner = guild.add_member(boss)
        await stage.env.settle()
        yield Cast(stage, guild, owner, hall)


@dataclass
class Cast:
    """Everyone in the server, and the server's places."""

    stage: Stage
    guild: Any
    owner: Any
    hall: Any
    moderators: list[Any] = field(default_factory=list)
    participants: list[Any] = field(default_factory=list)
    signers: dict[Name, Any] = field(default_factory=dict)
    channels: dict[str, Any] = field(default_factory=dict)

    @property
    def coordinator(self) -> Actor:
        """A moderator as verbs know them; for reading figures only."""
        roles = frozenset(self.guild.roles[name].id for name in ("Member", "Moderator"))
        return Actor(self.guild.id, self.moderators[0].id, roles)

    def names(self) -> dict[int, str]:
        """What people and roles are called, by id."""
        people = (self.owner, *self.moderators, *self.participants)
        roles = {role.id: name for name, role in self.guild.roles.items()}
        return roles | {person.id: person.user.name for person in people}

    async def set_up(self, signers: Sequence[Name], zones: Sequence[str] = (ZONE,)) -> None:
        """The owner presses *Use recommended settings*; everyone else takes part, in these zones by turns."""
        panel = await self.owner.slash(self.hall, "setup")
        await self.press(self.owner, panel, "Use recommended settings")
        self.channels = dict(self.guild.channels)
        member, moderator = (self.guild.roles[name] for name in ("Member", "Moderator"))
        for command in ("manage", "roster", "review"):
            self.stage.show_command(self.guild, command, moderator)
        handles = (DATA / "people.txt").read_text(encoding="utf-8").split("\n")
        spare = (DATA / "organisations.txt").read_text(encoding="utf-8").split("\n")
        for handle in MODERATORS:
            person = self.guild.add_member(self.stage.env.create_user(handle), roles=[member, moderator])
            self.moderators.append(person)
            await self._takes_part(person, "River Path Coalition", "Coordinator", zones[0], direct=True)
        homes = [(name, name.name if name.kind is not Kind.INDIVIDUAL else name.detail) for name in signers]
        taken = {home for _, home in homes}
        others = [(None, home) for home in spare if home and home not in taken][:VOTERS]
        for number, (name, home) in enumerate((*homes, *others)):
            person = self.guild.add_member(self.stage.env.create_user(handles[number]), roles=[member])
            self.participants.append(person)
            if name is not None:
                self.signers[name] = person
            zone = zones[number % len(zones)]
            await self._takes_part(person, home or "Independent", "Director", zone, direct=number % 4 != 0)

    async def _takes_part(self, person: Any, organisation: str, title: str, zone: str, *, direct: bool) -> None:
        shown = await person.slash(self.hall, "take-part")
        await person.submit_modal(
            shown,
            {"organisation": organisation, "title": title, "time_zone": zone, "direct_messages": direct},
        )

    async def write_letter(self) -> None:
        """A moderator creates the letter with its text and its talking points, and opens it."""
        mo, place = self.moderators[0], self.channels["moderators"]
        shown = await mo.slash(place, "manage letter create")
        await mo.submit_modal(
            shown,
            {"title": TITLE, "addressee": ADDRESSEE, "day": f"{CLOSE:%Y-%m-%d}", "hour": "23:59", "zone": ZONE},
        )
        await mo.slash(place, "manage letter text", file=("letter.md", (DATA / "letter.md").read_bytes()))
        for subject, body in points():
            shown = await mo.slash(place, "manage letter point", subject=subject)
            await mo.submit_modal(shown, {"body": body})

    async def open_letter(self) -> None:
        """The window opens."""
        mo = self.moderators[0]
        shown = await mo.slash(self.channels["moderators"], "manage letter open")
        await self.press(mo, shown, "Open the letter")

    async def publish(self) -> None:
        """A moderator looks at the preview and confirms."""
        mo = self.moderators[0]
        await self.confirm(mo, await mo.slash(self.channels["moderators"], "manage letter publish"))

    async def propose(self, who: Any, line: Line, *, consent: bool, late: bool = False) -> str:
        """``/propose``; what the bot answered, in words."""
        name = line.name
        shown = await who.slash(
            self.channels["proposals"], "propose", kind=name.kind.value, country=name.country or "-"
        )
        if shown.modal is None:
            return self.seen(shown)
        told = {"authorised_by": "Its director", "evidence": "E-mail of this week"} if consent else {}
        answered = await who.submit_modal(shown, {"name": name.name, "detail": name.detail, "note": "", **told})
        if late:
            return self.seen(await self.press(who, answered, "Keep it, marked late"))
        return self.seen(answered)

    async def sign(self, who: Any, name: Name) -> str:
        """``/sign``: their own organisation, or the person."""
        own = name.kind is not Kind.INDIVIDUAL
        shown = await who.slash(
            self.channels["proposals"], "sign", **{"as": "organisation" if own else "myself"}
        )
        answers = {"name": name.name, "country": name.country, "detail": name.detail, "authorised": True}
        return self.seen(
            await who.submit_modal(shown, {**answers, **({"kind": name.kind.value} if own else {})})
        )

    async def enter(self, who: Any, name: Name) -> str:
        """``/manage signatory enter``, by a moderator who has the form's answer at hand."""
        shown = await who.slash(
            self.channels["moderators"],
            "manage signatory enter",
            kind=name.kind.value,
            country=name.country or "-",
        )
        answers = {
            "name": name.name,
            "detail": name.detail,
            "authorised_by": "Its director",
            "evidence": "The coalition's web form",
            "note": "",
        }
        return self.seen(await who.submit_modal(shown, answers))

    async def vote(self, who: Any, message: Any, choice: Choice) -> Any:
        """A press on a proposal's card."""
        return await who.click(message, label=_(BUTTONS[choice]))

    async def confirm(self, who: Any, shown: Any) -> None:
        """Press the one coloured button of a preview."""
        message = self.newest(shown)
        label = next(
            part["label"]
            for part in walked(message.components)
            if part.get("type") == 2 and part.get("style") in (1, 3, 4)
        )
        await who.click(message, label=label)

    async def press(self, who: Any, shown: Any, label: str) -> Any:
        """Press a button of an answer by its English label."""
        return await who.click(self.newest(shown), label=_(label))

    def newest(self, shown: Any) -> Any:
        """The message that holds the newest answer."""
        return self.stage.answer(shown)

    def seen(self, shown: Any) -> str:
        """All texts of the newest answer."""
        return "\n".join(
            str(part["content"]) for part in walked(self.newest(shown).components) if part.get("content")
        )


def points() -> list[tuple[str, str]]:
    """The shipped talking points: subject and words."""
    with (DATA / "points.toml").open("rb") as file:
        return [(point["subject"], point["body"]) for point in tomllib.load(file)["point"]]


def choices(fate_against: bool, count: int, chance: random.Random) -> list[Choice]:
    """How so many people vote: mostly for, or mostly against."""
    if fate_against:
        return [Choice.AGAINST] * (count - 1) + [Choice.FOR]
    return chance.choices((Choice.FOR, Choice.AGAINST, Choice.ABSTAIN), (85, 8, 7), k=count)
