"""Every command, press and form takes as many statements on a long letter as on a short one, and about many names as
about few: one statement reads all that an act looks at, and one writes all of its rows (500 and more)."""

import inspect
from collections import Counter
from collections.abc import Mapping
from enum import EnumType
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlmodel import Session, SQLModel

from cogs.runtime.routes import Route
from cogs.ui.forms import Pick, Text, Upload
from cogs.ui.packed_ids import Ids
from models.coalitions import records
from models.refusal import Reason, Refusal
from models.review import approvals
from models.sheets import Actor
from models.terms import Kind
from tests.cogs import growing
from tests.cogs.abroad import MENUS, names, takes_values
from tests.cogs.desk import a_desk
from tests.cogs.fuzzing import Fuzz
from tests.cogs.routes import COMMANDS, FORMS, PRESSES
from tests.cogs.scenery import Given, Scene, Scenery, nothing
from tests.cogs.scenes import SCENES, TYPED
from tests.databases import only_sqlite
from tests.statements import counted

SMALL, LARGE = 2, 26  # more than a menu of Discord holds
FEW, MANY = 2, 12
"""Names that one press is about."""
REFUSED = frozenset(
    {
        "command letter share", "form letter-answer", "form letter-delivery", "form page-colours", "form suggestion",
        "form wish-yes", "press ask", "press confirm.reading", "press letter.subject", "press outcome.post",
        "press outcome.take-back", "press page.off", "press safeguard.confirm", "press share",
        "press share.language", "press text.accept", "press text.say", "press wish.asked", "press wish.give-back",
        "press wish.no", "press wish.yes",
    }
)  # fmt: skip
"""Calls that end in a refusal here, so that they are counted up to there. All that have a scene come through."""
Counts = Mapping[str, Counter[str]]


class Calls:
    """Every call on one world, which is as it was before each."""

    def __init__(self, fuzz: Fuzz, kept: Path, several: int) -> None:
        self.fuzz, self.desk, self.kept, self.several = fuzz, fuzz.desk, kept, several
        self.file = Path(str(self.desk.store.engine.url.database))
        self.refused: dict[str, list[str]] = {}
        self.commits = 0
        growing.keep(self.file, kept)

    async def count(self) -> Counts:
        """How many statements each takes that comes through: as a moderator, or where they may not, as a member who put
        names forward. The others are in ``refused``, with the reasons."""
        calls = {("press", name) for name in PRESSES} | {("form", name) for name in FORMS}
        calls |= {("command", name) for name in COMMANDS}
        people = self.desk.moderator(self.desk.ike), self.desk.server.actor(self.desk.world.ben)
        found = {}
        for sort, name in sorted(calls):
            for which, scene in SCENES.get(f"{sort} {name}", {"": nothing}).items():
                label = f"{sort} {name} {which}".strip()
                found[label], reason = await self._tried(sort, name, people[0], scene)
                if reason is not None:
                    counts, also = await self._tried(sort, name, people[1], scene)
                    if also is None:
                        found[label] = counts
                    else:
                        self.refused[label] = [str(reason), str(also)]
        return found

    async def _tried(
        self, sort: str, name: str, actor: Actor, scene: Scene
    ) -> tuple[Counter[str], Reason | None]:
        changes = self.desk.store.changes
        if changes.since(self.commits, SQLModel.metadata.tables):  # the last one wrote something
            growing.keep(self.kept, self.file)
            self.commits = changes.count
        try:
            about = await self.desk.store.write(
                lambda session: scene(Scenery(session, self.desk, actor, self.several))
            )
        except Refusal as refusal:
            return Counter(), refusal.reason
        with counted(self.desk.store.engine) as counts:
            try:
                if sort == "command":
                    await self._command(name, actor, about)
                else:
                    await self._route(sort, name, actor, about)
            except Refusal as refusal:
                return counts, refusal.reason
        return counts, None

    async def _route(self, sort: str, name: str, actor: Actor, given: Given) -> None:
        route = (FORMS if sort == "form" else PRESSES)[name]
        about = tuple(
            given[one] if one in given else self._about(one, to)
            for one, to in zip(names(route), route.converters, strict=True)
        )
        if sort == "form":
            await self.desk.hand_in_form(name, actor, _typed(route, given), *about)
        elif takes_values(route):
            chosen = self.fuzz.ids[MENUS.get(name, "signatory_id")]
            values = [str(one) for one in (chosen[: self.several] if name == "review.look" else chosen[-1:])]
            values = [str(given["user_id"])] if "user_id" in given else given.get("values", values)
            await self.desk.hand_in(name, actor, *about, values=values)
        else:
            await self.desk.hand_in(name, actor, *about)

    async def _command(self, name: str, actor: Actor, given: Given) -> None:
        room, handler = COMMANDS[name]
        options = [
            given[one.name] if one.name in given else self._option(one)
            for one in list(inspect.signature(handler, eval_str=True).parameters.values())[2:]
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
        if name == "country":
            return ""
        return "en" if convert is str else convert(1)


def _typed(route: Route, given: Given) -> dict[str, Any]:
    assert route.form is not None
    return {
        one.name: given[one.name]
        if one.name in given
        else TYPED[one.name]
        if one.name in TYPED
        else one.options[0][0]
        if isinstance(one, Pick)
        else "x"
        if isinstance(one, Text)
        else None
        if isinstance(one, Upload)
        else True
        for one in route.form.fields
    }


async def counts(tmp_path: Path, size: int, several: int) -> tuple[Counts, dict[str, list[str]]]:
    """Every call on a world of this size; and those that were refused, with the reasons."""
    async with a_desk(tmp_path) as desk:
        fuzz = Fuzz(desk, 1)
        await fuzz.prepare()

        def grow(session: Session) -> list[int]:
            coalition = records.coalition_of(session, desk.server.guild.id)
            coalition.announcements_id = coalition.proposals_id = coalition.moderators_id = desk.hall.id
            return growing.grow(session, desk, size)

        fuzz.ids |= {"waiting": await desk.store.write(grow)}
        calls = Calls(fuzz, tmp_path / "kept.db", several)
        return await calls.count(), calls.refused


def grown(small: Counts, large: Counts) -> dict[str, tuple[dict[str, int], dict[str, int]]]:
    assert set(small) == set(large)
    return {name: (dict(small[name]), dict(large[name])) for name in small if not large[name] <= small[name]}


@only_sqlite
async def test_what_is_asked_of_a_long_letter_takes_as_many_statements_as_of_a_short_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approvals, "STEP", 10_000)  # each step takes as many; their number is not what is asked
    (tmp_path / "small").mkdir()
    (tmp_path / "large").mkdir()
    small, refused = await counts(tmp_path / "small", SMALL, FEW)
    large, also_refused = await counts(tmp_path / "large", LARGE, MANY)
    assert grown(small, large) == {}
    assert set(refused) | set(also_refused) <= REFUSED
    assert [name for name, found in large.items() if found["locks of a query"]] == []
