"""Commands: each begins, makes its actor, answers and fails in one way, as presses do.

A room marks its methods (``routes``); when it is put together, its commands are hung into the tree.
"""

import inspect
from collections.abc import Awaitable, Callable
from functools import wraps
from types import MethodType
from typing import Any

import discord
from discord import app_commands

from cogs.runtime import actors, messages
from cogs.runtime.router import reply
from cogs.runtime.routes import Call, Mark, Reply
from models.translation import N_

# Translators: descriptions of commands and their options, at most 100 characters each.
GROUPS = {
    "letter": N_("The letter: its status, text and talking points"),
    "manage": N_("Run the letter (for moderators)"),
    "manage letter": N_("Create, open, publish, extend and close a letter"),
    "manage member": N_("Stop or allow a member's proposals, and confirm who speaks for an organisation"),
    "manage signatory": N_("Enter, edit or remove a name"),
    "privacy": N_("What I store about you"),
    "roster": N_("Import and export the list of signatories (for moderators)"),
    "signatory": N_("See who signed, and manage the names you proposed"),
}
"""The groups of commands with their descriptions; several rooms may share one."""
FOR_MODERATORS = frozenset({"manage", "roster"})
"""Groups that Discord hides from everyone else by default; verbs check the role all the same."""
DESCRIBED = {
    "letter": N_("Which letter, if there are several"),
    "_letter": N_("Show only names on this letter"),
    "signatory_id": N_("The name"),
    "country": N_("The country: start typing its name, or choose No country"),
}
"""Options that mean the same in most commands; a command may describe its own in other words."""


def hang(tree: app_commands.CommandTree[Any], room: object) -> None:
    """Put the marked methods of a room into the tree, in the order in which they stand."""
    for handler in vars(type(room)).values():
        mark = getattr(handler, "__command__", None)
        if mark is None:
            continue
        callback = MethodType(_served(handler, mark), room)
        made: app_commands.ContextMenu | app_commands.Command[Any, ..., None]
        if mark.description is None:
            made, place = app_commands.ContextMenu(name=mark.path, callback=callback), tree
        else:
            *groups, name = mark.path.split()
            made = app_commands.Command(name=name, description=mark.description, callback=callback)
            place = _place(tree, groups)
        if mark.answers is not Reply.WITH_FORM:
            made.add_check(_begin)
        place.add_command(made)


async def _begin(interaction: discord.Interaction[Any]) -> bool:
    """Acknowledge before the options are read, for which Discord does not wait."""
    try:
        await messages.begin(interaction)
    except Exception as error:
        raise app_commands.CheckFailure from error  # the only error that discord.py hands on from a check
    return True


def _served(handler: Callable[..., Awaitable[Any]], mark: Mark) -> Callable[..., Awaitable[None]]:
    """The method as discord.py calls it: with an interaction in the place of the call."""

    @wraps(handler)
    async def serve(
        self: object,
        interaction: discord.Interaction[Any],
        *pointed_at: discord.Message | discord.Member | discord.User,
        **options: Any,
    ) -> None:
        try:
            call = Call(interaction, await actors.actor_in(interaction))
            await reply(interaction, await handler(self, call, *pointed_at, **options))
        finally:
            interaction.client.nudge()

    _self, _call, *options = inspect.signature(handler).parameters
    named = {name: name.strip("_").removesuffix("_id") for name in options}
    described = {name: DESCRIBED[name] for name in named if name in DESCRIBED} | mark.described
    return app_commands.rename(**named)(app_commands.describe(**described)(serve))


def _place(tree: app_commands.CommandTree[Any], groups: list[str]) -> Any:
    """The tree, or the group of this path, made if there is none yet."""
    place: Any = tree
    for depth, name in enumerate(groups, 1):
        found = place.get_command(name)
        if found is None:
            found = _group(" ".join(groups[:depth]))
            place.add_command(found)
        place = found
    return place


def _group(path: str) -> app_commands.Group:
    hidden = discord.Permissions(manage_guild=True) if path in FOR_MODERATORS else None
    return app_commands.Group(
        name=path.rpartition(" ")[2], description=GROUPS[path], default_permissions=hidden
    )
