"""What is planned and was sent, page by page, and silence on demand."""

from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from cogs.ui.cards import reminders as cards
from models.letters import letters, window
from models.participants import participants
from models.sheets import RemindersSheet, ScheduledNotice
from models.terms import DeliveryState, NoticeKind, NoticeState
from models.views import scheduled_notices
from tests import limits
from tests.cogs.desk import texts
from tests.cogs.notices.board import a_board, said
from tests.cogs.people.taking_part import GIVEN, LONG, known
from tests.cogs.server import START, Server, a_server, newest, seen, speak_in_channels
from tests.languages import Catalogues

BIG = 2**63 - 1
IDS = count(2**31)


async def a_letter(server: Server) -> None:
    def prepare(session: Session) -> None:
        closes_at = START + timedelta(hours=9)
        made = letters.create(
            session, server.manager, START, "Keep *it* safe", "The Minister", closes_at, "UTC"
        )
        window.open_(session, server.manager, START, made.id)
        participants.take_part(session, server.actor(server.ana), START, GIVEN)

    await server.set_up(announcements_id=server.hall.id)
    await server.stage.bot.store.write(prepare)


async def test_what_is_planned_is_shown_with_its_channel(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await a_letter(server)
        said = seen(await server.ana.slash(server.hall, "reminders"))
        assert "**The next message goes out <t:" in said
        assert (
            "### Coming up\n**Keep \\*it\\* safe**, Thursday 13 February 2025\n- <t:1739440800:t>: reminder"
            in said
        )
        assert f": reminder, in <#{server.hall.id}>" in said
        assert said.count("Thursday 13 February 2025") == 1, "a day stands once above what comes in it"
        assert "last call" in said


async def test_what_was_sent_is_shown_with_what_became_of_it(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await a_letter(server)
        await server.stage.env.advance_time(2 * 3600)
        said = seen(await server.ana.slash(server.hall, "reminders"))
        assert f"in <#{server.hall.id}>: sent at <t:" in said
        assert "1 direct message: sent" in said


async def test_direct_messages_are_muted_for_a_week_and_unmuted(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await a_letter(server)
        shown = newest(await server.ana.slash(server.hall, "reminders"))
        muted = await server.ana.click(shown, label="Mute for a week")
        assert "are muted until" in seen(muted)
        sheet = await known(server, server.ana)
        assert sheet is not None
        assert sheet.muted_until is not None
        assert sheet.muted_until - server.stage.env.now() == pytest.approx(
            timedelta(days=7), abs=timedelta(seconds=1)
        )
        assert "You get direct messages" in seen(await server.ana.click(newest(muted), label="Unmute"))


async def test_a_stranger_sees_no_letter_that_is_not_published(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await a_letter(server)
        said = seen(await server.add("stranger").slash(server.hall, "reminders"))
        assert "No messages are planned." in said
        assert "you're not taking part" in said


def notice(**changes: Any) -> ScheduledNotice:
    values: dict[str, Any] = {
        "id": next(IDS),
        "letter_id": BIG,
        "title": LONG[:200],
        "kind": NoticeKind.LAST_HOUR,
        "due_at": START,
        "state": NoticeState.MADE,
        "channel_id": BIG,
        "direct": True,
        "channel": DeliveryState.UNDELIVERABLE,
        "sent_at": START,
        "people": dict.fromkeys(DeliveryState, 100_000),
        "troubles": ("the bot cannot see the channel (permission View Channel)",) * 6,
    }
    return ScheduledNotice(**(values | changes))


@pytest.mark.parametrize("page", [-1, 1, 2, 5, 99])
@pytest.mark.parametrize("direct", [None, False, True])
async def test_each_page_stays_inside_discords_limits(page: int, direct: bool | None) -> None:
    planned = tuple(notice(state=NoticeState.PLANNED, channel=None, people={}) for _ in range(25))
    until = START + timedelta(days=1) if page == 1 else None
    past = tuple(notice() for _ in range(20))
    sheet = RemindersSheet(START, planned, past, direct, until, page != 2, tuple(range(BIG - 30, BIG)))
    card = cards.card(sheet, BIG, page)
    limits.check(card)
    assert "Page" in limits.text_of(card), "the last lines are not cut off"
    limits.check(cards.card(RemindersSheet(START, (), (), direct, None), BIG, page))


async def test_a_moderator_looks_at_one_sends_it_and_skips_another(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, board):
        panel = newest(await desk.mo.slash(desk.hall, "reminders"))
        assert "daily summary for moderators, in <#" in texts(panel)
        chosen = [str(one.id) for one in await planned(desk)]
        picked = newest(await desk.mo.select(panel, [chosen[0]], custom_id=desk.menu("reminders.pick")))
        shown = seen(await desk.mo.click(picked, label="Preview"))
        assert "Only you can see this." in shown
        assert "**Keep it safe** closes in " in shown
        assert "Buttons: Propose a name, Sign for my organisation and My to-do list" in shown
        assert not said(desk, desk.hall, "** closes "), "nothing was sent"
        assert "I'm sending this message now." in seen(await desk.mo.click(picked, label="Send now"))
        await desk.server.stage.env.settle()
        assert len(said(desk, desk.hall, "** closes ")) == 1
        panel = newest(await desk.mo.slash(desk.hall, "reminders"))
        digest = next(one for one in await planned(desk) if one.kind is NoticeKind.DIGEST)
        picked = newest(await desk.mo.select(panel, [str(digest.id)], custom_id=desk.menu("reminders.pick")))
        assert "I won't send this message." in seen(await desk.mo.click(picked, label="Skip"))
        await desk.propose("Index")
        await desk.server.stage.env.advance_time(24 * 3600 + 5)
        assert not said(desk, board, "waiting for review")
        assert "skipped by a moderator" in seen(await desk.mo.slash(desk.hall, "reminders"))


async def planned(desk: Any) -> tuple[ScheduledNotice, ...]:
    sheet = await desk.store.read(scheduled_notices.scheduled, desk.moderator(), desk.now)
    return tuple(sheet.planned)


async def test_members_see_what_concerns_them_and_nothing_to_pick(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, _):
        shown = await desk.world.ben.slash(desk.hall, "reminders")
        assert "digest" not in seen(shown)
        assert "message to preview, skip or send now" not in str(newest(shown).components)


async def test_what_the_channel_would_get_is_previewed_in_the_coalitions_language(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue({"Propose a name": "Proposer un nom"})
    async with a_board(tmp_path) as (desk, _board):
        server = desk.server
        server.stage.locales[desk.mo.id] = "fr"
        panel = newest(await desk.mo.slash(desk.hall, "reminders"))
        chosen = str((await planned(desk))[0].id)
        picked = newest(await desk.mo.select(panel, [chosen], custom_id=desk.menu("reminders.pick")))
        assert "Proposer un nom" not in seen(await desk.mo.click(picked, label="Preview"))
        await speak_in_channels(server, "fr")
        assert "Proposer un nom" in seen(await desk.mo.click(picked, label="Preview"))
