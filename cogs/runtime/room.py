"""The room: the base of every cog, whose marked methods serve presses, forms and commands."""

from collections.abc import Callable, Sized
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, Protocol, Self, TypeVar

from discord.ext import commands

from cogs.runtime import errors
from cogs.runtime.bot import Bot
from cogs.runtime.commands import hang
from cogs.runtime.routes import Call
from models.participants import drafts
from models.refusal import Refusal
from models.sheets import Actor


class Work(Protocol):
    """What is done a part at a time."""

    @property
    def rest(self) -> Sized:
        """What is left to be done."""

    def ended(self, refusal: Refusal) -> Self:
        """End it without the rest, which is refused; raises the refusal if nothing was done before."""


T = TypeVar("T")
W = TypeVar("W", bound=Work)
P = ParamSpec("P")


class Room(commands.Cog):
    """A cog whose marked presses and forms are led to it by the router, its commands by the tree."""

    def __init__(self, client: Bot) -> None:
        self.client = client
        self.store = client.store
        client.router.connect(self)
        hang(client.tree, self)

    async def read(
        self,
        call: Call,
        verb: Callable[Concatenate[Any, Actor, datetime, P], T],
        *arguments: P.args,
        **options: P.kwargs,
    ) -> T:
        """Ask the database, at the moment of this call."""
        return await self.store.read(verb, call.actor, call.now, *arguments, **options)

    async def write(
        self,
        call: Call,
        verb: Callable[Concatenate[Any, Actor, datetime, P], T],
        *arguments: P.args,
        **options: P.kwargs,
    ) -> T:
        """Change the database, at the moment of this call: deadlines are kept by when Discord took it."""
        call.interaction.extras[errors.STORED] = False
        done = await self.store.write(verb, call.actor, call.now, *arguments, **options)
        call.interaction.extras[errors.STORED] = verb not in drafts.KEEPING
        return done

    async def write_in_steps(self, call: Call, verb: Callable[[Any, Actor, datetime, W], W], work: W) -> W:
        """Change the database a part at a time, until nothing is left; what others write meanwhile comes in between.
        Where a later part is refused, what was done before it stands, and the rest is answered with that refusal."""
        while work.rest:
            try:
                work = await self.write(call, verb, work)
            except Refusal as refusal:
                work = work.ended(refusal)
        return work
