"""Somebody who puts forward too much, through the real bot: told to moderators, stopped, allowed again."""

from pathlib import Path
from typing import Any

from cogs.ui.cards import people
from models.letters import letters
from models.participants import participants
from models.sheets import LetterChanges, ParticipantAnswers
from models.signatories import allowance
from tests import limits
from tests.cogs.desk import Desk, a_desk
from tests.cogs.people.taking_part import WORST
from tests.cogs.server import newest, seen


def told(desk: Desk, words: str) -> Any:
    """The message in the moderators' channel that says this."""
    return next(one for one in desk.server.stage.messages(desk.hall) if words in one.content)


async def test_a_burst_is_told_and_stopped_from_the_notice_and_allowed_again(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        for number in range(allowance.BURST + 1):
            await desk.propose(f"Name number {number}")
        await desk.server.stage.tell()
        notice = told(
            desk, f"<@{desk.world.ben.id}> has proposed, renamed or asked about a name 11 times within an hour"
        )
        refused = await desk.world.ana.click(notice, label="Stop this person's proposals")
        assert "Only moderators can do that" in seen(refused)
        opened = await desk.mo.click(notice, label="Stop this person's proposals")
        done = await desk.mo.submit_modal(opened, {"reason": "Invented names"})
        assert "can't propose any more" in seen(done)
        form = await desk.world.ben.slash(desk.hall, "propose", kind="company", country="-")
        said = seen(await desk.world.ben.submit_modal(form, {"name": "One more"}))
        assert "The moderators have stopped you from proposing names here." in said
        await desk.mo.click(newest(done), label="Let them propose again")
        form = await desk.world.ben.slash(desk.hall, "propose", kind="company", country="-")
        assert "**Proposed" in seen(await desk.world.ben.submit_modal(form, {"name": "One more"}))


async def test_the_commands_do_the_same(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        opened = await desk.mo.slash(desk.hall, "manage member block", member=desk.world.ben)
        await desk.mo.submit_modal(opened, {"reason": "Invented names"})
        again = await desk.mo.slash(desk.hall, "manage member unblock", member=desk.world.ben)
        assert f"<@{desk.world.ben.id}> can propose again" in seen(again)


async def test_too_many_at_once_is_said_with_what_helps(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        changes = LetterChanges(most_open=1)
        await desk.store.write(letters.edit, desk.moderator(), desk.now, desk.world.letter.id, changes)
        await desk.propose("First")
        form = await desk.world.ben.slash(desk.hall, "propose", kind="company", country="-")
        said = seen(await desk.world.ben.submit_modal(form, {"name": "Second"}))
        assert "You can only have 1 name waiting for a decision on this letter at a time" in said
        assert "/mine shows it" in said


async def test_sixty_organisations_signed_by_one_member_are_neither_taken_nor_unsaid(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben, limit = desk.world.ben, 12
        await desk.server.set_up(moderators_id=desk.hall.id)
        changes = LetterChanges(most_open=limit)
        await desk.store.write(letters.edit, desk.moderator(), desk.now, desk.world.letter.id, changes)

        async def signs(number: int) -> str:
            form = await ben.slash(desk.hall, "sign", **{"as": "organisation"})
            answers = {"name": f"Body number {number}", "kind": "organisation", "authorised": True}
            return seen(await ben.submit_modal(form, answers))

        for number in range(limit):
            assert "Signed" in await signs(number)
        assert (
            f"You can only have {limit} names waiting for a decision on this letter at a time"
            in await signs(limit)
        )
        await desk.server.stage.tell()
        told(desk, f"<@{ben.id}> has proposed, renamed or asked about a name 11 times within an hour")
        allowed = await desk.mo.slash(desk.hall, "manage member allow", member=ben, most=limit + 1)
        assert f"<@{ben.id}> can have up to 13 names waiting for a decision" in seen(allowed)
        assert "Signed" in await signs(limit)


async def test_a_member_who_is_stopped_signs_for_nobody_else_and_makes_no_other_body_of_a_name(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        old = await desk.propose("Harbour Watch")
        stop = await desk.mo.slash(desk.hall, "manage member block", member=ben)
        await desk.mo.submit_modal(stop, {"reason": "Invented names"})
        form = await ben.slash(desk.hall, "sign", **{"as": "organisation"})
        answers = {"name": "Greenpeace International", "kind": "organisation", "authorised": True}
        assert "The moderators have stopped you from proposing names" in seen(
            await ben.submit_modal(form, answers)
        )
        shown = newest(await ben.slash(desk.hall, "signatory show", signatory=f"#{old}"))
        form = await ben.click(shown, label="Correct the details")
        said = seen(await ben.submit_modal(form, {"name": "Greenpeace International"}))
        assert "The moderators have stopped you from proposing names" in said
        form = await ben.click(shown, label="Correct the details")
        assert "Harbor Watch" in seen(await ben.submit_modal(form, {"name": "Harbor Watch"}))
        form = await ben.slash(desk.hall, "sign", **{"as": "myself"})
        assert "Signed" in seen(await ben.submit_modal(form, {"name": "Ben Hollow", "authorised": True}))


async def test_who_asks_is_turned_down_in_the_review_or_from_the_notice(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        eve = desk.server.add("eve")
        await desk.server.set_up(member_role_id=desk.role.id, moderators_id=desk.hall.id)
        answers = ParticipantAnswers("Somewhere", "", "", direct_messages=False)
        await desk.store.write(participants.ask, desk.server.actor(eve), desk.now, answers)
        await desk.server.stage.tell()
        notice = told(desk, f"<@{eve.id}> is asking to be let in")
        panel = await desk.panel()
        turned = await desk.mo.select(panel, [str(eve.id)], custom_id=desk.menu("turn-down.chosen"))
        assert "> has been turned down" in seen(turned)
        assert "is asking to be let in" not in seen(await desk.mo.slash(desk.hall, "review"))
        pressed = f"us:1:b:turn-down:{desk.server.guild.id}:{eve.id}"  # before it was redrawn for them
        [late] = desk.server.stage.press_at_once([(desk.ike, notice, pressed)])
        await desk.server.stage.env.settle()
        assert "is no longer asking to be let in" in seen(late)


def test_the_cards_stay_inside_the_limits() -> None:
    for card in (
        people.blocked(WORST),
        people.unblocked(WORST),
        people.turned_down(WORST),
        people.allowed(WORST, 500),
    ):
        limits.check(card)
