"""Where organisations vote: nobody reads, changes or takes back by a name in *Take part* what somebody else cast."""

from pathlib import Path

from models.participants import participants
from models.sheets import Actor, ParticipantAnswers
from tests.cogs.vote import a_vote
from tests.sheets import vote_of

BY_ORGANISATION = {"per_organisation": True}


async def test_a_colleague_is_not_told_what_was_cast_and_does_not_change_it(tmp_path: Path) -> None:
    async with a_vote(tmp_path, policy=BY_ORGANISATION) as world:
        await world.press(world.voters[0], "Against: leave out")
        for label in ("Abstain: no view", "Against: leave out"):
            said = await world.press(world.voters[1], label)
            assert "Riverlight has only one vote, and a colleague has already cast it" in said
            assert "You changed your vote" not in said
            assert "Take my vote back" not in said
        assert "**You changed your vote from “Against" in await world.press(world.voters[0], "Abstain: no view")
        assert vote_of(await world.stored()).voted == 1


async def test_anyone_who_types_the_organisation_of_others_while_it_votes_has_no_vote(tmp_path: Path) -> None:
    async with a_vote(tmp_path, policy=BY_ORGANISATION) as world:
        await world.press(world.voters[0], "Against: leave out")
        guild, now = world.voters[0].guild, world.stage.env.now()
        for number, name in enumerate(("Riverlight", "The Riverlight", "Riverlight e.V.", "Riverlihgt")):
            stranger = guild.add_member(world.stage.env.create_user(f"stranger-{number}"))
            typed = ParticipantAnswers(name)
            actor = Actor(guild.id, stranger.id)
            await world.stage.bot.store.write(participants.take_part, actor, now, typed)
            said = await world.press(stranger, "For: include")
            assert "joined after this vote opened" in said
            assert "gainst" not in said
        assert vote_of(await world.stored()).voted == 1
