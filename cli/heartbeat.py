"""The heartbeat: while the process works, it says so in a file and, where there is one, to the service manager.

``bot.py check --alive`` reads the file, for health checks. The beat comes from the event loop, so a process that is
stuck is found. It says nothing about Discord or the database: a restart would mend neither.
"""

import asyncio
import contextlib
import json
import logging
import os
import secrets
import socket
from pathlib import Path

from models.config import ConfigError, Settings
from models.database.lease import now

log = logging.getLogger(__name__)

BEAT = 10.0
"""Seconds between two beats, or half of what the service manager's watchdog waits, if that is less."""

STALE = 60.0
"""Seconds after the last beat at which the process counts as stuck."""


class Heartbeat:
    """Beats while it runs. ``say`` tells what the process does now, in a few words."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._status = "starting"
        self._works = True
        self._own = secrets.token_hex(8)
        self._beaten = self._shared = False

    def say(self, status: str) -> None:
        """The process does this now, and counts as started from the first time on."""
        self._status = status
        notify(f"READY=1\nSTATUS={status}")

    async def run(self) -> None:
        """Beat until it is cancelled; then the file goes."""
        watchdog = float(os.environ.get("WATCHDOG_USEC") or "inf") / 1e6
        try:
            while True:
                notify("WATCHDOG=1")
                await asyncio.to_thread(self._write)
                await asyncio.sleep(min(BEAT, watchdog / 2))
        finally:
            with contextlib.suppress(OSError):
                if not self._of_another():
                    self._place.unlink(missing_ok=True)

    def _of_another(self) -> bool:
        """Whether another process that works left the sign that is there: it would hide that this one is stuck."""
        try:
            beat = json.loads(self._place.read_text(encoding="utf-8"))
            return beat["by"] != self._own and 0 <= now() - float(beat["at"]) <= STALE
        except (OSError, ValueError, LookupError, TypeError):
            return False

    def _write(self) -> None:
        if not self._shared and self._beaten and self._of_another():
            self._shared = True
            log.warning(
                "another process also writes to %s; set alive_file to another file for one of them",
                self._place,
            )  # fmt: skip
        unfinished = self._place.with_name(f"{self._place.name}.{os.getpid()}.unfinished")
        try:
            unfinished.write_text(
                json.dumps({"at": now(), "status": self._status, "by": self._own}), encoding="utf-8"
            )
            unfinished.replace(self._place)
            self._beaten = True
        except OSError as error:
            if self._works:
                log.warning(
                    "I can't write to %s, which check --alive reads: %s; set alive_file to another file",
                    self._place, error.strerror or error,
                )  # fmt: skip
            self._works = False


def check(settings: Settings) -> int:
    """Print whether the bot is running here; 0 if it is, 1 if not."""
    alive, says = read(settings.alive_place())
    print(says)
    return 0 if alive else 1


def read(place: Path) -> tuple[bool, str]:
    """Whether the process that beats there works, and the words that say so."""
    try:
        beat = json.loads(place.read_text(encoding="utf-8"))
        age, status = now() - float(beat["at"]), str(beat["status"])
    except FileNotFoundError:
        return False, f"The bot isn't running here: there's no file {place}."
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ConfigError(f"I can't tell if the bot is running from {str(place)!r}: {error}.") from None
    if age < 0:
        return False, f"The bot isn't running here. It last wrote to {place} before this machine started."
    if age > STALE:
        return False, f"The bot is stuck or was killed. It last wrote to {place} {age:.0f} seconds ago."
    return True, f"The bot is running ({status}). It last wrote to {place} {age:.0f} seconds ago."


def notify(words: str) -> None:
    """Tell the service manager, if it asked for it (sd_notify(3)). Ten lines, so that no package is needed for it."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect(f"\0{address[1:]}" if address.startswith("@") else address)
        line.sendall(words.encode())
