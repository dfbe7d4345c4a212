"""Every route and command of the bot, from the rooms themselves, so that a new one is covered by being there."""

from collections.abc import Awaitable, Callable
from typing import Any

from cogs.rooms import ROOMS
from cogs.runtime.room import Room
from cogs.runtime.router import Router


def _board() -> Router:
    found = Router()
    for room in ROOMS:
        found.connect(room.__new__(room))
    return found


def _commands() -> dict[str, tuple[type[Room], Callable[..., Awaitable[Any]]]]:
    marked = [(room, one, getattr(one, "__command__", None)) for room in ROOMS for one in vars(room).values()]
    return {mark.path: (room, handler) for room, handler, mark in marked if mark is not None}


PRESSES, FORMS = _board().presses, _board().forms
COMMANDS = _commands()
"""Each command by its path, a message's menu by its label: its room, and the method that serves it."""
