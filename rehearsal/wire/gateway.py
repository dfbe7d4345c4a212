"""Discord's gateway over a WebSocket: identify, resume with what was missed, and everything that can go wrong."""

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord
from aiohttp import WSMsgType, web

from rehearsal.wire.faults import Fault
from rehearsal.wire.inside import World

HEARTBEAT_MILLISECONDS = 41_250
OF_SERVERS = ("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE")


@dataclass
class Session:
    """One session of the bot, over one shard; it outlives its connections. ``shard`` is its number, and of how many."""

    intents: discord.Intents
    shard: tuple[int, int] = (0, 1)
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    sent: int = 0
    log: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=5000))
    socket: web.WebSocketResponse | None = None
    transport: Any = None


class Gateway:
    """The WebSocket side."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sessions: dict[int, Session] = {}
        """By the number of their shard."""
        self.identified = self.resumed = self.refused = 0
        self.closed = False
        """Whether nobody is let in."""
        self.ends_with: int | None = None
        """The code with which each connection that identifies itself is closed."""
        self.twice = False
        """Whether each event is delivered twice."""
        self.doubled = Fault("", "gateway")
        self.held: list[tuple[str, Mapping[str, Any]]] | None = None
        """Events that are kept back while this is a list."""
        self.before_next: Callable[[], None] | None = None
        """What happens to the connection just before the next thing that a member does reaches it."""
        self._sending: set[asyncio.Task[None]] = set()
        world.listen(self.event)

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/gateway/", self._serve)

    @property
    def connected(self) -> bool:
        return bool(self.sessions) and all(one.socket is not None for one in self.sessions.values())

    def session_of(self, name: str, payload: Mapping[str, Any]) -> Session | None:
        """The session that hears of an event: direct messages come over the first shard."""
        guild_id = payload.get("id") if name in OF_SERVERS else payload.get("guild_id")
        count = next(iter(self.sessions.values())).shard[1] if self.sessions else 1
        return self.sessions.get((int(guild_id) >> 22) % count if guild_id else 0)

    def event(self, name: str, payload: Mapping[str, Any]) -> None:
        """Something happened; the bot hears of it as its intents say."""
        if name == "INTERACTION_CREATE" and self.before_next is not None:
            happens, self.before_next = self.before_next, None
            happens()
        if self.held is not None:
            self.held.append((name, payload))
            return
        session = self.session_of(name, payload)
        if session is None:
            return
        data = self.world.visible(name, payload, session.intents)
        if data is not None:
            self._push(session, name, data)
            if self.twice and name == "INTERACTION_CREATE":
                self.doubled.happened += 1
                self._push(session, name, data)

    def hold(self) -> None:
        """Keep events back."""
        self.held = []

    def release(self) -> None:
        """Deliver what was kept back, the newest first."""
        held, self.held = self.held or [], None
        for name, payload in reversed(held):
            self.event(name, payload)

    def drop(self, shard: int = 0) -> None:
        """Cut the connection of a shard; its session waits to be resumed."""
        session = self.sessions.get(shard)
        if session is not None and session.transport is not None:
            session.transport.abort()
            session.socket = None

    def lose(self, shard: int = 0) -> None:
        """Cut the connection and forget the session: what happens meanwhile is lost."""
        self.drop(shard)
        self.sessions[shard].id = ""

    def say(self, text: str, shard: int = 0) -> None:
        """Send this text as it is."""
        if shard in self.sessions:
            self._send(self.sessions[shard], text)

    def push(self, name: str, data: Mapping[str, Any]) -> None:
        """Send an event as it is, whatever it lacks."""
        if 0 in self.sessions:
            self._push(self.sessions[0], name, data)

    def _push(self, session: Session, name: str, data: Mapping[str, Any]) -> None:
        session.sent += 1
        frame = {"op": 0, "s": session.sent, "t": name, "d": data}
        session.log.append(frame)
        self._send(session, json.dumps(frame))

    def _send(self, session: Session, text: str) -> None:
        if session.socket is not None and not session.socket.closed:
            task = asyncio.ensure_future(_quietly(session.socket, text))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if self.closed:
            self.refused += 1
            return web.Response(status=503)
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await _quietly(socket, json.dumps({"op": 10, "d": {"heartbeat_interval": HEARTBEAT_MILLISECONDS}}))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._heard(socket, request, json.loads(message.data))
        for session in self.sessions.values():
            if session.socket is socket:
                session.socket = None
        return socket

    async def _heard(self, socket: web.WebSocketResponse, request: web.Request, said: dict[str, Any]) -> None:
        op = said["op"]
        data: Any = said.get("d")
        if op == 1:
            await _quietly(socket, json.dumps({"op": 11}))
        elif op == 2:
            self.identified += 1
            if self.ends_with is not None:
                await socket.close(code=self.ends_with)
                return
            number, count = data.get("shard", (0, 1))
            session = Session(discord.Intents._from_value(data["intents"]), (number, count))
            self.sessions[number] = session
            session.socket, session.transport = socket, request.transport
            self._push(
                session, "READY", self.world.ready(session.id, f"ws://{request.host}/gateway/", number, count)
            )
            for server in self.world.servers(number, count):
                self._push(
                    session, "GUILD_CREATE", self.world.visible("GUILD_CREATE", server, session.intents) or {}
                )
                await asyncio.sleep(0)  # the other connections go on
        elif op == 6:
            known = next((one for one in self.sessions.values() if one.id == data["session_id"]), None)
            if known is None:
                await _quietly(socket, json.dumps({"op": 9, "d": False}))
                return
            self.resumed += 1
            known.socket, known.transport = socket, request.transport
            for frame in [one for one in known.log if one["s"] > data["seq"]]:
                await _quietly(socket, json.dumps(frame))
            self._push(known, "RESUMED", {})


async def _quietly(socket: web.WebSocketResponse, text: str) -> None:
    """Send where somebody still listens."""
    if not socket.closed:
        try:
            await socket.send_str(text)
        except ConnectionError:
            return
