"""Runs in the bot's process before ``bot.py``: Discord's addresses are those of the wire, and the clock can be moved.

The bot itself is unmodified. The process ends with the one that started it: its standard input is theirs.
"""

import os
import sys
import threading
from datetime import datetime, timedelta, tzinfo

if "WIRE_ADDRESS" in os.environ and sys.argv[:1] != ["-m"]:
    import discord
    import yarl
    from discord.gateway import DiscordWebSocket

    _HOST = os.environ["WIRE_ADDRESS"]
    discord.http.Route.BASE = f"http://{_HOST}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{_HOST}/gateway/")

    def _end_with_the_other_side() -> None:
        while os.read(0, 4096):
            pass
        os._exit(1)

    threading.Thread(target=_end_with_the_other_side, daemon=True).start()

if "WIRE_UNPREPARED" in os.environ and sys.argv[:1] != ["-m"]:  # where nobody types a deadline, and all read English
    sys.path.append(os.environ["WIRE_UNPREPARED"])
    from models import translation
    from models.deadlines import reader

    translation.languages = lambda: (translation.ENGLISH,)  # type: ignore[assignment]
    reader.prepare = lambda: None
    sys.path.pop()

if "WIRE_CLOCK" in os.environ:
    import apscheduler.executors.base
    import apscheduler.schedulers.base
    import apscheduler.triggers.date
    import apscheduler.triggers.interval
    import discord.utils

    real = discord.utils.utcnow

    def utcnow() -> datetime:
        """This machine's clock, moved by the seconds that the file holds."""
        with open(os.environ["WIRE_CLOCK"], encoding="ascii") as file:
            return real() + timedelta(seconds=float(file.read()))

    class Moved(datetime):
        """What APScheduler takes for ``datetime``."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Moved":
            now = utcnow()
            shown = now.astimezone(tz) if tz is not None else now.replace(tzinfo=None)
            return cls.fromisoformat(shown.isoformat())

    discord.utils.utcnow = utcnow
    for module in (
        apscheduler.schedulers.base,
        apscheduler.executors.base,
        apscheduler.triggers.date,
        apscheduler.triggers.interval,
    ):
        module.datetime = Moved
