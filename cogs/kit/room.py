"""The room: the base of every cog, connected to the switchboard, with a place under ``/manage``."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

if TYPE_CHECKING:
    from cogs.client import Undersigned


Interaction = discord.Interaction[Any]
"""An interaction with our client. Handlers name it so, because their annotations are read at run time."""


Handler = TypeVar("Handler", bound=Callable[..., Awaitable[None]])

GROUPS = {
    "letter": "Create, open, publish, extend and close a letter",
    "signatory": "Enter, edit or remove a name",
}
"""The subgroups of ``/manage`` with their descriptions; several rooms may share one."""


def manages(group: str, name: str, description: str) -> Callable[[Handler], Handler]:
    """Mark a method as ``/manage <group> <name>``. Stands above the decorators that describe its options."""

    def decorate(handler: Handler) -> Handler:
        handler.__manages__ = (group, name, description)  # type: ignore[attr-defined]
        return handler

    return decorate


class Room(commands.Cog):
    """A cog whose marked presses and forms are led to it by the switchboard, and its commands under ``/manage``."""

    def __init__(self, client: "Undersigned") -> None:
        self.client = client
        self.store = client.store
        client.switchboard.connect(self)
        for method in vars(type(self)).values():
            if marked := getattr(method, "__manages__", None):
                group, name, description = marked
                bound = getattr(self, method.__name__)
                _subgroup(client.manage, group).add_command(
                    app_commands.Command(name=name, description=description, callback=bound)
                )


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
