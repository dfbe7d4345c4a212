"""Scheduled events: tells Discord's list of events when a letter closes, where moderators switched that on."""

import discord
from discord.utils import utcnow

from cogs.background.loop import Loop
from cogs.runtime import errors, permissions
from cogs.runtime.bot import Bot
from cogs.ui import troubles, words
from cogs.ui.troubles import Trouble
from models.outbox import events
from models.sheets import EventTask
from models.terms import EventChange
from models.translation import _

MISSING = frozenset({50001, 50013})
"""Discord's codes for a permission that the bot lacks (API reference, JSON error codes)."""
NAME_LIMIT = 100


class ScheduledEvents:
    """Changes Discord's list of events while there is something to change; rests without a task otherwise."""

    def __init__(self, client: Bot, *, pause: float) -> None:
        self._client = client
        self._rounds = Loop(
            self._tell, pause=pause, name="scheduled events"
        )  # one look for all that is pressed meanwhile

    def nudge(self) -> None:
        """Look whether something has changed; called after every act and by the scheduler. Nothing once it stops."""
        self._rounds.nudge()

    async def stop(self, patience: float) -> None:
        """Begin nothing more; what is under way has ``patience`` seconds to end, and is done again after the next
        start where it was cut off."""
        await self._rounds.stop(patience)

    async def _tell(self) -> None:
        try:
            for task in await self._client.store.read_if_changed(events.to_tell, utcnow()):
                if not self._rounds.stopping.is_set():
                    await self._one(task)
        except Exception as error:
            errors.report(error, "the scheduled events")

    async def _one(self, task: EventTask) -> None:
        store = self._client.store
        try:
            await store.write(events.told, task, await self._told(task))
        except discord.HTTPException as error:
            if error.code in MISSING:
                lacking = troubles.stored(Trouble.LACKS, "create_events")
                await store.write(events.forbidden, utcnow(), task, lacking)
                self._client.publisher.nudge()
            else:
                await store.write(events.failed, task, troubles.stored(Trouble.ANSWERED, error.status))
        except permissions.FAILURES:
            await store.write(events.failed, task, Trouble.UNREACHABLE)

    async def _told(self, task: EventTask) -> int | None:
        """Make, move or remove the event; its id, or None if it is gone."""
        guild = self._client.get_guild(task.guild_id)
        if guild is None:
            return None
        change = task.change
        if change is EventChange.NONE:
            return task.event_id
        standing = await self._standing(guild, task.event_id)
        if standing is not None and change in (EventChange.REMOVE, EventChange.REPLACE):
            await standing.delete()
        if change is EventChange.REMOVE:
            return None
        with self._client.languages.in_server(task.guild_id):
            name, description = _words(task)
        if standing is not None and change is EventChange.MOVE:
            moved = await standing.edit(name=name, start_time=task.starts_at, end_time=task.ends_at)
            return moved.id
        made = await guild.create_scheduled_event(
            name=name,
            description=description,
            start_time=task.starts_at,
            end_time=task.ends_at,
            entity_type=discord.EntityType.external,
            privacy_level=discord.PrivacyLevel.guild_only,
            location="Discord",
        )
        return made.id

    @staticmethod
    async def _standing(guild: discord.Guild, event_id: int | None) -> discord.ScheduledEvent | None:
        if event_id is None:
            return None
        try:
            return await guild.fetch_scheduled_event(event_id, with_counts=False)
        except discord.NotFound:
            return None


def _words(task: EventTask) -> tuple[str, str]:
    """What the event is called, and what it says."""
    # Translators: in the server's list of events, at most 100 characters with the title.
    name = words.clip(_("Deadline: {title}", title=task.title), NAME_LIMIT)
    return name, _("This is the last hour to sign.")
