"""An open letter on the simulated Discord, with two who take part; tests enter it themselves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session

from models.coalitions import setup
from models.letters import letters, window
from models.participants import participants
from models.rules.voting_policy import Policy
from models.sheets import LetterSheet, MineSheet, ParticipantAnswers, ProposalAnswers, ProposalSheet
from models.submissions import proposals
from models.terms import Kind
from models.views import my_tasks
from tests.cogs import prepared
from tests.cogs.server import START, Server, a_server

CLOSE = START + timedelta(days=2)


@dataclass
class Campaign:
    """The server, its letter, and Ben, who takes part as Ana does."""

    server: Server
    letter: LetterSheet
    ben: Any

    @property
    def hall(self) -> Any:
        return self.server.hall

    @property
    def ana(self) -> Any:
        return self.server.ana

    async def propose(self, name: str, who: Any = None) -> ProposalSheet:
        """A name proposed, without the form."""
        answers = ProposalAnswers(Kind.ORGANISATION, name)
        actor = self.server.actor(who or self.ben)
        write = self.server.stage.bot.store.write
        return await write(proposals.propose, actor, self.server.stage.env.now(), self.letter.id, answers)

    async def waiting(self, who: Any) -> MineSheet:
        """What waits for this person now."""
        now = self.server.stage.env.now()
        return await self.server.stage.bot.store.read(my_tasks.mine, self.server.actor(who), now, None, None)


@asynccontextmanager
async def a_campaign(tmp_path: Path, policy: Policy | None = None) -> AsyncIterator[Campaign]:
    async with a_server(tmp_path) as server:
        ben = server.add("ben")

        def prepare(session: Session) -> LetterSheet:
            setup.set_up(session, server.manager, START, {})
            for who, organisation in ((server.ana, "Riverlight"), (ben, "Bridge Trust")):
                answers = ParticipantAnswers(organisation, "Director", "", direct_messages=False)
                participants.take_part(session, server.actor(who), START, answers)
            made = letters.create(session, server.manager, START, "Keep it safe", "The Minister", CLOSE)
            if policy is not None:
                letters.set_policy(session, server.manager, START, made.id, policy)
            return window.open_(session, server.manager, START, made.id)

        people = server.guild.id, server.owner.id, server.ana.id, ben.id
        yield Campaign(server, await prepared.write(server.stage.bot.store, prepare, repr(policy), people), ben)
