"""The bot as everything below the client sees it. The client puts all of it together, so nothing here imports it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

import discord
from discord import app_commands

from cogs.runtime.clocks import Clocks
from cogs.runtime.languages import Languages
from cogs.runtime.routes import Call, Route
from cogs.ui.command_links import CommandLinks
from cogs.ui.forms import Answers, OpenForm
from cogs.ui.layout import Card
from models.config import Settings
from models.database.store import Store
from models.operations.retention import Retention
from models.sheets import DraftSheet


class Publisher(Protocol):
    """The part of :class:`cogs.background.publisher.Publisher` that rooms use."""

    def nudge(self) -> None:
        """Have it look whether there is something to do."""


class Pages(Protocol):
    """The part of :class:`cogs.background.pages.Pages` that rooms use."""

    @property
    def written(self) -> Mapping[int, datetime]:
        """When each page was last found to be as the list stands, by its letter; aware UTC."""

    @property
    def failed(self) -> str:
        """Why nothing could be written at the last try; empty where it could."""

    def address(self, letter_id: int) -> str:
        """Where a letter's page is on the web; empty where nobody told us."""


class Scheduler(Protocol):
    """The part of :class:`cogs.background.scheduler.Scheduler` that rooms use."""

    @property
    def last_run(self) -> datetime | None:
        """When it woke the bot last; None before the first time."""

    def wake_at(self, moment: datetime | None) -> None:
        """Have it wake the bot then; None for never."""


class Router(Protocol):
    """The part of :class:`cogs.runtime.router.Router` that rooms use."""

    @property
    def forms(self) -> Mapping[str, Route]:
        """The method for each form, by its route."""

    def connect(self, room: object) -> None:
        """Take in the marked methods of a room."""

    async def again(self, call: Call, kept: DraftSheet, answers: Answers) -> Card | OpenForm | None:
        """Serve a refused form once more."""


class Bot(Protocol):
    """The client as everything below it sees it."""

    @property
    def store(self) -> Store:
        """The store, through which every verb and query runs."""

    @property
    def clocks(self) -> Clocks:
        """This machine's clock beside Discord's."""

    @property
    def languages(self) -> Languages:
        """Who hears which language."""

    @property
    def retention(self) -> Retention:
        """How long what is not needed any more is kept."""

    @property
    def router(self) -> Router:
        """The router, to which rooms connect their methods."""

    @property
    def publisher(self) -> Publisher:
        """The publisher, which sends messages and redraws cards."""

    @property
    def settings(self) -> Settings:
        """What whoever runs the bot has set."""

    @property
    def pages(self) -> Pages:
        """The pages, which are kept on the web."""

    def leads(self) -> bool:
        """Whether this process may act on the world outside now."""

    @property
    def scheduler(self) -> Scheduler:
        """The scheduler, which wakes the bot when something is due."""

    @property
    def tree(self) -> app_commands.CommandTree[Any]:
        """The tree of commands, as discord.py keeps it."""

    @property
    def command_links(self) -> CommandLinks:
        """The commands as links, with the ids that Discord gave them."""

    @property
    def application_id(self) -> int | None:
        """Discord's id of the application; None before it is logged in."""

    @property
    def user(self) -> discord.ClientUser | None:
        """The bot's own user; None before it is logged in."""

    def nudge(self) -> None:
        """Something was written: let it be told."""

    def get_guild(self, guild_id: int, /) -> discord.Guild | None:
        """A server that the bot is in."""

    def get_partial_messageable(
        self, channel_id: int, /, *, guild_id: int | None = None
    ) -> discord.PartialMessageable:
        """A channel by its id alone."""

    async def create_dm(self, user: discord.abc.Snowflake) -> discord.DMChannel:
        """The channel of someone's direct messages."""
