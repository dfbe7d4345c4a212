"""Privacy: what is stored about a person, exported as a file, and erased on their wish."""

import json
from datetime import datetime

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui import zipped
from cogs.ui.cards import privacy as cards
from cogs.ui.layout import Card, Document
from models.operations import forgetting, personal_data
from models.participants import participants
from models.sheets import PersonalData
from models.translation import N_


class Privacy(Room):
    """``/privacy``: what is stored, exported or erased; each answer is private."""

    @command("privacy about", N_("See what I store about you, and why"))
    async def about(self, call: Call) -> Card:
        """Say what is stored, in general and about this person."""
        known = await self.store.read(participants.me, call.actor)
        return cards.about(known, call.guild_id, self.client.retention)

    @command("privacy export", N_("Download everything I store about you on this server"))
    async def export(self, call: Call) -> Card:
        """Give everything that is stored about the actor, as one JSON file."""
        data = await self.store.read(personal_data.export, call.actor)
        file = Document("my-data.json", _written(data, call.now))
        return cards.exported(zipped.fitting(file, call.interaction.filesize_limit))

    @command("privacy erase", N_("Delete your data here. First you'll see what goes and what stays"))
    async def erase(self, call: Call) -> Card:
        """Ask before the actor's data are erased, and say what stays."""
        return cards.asked(await self.store.read(personal_data.check_erase, call.actor), self.client.retention)

    @press("privacy.erase", Reply.IN_PLACE)
    async def erased(self, call: Call) -> Card:
        """Erase the actor's data. Pressed again there is nothing left."""
        work = await self.read(call, forgetting.start)
        work = await self.write_in_steps(call, forgetting.go_on, work)
        done = await self.write(call, personal_data.erase, work)
        self.client.languages.forget(call.actor)
        return cards.erased(done)


def _written(data: PersonalData, now: datetime) -> bytes:
    document = {"server": str(data.guild_id), "you": str(data.user_id), "as_of": now.isoformat(), **data.kept}
    return json.dumps(document, ensure_ascii=False, indent=2).encode()
