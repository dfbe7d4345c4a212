"""The moderators' desk on the simulated Discord: a campaign with two moderators; tests enter it themselves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from sqlmodel import Session

from cogs.runtime.routes import Call
from models.coalitions import setup
from models.database.store import Store
from models.letters import endorsements
from models.participants import participants
from models.refusal import Reason, Refusal
from models.review import queue, review
from models.rules.voting_policy import Policy
from models.sheets import (
    Actor,
    ParticipantAnswers,
    ProposalAnswers,
    ProposalSheet,
    QueueSheet,
    ReviewAnswer,
    SignAnswers,
    SignatorySheet,
    VoteSheet,
)
from models.submissions import entries, proposals
from models.terms import Kind, Preset, SignatoryState, Way
from models.views import signatory_detail
from tests.cogs import prepared
from tests.cogs.campaign import Campaign, a_campaign
from tests.cogs.server import START, Server, as_read, newest
from tests.limits import walk

NO_VOTE = Policy(preset=Preset.MODERATORS_ONLY)
ROUGH = "@everyone **[x](https://e.example)** <@1> `_~|" * 5
BIG = 2**63 - 1
SHOWN = "A" * 22
WORST = ProposalSheet(
    id=BIG, guild_id=BIG, letter_id=2**31, letter_title=ROUGH[:200], kind=Kind.INDIVIDUAL, name=ROUGH[:200],
    country="VC", website=ROUGH[:200], affiliation=ROUGH[:200], note=ROUGH * 4, state=SignatoryState.VOTING,
    way=Way.PROPOSED, added_by=BIG, added_at=START, late=True, consent=False,
    vote=VoteSheet(Policy(), ends_at=START, ended_at=None, cut_short=True, voted=9999, result=None),
    leaving_at=START, shown=SHOWN,
)  # fmt: skip
"""The longest that a signatory can be."""


@dataclass
class Desk:
    """Ben proposes and gets direct messages; Mo and Ike hold the moderator role; Ana is a plain member."""

    world: Campaign
    role: Any
    mo: Any
    ike: Any

    @property
    def server(self) -> Server:
        return self.world.server

    @property
    def hall(self) -> Any:
        return self.world.hall

    @property
    def store(self) -> Store:
        return self.server.stage.bot.store

    @property
    def now(self) -> Any:
        return self.server.stage.env.now()

    def moderator(self, who: Any = None) -> Actor:
        return self.server.actor(who or self.mo, self.role)

    async def propose(self, name: str, *, agreed: bool = True, who: Any = None) -> int:
        """A name proposed by Ben, as a rule with who agreed; its id."""
        told = {"authorised_by": "Its director", "evidence": "E-mail"} if agreed else {}
        answers = ProposalAnswers(Kind.ORGANISATION, name, **told)
        actor = self.server.actor(who or self.world.ben)
        sheet = await self.store.write(proposals.propose, actor, self.now, self.world.letter.id, answers)
        return int(sheet.id)

    async def sign(self, name: str, who: Any) -> int:
        """A person signs with the own name; the id."""
        actor, letter_id = self.server.actor(who), self.world.letter.id

        def sign(session: Session) -> int:
            shown = endorsements.newest(session, letter_id)
            answers = SignAnswers(Kind.INDIVIDUAL, name, authorised=True, version_id=shown)
            return proposals.sign(session, actor, self.now, letter_id, answers).id

        return await self.store.write(sign)

    async def enter(self, name: str, who: Any = None) -> int:
        """A name entered by a moderator; its id."""
        answers = ProposalAnswers(Kind.ORGANISATION, name, "", "", "Its director", "E-mail")
        actor, letter_id = self.moderator(who), self.world.letter.id
        return int((await self.store.write(entries.enter, actor, self.now, letter_id, answers)).id)

    async def approve(self, *ids: int) -> tuple[ReviewAnswer, ...]:
        """Approved by Mo, without the panel."""
        sheet = await self.store.write(review.approve, self.moderator(), self.now, ids)
        return tuple(sheet.answers)

    async def shown(self, signatory_id: int) -> SignatorySheet:
        """One signatory as moderators see it."""
        sheet: SignatorySheet = await self.store.read(signatory_detail.show, self.moderator(), signatory_id)
        return sheet

    async def state(self, signatory_id: int) -> SignatoryState:
        return (await self.shown(signatory_id)).proposal.state

    async def queue(self, who: Any = None) -> QueueSheet:
        sheet: QueueSheet = await self.store.read(queue.queue, self.moderator(who))
        return sheet

    async def panel(self, who: Any = None) -> Any:
        """The message with the review queue."""
        return newest(await (who or self.mo).slash(self.hall, "review"))

    def menu(self, route: str, *arguments: object) -> str:
        return ":".join(("us:1:m", route, str(self.server.guild.id), *map(str, arguments)))

    async def look(self, *ids: int, who: Any = None) -> Any:
        """Choose these in the queue; the message that then is there."""
        who = who or self.mo
        custom_id = self.menu("review.look", self.world.letter.id, 1)
        panel = await self.panel(who)
        return newest(await who.select(panel, [str(one) for one in ids], custom_id=custom_id))

    async def hand_in(self, route: str, actor: Actor, *arguments: Any, **keywords: Any) -> Any:
        """A press that arrives although its button was never shown to this person."""
        return await self.handed(self.server.stage.bot.router.presses[route], actor, arguments, keywords)

    async def hand_in_form(self, route: str, actor: Actor, answers: dict[str, Any], *arguments: Any) -> Any:
        """A form that arrives although it was never opened for this person."""
        form = self.server.stage.bot.router.forms[route]
        return await self.handed(form, actor, (answers, *arguments), {})

    async def handed(self, route: Any, actor: Actor, arguments: Any, keywords: Any) -> Any:
        bot = self.server.stage.bot
        guild = bot.get_guild(actor.guild_id)
        interaction: Any = SimpleNamespace(
            extras={},
            created_at=self.now,
            client=bot,
            id=1,
            data={},
            guild=guild,
            guild_id=actor.guild_id,
            channel=self.hall,
            locale=discord.Locale.british_english,
            app_permissions=discord.Permissions.all(),
            filesize_limit=10_000_000,
            permissions=discord.Permissions.none(),
            user=guild.get_member(actor.user_id) if guild is not None else None,
        )
        return await route.handler(Call(interaction, actor), *arguments, **keywords)


def parts(message: Any) -> list[Any]:
    """Every component of a message."""
    return list(walk([one.to_dict() if hasattr(one, "to_dict") else one for one in message.components]))


def texts(message: Any) -> str:
    """All texts and labels of a message, each on its line."""
    found = (str(part.get("content") or part.get("label") or "") for part in parts(message))
    return as_read("\n".join(text for text in found if text))


async def refused(answer: Any) -> Reason:
    """The reason for which what is awaited is refused."""
    with pytest.raises(Refusal) as refusal:
        await answer
    return refusal.value.reason


@asynccontextmanager
async def a_desk(tmp_path: Path, policy: Policy = NO_VOTE) -> AsyncIterator[Desk]:
    async with a_campaign(tmp_path, policy) as world:
        server = world.server
        role = server.guild.create_role("Moderator")
        mo, ike = server.add("mo", role), server.add("ike", role)
        await server.stage.env.settle()
        people = ((world.ben, "Bridge Trust", ()), (mo, "Hill Fund", (role,)), (ike, "Shore Union", (role,)))

        def prepare(session: Session) -> None:
            setup.set_up(session, server.manager, START, {"moderator_role_id": role.id})
            for who, organisation, roles in people:
                answers = ParticipantAnswers(organisation, "Director", "", direct_messages=who is world.ben)
                participants.take_part(session, server.actor(who, *roles), START, answers)

        ids = server.guild.id, server.owner.id, world.ana.id, world.ben.id, role.id, mo.id, ike.id
        await prepared.write(server.stage.bot.store, prepare, repr(policy), ids)
        for command in ("review", "manage", "roster"):
            server.stage.show_command(server.guild, command, role)
            server.stage.show_command(server.guild, command, server.guild.default_role)
        yield Desk(world, role, mo, ike)
