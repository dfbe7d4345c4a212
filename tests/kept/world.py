"""What was on Discord beside a kept database, put up again by :func:`put_up`.

simcord builds a server with ids of its own; that these are the kept ones takes its inner parts, in this file alone.
"""

import copy
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simcord.backend import serializers
from simcord.backend.models import Message, Overwrite
from simcord.enums import OverwriteType

from rehearsal.stage import Stage

FOLDER = Path(__file__).parent


@dataclass
class World:
    """The server as it is again."""

    stage: Stage
    kept: Mapping[str, Any]
    guild: Any
    people: dict[int, Any]
    roles: dict[str, Any]

    def message(self, kept: Mapping[str, Any]) -> tuple[Any, Any]:
        """One of the kept messages as it stood, and somebody who can press what is on it: the person it was shown to,
        a moderator or a participant."""
        of_channel = {one["channel"]: one["id"] for one in self.kept["people"]}
        reader = kept["for"] or of_channel.get(kept["channel"])
        if reader is None:
            inside = [one for one in self.kept["channels"] if one["name"] == "moderators"]
            wanted = "mo" if kept["channel"] == inside[0]["id"] else self.kept["people"][-3]["name"]
            reader = next(one["id"] for one in self.kept["people"] if one["name"] == wanted)
        who = self.people[reader]
        if kept["channel"] in of_channel:
            who, channel = who.user, who.user.dm_channel
        else:
            channel = next(one for one in self.guild.channels.values() if one.id == kept["channel"])
        _post(self.stage.env.backend, kept)  # an earlier press may have redrawn it
        standing = self.stage.messages(channel, who)
        return next(one for one in standing if one.id == kept["id"]), who


def _asked(backend: Any, kept: Mapping[str, Any]) -> dict[str, Any]:
    """What Discord says of a message that only one person sees: who asked for it."""
    user = dict(serializers.user_payload(backend.users[kept["for"]]))
    return {"id": str(kept["id"]), "type": 2, "user": user, "authorizing_integration_owners": {}}


def _post(backend: Any, kept: Mapping[str, Any]) -> None:
    """One message stands as it stood then."""
    backend.messages[kept["channel"]][kept["id"]] = Message(
        id=kept["id"],
        channel_id=kept["channel"],
        author_id=backend.bot_user.id,
        content=kept["content"],
        timestamp=kept["timestamp"],
        flags=kept["flags"],
        components=copy.deepcopy(kept["components"]),
        interaction_metadata=_asked(backend, kept) if kept["for"] else None,
    )


@contextmanager
def _numbered(backend: Any, number: int) -> Iterator[None]:
    """What is made meanwhile has this id."""
    vars(backend)["snowflake"] = lambda: number
    try:
        yield
    finally:
        del vars(backend)["snowflake"]


async def put_up(stage: Stage, kept: Mapping[str, Any]) -> World:
    """The same server with the same ids, on a stage whose bot does not know it yet."""
    env, backend = stage.env, stage.env.backend
    users = {}
    for one in kept["people"]:
        with _numbered(backend, one["id"]):
            users[one["id"]] = env.create_user(one["name"])
    server = kept["server"]
    guild = env.create_guild(server["name"], id=server["id"], owner=users[server["owner"]])
    for one in kept["roles"]:
        with _numbered(backend, one["id"]):
            guild.create_role(one["name"], mentionable=one["mentionable"])
    for one in kept["channels"]:
        overwrites = [
            Overwrite(to, OverwriteType[kind], allow, deny) for to, kind, allow, deny in one["overwrites"]
        ]
        bot_roles = [role for role in backend.guilds[guild.id].roles.values() if role.managed]
        known = {*backend.guilds[guild.id].roles, *users, backend.bot_user.id}
        for overwrite in overwrites:
            # The bot's own role is the one thing whose id is new.
            if overwrite.target_id not in known:
                overwrite.target_id = bot_roles[0].id
        with _numbered(backend, one["id"]):
            backend.create_channel(guild.id, one["name"], overwrites=overwrites)
    roles = {role.id: role for role in guild.roles.values()}
    people = {}
    for one in kept["people"]:
        held = [roles[number] for number in one["roles"]]
        people[one["id"]] = guild.add_member(users[one["id"]], roles=held)
        with _numbered(backend, one["channel"]):
            backend.get_dm_channel(one["id"])
    for one in kept["messages"]:
        _post(backend, one)
    await env.settle()
    return World(stage, kept, guild, people, guild.roles)
