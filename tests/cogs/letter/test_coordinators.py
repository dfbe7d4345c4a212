"""Handing a letter to another coordinator: a step of the panel, asked first, told, and for moderators alone."""

from pathlib import Path
from typing import Any

from cogs.ui import refusals
from cogs.ui.cards import coordinator as cards, panel as panels
from cogs.ui.cards.panel import Tab
from models.operations import personal_data
from models.refusal import Reason, Refusal
from models.sheets import CoordinatorSheet
from rehearsal import inside
from tests import limits
from tests.cogs.coordinator import manage
from tests.cogs.desk import Desk, a_desk, refused, texts as desk_texts
from tests.cogs.server import newest, seen


async def hand(desk: Desk, to: Any) -> Any:
    """What Mo sees after choosing a person in the menu of the panel's step."""
    shown = newest(await manage(desk, "panel"))
    opened = desk.server.stage.answer(await desk.mo.click(shown, label=panels.LABELS[Tab.ENDS]))
    asked = newest(await desk.mo.click(opened, label="Hand over to another coordinator"))
    menu = desk.menu("coordinator.chosen", desk.world.letter.id)
    return await desk.mo.select(asked, [to], custom_id=menu)


async def runs(desk: Desk) -> str:
    """What the panel says about who runs the letter."""
    said = seen(await manage(desk, "panel"))
    return next(line for line in said.splitlines() if "no coordinator" in line or "runs this letter" in line)


async def test_a_letter_is_handed_to_another_moderator_who_is_told(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        asking = desk.server.stage.answer(await hand(desk, desk.ike))
        assert f"<@{desk.ike.id}>" not in await runs(desk)
        done = await desk.mo.click(asking, label="Hand it over")
        assert f"<@{desk.ike.id}> now runs this letter." in desk_texts(desk.server.stage.answer(done))
        assert await runs(desk) == f"<@{desk.ike.id}> runs this letter."
        await desk.server.stage.env.settle()
        told = [one.content for one in desk.server.stage.messages(desk.hall) if one.content]
        assert any(f"<@{desk.ike.id}> now runs **Keep it safe**." in line for line in told)


async def test_who_does_not_moderate_is_given_no_letter_and_the_refusal_says_what_to_do(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        before = await runs(desk)
        said = seen(await hand(desk, desk.world.ana))
        assert f"<@{desk.world.ana.id}> isn't a moderator here" in said
        assert f"can give them the role <@&{desk.role.id}>" in said
        assert await runs(desk) == before


async def test_the_menu_says_whom_to_choose_and_a_bot_is_refused_with_what_to_do(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        shown = newest(await manage(desk, "panel"))
        opened = desk.server.stage.answer(await desk.mo.click(shown, label=panels.LABELS[Tab.ENDS]))
        asked = newest(await desk.mo.click(opened, label="Hand over to another coordinator"))
        assert f"someone with the role <@&{desk.role.id}>. If there's nobody else," in desk_texts(asked)
        bot = desk.server.stage.bot.user
        assert bot is not None
        tries = desk.hand_in("coordinator.chosen", desk.moderator(), desk.world.letter.id, values=[str(bot.id)])
        assert await refused(tries) is Reason.NOT_A_MEMBER
        assert "Choose a person in this server." in refusals.sentence(Refusal(Reason.NOT_A_MEMBER))


def test_without_a_role_of_moderators_the_card_names_who_moderates() -> None:
    asked = cards.choosing(CoordinatorSheet(1, 2, "Keep it safe", None), None)
    limits.check(asked)
    assert "only people who manage this server are moderators here." in limits.text_of(asked)


async def test_a_press_on_what_was_asked_before_somebody_else_handed_it_over_does_nothing(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        first = desk.server.stage.answer(await hand(desk, desk.ike))
        second = desk.server.stage.answer(await hand(desk, desk.mo))
        await desk.mo.click(first, label="Hand it over")
        assert "This has changed" in seen(await desk.mo.click(second, label="Hand it over"))
        assert await runs(desk) == f"<@{desk.ike.id}> runs this letter."


async def test_anyone_who_loses_the_role_between_asking_and_pressing_is_given_no_letter(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        asking = desk.server.stage.answer(await hand(desk, desk.ike))
        inside.give_role(desk.server.stage.env, desk.server.guild.id, desk.ike.id, desk.role.id, held=False)
        await desk.server.stage.env.settle()
        assert "isn't a moderator here" in seen(await desk.mo.click(asking, label="Hand it over"))


async def test_an_erased_coordinator_is_named_nowhere(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        asking = desk.server.stage.answer(await hand(desk, desk.ike))
        await desk.mo.click(asking, label="Hand it over")
        await desk.store.write(personal_data.erase, desk.moderator(desk.ike), desk.now)
        assert await runs(desk) == "This letter has no coordinator."
