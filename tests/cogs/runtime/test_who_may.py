"""Who may do what: one table, written by hand in who_may.md, played with every command, press and form and every
actor, before and after what they are about was changed. Ids of another server in presses and forms are in
test_strangers.py.
"""

import inspect
import re
import typing
from collections.abc import Set
from enum import EnumType
from pathlib import Path
from types import MethodType, SimpleNamespace
from typing import Any, Literal

import pytest
from sqlmodel import Session

from cogs.runtime.routes import Route
from cogs.ui.forms import Pick, Text, Upload
from cogs.ui.packed_ids import Ids
from models.coalitions import setup
from models.consents import consents
from models.importing import files
from models.importing.columns import keeping
from models.letters import text_changes, texts as text
from models.participants import drafts, participants
from models.refusal import Reason, Refusal
from models.sheets import Actor, EntryChanges, ParticipantAnswers
from models.submissions import entries, limits
from models.terms import Kind, TextChange
from tests.cogs.abroad import MENUS, names, takes_values
from tests.cogs.answers import read, stored
from tests.cogs.desk import Desk, a_desk
from tests.cogs.fuzzing import ADDRESS, NOTE, WORDS, Fuzz
from tests.cogs.routes import COMMANDS, FORMS, PRESSES
from tests.cogs.server import seen

TABLE = Path(__file__).with_name("who_may.md")
ANYONE, PARTICIPANT, OWN, PERSON = "anyone", "a member", "the proposer", "the person asked"
OWN_OR_MODERATOR, MODERATOR, SETTER = (
    "the proposer, or a moderator",
    "a moderator",
    "someone who manages the server, or a moderator",
)
REFUSALS = {
    PARTICIPANT: {Reason.TAKE_PART_FIRST},
    OWN: {Reason.NOT_YOURS, Reason.NOT_FOUND, Reason.TAKE_PART_FIRST},
    PERSON: {Reason.NOT_FOUND},
    OWN_OR_MODERATOR: {Reason.NOT_YOURS, Reason.NOT_FOUND, Reason.TAKE_PART_FIRST},
    MODERATOR: {Reason.MODERATORS_ONLY},
    SETTER: {Reason.MODERATORS_ONLY},
}
"""For which reasons somebody who may not is refused, by who may; they tell nothing of what is there."""
ROLE_LACKS = frozenset({Reason.MODERATORS_ONLY, Reason.MANAGERS_ONLY, Reason.TAKE_PART_FIRST, Reason.NOT_YOURS})
HIDDEN = ("Hidden House", ADDRESS, NOTE, WORDS)
"""What nobody outside reads before publication."""
ACTORS = (
    "a stranger", "a member", "the proposer", "a blocked member", "a former moderator", "who manages the server",
)  # fmt: skip

DRAFTS = {
    "import-list": "import-say import.answer import.ask import.column import.page import.store",
    "confirm-members": "confirm.listed confirm.reading",
    "entry-edit": "entry.anew",
    "enter": "entry.twin",
    "letter-point": "letter-point",
    "letter-reminders": "plan.put",
    text_changes.TRACKED: "text.accept",
    text_changes.WAITS: "text.say",
    "propose": "propose.late",
    "sign-myself": "sign.late",
}
"""Routes that go on with what the same person typed before, by the name under which it waits."""
PICKING = ("propose.country", "propose.kind", "propose.range")
"""They show what the same person typed before, and nothing else; here nobody did."""

Name = tuple[str, str]
"""Sort of route, and its name."""


def table() -> dict[Name, str]:
    """Who may, by sort of route and its name, as who_may.md prints it."""
    rows = re.findall(r"^\| ([^|`]+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", _printed(), re.MULTILINE)
    return {
        (sort, name.removeprefix("/")): who.strip()
        for who, *cells in rows
        for sort, cell in zip(("command", "press", "form"), cells, strict=True)
        for name in re.findall(r"`([^`]+)`", cell)
    }


def _printed() -> str:
    return TABLE.read_text(encoding="utf-8").split("## Who may do what")[1].split("\n## ")[0]


EVERY: dict[Name, Route | None] = {
    **{("press", name): route for name, route in PRESSES.items()},
    **{("form", name): route for name, route in FORMS.items()},
    **{("command", name): None for name in COMMANDS},
}


def test_the_table_has_every_command_and_route_once() -> None:
    assert set(table()) == set(EVERY)
    assert len(re.findall(r"`[^`]+`", _printed())) == len(EVERY)
    assert set(table().values()) == {
        ANYONE, PARTICIPANT, OWN, PERSON, OWN_OR_MODERATOR, MODERATOR, SETTER,
    }  # fmt: skip


async def answer(fuzz: Fuzz, name: Name, actor: Actor, draft_id: int | None = None) -> Any:
    """The reason for which this is refused on something that is there, or what is answered."""
    sort, route_name = name
    route = EVERY[name]
    try:
        if route is None:
            return await command(fuzz, route_name, actor)
        about = tuple(
            draft_id if draft_id and one == "draft_id" else _value(fuzz, one, to)
            for one, to in zip(names(route), route.converters, strict=True)
        )
        if sort == "form":
            return await fuzz.desk.hand_in_form(route_name, actor, _typed(route), *about)
        if takes_values(route):
            chosen = str(fuzz.ids[MENUS.get(route_name, "signatory_id")][-1])
            return await fuzz.desk.hand_in(route_name, actor, *about, values=[chosen])
        return await fuzz.desk.hand_in(route_name, actor, *about)
    except Refusal as refusal:
        return refusal.reason


