"""A restart: what was opened before it works after it, and what fell due meanwhile is told once, late."""

from datetime import timedelta
from pathlib import Path

from cogs.background.scheduler import SWEEP_MINUTES
from models.rules.voting_policy import Policy
from models.terms import DeliveryState, SignatoryState
from models.views import scheduled_notices
from tests.cogs.background.house import down_for
from tests.cogs.campaign import a_campaign
from tests.cogs.desk import a_desk
from tests.cogs.server import newest, seen
from tests.cogs.vote import a_vote
from tests.sheets import vote_of

HOUR = timedelta(hours=1).total_seconds()
SWEEP = timedelta(minutes=SWEEP_MINUTES).total_seconds() + 1


async def test_a_public_button_works_on_a_process_that_never_drew_its_card(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        card = world.card()
        await world.stage.restart()
        pressed = await world.voters[1].click(card, label="For: include")
        assert "**You voted “For" in seen(pressed)
        assert vote_of(await world.stored()).voted == 1
        assert world.card().id == card.id


async def test_private_buttons_and_menus_work_after_a_restart(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Riverlight", agreed=False)
        panel = await desk.panel()
        shown = newest(await desk.world.ben.slash(desk.hall, "signatory show", signatory=f"#{one}"))
        await desk.server.stage.restart()
        menu = desk.menu("review.look", desk.world.letter.id, 1)
        looked = await desk.mo.select(panel, [str(one)], custom_id=menu)
        assert "### Riverlight" in seen(looked)
        await desk.server.stage.restart()
        asked = await desk.world.ben.click(shown, label="Cancel the proposal")
        await desk.server.stage.restart()
        done = seen(await desk.world.ben.click(newest(asked), label="Cancel the proposal"))
        assert "**Cancelled: this name won't go on the list.**" in done
        assert await desk.state(one) is SignatoryState.CANCELLED


async def test_a_form_opened_before_a_restart_can_be_sent_after_it_and_corrected(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        opened = await world.ana.slash(world.hall, "propose", kind="organisation", country="KE")
        await world.server.stage.restart()
        refused = await world.ana.submit_modal(opened, {"name": "https://river.example", "note": "Ask *Ben*"})
        assert "A name can't contain a link" in seen(refused)
        await world.server.stage.restart()
        again = await world.ana.click(newest(refused), label="Correct what I typed")
        assert "Ask *Ben*" in str(again.modal)
        await world.server.stage.restart()
        sent = await world.ana.submit_modal(again, {"name": "Riverlight", "note": "Ask *Ben*"})
        assert "**Proposed: Riverlight**" in seen(sent)
        assert [one.name for one in (await world.waiting(world.ana)).proposals] == ["Riverlight"]


async def test_a_form_opened_by_a_button_before_a_restart_redraws_its_message_after_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Riverlight", agreed=False)
        looked = await desk.look(one)
        form = await desk.mo.click(looked, label="Put on hold")
        await desk.server.stage.restart()
        assert "**On hold: 1**" in seen(await desk.mo.submit_modal(form, {"told": "We ask them."}))
        assert await desk.state(one) is SignatoryState.HOLD


async def test_a_form_sent_in_twice_across_a_restart_writes_once(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        forms = [
            await world.ana.slash(world.hall, "propose", kind="organisation", country="KE") for _ in range(2)
        ]
        assert "**Proposed" in seen(await world.ana.submit_modal(forms[0], {"name": "Riverlight"}))
        await world.server.stage.restart()
        assert "is already on this letter" in seen(
            await world.ana.submit_modal(forms[1], {"name": "Riverlight"})
        )
        assert len((await world.waiting(world.ana)).proposals) == 1


async def test_a_reminder_that_was_due_while_the_bot_was_down_is_sent_once_late_and_says_so(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        stage, ben = desk.server.stage, desk.world.ben
        await stage.env.advance_time(24 * HOUR)
        await desk.server.set_up(announcements_id=desk.hall.id)
        await stage.sweep()
        await down_for(desk, 4 * HOUR)
        for channel in (desk.hall, ben.user.dm_channel):
            [said] = [one.content for one in stage.messages(channel) if "** closes " in one.content]
            assert f"It was due <t:{int((desk.world.letter.closes_at.timestamp()) - 23 * HOUR)}:R>" in said
            assert "This message is late" in said
        await stage.restart()
        await stage.env.advance_time(2 * SWEEP)
        assert sum("** closes " in one.content for one in stage.messages(desk.hall)) == 1
        past = (await desk.store.read(scheduled_notices.scheduled, desk.moderator(), desk.now)).past[0]
        assert (past.channel, past.people) == (DeliveryState.SENT, {DeliveryState.SENT: 1})


async def test_of_two_reminders_missed_only_the_last_is_sent_and_none_after_the_close(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        stage = desk.server.stage
        await desk.server.set_up(announcements_id=desk.hall.id)
        await stage.sweep()
        await down_for(desk, 26 * HOUR)
        assert sum("** closes " in one.content for one in stage.messages(desk.hall)) == 1
        await down_for(desk, 24 * HOUR)
        said = [one.content for one in stage.messages(desk.hall)]
        assert sum("**: **Closed** " in one for one in said) == 2, "the opening and one reminder"
        assert not any("** closes " in one for one in said)
        assert sum("** is closed." in one for one in said) == 1


async def test_a_vote_that_ended_while_the_bot_was_down_ends_at_its_own_hour(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy(hours=1)) as desk:
        one = await desk.propose("Riverlight")
        ends = vote_of((await desk.shown(one)).proposal).ends_at
        await down_for(desk, 5 * HOUR)
        proposal = (await desk.shown(one)).proposal
        assert (proposal.state, vote_of(proposal).ended_at) == (SignatoryState.UNDECIDED, ends)
