"""Inside simcord: each touch of it that its makers did not promise is here, in ``rest`` and in ``drawing``, for one
version of it.

The rest of the rehearsal uses what simcord documents, and this file. After an upgrade read simcord's changes, try
the room and the tests, and only then change :data:`VERSION`.
"""

import asyncio
import copy
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import simcord
import simcord.actors
import simcord.backend.access
import simcord.backend.models.channel
import simcord.backend.serializers
import simcord.enums
import simcord.interactions
import simcord.preview
import simcord.preview._messages
import simcord.preview._server
import simcord.results
from aiohttp import web

from rehearsal import drawing
from rehearsal.rest import Rest

VERSION = "3.2.1"
LEASE_SECONDS = 7 * 86_400.0
"""How long a page that was left alone stays usable: a laptop may sleep over a weekend."""
_LOOK: dict[str, Any] = {"layout": "channel", "display": "responsive", "width": 960, "height": 720}
_LOOK |= {"locale": "en-GB", "timezone": "Europe/London"}
_STATIC = Path(simcord.preview.__file__).with_name("static")
_ENDS = simcord.preview._server.PreviewServer
PAGE_FILES = {path: _STATIC / name for path, name in _ENDS._STATIC_FILES.items() if (_STATIC / name).is_file()}
"""The files of simcord's page by the path under which the page asks for them; ``/`` is the page itself."""

_BOUND_TO_A_REVISION = simcord.preview.Preview._REVISION_KINDS
_shows_the_name: Callable[..., bool] = simcord.preview._messages._user_allowed


def _knows(preview: simcord.preview.Preview, page: Any, user_id: int) -> bool:
    """Whether a mention is shown as a name: in direct messages too that of anyone who shares a server with the
    reader."""
    both, servers = {user_id, page.viewer.id}, preview.env.backend.guilds.values()
    return _shows_the_name(preview, page, user_id) or any(both <= one.members.keys() for one in servers)


vars(simcord.preview._messages)["_user_allowed"] = _knows
drawing.as_discord_does()


def _copied(value: Any) -> Any:
    """A deep copy, of what JSON knows in a fifth of the time that ``copy.deepcopy`` takes."""
    if type(value) is dict:
        return {key: _copied(one) for key, one in value.items()}
    if type(value) is list:
        return [_copied(one) for one in value]
    return value if value is None or isinstance(value, (str, int, float)) else copy.deepcopy(value)


def _copy_quickly() -> None:
    """simcord copies each request and event several times, which is a fifth of what a press costs."""
    for module in [vars(one) for name, one in sys.modules.items() if name.startswith("simcord.")]:
        if module.get("copy") is copy:
            module["copy"] = SimpleNamespace(copy=copy.copy, deepcopy=_copied)
        if module.get("deepcopy") is copy.deepcopy:
            module["deepcopy"] = _copied


_copy_quickly()
vars(simcord.preview._server)["web"] = web  # it imports this when its own server starts, and never does here


def require_version() -> None:
    """RuntimeError for any other simcord than the one that this file was written for."""
    if simcord.__version__ != VERSION:
        raise RuntimeError(f"the rehearsal was built for simcord {VERSION}, found {simcord.__version__}")


def begin(env: simcord.Env, now: datetime, lead: float) -> Rest:
    """Prepare a world: its clock stands at ``now`` (aware UTC) and moves only when it is moved, by ``lead`` seconds
    at most while the bot comes to rest."""
    env.backend.bot_user.name = "Undersigned"
    set_clock(env, now)
    return Rest(env, lead)


def set_clock(env: simcord.Env, now: datetime) -> None:
    """Put the clock to an instant (aware UTC) as a wall clock is put: no timer runs meanwhile."""
    env.backend.clock._epoch += now - env.backend.clock.now()


def speak(env: simcord.Env, locale_of: Callable[[int], str]) -> None:
    """Let the Discord of whoever presses or types be in a language, asked for by user at each interaction; simcord's is
    always American English."""
    backend, emit = env.backend, env.backend.emit

    def in_language(event: str, payload: Mapping[str, Any]) -> None:
        if event == "INTERACTION_CREATE":
            user = (payload.get("member") or payload)["user"]
            payload = {**payload, "locale": locale_of(int(user["id"]))}
        emit(event, payload)

    vars(backend)["emit"] = in_language


def locale_of(language: str) -> str:
    """What Discord calls a language of ours: of those for which it has several, the first."""
    if language == "en":
        return "en-US"
    return next((one.value for one in discord.Locale if one.value.partition("-")[0] == language), language)


