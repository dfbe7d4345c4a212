"""Parts: moderators switch on, from the panel, what the coalition does around the list of a letter."""

from cogs.runtime import permissions
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Reply, press
from cogs.ui.cards import around, panel
from cogs.ui.layout import Card
from cogs.ui.server_health import named
from models.coalitions import setup
from models.letter_parts import Part
from models.letters import parts
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.views import letter_panel


class LetterParts(Room):
    """Buttons under *Ask, talk, share* of ``/manage letter panel``."""

    @press("part.switch", Reply.IN_PLACE)
    async def switched(
        self, interaction: Interaction, actor: Actor, letter_id: int, part: Part, wanted: int
    ) -> Card:
        """Switch a part on or off, and show the panel as it is now. What the bot lacks for threads is told at once."""
        if part is Part.TALK and wanted:
            server = await self.store.read(setup.moderating, actor)
            lacking = permissions.lacking_to_talk(self.client, actor.guild_id, server.proposals_id)
            if lacking:
                raise Refusal(
                    Reason.BOT_LACKS_IN, permissions=tuple(map(named, lacking)), channel_id=server.proposals_id
                )
        await self.write(interaction, actor, parts.switch, letter_id, part, wanted=bool(wanted))
        sheet = await self.read(interaction, actor, letter_panel.show, letter_id)
        return panel.panel(sheet, panel.Tab.AROUND, around.switched(part, bool(wanted)))
