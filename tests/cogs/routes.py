"""Every route of the bot, from the rooms themselves, so that a new one is covered by being there."""

from cogs.rooms import ROOMS
from cogs.runtime.router import Router


def _board() -> Router:
    found = Router()
    for room in ROOMS:
        found.connect(room.__new__(room))
    return found


PRESSES, FORMS = _board().presses, _board().forms
