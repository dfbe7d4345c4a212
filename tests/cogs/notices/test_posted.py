"""What is in a channel is true: messages that state a deadline or a state follow every change, without a ping."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlmodel import Session, select

from cogs.ui.cards import public
from models.database.tables import Delivery, PublicCard
from models.delivery import card_drawing, claims
from models.letters import window
from models.outbox import notices, posted
from models.sheets import Arrived, PostedNotice, WelcomeSheet
from models.terms import CardKind, DeliveryState, LetterState, NoticeKind
from tests import limits
from tests.cogs.coordinator import DAY, confirm, heard, manage
from tests.cogs.desk import BIG, Desk, a_desk, texts
from tests.cogs.server import START
from tests.cogs.worst import LETTER, NOTICE, WORST_LETTER
from tests.conftest import GUILD, NOW
from tests.models import makers

LATER = datetime(2025, 2, 20, 17, 0, tzinfo=UTC)
TO_LATER = {"day": "2025-02-20", "time": "5pm", "zone": "UTC"}
OLD, NEW = "<t:1739610000:F>", "<t:1740070800:F>"


async def hall(desk: Desk) -> list[Any]:
    """The bot's own messages in the hall with a text, oldest first."""
    await desk.server.stage.env.settle()
    return [message for message in desk.server.stage.messages(desk.hall) if message.content]


async def begun(desk: Desk) -> None:
    """The letter is announced in the hall, and reminders are there."""
    await heard(desk)
    await desk.server.pass_(1.2 * DAY)


async def test_after_an_extension_every_message_shows_the_new_deadline_beside_the_old_one(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await begun(desk)
        before = await hall(desk)
        assert len(before) == 3, "the opening and two reminders"
        assert all(OLD in message.content and "~~" not in message.content for message in before)
        await confirm(desk, await manage(desk, "extend", **TO_LATER), "Move the deadline")
        *earlier, extended = await hall(desk)
        for message in earlier:
            assert f"~~{OLD}~~ {NEW}" in message.content
            assert desk.server.stage.pinged(message) == (set(), set())
        assert f"has a new deadline: {NEW}" in extended.content
        assert [one.id for one in before] == [one.id for one in earlier]


async def test_a_message_says_that_the_letter_is_paused_and_again_that_it_is_open(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await begun(desk)
        await confirm(desk, await manage(desk, "pause"), "Pause the letter")
        opening, *_, paused = await hall(desk)
        assert f"~~is open for signatures until {OLD}.~~ **Paused.**" in opening.content
        assert "is paused" in paused.content
        assert "Propose a name" not in texts(opening)
        await confirm(desk, await manage(desk, "resume"), "Resume the letter")
        opening, *_, paused, resumed = await hall(desk)
        assert f"is open for signatures until {OLD}" in opening.content
        assert "~~" not in opening.content
        assert "Propose a name" in texts(opening)
        assert f"~~is paused. The deadline stays the same: {OLD}.~~ **Open** until {OLD}" in paused.content
        assert "is no longer paused" in resumed.content


async def test_after_the_close_and_after_a_cancellation_no_message_still_invites(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await begun(desk)
        await confirm(desk, await manage(desk, "close"), "Close now")
        await desk.server.pass_(5)
        opening, *_, closed = await hall(desk)
        assert f"~~is open for signatures until {OLD}.~~ **Closed** " in opening.content
        assert closed.content.startswith("**Keep it safe** is closed.")
        await confirm(desk, await manage(desk, "reopen", **TO_LATER), "Reopen")
        opening, *_, closed, reopened = await hall(desk)
        assert f"is open for signatures until ~~{OLD}~~ {NEW}" in opening.content
        assert f"~~is closed.~~ **Open** until {NEW}" in closed.content
        assert desk.server.stage.pinged(reopened) == (set(), set())
        await confirm(desk, await manage(desk, "cancel", reason="Withdrawn"), "Cancel the letter")
        opening, *_ = await hall(desk)
        assert "**Cancelled.**" in opening.content


@pytest.mark.parametrize("kind", [NoticeKind.OPENING, NoticeKind.REMINDER, NoticeKind.LAST_HOUR])
async def test_after_a_close_at_the_hour_that_was_said_only_the_close_is_said(kind: NoticeKind) -> None:
    letter = replace(LETTER, state=LetterState.CLOSED, closes_at=LATER, closed_at=LATER, title="Keep it safe")
    stood = PostedNotice(1, LATER, None, START, leaves_older=False)
    said = public.card(replace(NOTICE, kind=kind, letter=letter, posted=stood)).content or ""
    assert f"**Keep it safe**: **Closed** on {NEW}." in said
    assert "~~" not in said


async def test_a_restart_finds_the_messages_again_and_a_kill_loses_no_redraw(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await begun(desk)
        env, path = desk.server.stage.env, f"/channels/{desk.hall.id}/messages/*"
        env.inject_error("PATCH", path, status=500, code=0, message="-", times=1)
        await desk.store.write(window.extend, desk.moderator(), desk.now, desk.world.letter.id, LATER)
        await desk.server.stage.restart()
        await desk.server.pass_(400)
        opening, *_ = await hall(desk)
        assert f"~~{OLD}~~ {NEW}" in opening.content


async def test_of_too_many_messages_the_newest_and_one_of_each_kind_are_redrawn_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posted, "MOST", 1)
    async with a_desk(tmp_path) as desk:
        await begun(desk)
        assert len(await hall(desk)) == 3
        await confirm(desk, await manage(desk, "extend", **TO_LATER), "Move the deadline")
        opening, older, newest, _ = await hall(desk)
        assert f"~~{OLD}~~ {NEW}" in opening.content
        assert "My older messages" in newest.content
        assert f"~~{OLD}~~ {NEW}" in newest.content
        assert "~~" not in older.content


async def test_a_message_that_changed_while_it_was_on_its_way_is_redrawn_at_once(session: Session) -> None:
    """Made before the change and settled after it."""
    makers.server(session, announcements_id=7)
    letter = makers.letter(session)
    notices.announce(session, NoticeKind.OPENING, NOW, GUILD, letter_id=letter.id, dedupe="opening")
    announced = session.exec(select(Delivery)).one()
    announced.state, announced.owner, announced.message_id = DeliveryState.CLAIMED, "me", 5
    said = posted.stated(letter)
    letter.paused_at = NOW
    claims.settle_sent(session, "me", [Arrived(announced.id, 5, NOW, said)])
    card = session.exec(select(PublicCard).where(PublicCard.kind == CardKind.NOTICE)).one()
    assert card.stale


@pytest.mark.parametrize("kind", sorted(posted.KINDS))
@pytest.mark.parametrize("state", LetterState)
async def test_every_redrawn_message_fits_with_the_worst_data(kind: NoticeKind, state: LetterState) -> None:
    stood = PostedNotice(2**63 - 1, START, START, START, leaves_older=True)
    letter = replace(LETTER, state=state, paused_at=NOW, review_until=NOW)
    for change in ("extended", "reopened", "paused", "resumed", "accepts"):
        facts = {**NOTICE.facts, "change": change, "review_until": NOW}
        sheet = replace(NOTICE, kind=kind, letter=letter, posted=stood, late=True, facts=facts)
        limits.check(public.card(sheet))


async def test_the_welcome_card_fits_with_as_many_letters_as_it_shows() -> None:
    letters = tuple(
        replace(WORST_LETTER, id=2**31 + one, as_of=NOW, closes_at=LATER, contact=f"https://{'a' * 180}.org")
        for one in range(card_drawing.SHOWN)
    )
    limits.check(public.card(WelcomeSheet(BIG, letters), mark="c1"))