def wake(env: simcord.Env, act: Callable[[], None]) -> None:
    """Let the bot do something of its own accord, so that simcord knows it for the bot's work and waits for it."""
    with env._bot_scope():
        act()


def forget_traffic(env: simcord.Env) -> None:
    """Drop simcord's record of requests, which grows."""
    env.backend.transcript.clear()
    env.backend.http_requests.clear()


def press(
    env: simcord.Env, who: Any, message: discord.Message, custom_id: str
) -> tuple[simcord.results.InteractionResult, Callable[[], None]]:
    """A press that is made but not delivered yet, and what delivers it; twice is an event that Discord doubled."""
    backend = env.backend
    stored = backend.get_message(message.channel.id, message.id)
    record, payload = simcord.interactions.base_payload(
        backend,
        type=discord.InteractionType.component.value,
        channel_id=stored.channel_id,
        guild_id=who.guild.id,
        user_id=who.id,
        data={"custom_id": custom_id, "component_type": discord.ComponentType.button.value},
    )
    payload["message"] = dict(simcord.backend.serializers.message_payload(backend, stored))
    record.source_message_id = stored.id
    pressed = simcord.results.InteractionResult(env, record)
    return pressed, lambda: backend.emit("INTERACTION_CREATE", payload)


async def hand_in(who: Any, channel: Any, data: Mapping[str, Any]) -> simcord.results.InteractionResult:
    """A form that someone sends in although it was never opened for them."""
    kind = discord.InteractionType.modal_submit.value
    return await simcord.actors._dispatch_actor_interaction(who, kind, channel, dict(data))


def redrawn(env: simcord.Env, result: simcord.results.InteractionResult) -> simcord.results.ResponseMessage:
    """The message whose button was pressed, as it is now."""
    record = result._interaction
    stored = env.backend.get_message(record.channel_id, record.source_message_id or 0)
    return simcord.results.ResponseMessage(env, stored)


def pinged(env: simcord.Env, message: discord.Message) -> tuple[set[int], set[int]]:
    """Which users and roles a message really pinged."""
    stored = env.backend.get_message(message.channel.id, message.id)
    return set(stored.ping_user_ids), set(stored.ping_role_ids)


def command_id(env: simcord.Env, guild_id: int, name: str) -> int:
    """The id of a command, as its permissions are set by it."""
    found: Any = env.backend.find_command(name, guild_id)
    return int(found["id"])


def visible(env: simcord.Env, channel_id: int, viewer: Any, after: int = 0) -> list[Any]:
    """What this person can read in a channel, oldest first, as simcord stores it; newer than message ``after``."""
    found = env.backend.messages.get(channel_id, {}).values()
    return [one for one in found if one.id > after and one.visible_to(viewer.id)]


def newest(env: simcord.Env, channel_id: int) -> discord.Message | None:
    """The newest message in a channel for all; simcord's own way to it draws every message that is there."""
    found = [one for one in env.backend.messages.get(channel_id, {}).values() if not one.is_ephemeral]
    return simcord.results.to_discord_message(env, max(found, key=lambda one: one.id)) if found else None


def may_read(env: simcord.Env, channel_id: int, viewer: Any) -> bool:
    """Whether this person can open a channel."""
    return simcord.backend.access.can_access_channel(env, channel_id, viewer, history=True)


def menus(env: simcord.Env, channel_id: int, user_id: int) -> list[str]:
    """The names under *Apps* when someone right-clicks a message."""
    kind = simcord.enums.AppCommandType.MESSAGE
    known = env.backend.visible_commands(user_id=user_id, channel_id=channel_id, type=kind)
    return [str(command["name"]) for command in known]


def give_role(env: simcord.Env, guild_id: int, user_id: int, role_id: int, held: bool) -> None:
    """What someone does who manages roles: give one, or take it away."""
    change = env.backend.add_member_role if held else env.backend.remove_member_role
    change(guild_id, user_id, role_id)


def roles_of(env: simcord.Env, guild_id: int, user_id: int) -> frozenset[int]:
    """The ids of the roles that someone holds."""
    return frozenset(env.backend.get_member(guild_id, user_id).role_ids)


