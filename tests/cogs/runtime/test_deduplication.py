"""An event that Discord delivers twice is served once."""

from pathlib import Path
from typing import Any

import pytest

from cogs.runtime import deduplication
from models.terms import Choice
from tests.cogs.desk import a_desk
from tests.cogs.server import seen
from tests.cogs.vote import a_vote


def test_the_second_delivery_of_an_interaction_is_known() -> None:
    known = deduplication.RecentInteractions()
    assert [known.first(one) for one in (1, 2, 1, 3, 2)] == [True, True, False, True, False]


def test_only_the_last_ones_are_remembered() -> None:
    known = deduplication.RecentInteractions()
    assert all(known.first(one) for one in range(deduplication.KNOWN + 1))
    assert known.first(0)
    assert not known.first(deduplication.KNOWN)


async def test_a_press_that_comes_twice_is_answered_once(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        card, ana = world.card(), world.voters[0]
        world.stage.forget_traffic()
        press = (ana, card, world.address(Choice.FOR))
        world.stage.press_at_once([press, press])
        await world.stage.env.settle()
        asked = [(one.method, one.path.rsplit("/", 1)[-1]) for one in world.stage.env.http_requests]
        assert asked.count(("POST", "callback")) == 1
        assert asked.count(("PATCH", "@original")) == 0


async def test_a_form_that_comes_twice_is_not_told_that_it_is_a_duplicate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_desk(tmp_path) as desk:
        stage, came = desk.server.stage, list[Any]()
        submitted = stage.bot.router.submitted

        async def kept(interaction: Any) -> None:
            came.append(interaction)
            await submitted(interaction)

        monkeypatch.setattr(stage.bot.router, "submitted", kept)
        form = await desk.world.ben.slash(desk.hall, "propose", kind="company", country="-")
        assert "**Proposed" in seen(await desk.world.ben.submit_modal(form, {"name": "Riverlight"}))
        before = len(stage.env.http_requests)
        await submitted(came[0])
        await stage.env.settle()
        assert len(stage.env.http_requests) == before


async def test_a_command_that_comes_twice_runs_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_desk(tmp_path) as desk:
        tree, came = desk.server.stage.bot.tree, list[Any]()
        check = tree.interaction_check

        async def kept(interaction: Any) -> bool:
            came.append(interaction)
            return bool(await check(interaction))

        monkeypatch.setattr(tree, "interaction_check", kept)
        await desk.world.ben.slash(desk.hall, "help")
        assert len(came) == 1
        assert not await check(came[0])
