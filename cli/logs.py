"""Logs: what the host can read, on standard error, with no token and no private data in it.

Text is one record a line, JSON is one object a line; both give instants in UTC.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

from models.config import Settings
from models.log_records import LogFormat

OURS = ("models", "cogs", "cli", "rehearsal")
"""The loggers that ``log_level`` sets. Libraries stay at WARNING, except those below."""

LIBRARIES = {"discord": logging.INFO}
"""Never lower: at DEBUG discord.py writes out whole messages of members."""

_HIDDEN = (
    # Interaction and webhook tokens are in the addresses that discord.py logs.
    (re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?]+"), r"\1***"),
    # PostgreSQL repeats the values of the row that it refuses.
    (re.compile(r"^DETAIL: .*$", re.MULTILINE), "DETAIL: ***"),
)
_ERRORS = re.compile(r"^\S.*$", re.MULTILINE)
"""The lines of a traceback that are an error's own words, not our source."""
_QUOTED = re.compile(r"""(?<!\w)(['"])(?:\\.|(?!\1).)*\1(?!\w)""")
"""What an error quotes is the value that it could not take, and that may have been typed by a member."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class _Formatter(logging.Formatter):
    """Formats one record, without what must not be in a log."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    @staticmethod
    def instant(record: logging.LogRecord) -> str:
        """When it was logged: ISO 8601, UTC."""
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")

    def clean(self, text: str) -> str:
        """The text without secrets and without what members wrote."""
        for secret in self._secrets:
            text = text.replace(secret, "***")
        for pattern, instead in _HIDDEN:
            text = pattern.sub(instead, text)
        return text

    def trace(self, record: logging.LogRecord) -> str:
        """Where an error came from; empty without one."""
        if not record.exc_info:
            return ""
        text = self.formatException(record.exc_info)
        return self.clean(_ERRORS.sub(lambda line: _QUOTED.sub("***", line[0]), text))


class _Text(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        # A name may hold a line break: one record must never look like two.
        message = _CONTROLS.sub(lambda found: repr(found[0])[1:-1], self.clean(record.getMessage()))
        line = f"{self.instant(record)} {record.levelname} {record.name}: {message}"
        trace = self.trace(record)
        return f"{line}\n{trace}" if trace else line


class _Json(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        facts = {
            "time": self.instant(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self.clean(record.getMessage()),
        }
        trace = self.trace(record)
        return json.dumps(facts | {"error": trace} if trace else facts, ensure_ascii=False)


def formatter(form: LogFormat, secrets: Iterable[str] = ()) -> logging.Formatter:
    """The formatter for this form. ``secrets`` are texts that are blotted out wherever they turn up."""
    return {LogFormat.TEXT: _Text, LogFormat.JSON: _Json}[form](secrets)


def start(settings: Settings) -> None:
    """Write records to standard error from now on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter(settings.log_format, settings.secrets()))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    ours = logging.getLevelNamesMapping()[settings.log_level.upper()]
    for name in OURS:
        logging.getLogger(name).setLevel(ours)
    for name, lowest in LIBRARIES.items():
        logging.getLogger(name).setLevel(max(lowest, ours))
