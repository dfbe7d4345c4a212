"""Lists from the command line: judged, printed, and written only where a letter is named."""

import argparse
import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cogs.ui import findings, refusals
from models.config import ConfigError, Settings
from models.database import schema, secret_key
from models.database.store import Store
from models.importing import assessment, batches, files
from models.importing.files import columns, given, keeping
from models.refusal import Refusal
from models.sheets import BatchAnswers
from models.sheets.batches import Given, Judged, RowVerdict
from models.terms import Kind


@dataclass(frozen=True, slots=True)
class Intent:
    """What is to become of a list: into which letter, on whose word."""

    letter_id: int
    signed: bool
    vouched_by: str
    source: str
    doubtful_too: bool
    shape: str = ""


def read_rows(file: Path, kind: Kind, stated: str = "") -> tuple[list[Given], str]:
    """The rows of a file by its recognised columns, or by those that ``stated`` names as the form does; and its shape.

    ConfigError with a sentence where it cannot be read.
    """
    if not file.is_file():
        raise ConfigError(f"there is no file {str(file)!r}.")
    try:
        if file.stat().st_size > files.LARGEST:
            raise ConfigError(f"{file.name} is larger than {files.LARGEST:,} bytes; import it in parts.")
        listing = files.read(file.name, file.read_bytes())
        shape = keeping.shape(listing)
        recognised = (listing, columns.recognise(listing))
        listing, chosen = columns.confirmed(listing, stated) if stated else recognised
        return given.given(listing, chosen, kind), shape
    except Refusal as refusal:
        raise ConfigError(f"{file.name}: {refusals.unescaped(refusal)}") from None


def preview(rows: list[Given], *, as_json: bool) -> str:
    """What would become of each row, as JSON or to be read."""
    judged = assessment.judge(rows)
    return findings.as_json(judged) if as_json else told(judged)


def told(judged: list[Judged]) -> str:
    """The counts, then each row about which something is to be said."""
    lines = [f"{name:<11} {count:>7,}" for name, count in findings.counts(judged).items()]
    lines += [
        f"row {one.row}: {one.verdict.value}: {one.name}: {findings.reason(one)}"
        for one in judged
        if one.found and one.verdict is not RowVerdict.UNCHANGED
    ]
    return "\n".join(lines)


def act(arguments: argparse.Namespace, settings: Callable[[], Settings]) -> str:
    """What ``bot.py import`` was told to do, done and said. The settings are only asked for to store something."""
    if not arguments.dry_run and (arguments.letter is None or not arguments.vouched_by or not arguments.source):
        raise ConfigError(
            "say --dry-run, or into which letter with --letter, --vouched-by and --source: they are the consent."
        )
    rows, shape = read_rows(arguments.file, Kind(arguments.kind), "\n".join(arguments.column))
    if arguments.dry_run:
        return preview(rows, as_json=arguments.json)
    intent = Intent(
        arguments.letter,
        not arguments.to_vote,
        arguments.vouched_by,
        arguments.source,
        arguments.doubtful_too,
        shape,
    )
    return store(settings(), arguments.file, rows, intent)


def store(settings: Settings, file: Path, rows: list[Given], arguments: Intent) -> str:
    """Import what is accepted into a letter of the configured database, as the host; what was done, in words.

    ConfigError with a sentence where a verb refuses.
    """
    return asyncio.run(_store(settings, file, rows, arguments))


async def _store(settings: Settings, file: Path, rows: list[Given], intent: Intent) -> str:
    schema.migrate(settings.database)
    store = Store(settings.database, secret_key.opened(settings))
    now = datetime.now(UTC)
    answers = BatchAnswers(
        rows=tuple(rows),
        file=file.name,
        shape=intent.shape,
        signed=intent.signed,
        authorised_by=intent.vouched_by,
        evidence=intent.source,
        doubtful_too=intent.doubtful_too,
    )
    try:
        actor = await store.read(batches.host_of, intent.letter_id)
        shown = await store.read(batches.preview, actor, now, intent.letter_id, answers)
        sheet = await store.write(batches.store, actor, now, intent.letter_id, answers, shown.digest)
    except Refusal as refusal:
        raise ConfigError(refusals.unescaped(refusal)) from None
    finally:
        await store.drain()
        store.close()
    return f"{told(list(shown.judged))}\nImported {sheet.added:,} into {sheet.title!r} as batch {sheet.id}."
