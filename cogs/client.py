"""The bot put together: intents, rooms, start, drain, close."""

import asyncio
import hashlib
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from cogs.background.leader_only import only_while
from cogs.background.pages import Pages
from cogs.background.publisher import Publisher
from cogs.background.scheduled_events import ScheduledEvents
from cogs.background.scheduler import Scheduler
from cogs.rooms import ROOMS
from cogs.runtime import descriptions, errors
from cogs.runtime.clocks import Clocks
from cogs.runtime.deduplication import RecentInteractions
from cogs.runtime.gateway import Listening
from cogs.runtime.limits import Pace
from cogs.runtime.router import Router
from cogs.ui.command_links import CommandLinks
from models.coalitions import records
from models.config import ConfigError, Settings
from models.database import installation, secret_key
from models.database.lease import Term
from models.database.schema import migrate
from models.database.store import Store
from models.letters import outages
from models.operations import file_modes, health, retention
from models.outbox import cards
from models.voting import sealing

log = logging.getLogger(__name__)

INTENTS = discord.Intents(guilds=True)
"""Nothing privileged: the bot sees servers, channels and roles, not members and not what they write."""

# The bot never speaks by voice: what discord.py misses for it is no warning to the host.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class Commands(app_commands.CommandTree["Undersigned"]):
    """The commands; each is known to be under way from its first step on, is done once, and fails in one way."""

    async def interaction_check(self, interaction: discord.Interaction["Undersigned"], /) -> bool:
        """Have closing wait for this command, and serve it only the first time that Discord delivers it."""
        interaction.client.under_way()
        return interaction.client.recent_interactions.first(interaction.id)

    async def _call(self, interaction: discord.Interaction["Undersigned"]) -> None:
        """Lead to the one handler of errors what discord.py would only log: what it raises while it reads options, or
        the message that a menu was opened on."""
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise  # goes there too
        except Exception as error:
            await errors.answer(interaction, error)


