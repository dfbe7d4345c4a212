"""A letter is published through the real bot: previewed, confirmed, planned, called off."""

from datetime import timedelta
from pathlib import Path

from models.refusal import Reason
from tests.cogs.coordinator import DAY, announced, confirm, heard, manage, stored, worded
from tests.cogs.desk import a_desk, refused
from tests.cogs.server import START, seen


async def test_a_preview_says_what_is_published_and_one_press_publishes_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "The letter has no text yet" in seen(await manage(desk, "publish"))
        await heard(desk)
        await worded(desk)
        await desk.approve(await desk.propose("Riverlight"))
        await desk.propose("Unsure", agreed=False)
        shown = await manage(desk, "publish")
        assert "**Publish now?**" in seen(shown)
        assert "I'll announce this, but I won't ping anyone." in seen(shown)
        assert "**1 signed**: 1 organisation" in seen(shown)
        assert "Text version 1, <t:1739437200:D>, in English" in seen(shown)
        assert "1 name in review won't be on this list" in seen(shown)
        assert (await stored(desk)).published_at is None
        assert "**The letter is published.**" in await confirm(desk, shown, "Publish now")
        assert (await stored(desk)).published_at == START
        assert "**Keep it safe** is published." in (await announced(desk))[-1]
        assert "already published" in seen(await manage(desk, "publish"))


async def test_whoever_publishes_while_nobody_has_signed_is_told_so_first(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        asked = await manage(desk, "publish")
        assert seen(asked).strip().startswith("**Nobody has signed yet.**\n**Publish now?**")
        waits = await desk.propose("Unsure")
        panel = seen(await manage(desk, "panel"))
        assert "**Next: review the names waiting**" in panel
        assert "Nobody has signed yet." in panel
        await desk.approve(waits)
        assert "Nobody has signed" not in seen(await manage(desk, "publish"))
        panel = seen(await manage(desk, "panel"))
        assert "**Next: publish the letter**" in panel
        assert "Nobody has signed" not in panel


async def test_a_text_rewritten_since_it_was_shown_is_not_published_unseen(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        shown = await manage(desk, "publish")
        await worded(desk, "Another wording.")
        assert "This has changed" in await confirm(desk, shown, "Publish now")
        assert (await stored(desk)).published_at is None


async def test_a_publication_is_planned_and_happens_by_itself(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        shown = await manage(desk, "publish", day="2025-02-14", time="10:00", zone="Paris")
        assert "When: Friday 14 February 2025, 10:00 in Europe/Paris: " in seen(shown)
        assert "**I'll publish the letter at the planned time.**" in await confirm(
            desk, shown, "Publish at that time"
        )
        sheet = await stored(desk)
        assert (sheet.published_at, sheet.publish_at) == (None, START + timedelta(days=1))
        await desk.server.pass_(DAY + 1)
        assert (await stored(desk)).published_at is not None


async def test_a_planned_publication_is_called_off(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        await confirm(desk, await manage(desk, "publish", day="2025-02-14"), "Publish at that time")
        shown = await manage(desk, "publish")
        assert "Publication is currently planned for <t:1739577599:F>" in seen(shown)
        assert "I won't publish the letter" in await confirm(desk, shown, "Cancel planned publication")
        assert (await stored(desk)).publish_at is None
        again = desk.hand_in("window.call-off", desk.moderator(), desk.world.letter.id)
        assert await refused(again) is Reason.NOTHING_PLANNED
        await desk.server.pass_(DAY)
        assert (await stored(desk)).published_at is None
