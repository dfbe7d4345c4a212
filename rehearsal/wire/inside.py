"""Inside simcord: what the wire needs of it that its makers did not promise, for the version that ``rehearsal.inside``
names."""

import io
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import simcord
import simcord.backend.serializers
import simcord.http.routes
import simcord.intents
import simcord.interactions
from simcord._clock import Clock
from simcord.backend.cdn import CDN_BASE
from simcord.backend.errors import BackendError
from simcord.backend.models.interaction import ResponseKind
from simcord.http import router

from rehearsal.inside import require_version

Event = dict[str, Any]
serializers = simcord.backend.serializers


class WallClock(Clock):
    """Discord's own clock: this machine's, moved by ``skew``."""

    skew = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.skew


@dataclass
class Upload:
    """One file of a request, as simcord reads it."""

    fp: io.BytesIO
    filename: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What Discord answers: a status, and JSON or nothing."""

    status: int
    body: Any


class World(simcord.Env):
    """A simulated Discord whose bot is another process. simcord's builders work; nothing waits for the bot."""

    def __init__(self) -> None:
        require_version()
        simcord.http.routes  # noqa: B018  (registers the routes)
        super().__init__(discord.Client(intents=discord.Intents.none()), check_errors=False)
        self.clock = self.backend.clock = WallClock()
        self.backend.bot_user.name = "Undersigned"
        self.missing: list[str] = []
        """What the bot asked for and simcord does not know."""
        self.spoken: set[str] = set()
        """The tokens of interactions to which the bot said something after acknowledging them."""
        self.hurries = False
        """Whether a first response is refused after Discord's three seconds. They pass while a slow machine is at work,
        so this is only for tests in which whoever gets no answer tries again."""

    async def _settle_internal(self, **_anything: Any) -> None:
        """Nobody here can see whether another process rests; anyone who waits says for what."""

    def listen(self, listener: Any) -> None:
        """Call ``listener(name, payload)`` for every event."""
        self.backend.subscribers.append(listener)

    def request(
        self, method: str, path: str, body: Any, query: Mapping[str, str], files: Sequence[Upload]
    ) -> Answer:
        """What Discord's API does and answers."""
        try:
            found = router.dispatch(
                self.backend, method, path, json=body, params=dict(query), files=list(files)
            )
        except (router.RouteNotImplemented, router.UnsupportedField) as gap:
            self.missing.append(str(gap))
            return Answer(501, {"code": 0, "message": str(gap)})
        except BackendError as refusal:
            return Answer(refusal.status, refusal.to_json())
        finally:
            self.backend.http_requests.clear()
            self.backend.transcript.clear()
        if path.startswith("/webhooks/"):
            self.spoken.add(path.split("/")[3])
        return Answer(204 if found is None else 200, found)

    def attachment(self, path: str) -> bytes | None:
        """A file that somebody uploaded."""
        return self.backend.cdn.get(f"{CDN_BASE}/{path}")

    def visible(self, name: str, payload: Mapping[str, Any], intents: discord.Intents) -> Event | None:
        """An event as a bot with these intents receives it; None if it does not."""
        gate = simcord.intents.required_intent(name, payload)
        if gate and not getattr(intents, gate):
            return None
        data = deepcopy(dict(payload))
        own = self.backend.bot_user.id
        if name in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and not intents.message_content:
            simcord.intents.censor_message(data, own, backend=self.backend)
        if name == "GUILD_CREATE":
            simcord.intents.prune_guild_create(data, intents, own)
        return data

    def ready(self, session: str, address: str, shard: int = 0, count: int = 1) -> Event:
        """The first event of a new session."""
        return {
            "v": 10,
            "user": dict(serializers.user_payload(self.backend.bot_user)),
            "guilds": [
                {"id": str(guild), "unavailable": True}
                for guild in self.backend.guilds
                if (guild >> 22) % count == shard
            ],
            "session_id": session,
            "resume_gateway_url": address,
            "shard": [shard, count],
            "application": {"id": str(self.backend.application_id), "flags": 0},
        }

    def servers(self, shard: int = 0, count: int = 1) -> Iterator[Event]:
        """The events that follow it, one for each server of this shard."""
        for guild in [one for one in self.backend.guilds.values() if (one.id >> 22) % count == shard]:
            yield dict(serializers.guild_create_payload(self.backend, guild))

    def interaction(
        self,
        kind: discord.InteractionType,
        who: Any,
        channel_id: int,
        data: Event,
        message_id: int | None = None,
    ) -> tuple["Pressed", Event]:
        """Something that a member does, not delivered yet: what will become of it, and the event."""
        guild_id = who.guild.id if self.backend.get_channel(channel_id).guild_id is not None else None
        record, payload = simcord.interactions.base_payload(
            self.backend,
            type=kind.value,
            channel_id=channel_id,
            guild_id=guild_id,
            user_id=who.id,
            data=data,
        )
        if not self.hurries:
            record.initial_response_deadline = None
        if message_id is not None:
            stored = self.backend.get_message(channel_id, message_id)
            payload["message"] = dict(serializers.message_payload(self.backend, stored))
            record.source_message_id = message_id
        return Pressed(self, record), payload

    def command(self, guild_id: int, name: str) -> Event:
        """A command as the bot told it."""
        found = self.backend.find_command(name, guild_id)
        assert found is not None, f"/{name} was never told to Discord"
        return dict(found)

    def messages(self, channel_id: int) -> list[Any]:
        """What is in a channel for all, oldest first, as simcord stores it."""
        return [one for one in self.backend.messages.get(channel_id, {}).values() if not one.is_ephemeral]

    def direct(self, user_id: int) -> list[Any]:
        """What is in someone's direct messages."""
        channel = self.backend.dm_channels.get(user_id)
        return [] if channel is None else self.messages(channel)

    def button(self, channel_id: int, custom_id: str) -> Any:
        """A message of the bot with one button that it is taken to have posted earlier."""
        row = {"type": 1, "components": [{"type": 2, "style": 1, "label": "Press", "custom_id": custom_id}]}
        return self.backend.create_message(channel_id, self.backend.bot_user.id, "Press it.", components=[row])

    def furnish(self, guild_id: int, parts: int) -> None:
        """Give a server as many text channels and roles as it lacks to so many; the bot does not hear of it. simcord's
        builders take ten times as long."""
        guild = self.backend.guilds[guild_id]
        for number in range(len(guild.channel_ids), parts):
            self.backend.create_channel(guild_id, f"channel-{number}", announce=False)
        for number in range(len(guild.roles), parts):
            self.backend.create_role(guild_id, f"role-{number}", position=number)
        self.backend.transcript.clear()

    def stored(self, channel_id: int, message_id: int) -> Event:
        """A message as the API gives it."""
        return dict(serializers.message_payload(self.backend, self.backend.get_message(channel_id, message_id)))


@dataclass
class Pressed:
    """What happened to something that a member did."""

    world: World
    record: Any

    @property
    def acknowledged(self) -> bool:
        return bool(self.record.responded)

    @property
    def modal(self) -> Event | None:
        """The form that opened."""
        found: Event | None = self.record.modal
        return found

    @property
    def answered(self) -> bool:
        """Whether this person reads an answer, a form included, rather than "is thinking"."""
        if self.record.response_kind is ResponseKind.DEFERRED_UPDATE:
            return self.record.token in self.world.spoken
        return self.acknowledged and not self.record.loading

    @property
    def message(self) -> Any:
        """The private answer, or the redrawn message."""
        found = self.record.message_id or self.record.source_message_id
        return self.world.backend.get_message(self.record.channel_id, found)
