"""The vote through the real bot on the simulated Discord: what voters see, and what is stored."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session

from models import coalition, dossier, letter, participant, signatory, window
from models.config import Settings
from models.sheets import Actor, ParticipantAnswers, ProposalAnswers, ProposalSheet
from models.terms import Kind, SignatoryState
from rehearsal.stage import Stage, raised
from tests.limits import walk

START = datetime(2025, 2, 13, 9, 0, tzinfo=UTC)


@dataclass
class World:
    """A server with an open letter, one proposal on its card, and three who take part."""

    stage: Stage
    proposals: Any
    voters: list[Any]
    proposal: ProposalSheet
    manager: Actor

    def card(self) -> Any:
        return self.stage.messages(self.proposals)[-1]

    async def press(self, who: Any, label: str) -> str:
        result = await who.click(self.card(), label=label)
        return seen(result.response)

    async def stored(self) -> ProposalSheet:
        now = self.stage.env.now()
        sheet = await self.stage.bot.store.read(dossier.show, self.manager, now, self.proposal.id)
        return sheet.proposal


def seen(message: Any) -> str:
    """All texts and labels of a message."""
    return "\n".join(
        str(part.get("content") or part.get("label") or "")
        for part in walk([c.to_dict() if hasattr(c, "to_dict") else c for c in message.components])
    )


@asynccontextmanager
async def a_vote(tmp_path: Path) -> AsyncIterator[World]:
    """Entered inside a test, not as a fixture: the simulated clock belongs to the task that entered it."""
    settings = Settings(database=f"sqlite:///{tmp_path}/bot.db", card_seconds=0)
    async with raised(settings, start=START) as stage:
        guild = stage.env.create_guild("River Path Coalition")
        channel = guild.create_text_channel("proposals")
        voters = [guild.add_member(stage.env.create_user(name)) for name in ("ana", "ben", "chi")]
        await stage.env.settle()
        manager = Actor(guild.id, 1, manages_server=True)
        actors = [Actor(guild.id, voter.id) for voter in voters]

        def prepare(session: Session) -> ProposalSheet:
            coalition.set_up(session, manager, START, {"proposals_id": channel.id})
            for actor in actors:
                answers = ParticipantAnswers("Riverlight", "Director", "Europe/London", direct_messages=False)
                participant.take_part(session, actor, START, answers)
            made = letter.create(
                session,
                manager,
                START,
                "Keep it safe",
                "The Minister",
                START + timedelta(days=7),
                "Europe/London",
            )
            window.open_(session, manager, START, made.id)
            name = ProposalAnswers(Kind.ORGANISATION, "Left|Right *Institute*", "Kenya")
            return signatory.propose(session, actors[0], START, made.id, name)

        proposal = await stage.bot.store.write(prepare)
        await stage.env.advance_time(301)  # the sweep finds the card to be posted
        yield World(stage, channel, voters, proposal, manager)


async def test_a_press_is_answered_with_what_now_holds(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        said = await world.press(world.voters[1], "For: include")
        assert r"**Voted For\: include.**" in said
        assert "Take my vote back" in said
        assert (await world.stored()).voted == 1


async def test_the_card_shows_how_many_voted_and_not_how(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.press(world.voters[0], "For: include")
        await world.press(world.voters[1], "Against: leave out")
        shown = seen(world.card())
        assert "**2 voted**" in shown
        assert "1 for" not in shown


async def test_another_button_changes_the_vote_and_says_what_it_was(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.press(world.voters[0], "For: include")
        said = await world.press(world.voters[0], "Abstain: no view")
        assert r"**Changed from For\: include to Abstain\: no view.**" in said
        assert (await world.stored()).voted == 1


async def test_the_buttons_work_after_a_restart(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.stage.restart()
        assert "**Voted" in await world.press(world.voters[0], "For: include")


async def test_whoever_does_not_take_part_is_told_what_to_press(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        guild = world.voters[0].guild
        stranger = guild.add_member(world.stage.env.create_user("stranger"))
        assert "Take part" in await world.press(stranger, "For: include")
        assert (await world.stored()).voted == 0


async def test_at_its_end_the_card_shows_the_result_and_no_buttons(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await world.press(world.voters[0], "For: include")
        await world.stage.env.advance_time(24 * 3600 + 10)
        shown = seen(world.card())
        assert "**1 for, 0 against, 0 abstained**, of 3 who could vote" in shown
        assert "For: include" not in shown
        assert (await world.stored()).state is SignatoryState.PASSED


async def test_two_hundred_verbs_at_once_are_each_answered(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        reads = [world.stage.bot.store.write(coalition.show, world.manager) for _ in range(200)]
        assert len(await asyncio.gather(*reads)) == 200
