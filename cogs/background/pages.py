"""Pages: keeps each letter's own page on the web as the list stands, where moderators switched that on.

Nobody waits for it. It looks when something was written and each minute; what cannot be written is tried again.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime
from typing import ParamSpec, TypeVar

from discord.utils import utcnow

from cogs.background.loop import Loop
from cogs.background.page_folder import PageFolder
from cogs.runtime import errors
from cogs.runtime.bot import Bot
from models import translation
from models.config import Settings
from models.publishing.page import engine, files, reading
from models.sheets import PageEdition, PageSheet

log = logging.getLogger(__name__)

CARDS = 5
"""So many times as long as between two edits of a card, the least wait between two rounds: a round of many names
keeps a processor busy for a second or two."""
READERS = 1.0
"""Seconds for which what is shown no more stays on the disk, for whoever is fetching it."""

P = ParamSpec("P")
T = TypeVar("T")


class Pages:
    """Writes pages while there is something new in them; rests without a task otherwise."""

    def __init__(self, client: Bot, settings: Settings) -> None:
        self._client, self._settings = client, settings
        self._folder = PageFolder(settings.pages) if settings.pages is not None else None
        self._rounds = Loop(self._tell, pause=CARDS * settings.card_seconds, name="pages")
        self._readers = min(READERS, settings.card_seconds)
        # Its own thread: a slow disk holds up nothing else.
        self._writer = ThreadPoolExecutor(1, "pages")
        self._seen: dict[int, tuple[int, str]] = {}
        """The newest entry of the journal when each page was last looked at, and what the page was made of."""
        self._untidy: set[int] = set()
        """Pages beside which something may be on the disk that is shown no more."""
        self._failed = ""
        self.written: dict[int, datetime] = {}
        """When each page was last found to be, or made, as the list stands; aware UTC."""

    @property
    def failed(self) -> str:
        """Why nothing could be written at the last try, in the system's words; empty where it could."""
        return self._failed

    def address(self, letter_id: int) -> str:
        """Where a letter's page is on the web, with a slash at the end; empty where nobody told us."""
        root = self._settings.pages_url
        return f"{root}/{_name(letter_id)}/" if root else ""

    def nudge(self) -> None:
        """Look whether something has changed; called after every act and each minute. Nothing once it stops."""
        if self._folder is not None:
            self._rounds.nudge()

    async def stop(self, patience: float) -> None:
        """Begin nothing more. A page that is cut off is begun again after the next start; the one that is shown stays
        whole."""
        await self._rounds.stop(patience)
        self._writer.shutdown(wait=False, cancel_futures=True)

    async def _tell(self) -> None:
        try:
            await self._round()
        except OSError as error:
            # Once, not each minute, until it works or fails in another way.
            said = f"{error.strerror or type(error).__name__} ({error.filename or self._settings.pages})"
            if said != self._failed:
                log.error("I can't write the letters' pages: %s. I'll keep trying", said)
            self._failed = said
        except Exception as error:
            errors.report(error, "the pages")
        else:
            if self._failed:
                log.info("I can write the letters' pages again")
            self._failed = ""

    async def _round(self) -> None:
        if (folder := self._folder) is None or not self._client.leads():
            return
        standing = await self._client.store.read_if_changed(reading.standing)
        self._seen = {letter_id: seen for letter_id, seen in self._seen.items() if letter_id in standing}
        self.written = {letter_id: at for letter_id, at in self.written.items() if letter_id in standing}
        self._untidy &= standing.keys()
        failures: list[OSError] = []
        others: set[str] = set()
        with _by_itself(failures):
            others = await self._apart(folder.names) - {_name(letter_id) for letter_id in standing}
        for name in others:
            with _by_itself(failures):
                await self._apart(folder.remove, name)
        for letter_id, entry in standing.items():
            if self._rounds.stopping.is_set():
                break
            with _by_itself(failures):
                await self._keep(folder, letter_id, entry)
        if self._untidy and self._readers:
            await asyncio.sleep(self._readers)
        for letter_id in sorted(self._untidy):
            with _by_itself(failures):
                await self._apart(folder.tidy, _name(letter_id))
                self._untidy.discard(letter_id)
        if failures:
            raise failures[0]

    async def _keep(self, folder: PageFolder, letter_id: int, entry: int) -> None:
        """Write one page, unless the one that is shown is as it would be written now."""
        name = _name(letter_id)
        shown = await self._apart(folder.mark, name)
        # Somebody may have removed it, or another process that led before may have ended its work late.
        if self._seen.get(letter_id) == (entry, shown):
            self.written[letter_id] = utcnow()
            return
        sheet = await self._client.store.read(reading.read, utcnow(), letter_id)
        if sheet is None:
            return
        with self._client.languages.in_server(sheet.guild_id):
            await self._write(folder, sheet, entry, shown)

    async def _write(self, folder: PageFolder, sheet: PageSheet, entry: int, shown: str) -> None:
        """Write a page in the language that is spoken now."""
        letter_id, name = sheet.listed.letter_id, _name(sheet.listed.letter_id)
        made_of = await self._apart(_made_of, sheet, self.address(letter_id))
        if shown != made_of:
            offered = [one for one in sheet.editions if one.offered]
            same = await self._apart(_same, folder, name, shown, offered)
            made: dict[str, bytes] = {}
            for one in offered:
                if files.list_places(one.number) not in same:
                    made |= await self._list(letter_id, one.number)
            made |= await self._apart(files.files, sheet, self.address(letter_id))
            if not self._client.leads():
                return
            await self._apart(folder.put, name, made, [path for paths in same for path in paths], made_of)
        self._untidy.add(letter_id)  # whoever wrote what is shown may have been killed before it tidied up
        self._seen[letter_id] = (entry, made_of)
        self.written[letter_id] = utcnow()

    async def _list(self, letter_id: int, number: int) -> dict[str, bytes]:
        edition = await self._client.store.read(reading.edition, utcnow(), letter_id, number)
        # Somebody on it may have left while the page was read: the next round shows it so.
        return {} if edition is None else await self._apart(files.list_files, edition)

    async def _apart(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        here = copy_context()  # the language, which a thread of another does not know
        return await asyncio.get_running_loop().run_in_executor(
            self._writer, lambda: here.run(work, *args, **kwargs)
        )


def _name(letter_id: int) -> str:
    return f"letter-{letter_id}"


@contextlib.contextmanager
def _by_itself(failures: list[OSError]) -> Iterator[None]:
    """What fails with one page holds up no other."""
    try:
        yield
    except OSError as error:
        failures.append(error)
    except Exception as error:
        errors.report(error, "a letter's page")


def _made_of(sheet: PageSheet, address: str) -> str:
    """What a page is made of: the same gives the same files, but for the instant."""
    lists = ",".join(_list_mark(one) for one in sheet.editions if one.offered)
    return f"{_version()} {reading.fingerprint(sheet)} {lists or 'none'} {address}"


def _version() -> str:
    """What says how pages are made, and in which language where we don't have that of a text."""
    return f"{engine.version()}-{translation.language()}"


def _list_mark(one: PageEdition) -> str:
    return f"{one.number}:{one.digest[:16]}"


def _same(folder: PageFolder, name: str, shown: str, offered: list[PageEdition]) -> list[tuple[str, ...]]:
    """Files of published lists that are there already and were made as they would be made now. A list of the same
    number can be another one: after a restore."""
    version, _, lists, *_ = [*shown.split(" "), "", ""]
    if version != _version():
        return []
    places = [files.list_places(one.number) for one in offered if _list_mark(one) in lists.split(",")]
    return [paths for paths in places if folder.has(name, paths)]
