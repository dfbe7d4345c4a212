"""The list of moderators' acts, through the real bot."""

from pathlib import Path

import pytest

from cogs.ui.cards import acts as cards
from models.acts import Act
from models.sheets import ActLine, ActsSheet
from tests import limits
from tests.cogs.desk import BIG, ROUGH, a_desk
from tests.cogs.server import START, newest, seen


async def test_what_one_moderator_did_alone_is_on_the_list(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.enter("Hill *Fund*")
        await desk.approve(one)
        for number in range(6):
            await desk.enter(f"Other {number}")
        panel = await desk.ike.slash(desk.hall, "roster acts")
        assert "**1 of the 1 names on the list was entered and approved by the same person.**" in seen(panel)
        older = seen(await desk.ike.click(newest(panel), label="Older"))
        assert (
            f"<@{desk.mo.id}> approved: Hill \\*Fund\\* (**entered and approved by the same person**)" in older
        )
        assert "It takes" not in older


def test_the_card_stays_inside_the_limits() -> None:
    line = ActLine(START, Act.PUBLICATION_CALLED_OFF, BIG, False, ROUGH, ROUGH, alone=True, override=True)
    drawn = cards.card(ActsSheet(BIG, 2**31, ROUGH, (line,) * 10, 99999, 9999, 5, 9))
    limits.check(drawn)
    said = limits.text_of(drawn)
    assert said.count("@everyone") == said.count(r"\@everyone"), "what someone typed is escaped, the reason too"


@pytest.mark.parametrize(
    ("page", "pages", "labels"),
    [
        (1, 1, []),
        (1, 2, ["Older"]),
        (1, 73, ["Older", "Earliest"]),
        (2, 73, ["Newer", "Older", "Earliest"]),
        (40, 73, ["Latest", "Newer", "Older", "Earliest"]),
        (73, 73, ["Latest", "Newer"]),
    ],
)
def test_both_ends_of_a_long_list_are_one_press_away(page: int, pages: int, labels: list[str]) -> None:
    line = ActLine(START, Act.LIST_IMPORTED, 1, False, "", "", alone=False, override=False, names=18)
    drawn = cards.card(ActsSheet(1, 1, "A letter", (line,), 0, 0, page, pages))
    parts = limits.walk(drawn.view.to_components())
    assert [part["label"] for part in parts if "label" in part] == [*labels, "Lock the letter"]
    assert "list imported (18 names)" in limits.text_of(drawn)
