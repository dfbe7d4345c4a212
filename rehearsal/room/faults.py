"""Faults that a visitor can switch on: what Discord does to a bot on a bad day."""

from collections.abc import Callable
from dataclasses import dataclass

import discord

from rehearsal import inside
from rehearsal.room.world import World

SLOW_SECONDS = 2.0
NO_MESSAGES = 50007
"""Discord's code for: cannot send messages to this user."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong until it is switched off."""

    key: str
    label: str
    turn: Callable[[World, bool], None]


def switch(world: World, key: str, on: bool) -> None:
    """Switch a fault on or off; LookupError for one that there is not."""
    found = next((fault for fault in FAULTS if fault.key == key), None)
    if found is None:
        raise LookupError(key)
    if on is not (key in world.faults):
        found.turn(world, on)
        world.faults ^= {key}


def _messages_closed(world: World, on: bool) -> None:
    for someone in world.people.values():
        path = f"/channels/{someone.user.dm_channel.id}/messages"
        if on:
            world.stage.env.inject_error(
                "POST",
                path,
                status=403,
                code=NO_MESSAGES,
                message="Cannot send messages to this user",
                times=None,
            )
        else:
            inside.mend(world.stage.env, path)


def _may_not_write(world: World, on: bool) -> None:
    me = world.stage.bot.user
    for channel in world.guild.channels.values():
        if me is not None:
            what = discord.Permissions(send_messages=True) if on else None
            inside.forbid(world.stage.env, channel.id, me.id, what)


def _slow(world: World, on: bool) -> None:
    inside.answer_slowly(world.stage.env, SLOW_SECONDS if on else 0.0)


def _failing(world: World, on: bool) -> None:
    for method, path in (("POST", "/channels/*/messages"), ("PATCH", "/channels/*/messages/*")):
        if on:
            world.stage.env.inject_error(
                method, path, status=503, message="Service unavailable (rehearsed)", times=None
            )
        else:
            inside.mend(world.stage.env, path)


FAULTS = (
    Fault("messages", "Nobody accepts direct messages", _messages_closed),
    Fault("permission", "The bot may not write in any channel", _may_not_write),
    Fault("slow", "Discord takes two seconds for everything", _slow),
    Fault("failing", "Discord fails when the bot posts", _failing),
)
