"""A text that is changed after people signed: the question, the messages, the answers, and what the list says."""

from pathlib import Path
from typing import Any

import pytest

from cogs.ui.cards import revision as cards
from models.letters import texts
from models.refusal import Reason
from models.sheets import TextQuestion, TextVersionSheet
from models.strings import diff
from models.terms import SignatoryState, TextChange
from tests import limits
from tests.cogs.coordinator import BODY, confirm, elsewhere, manage, worded
from tests.cogs.desk import BIG, ROUGH, Desk, a_desk, parts, refused
from tests.cogs.server import START, newest, seen

NEW = BODY.replace("withdrawn", "published")


async def signed(desk: Desk, name: str = "Riverlight") -> int:
    "Put forward by Ben with who agreed, and on the list under the text of today; the id."
    await worded(desk)
    one = await desk.propose(name)
    await desk.approve(one)
    return one


async def asked(desk: Desk, body: str = NEW) -> Any:
    """Mo writes another text with the form; the question that comes back."""
    return await desk.mo.submit_modal(await manage(desk, "text"), {"text": body})


async def changed(desk: Desk, body: str = NEW) -> Any:
    """Changed in substance; the direct message that Ben got."""
    shown = await asked(desk, body)
    await desk.mo.click(newest(shown), label="It changes the substance")
    await desk.server.stage.env.settle()
    return desk.server.stage.messages(desk.world.ben.user.dm_channel)[-1]


async def number(desk: Desk) -> int:
    sheet = await desk.store.read(texts.show, desk.moderator(), desk.world.letter.id)
    return int(sheet.version.number)


