"""What anyone who proposes a name or signs hears by direct message, through the real bot."""

from pathlib import Path
from typing import Any

from cogs.ui.cards import notices, proposer
from models.letters import texts as letter_texts
from models.review import proposer_notices
from models.sheets import DecidedName, NoticeSheet
from models.submissions import proposals
from models.terms import NoticeKind, SignatoryState
from tests import limits
from tests.cogs.desk import BIG, ROUGH, WORST, Desk, a_desk
from tests.cogs.server import START, newest, seen

MINUTE = 60.0
GATHERED = proposer_notices.GATHERED_FOR.total_seconds()


def direct(desk: Desk, who: Any) -> list[Any]:
    """The direct messages that someone got."""
    channel = who.user.dm_channel
    return list(desk.server.stage.messages(channel)) if channel else []


def said(desk: Desk, who: Any) -> list[str]:
    return [one.content for one in direct(desk, who)]


async def shown(desk: Desk, one: int) -> Any:
    """The card of a name, as a moderator has it."""
    return newest(await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}"))


async def test_an_approval_without_words_is_told_to_the_proposer_of_the_name(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        desk.server.stage.rest.lead = 0.0  # what is due in five minutes is not due yet
        one = await desk.propose("Harbour Watch")
        await desk.mo.click(await shown(desk, one), label="Approve")
        await desk.server.pass_(GATHERED - MINUTE)
        assert said(desk, desk.world.ben) == []
        await desk.server.pass_(2 * MINUTE)
        assert said(desk, desk.world.ben) == ["**Harbour Watch** is on the list for “Keep it safe”."]


async def test_approved_taken_back_declined_taken_back_and_held_is_one_message(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Harbour Watch")
        done = await desk.mo.click(await shown(desk, one), label="Approve")
        await desk.mo.click(newest(done), label="Undo")
        form = await desk.mo.click(await shown(desk, one), label="Decline")
        done = await desk.mo.submit_modal(form, {"preset": "fit"})
        await desk.mo.click(newest(done), label="Undo")
        form = await desk.mo.click(await shown(desk, one), label="Put on hold")
        await desk.mo.submit_modal(form, {"preset": "agreement", "told": "Write to us."})
        await desk.server.pass_(GATHERED + MINUTE)
        assert said(desk, desk.world.ben) == [
            "The moderators have put **Harbour Watch** on hold for “Keep it safe”.\n"
            "We're asking them if they agreed. Write to us."
        ]


async def test_a_message_survives_a_restart_and_is_sent_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for name in ("Harbour Watch", "Bridge Trust"):
            await desk.approve(await desk.propose(name))
        await desk.server.stage.restart()
        await desk.server.pass_(GATHERED + MINUTE)
        await desk.server.stage.restart()
        await desk.server.pass_(GATHERED + MINUTE)
        assert said(desk, desk.world.ben) == [
            "**Keep it safe**: the moderators decided on 2 names you proposed.\n"
            "- **Harbour Watch**: On the list.\n- **Bridge Trust**: On the list."
        ]


async def test_anyone_who_signs_gets_a_receipt_with_name_version_and_the_way_out(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        await desk.store.write(
            letter_texts.write, desk.moderator(), desk.now, desk.world.letter.id, "We ask you to keep it safe."
        )
        form = await ben.slash(desk.hall, "sign", **{"as": "myself"})
        typed = {"name": "Ben Hollow", "country": "France", "detail": "Bridge Trust", "authorised": True}
        answer = seen(await ben.submit_modal(form, typed))
        await desk.server.stage.tell()
        [receipt] = direct(desk, ben)
        assert receipt.content.startswith("You signed **Keep it safe**.\n")
        for shown in (answer, receipt.content):
            assert "We'll print this name: **Ben Hollow (Bridge Trust, France)**" in shown
            assert "You agreed to version 1 of the text." in shown
            assert "Changed your mind? Press *Show the name*, then *Remove my signature*" in shown
        card = newest(await ben.user.click(receipt, label="Show the name"))
        asked = await ben.user.click(card, label="Remove my signature")
        assert "**Remove your signature as Ben Hollow?**\nYou can sign again." in seen(asked)
        removed = seen(await ben.user.click(newest(asked), label="Remove my signature"))
        assert "**I've removed your signature.**" in removed
        await desk.server.stage.tell()
        assert len(direct(desk, ben)) == 1, "their own act is no news to them"


async def test_a_receipt_says_that_there_was_no_text_yet(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.sign("Ben Hollow", desk.world.ben)
        await desk.server.stage.tell()
        assert "There was no text yet when you signed." in said(desk, desk.world.ben)[0]


async def test_a_signature_that_was_withdrawn_before_it_was_sent_has_no_receipt(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        desk.server.stage.bot.publisher.nudge = lambda: None  # type: ignore[method-assign]
        one = await desk.sign("Ben Hollow", desk.world.ben)
        ben = desk.server.actor(desk.world.ben)
        await desk.store.write(proposals.cancel, ben, desk.now, one)
        del desk.server.stage.bot.publisher.nudge
        await desk.server.stage.tell()
        assert direct(desk, desk.world.ben) == []


def test_the_messages_stay_inside_the_limits() -> None:
    names = tuple(DecidedName(ROUGH[:200], state, ROUGH) for _ in range(10) for state in SignatoryState)
    for kind, facts in (
        (NoticeKind.DECIDED, {"decided": names}),
        (NoticeKind.DECIDED, {"decided": names[:1]}),
        (NoticeKind.SIGNED, {"text_number": BIG}),
    ):
        sheet = NoticeSheet(
            kind, BIG, START, START, late=True, letter=None, left=None, edition=None, growth=None,
            proposal=WORST, ping_role_id=None, status_card=None, facts=facts,
        )  # fmt: skip
        limits.check(notices.card(sheet, mark=str(BIG)))
    shown = proposer.decided(
        NoticeSheet(
            NoticeKind.DECIDED, BIG, START, START, late=False, letter=None, left=None, edition=None, growth=None,
            proposal=None, ping_role_id=None, status_card=None,
            facts={"decided": tuple(DecidedName(f"Name {n}", SignatoryState.APPROVED, "") for n in range(40))},
        ),
        "A letter",
    )  # fmt: skip
    assert shown[0] == "**A letter**: the moderators decided on 40 names you proposed."
    assert shown[-1] == "-# and 25 more: /mine shows them."
