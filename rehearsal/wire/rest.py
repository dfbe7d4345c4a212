"""Discord's API over HTTP: simcord's routes, one nonce one message, and faults."""

import asyncio
import io
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any

from aiohttp import BodyPartReader, web

from rehearsal.wire.faults import Fault, Faults
from rehearsal.wire.inside import Answer, Upload, World

NONCE_HOLDS = 180.0
"""Seconds for which one nonce is one message: "the past few minutes" (API reference, Create Message)."""
DEFERRALS = (5, 6)
"""First responses that announce an answer (API reference, Interaction Callback Type)."""
WORLD = {"X-RateLimit-Limit": "50", "X-RateLimit-Remaining": "49", "X-RateLimit-Reset-After": "1"}


@dataclass(frozen=True, slots=True)
class Seen:
    """One request at one moment: ``before`` the work, or after it, with or before the answer."""

    method: str
    path: str
    before: bool
    body: Any = None

    @property
    def responds(self) -> bool:
        """It is the first response to an interaction."""
        return self.path.endswith("/callback")

    @property
    def defers(self) -> bool:
        """It is one that only announces an answer."""
        return self.responds and self.body["type"] in DEFERRALS


class Rest:
    """The HTTP side. ``watch`` is called at both moments of every request, as long as it is there."""

    def __init__(self, world: World) -> None:
        self.world, self.faults = world, Faults()
        self.watch: Callable[[Seen], None] | None = None
        self.requests = 0
        self.shards, self.sessions_left = 1, 999
        """What the bot is told when it asks how many connections it may open."""
        self._by_nonce: dict[tuple[str, str], tuple[float, int]] = {}

    def routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/api/v10/{path:.*}", self._serve)
        app.router.add_get("/cdn/{path:.*}", self._file)
        app.on_response_prepare.append(self._date)

    def gateway_address(self) -> str:
        raise NotImplementedError

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        self.requests += 1
        path = f"/{request.match_info['path']}"
        body, files = await _read(request)
        fault = self.faults.take(request.method, path)
        if fault is not None and fault.delay:
            await asyncio.sleep(fault.delay)
        self._saw(Seen(request.method, path, before=True, body=body))
        if fault is not None and fault.fails and not fault.after:
            return _fail(request, fault)
        answer = self._answer(request, path, body, files)
        self._saw(Seen(request.method, path, before=False, body=body))
        if fault is not None and fault.fails:
            return _fail(request, fault)
        return _json(answer)

    async def _date(self, _request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Date"] = format_datetime(self.world.clock.now(), usegmt=True)

    def _saw(self, seen: Seen) -> None:
        if self.watch is not None:
            self.watch(seen)

    def _answer(self, request: web.Request, path: str, body: Any, files: list[Upload]) -> Answer:
        if path == "/gateway/bot":
            limit = {"total": 1000, "remaining": self.sessions_left, "reset_after": 1, "max_concurrency": 1}
            address = f"ws://{request.host}/gateway/"
            return Answer(200, {"url": address, "shards": self.shards, "session_start_limit": limit})
        nonce = str(body["nonce"]) if isinstance(body, dict) and body.get("enforce_nonce") else None
        if nonce is not None and (known := self._by_nonce.get((path, nonce))):
            at, message_id = known
            if time.monotonic() - at < NONCE_HOLDS:
                return Answer(200, self.world.stored(int(path.split("/")[2]), message_id))
        answer = self.world.request(request.method, path, body, request.query, files)
        if path.endswith("/callback") and answer.status == 200 and "with_response" not in request.query:
            return Answer(204, None)  # Discord tells what was made only to those who ask
        if nonce is not None and answer.status == 200:
            self._by_nonce[path, nonce] = (time.monotonic(), int(answer.body["id"]))
        return answer

    async def _file(self, request: web.Request) -> web.StreamResponse:
        found = self.world.attachment(request.match_info["path"])
        return web.Response(body=found) if found is not None else web.Response(status=404)


async def _read(request: web.Request) -> tuple[Any, list[Upload]]:
    if not request.content_type.startswith("multipart/"):
        return (await request.json() if request.can_read_body else None), []
    body: Any = None
    files: list[Upload] = []
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            body = json.loads(await part.text())
        else:
            files.append(Upload(io.BytesIO(await part.read()), part.filename or ""))
    return body, files


def _fail(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.cut:
        assert request.transport is not None
        request.transport.abort()
        return web.Response(status=500)
    if fault.page:
        return web.Response(status=fault.status, text="<html>Blocked</html>", content_type="text/html")
    return _json(Answer(fault.status, fault.body()), fault.headers())


def _json(answer: Answer, headers: dict[str, str] | None = None) -> web.Response:
    if answer.status == 204:
        return web.Response(status=204, headers=WORLD)
    # discord.py reads JSON only under this very type, without a charset
    kind = {"Content-Type": "application/json"}
    return web.Response(
        body=json.dumps(answer.body).encode(), status=answer.status, headers=WORLD | (headers or {}) | kind
    )