async def test_a_signed_text_is_only_changed_when_it_is_said_what_kind_of_change_it_is(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await signed(desk)
        shown = await asked(desk)
        said = seen(shown)
        assert "People have signed this text. What kind of change is it?" in said
        assert r"~~\*withdrawn\*.~~ **\*published\*.**" in said
        assert await number(desk) == 1
        answer = await desk.mo.click(newest(shown), label="It's a correction")
        assert "This is version 2 of the text, in English" in seen(answer)
        assert "This is a correction, so signatures count for the corrected text." in seen(answer)
        assert await number(desk) == 2
        assert "corrected after people" in seen(await desk.world.ana.slash(desk.hall, "letter text"))


async def test_after_a_change_of_substance_people_who_vouched_confirm_in_the_direct_message(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        one = await signed(desk)
        message = await changed(desk)
        assert (
            "changes the substance of the text. Names you proposed, signed or entered: **Riverlight**"
            in message.content
        )
        said = seen(await desk.world.ana.slash(desk.hall, "signatory show", signatory=f"#{one}"))
        assert "This signatory agreed to version 1 of the text." in said
        assert "**Not the current text**" in said
        answer = await desk.world.ben.user.click(message, label="Confirm the new text")
        assert "Riverlight has now agreed to version 2 of Keep it safe." in seen(answer)
        sheet = await desk.shown(one)
        assert (sheet.text_number, sheet.earlier) == (2, False)
        assert sheet.consent is not None
        assert sheet.consent.confirmed_by == desk.world.ben.id
        now = desk.server.stage.messages(desk.world.ben.user.dm_channel)[-1]
        labels = [part.get("label") for part in parts(now)]
        assert "Read the new text" in labels
        assert "Confirm the new text" not in labels, "there is nothing left to confirm"


async def test_a_proposed_name_leaves_at_once_from_the_direct_message(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await signed(desk)
        message = await changed(desk)
        shown = await desk.world.ben.user.click(message, label="Take the name off")
        assert "The name comes off at once." in seen(shown)
        done = seen(await desk.world.ben.user.click(newest(shown), label="Take it off the list"))
        assert "I've taken the name off the list." in done
        assert await desk.state(one) is SignatoryState.REMOVED


async def test_mine_has_both_answers_and_an_old_button_confirms_no_newer_text(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await signed(desk)
        message = await changed(desk)
        await changed(desk, NEW + "\n\nAnd more.")
        stale = await desk.world.ben.user.click(message, label="Confirm the new text")
        assert "This changed after you saw it, so I haven't recorded anything." in seen(stale)
        assert "has only agreed to the text of Keep it safe as it was before version 3" in seen(stale)
        assert (await desk.shown(one)).earlier
        panel = await desk.world.ben.slash(desk.hall, "mine")
        assert "- Riverlight has only agreed to the text of Keep it safe as it was before version 3." in seen(
            panel
        )
        await desk.world.ben.click(newest(panel), label="Confirm the new text: Riverlight")
        assert not (await desk.shown(one)).earlier
        assert "earlier version" not in seen(await desk.world.ben.slash(desk.hall, "mine"))


async def test_moderators_are_told_whom_no_message_reaches_and_record_the_answer(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        await worded(desk)
        one = await desk.enter("Hill *Fund*")
        await desk.approve(one)
        await desk.mo.click(newest(await asked(desk)), label="It changes the substance")
        await desk.server.stage.env.settle()
        posted = desk.server.stage.messages(desk.hall)[-1].content
        assert (
            r"I can't reach the person who proposed, signed or entered this name: **Hill \*Fund\***" in posted
        )
        shown = await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}")
        opened = await desk.mo.click(newest(shown), label="Record who agreed")
        await desk.mo.submit_modal(opened, {"authorised_by": "Its chair", "evidence": "E-mail of today"})
        assert not (await desk.shown(one)).earlier


async def test_publishing_says_how_many_endorse_an_earlier_text_and_confirms_only_that(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await signed(desk)
        message = await changed(desk)
        shown = await manage(desk, "publish")
        assert "**1 signatory agreed to an earlier version of the text" in seen(shown)
        await desk.world.ben.user.click(message, label="Confirm the new text")
        assert "has changed since I posted it" in await confirm(desk, shown, "Publish now")
        again = await manage(desk, "publish")
        assert "earlier version" not in seen(again)
        assert "The letter is published." in await confirm(desk, again, "Publish now")


async def test_a_stale_translation_says_so(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await signed(desk)
        await worded(desk, "Nous demandons.", "fr")
        french = seen(await desk.world.ana.slash(desk.hall, "letter text", language="fr"))
        assert "Translated from version 1 of the original in English" in french
        assert "Out of date" not in french
        await changed(desk)
        french = seen(await desk.world.ana.slash(desk.hall, "letter text", language="fr"))
        assert (
            "**Out of date:** this was translated from version 1, and the original has changed since." in french
        )
        assert "The substance of the text changed" in seen(await desk.world.ana.slash(desk.hall, "letter text"))


async def test_forged_and_foreign_presses_change_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await signed(desk)
        await changed(desk)
        shown = await asked(desk, "Third")
        route = next(
            part["custom_id"] for part in parts(newest(shown)) if "text.say" in part.get("custom_id", "")
        )
        draft_id = int(route.split(":")[5])
        ana, mo = desk.server.actor(desk.world.ana), desk.moderator()
        assert (
            await refused(desk.hand_in("text.say", ana, draft_id, TextChange.CORRECTION)) is Reason.DRAFT_GONE
        )
        other = desk.moderator(desk.ike)
        assert (
            await refused(desk.hand_in("text.say", other, draft_id, TextChange.CORRECTION)) is Reason.DRAFT_GONE
        )
        lost = desk.server.actor(desk.mo)
        assert (
            await refused(desk.hand_in("text.say", lost, draft_id, TextChange.CORRECTION))
            is Reason.MODERATORS_ONLY
        )
        assert await refused(desk.hand_in("text.confirm", ana, one, "2")) is Reason.NOT_YOURS
        assert await refused(desk.hand_in("text.confirm", mo, 2**31, "2")) is Reason.NOT_FOUND
        assert int(await elsewhere(desk)) != desk.world.letter.id
        assert await number(desk) == 2


@pytest.mark.parametrize("body", ["*" * 9000, "word " * 8000, "x\n" * 20_000, ROUGH])
async def test_the_question_fits_whatever_was_written(body: str) -> None:
    before = "Another text, of few words."
    sheet = TextQuestion(
        2**31, BIG, 2**31, ROUGH, TextVersionSheet(BIG, "en", 999, "f" * 64, START),
        diff.pieces(before, body), diff.lines(before, body), START,
    )  # fmt: skip
    drawn = cards.question(sheet)
    limits.check(drawn)
    assert bool(drawn.files) is (len(body) > cards.SHOWN)


def test_a_difference_marks_words_and_not_the_spaces_beside_them() -> None:
    assert cards.marked(diff.pieces("a\n\nb", "a\n\nb c\n\nd")) == "a\n\nb **c**\n\n**d**"


def test_what_was_typed_stays_as_typed_in_a_difference() -> None:
    assert cards.marked(diff.pieces("a", "@everyone **x**")) == r"~~a~~ **\@everyone \*\*x\*\***"
