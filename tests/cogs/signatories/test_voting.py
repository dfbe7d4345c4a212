"""The vote through the real bot on the simulated Discord: what voters see, and what is stored."""

from pathlib import Path

from models.sheets import Actor, ProposalAnswers
from models.submissions import proposals
from models.terms import Kind, SignatoryState
from tests.cogs.vote import a_vote, seen
from tests.sheets import vote_of


async def test_a_press_is_answered_with_what_now_holds(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        said = await world.press(world.voters[1], "For: include")
        assert "**You voted “For\\: include”.**" in said
        assert "Take my vote back" in said
        assert vote_of(await world.stored()).voted == 1


async def test_the_card_shows_how_many_voted_and_not_how(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.press(world.voters[0], "For: include")
        await world.press(world.voters[1], "Against: leave out")
        shown = seen(world.card())
        assert "**2 votes so far.**" in shown
        assert "1 for" not in shown


async def test_another_button_changes_the_vote_and_says_what_it_was(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.press(world.voters[0], "For: include")
        said = await world.press(world.voters[0], "Abstain: no view")
        assert "**You changed your vote from “For\\: include” to “Abstain\\: no view”.**" in said
        assert vote_of(await world.stored()).voted == 1


async def test_the_buttons_work_after_a_restart(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.stage.restart()
        assert "**You voted" in await world.press(world.voters[0], "For: include")


async def test_anyone_who_does_not_take_part_is_told_what_to_press(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        guild = world.voters[0].guild
        stranger = guild.add_member(world.stage.env.create_user("stranger"))
        assert "Take part" in await world.press(stranger, "For: include")
        assert vote_of(await world.stored()).voted == 0


async def test_at_its_end_the_card_shows_the_result_and_no_buttons(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.press(world.voters[0], "For: include")
        await world.stage.env.advance_time(3600)
        shown = seen(world.card())
        assert (
            "**1 for, 0 against, 0 abstained** (1 of the 3 people who could vote). More voted for than "
            "against." in shown
        )
        assert "For: include" not in shown
        assert (await world.stored()).state is SignatoryState.PASSED


async def test_anyone_who_votes_reads_what_is_doubtful_about_a_name_and_what_it_looks_like(
    tmp_path: Path,
) -> None:
    async with a_vote(tmp_path) as world:
        first, proposer = world.card(), world.voters[0]
        actor = Actor(world.manager.guild_id, proposer.id)
        name = ProposalAnswers(Kind.ORGANISATION, "1. Left Right Institute")
        letter_id, now = world.proposal.letter_id, world.stage.env.now()
        await world.stage.bot.store.write(proposals.propose, actor, now, letter_id, name)
        await world.stage.sweep()
        shown = seen(world.card())
        assert r"This looks like **Left\|Right \*Institute\***" in shown
        assert "Check the name: this name starts with a number or a bullet" in shown
        again = next(one for one in world.stage.messages(world.proposals) if one.id == first.id)
        assert r"This looks like **1\. Left Right Institute**" in seen(again), (
            "the card of the other one says it too"
        )
