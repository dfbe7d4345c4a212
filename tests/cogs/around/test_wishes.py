"""The wish list through the real bot: found without the guide, claimed, reminded of, and turned into a proposal."""

from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from msgspec.structs import replace

from cogs.ui.cards import wishes as cards
from models.letter_parts import Wanted, WishState
from models.participants import drafts, participants
from models.refusal import Reason, Refusal
from models.sheets.wishes import AddedWishes, WishesSheet, WishSheet
from models.terms import Kind
from tests import limits
from tests.cogs.coordinator import DAY, manage
from tests.cogs.desk import BIG, ROUGH, Desk, a_desk, parts, texts
from tests.cogs.people.taking_part import take_part
from tests.cogs.server import START, newest, seen


async def switched_on(desk: Desk, label: str = "Switch on the wish list") -> Any:
    """The panel after one press, as a coordinator finds it who has read nothing."""
    panel = newest(await manage(desk, "panel"))
    opened = desk.server.stage.answer(await desk.mo.click(panel, label="Ask, talk, share"))
    return desk.server.stage.answer(await desk.mo.click(opened, label=label))


async def add(desk: Desk, who: Any, names: str) -> Any:
    """Names added by a member from the wish list."""
    opened = await who.click(newest(await who.slash(desk.hall, "letter wishes")), label="Add names")
    return await who.submit_modal(opened, {"kind": "organisation", "names": names})


async def one(desk: Desk, who: Any, name: str) -> Any:
    """The message about one name, opened from the wish list."""
    listed = newest(await who.slash(desk.hall, "letter wishes"))
    menu = next(part for part in parts(listed) if part.get("options"))
    value = next(option["value"] for option in menu["options"] if option["label"] == name)
    return desk.server.stage.answer(await who.select(listed, [value], custom_id=menu["custom_id"]))


async def press(desk: Desk, who: Any, message: Any, label: str) -> Any:
    return desk.server.stage.answer(await who.click(message, label=label))


