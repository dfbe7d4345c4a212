"""Every route of the bot, from the rooms themselves, so that a new one is covered by being there; and who may press and
send in what, as SECURITY.md prints it."""

import re
from enum import EnumType
from pathlib import Path
from typing import Any

from cogs.rooms import ROOMS
from cogs.runtime.router import Router
from cogs.runtime.routes import Route
from cogs.ui.forms import Pick, Text
from cogs.ui.packed_ids import Ids
from tests.cogs.fuzzing import Fuzz

TABLE = Path(__file__).parents[2] / "SECURITY.md"
ANYONE, PARTICIPANT, OWN, PERSON = "anyone", "who takes part", "who put it forward", "the person asked"
OWN_OR_MODERATOR, MODERATOR, SETTER = (
    "who put it forward, or a moderator",
    "a moderator",
    "who manages the server, or a moderator",
)


def _board() -> Router:
    found = Router()
    for room in ROOMS:
        found.connect(room.__new__(room))
    return found


PRESSES, FORMS = _board().presses, _board().forms


EVERY = {("press", name): route for name, route in PRESSES.items()} | {
    ("form", name): route for name, route in FORMS.items()
}


def table() -> dict[tuple[str, str], str]:
    """Who may, by sort of route and its name, as SECURITY.md prints it."""
    printed = TABLE.read_text(encoding="utf-8").split("## Who may press and send in what")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([^|`]+) \| ([^|]*) \| ([^|]*) \|$", printed, re.MULTILINE)
    return {
        (sort, name): who.strip()
        for who, presses, forms in rows
        for sort, cell in (("press", presses), ("form", forms))
        for name in re.findall(r"`([^`]+)`", cell)
    }


def value(fuzz: Fuzz, name: str, convert: Any) -> Any:
    """Something that is there, for an argument of an address."""
    if convert is Ids:
        return Ids((fuzz.ids["signatory_id"][1],))
    if name in fuzz.ids:
        return fuzz.ids[name][1 if name == "signatory_id" else 0]
    if isinstance(convert, EnumType):
        return next(iter(list[Any](convert)))
    if convert is str:
        return "en"
    return convert(1)


def typed(route: Route) -> dict[str, Any]:
    """Something in every field of a form."""
    assert route.form is not None
    return {
        one.name: one.options[0][0] if isinstance(one, Pick) else "x" if isinstance(one, Text) else True
        for one in route.form.fields
    }
