"""The room: the base of every cog, whose marked methods serve presses, forms and commands."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord.ext import commands

from cogs.kit import command
from cogs.kit.forms import Answers as Typed
from models import draft
from models.sheets import Actor, DraftSheet

if TYPE_CHECKING:
    from cogs.client import Undersigned


T = TypeVar("T")
Interaction = discord.Interaction[Any]
"""An interaction with our client. Handlers name it so, because their annotations are read at run time."""


class Room(commands.Cog):
    """A cog whose marked presses and forms are led to it by the switchboard, its commands by the tree."""

    def __init__(self, client: "Undersigned") -> None:
        self.client = client
        self.store = client.store
        client.switchboard.connect(self)
        command.hang(client.tree, self)

    async def keep_draft(
        self, interaction: Interaction, actor: Actor, form: str, arguments: Sequence[Any], answers: Typed
    ) -> int:
        """Keep in a draft what an address is too short for; its id."""
        now = interaction.created_at
        return await self.store.write(draft.save, actor.guild_id, actor.user_id, now, form, arguments, answers)

    async def take_draft(
        self, interaction: Interaction, actor: Actor, draft_id: int, *forms: str
    ) -> DraftSheet:
        """What this person typed into one of these forms; DRAFT_GONE where it is kept no more."""
        return await self.store.read(draft.take, actor, interaction.created_at, draft_id, *forms)

    async def spend_draft(
        self,
        interaction: Interaction,
        actor: Actor,
        draft_id: int,
        verb: Callable[..., T],
        *arguments: Any,
        **options: Any,
    ) -> T:
        """Do what a draft was kept for, and forget it: a second press is refused DRAFT_GONE."""
        spend, now = draft.spend, interaction.created_at
        return await self.store.write(spend, actor, now, draft_id, verb, *arguments, **options)
