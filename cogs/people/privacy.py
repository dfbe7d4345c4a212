"""Privacy: what is stored about a person, taken along as a file, and erased on their wish."""

import json
from datetime import datetime

from discord import app_commands

from cogs.runtime import actors, messages
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Answers, press
from cogs.ui import zipped
from cogs.ui.cards import privacy as cards
from cogs.ui.layout import Card, Document
from models.operations import personal_data
from models.participants import participants
from models.sheets import Actor, PersonalData


class Privacy(Room):
    """``/privacy``: three private answers."""

    privacy = app_commands.Group(name="privacy", description="What is stored about you", guild_only=True)

    @privacy.command(name="about", description="What is stored about you, and why")
    async def about(self, interaction: Interaction) -> None:
        """What is stored, in general and about this person."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        known = await self.store.read(participants.me, actor)
        await messages.answer(interaction, cards.about(known, actor.guild_id, self.client.retention))

    @privacy.command(name="export", description="Everything that is stored about you here, as one file")
    async def export(self, interaction: Interaction) -> None:
        """One JSON file."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        data = await self.store.read(personal_data.export, actor)
        file = Document("my-data.json", _written(data, interaction.created_at))
        await messages.answer(interaction, cards.exported(zipped.fitting(file, interaction.filesize_limit)))

    @privacy.command(name="erase", description="Be forgotten here: says first what goes and what stays")
    async def erase(self, interaction: Interaction) -> None:
        """The question."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        await messages.answer(
            interaction, cards.asked(await self.store.read(personal_data.before_erasure, actor))
        )

    @press("privacy.erase", Answers.IN_PLACE)
    async def erased(self, interaction: Interaction, actor: Actor) -> Card:
        """Erased. Pressed again there is nothing left."""
        return cards.erased(await self.store.write(personal_data.erase, actor, interaction.created_at))


def _written(data: PersonalData, now: datetime) -> bytes:
    document = {"server": str(data.guild_id), "you": str(data.user_id), "as_of": now.isoformat(), **data.kept}
    return json.dumps(document, ensure_ascii=False, indent=2).encode()
