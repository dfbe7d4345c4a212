"""Acts: the list of what moderators did, for moderators."""

from datetime import timedelta

import discord
from discord import app_commands

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui.acts import called
from cogs.ui.cards import acts as cards
from cogs.ui.layout import Card
from models.acts import Act
from models.coalitions import setup
from models.letters import weakening
from models.operations import taking_back
from models.translation import N_, _
from models.views import moderation_log


class Acts(Room):
    """``/roster acts``: what moderators did, for moderators."""

    @press("acts")
    @command(
        "roster acts",
        # Translators: at most 100 characters.
        N_(
            "See what moderators decided, added, changed or published, and names one person entered and "
            "approved"
        ),
    )
    async def acts(self, call: Call, letter: Letter = None) -> Card:
        """Show the first page, the newest act first."""
        return cards.card(await self.store.read(moderation_log.show, call.actor, letter))

    @command(
        "roster acts-of",
        # Translators: at most 100 characters.
        N_("See what one account did recently, and undo it step by step"),
        member=N_("Whose account"),
        hours=N_("How many hours back"),
    )
    async def acts_of(
        self,
        call: Call,
        member: discord.Member | discord.User,
        hours: app_commands.Range[int, taking_back.HOURS[0], taking_back.HOURS[-1]] = 24,
    ) -> Card:
        """List what one account did since an instant, the newest first."""
        since = int((call.now - timedelta(hours=hours)).timestamp())
        return await self._of(call, member.id, since)

    @press("acts.take-back", Reply.IN_PLACE)
    async def taken_back(self, call: Call, user_id: int, since: int, *, values: list[str]) -> Card:
        """One of them; then the rest."""
        act = await self.write(call, taking_back.take_back, inputs.number(values[0]))
        if act is Act.COALITION_SET_UP:
            settings = await self.store.read(setup.moderating, call.actor)
            self.client.languages.set_server(call.guild_id, settings.language)
        said = (
            _(cards.WANTED) if act is Act.SAFEGUARD_WANTED else _("I've undone this: {act}.", act=called(act))
        )
        return await self._of(call, user_id, since, said)

    async def _of(self, call: Call, user_id: int, since: int, said: str = "") -> Card:
        at = inputs.instant(since)
        return cards.of_account(await self.store.read(taking_back.of_account, call.actor, user_id, at), said)

    @press("safeguard.confirm")
    async def confirmed(self, call: Call, entry_id: int) -> Card:
        """Weaken a safeguard as another moderator wants, from the notice of it."""
        return cards.confirmed(await self.write(call, weakening.confirm, entry_id))

    @press("acts.turn", Reply.IN_PLACE)
    async def turned(self, call: Call, letter_id: int, page: int) -> Card:
        """Show another page. The newest act comes first."""
        return cards.card(await self.store.read(moderation_log.show, call.actor, letter_id, page))