class Undersigned(Listening):
    """The client. Rooms reach the store, the router, the publisher and the scheduler through it.

    ``term`` says at any moment whether this process may send and write; where it may not, nothing leaves for Discord
    and nothing is committed. Without one nobody else is there.
    """

    def __init__(self, settings: Settings, term: Term | None = None) -> None:
        leads: Callable[[], bool] = term.leads if term is not None else lambda: True
        trace = only_while(leads, Pace())
        self.clocks = Clocks()
        self.clocks.watch(trace)
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Commands,
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
            max_ratelimit_timeout=60,
            shards=settings.shards,
            http_trace=trace,
        )
        self.leads = leads
        self._term = term
        self.settings = settings
        self.store = Store(settings.database, require=term.require) if term else Store(settings.database)
        self.router = Router()
        self.command_links = CommandLinks()
        self.recent_interactions = RecentInteractions()
        self.publisher = Publisher(self, card_seconds=settings.card_seconds)
        self.scheduled_events = ScheduledEvents(self, pause=settings.card_seconds)
        self.pages = Pages(self, settings)
        self.scheduler = Scheduler(self.wake, self.beat)
        self._busy: set[asyncio.Task[Any]] = set()
        self._closing = False

    async def setup_hook(self) -> None:
        """Before the connection: migrate the database, add the cogs, sync the commands where they changed, start
        the scheduler."""
        loop = asyncio.get_running_loop()
        require = self._term.require if self._term is not None else None
        await loop.run_in_executor(None, migrate, self.settings.database, require)
        self.store.key = await loop.run_in_executor(None, secret_key.opened, self.settings, require)
        await self._require_own_database()
        for file in await loop.run_in_executor(None, file_modes.narrow, self.settings):
            log.warning("others on this machine can read %s, and I can't change that (mode 600)", file)
        self.tree.error(self._answer_error)
        await self.store.write(retention.configure, self.retention)
        await self.store.write(cards.taken_over)
        await self.store.write(sealing.seal)
        await self.languages.load(self.store)
        for room in ROOMS:
            await self.add_cog(room(self))
        await self._sync_when_changed()
        self.scheduler.start()
        self.wake()

    @property
    def retention(self) -> retention.Retention:
        """How long what is not needed any more is kept."""
        settings = self.settings
        return retention.Retention(
            contacts=settings.retention_contacts,
            journal=settings.retention_journal,
            servers=settings.retention_servers,
            refusals=settings.retention_refusals,
            notices=settings.retention_notices,
            wishes=settings.retention_wishes,
        )

    def nudge(self) -> None:
        """Have messages sent, cards redrawn and events changed, because something was written."""
        if not self._closing and self.leads():
            self.publisher.nudge()
            self.scheduled_events.nudge()
            self.pages.nudge()

    def wake(self) -> None:
        """Have everything looked at, because time passed, or because another process may have written."""
        self.store.changes.everything()
        self.nudge()

    def under_way(self) -> None:
        """Remember the handler that runs, so that closing waits for it."""
        if (task := asyncio.current_task()) is not None:
            self._busy.add(task)
            task.add_done_callback(self._busy.discard)

    async def on_interaction(self, interaction: discord.Interaction["Undersigned"]) -> None:
        """Presses and forms arrive here: discord.py forgets forms with a restart, our addresses do not; and before it
        hands on a press it reads the whole message, whose parts it may not know."""
        if interaction.type is discord.InteractionType.component:
            await self.router.press(interaction)
        elif interaction.type is discord.InteractionType.modal_submit:
            await self.router.submitted(interaction)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The bot was added to a server: make its row, with the host's time zone and the server's language."""
        speaks = guild.preferred_locale.value
        language = await self.store.write(records.joined, guild.id, self.settings.time_zone, speaks)
        self.languages.set_server(guild.id, language)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server that was away is back, or the connection is new: make its row if there is none."""
        await self.on_guild_join(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was removed from a server: nothing is sent there any more."""
        await self.store.write(records.left, guild.id, discord.utils.utcnow())

    async def beat(self) -> None:
        """Each minute: leave a sign of life, and look whether pages changed. Another process may have erased a name."""
        await self.sign_of_life()
        self.store.changes.everything()
        if not self._closing and self.leads():
            self.pages.nudge()

    async def _shard_back(self, shard_id: int) -> None:
        """Moderators of the servers of a shard hear of its absence; where all were away, ``_returned`` tells them."""
        shard, others_were_up = self.get_shard(shard_id), self._connected
        if shard is not None and shard.is_closed():  # cut again since, before discord.py said that it was ready
            return
        since = self.down.pop(shard_id, None)
        if not self.is_ready():
            return
        if since is not None and others_were_up:
            theirs = {one.id for one in self.guilds if one.shard_id == shard_id}
            await self.store.write(outages.missed_by, discord.utils.utcnow(), since, theirs)
        await self._returned()

    @property
    def _connected(self) -> bool:
        """Whether Discord is there, over one connection at least."""
        up, _ = self.connections()
        return bool(up)

    async def sign_of_life(self) -> None:
        """Leave one, each minute while Discord is there and at the end; by the last one an absence is known. What is
        noted with it is stored in one transaction, where one that fails takes no other with it."""
        write, signs = self.store.write, dict[str, Awaitable[None]]()
        if self.is_ready():
            signs["shards"] = write(health.note_shards, *self.connections())
            if (ahead := self.clocks.ahead) is not None and (at := self.clocks.compared) is not None:
                signs["clock"] = write(health.note_clock, ahead, at)
        if self._connected:
            signs["presence"] = write(outages.alive, discord.utils.utcnow())
            if self.scheduler.last_run is not None:
                signs["scheduler"] = write(health.woken, self.scheduler.last_run)
        failed: dict[Exception, list[str]] = {}  # one that takes the whole transaction is the same for each
        for sign, came in zip(
            signs, await asyncio.gather(*signs.values(), return_exceptions=True), strict=True
        ):
            if isinstance(came, Exception):
                failed.setdefault(came, []).append(sign)
        for error, lost in failed.items():
            errors.report(error, f"the sign of life ({', '.join(lost)})")

    async def on_ready(self) -> None:
        """Discord is connected: note an absence."""
        await self._returned()
        self.dispatch("prepared")

    async def on_resumed(self) -> None:
        """A connection is back after a cut: note the absence."""
        await self._returned()

    async def on_shard_ready(self, shard_id: int) -> None:
        """A shard is connected, perhaps again."""
        await self._shard_back(shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """A shard is back after a cut."""
        await self._shard_back(shard_id)

    def connections(self) -> tuple[list[int], list[int]]:
        """The shards that are connected and those that are not; empty before the start."""
        ids = range(self.shard_count or 1) if self.is_ready() else range(0)
        return [one for one in ids if one not in self.down], sorted(self.down)

    async def _returned(self) -> None:
        """Discord is there, perhaps again: moderators hear of an absence before a close."""
        await self.store.write(records.present, discord.utils.utcnow(), {one.id for one in self.guilds})
        await self.store.write(outages.returned, discord.utils.utcnow())
        self.wake()

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Report what an event of Discord raised; nobody waits for an answer."""
        error = sys.exception()
        if error is not None:
            errors.report(error, event_method)

    async def close(self) -> None:
        """End what is under way within ``drain_seconds``, then let go of everything. Harmless when repeated.

        Presses that arrive meanwhile are answered too; what is told or drawn no more is a row for the next start.
        """
        if self._closing:
            return
        self._closing = True
        self.scheduler.stop()
        clock = asyncio.get_running_loop().time
        patience = self.settings.drain_seconds
        until = clock() + patience
        kept = (self.publisher, self.scheduled_events, self.pages)
        stopping = asyncio.gather(*(one.stop(patience) for one in kept))
        await asyncio.sleep(0)  # what Discord handed over just now says that it is under way
        while (busy := self._busy - {asyncio.current_task()}) and (left := until - clock()) > 0:
            await asyncio.wait(busy, timeout=left)
        await stopping
        await self.sign_of_life()
        await self.store.drain()
        await super().close()
        self.store.close()

    async def _answer_error(
        self, interaction: discord.Interaction["Undersigned"], error: app_commands.AppCommandError
    ) -> None:
        await errors.answer(interaction, error)

    async def _require_own_database(self) -> None:
        """Raises ConfigError where another application's bot posted the messages that the database knows of."""
        own = self.application_id or 0
        other = await self.store.write(installation.other_application, own)
        if other is not None:
            raise ConfigError(
                f"This database belongs to the bot with the application id {other}, but your token is for {own}, which "
                "can't edit the other bot's messages. Use that bot's token, or another database. If that bot is gone "
                "for good, run bot.py migrate --new-bot."
            )

    async def _sync_when_changed(self) -> None:
        """Tell Discord about the commands when their definition, or a catalogue, is not the one told last to this
        application, and keep the ids that it gave them."""
        definition = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        about = json.dumps([definition, descriptions.fingerprint()], sort_keys=True)
        digest = hashlib.sha256(about.encode()).hexdigest()
        told, given = f"commands:{self.application_id}", f"command ids:{self.application_id}"
        kept = await self.store.read(installation.get, given)
        if kept is None or await self.store.read(installation.get, told) != digest:
            translator = descriptions.Descriptions(definition)
            await asyncio.to_thread(translator.read)
            await self.tree.set_translator(translator)
            kept = json.dumps({one.name: one.id for one in await self.tree.sync()})
            await self.tree.set_translator(None)  # the next start needs none of it
            await self.store.write(installation.put, given, kept)
            await self.store.write(installation.put, told, digest)
            log.info("told Discord about the bot's commands")
        leaves = (
            one.qualified_name for one in self.tree.walk_commands() if not isinstance(one, app_commands.Group)
        )
        self.command_links = CommandLinks(leaves, json.loads(kept))
