"""The signing window through the real bot: each move shown, confirmed, stored and announced."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cogs.ui.cards import letter_changes, window as cards
from cogs.ui.cards.window import Move
from models.letters import window as verbs
from models.participants import drafts
from models.publishing import confirmation
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.sheets import Deadline, PublishPreview
from models.terms import LetterState, SignatoryState
from tests import limits
from tests.cogs.campaign import CLOSE
from tests.cogs.coordinator import DAY, announced, confirm, drafted, heard, manage, stored, worded
from tests.cogs.desk import ROUGH, Desk, a_desk, refused
from tests.cogs.server import START, seen
from tests.cogs.worst import WORST_LETTER
from tests.sheets import vote_of

L = LetterState
LATER = datetime(2025, 2, 20, 17, 0, tzinfo=UTC)
TO_LATER = {"day": "2025-02-20", "time": "5pm", "zone": "UTC"}


async def closed(desk: Desk) -> None:
    """The letter closed at its deadline a moment ago."""
    await desk.server.pass_(2 * DAY + 4)
    assert (await stored(desk)).state is L.CLOSED


async def test_a_draft_opens_after_it_was_said_who_is_pinged_and_is_announced(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await heard(desk)
        second = await drafted(desk)
        shown = await manage(desk, "open")
        assert f"I'll announce the letter in <#{desk.hall.id}>. I won't ping anyone" in seen(shown)
        assert (await stored(desk, second)).state is L.DRAFT
        said = await confirm(desk, shown, "Open the letter")
        assert "**The letter is open.**" in said
        assert "**Open for signatures** until" in said
        sheet = await stored(desk, second)
        assert (sheet.state, sheet.opened_at) == (L.OPEN, START)
        assert any("**A second letter** is open for signatures" in line for line in await announced(desk))
        again = seen(await manage(desk, "open", letter=str(second)))
        assert "This letter is open. You can only do this while the letter is still a draft." in again


async def test_the_deadline_moves_after_old_and_new_were_shown(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy(hours=72)) as desk:
        await heard(desk)
        one = await desk.propose("Riverlight")
        shown = await manage(desk, "extend", **TO_LATER)
        assert "Old deadline: <t:1739610000:F>.\n" in seen(shown)
        assert "New deadline: Thursday 20 February 2025, 17:00 in UTC: <t:1740070800:F>" in seen(shown)
        assert (await stored(desk)).closes_at == CLOSE
        assert "**The letter has a new deadline.**" in await confirm(desk, shown, "Move the deadline")
        assert (await stored(desk)).closes_at == LATER
        assert vote_of((await desk.shown(one)).proposal).ends_at == START + timedelta(hours=72)
        assert "**Keep it safe** has a new deadline: <t:1740070800:F>" in (await announced(desk))[-1]
        assert "in Europe/Rome: " in seen(await manage(desk, "extend", day="2025-02-21", zone="rome"))


async def test_a_deadline_that_cannot_be_is_refused(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for typed, told in [
            ({"day": "2025-02-14"}, "The new deadline must be later than the old one"),
            ({"day": "2025-02-12"}, "That time has passed"),
            ({"day": "whenever"}, "I don't understand the day whenever"),
            (
                {"day": "2025-07-01", "time": "5pm", "zone": "EST"},
                "That abbreviation can mean several time zones",
            ),
            ({"day": "2027-02-20"}, "more than two years ahead"),
        ]:
            assert told in seen(await manage(desk, "extend", **typed))


async def test_a_press_on_what_was_shown_before_the_deadline_moved_does_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        shown = [
            (await manage(desk, "extend", day="2025-02-21"), "Move the deadline"),
            (await manage(desk, "close"), "Close now"),
            (await manage(desk, "publish"), "Publish now"),
            (await manage(desk, "cancel", reason="No longer needed"), "Cancel the letter"),
        ]
        await confirm(desk, await manage(desk, "extend", **TO_LATER), "Move the deadline")
        for each, label in shown:
            assert "This has changed" in await confirm(desk, each, label)
        sheet = await stored(desk)
        assert (sheet.closes_at, sheet.state, sheet.published_at) == (LATER, L.OPEN, None)


async def test_what_was_shown_is_confirmed_after_a_restart(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        moved, given_up = await manage(desk, "extend", **TO_LATER), await drafted(desk)
        cancelling = await manage(desk, "cancel", reason="Not *needed*", letter=str(given_up))
        assert "**Cancel this draft for good?**" in seen(cancelling)
        assert "there's nothing to announce. The journal will keep this reason:\nNot \\*needed\\*" in seen(
            cancelling
        )
        await desk.server.stage.restart()
        assert "**The letter has a new deadline.**" in await confirm(desk, moved, "Move the deadline")
        assert "**The letter is cancelled.**" in await confirm(desk, cancelling, "Cancel the letter")
        assert (await stored(desk)).closes_at == LATER
        assert (await stored(desk, given_up)).state is L.CANCELLED


async def test_a_pause_takes_no_names_and_leaves_the_deadline(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await heard(desk)
        assert "isn't paused" in seen(await manage(desk, "resume"))
        shown = await manage(desk, "pause")
        assert "I'll announce this, but I won't ping anyone." in seen(shown)
        assert (await stored(desk)).paused_at is None
        assert "**Paused.** The deadline stays the same" in await confirm(desk, shown, "Pause the letter")
        assert "is paused" in (await announced(desk))[-1]
        assert await refused(desk.propose("Too soon")) is Reason.PAUSED
        assert "already paused" in seen(await manage(desk, "pause"))
        resumed = await confirm(desk, await manage(desk, "resume"), "Resume the letter")
        assert "**The letter is no longer paused. Members can propose and sign again.**" in resumed
        assert "is no longer paused" in (await announced(desk))[-1]
        await desk.propose("Now")
        assert (await stored(desk)).closes_at == CLOSE


async def test_a_letter_closed_early_takes_no_more_and_its_votes_go_to_review(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        one = await desk.propose("Riverlight")
        shown = await manage(desk, "close")
        assert "1 open vote ends early, and the name goes to review." in seen(shown)
        assert "**The letter closes in a few seconds" in await confirm(desk, shown, "Close now")
        assert await refused(desk.propose("Too late")) is Reason.CLOSED
        await desk.server.stage.env.advance_time(4)
        sheet = await stored(desk)
        assert (sheet.state, sheet.closed_at) == (L.CLOSED, START)
        assert sheet.review_until == START + timedelta(hours=24)
        proposal = (await desk.shown(one)).proposal
        assert (proposal.state, vote_of(proposal).cut_short) == (SignatoryState.UNDECIDED, True)


async def test_after_its_deadline_a_letter_is_reopened_and_not_extended(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await heard(desk)
        await closed(desk)
        assert "This letter is closed" in seen(await manage(desk, "extend", **TO_LATER))
        shown = await manage(desk, "reopen", **TO_LATER)
        assert "Old deadline: <t:1739610000:F>." in seen(shown)
        assert "**The letter is open again.**" in await confirm(desk, shown, "Reopen")
        sheet = await stored(desk)
        assert (sheet.state, sheet.closes_at, sheet.review_until) == (L.OPEN, LATER, None)
        assert "**Keep it safe** is open again until <t:1740070800:F>" in (await announced(desk))[-1]


async def test_the_final_list_is_published_by_hand_and_once_and_the_letter_put_away(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await heard(desk)
        await worded(desk)
        await desk.propose("Unsure", agreed=False)
        await closed(desk)
        assert "isn't published yet" in seen(await manage(desk, "finish"))
        await confirm(desk, await manage(desk, "publish"), "Publish now")
        assert "To publish it now, use /manage letter finish" in seen(await manage(desk, "archive"))
        shown = await manage(desk, "finish")
        assert "**This leaves out 1 name in review.** Check /review first." in seen(shown)
        assert "**The final list is published.**" in await confirm(desk, shown, "Publish the final list")
        assert (await stored(desk)).final_at is not None
        assert "the final list is out" in (await announced(desk))[-1]
        assert "already published" in seen(await manage(desk, "finish"))
        assert "**The letter is archived.**" in await confirm(desk, await manage(desk, "archive"), "Archive")
        assert (await stored(desk)).state is L.ARCHIVED


async def test_a_letter_given_up_says_why_and_cannot_be_opened_again(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        await heard(desk)
        await desk.propose("Riverlight")
        shown = await manage(desk, "cancel", reason="The notice was *withdrawn*")
        assert "I'll announce the cancellation with your reason:" in seen(shown)
        assert r"The notice was \*withdrawn\*" in seen(shown)
        assert (await stored(desk)).state is L.OPEN
        assert "**The letter is cancelled.**" in await confirm(desk, shown, "Cancel the letter")
        sheet = await stored(desk)
        assert (sheet.state, sheet.voting) == (L.CANCELLED, 0)
        told = [line for line in await announced(desk) if "cancelled" in line]
        assert told == [r"**Keep it safe** was cancelled: The notice was \*withdrawn\*"]
        again = seen(await manage(desk, "open", letter=str(sheet.id)))
        assert "This letter is cancelled. You can only do this while the letter is still a draft." in again
        assert "**The letter is archived.**" in await confirm(desk, await manage(desk, "archive"), "Archive")


async def test_what_was_typed_elsewhere_gives_no_letter_up(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        moderator, letter_id = desk.moderator(), desk.world.letter.id
        move = Move.CANCEL
        sheet = await desk.store.read(verbs.check_move, moderator, desk.now, letter_id, move.value)
        about = (
            moderator,
            desk.now,
            "propose",
            [letter_id],
            {"name": "Riverlight"},
        )
        draft_id = await desk.store.write(drafts.save, *about)
        pressed = desk.hand_in(
            "window.confirm", moderator, move, letter_id, confirmation.shown(sheet, move), 0, draft_id
        )
        assert await refused(pressed) is Reason.DRAFT_GONE


async def test_a_blank_reason_is_refused_before_it_is_asked_to_be_confirmed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "Please fill in *reason*" in seen(await manage(desk, "cancel", reason=" \u200b "))


async def test_the_longest_cards_fit() -> None:
    deadline = Deadline(START, "America/Argentina/ComodRivadavia", date_only=True)
    preview = PublishPreview(WORST_LETTER, "0" * 16, 999_999)
    for drawn in (
        cards.publish(preview, deadline),
        cards.publish(preview, None),
        cards.move_close(WORST_LETTER, deadline, Move.EXTEND),
        cards.move_close(WORST_LETTER, deadline, Move.REOPEN),
        cards.close(WORST_LETTER),
        cards.finish(preview),
        cards.cancel(WORST_LETTER, ROUGH * 2, 2**31),
        letter_changes.changed(WORST_LETTER, "The letter closes in a few seconds, once the last votes are in."),
    ):
        limits.check(drawn)
