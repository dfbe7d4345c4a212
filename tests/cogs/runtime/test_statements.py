"""Every command, press and form takes as many statements on a long letter as on a short one, and about many names as
about few: one statement reads all that an act looks at, and one writes all of its rows (500 and more)."""

import inspect
from collections import Counter
from collections.abc import Mapping
from enum import EnumType
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlmodel import Session

from cogs.runtime.routes import Route
from cogs.ui.forms import Pick, Text, Upload
from cogs.ui.packed_ids import Ids
from models.coalitions import records
from models.refusal import Refusal
from models.sheets import Actor
from models.terms import Kind
from tests.cogs import growing
from tests.cogs.abroad import MENUS, names, takes_values
from tests.cogs.desk import a_desk
from tests.cogs.fuzzing import Fuzz
from tests.cogs.routes import COMMANDS, FORMS, PRESSES
from tests.databases import only_sqlite
from tests.statements import counted

SMALL, LARGE = 2, 60
FEW, MANY = 2, 12
"""Names that one press is about."""
Counts = Mapping[str, Counter[str]]


class Calls:
    """Every call on one world, which is as it was before each."""

    def __init__(self, fuzz: Fuzz, kept: Path, several: int) -> None:
        self.fuzz, self.desk, self.kept, self.several = fuzz, fuzz.desk, kept, several
        self.file = Path(str(self.desk.store.engine.url.database))
        growing.keep(self.file, kept)

    async def count(self) -> Counts:
        """How many statements each takes: as a moderator, or where they may not, as a member who proposed names."""
        calls = {("press", name) for name in PRESSES} | {("form", name) for name in FORMS}
        calls |= {("command", name) for name in COMMANDS}
        people = self.desk.moderator(self.desk.ike), self.desk.server.actor(self.desk.world.ben)
        found = {}
        for sort, name in sorted(calls):
            tried = [await self._tried(sort, name, actor) for actor in people]
            found[f"{sort} {name}"] = next((counts for counts, done in tried if done), tried[0][0])
        return found

    async def _tried(self, sort: str, name: str, actor: Actor) -> tuple[Counter[str], bool]:
        growing.keep(self.kept, self.file)
        with counted(self.desk.store.engine) as counts:
            try:
                await (self._command(name, actor) if sort == "command" else self._route(sort, name, actor))
            except Refusal:
                return counts, False
        return counts, True

    async def _route(self, sort: str, name: str, actor: Actor) -> None:
        route = (FORMS if sort == "form" else PRESSES)[name]
        about = tuple(self._about(one, to) for one, to in zip(names(route), route.converters, strict=True))
        if sort == "form":
            await self.desk.hand_in_form(name, actor, _typed(route), *about)
        elif takes_values(route):
            chosen = self.fuzz.ids[MENUS.get(name, "signatory_id")]
            values = [str(one) for one in (chosen[: self.several] if name == "review.look" else chosen[-1:])]
            await self.desk.hand_in(name, actor, *about, values=values)
        else:
            await self.desk.hand_in(name, actor, *about)

    async def _command(self, name: str, actor: Actor) -> None:
        room, handler = COMMANDS[name]
        options = [
            self._option(one)
            for one in list(inspect.signature(handler, eval_str=True).parameters.values())[3:]
            if one.default is one.empty
        ]
        bound = handler.__get__(self.desk.server.stage.bot.get_cog(room.__name__))
        await self.desk.handed(SimpleNamespace(handler=bound), actor, options, {})

    def _option(self, one: inspect.Parameter) -> Any:
        known = {
            "member": self.desk.world.ben.user, "day": "2025-03-01", "reason": "We stop", "kind": Kind.COMPANY,
            "country": "-", "as_": "organisation", "format_": "csv", "preset": "no objection", "most": 30,
            "message": SimpleNamespace(content="Harbour Watch", id=1, author=self.desk.world.ben.user),
            "subject": "Privacy",
        }  # fmt: skip
        return known[one.name] if one.name in known else self._about(one.name, int)

    def _about(self, name: str, convert: Any) -> Any:
        """Something that is there, for an argument of an address."""
        if convert is Ids:
            return Ids(tuple(self.fuzz.ids["waiting"][: self.several if name == "ids" else 1]))
        if name in self.fuzz.ids:
            return self.fuzz.ids[name][1 if name == "signatory_id" else 0]
        if isinstance(convert, EnumType):
            return next(iter(list[Any](convert)))
        return "en" if convert is str else convert(1)


def _typed(route: Route) -> dict[str, Any]:
    assert route.form is not None
    return {
        one.name: one.options[0][0]
        if isinstance(one, Pick)
        else "x"
        if isinstance(one, Text)
        else None
        if isinstance(one, Upload)
        else True
        for one in route.form.fields
    }


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
    return {name: (dict(small[name]), dict(large[name])) for name in small if not large[name] <= small[name]}


@only_sqlite
async def test_what_is_asked_of_a_long_letter_takes_as_many_statements_as_of_a_short_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "large").mkdir()
    small = await counts(tmp_path / "small", SMALL, FEW)
    large = await counts(tmp_path / "large", LARGE, MANY)
    assert grown(small, large) == {}
    assert [name for name, found in large.items() if found["locks of a query"]] == []
