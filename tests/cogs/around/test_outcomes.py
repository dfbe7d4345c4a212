"""Delivered and answered through the real bot: recorded from the panel, read on the card, posted once."""

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from cogs.ui.cards import outcomes as cards
from tests import limits
from tests.cogs.coordinator import manage, published
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import START, newest, seen
from tests.cogs.worst import WORST_LETTER

SAID = {"said": "We withdraw *the notice*.", "link": "https://example.org/answer"}


async def around(desk: Desk) -> Any:
    """The panel with *Ask, talk, share* opened."""
    panel = newest(await manage(desk, "panel"))
    return desk.server.stage.answer(await desk.mo.click(panel, label="Ask, talk, share"))


async def delivered(desk: Desk, **answers: str) -> Any:
    """What a moderator reads after recording a delivery."""
    form = await desk.mo.click(await around(desk), label="Record a delivery")
    empty = {"to": "The Minister", "how": "by hand", "day": "", "hour": "", "zone": ""}
    return await desk.mo.submit_modal(form, empty | answers)


async def test_it_is_recorded_from_the_panel_read_on_the_card_and_posted_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(announcements_id=desk.hall.id, moderator_role_id=desk.role.id)
        await published(desk)
        assert "**Delivered** to The Minister" in seen(await delivered(desk))
        form = await desk.mo.click(await around(desk), label="Record the answer")
        told = await desk.mo.submit_modal(form, SAID)
        assert "We got an answer on 13 February 2025" in seen(told)
        status = seen(await desk.world.ana.slash(desk.hall, "letter status"))
        assert r"“We withdraw \*the notice\*.” <https://example.org/answer>" in status
        assert "I'll announce the delivery, and the answer if there is one." in seen(
            await desk.mo.click(newest(told), label="Post it in announcements")
        )
        await desk.server.stage.tell()
        posts = [
            one.content for one in desk.server.stage.messages(desk.hall) if "We've had an answer" in one.content
        ]
        assert len(posts) == 1
        again = await desk.mo.click(await around(desk), label="Tell everyone")
        assert "I've posted this in the announcements channel" in seen(again)
        gone = await desk.mo.click(newest(again), label="Remove the answer")
        assert "**I've removed the answer.**" in seen(gone)


async def test_a_day_is_read_as_people_write_it_and_one_that_moves_with_today_is_refused(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await desk.server.pass_(36 * 3600)
        at = f"<t:{int(START.replace(day=14, hour=14).timestamp())}:F>"
        assert at in seen(await delivered(desk, day="14 February", hour="14:00", zone="UTC"))
        refused = await delivered(desk, day="Friday")
        assert "don't understand the day Friday" in seen(refused)
        assert "Friday" in str((await desk.mo.click(newest(refused), label="Correct what I typed")).modal)
        assert "Write it like today, yesterday or 18 February 2025." in seen(refused)


async def test_the_day_of_a_delivery_is_read_as_one_that_lies_back(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await desk.server.pass_(36 * 3600)  # it is the 15th, 00:00 or so
        for day in ("tomorrow", "20 March 2025", "20 March", "in 7 days"):
            assert "You can't record a delivery before it has happened." in seen(
                await delivered(desk, day=day)
            ), day
        for day in ("2025-02-01", "1 February", "1 February 2021"):
            said = seen(await delivered(desk, day=day))
            assert "The letter was published" in said, day
            assert "Choose a later one" not in said
        noon = int(START.replace(day=14, hour=12, minute=0, second=0).timestamp())
        for day in ("14 February 12:00 UTC", f"<t:{noon}>", "14 February"):
            assert f"<t:{noon}:F>" in seen(
                await delivered(desk, day=day, zone="UTC" if day[0] == "1" else "")
            ), day
        assert "leave it blank for noon" in seen(await delivered(desk, day="14 February", hour="later"))


async def test_yesterday_is_the_day_before_where_the_letter_is(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await desk.server.pass_(60 * 3600)
        now = desk.server.stage.env.now()
        for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
            day = (now.astimezone(ZoneInfo(zone)) - timedelta(days=1)).date()
            noon = int(datetime.combine(day, time(12), ZoneInfo(zone)).timestamp())
            assert f"<t:{noon}:F>" in seen(await delivered(desk, day="yesterday", zone=zone)), zone
        told = seen(await delivered(desk, hour="00:01", zone="UTC"))
        assert f"<t:{int(now.replace(hour=0, minute=1, second=0, microsecond=0).timestamp())}:F>" in told
        assert "I've recorded the delivery." in seen(
            await delivered(desk, day="today", zone="Pacific/Pago_Pago")
        )


async def test_an_old_button_for_an_answer_says_that_a_delivery_comes_first_and_keeps_the_words(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        told = await delivered(desk)
        form = await desk.mo.click(newest(told), label="Record the answer")
        gone = await desk.mo.click(newest(told), label="Remove the delivery")
        assert "**I've removed the delivery.**" in seen(gone)
        refused = await desk.mo.submit_modal(form, SAID)
        assert "You haven't recorded a delivery yet" in seen(refused)
        assert "We withdraw" in str((await desk.mo.click(newest(refused), label="Correct what I typed")).modal)


def test_every_card_of_an_outcome_fits_with_the_longest_words() -> None:
    limits.check(cards.outcome(WORST_LETTER, "I've recorded who agreed."))
    limits.check(cards.outcome(replace(WORST_LETTER, published_at=START), "I've recorded who agreed."))