def forbid(env: simcord.Env, channel_id: int, member_id: int, what: discord.Permissions) -> Callable[[], None]:
    """Take permissions in a channel away from one member; call what is returned to have it as before."""
    before = next(
        (one for one in env.backend.get_channel(channel_id).overwrites if one.target_id == member_id), None
    )
    member = simcord.enums.OverwriteType.MEMBER
    kept = before or simcord.backend.models.channel.Overwrite(member_id, member)
    denied = replace(kept, allow=kept.allow & ~what.value, deny=kept.deny | what.value)
    env.backend.set_overwrite(channel_id, denied)
    if before is None:
        return lambda: env.backend.delete_overwrite(channel_id, member_id)
    return lambda: env.backend.set_overwrite(channel_id, before)


def fail(env: simcord.Env, method: str, path: str, **fault: Any) -> Callable[[], None]:
    """Let requests fail as ``env.inject_error`` does; call what is returned to end that."""
    env.inject_error(method, path, times=None, **fault)
    injected = env.backend.faults[-1]
    return lambda: env.backend.faults.remove(injected)


def answer_slowly(env: simcord.Env, seconds: float) -> Callable[[], None]:
    """Let Discord take so long for whatever the bot asks of it; call what is returned to end that."""
    ends = (env.bot.http, env._webhook_adapter)
    for end in ends:
        vars(end)["request"] = _slowly(end.request, seconds)

    def mend() -> None:
        for end in ends:
            del vars(end)["request"]

    return mend


def _slowly(request: Callable[..., Any], seconds: float) -> Callable[..., Any]:
    async def slow(*args: Any, **kwargs: Any) -> Any:
        await asyncio.to_thread(time.sleep, seconds)  # really: what waits for the simulated clock takes no time
        return await request(*args, **kwargs)

    return slow


class _Ends(_ENDS):
    """simcord's answers to its page, without a server of its own: the room has one for all panes."""

    async def start(self) -> None:
        self.port = self._requested_port

    async def close(self) -> None:
        self.port = None


class Pane(simcord.preview.Preview):
    """One channel as one person sees it. Any number of browser windows may show it."""

    _PAGE_LEASE_SECONDS = LEASE_SECONDS

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer simcord's page: one of the requests that it makes."""
        ends = self._server
        paths = ("pages", "state", "commands", "action-result", "action")
        known = {f"/api/{path}": getattr(ends, f"_{path.replace('-', '_')}") for path in paths}
        of_path = known.get(request.path, ends._asset)
        end: Any = ends._delete_page if request.method == "DELETE" else of_path
        return cast("web.StreamResponse", await end(request))

    async def _action(self, context_id: str | None, body: Mapping[str, Any]) -> dict[str, Any]:
        """Take a press on what the window showed although something else on its page changed since, which simcord
        refuses. Whether the pressed control still stands is checked all the same, below."""
        page = self._pages.get(context_id or "")
        if page is not None and body.get("kind") in _BOUND_TO_A_REVISION:
            body = {**body, "published_revision": page.revision}
        return await super()._action(context_id, body)

    def show_now(self) -> None:
        """Show in each open window what has changed; a window in which nothing did is left alone."""
        self._advance_presentation_time()
        for page in list(self._pages.values()):
            if page is self._python:
                continue
            before, revision = page.snapshot, page.revision
            self._publish(page, reason="refresh")
            if _told(page.snapshot) == _told(before):
                page.snapshot, page.revision = before, revision

    def show_form(self, result: simcord.results.InteractionResult) -> None:
        """Open a form that a context menu asked for, in the windows of this pane."""
        for page in self._pages.values():
            page.modal, page.modal_handle = result, f"m_{result._interaction.id}"
            self._publish(page)

    @property
    def watched(self) -> bool:
        """Whether any window shows it."""
        return len(self._pages) > 1


async def pane(env: simcord.Env, channel: Any, viewer: Any, capability: str, port: int, locale: str) -> Pane:
    """Open a pane beside the others of this world, which answers anyone who shows ``capability`` to this port. Instants
    are written as a Discord of this ``locale`` writes them; simcord's page knows none but those of discord.py."""
    look = _LOOK | ({"locale": locale} if locale in Pane._LOCALES and locale != "en-US" else {})
    made = Pane(env, channel, (viewer,), assets=None, presentation_time=None, port=port, **look)
    made.capability = capability
    made._server = _Ends(made, port)
    env._preview = None  # simcord knows one at a time
    try:
        await made.__aenter__()
    finally:
        env._preview = None
    return made


def _told(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """What a reader of the page sees of a snapshot."""
    apart = {"publishedRevision", "publication", "presentation", "publishedAt"}
    return {name: part for name, part in snapshot.items() if name not in apart}
