"""Help: what one can do here, fitting anyone who asks."""

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui.cards import help as cards
from cogs.ui.cards.languages import OF_DISCORD
from cogs.ui.layout import Card
from models import translation
from models.coalitions import setup
from models.participants import participants
from models.translation import N_


class Help(Room):
    """``/help``: says privately what one can do."""

    @command("help", N_("What you can do here"))
    async def help(self, call: Call) -> Card:
        """The next step first, then the commands that work for this person."""
        return cards.card(await self.store.read(setup.member_status, call.actor))

    @press("language", Reply.IN_PLACE)
    async def language(self, call: Call, *, values: list[str]) -> Card:
        """Choose in which language the actor is spoken and written to, from this answer on."""
        chosen = "" if values[0] == OF_DISCORD else values[0]
        await self.store.write(participants.choose_language, call.actor, chosen)
        self.client.languages.set_person(call.actor, chosen)
        translation.speak(self.client.languages.person(call.actor, call.interaction.locale.value))
        return cards.card(await self.store.read(setup.member_status, call.actor))
