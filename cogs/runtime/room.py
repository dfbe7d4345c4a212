"""The room: the base of every cog, connected to the switchboard, with a place under ``/manage`` and ``/roster``."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from types import MethodType
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from cogs.runtime.bot import Bot

Interaction = discord.Interaction[Any]
"""An interaction with our client. Handlers name it so, because their annotations are read at run time."""


GROUPS = {
    "letter": "Create, open, publish, extend and close a letter",
    "member": "Stop somebody's proposals, or allow them again",
    "signatory": "Enter, edit or remove a name",
}
"""The subgroups of ``/manage`` with their descriptions; several rooms may share one."""


@dataclass(frozen=True, slots=True)
class Managed:
    """A method that is a moderators' command; the room makes it when it is put together."""

    top: str
    """``manage`` or ``roster``."""
    group: str
    """A key of GROUPS under ``/manage``; empty under ``/roster``."""
    name: str
    description: str
    handler: Callable[..., Awaitable[None]]

    def command(self, room: "Room") -> app_commands.Command[Any, ..., None]:
        """The command of this room."""
        bound = MethodType(self.handler, room)
        return app_commands.Command(name=self.name, description=self.description, callback=bound)


def manages(group: str, name: str, description: str) -> Callable[[Callable[..., Awaitable[None]]], Managed]:
    """Make a method ``/manage <group> <name>``. Stands above the decorators that describe its options."""
    return partial(Managed, "manage", group, name, description)


def on_roster(name: str, description: str) -> Callable[[Callable[..., Awaitable[None]]], Managed]:
    """Make a method ``/roster <name>``, in the same way."""
    return partial(Managed, "roster", "", name, description)


class Room(commands.Cog):
    """A cog whose marked presses and forms are led to it by the switchboard, and its commands for moderators."""

    def __init__(self, client: Bot) -> None:
        self.client = client
        self.store = client.store
        client.switchboard.connect(self)
        for part in vars(type(self)).values():
            if isinstance(part, Managed):
                top = client.moderating[part.top]
                group = _subgroup(top, part.group) if part.group else top
                group.add_command(part.command(self))


def _subgroup(manage: app_commands.Group, name: str) -> app_commands.Group:
    found = manage.get_command(name)
    if not isinstance(found, app_commands.Group):
        found = app_commands.Group(name=name, description=GROUPS[name])
        manage.add_command(found)
    return found


def moderating() -> dict[str, app_commands.Group]:
    """``/manage`` and ``/roster``: what moderators do. Hidden by default; verbs check the role all the same.

    The rooms hang their commands into them, so that members see only what is theirs.
    """
    tops = {
        "manage": "Run the letter: for moderators",
        "roster": "The list of signatories, in and out: for moderators",
    }
    return {
        name: app_commands.Group(
            name=name,
            description=description,
            default_permissions=discord.Permissions(manage_guild=True),
            guild_only=True,
        )
        for name, description in tops.items()
    }
