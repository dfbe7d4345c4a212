"""Suggestions through the real bot: found under the text, decided beside the passage, heard of by who made them."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from cogs.ui.cards import suggestions as cards
from models.letter_parts import SuggestionState
from models.sheets.suggestions import OwnSuggestions, SuggestionSheet
from models.strings.diff import DiffPiece
from tests import limits
from tests.cogs.coordinator import manage, worded
from tests.cogs.desk import BIG, ROUGH, Desk, a_desk
from tests.cogs.server import START, newest, seen

TYPED = {"passage": "It breaks what it claims", "wording": "It breaks all it claims", "reason": "Stronger"}


async def prepared(desk: Desk) -> None:
    """A text, a moderators' channel, and suggestions switched on from the panel."""
    await desk.server.set_up(moderators_id=desk.hall.id, moderator_role_id=desk.role.id)
    await worded(desk)
    panel = newest(await manage(desk, "panel"))
    tab = desk.server.stage.answer(await desk.mo.click(panel, label="Ask, talk, share"))
    assert "Suggestions switched on." in seen(await desk.mo.click(tab, label="Switch on suggestions"))


async def suggested(desk: Desk, who: Any, **more: str) -> Any:
    """What a member reads who suggests from under the text."""
    text = newest(await who.slash(desk.hall, "letter text"))
    own = await who.click(text, label="Suggest a change")
    form = await who.click(newest(own), label="New suggestion")
    return await who.submit_modal(form, TYPED | more)


async def test_a_member_suggests_under_the_text_and_hears_what_moderators_decide(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await prepared(desk)
        ben, stage = desk.world.ben, desk.server.stage
        assert "waiting for the moderators" in seen(await suggested(desk, ben))
        await stage.tell()
        [told] = [one for one in stage.messages(desk.hall) if "members have suggested changes" in one.content]
        shown = await desk.mo.click(told, label="Read suggestions")
        assert "It breaks ~~what~~ **all** it claims" in seen(shown)
        accepted = seen(await desk.mo.click(newest(shown), label="Accept"))
        assert "The text hasn't changed yet" in accepted
        assert "Edit the text" in accepted
        await stage.tell()
        [heard] = [one for one in stage.messages(ben.user.dm_channel) if "was accepted" in one.content]
        assert "accepted" in seen(await ben.user.click(heard, label="See my suggestions"))


async def test_a_decline_needs_a_reason_which_the_member_reads(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await prepared(desk)
        await suggested(desk, desk.world.ana, wording="")
        tab = await desk.mo.click(newest(await manage(desk, "panel")), label="Ask, talk, share")
        shown = await desk.mo.click(desk.server.stage.answer(tab), label="Read suggestions")
        assert "~~It breaks what it claims~~" in seen(shown)
        form = await desk.mo.click(newest(shown), label="Decline…")
        assert "**Suggestion declined.**" in seen(await desk.mo.submit_modal(form, {"told": "We need it"}))
        own = await desk.world.ana.click(
            newest(await desk.world.ana.slash(desk.hall, "letter text")), label="Suggest a change"
        )
        assert "declined (We need it" in seen(own)


async def test_a_suggestion_that_comes_after_the_first_signature_is_refused_and_kept(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await prepared(desk)
        ana = desk.world.ana
        text = newest(await ana.slash(desk.hall, "letter text"))
        form = await ana.click(newest(await ana.click(text, label="Suggest a change")), label="New suggestion")
        await desk.sign("Ben Hollow", desk.world.ben)
        refused = await ana.submit_modal(form, TYPED)
        assert "Somebody has signed this text" in seen(refused)
        assert "Stronger" in seen(refused) or "Correct what I typed" in seen(refused), "nothing typed is lost"
        assert "Suggest a change" not in seen(await ana.slash(desk.hall, "letter text"))


def test_every_card_of_suggestions_fits_with_the_longest_words() -> None:
    long = (ROUGH * 30)[:1000]
    pieces = (DiffPiece("gone", long), DiffPiece("new", long))
    worst = SuggestionSheet(
        BIG, BIG, BIG, ROUGH[:200], long, long, ROUGH[:500], pieces, BIG, START, SuggestionState.OPEN, ROUGH[:500],
        stands=False, number=2, open=9,
    )  # fmt: skip
    own = OwnSuggestions(BIG, BIG, ROUGH[:200], (worst,) * 5)
    for card in (cards.waiting(worst), cards.waiting(replace(worst, wording="")), cards.mine(own, "Sent.")):
        limits.check(card)
    limits.check(cards.decided(replace(worst, state=SuggestionState.ACCEPTED)))
