"""The journal's digest through the real bot: for moderators, to keep."""

from pathlib import Path

from cogs.ui.cards import lists as cards
from models.sheets import ChainSheet
from tests import limits
from tests.cogs.desk import a_desk
from tests.cogs.lists.exporting import roster
from tests.cogs.server import START, seen


async def test_a_moderator_gets_the_digest(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.enter("Riverlight")
        said = seen(await roster(desk, "journal"))
        assert "**The journal is intact:" in said
        assert len(said.split("```")[1].strip()) == 64


def test_a_broken_journal_is_said_and_gives_no_digest() -> None:
    broken = cards.journal(ChainSheet(2**63 - 1, 3, 0, 0, "0" * 64, START, 0, broken_at=4))
    limits.check(broken)
    assert "broken at entry 4" in limits.text_of(broken)
    assert "0000" not in limits.text_of(broken)