def refusals(_sort: str, name: str, who: str) -> Set[Reason]:
    """For which reasons somebody who may not is refused at this route."""
    return {Reason.DRAFT_GONE} if name in PICKING else REFUSALS[who]


def is_one_of(said: Any, reasons: Set[Reason]) -> bool:
    return isinstance(said, Reason) and said in reasons


async def command(fuzz: Fuzz, path: str, actor: Actor) -> Any:
    """What this command answers, with something in every option that is about something."""
    desk, (room_type, handler) = fuzz.desk, COMMANDS[path]
    [room] = [one for one in desk.server.stage.bot.cogs.values() if type(one) is room_type]
    ben = SimpleNamespace(id=desk.world.ben.id, bot=False, mention="@ben", display_name="ben")
    known: dict[str, Any] = {
        "letter": fuzz.ids["letter_id"][0], "signatory_id": fuzz.ids["signatory_id"][1], "member": ben,
        "message": SimpleNamespace(content="Hidden Trust", author=ben, embeds=[], attachments=[]),
        "day": "in 3 days", "time": "", "zone": "", "reason": "Because", "subject": "Costs", "preset": "open vote",
        "most": 30, "kind": Kind.ORGANISATION, "country": "",
    }  # fmt: skip
    options = {}
    for option in list(inspect.signature(handler, eval_str=True).parameters.values())[2:]:
        if option.name in known:
            options[option.name] = known[option.name]
        elif typing.get_origin(option.annotation) is Literal:
            options[option.name] = typing.get_args(option.annotation)[0]
    called = Route(MethodType(handler, room), None, ())  # type: ignore[arg-type]
    return await desk.handed(called, actor, (), options)


def _value(fuzz: Fuzz, name: str, convert: Any) -> Any:
    if convert is Ids:
        return Ids((fuzz.ids["signatory_id"][1],))
    if name in fuzz.ids:
        return fuzz.ids[name][1 if name == "signatory_id" else 0]
    if isinstance(convert, EnumType):
        return next(iter(list[Any](convert)))
    if convert is str:
        return "en"
    return convert(1)


def _typed(route: Route) -> dict[str, Any]:
    assert route.form is not None
    return {
        one.name: ["1"]
        if isinstance(one, Upload)
        else one.options[0][0]
        if isinstance(one, Pick)
        else "x"
        if isinstance(one, Text)
        else True
        for one in route.form.fields
    }


async def actors(desk: Desk) -> dict[str, Actor]:
    """Everybody who isn't a moderator here."""
    ana, cleo, dan = desk.world.ana, desk.server.add("cleo"), desk.server.add("dan")
    await desk.server.stage.env.settle()
    for who in (ana, cleo):
        answers = ParticipantAnswers("Shore Union", "Director", "", direct_messages=False)
        await desk.store.write(participants.take_part, desk.server.actor(who), desk.now, answers)
    await desk.store.write(limits.block, desk.moderator(), desk.now, cleo.id, "Invented names")
    stranger = desk.server.actor(dan)
    return {
        "a stranger": stranger,
        "a member": desk.server.actor(ana),
        "the proposer": desk.server.actor(desk.world.ben),
        "a blocked member": desk.server.actor(cleo),
        "a former moderator": desk.server.actor(desk.ike),
        "who manages the server": Actor(stranger.guild_id, stranger.user_id, manages_server=True),
    }


async def change(fuzz: Fuzz) -> None:
    """What the buttons are about becomes another: name, consent, text, and one is off the list."""
    desk, ike = fuzz.desk, fuzz.desk.moderator(fuzz.desk.ike)
    one, two, three = fuzz.ids["signatory_id"]
    write, letter_id = desk.store.write, fuzz.ids["letter_id"][0]
    await write(entries.edit, ike, desk.now, two, EntryChanges(country="France"))
    await write(entries.edit, ike, desk.now, three, EntryChanges(name="Hidden House Fourteen"))
    await write(consents.add, ike, desk.now, two, "Its board", "A letter")
    await write(text.write, ike, desk.now, letter_id, f"{WORDS}, all of them", "en", TextChange.SUBSTANCE)
    await write(entries.remove, ike, desk.now, one, "They asked for it")


