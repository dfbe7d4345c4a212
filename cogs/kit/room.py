"""The room: the base of every cog, connected to the switchboard, with a place under ``/manage``."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from types import MethodType
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

if TYPE_CHECKING:
    from cogs.client import Undersigned


Interaction = discord.Interaction[Any]
"""An interaction with our client. Handlers name it so, because their annotations are read at run time."""


GROUPS = {
    "letter": "Create, open, publish, extend and close a letter",
    "signatory": "Enter, edit or remove a name",
}
"""The subgroups of ``/manage`` with their descriptions; several rooms may share one."""


@dataclass(frozen=True, slots=True)
class Managed:
    """A method that is ``/manage <group> <name>``; the room makes a command of it when it is put together."""

    group: str
    name: str
    description: str
    handler: Callable[..., Awaitable[None]]

    def command(self, room: "Room") -> app_commands.Command[Any, ..., None]:
        """The command of this room."""
        bound = MethodType(self.handler, room)
        return app_commands.Command(name=self.name, description=self.description, callback=bound)


def manages(group: str, name: str, description: str) -> Callable[[Callable[..., Awaitable[None]]], Managed]:
    """Make a method ``/manage <group> <name>``. Stands above the decorators that describe its options."""
    return partial(Managed, group, name, description)


class Room(commands.Cog):
    """A cog whose marked presses and forms are led to it by the switchboard, and its commands under ``/manage``."""

    def __init__(self, client: "Undersigned") -> None:
        self.client = client
        self.store = client.store
        client.switchboard.connect(self)
        for part in vars(type(self)).values():
            if isinstance(part, Managed):
                _subgroup(client.manage, part.group).add_command(part.command(self))


def _subgroup(manage: app_commands.Group, name: str) -> app_commands.Group:
    found = manage.get_command(name)
    if not isinstance(found, app_commands.Group):
        found = app_commands.Group(name=name, description=GROUPS[name])
        manage.add_command(found)
    return found


def manage_group() -> app_commands.Group:
    """``/manage``: what moderators do. Hidden by default; verbs check the role all the same.

    The rooms hang their subcommands into it, so that members see only what is theirs.
    """
    return app_commands.Group(
        name="manage",
        description="Run the letter: for moderators",
        default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
    )
