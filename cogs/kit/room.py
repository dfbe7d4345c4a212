"""The room: the base of every cog, connected to the switchboard, with a place under ``/manage``."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

if TYPE_CHECKING:
    from cogs.client import Undersigned


Interaction = discord.Interaction[Any]
"""An interaction with our client. Handlers name it so, because their annotations are read at run time."""


class Room(commands.Cog):
    """A cog whose marked presses and forms are led to it by the switchboard."""

    def __init__(self, client: "Undersigned") -> None:
        self.client = client
        self.store = client.store
        client.switchboard.connect(self)


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
