"""A pause and the electorate through the real bot: what the card, a form and a moderator's press say."""

from pathlib import Path
from typing import Any

from models.letters import window
from models.terms import Preset
from tests.cogs.vote import World, a_vote, seen

OBJECTIONS = {"preset": Preset.NO_OBJECTION.value, "objections": 2}
HOUR = 3600


async def move(world: World, verb: Any) -> None:
    """The manager pauses or resumes the letter."""
    now = world.stage.env.now()
    await world.stage.bot.store.write(verb, world.manager, now, world.proposal.letter_id)
    await world.stage.sweep()


async def test_the_card_of_a_paused_vote_says_so_and_its_end_moves_by_the_pause(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        before = seen(world.card())
        await move(world, window.pause)
        assert "**The letter is paused, and so is the vote.**" in seen(world.card())
        await world.stage.env.advance_time(3 * HOUR)
        assert "so is the vote" in seen(world.card()), "the vote did not end meanwhile"
        await move(world, window.resume)
        shown = seen(world.card())
        assert "For: include" in shown
        assert shown != before, "it ends three hours later"
        await world.press(world.voters[0], "For: include")
        await world.stage.env.advance_time(HOUR + 60)
        assert "More voted for than against." in seen(world.card())


async def test_in_a_pause_no_form_for_an_objection_opens(tmp_path: Path) -> None:
    async with a_vote(tmp_path, policy=OBJECTIONS) as world:
        await move(world, window.pause)
        answer = await world.voters[0].click(world.card(), label="Against: leave out")
        assert answer.modal is None
        assert "paused" in seen(world.stage.answer(answer))


async def test_without_the_members_role_no_form_for_an_objection_opens(tmp_path: Path) -> None:
    async with a_vote(tmp_path, policy=OBJECTIONS) as world:
        guild = world.voters[0].guild
        stranger = guild.add_member(world.stage.env.create_user("stranger"))
        answer = await stranger.click(world.card(), label="Against: leave out")
        assert answer.modal is None
        assert "Take part" in seen(world.stage.answer(answer))


async def test_two_who_object_stop_a_name_and_the_card_says_why(tmp_path: Path) -> None:
    async with a_vote(tmp_path, policy=OBJECTIONS) as world:
        for who in world.voters[:2]:
            opened = await who.click(world.card(), label="Against: leave out")
            await who.submit_modal(opened, {"reason": "Not theirs"})
        await world.stage.env.advance_time(HOUR + 60)
        assert (
            "(2 of the 3 people who could vote). 2 people objected, which is enough to stop the name."
            in seen(world.card())
        )
