"""Delivered and answered through the real bot: recorded from the panel, read on the card, posted once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

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
        assert "The answer of 13 February 2025" in seen(told)
        status = seen(await desk.world.ana.slash(desk.hall, "letter status"))
        assert r"“We withdraw \*the notice\*.” <https://example.org/answer>" in status
        assert "It will be posted." in seen(await desk.mo.click(newest(told), label="Post it in announcements"))
        await desk.server.stage.tell()
        posts = [one.content for one in desk.server.stage.messages(desk.hall) if "was answered" in one.content]
        assert len(posts) == 1
        again = seen(await desk.mo.click(await around(desk), label="Tell everyone"))
        assert "Posted in the announcements channel" in again


async def test_a_day_is_read_as_people_write_it_and_one_that_moves_with_today_is_refused(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await desk.server.pass_(36 * 3600)
        at = f"<t:{int(START.replace(day=14, hour=14).timestamp())}:F>"
        assert at in seen(await delivered(desk, day="14 February", hour="14:00", zone="UTC"))
        refused = await delivered(desk, day="Friday")
        assert "can't read Friday as a day" in seen(refused)
        assert "Friday" in str((await desk.mo.click(newest(refused), label="Correct it")).modal)
        assert "Choose a time before" in seen(await delivered(desk, day="20 March 2025"))


async def test_an_old_button_for_an_answer_says_that_a_delivery_comes_first_and_keeps_the_words(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        told = await delivered(desk)
        form = await desk.mo.click(newest(told), label="Record the answer")
        await desk.mo.click(newest(told), label="Take back the delivery")
        refused = await desk.mo.submit_modal(form, SAID)
        assert "No delivery is recorded yet" in seen(refused)
        assert "We withdraw" in str((await desk.mo.click(newest(refused), label="Correct it")).modal)


def test_every_card_of_an_outcome_fits_with_the_longest_words() -> None:
    limits.check(cards.outcome(WORST_LETTER, "Recorded."))
    limits.check(cards.outcome(replace(WORST_LETTER, published_at=START), "Recorded."))
