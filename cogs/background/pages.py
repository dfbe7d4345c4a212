"""Pages: keeps each letter's own page on the web as the list stands, where moderators switched that on.

Nobody waits for it. It looks when something was written and each minute; what cannot be written is tried again.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import ParamSpec, TypeVar

from discord.utils import utcnow

from cogs.background.loop import Loop
from cogs.background.page_folder import PageFolder
from cogs.runtime import errors
from cogs.runtime.bot import Bot
from models.config import Settings
from models.publishing.page import engine, files, reading
from models.sheets import PageSheet

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
        self._seen: dict[int, int] = {}
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
                log.error("the letters' pages cannot be written: %s. I keep trying.", said)
            self._failed = said
        except Exception as error:
            errors.report(error, "the pages")
        else:
            if self._failed:
                log.info("the letters' pages are written again")
            self._failed = ""

    async def _round(self) -> None:
        if (folder := self._folder) is None:
            return
        standing = await self._client.store.read(reading.standing)
        await self._apart(_remove_others, folder, {_name(letter_id) for letter_id in standing})
        self._seen = {letter_id: entry for letter_id, entry in self._seen.items() if letter_id in standing}
        written = []
        for letter_id, entry in standing.items():
            if self._rounds.stopping.is_set():
                break
            try:
                if await self._keep(folder, letter_id, entry):
                    written.append(letter_id)
            except OSError:
                raise
            except Exception as error:
                errors.report(error, "a letter's page")
        if written and self._readers:
            await asyncio.sleep(self._readers)
        for letter_id in written:
            await self._apart(folder.tidy, _name(letter_id))

    async def _keep(self, folder: PageFolder, letter_id: int, entry: int) -> bool:
        """Write one page, if anything of it changed since the last look; whether it did."""
        if self._seen.get(letter_id) == entry:
            self.written[letter_id] = utcnow()
            return False
        sheet = await self._client.store.read(reading.read, utcnow(), letter_id)
        if sheet is None:
            return False
        name = _name(letter_id)
        made_of = await self._apart(_made_of, sheet, self.address(letter_id))
        new = await self._apart(folder.mark, name) != made_of
        if new:
            offered = [one.number for one in sheet.editions if one.offered]
            lists = {number: files.list_places(number) for number in offered}
            same = await self._apart(_same, folder, name, list(lists.values()))
            made: dict[str, bytes] = {}
            for number in offered:
                if lists[number] not in same:
                    made |= await self._list(letter_id, number)
            made |= await self._apart(files.files, sheet, self.address(letter_id))
            if not self._client.leads():
                return False
            await self._apart(folder.put, name, made, [path for paths in same for path in paths], made_of)
        self._seen[letter_id] = entry
        self.written[letter_id] = utcnow()
        return True

    async def _list(self, letter_id: int, number: int) -> dict[str, bytes]:
        edition = await self._client.store.read(reading.edition, utcnow(), letter_id, number)
        # Somebody on it may have left while the page was read: the next round shows it so.
        return {} if edition is None else await self._apart(files.list_files, edition)

    async def _apart(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writer, lambda: work(*args, **kwargs))


def _name(letter_id: int) -> str:
    return f"letter-{letter_id}"


def _made_of(sheet: PageSheet, address: str) -> str:
    """What a page is made of: the same gives the same files, but for the instant."""
    return f"{engine.version()} {reading.fingerprint(sheet)} {address}"


def _same(folder: PageFolder, name: str, lists: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Files of published lists that are there already and were made as they would be made now."""
    if folder.mark(name).split(" ")[0] != engine.version():
        return []
    return [paths for paths in lists if folder.has(name, paths)]


def _remove_others(folder: PageFolder, names: set[str]) -> None:
    for name in folder.names() - names:
        folder.remove(name)
