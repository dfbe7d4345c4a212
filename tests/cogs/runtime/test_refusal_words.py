"""The words of a refusal fit what was done, on every route; presses and forms of all rooms with ids that are not there
are in test_strangers.py. The next step is never the one just taken."""

from pathlib import Path
from typing import Any

import discord
import pytest

from cogs.runtime import errors
from cogs.ui import refusals
from cogs.ui.cards import refusal as cards
from cogs.ui.occasions import SENTENCES, Occasion
from models.refusal import Reason, Refusal
from tests import limits
from tests.cogs import routes
from tests.cogs.desk import a_desk, parts, texts
from tests.cogs.fuzzing import HIDDEN, Fuzz, _commands
from tests.cogs.misfits import misfits
from tests.cogs.server import newest, seen

MISTYPED = frozenset({"letter", "signatory", "edition"})
TYPED = {"country": "-", "kind": "company", "format": "csv"}


async def test_every_command_with_a_choice_that_is_not_there_names_the_suggestions(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        fuzz = Fuzz(desk, 1)
        for name in HIDDEN:
            desk.server.stage.show_command(desk.server.guild, name, desk.role)
        walked = 0
        for command in _commands(desk.server.stage.bot.tree):
            wrong = MISTYPED & {one.display_name for one in command.parameters}
            for option in wrong:
                options: dict[str, Any] = {option: "nothing of that name"}
                for one in command.parameters:
                    if one.required and one.display_name not in options:
                        value = TYPED.get(one.display_name) or fuzz.option(one)
                        if one.type is discord.AppCommandOptionType.attachment:
                            value = None
                        options[one.display_name] = value
                if None in options.values():
                    continue
                result = await desk.mo.slash(desk.hall, command.qualified_name, **options)
                said = texts(desk.server.stage.answer(result))
                assert "Pick one of the suggestions" in said, (command.qualified_name, option, said)
                assert misfits("command", said) == [], command.qualified_name
                walked += 1
        assert walked > 40


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("occasion", [Occasion.PRESS, Occasion.FORM, Occasion.COMMAND])
def test_no_sentence_that_every_occasion_can_meet_speaks_of_another(reason: Reason, occasion: Occasion) -> None:
    told_by_any = {one for one, where in SENTENCES if where is not Occasion.COMMAND} | {
        Reason.NOT_FOUND, Reason.OUTDATED, Reason.DRAFT_GONE, Reason.CLASHED, Reason.FAILED, Reason.NOT_SHOWN,
        Reason.TOO_OFTEN, Reason.MODERATORS_ONLY, Reason.MANAGERS_ONLY, Reason.TAKE_PART_FIRST, Reason.BOT_MAY_NOT,
        Reason.BOT_ABSENT, Reason.ASKS_NO_MORE, Reason.DISK_FULL, Reason.DATABASE_HELD, Reason.NOT_SET_UP,
        Reason.LOCKED, Reason.PAUSED,
    }  # fmt: skip
    if reason in told_by_any:
        said = refusals.sentence(Refusal(reason), occasion=occasion)
        assert misfits(occasion.name.lower(), said) == []


def test_each_kind_of_interaction_that_is_answered_has_its_occasion() -> None:
    kinds = set(discord.InteractionType) - {discord.InteractionType.ping, discord.InteractionType.autocomplete}
    assert set(errors.OCCASIONS) == kinds


async def test_anyone_who_sends_take_part_without_the_role_is_not_told_to_press_take_part(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(member_role_id=desk.role.id)
        eve = desk.server.add("eve")
        form = await eve.slash(desk.hall, "take-part")
        answer = await eve.submit_modal(form, {"organisation": "Somewhere"})
        said = seen(answer)
        assert "*Take part*" not in said
        assert "Take part" not in [part.get("label") for part in parts(newest(answer))]
        assert "I've kept what you typed. Press *Ask to be let in* to send it to the moderators" in said
        assert "Ask to be let in" in [part.get("label") for part in parts(newest(answer))]
        asked = seen(await eve.click(newest(answer), label="Ask to be let in"))
        assert "Ask to be let in" not in asked


async def test_anyone_who_lacks_the_role_elsewhere_asks_with_one_press_and_one_form(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(member_role_id=desk.role.id)
        eve = desk.server.add("eve")
        answer = await eve.slash(desk.hall, "sign", **{"as": "myself"})
        assert "Press *Ask to be let in* and fill in one short form" in seen(answer)
        form = await eve.click(newest(answer), label="Ask to be let in")
        asked = await eve.submit_modal(form, {"organisation": "Somewhere"})
        assert "let in" in seen(asked)
        assert "Somewhere" in seen(asked)
        again = await eve.click(newest(answer), label="Ask to be let in")
        assert again.modal is None
        assert "Somewhere" in seen(again)


@pytest.mark.parametrize(("form", "start"), cards.STARTS.items())
def test_a_form_whose_draft_is_gone_is_opened_afresh_by_a_button(form: str, start: str) -> None:
    about = routes.PRESSES[start].converters
    assert len(about) <= 1
    assert about == routes.FORMS[form].converters[: len(about)]


async def test_a_question_that_somebody_answered_before_is_told_as_that(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for route in ("turn-down", "admit"):
            with pytest.raises(Refusal) as refusal:
                await desk.hand_in(route, desk.moderator(), 12345)
            said = limits.text_of(cards.card(refusal.value, desk.server.guild.id, occasion=Occasion.PRESS))
            assert "is no longer asking to be let in as a member. Someone has already decided" in said
