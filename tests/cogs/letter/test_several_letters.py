"""Several letters at once: each is told apart wherever one of them is meant, and one that is paused stops no other."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from cogs.ui.forms import TITLE_LIMIT, titled
from models.letters import letters, window
from models.sheets import LetterSheet, ProposalAnswers
from models.submissions import proposals
from models.terms import Kind
from tests.cogs.campaign import CLOSE, Campaign, a_campaign
from tests.cogs.server import START, newest, seen

MENU = "Propose as signatory"


async def another(world: Campaign, title: str = "Second letter") -> LetterSheet:
    """One more letter, open."""
    boss = world.server.manager

    def make(session: Session) -> LetterSheet:
        made = letters.create(session, boss, START, title, "The Board", CLOSE)
        return window.open_(session, boss, START, made.id)

    return await world.server.stage.bot.store.write(make)


@asynccontextmanager
async def two_letters(tmp_path: Path) -> AsyncIterator[tuple[Campaign, list[Any]]]:
    """One organisation on two letters, proposed by Ben on both."""
    async with a_campaign(tmp_path) as world:
        second, answers = await another(world), ProposalAnswers(Kind.ORGANISATION, "Riverlight Fund")
        write, ben = world.server.stage.bot.store.write, world.server.actor(world.ben)
        ids = (world.letter.id, second.id)
        yield world, [await write(proposals.propose, ben, START, one, answers) for one in ids]


async def test_one_organisation_on_two_letters_is_told_apart_in_menu_and_card(tmp_path: Path) -> None:
    async with two_letters(tmp_path) as (world, _):
        offered = await world.ana.autocomplete(world.hall, "signatory show", "signatory", "river")
        assert sorted(choice["name"] for choice in offered) == [
            "Riverlight Fund · Keep it safe (being voted on)",
            "Riverlight Fund · Second letter (being voted on)",
        ]
        for choice in offered:
            shown = seen(await world.ana.slash(world.hall, "signatory show", signatory=choice["value"]))
            title = choice["name"].split(" · ")[1].partition(" (")[0]
            assert f"Letter: {title}" in shown.splitlines()


async def test_with_one_letter_its_title_is_not_repeated(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        await world.propose("Riverlight Fund")
        [choice] = await world.ana.autocomplete(world.hall, "signatory show", "signatory", "river")
        assert choice["name"] == "Riverlight Fund (being voted on)"


@pytest.mark.parametrize("command", ["correct", "consent"])
async def test_a_form_about_one_name_says_for_which_letter(tmp_path: Path, command: str) -> None:
    async with two_letters(tmp_path) as (world, proposals):
        for one in proposals:
            opened = await world.ben.slash(world.hall, f"signatory {command}", signatory=f"#{one.id}")
            assert opened.modal["title"].endswith(f" Fund · {one.letter_title}")


async def test_a_moderators_form_about_one_name_says_for_which_letter(tmp_path: Path) -> None:
    async with two_letters(tmp_path) as (world, proposals):
        for one in proposals:
            opened = await world.server.owner.slash(world.hall, "manage signatory edit", signatory=f"#{one.id}")
            assert opened.modal["title"] == f"Edit: Riverlight Fund · {one.letter_title}"


async def test_a_letter_chosen_before_narrows_the_names(tmp_path: Path) -> None:
    async with two_letters(tmp_path) as (world, proposals):
        for one in proposals:
            chosen = {"letter": str(one.letter_id)}
            offered = await world.ana.autocomplete(world.hall, "signatory show", "signatory", "river", **chosen)
            assert [choice["value"] for choice in offered] == [f"#{one.id}"]
            typed = await world.ana.slash(world.hall, "signatory show", signatory="riverlight fund", **chosen)
            assert f"Letter: {one.letter_title}" in seen(typed).splitlines()


async def test_a_name_made_of_digits_is_found_as_a_name(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        one, two = await world.propose("First Name"), await world.propose("1")
        assert one.id == 1
        shown = seen(await world.ana.slash(world.hall, "signatory show", signatory="1"))
        assert "### 1" in shown.splitlines()
        [choice] = await world.ana.autocomplete(world.hall, "signatory show", "signatory", "1")
        assert choice["value"] == f"#{two.id}"


async def test_letters_are_found_by_what_is_typed_however_many_there_are(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        for number in range(26):
            await another(world, f"Letter number {number}")
        for typed in ("keep it SAFE", "Keep it safe (open)"):
            [choice] = await world.ana.autocomplete(world.hall, "letter status", "letter", typed)
            assert choice == {"name": "Keep it safe (open)", "value": str(world.letter.id)}
        assert len(await world.ana.autocomplete(world.hall, "letter status", "letter", "")) == 25


async def test_a_paused_letter_stops_no_proposal_from_a_message_for_another(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        second, boss = await another(world), world.server.manager
        message = await world.ben.send(world.hall, "Riverlight Fund")
        asked = await world.ana.context_menu(world.hall, MENU, message)
        assert "For which letter?" in seen(asked)
        await world.server.stage.bot.store.write(window.pause, boss, START, second.id)
        asked = await world.ana.context_menu(world.hall, MENU, message)
        assert "What kind of signatory is this?" in seen(asked)
        kind = await world.ana.click(newest(asked), label="Company")
        opened = await world.ana.click(newest(kind), label="No country")
        assert f":{world.letter.id}:company:" in opened.modal["custom_id"]
        await world.server.stage.bot.store.write(window.pause, boss, START, world.letter.id)
        assert "is paused" in seen(await world.ana.context_menu(world.hall, MENU, message))


def test_a_title_leaves_room_for_name_and_letter() -> None:
    assert titled("Edit", "Riverlight", "Keep it safe") == "Edit: Riverlight · Keep it safe"
    for name, of_letter in (("n" * 200, "Safe"), ("Name", "t" * 200), ("n" * 200, "t" * 200)):
        said = titled("Who agreed", name, of_letter)
        assert len(said) <= TITLE_LIMIT
        assert len(said) >= TITLE_LIMIT - 1
        assert " · " in said
