"""How the list grew, through the real bot: a picture with its figures in words."""

from pathlib import Path

from tests.cogs.coordinator import published
from tests.cogs.desk import a_desk, parts
from tests.cogs.lists.exporting import on_the_list, roster
from tests.cogs.server import newest, seen


async def test_growth_comes_as_one_picture_with_its_figures_in_words(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.stage.skip(3 * 3600)
        await on_the_list(desk, "Riverlight")
        said = await roster(desk, "growth")
        figures = "13 Feb 09:00 UTC: 0; 13 Feb 12:0"
        assert figures in seen(said)
        [drawn] = newest(said).attachments
        assert drawn.filename == "growth.png"
        assert (await drawn.read())[:4] == b"\x89PNG"
        [item] = [item for part in parts(newest(said)) for item in part.get("items", ())]
        assert item["description"].startswith(f"How the list grew. {figures}")


async def test_the_closing_report_brings_list_and_growth(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(announcements_id=desk.hall.id)
        await on_the_list(desk, "Riverlight")
        await published(desk)
        await desk.server.pass_(3 * 24 * 3600 + 10)
        report = desk.server.stage.messages(desk.hall)[-1]
        assert "the final list is out" in report.content
        assert "How the list grew: 13 Feb 09:00 UTC: 1; 16 Feb 09:00 UTC: 1" in report.content
        files = report.attachments
        assert [one.filename for one in files] == ["list-2.txt", "growth.png"]
        assert "1. Riverlight" in (await files[0].read()).decode()