async def test_a_coordinator_finds_it_on_the_panel_and_members_on_the_letters_card(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(announcements_id=desk.hall.id, moderator_role_id=desk.role.id)
        off = await desk.world.ben.slash(desk.hall, "letter wishes")
        assert "The wish list is switched off" in seen(off)
        panel = await switched_on(desk)
        assert "Wish list switched on." in texts(panel)
        await press(desk, desk.mo, panel, "See who to ask")
        status = await desk.world.ben.slash(desk.hall, "letter status")
        shown = await desk.world.ben.click(newest(status), label="See who to ask")
        assert "No names yet. Press *Add names*" in seen(shown)


async def test_a_name_is_claimed_asked_reminded_of_and_proposed_with_its_consent(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben, ana = desk.world.ben, desk.world.ana
        await switched_on(desk)
        told = seen(await add(desk, ben, "Open Path\nGreen Coast"))
        assert "2 names added" in told
        assert "- Open Path\n- Green Coast" in told
        assert "2 names nobody is asking yet" in seen(await ben.slash(desk.hall, "letter wishes"))
        again = seen(await add(desk, ana, "open path\nme@example.org"))
        assert "**Already on the wish list:**\n- Open Path: nobody is asking them yet" in again
        assert "can't contain a link" in again
        mine = await press(desk, ben, await one(desk, ben, "Open Path"), "I'll ask them")
        theirs = await one(desk, ana, "Open Path")
        assert "> will ask them" in texts(theirs)
        assert "They said yes" not in texts(theirs)
        to_do = await ben.slash(desk.hall, "mine")
        assert "**Who you're asking to sign**\n- Open Path: you said you'd ask them." in seen(to_do)
        listed = seen(await ben.click(newest(to_do), label="Record their answers"))
        assert "Open Path" in listed
        assert "Green Coast" not in listed
        assert "Who you're asking to sign" not in seen(await ana.slash(desk.hall, "mine"))
        mine = await press(desk, ben, mine, "I asked them")
        assert "I won't send a reminder." in texts(mine), "the letter closes before"
        form = await ben.click(mine, label="They said yes…")
        assert "Open Path" in str(form.modal)
        answered = await ben.submit_modal(
            form, {"name": "Open Path", "country": "", "authorised_by": "Its board", "evidence": "E-mail"}
        )
        assert "Open Path" in seen(answered)
        assert [one.name for one in (await desk.queue()).ready] == ["Open Path"], "with its consent"
        assert "Open Path: on the letter" in seen(await ana.slash(desk.hall, "letter wishes"))


async def test_each_line_that_was_typed_is_told_of_also_one_that_is_typed_twice(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await switched_on(desk)
        told = seen(await add(desk, desk.world.ben, "Ann Lee, Ltd.\nAnn Lee Ltd\nANN LEE LTD"))
        assert "1 name added" in told
        for line in ("Ann Lee, Ltd.", "- Ann Lee Ltd", "- ANN LEE LTD"):
            assert line in told
        assert "Typed twice" in told


async def test_a_line_that_is_no_name_says_why_in_the_words_of_a_list_and_can_be_corrected(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        await switched_on(desk)
        typed = "\n".join(["Open Path", "A" * 300, "\u200b", "@everyone", "<@1234>", "me@example.org"])
        told = await add(desk, ben, typed)
        said = seen(told)
        assert "1 name added" in said
        assert "This name is 300 characters long. The limit is 200, so shorten it." in said
        assert "A line that looks empty: This line only has invisible characters." in said
        assert said.count("That's a mention or formatting, not a name.") == 2
        assert "A name can't contain a link" in said
        form = str((await ben.click(newest(told), label="Correct these lines")).modal)
        for line in ("A" * 300, "@everyone", "<@1234>", "me@example.org"):
            assert line in form
        assert "Open Path" not in form


async def test_who_heard_nothing_for_three_days_gets_one_message_and_finds_the_names(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        asked = newest(await manage(desk, "extend", day="in 20 days"))
        await desk.mo.click(asked, label="Move the deadline")
        await switched_on(desk)
        await add(desk, ben, "Open Path\nGreen Coast")
        for name in ("Open Path", "Green Coast"):
            mine = await press(desk, ben, await one(desk, ben, name), "I'll ask them")
            noted = await press(desk, ben, mine, "I asked them")
            assert f"in three days, I'll remind <@{ben.id}>" in texts(noted)
        await desk.server.pass_(3 * DAY + 60)
        [told] = [
            message
            for message in desk.server.stage.messages(ben.user.dm_channel)
            if "Have they answered" in message.content
        ]
        assert "**Green Coast**" in told.content
        assert "**Open Path**" in told.content
        assert "a few days ago" in told.content
        found = await ben.user.click(told, label="Who I'm asking")
        assert "Green Coast" in seen(found)


async def test_a_name_that_somebody_else_is_asking_says_who(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben, ana = desk.world.ben, desk.world.ana
        await switched_on(desk)
        await add(desk, ben, "Open Path")
        old = await one(desk, ana, "Open Path")
        await press(desk, ben, await one(desk, ben, "Open Path"), "I'll ask them")
        assert f"<@{ben.id}> is already asking Open Path" in seen(await ana.click(old, label="I'll ask them"))


WORST = WishSheet(
    BIG, BIG, BIG, ROUGH[:200], Kind.ORGANISATION, ROUGH[:200], WishState.ASKED, BIG, START, None, True
)


def test_every_card_of_the_wish_list_fits_with_the_longest_names() -> None:
    fifteen = tuple(replace(WORST, id=BIG - number) for number in range(15))
    figures = dict.fromkeys(WishState, 500)
    page = WishesSheet(BIG, BIG, ROUGH[:200], Wanted.FREE, 2, 9, fifteen, figures, True)
    refused = tuple(
        (ROUGH[:200], Refusal(Reason.TOO_LONG, field="name", limit=200, length=201)) for _ in range(40)
    )
    added = AddedWishes(
        BIG,
        BIG,
        ROUGH[:200],
        (ROUGH[:200],) * 40,
        (WORST,) * 40,
        (ROUGH[:200],) * 40,
        (ROUGH[:200],) * 40,
        refused,
    )
    drawn = [cards.listed(page, "I've removed it."), cards.added(added, BIG)]
    drawn += [cards.one(replace(WORST, state=state), "Noted.") for state in WishState]
    for card in drawn:
        limits.check(card)


async def test_who_added_a_name_removes_it_and_anyone_else_is_told_whom_to_ask(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben, ana = desk.world.ben, desk.world.ana
        await switched_on(desk)
        await add(desk, ben, "Open Path\nGreen Coast")
        refused = await press(desk, ana, await one(desk, ana, "Open Path"), "Remove from the wish list")
        assert "Ask a moderator to remove Open Path from the wish list." in texts(refused)
        gone = await press(desk, ben, await one(desk, ben, "Open Path"), "Remove from the wish list")
        assert "**I've removed Open Path from the wish list.**" in texts(gone)


async def test_who_has_to_take_part_first_comes_back_to_the_wish_list_with_one_press(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        await switched_on(desk)
        status = newest(await ben.slash(desk.hall, "letter status"))
        await desk.store.write(participants.leave, desk.server.actor(ben), desk.now)
        refused = await press(desk, ben, status, "See who to ask")
        assert "Press *Take part* first" in texts(refused)
        assert "You're taking part" in seen(await take_part(desk.server, ben))
        assert "No names yet. Press *Add names*" in texts(await press(desk, ben, refused, "Try again"))


@pytest.mark.log_errors
async def test_names_that_were_added_are_told_as_stored_where_the_others_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        await switched_on(desk)
        monkeypatch.setattr(drafts, "save", Mock(side_effect=TimeoutError))
        said = await add(desk, desk.world.ben, "Alpha House\nx@y.example")
        assert "I've saved that, but something went wrong on my side" in seen(said)
        monkeypatch.undo()
        assert "Alpha House" in seen(await desk.world.ana.slash(desk.hall, "letter wishes"))
    caplog.clear()
