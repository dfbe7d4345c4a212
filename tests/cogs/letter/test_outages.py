"""The bot was away in the last hours before a close, through the real bot: told, extended, counted as on time."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from cogs.ui.cards import notices, outage
from models.refusal import Reason
from models.sheets import Deadline
from models.terms import LetterState, NoticeKind, SignatoryState
from tests import limits
from tests.cogs.campaign import CLOSE
from tests.cogs.coordinator import announced, confirm, stored
from tests.cogs.desk import Desk, a_desk, parts, refused
from tests.cogs.server import START, newest, seen
from tests.cogs.worst import NOTICE, WORST_LETTER

HOUR = timedelta(hours=1)


async def away(desk: Desk, since: timedelta, until: timedelta) -> None:
    """The bot stops so long after the close (before it where it is negative) and comes back."""
    stage = desk.server.stage
    await stage.leap(CLOSE + since)
    await stage.replace().close()
    await stage.skip((until - since).total_seconds())
    await stage.env.restart_bot(stage.bot)
    await stage.env.settle()


def labels(message: Any) -> set[str]:
    """What the buttons of a message say."""
    return {str(part["label"]) for part in parts(message) if part.get("label")}


async def told(desk: Desk) -> Any:
    """What is in the moderators' channel about it."""
    [message] = [one for one in desk.server.stage.messages(desk.hall) if "I was offline" in one.content]
    return message


async def test_moderators_hear_from_when_to_when_and_extend_by_that_long(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id, announcements_id=desk.hall.id)
        await away(desk, -2 * HOUR, -HOUR / 2)
        message = await told(desk)
        assert message.content.startswith(
            "**Keep it safe**: I was offline for 1 hour 30 minutes in the last hours before the deadline, from "
            "<t:1739602800:F> to <t:1739608200:F>."
        )
        assert (await stored(desk)).closes_at == CLOSE, "never by itself"
        shown = await desk.mo.click(message, label="Extend the deadline by 1 hour 30 minutes")
        assert "New deadline: Saturday 15 February 2025, 10:30 in UTC" in seen(shown)
        assert "**The letter has a new deadline.**" in await confirm(desk, shown, "Move the deadline")
        assert (await stored(desk)).closes_at == CLOSE + 1.5 * HOUR
        settled = await told(desk)
        assert "Extend the deadline by 1 hour 30 minutes" not in str(settled.components), "once is enough"


async def test_after_the_close_it_is_reopened_for_as_long_from_now(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        await away(desk, -2 * HOUR, 3 * HOUR)
        message = await told(desk)
        assert "after the deadline" in message.content
        assert (await stored(desk)).state is LetterState.CLOSED
        shown = await desk.mo.click(message, label="Extend the deadline by 2 hours")
        assert "**Reopen the letter?**" in seen(shown)
        assert "**The letter is open again.**" in await confirm(desk, shown, "Reopen")
        sheet = await stored(desk)
        assert (sheet.state, sheet.closes_at) == (LetterState.OPEN, CLOSE + 5 * HOUR)


async def test_names_are_accepted_as_on_time_until_an_hour(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id, announcements_id=desk.hall.id)
        await away(desk, -2 * HOUR, HOUR)
        opened = await desk.mo.click(await told(desk), label="Count late names as on time…")
        assert "2025-02-15" in str(opened.modal)
        assert "11:00" in str(opened.modal)
        shown = await desk.mo.submit_modal(opened, {"day": "15 Feb", "hour": "11:00", "zone": ""})
        assert "Names added by Saturday 15 February 2025, 11:00 in UTC" in seen(shown)
        assert (await stored(desk)).accepts_until is None
        assert "**Names added by <t:1739617200:F>" in await confirm(desk, shown, "Count late names")
        assert "names added by <t:1739617200:F>" in (await announced(desk))[-1]
        assert await desk.state(await desk.propose("Riverlight")) is SignatoryState.PROPOSED
        status = await desk.world.ana.slash(desk.hall, "letter status")
        assert {"Propose a name", "Sign for my organisation"} <= labels(newest(status))
        await desk.server.stage.skip(3600)
        status = await desk.world.ana.slash(desk.hall, "letter status")
        assert "Propose a name" not in labels(newest(status))
        assert await refused(desk.propose("Too late")) is Reason.CLOSED


async def test_an_hour_that_has_passed_can_be_accepted_too(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        await away(desk, -HOUR, 3 * HOUR)
        opened = await desk.mo.click(await told(desk), label="Count late names as on time…")
        shown = await desk.mo.submit_modal(opened, {"day": "15 Feb", "hour": "10:00", "zone": ""})
        await confirm(desk, shown, "Count late names")
        assert (await stored(desk)).accepts_until == CLOSE + HOUR


async def test_a_short_stop_and_one_long_before_the_close_are_not_told(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        await away(desk, -20 * HOUR, -10 * HOUR)
        await away(desk, -HOUR, -HOUR + timedelta(minutes=4))
        assert not [one for one in desk.server.stage.messages(desk.hall) if "I was offline" in one.content]


async def test_the_longest_cards_fit_and_a_finished_letter_offers_nothing() -> None:
    read = Deadline(START, "America/Argentina/ComodRivadavia", date_only=True, clock="UTC-12")
    limits.check(outage.echo(WORST_LETTER, read, 999))
    limits.check(outage.accepted(WORST_LETTER))
    assert NOTICE.letter is not None
    over = replace(NOTICE, kind=NoticeKind.OUTAGE, letter=replace(NOTICE.letter, final_at=START))
    assert "Extend the deadline by" in limits.text_of(notices.card(replace(NOTICE, kind=NoticeKind.OUTAGE)))
    assert "Extend the deadline by" not in limits.text_of(notices.card(over))
