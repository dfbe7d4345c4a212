"""Ready-made posts through the real bot: from the panel to the letter's card, copied and never posted."""

from pathlib import Path

from cogs.ui.cards import sharing as cards
from models.sheets.sharing import ReadyPost, ShareSheet
from tests import limits
from tests.cogs.coordinator import manage, published
from tests.cogs.desk import BIG, ROUGH, a_desk
from tests.cogs.server import START, newest, seen


async def test_members_find_the_posts_on_the_letters_card_once_a_moderator_wants_them(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ana = desk.world.ana
        await published(desk)
        assert "Ready-made posts are switched off" in seen(await ana.slash(desk.hall, "letter share"))
        panel = newest(await manage(desk, "panel"))
        tab = desk.server.stage.answer(await desk.mo.click(panel, label="Ask, talk, share"))
        assert "Ready-made posts switched on." in seen(
            await desk.mo.click(tab, label="Switch on ready-made posts")
        )
        before = len(desk.server.stage.messages(desk.hall))
        status = await ana.slash(desk.hall, "letter status")
        shown = seen(await ana.click(newest(status), label="Share"))
        assert "X (" in shown
        assert "“Keep it safe”, to The Minister: 0 signatories (as of 13 Feb 2025, 09:00 UTC)." in shown
        assert len(desk.server.stage.messages(desk.hall)) - before == 0, "nothing is posted"


def test_the_card_fits_with_the_longest_posts() -> None:
    texts = tuple(ReadyPost((ROUGH * 20)[:500], (("LinkedIn", 500, 3000),)) for _ in range(6))
    languages = ("de", "en", "es", "fr", "it", "nl", "pt")
    limits.check(cards.ready(ShareSheet(BIG, BIG, ROUGH[:200], "en", languages, languages, texts, START)))
