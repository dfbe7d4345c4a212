"""The check-up: what a start would find, for ``bot.py check``. Asks Discord nothing and changes nothing."""

import base64
import json
import os
from collections.abc import Callable
from datetime import datetime

from discord.utils import oauth_url, utcnow
from msgspec import Struct

from cli import backup, packages
from cli.queries import asked
from cogs.client import INTENTS
from cogs.runtime import clocks
from cogs.runtime.permissions import PERMISSIONS
from cogs.ui import words
from models.config import ConfigError, Settings, shown
from models.database import installation, schema, secret_key
from models.operations import backups, file_modes, health
from models.operations.health import scheduler_health
from models.sheets import SchedulerHealth


class Report(Struct, frozen=True):
    """Pairs of name and finding, in the order to be read; and a sentence for each thing to fix."""

    findings: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]


def examine(settings: Settings) -> Report:
    """Look at database and token, and say what the bot asks Discord for."""
    findings, problems = [], []
    for name, look in LOOKS.items():
        try:
            findings.append((name, look(settings)))
        except ConfigError as error:
            findings.append((name, "see below"))
            problems.append(str(error))
    return Report(tuple(findings), tuple(dict.fromkeys(problems)))


def _database(settings: Settings) -> str:
    state = schema.state_of(settings.database)
    name = shown(settings.database)
    if state.current:
        return f"{name} is up to date (revision {state.stored})"
    if not state.stored:
        return f"{name} is empty; the bot sets it up when it starts"
    return f"{name} is at revision {state.stored}; the bot updates it to {state.newest} when it starts"


def _files(settings: Settings) -> str:
    if not file_modes.knows_modes(settings):
        return "this file system has no permissions, so anyone with an account on this machine can read the database"
    if wide := file_modes.readable_by_others(settings):
        named = ", ".join(map(str, wide))
        return f"others on this machine can read {named}; the bot changes that when it starts, if it can (mode 600)"
    return "only this account can read the bot's files"


def _backups(settings: Settings) -> str:
    if not settings.backups:
        return "the bot makes none, because the setting backups is 0"
    for name in (backup.MADE, backup.TRIAL, *([backup.COMMAND] if settings.backup_command else [])):
        if failed := _noted(settings, name).get("failed"):
            raise ConfigError(failed)
    last = backups.newest(settings)
    kept = f"the bot keeps the newest {settings.backups} in {backups.folder(settings)}"
    return (
        f"{kept}; the last one is from {last[1]:%d %B %Y, %H:%M} UTC"
        if last
        else f"{kept}; the bot hasn't made any yet"
    )


def _pages(settings: Settings) -> str:
    if settings.pages is None:
        return "the setting pages is empty, so letters have no page on the web"
    if not settings.pages.is_dir():
        raise ConfigError(f"The folder for pages {str(settings.pages)!r} doesn't exist. Create it.")
    if not os.access(settings.pages, os.W_OK | os.X_OK):
        raise ConfigError(
            f"The bot can't write to the folder for pages {str(settings.pages)!r}. Let its account write there."
        )
    return f"{settings.pages}{f', at {settings.pages_url}' if settings.pages_url else ''}"


def _restore(settings: Settings) -> str:
    if not settings.backups:
        return "there are no backups to test"
    tried = _noted(settings, backup.TRIAL).get("at")
    when = f"the last time was {datetime.fromisoformat(tried):%d %B %Y}" if tried else "it hasn't done so yet"
    return f"every week the bot tests the newest backup by restoring it into a copy; {when}"


def _noted(settings: Settings, name: str) -> dict[str, str]:
    if not schema.state_of(settings.database).current:
        return {}
    noted: dict[str, str] = json.loads(asked(settings.database, installation.get, name) or "{}")
    return noted


def _scheduler(settings: Settings) -> str:
    if not schema.state_of(settings.database).current:
        return "it hasn't run with this version yet"
    health = read_scheduler_health(settings.database, utcnow())
    if health.last_run is None and not health.overdue:
        return "it hasn't run yet"
    last = f"it last ran {words.utc(health.last_run)}" if health.last_run is not None else "it hasn't run yet"
    return f"{last}; {words.overdue(health)}"


def _shards(settings: Settings) -> str:
    if not schema.state_of(settings.database).current:
        return UNKNOWN
    up, down = asked(settings.database, health.shards)
    if not down:
        return f"when the bot last looked, {up} of {up} were up" if up else UNKNOWN
    named = ", ".join(map(str, down))
    all_ = up + len(down)
    return f"{up} of {all_} are up; shard {named} is down, so its servers get no answers; the bot keeps trying"


def _clock(settings: Settings) -> str:
    if not schema.state_of(settings.database).current:
        return UNKNOWN
    noted = asked(settings.database, health.clock_ahead)
    if noted is None:
        return "the bot hasn't compared it with Discord's yet"
    ahead, at = noted
    if ahead:
        raise ConfigError(clocks.sentence(ahead, f"On {words.utc(at)}, this machine's clock was"))
    return f"it agreed with Discord's when the bot last compared them, {words.utc(at)}"


def _packages(_settings: Settings) -> str:
    return f"all {packages.require()} that the bot needs are installed"


def _token(settings: Settings) -> str:
    settings.token_value()
    return "you've set one"


def _intents(_settings: Settings) -> str:
    privileged = [name for name in ("members", "presences", "message_content") if getattr(INTENTS, name)]
    return f"privileged intents that the bot needs: {', '.join(privileged) or 'none'}"


def _permissions(_settings: Settings) -> str:
    # discord.py still says read_messages for what Discord calls View Channel.
    asked = [name.replace("read_messages", "view_channel") for name, value in PERMISSIONS if value]
    return ", ".join(name.replace("_", " ").title() for name in asked)


def _invite(settings: Settings) -> str:
    """A token begins with the application's id, in base64."""
    try:
        token = settings.token_value()
    except ConfigError:  # the line about the token says why
        return "set the token first"
    start = token.partition(".")[0]
    try:
        application = int(base64.urlsafe_b64decode(start + "=" * (-len(start) % 4)))
    except ValueError:
        return "there is none, because your token doesn't look like one of Discord's"
    return oauth_url(application, permissions=PERMISSIONS)


UNKNOWN = "not known until the bot has run"
LOOKS: dict[str, Callable[[Settings], str]] = {
    "database": _database,
    "secret key": secret_key.check,
    "files": _files,
    "backups": _backups,
    "pages": _pages,
    "restore": _restore,
    "scheduler": _scheduler,
    "connections": _shards,
    "clock": _clock,
    "packages": _packages,
    "token": _token,
    "intents": _intents,
    "permissions": _permissions,
    "invite link": _invite,
}
"""What is looked at, in the order to be read. Each gives its finding or raises ConfigError."""


def read_scheduler_health(database: str, now: datetime) -> SchedulerHealth:
    """Read how the scheduler does, over all servers of a database of this version. Changes nothing."""
    return asked(database, scheduler_health, now)
