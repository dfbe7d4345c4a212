"""The vote: For, Against, Abstain on a proposal's card, and taking a vote back."""

import discord

from cogs.kit import words
from cogs.kit.forms import Answers as Typed
from cogs.kit.forms import Form, OpenForm, Text
from cogs.kit.layout import Accent, Card, Press, card, row
from cogs.kit.room import Interaction, Room
from cogs.kit.switchboard import Answers, form, press
from models import ballot
from models.sheets import Actor, VoteSheet
from models.terms import Choice

OBJECT = Form(
    "object",
    "Why leave it out?",
    (Text("reason", "Your reason", "Moderators read it, without your name.", long=True, most=500),),
)
MEANS = {Choice.FOR: "For: include", Choice.AGAINST: "Against: leave out", Choice.ABSTAIN: "Abstain: no view"}


class Voting(Room):
    """Serves the buttons of every proposal's card."""

    @press("vote")
    async def vote(self, interaction: Interaction, actor: Actor, signatory_id: int, choice: Choice) -> Card:
        now = interaction.created_at
        sheet = await self.store.write(ballot.cast, actor, now, signatory_id, choice, interaction.id)
        return answer(sheet, actor.guild_id)

    @press("object", Answers.WITH_FORM)
    async def ask_reason(self, _interaction: Interaction, actor: Actor, signatory_id: int) -> OpenForm:
        return OBJECT.open(actor.guild_id, signatory_id)

    @form(OBJECT)
    async def objected(self, interaction: Interaction, actor: Actor, typed: Typed, signatory_id: int) -> Card:
        sheet = await self.store.write(
            ballot.cast,
            actor,
            interaction.created_at,
            signatory_id,
            Choice.AGAINST,
            interaction.id,
            typed["reason"],
        )
        return answer(sheet, actor.guild_id)

    @press("take-back", Answers.IN_PLACE)
    async def take_back(self, interaction: Interaction, actor: Actor, signatory_id: int) -> Card:
        now = interaction.created_at
        sheet = await self.store.write(ballot.take_back, actor, now, signatory_id, interaction.id)
        return answer(sheet, actor.guild_id)


def answer(sheet: VoteSheet, guild_id: int) -> Card:
    """What now holds and until when, for the voter's eyes only."""
    whose = f"The vote of {words.escape(sheet.organisation)}" if sheet.organisation else "Your vote"
    name = words.escape(sheet.name)
    until = f"You can change it until {words.moment(sheet.until)}."
    if sheet.choice is None:
        return card(f"**No vote of yours stands** on {name}.\n{until}", accent=Accent.QUIET)
    held = "still is" if sheet.unchanged else "is now"
    said = f"{whose} on {name} {held} **{MEANS[sheet.choice]}**."
    if sheet.before is not None and not sheet.unchanged:
        said += f" Before, it was {MEANS[sheet.before]}."
    secret = "Nobody is shown how you voted." if sheet.secret else "This vote is named: it is shown at the end."
    back = Press(
        "Take my vote back", "take-back", guild_id, (sheet.signatory_id,), discord.ButtonStyle.secondary
    )
    return card(said, f"{until}\n-# {secret}", row(back), accent=Accent.GOOD)
