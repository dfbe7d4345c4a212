"""Faults that a visitor can switch on: what Discord does to a bot on a bad day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import discord

from rehearsal import inside
from rehearsal.room.world import World

SLOW_SECONDS = 2.0
NO_MESSAGES = 50007
"""Discord's code for: cannot send messages to this user."""
Mend = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong from ``begin`` on, until what it returns is called."""

    key: str
    label: str
    begin: Callable[[World], Mend]


def switch(world: World, key: str, on: bool) -> None:
    """Switch a fault on or off; LookupError for one that there is not."""
    found = next((fault for fault in FAULTS if fault.key == key), None)
    if found is None:
        raise LookupError(key)
    if on and key not in world.faults:
        world.faults[key] = found.begin(world)
    elif not on and key in world.faults:
        world.faults.pop(key)()


def _messages_closed(world: World) -> Mend:
    said = "Cannot send messages to this user"
    places = [f"/channels/{someone.user.dm_channel.id}/messages" for someone in world.people.values()]
    return _all(
        inside.fail(world.stage.env, "POST", place, status=403, code=NO_MESSAGES, message=said)
        for place in places
    )


def _may_not_write(world: World) -> Mend:
    me, what = world.guild.me, discord.Permissions(send_messages=True)
    return _all(
        inside.forbid(world.stage.env, channel.id, me.id, what) for channel in world.guild.channels.values()
    )


def _slow(world: World) -> Mend:
    return inside.answer_slowly(world.stage.env, SLOW_SECONDS)


def _failing(world: World) -> Mend:
    requests = (("POST", "/channels/*/messages"), ("PATCH", "/channels/*/messages/*"))
    return _all(
        inside.fail(world.stage.env, method, path, status=503, message="Service unavailable (rehearsed)")
        for method, path in requests
    )


def _all(mends: Iterable[Mend]) -> Mend:
    begun = list(mends)

    def mend() -> None:
        for one in begun:
            one()

    return mend


FAULTS = (
    Fault("messages", "Nobody accepts direct messages", _messages_closed),
    Fault("permission", "The bot can't post in any channel", _may_not_write),
    Fault("slow", "Discord takes two seconds for everything", _slow),
    Fault("failing", "Discord fails when the bot posts", _failing),
)
