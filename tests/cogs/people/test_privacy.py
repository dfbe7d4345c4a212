"""Privacy through the real bot: one's own data as a file, and being erased."""

import json
from pathlib import Path

from sqlmodel import Session, select

from cogs.ui.cards import privacy as cards
from cogs.ui.layout import Document
from models.database.store import Store
from models.database.tables import Participant
from models.operations.retention import Retention
from models.sheets import ErasureSheet
from tests import limits
from tests.cogs.desk import BIG, ROUGH, a_desk
from tests.cogs.lists.exporting import file
from tests.cogs.server import newest, seen

ERASE = "Delete my data"


async def test_ones_own_data_comes_as_one_file(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.propose("Riverlight")
        await desk.enter("Someone else's")
        said = await desk.world.ben.slash(desk.hall, "privacy export")
        data = json.loads(await file(said))
        assert data["you"] == str(desk.world.ben.id)
        assert [row["name"] for row in data["names proposed"]] == ["Riverlight"]
        assert newest(said).ephemeral


async def test_erasing_asks_first_and_then_leaves_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        one = await desk.sign("Ben Brook", ben)
        asked = await ben.slash(desk.hall, "privacy erase")
        assert "Your own signature stays as well: Ben Brook" in seen(asked)
        assert await people(desk.store, ben.id) == 1
        done = await ben.click(newest(asked), label=ERASE)
        assert "I've deleted your data here." in seen(done)
        assert await people(desk.store, ben.id) == 0
        assert "Ben Brook" in seen(await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}"))
        again = await ben.slash(desk.hall, "privacy erase")
        assert "I store nothing about you here." in seen(again)


async def test_a_moderator_whose_proposals_wait_is_told_what_to_do_first(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.propose("Riverlight", who=desk.mo)
        asked = await desk.mo.slash(desk.hall, "privacy erase")
        assert "still waiting for a decision: Riverlight. Once I've deleted your data" in seen(asked)
        assert ERASE not in seen(asked)


def test_the_cards_stay_inside_the_limits() -> None:
    worst = ErasureSheet(BIG, 9999, 99999, (ROUGH[:200],) * 20, nothing=False)
    for card in (
        cards.asked(worst, Retention()),
        cards.erased(worst),
        cards.exported(Document("my-data.json", b"{}")),
    ):
        limits.check(card)


async def people(store: Store, user_id: int) -> int:
    def count(session: Session) -> int:
        return len(session.exec(select(Participant).where(Participant.user_id == user_id)).all())

    return await store.read(count)
