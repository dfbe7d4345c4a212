"""Help: what one can do here, fitting anyone who asks."""

from cogs.runtime.commands import command
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Reply, press
from cogs.ui.cards import help as cards
from cogs.ui.cards.languages import OF_DISCORD
from cogs.ui.layout import Card
from models import translation
from models.coalitions import setup
from models.participants import participants
from models.sheets import Actor
from models.translation import N_


class Help(Room):
    """``/help``: says privately what one can do."""

    @command("help", N_("See what you can do here"))
    async def help(self, _interaction: Interaction, actor: Actor) -> Card:
        """The next step first, then the commands that work for this person."""
        return cards.card(await self.store.read(setup.member_status, actor))

    @press("language", Reply.IN_PLACE)
    async def language(self, interaction: Interaction, actor: Actor, *, values: list[str]) -> Card:
        """Choose in which language the actor is spoken and written to, from this answer on."""
        chosen = "" if values[0] == OF_DISCORD else values[0]
        await self.store.write(participants.choose_language, actor, chosen)
        self.client.languages.set_person(actor, chosen)
        translation.speak(self.client.languages.person(actor, interaction.locale.value))
        return cards.card(await self.store.read(setup.member_status, actor))
