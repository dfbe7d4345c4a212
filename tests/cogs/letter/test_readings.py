"""A deadline with several readings through the real bot: each is a button, and a press goes on with it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from cogs.ui.cards.window import Move
from models.coalitions import setup
from models.letters import letters
from models.refusal import Reason
from tests.cogs.coordinator import confirm, manage, stored, worded
from tests.cogs.desk import Desk, a_desk, parts, refused
from tests.cogs.server import START, newest, seen

TWICE = {"day": "26 October 2025", "hour": "1:30", "zone": "London"}
SECOND = datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
LABEL = "Sunday 26 October 2025, 01:30 in Europe/London (UTC)"


def labels(result: Any) -> list[str]:
    return [part["label"] for part in parts(newest(result)) if part.get("label")]


async def created(desk: Desk, **typed: str) -> Any:
    form = {"title": "Twice told", "addressee": "The Council"}
    return await desk.mo.submit_modal(await manage(desk, "create"), {**form, **typed})


async def titles(desk: Desk) -> list[str]:
    return [one.title for one in await desk.store.read(letters.list_, desk.moderator())]


@pytest.mark.log_errors
async def test_a_form_that_a_press_sends_again_is_kept_where_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await created(desk, **TWICE)
        monkeypatch.setattr(setup, "moderating", Mock(side_effect=TimeoutError))
        failed = await desk.mo.click(newest(answer), label=LABEL)
        assert "Something went wrong on my side" in seen(failed)
        monkeypatch.undo()
        assert "Twice told" in str((await desk.mo.click(newest(failed), label="Correct what I typed")).modal)
    caplog.clear()


async def test_a_press_of_a_reading_sends_the_form_with_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await created(desk, **TWICE)
        assert "The clocks go back then" in seen(answer)
        assert labels(answer) == [
            "Sunday 26 October 2025, 01:30 in Europe/London (UTC+1)",
            LABEL,
            "Correct what I typed",
        ]
        assert await titles(desk) == ["Keep it safe"]
        await desk.server.stage.restart()
        done = await desk.mo.click(newest(answer), label=LABEL)
        assert "Deadline: Sunday 26 October 2025, 01:30 in Europe/London: <t:1761442200:F>" in seen(done)
        assert sorted(await titles(desk)) == ["Keep it safe", "Twice told"]
        again = desk.hand_in("draft.reading", desk.moderator(), 1, int(SECOND.timestamp()))
        assert await refused(again) is Reason.DRAFT_GONE
        assert len(await titles(desk)) == 2


async def test_a_form_says_all_that_is_wrong_with_it_at_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await created(desk, title=" ", day="03/04", hour="25:99", zone="Mars")
        for said in ("the time zone Mars", "the time 25", "Which day do you mean?", "fill in *Title*"):
            assert said in seen(answer)
        assert labels(answer) == ["Correct what I typed"]


async def test_a_form_that_is_refused_again_after_that_is_still_not_lost(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await created(desk, title=" ", **TWICE)
        said = await desk.mo.click(newest(answer), label=LABEL)
        assert "You left out *Title*." in seen(said)
        opened = await desk.mo.click(newest(said), label="Correct what I typed")
        assert f"<t:{int(SECOND.timestamp())}>" in str(opened.modal)
        assert "The Council" in str(opened.modal)


async def test_a_form_that_was_corrected_is_used_up_and_its_old_dates_make_nothing_more(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        first = await created(desk, **TWICE)
        typed = {"title": "Twice told", "addressee": "The Council"}

        async def corrected(answer: Any, **changed: str) -> Any:
            opened = await desk.mo.click(newest(answer), label="Correct what I typed")
            return await desk.mo.submit_modal(opened, {**typed, **TWICE, **changed})

        second = await corrected(first, addressee="The Mayor")
        assert "The clocks go back then" in seen(second)
        assert "You've already sent it" in seen(await desk.mo.click(newest(first), label=LABEL))
        assert await titles(desk) == ["Keep it safe"]
        await desk.server.stage.restart()
        assert "**I've created the letter.**" in seen(
            await corrected(second, day="20 February 2025", hour="", zone="")
        )
        for answer in (first, second):
            said = await desk.mo.click(newest(answer), label=LABEL)
            assert "You've already sent it" in seen(said)
        gone = await desk.mo.click(newest(second), label="Correct what I typed")
        assert "A new letter" in str((await desk.mo.click(newest(gone), label="Try again")).modal)
        assert sorted(await titles(desk)) == ["Keep it safe", "Twice told"]


async def test_a_reading_goes_on_with_an_extension(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        before = (await stored(desk)).closes_at
        answer = await manage(desk, "extend", day=TWICE["day"], time=TWICE["hour"], zone=TWICE["zone"])
        assert labels(answer) == ["Sunday 26 October 2025, 01:30 in Europe/London (UTC+1)", LABEL]
        shown = await desk.mo.click(newest(answer), label=LABEL)
        assert "Old deadline: <t:1739610000:F>." in seen(shown)
        assert "20 Oct" not in seen(shown)
        assert (await stored(desk)).closes_at == before
        assert "**The letter has a new deadline.**" in await confirm(desk, shown, "Move the deadline")
        assert (await stored(desk)).closes_at == SECOND


async def test_a_reading_goes_on_with_a_publication(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        answer = await manage(desk, "publish", day="14 Feb", time="at 10")
        shown = await desk.mo.click(newest(answer), label="Friday 14 February 2025, 22:00 in UTC")
        assert "When: Friday 14 February 2025, 22:00 in UTC: " in seen(shown)
        assert "**I'll publish the letter at the planned time.**" in await confirm(
            desk, shown, "Publish at that time"
        )
        assert (await stored(desk)).publish_at == START + timedelta(hours=37)


async def test_a_reading_is_no_way_to_an_instant_or_a_zone_that_cannot_be(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        about = desk.moderator(), Move.EXTEND, desk.world.letter.id
        late = desk.hand_in("deadline.at", *about, "UTC", int(START.timestamp()))
        assert await refused(late) is Reason.IN_THE_PAST
        odd = desk.hand_in("deadline.at", *about, "../etc", int(SECOND.timestamp()))
        assert await refused(odd) is Reason.OUTDATED


async def test_a_chosen_reading_is_shown_in_the_letters_zone_and_in_its_own(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await manage(desk, "extend", day="20 Feb 5pm CST")
        shown = seen(await desk.mo.click(newest(answer), label=labels(answer)[1]))
        assert "New deadline: Thursday 20 February 2025, 23:00 in UTC: <t:1740092400:F>" in shown
        assert "You chose Thursday 20 February 2025, 17:00 in America/Chicago (UTC-6)." in shown
        again = await manage(desk, "extend", day="20 Feb", time="at 10")
        assert "You chose" not in seen(await desk.mo.click(newest(again), label=labels(again)[0]))


async def test_an_hour_alone_publishes_the_next_time_that_it_strikes(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        assert "When: Thursday 13 February 2025, 17:00 in UTC: " in seen(
            await manage(desk, "publish", time="5pm")
        )
        assert "13 February 2025, 17:00 in Europe/Paris" in seen(
            await manage(desk, "publish", time="5pm", zone="Paris")
        )
        assert "no day or time" in seen(await manage(desk, "publish", zone="Paris"))


async def test_a_whole_deadline_fits_into_the_field_for_the_day_in_ones_own_language(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        said = seen(await manage(desk, "extend", day="jeudi 20 février à 23h59, heure de Londres"))
        assert "New deadline: Thursday 20 February 2025, 23:59 in Europe/London" in said
        said = seen(await manage(desk, "extend", day="20 Feb AoE"))
        assert "New deadline: Friday 21 February 2025, 11:59 in UTC: <t:1740139199:F>" in said
        assert "That's the end of the day in UTC-12" in said
