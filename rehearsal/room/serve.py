"""Serve the room to browsers of this machine: its page, simcord's page for one channel, and what both ask for.

It listens on the loopback address alone. Whatever is asked needs the token that is in the printed address after
the ``#``, where browsers keep it to themselves; a page from elsewhere, or a name that resolves to this machine, has
no way in.
"""

import asyncio
import contextlib
import gc
import logging
import os
import signal
import sys
import traceback
import webbrowser
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from rehearsal import inside
from rehearsal.room import scripts, telling
from rehearsal.room.moments import Moment
from rehearsal.room.room import Listener, Plan, Room

log = logging.getLogger(__name__)

WEB = Path(__file__).with_name("web")
AVATAR = Path(__file__).parents[2] / "docs" / "avatar" / "undersigned.svg"
"""The bot's picture, as a host uploads it."""
HOST = "127.0.0.1"
LONGEST_UPLOAD = 27 * 1024 * 1024
_HEADERS = {
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": (
        "default-src 'self'; connect-src 'self' blob:; img-src 'self' blob:; media-src 'self' blob:; "
        "object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
    ),
}
_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
"""Not what the machine thinks: on some, a script is plain text, and browsers then refuse it."""
_INSERTED = (
    '<link rel="stylesheet" href="/room/pane.css"><script type="module" src="/room/pane.js"></script></head>'
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Service:
    """Answers browsers for one room."""

    def __init__(self, room: Room) -> None:
        scripts.require_known()
        self.room = room
        self.app = web.Application(
            middlewares=[self._guarded],
            client_max_size=LONGEST_UPLOAD,
            handler_args={"handler_cancellation": False},
        )
        self.app.add_routes(
            [
                web.get("/", self._page),
                web.get("/discord/", self._discord),
                web.get("/room/state", self._state),
                web.post("/room/{act:open|skip|role|integrate|fault|menu|begin}", self._act),
                web.get("/room/{name}", self._file),
                *(web.get(path, self._simcord_file) for path in inside.PAGE_FILES if path != "/"),
                # Named as simcord names them, for it reads these parts of the address itself.
                web.get("/api/assets/{asset_id}", self._simcord),
                web.delete("/api/pages/{context_id}", self._simcord),
                web.route("*", "/api/{rest:.*}", self._simcord),
            ]
        )

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.host not in {f"{name}:{self.room.port}" for name in (HOST, "localhost")}:
            raise web.HTTPForbidden(text="This address only works in a browser on this machine.")
        try:
            response = await handler(request)
        except LookupError:
            return web.json_response({"error": "That's no longer there."}, status=404)
        except web.HTTPException:
            raise
        except Exception as error:
            self.room.note("The rehearsal couldn't do that.", "".join(traceback.format_exception(error)))
            said = "The rehearsal couldn't do that. If it happens again, start over."
            return web.json_response({"error": said}, status=500)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        return _sent(WEB / "index.html")

    async def _discord(self, _request: web.Request) -> web.StreamResponse:
        page = inside.PAGE_FILES["/"].read_text(encoding="utf-8")
        return web.Response(text=page.replace("</head>", _INSERTED), content_type="text/html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["name"] == AVATAR.name:
            return _sent(AVATAR)
        path = WEB / request.match_info["name"]
        if path.parent != WEB or not path.is_file():
            raise LookupError(path.name)
        return _sent(path)

    async def _simcord_file(self, request: web.Request) -> web.StreamResponse:
        if (script := scripts.changed(request.path)) is not None:
            return web.Response(text=script, content_type="text/javascript")
        fonts = {"Cache-Control": "max-age=86400"} if request.path.startswith("/fonts/") else {}
        return _sent(inside.PAGE_FILES[request.path], **fonts)

    async def _state(self, request: web.Request) -> web.StreamResponse:
        self._require_token(request)
        open_channel = request.query.get("channel", "")
        told = await telling.state(
            self.room, request.query["me"], int(open_channel) if open_channel.isdecimal() else None
        )
        return web.json_response(told)

    async def _act(self, request: web.Request) -> web.StreamResponse:
        self._require_token(request)
        asked = await request.json()
        try:
            told = await getattr(self, f"_{request.match_info['act']}")(asked)
        except (TypeError, ValueError):
            log.exception("a window asked for %s with %s", request.path, asked)
            return web.json_response({"error": "The page asked for something I don't understand."}, status=400)
        return web.json_response(told or {})

    async def _open(self, asked: Any) -> dict[str, str]:
        return {"capability": await self.room.pane(asked["me"], int(asked["channel"]))}

    async def _skip(self, asked: Any) -> None:
        seconds = asked["seconds"]
        await self.room.skip(None if seconds is None else min(max(float(seconds), 0.0), 14 * 86_400.0))

    async def _role(self, asked: Any) -> None:
        await self.room.give_role(asked["me"], int(asked["role"]), bool(asked["held"]))

    async def _integrate(self, asked: Any) -> None:
        await self.room.integrate(bool(asked["on"]))

    async def _fault(self, asked: Any) -> None:
        await self.room.fault(asked["fault"], bool(asked["on"]))

    async def _menu(self, asked: Any) -> None:
        await self.room.menu(asked["me"], int(asked["channel"]), int(asked["message"]), asked["name"])

    async def _begin(self, asked: Any) -> None:
        await self.room.begin(Moment(asked["moment"]))

    async def _simcord(self, request: web.Request) -> web.StreamResponse:
        pane = self.room.pane_of(request.headers.get("X-Simcord-Capability", ""))
        if request.path == "/api/action":
            async with self.room.acting():
                return await pane.answer(request)
        answer = await pane.answer(request)
        if "download" in request.query and isinstance(answer, web.Response) and isinstance(answer.body, bytes):
            await self.room.take(answer.body)
        return answer

    def _require_token(self, request: web.Request) -> None:
        if request.headers.get("X-Room-Token") != self.room.token:
            raise web.HTTPUnauthorized(text="The address is incomplete. Open the one in the terminal.")


def _sent(path: Path, **headers: str) -> web.FileResponse:
    kind = _TYPES.get(path.suffix, "text/plain")
    return web.FileResponse(path, headers={"Content-Type": kind, **headers})


async def serve(plan: Plan, moment: Moment, *, port: int, open_browser: bool) -> int:
    """Serve until Ctrl-C or SIGTERM; the exit code. ``port`` 0 takes any that is free. OSError for one that is not."""
    ended = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C cancels this task instead
            asyncio.get_running_loop().add_signal_handler(sign, ended.set)
    room = Room(plan, port)
    listeners = (Listener(room), logging.StreamHandler())
    for listener in listeners:
        listener.setLevel(logging.WARNING if isinstance(listener, Listener) else logging.ERROR)
        logging.getLogger().addHandler(listener)
    runner = web.AppRunner(Service(room).app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, HOST, port)
        await site.start()
        room.port = int(runner.addresses[0][1])
        beginning = asyncio.create_task(room.begin(moment))
        address = f"http://{HOST}:{room.port}/#{room.token}"
        print(f"Your rehearsal is at {address}\nTo end it, press Ctrl-C.", flush=True)
        if open_browser and _has_screen():
            await asyncio.to_thread(webbrowser.open, address)
        ending = asyncio.create_task(ended.wait())
        await asyncio.wait({beginning, ending}, return_when=asyncio.FIRST_COMPLETED)
        if beginning.done():
            await beginning
        gc.enable()
        await ending
        await asyncio.wait({beginning})
    finally:
        await room.close()
        await runner.cleanup()
        for listener in listeners:
            logging.getLogger().removeHandler(listener)
    return 0


def _has_screen() -> bool:
    """Whether a browser can show itself; in a bare terminal one of text would take the terminal."""
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
