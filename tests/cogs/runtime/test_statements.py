"""Every command, press and form takes as many statements on a long letter as on a short one, and about many names as
about few: one statement reads all that an act looks at, and one writes all of its rows (500 and more)."""

import inspect
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlmodel import Session

from cogs.rooms import ROOMS
from cogs.ui.packed_ids import Ids
from models.coalitions import records
from models.refusal import Refusal
from models.sheets import Actor
from models.terms import Kind
from tests.cogs import growing
from tests.cogs.abroad import MENUS, names, takes_values
from tests.cogs.desk import a_desk
from tests.cogs.fuzzing import Fuzz
from tests.cogs.routes import EVERY, OWN, PARTICIPANT, PERSON, table, typed, value
from tests.databases import only_sqlite

SMALL, LARGE = 2, 60
FEW, MANY = 2, 12
"""Names that one press is about."""
VOTES = {"form decline", "form hold"}
"""These end the votes that run, each by itself."""
COMMANDS = {
    handler.__command__.path: (room, handler)
    for room in ROOMS
    for handler in vars(room).values()
    if hasattr(handler, "__command__")
}
Counts = Mapping[str, Counter[str]]


class Calls:
    """Every call on one world, which is as it was before each."""

    def __init__(self, fuzz: Fuzz, kept: Path, several: int) -> None:
        self.fuzz, self.desk, self.kept, self.several = fuzz, fuzz.desk, kept, several
        self.file = Path(str(self.desk.store.engine.url.database))
        growing.keep(self.file, kept)

    async def count(self) -> Counts:
        """How many statements each takes."""
        calls = {f"{sort} {name}": (sort, name) for sort, name in EVERY} | {
            f"/{name}": ("command", name) for name in COMMANDS
        }
        found = {}
        for called, (sort, name) in sorted(calls.items()):
            growing.keep(self.kept, self.file)
            with growing.counted(self.desk.store.engine) as counts, suppress(Refusal):
                await (self._command(name) if sort == "command" else self._route(sort, name))
            found[called] = counts
        return found

    async def _route(self, sort: str, name: str) -> None:
        route, actor = EVERY[sort, name], self._actor(table()[sort, name])
        about = tuple(self._about(one, to) for one, to in zip(names(route), route.converters, strict=True))
        if sort == "form":
            await self.desk.hand_in_form(name, actor, typed(route), *about)
        elif takes_values(route):
            chosen = self.fuzz.ids[MENUS.get(name, "signatory_id")]
            values = [str(one) for one in (chosen[: self.several] if name == "review.look" else chosen[-1:])]
            await self.desk.hand_in(name, actor, *about, values=values)
        else:
            await self.desk.hand_in(name, actor, *about)

    async def _command(self, name: str) -> None:
        room, handler = COMMANDS[name]
        moderates = name.split()[0] in ("manage", "review", "roster", "setup")
        options = [
            self._option(one)
            for one in list(inspect.signature(handler, eval_str=True).parameters.values())[3:]
            if one.default is one.empty
        ]
        bound = handler.__get__(self.desk.server.stage.bot.get_cog(room.__name__))
        actor = self._actor("a moderator" if moderates else PARTICIPANT)
        await self.desk.handed(SimpleNamespace(handler=bound), actor, options, {})

    def _option(self, one: inspect.Parameter) -> Any:
        known = {
            "member": self.desk.world.ben.user, "day": "2025-03-01", "reason": "We stop", "kind": Kind.COMPANY,
            "country": "-", "as_": "organisation", "format_": "csv", "preset": "no objection", "most": 30,
            "message": SimpleNamespace(content="Harbour Watch", id=1, author=self.desk.world.ben.user),
            "subject": "Privacy",
        }  # fmt: skip
        return known[one.name] if one.name in known else self._about(one.name, int)

    def _actor(self, who: str) -> Actor:
        own = who in (OWN, PERSON, PARTICIPANT, "anyone")
        return self.desk.server.actor(self.desk.world.ben) if own else self.desk.moderator(self.desk.ike)

    def _about(self, name: str, convert: Any) -> Any:
        if convert is Ids and name == "ids":
            return Ids(tuple(self.fuzz.ids["waiting"][: self.several]))
        return value(self.fuzz, name, convert)


async def counts(tmp_path: Path, size: int, several: int) -> Counts:
    """Every call on a world of this size."""
    async with a_desk(tmp_path) as desk:
        fuzz = Fuzz(desk, 1)
        await fuzz.prepare()

        def grow(session: Session) -> list[int]:
            coalition = records.coalition_of(session, desk.server.guild.id)
            coalition.announcements_id = coalition.proposals_id = coalition.moderators_id = desk.hall.id
            return growing.grow(session, desk, size)

        fuzz.ids |= {"waiting": await desk.store.write(grow)}
        return await Calls(fuzz, tmp_path / "kept.db", several).count()


def grown(small: Counts, large: Counts) -> dict[str, tuple[dict[str, int], dict[str, int]]]:
    assert set(small) == set(large)
    return {
        name: (dict(small[name]), dict(large[name]))
        for name in small
        if not large[name] <= small[name] and name not in VOTES
    }


@only_sqlite
async def test_what_is_asked_of_a_long_letter_takes_as_many_statements_as_of_a_short_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "large").mkdir()
    small = await counts(tmp_path / "small", SMALL, FEW)
    large = await counts(tmp_path / "large", LARGE, MANY)
    assert grown(small, large) == {}
