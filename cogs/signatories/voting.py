"""Voting: three buttons on each proposal, and their own vote taken back."""

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, form, press
from cogs.ui.cards import electorate as electorate_cards, proposal
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.terms import Choice
from models.translation import N_
from models.voting import ballots, electorate

OBJECT = Form(
    "object",
    N_("Against: leave out"),
    (
        Text(
            "reason",
            N_("Why leave this name out?"),
            N_("Moderators see your reason, but not your name."),
            long=True,
            most=500,
        ),
    ),
    kept=False,
)


class Voting(Room):
    """Presses on a proposal's card. What anyone voted is told to that person alone."""

    @press("vote")
    async def vote(self, call: Call, signatory_id: int, choice: Choice) -> Card:
        """Vote for, against or abstain; another press changes the vote."""
        sheet = await self.write(call, ballots.cast, signatory_id, choice, call.interaction.id)
        return proposal.voted(sheet, call.guild_id)

    @press("object", Reply.WITH_FORM)
    async def object(self, call: Call, signatory_id: int) -> OpenForm:
        """Open the form for the reason that an objection needs, for anyone who may vote now."""
        await self.store.read(ballots.check_cast, call.actor, call.now, signatory_id)
        return OBJECT.open(call.guild_id, signatory_id)

    @form(OBJECT)
    async def objected(self, call: Call, answers: Answers, signatory_id: int) -> Card:
        """Vote against, with the reason that was typed."""
        sheet = await self.write(
            call, ballots.cast, signatory_id, Choice.AGAINST, call.interaction.id, answers.get("reason") or ""
        )
        return proposal.voted(sheet, call.guild_id)

    @press("take-back", Reply.IN_PLACE)
    async def take_back(self, call: Call, signatory_id: int) -> Card:
        """Take their own vote back, on the private answer that told of it."""
        sheet = await self.write(call, ballots.take_back, signatory_id, call.interaction.id)
        return proposal.voted(sheet, call.guild_id)

    @press("vote.entitled")
    async def entitled(self, call: Call, signatory_id: int, page: int) -> Card:
        """Show a moderator who can vote on the name, or could; of a named vote also who did."""
        sheet = await self.read(call, electorate.show, signatory_id)
        return electorate_cards.card(sheet, page)