async def typed_before(fuzz: Fuzz, actor: Actor) -> dict[str, int]:
    """Drafts that this actor made while they still might; the number of each by the routes that go on with it."""
    letter_id, signatory_id = fuzz.ids["letter_id"][0], fuzz.ids["signatory_id"][1]
    arguments: dict[str, list[Any]] = {
        "confirm-members": [], "entry-edit": [signatory_id, "organisation"], "enter": [letter_id, "organisation", ""],
        "propose": [letter_id, "organisation", ""], "sign-myself": [letter_id, fuzz.ids["version_id"][0]],
        text_changes.TRACKED: [letter_id, "en"], text_changes.WAITS: [letter_id, "en"],
    }  # fmt: skip
    answers = {
        "file": "pasted", "list": keeping.kept(files.read_text("Mill Society\nQuay Society")), "names": "Mill Society",
        "said": {"way": "signed", "authorised_by": "Its chair", "evidence": "E-mail"}, "name": "Mill Society",
        "subject": "Costs", "days": "1", "hours": "", "direct": "1", "quiet": "", "text": "Other words",
        "authorised": True, "before": fuzz.ids["version_id"][0],
    }  # fmt: skip

    def save(session: Session) -> dict[str, int]:
        now = fuzz.desk.now
        kept = {
            form: drafts.save(session, actor, now, form, arguments.get(form, [letter_id]), answers)
            for form in DRAFTS
        }
        return {route: kept[form] for form, routes in DRAFTS.items() for route in routes.split()}

    return await fuzz.desk.store.write(save)


def may(who: str, name: str) -> bool:
    """Whether one of these may, by the table; what they may only do with their own is nobody else's."""
    if who == ANYONE:
        return True
    if who == SETTER:
        return name == "who manages the server"
    if who in (OWN, OWN_OR_MODERATOR):
        return name == "the proposer"
    return who == PARTICIPANT and name not in ("a stranger", "who manages the server")


@pytest.mark.parametrize("name", ACTORS)
async def test_who_may_not_is_refused_and_changes_nothing(tmp_path: Path, name: str) -> None:
    """Everything that this actor may not is refused before and after a change, and tells nothing."""
    routes = sorted(table().items())
    async with a_desk(tmp_path) as desk:
        fuzz = Fuzz(desk, 1)
        await fuzz.prepare()
        actor = (await actors(desk))[name]
        kept = await typed_before(fuzz, actor)
        for changed in (False, True):
            if changed:
                await change(fuzz)
            before = await desk.store.read(stored)
            found = {
                (*route, who): await answer(fuzz, route, actor, kept.get(route[1]))
                for route, who in routes
                if not may(who, name)
            }
            assert {one: said for one, said in found.items() if not is_one_of(said, refusals(*one))} == {}
            assert await desk.store.read(stored) == before
            if name == "a stranger":
                for route, who in routes:
                    said = (
                        repr(await answer(fuzz, route, actor))
                        if who == ANYONE and route[0] == "command"
                        else ""
                    )
                    assert not any(words in said for words in HIDDEN), (route, said)


async def test_a_plain_member_reads_at_each_command_of_moderators_which_role_it_takes(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        stage, signatory_id = desk.server.stage, await desk.propose("Hidden House")
        declared: dict[str, Any] = {one.qualified_name: one for one in stage.bot.tree.walk_commands()}
        known = {"signatory": f"#{signatory_id}", "member": desk.world.ben, "most": 30}
        stage.show_command(desk.server.guild, "setup", desk.server.guild.default_role)
        asked = [
            path for (sort, path), who in table().items() if sort == "command" and who in (MODERATOR, SETTER)
        ]
        for path in asked:
            if path in declared:
                options = {
                    one.display_name: one.choices[0].value if one.choices else known.get(one.display_name, "x")
                    for one in declared[path].parameters
                    if one.required
                }
                said = await desk.world.ana.slash(desk.hall, path, **options)
            else:
                said = await desk.world.ana.context_menu(desk.hall, path, desk.world.ben)
            assert said.modal is None, path
            assert f"You need the role <@&{desk.role.id}>" in seen(said), path


async def test_no_command_with_ids_of_another_server_finds_anything(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        fuzz = Fuzz(desk, 1)
        await fuzz.prepare()
        elsewhere = desk.server.stage.env.create_guild("Another coalition")
        elsewhere.add_member(desk.mo.user)
        await desk.server.stage.env.settle()
        abroad = Actor(elsewhere.id, desk.mo.id, manages_server=True)
        await desk.store.write(setup.set_up, abroad, desk.now, {"moderator_role_id": None})
        answers = ParticipantAnswers("Hill Fund", "Director", "", direct_messages=False)
        await desk.store.write(participants.take_part, abroad, desk.now, answers)
        before = set(await desk.store.read(stored))
        for sort, path in sorted(EVERY):
            if sort == "command":
                said = read(await answer(fuzz, (sort, path), abroad))
                assert not any(words in said for words in HIDDEN), (path, said)
        assert before <= set(await desk.store.read(stored)) | {
            row for row in before if str(abroad.guild_id) in row
        }


async def test_a_moderator_may_all_that_the_table_gives_to_moderators(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        fuzz = Fuzz(desk, 1)
        await fuzz.prepare()
        found = {}
        for name, who in sorted(table().items()):
            route = EVERY[name]
            drafts = route is not None and "draft_id" in names(route)
            if who in (MODERATOR, SETTER, OWN_OR_MODERATOR) and not drafts:
                found[name, who] = await answer(fuzz, name, desk.moderator(desk.ike))
        assert {one: said for one, said in found.items() if is_one_of(said, ROLE_LACKS)} == {}
