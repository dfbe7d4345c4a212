"""Parts: moderators switch on, from the panel, what the coalition does around the list of a letter."""

from cogs.runtime import permissions
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, press
from cogs.ui.cards import around, panel
from cogs.ui.layout import Card
from cogs.ui.server_health import named
from models.coalitions import setup
from models.letter_parts import Part
from models.letters import parts
from models.refusal import Reason, Refusal
from models.views import letter_panel


class LetterParts(Room):
    """Buttons under *Ask, talk, share* of ``/manage letter panel``."""

    @press("part.switch", Reply.IN_PLACE)
    async def switched(self, call: Call, letter_id: int, part: Part, wanted: int) -> Card:
        """Switch a part on or off, and show the panel as it is now. What the bot lacks for threads is told at once."""
        if part is Part.TALK and wanted:
            server = await self.store.read(setup.moderating, call.actor)
            lacking = permissions.lacking_to_talk(self.client, call.guild_id, server.proposals_id)
            if lacking:
                raise Refusal(
                    Reason.BOT_LACKS_IN, permissions=tuple(map(named, lacking)), channel_id=server.proposals_id
                )
        await self.write(call, parts.switch, letter_id, part, wanted=bool(wanted))
        sheet = await self.read(call, letter_panel.show, letter_id)
        return panel.panel(sheet, panel.Tab.AROUND, around.switched(part, bool(wanted)))
