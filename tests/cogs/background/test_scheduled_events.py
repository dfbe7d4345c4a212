"""The deadline in calendars through the real bot: a file on request, and an event of the server that follows it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cogs.campaign import CLOSE
from tests.cogs.coordinator import confirm, manage, published, stored
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import newest, seen, speak_in_channels
from tests.languages import Catalogues

HOUR = timedelta(hours=1)


def events(desk: Desk) -> list[tuple[datetime, datetime]]:
    """What is in the server's list of events: when each begins and ends."""
    found = desk.server.stage.env.backend.guilds[desk.server.guild.id].scheduled_events.values()
    return [
        (datetime.fromisoformat(one.scheduled_start_time), datetime.fromisoformat(str(one.scheduled_end_time)))
        for one in found
    ]


def names(desk: Desk) -> list[str]:
    found = desk.server.stage.env.backend.guilds[desk.server.guild.id].scheduled_events.values()
    return [one.name for one in found]


async def switch(desk: Desk, label: str) -> str:
    said = seen(await desk.mo.click(newest(await manage(desk, "dates")), label=label))
    await desk.server.stage.env.settle()
    return said


async def test_the_dates_are_a_file_for_anyone_who_may_read_the_letter(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        said = await desk.mo.slash(desk.hall, "letter calendar")
        [file] = newest(said).attachments
        assert file.filename.endswith(".ics")
        assert b"DTSTART:20250215T090000Z" in await file.read()
        stranger = desk.server.add("stranger")
        assert "No letter has been published" in seen(await stranger.slash(desk.hall, "letter calendar"))
        await published(desk)
        assert newest(await stranger.slash(desk.hall, "letter calendar")).attachments


async def test_the_event_follows_the_close_and_goes_with_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert events(desk) == []
        assert "The deadline is now in the server's list of events." in await switch(
            desk, "Show deadline in events"
        )
        assert events(desk) == [(CLOSE - HOUR, CLOSE)]
        await confirm(desk, await manage(desk, "extend", day="in 4 days"), "Move the deadline")
        await desk.server.stage.env.settle()
        moved = (await stored(desk)).closes_at
        assert events(desk) == [(moved - HOUR, moved)]
        await confirm(desk, await manage(desk, "close"), "Close now")
        await desk.server.stage.env.settle()
        assert events(desk) == []


async def test_the_event_is_in_the_coalitions_language_and_follows_it(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue({"Deadline: {title}": "Endet bald: {title}"}, language="de")
    async with a_desk(tmp_path) as desk:
        await switch(desk, "Show deadline in events")
        assert names(desk) == ["Deadline: Keep it safe"]
        await speak_in_channels(desk.server, "de")
        await desk.server.stage.env.settle()
        assert names(desk) == ["Endet bald: Keep it safe"]


async def test_the_event_is_switched_off_again(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await switch(desk, "Show deadline in events")
        assert "The deadline is no longer in the server's list of events." in await switch(
            desk, "Hide deadline from events"
        )
        assert events(desk) == []


async def test_one_that_someone_deleted_comes_back_with_the_next_change(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await switch(desk, "Show deadline in events")
        desk.server.stage.env.backend.guilds[desk.server.guild.id].scheduled_events.clear()
        await confirm(desk, await manage(desk, "extend", day="in 4 days"), "Move the deadline")
        await desk.server.stage.env.settle()
        assert len(events(desk)) == 1


async def test_what_discord_refuses_is_told_to_the_moderators_and_switched_off(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        desk.server.stage.env.inject_error(
            "POST", "/guilds/*/scheduled-events", status=403, code=50013, message="Missing Permissions"
        )
        await switch(desk, "Show deadline in events")
        assert not (await stored(desk)).event
        told = [message.content for message in desk.server.stage.messages(desk.hall) if message.content]
        assert any("I don't have the permission Create Events" in one for one in told)


@pytest.mark.parametrize("status", [500, 503])
async def test_what_fails_is_tried_again(tmp_path: Path, status: int) -> None:
    async with a_desk(tmp_path) as desk:
        desk.server.stage.env.inject_error(
            "POST", "/guilds/*/scheduled-events", status=status, code=0, message="Down", times=1
        )
        await switch(desk, "Show deadline in events")
        await desk.server.stage.sweep()
        assert events(desk) == [(CLOSE - HOUR, CLOSE)]
