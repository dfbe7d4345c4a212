"""The room: one world at a time, the panes through which browser windows see it, and what windows ask for."""

import asyncio
import contextlib
import logging
import secrets
import tempfile
import traceback
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from models.config import Settings
from models.operations.copying import alone
from models.publishing import verification
from models.sheets import VerificationSheet
from models.translation import ENGLISH
from rehearsal import inside
from rehearsal.room import facts, faults, first_letter, tour
from rehearsal.room.moments import INSTANTS, Moment, Scene, Wording
from rehearsal.room.people import ANA
from rehearsal.room.world import World, opened
from rehearsal.script import Name

TROUBLES_AT_MOST = 30
TOURS = {
    Moment.EMPTY: ("Your first letter", first_letter.STEPS),
    Moment.MIDWEEK: ("A letter's week", tour.STEPS),
}
"""Which tour begins at which moment: its title and its steps. Elsewhere that of the week is only shown."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is rehearsed: the letter, the names on its list, and where the database is kept (None: nowhere)."""

    wording: Wording
    names: Sequence[Name]
    database: Path | None = None
    language: str = ENGLISH
    """What everybody's Discord and the coalition speak."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error or a warning, as the bot logged it."""

    number: int
    at: datetime
    said: str
    details: str


class Room:
    """Holds the world that is open; :meth:`begin` puts another in its place."""

    def __init__(self, plan: Plan, port: int) -> None:
        self.plan, self.port = plan, port
        self.token = secrets.token_urlsafe(18)
        self.moment = Moment.EMPTY
        self.generation = 0
        """Counts the worlds; whatever was shown of an earlier one is void."""
        self.world: World | None = None
        self.since: facts.Start | None = None
        self.tour: tuple[tour.Stand, ...] = ()
        """How its steps stand."""
        self.begins = tour.Turn(ANA, "proposals")
        """Who a visitor is at first, and where."""
        self.busy = ""
        """What everyone is waiting for, in words; empty when nothing."""
        self.troubles: deque[Trouble] = deque(maxlen=TROUBLES_AT_MOST)
        self._numbers = 0
        self._panes: dict[str, inside.Pane] = {}
        self._keeper: asyncio.Task[None] | None = None
        self._over = asyncio.Event()
        self._beginning = asyncio.Lock()

    @property
    def steps(self) -> Sequence[tour.Step]:
        """Of the tour that belongs to this moment."""
        return TOURS[self.moment][1] if self.moment in TOURS else tour.STEPS

    async def begin(self, moment: Moment) -> None:
        """Leave the world that is open, and bring a new one to a moment. Raises what goes wrong on the way.

        Anyone who asks for the same while it begins, with a double click or in a second window, waits for that one.
        """
        before = self.generation
        async with self._beginning:
            if self.generation == before or self.moment is not moment:
                await self._begin(moment)

    async def _begin(self, moment: Moment) -> None:
        await self.close()
        self.moment, self.generation = moment, self.generation + 1
        self.busy = "Getting ready…"
        self.troubles.clear()
        self._over.clear()
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._keeper = keeper = asyncio.create_task(self._keep(moment, ready))
        try:
            await asyncio.wait({ready, keeper}, return_when=asyncio.FIRST_COMPLETED)
            if keeper.done():
                await keeper
        finally:
            self.busy = ""

    async def close(self) -> None:
        """Leave the world; the throw-away database goes with it. Harmless when repeated."""
        self._over.set()
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            await asyncio.wait({keeper})

    async def _keep(self, moment: Moment, ready: asyncio.Future[None]) -> None:
        """One world from its beginning to its end, in the one task to which its clock belongs."""
        with self._database() as database:
            settings = Settings(database=f"sqlite:///{database}", card_seconds=0)
            async with opened(settings, INSTANTS[Moment.EMPTY], self.plan.language) as world:
                await Scene(world, self.plan.wording, self.plan.names, self.plan.language).play(moment)
                self.since = await facts.start(world)
                self.tour = tour.stands(self.steps, await facts.since(world, self.since))
                self.begins = self.tour[0].turn
                self.world = world
                ready.set_result(None)
                await self._over.wait()
                async with world.lock:
                    self.world = None
                    self._panes.clear()

    @contextlib.contextmanager
    def _database(self) -> Any:
        if self.plan.database is None:
            with tempfile.TemporaryDirectory(prefix="undersigned-", ignore_cleanup_errors=True) as folder:
                yield Path(folder) / "rehearsal.db"
        else:
            for ending in ("", "-wal", "-shm"):
                Path(f"{self.plan.database}{ending}").unlink(missing_ok=True)
            place = self.plan.database.resolve()
            with alone(f"sqlite:///{place}"):  # as a bot that runs, so that no restore replaces it
                yield place

    def here(self) -> World:
        """The world that is open; LookupError while there is none."""
        if self.world is None:
            raise LookupError("world")
        return self.world

    @asynccontextmanager
    async def acting(self, busy: str = "") -> AsyncIterator[World]:
        """Do one thing in the world; afterwards every window shows what came of it."""
        world = self.here()
        async with world.lock:
            if self.world is not world:
                raise LookupError("world")
            self.busy = busy
            errors = world.stage.env.error_cursor
            try:
                yield world
            finally:
                self.busy = ""
                for error in world.stage.env.errors_since(errors):
                    self.note(str(error) or type(error).__name__, "".join(traceback.format_exception(error)))
                world.stage.forget_traffic()
                if self.since is not None:
                    self.tour = tour.stands(self.steps, await facts.since(world, self.since))
                self._show_all()

    def _show_all(self) -> None:
        for pane in self._panes.values():
            if pane.watched:
                pane.show_now()

    async def pane(self, key: str, channel_id: int) -> str:
        """The capability with which a window sees one channel as one person; LookupError where it may not."""
        world = self.here()
        channel, viewer = world.channel(key, channel_id)
        capability = f"{self.token}.{self.generation}.{key}.{channel_id}"
        async with world.lock:
            if capability not in self._panes:
                self._panes[capability] = await inside.pane(
                    world.stage.env, channel, viewer, capability, self.port, world.stage.locale
                )
        return capability

    def pane_of(self, capability: str) -> inside.Pane:
        """The pane for a capability; LookupError for one of an earlier world."""
        return self._panes[capability]

    async def skip(self, seconds: float | None) -> None:
        """Let time pass: so many seconds, or with None to the next notice (LookupError if none is planned)."""
        async with self.acting("Time passes…") as world:
            if seconds is None:
                planned = (await world.reminders()).planned
                if not planned:
                    raise LookupError("notice")
                seconds = (planned[0].due_at - world.now).total_seconds()
            await world.skip(seconds)

    async def give_role(self, key: str, role_id: int, held: bool) -> None:
        """Give someone a role, or take it; LookupError for a role that there is not."""
        async with self.acting() as world:
            await world.give_role(key, role_id, held)

    async def integrate(self, shown: bool) -> None:
        """Show the moderators' commands to their role, or not; LookupError while there is no such role."""
        async with self.acting() as world:
            await world.integrate(shown)

    async def fault(self, key: str, on: bool) -> None:
        """Switch a fault; LookupError for one that there is not."""
        async with self.acting() as world:
            faults.switch(world, key, on)
            await world.stage.env.settle()

    async def menu(self, key: str, channel_id: int, message_id: int, name: str) -> None:
        """What *Apps* offers on a message; LookupError for a message or a command that is not there."""
        async with self.acting() as world:
            channel, who = world.channel(key, channel_id)
            message = next((one for one in channel.history(viewer=who) if one.id == message_id), None)
            if message is None or name not in world.menus(key, channel):
                raise LookupError(name)
            shown = await who.context_menu(channel, name, message)
            pane = self._panes.get(f"{self.token}.{self.generation}.{key}.{channel_id}")
            if shown.modal is not None and pane is not None:
                pane.show_form(shown)

    async def take(self, data: bytes) -> None:
        """Someone has kept a file; whether the bot gave it as a list, it knows itself."""
        async with self.acting() as world:
            found: VerificationSheet = await world.read(verification.verify, data, "")
            if found.handed_over_at is not None:
                world.taken.append(found.handed_over_at)

    def note(self, said: str, details: str) -> None:
        """Remember something that went wrong, to be shown."""
        self._numbers += 1
        at = self.world.now if self.world is not None else INSTANTS[self.moment]
        self.troubles.append(Trouble(self._numbers, at, said, details))


class Listener(logging.Handler):
    """Hands the room every warning and error that the bot logs."""

    def __init__(self, room: Room) -> None:
        super().__init__(logging.WARNING)
        self._room = room
        self.setFormatter(logging.Formatter("%(message)s"))

    def filter(self, record: logging.LogRecord) -> bool:
        """discord.py's own warnings at a start are none of a visitor's business."""
        return record.levelno >= logging.ERROR or record.name.startswith(("cogs", "models", "cli"))

    def emit(self, record: logging.LogRecord) -> None:
        self._room.note(record.getMessage(), self.format(record))
