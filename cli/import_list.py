"""Lists from the command line: judged, printed, and written only where a letter is named."""

import argparse
import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from cli import named_files, refused
from cogs.ui import findings, readings
from models import cldr
from models.config_error import ConfigError
from models.importing import assessment, files
from models.importing.columns import asking
from models.importing.columns.reading import ListReading
from models.refusal import Reason, Refusal
from models.sheets import Actor, BatchAnswers
from models.sheets.batches import Given, Judged
from models.sheets.findings import RowVerdict

if TYPE_CHECKING:
    from models.config import Settings


class Intent(Struct, frozen=True):
    """What should happen to a list: into which letter, on whose word."""

    letter_id: int
    signed: bool
    vouched_by: str
    source: str
    doubtful_too: bool
    shape: str = ""


def read_list(file: Path, answered: Mapping[str, str], stated: str = "") -> ListReading:
    """A file by its recognised columns, or by those that ``stated`` names, one a line; ``answered`` as in ``asking``.

    ConfigError with a sentence where it cannot be read.
    """
    named_files.require(file)
    try:
        if file.stat().st_size > files.LARGEST:
            raise ConfigError(f"{file.name} is larger than {files.LARGEST:,} bytes. Import it in parts.")
        found = ListReading(files.read(file.name, file.read_bytes()), answered)
        found = found.stating(stated) if stated else found
        if wrong := readings.misnamed(found):
            raise ConfigError(wrong)
        found.entries()
    except Refusal as refusal:
        raise ConfigError(f"{file.name}: {refused.said(refusal)}") from None
    return found


def preview(found: ListReading, *, as_json: bool) -> str:
    """What would become of each column and row, and what is asked, as JSON or to be read."""
    judged = assessment.judge(found.entries())
    if as_json:
        document = {**readings.document(found), **findings.document(judged)}
        return json.dumps(document, ensure_ascii=False, indent=1)
    plain = sum(one.verdict is RowVerdict.ACCEPTED and not one.found for one in judged)
    return "\n".join(filter(None, (told(judged, readings.told(found)), _as_they_are(plain))))


def _as_they_are(rows: int) -> str:
    match rows:
        case 0:
            return ""
        case 1:
            return "1 more row is fine as it is. To see it too, use --json."
    return f"{rows:,} more rows are fine as they are. To see them too, use --json."


def told(judged: list[Judged], said: Sequence[str] = ()) -> str:
    """The counts, what is ``said`` of the file, then each row about which something should be said."""
    lines = [f"{name:<11} {count:>7,}" for name, count in findings.counts(judged).items()]
    lines += said
    lines += [
        ": ".join(filter(None, (f"row {one.given.where}", one.verdict.value, one.name, findings.reason(one))))
        for one in judged
        if one.found and one.verdict is not RowVerdict.UNCHANGED
    ]
    return "\n".join(lines)


def act(arguments: argparse.Namespace, settings: Callable[[], "Settings"]) -> str:
    """What ``bot.py import`` was told to do, done and said. The settings are only asked for to store something."""
    if not arguments.dry_run and (missing := _missing(arguments)):
        raise ConfigError(f"Use --dry-run to try it, or add {cldr.listed(missing)}. {_CONSENT}")
    if arguments.json and not arguments.dry_run:
        raise ConfigError("--json only works with --dry-run.")
    kind = [f"{asking.Ask.KIND}:{arguments.kind}"] if arguments.kind else []
    answered = _said_once([*arguments.answer, *kind])
    _said_once(arguments.column)
    found = read_list(arguments.file, answered, "\n".join(arguments.column))
    if arguments.dry_run:
        return preview(found, as_json=arguments.json)
    if found.open:
        raise ConfigError(f"{arguments.file.name}: {readings.unanswered(found)}")
    intent = Intent(
        arguments.letter,
        not arguments.to_vote,
        arguments.vouched_by,
        arguments.source,
        arguments.doubtful_too,
        found.shape,
    )
    return store(settings(), arguments.file, found.entries(), intent)


def _said_once(said: Sequence[str]) -> dict[str, str]:
    """What was said of each question or role, by its name. Raises ConfigError for one of which two things were said."""
    found: dict[str, str] = {}
    for name, _, value in (one.partition(":") for one in said):
        if found.setdefault(name, value) != value:
            raise ConfigError(f"You named both {found[name]!r} and {value!r} for {name}. Keep only one.")
    return found


_CONSENT = "--vouched-by says who vouches for the list, and --source how you know that they agreed."


def _missing(arguments: argparse.Namespace) -> list[str]:
    """The options without which nothing can be stored."""
    given = {
        "--letter": arguments.letter is not None,
        "--vouched-by": arguments.vouched_by,
        "--source": arguments.source,
    }
    return [option for option, value in given.items() if not value]


def store(settings: "Settings", file: Path, rows: list[Given], arguments: Intent) -> str:
    """Import what is accepted into a letter of the configured database, as the host; what was done, in words.

    ConfigError with a sentence where a verb refuses.
    """
    from cli.queries import asked, require_current  # a preview needs no database
    from models.importing import batches

    require_current(settings.database)  # what is refused makes none
    try:
        actor = asked(settings.database, batches.host_of, arguments.letter_id)  # before a key is made
    except Refusal as refusal:
        raise ConfigError(refused.said(refusal)) from None
    return asyncio.run(_store(settings, actor, file, rows, arguments))


async def _store(settings: "Settings", actor: Actor, file: Path, rows: list[Given], intent: Intent) -> str:
    from cogs.ui.cards import batch
    from models.database import secret_key
    from models.database.store import Store
    from models.importing import batches

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
    judged: list[Judged] = []
    try:
        shown = await store.read(batches.preview, actor, now, intent.letter_id, answers)
        judged = list(shown.judged)
        ready = await store.read(batches.prepare, actor, now, intent.letter_id, answers, shown.digest)
        sheet = await store.write(batches.store, actor, now, intent.letter_id, answers, ready)
    except Refusal as refusal:
        if refusal.reason is Reason.NOTHING_TO_IMPORT:
            return f"{told(judged)}\nI've imported nothing: the lines above say why."
        raise ConfigError(refused.said(refusal)) from None
    finally:
        await store.drain()
        store.close()
    added = "1 name is" if sheet.added == 1 else f"{sheet.added:,} names are"
    said = [told(judged), f"{added} now in {sheet.title!r} (batch {sheet.id})."]
    return "\n".join([*said, batch.came_late(sheet)] if sheet.late else said)
