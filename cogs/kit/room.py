"""The room: the base of every cog, whose marked methods serve presses, forms and commands."""

from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands

from cogs.kit import command

if TYPE_CHECKING:
    from cogs.client import Undersigned


Interaction = discord.Interaction[Any]
"""An interaction with our client. Handlers name it so, because their annotations are read at run time."""


class Room(commands.Cog):
    """A cog whose marked presses and forms are led to it by the switchboard, its commands by the tree."""

    def __init__(self, client: "Undersigned") -> None:
        self.client = client
        self.store = client.store
        client.switchboard.connect(self)
        command.hang(client.tree, self)
