"""The dates beside the close through the real bot: a panel, each date its own field, echoed, confirmed, announced."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cogs.ui.cards import dates as cards
from models.sheets import Deadline
from models.terms import Milestone
from tests import limits
from tests.cogs.coordinator import announced, confirm, manage, stored
from tests.cogs.desk import Desk, a_desk, parts
from tests.cogs.server import START, newest, seen
from tests.cogs.worst import WORST_LETTER

SOFT = datetime(2025, 2, 14, 17, 0, tzinfo=UTC)


async def asked(desk: Desk, which: Milestone, day: str, hour: str = "") -> object:
    """The panel, one of its buttons, and its form sent in; what is then shown."""
    panel = newest(await manage(desk, "dates"))
    ids = [part["custom_id"] for part in parts(panel) if f":{which.value}" in str(part.get("custom_id"))]
    opened = await desk.mo.click(panel, custom_id=ids[0])
    return await desk.mo.submit_modal(opened, {"day": day, "hour": hour, "zone": ""})


async def test_a_date_is_echoed_then_set_shown_and_announced_and_can_be_cleared(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(announcements_id=desk.hall.id)
        panel = seen(await manage(desk, "dates"))
        assert "**Soft deadline**: not set" in panel
        assert "**End of review**: 24 hours after the letter closes" in panel
        shown = await asked(desk, Milestone.SOFT, "tomorrow 17:00")
        assert "New date: Friday 14 February 2025, 17:00 in UTC: <t:1739552400:F> (<t:1739552400:R>)" in seen(
            shown
        )
        assert (await stored(desk)).milestones == {}
        said = await confirm(desk, shown, "Set this date")
        assert "**The soft deadline is set.**" in said
        assert (await stored(desk)).milestones == {Milestone.SOFT: SOFT}
        assert "Soft deadline: <t:1739552400:F>" in seen(await desk.mo.slash(desk.hall, "letter status"))
        assert (await announced(desk))[-1].startswith(
            "**Keep it safe**: the soft deadline is now <t:1739552400:F>"
        )
        panel = await manage(desk, "dates")
        assert "**There's no soft deadline now.**" in seen(
            await desk.mo.click(newest(panel), label="Clear the soft deadline")
        )
        assert (await stored(desk)).milestones == {}
        assert (await announced(desk))[-1] == "**Keep it safe** no longer has a soft deadline."


async def test_a_date_that_cannot_be_is_refused_and_what_was_typed_comes_back(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await asked(desk, Milestone.REVIEW, "tomorrow")
        assert "Choose a time after <t:1739610000:F>" in seen(answer)
        assert "tomorrow" in str((await desk.mo.click(newest(answer), label="Correct what I typed")).modal)


async def test_a_reading_of_a_date_goes_on_to_the_echo(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(announcements_id=desk.hall.id)
        answer = await asked(desk, Milestone.DELIVERY, "next Monday", "noon")
        answer = await asked(desk, Milestone.DELIVERY, "next Friday", "noon")
        shown = await desk.mo.click(newest(answer), label="Friday 21 February 2025, 12:00 in UTC")
        assert "**Delivery: set this date?**" in seen(shown)
        assert "**The delivery date is set.**" in await confirm(desk, shown, "Set this date")
        assert (await stored(desk)).milestones == {Milestone.DELIVERY: START + timedelta(days=8, hours=3)}
        await confirm(desk, await asked(desk, Milestone.DELIVERY, "22 February 2025", "noon"), "Set this date")
        assert (await announced(desk))[-1].endswith("The old date was <t:1740139200:F>.")


async def test_what_was_shown_before_the_close_moved_sets_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        shown = await asked(desk, Milestone.SOFT, "tomorrow 17:00")
        moved = await manage(desk, "extend", day="in 4 days")
        await confirm(desk, moved, "Move the deadline")
        assert "This has changed" in await confirm(desk, shown, "Set this date")
        assert (await stored(desk)).milestones == {}


async def test_an_extension_says_which_dates_it_drops(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await confirm(desk, await asked(desk, Milestone.REVIEW, "17 Feb", "noon"), "Set this date")
        shown = seen(await manage(desk, "extend", day="18 Feb"))
        assert "This also removes dates that don't fit the new deadline: review end date." in shown
        assert "also removes dates" not in seen(await manage(desk, "extend", day="16 Feb"))


async def test_the_longest_cards_fit() -> None:
    read = Deadline(START, "America/Argentina/ComodRivadavia", date_only=True, clock="UTC-12")
    for which in Milestone:
        limits.check(cards.echo(WORST_LETTER, which, read))
    limits.check(cards.panel(WORST_LETTER, "There's no soft deadline now."))
