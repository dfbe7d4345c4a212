"""Persons: someone whose name somebody else proposed is asked, and answers with their own press."""

import discord

from cogs.runtime import actors, inputs, permissions
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, press, user_command
from cogs.ui import reasons
from cogs.ui.cards import person as cards, proposer, signatory
from cogs.ui.layout import Card
from models.consents import person_requests
from models.refusal import Reason, Refusal
from models.signatories import lifecycle
from models.translation import N_, _
from models.views import signatory_detail


class Persons(Room):
    """Buttons about a person's own name: on the name's card, in direct messages and in ``/mine``."""

    @press("person.ask")
    async def asking(self, call: Call, signatory_id: int) -> Card:
        """Show a menu of people, so that the moderator or proposer says whose name it is."""
        return cards.choosing(await self.store.read(person_requests.check_ask, call.actor, signatory_id))

    @press("person.chosen", Reply.IN_PLACE)
    async def chosen(self, call: Call, signatory_id: int, *, values: list[str]) -> Card:
        """Ask the member who was chosen, if they are in the server."""
        await self.store.read(person_requests.check_ask, call.actor, signatory_id)
        user_id = inputs.user(values[0])
        await actors.chosen(self.client, call.guild_id, user_id)
        return cards.asked(await self.write(call, person_requests.ask, signatory_id, user_id))

    @user_command(
        # Translators: an entry of a menu, at most 32 characters.
        N_("Ask if we can list their name"),
    )
    async def from_person(self, call: Call, member: discord.Member | discord.User) -> Card:
        """Show the names that this person may be, from the person's menu."""
        names = await self.store.read(person_requests.askable, call.actor)
        return cards.choosing_name(names, call.guild_id, member.id)

    @press("person.is", Reply.IN_PLACE)
    async def name_chosen(self, call: Call, user_id: int, *, values: list[str]) -> Card:
        """Ask that person about the name that was chosen."""
        return await self.chosen(call, inputs.number(values[0]), values=[str(user_id)])

    @press("consent.message")
    async def message(self, call: Call, signatory_id: int) -> Card:
        """Give words to send to anyone who should agree."""
        sheet = await self.store.read(person_requests.request, call.actor, signatory_id)
        return cards.message(sheet, call.guild_id, permissions.guild_of(self.client, call.guild_id).name)

    @press("person.confirm")
    async def confirmed(self, call: Call, signatory_id: int, digest: str) -> Card:
        """The consent, to the name and the text that they were shown; what changed since is shown once more."""
        try:
            sheet = await self.write(call, person_requests.confirm, signatory_id, digest)
        except Refusal as refusal:
            if refusal.reason is not Reason.OUTDATED:
                raise
            stands = await self.store.read(signatory_detail.show, call.actor, signatory_id)
            return signatory.card(stands, _(reasons.DRAWN_ANEW))
        stands = await self.store.read(signatory_detail.show, call.actor, sheet.id)
        receipt = proposer.receipt(stands.proposal, stands.text_number)
        return cards.confirmed(stands.proposal, receipt)

    @press("person.refuse")
    async def refusing(self, call: Call, signatory_id: int) -> Card:
        """Ask before the person says no, because nobody asks them again."""
        return cards.refusing(await self.store.read(person_requests.check_refuse, call.actor, signatory_id))

    @press("person.refuse-surely", Reply.IN_PLACE)
    async def refused(self, call: Call, signatory_id: int) -> Card:
        """Left out, or off the list; heard at least, where somebody else confirmed the name."""
        sheet = await self.write(call, person_requests.refuse, signatory_id)
        return cards.refused(sheet) if sheet.state in lifecycle.ENDED else cards.heard(sheet)
