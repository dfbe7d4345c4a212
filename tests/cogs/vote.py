"""A vote under way on the simulated Discord: an open letter and one proposal on its card; tests enter it themselves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session

from cogs.ui.addresses import Address, Sort
from models.coalitions import setup
from models.config import Settings
from models.database.tables import Letter
from models.letters import letters, window
from models.participants import participants
from models.rules.voting_policy import Policy
from models.sheets import Actor, ParticipantAnswers, ProposalAnswers, ProposalSheet
from models.submissions import proposals
from models.terms import Choice, Kind
from models.views import signatory_detail
from rehearsal.stage import Stage, raised
from tests import databases
from tests.cogs import prepared
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

    def address(self, choice: Choice) -> str:
        """The custom id of one of the card's buttons."""
        address = Address(Sort.BUTTON, "vote", self.manager.guild_id, (str(self.proposal.id), choice.value))
        parts = walk([component.to_dict() for component in self.card().components])
        found = (str(part.get("custom_id", "")) for part in parts)
        return next(custom_id for custom_id in found if Address.parse(custom_id) == address)

    async def press(self, who: Any, label: str) -> str:
        return seen(self.stage.answer(await who.click(self.card(), label=label)))

    async def stored(self) -> ProposalSheet:
        sheet = await self.stage.bot.store.read(signatory_detail.show, self.manager, self.proposal.id)
        return sheet.proposal


def seen(message: Any) -> str:
    """All texts and labels of a message."""
    return "\n".join(
        str(part.get("content") or part.get("label") or "")
        for part in walk([c.to_dict() if hasattr(c, "to_dict") else c for c in message.components])
    )


@asynccontextmanager
async def a_vote(tmp_path: Path, voters: int = 3, policy: dict[str, Any] | None = None) -> AsyncIterator[World]:
    """Entered inside a test, not as a fixture: the simulated clock belongs to the task that entered it."""
    settings = Settings(database=databases.url(tmp_path), card_seconds=0)
    async with raised(settings, start=START) as stage:
        guild = stage.env.create_guild("River Path Coalition")
        channel = guild.create_text_channel("proposals")
        people = [guild.add_member(stage.env.create_user(f"voter-{number}")) for number in range(voters)]
        await stage.env.settle()
        manager = Actor(guild.id, 1, manages_server=True)
        actors = [Actor(guild.id, voter.id) for voter in people]

        def prepare(session: Session) -> ProposalSheet:
            setup.set_up(session, manager, START, {"proposals_id": channel.id})
            for actor in actors:
                answers = ParticipantAnswers("Riverlight", "Director", "Europe/London", direct_messages=False)
                participants.take_part(session, actor, START, answers)
            made = letters.create(
                session,
                manager,
                START,
                "Keep it safe",
                "The Minister",
                START + timedelta(days=7),
                "Europe/London",
            )
            session.get_one(Letter, made.id).policy = Policy(hours=1).document() | (policy or {})
            window.open_(session, manager, START, made.id)
            name = ProposalAnswers(Kind.ORGANISATION, "Left|Right *Institute*", "Kenya")
            return proposals.propose(session, actors[0], START, made.id, name)

        people_ids = guild.id, channel.id, *(voter.id for voter in people)
        proposal = await prepared.write(stage.bot.store, prepare, repr(policy), people_ids)
        await stage.sweep()  # the sweep finds the card to be posted
        yield World(stage, channel, people, proposal, manager)
