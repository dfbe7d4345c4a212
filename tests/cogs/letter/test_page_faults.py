"""The letter's page where something else than the bot changed it, and where part of the work fails."""

from pathlib import Path

import pytest

from cogs.background import page_folder
from models.publishing.page import engine
from tests import pages
from tests.cogs.coordinator import manage
from tests.cogs.desk import Desk, a_desk
from tests.cogs.letter.paging import on_the_web, place, remove
from tests.cogs.server import newest
from tests.until import until


async def two_names(desk: Desk) -> int:
    """Riverlight and Quay Watch stand on the page; the id of the second."""
    await on_the_web(desk, "Riverlight")
    one = await desk.enter("Quay Watch")
    await desk.approve(one)
    await desk.server.stage.tell()
    return one


@pytest.mark.log_errors
async def test_a_page_that_cannot_be_written_holds_up_no_removal_on_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_desk(tmp_path) as desk:
        one = await two_names(desk)
        (place(desk).parent / ".letter-9").mkdir()
        remove_page = page_folder.PageFolder.remove

        def refuses(self: page_folder.PageFolder, name: str) -> None:
            if name == "letter-9":
                raise PermissionError(13, "Permission denied", name)
            remove_page(self, name)

        monkeypatch.setattr(page_folder.PageFolder, "remove", refuses)
        await remove(desk, one)
        assert pages.names(pages.read(place(desk))) == ["Riverlight"]
        assert "Permission denied" in desk.server.stage.bot.pages.failed


@pytest.mark.log_errors
async def test_a_state_with_a_removed_name_that_could_not_be_deleted_goes_with_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_desk(tmp_path) as desk:
        one = await two_names(desk)

        def refuses(_folder: object, _name: str) -> None:
            raise PermissionError(13, "Permission denied")

        def holding() -> list[Path]:
            root = place(desk).parent
            return [one for one in root.rglob("*") if one.is_file() and b"Quay Watch" in one.read_bytes()]

        with monkeypatch.context() as patch:
            patch.setattr(page_folder.PageFolder, "tidy", refuses)
            await remove(desk, one)
            assert holding()
        await desk.server.stage.tell()
        assert holding() == []


async def test_a_page_that_is_gone_or_of_another_process_is_written_again(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        place(desk).unlink()
        await desk.server.stage.tell()
        assert pages.names(pages.read(place(desk))) == ["Riverlight"]
        late = page_folder.PageFolder(place(desk).parent)
        late.put(f"letter-{desk.world.letter.id}", {"index.html": b"late"}, (), "what another process knew")
        await desk.server.stage.tell()
        assert pages.names(pages.read(place(desk))) == ["Riverlight"]


async def test_whoever_does_not_lead_removes_no_page(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        bot = desk.server.stage.bot
        leads, bot.leads = bot.leads, lambda: False
        page_folder.PageFolder(place(desk).parent).put("letter-9", {"index.html": b"new"}, (), "new")
        bot.pages.nudge()
        await until(lambda: bot.pages._rounds.task is None or bot.pages._rounds.task.done())
        assert (place(desk).parent / "letter-9").exists()
        bot.leads = leads


async def test_after_a_restore_a_list_of_the_same_number_is_written_anew(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        shown = place(desk)
        folder, name = page_folder.PageFolder(shown.parent), shown.name
        other = pages.read(shown) | {"lists/list-1.html": b"of another time", "lists/list-1.json": b"{}"}
        folder.put(name, other, (), f"{engine.version()} another list no. 1")
        await desk.server.stage.restart()
        await desk.server.stage.tell()
        assert b"Riverlight" in pages.read(shown)["lists/list-1.html"]


async def test_a_page_that_comes_back_says_nothing_of_when_it_was_there_before(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        await confirm_off(desk)
        assert desk.server.stage.bot.pages.written == {}


async def confirm_off(desk: Desk) -> None:
    asked = await desk.mo.click(newest(await manage(desk, "page")), label="Take it off the web…")
    await desk.mo.click(desk.server.stage.answer(asked), label="Take it off the web")
