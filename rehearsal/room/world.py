"""A world: one simulated Discord with the real bot, its servers, its people, and a clock that is moved."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.coalitions import setup
from models.config import Settings
from models.letters import letters
from models.sheets import Actor, LetterSheet, RemindersSheet
from models.translation import ENGLISH
from models.views import scheduled_notices
from rehearsal import inside
from rehearsal.room.people import OWNER, PEOPLE, Person
from rehearsal.stage import Stage, raised

SETTLE_SECONDS = 12.0
"""How long the bot may take over one press; long enough for a slow Discord."""


MODERATORS_COMMANDS = ("manage", "review", "roster")
A_LITTLE = 5.0
"""Seconds."""


@dataclass
class Someone:
    """A person of this world."""

    person: Person
    acts: Any
    """What they do in their server (a member of the simulated Discord)."""
    user: Any
    guild: Any


@dataclass
class World:
    """All of it. One thing happens at a time: anyone who acts holds ``lock``."""

    stage: Stage
    guild: Any
    elsewhere: Any
    people: Mapping[str, Someone]
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    faults: dict[str, Callable[[], None]] = field(default_factory=dict)
    """Those that are switched on, by key, and what ends each."""
    integrated: bool = False
    """Discord shows the moderators' commands to their role."""
    read_until: dict[tuple[str, int], int] = field(default_factory=dict)
    """The newest message that a person has seen in a channel."""
    taken: list[datetime] = field(default_factory=list)
    """When the bot handed over each list that someone has kept as a file."""

    @property
    def now(self) -> datetime:
        return self.stage.env.now()

    def actor(self, key: str) -> Actor:
        """Someone as verbs know them."""
        someone = self.people[key]
        roles = inside.roles_of(self.stage.env, someone.guild.id, someone.user.id)
        return Actor(someone.guild.id, someone.user.id, roles, manages_server=key == OWNER.key)

    async def read(self, query: Any, *arguments: Any) -> Any:
        """Ask the bot's own database."""
        return await self.stage.bot.store.read(query, *arguments)

    async def letter(self) -> LetterSheet | None:
        """The newest letter of the coalition, if there is one."""
        found = await self.read(letters.list_, self.actor(OWNER.key))
        if not found:
            return None
        newest = max(one.id for one in found)
        sheet: LetterSheet = await self.read(letters.status, self.actor(OWNER.key), self.now, newest)
        return sheet

    async def skip(self, seconds: float) -> None:
        """Let time pass, and a little more: what lasts exactly so long has ended then, with its moment of grace."""
        await self.stage.skip(seconds + A_LITTLE)
        self.stage.forget_traffic()

    async def reminders(self) -> RemindersSheet:
        """What the bot will say, and has said, of its own accord."""
        found: RemindersSheet = await self.read(scheduled_notices.scheduled, self.actor(OWNER.key), self.now)
        return found

    def channels(self, key: str) -> list[Any]:
        """The channels that someone can read, with their threads after them, as Discord lists them."""
        someone = self.people[key]
        found = []
        for channel in someone.guild.channels.values():
            found += [one for one in (channel, *channel.threads) if self.may_read(key, one.id)]
        return found

    def may_read(self, key: str, channel_id: int) -> bool:
        """Whether someone can open a channel of their server."""
        return inside.may_read(self.stage.env, channel_id, self.people[key].acts)

    def channel(self, key: str, channel_id: int) -> tuple[Any, Any]:
        """A channel that someone may open, and as whom; LookupError for any other."""
        someone = self.people[key]
        if someone.user.dm_channel.id == channel_id:
            return someone.user.dm_channel, someone.user
        for channel in self.channels(key):
            if channel.id == channel_id:
                return channel, someone.acts
        raise LookupError(channel_id)

    def unread(self, key: str, channel: Any) -> int:
        """How many messages someone has not seen."""
        after = self.read_until.get((key, channel.id), 0)
        return len(inside.visible(self.stage.env, channel.id, self.people[key].user, after))

    def seen(self, key: str, channel: Any) -> None:
        """Someone has read a channel to its end."""
        stored = inside.visible(self.stage.env, channel.id, self.people[key].user)
        self.read_until[key, channel.id] = stored[-1].id if stored else 0

    def all_seen(self) -> None:
        """Everyone has read every channel, as at the beginning; direct messages wait for anyone who got them."""
        for key in self.people:
            for channel in self.channels(key):
                self.seen(key, channel)

    def roles(self, key: str) -> list[tuple[Any, bool]]:
        """The roles of someone's server, and whether they hold them; without the bot's own and everyone's."""
        someone = self.people[key]
        held = inside.roles_of(self.stage.env, someone.guild.id, someone.user.id)
        me = someone.guild.me
        own = {someone.guild.id, *(role.id for role in me.roles)} if me is not None else {someone.guild.id}
        return [(role, role.id in held) for role in someone.guild.roles.values() if role.id not in own]

    def has_role(self, key: str) -> bool:
        """Whether someone holds any of them."""
        return any(held for _, held in self.roles(key))

    async def give_role(self, key: str, role_id: int, held: bool) -> None:
        """Give someone a role of their server, or take it; LookupError for any other role."""
        someone = self.people[key]
        if role_id not in {role.id for role, _ in self.roles(key)}:
            raise LookupError(role_id)
        inside.give_role(self.stage.env, someone.guild.id, someone.user.id, role_id, held)
        await self.stage.env.settle()

    async def integrate(self, shown: bool) -> None:
        """What the owner does in Server Settings, Integrations: show the moderators' commands to their role, or not.
        LookupError while the coalition has chosen no role for them."""
        settings = await self.read(setup.settings, self.actor(OWNER.key))
        role = next((one for one in self.guild.roles.values() if one.id == settings.moderator_role_id), None)
        if role is None:
            raise LookupError("moderator role")
        for command in MODERATORS_COMMANDS:
            self.stage.show_command(self.guild, command, role, shown=shown)
        self.integrated = shown
        await self.stage.env.settle()

    def menus(self, key: str, channel: Any) -> list[str]:
        """The names under *Apps* when someone right-clicks a message."""
        return inside.menus(self.stage.env, channel.id, self.people[key].user.id)


@asynccontextmanager
async def opened(settings: Settings, start: datetime, language: str = ENGLISH) -> AsyncIterator[World]:
    """An empty server with its people, and another server next door; the clock stands at ``start``. Servers and
    everybody's Discord are in this language."""
    async with raised(settings, start=start, lead=SETTLE_SECONDS, strict=False) as stage:
        stage.locale = inside.locale_of(language)
        env = stage.env
        users = {person.key: env.create_user(person.key, global_name=person.name) for person in PEOPLE}
        guild = env.create_guild("River Path Coalition", owner=users[OWNER.key], preferred_locale=stage.locale)
        guild.create_text_channel("hall", topic="Say hello. Type / for the bot's commands.")
        next_door = next(person for person in PEOPLE if person.elsewhere)
        elsewhere = env.create_guild(
            "Hillside Network", owner=users[next_door.key], preferred_locale=stage.locale
        )
        elsewhere.create_text_channel("general", topic="A server where the bot isn't set up.")
        people = {}
        for person in PEOPLE:
            home, user = (elsewhere if person.elsewhere else guild), users[person.key]
            people[person.key] = Someone(person, home.add_member(user), user, home)
        await env.settle()
        yield World(stage, guild, elsewhere, people)
