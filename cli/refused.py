"""Refusals in a terminal, where no button or form helps: what to run next."""

from collections.abc import Mapping
from types import MappingProxyType

from cogs.ui import refusals
from models.database import failures
from models.refusal import Reason, Refusal

AGAIN = "then run bot.py import again."
SENTENCES: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.DISK_FULL: "I can't write to the database: the disk is full. Make some space, then try again.",
        Reason.DATABASE_HELD: "I can't write to the database: another program is using it. Stop that program, or wait "
        "until it's done, then try again.",
        Reason.UNREADABLE_FILE: "I can't read that file. Save the list as CSV, TSV, XLSX, XLS, ODS, DOCX, HTML, JSON, "
        f"YAML, Markdown or plain text, {AGAIN}",
        Reason.OPEN_QUOTE: "A quotation mark in line {line} is never closed, so I can't tell where the row ends. Close "
        f"it or delete it, {AGAIN}",
        Reason.TOO_MANY_ROWS: "That list has {rows:,} rows or more. The limit is {limit:,}, so import it in parts.",
        Reason.LOCKED_FILE: f"That file has a password. Save it without one, {AGAIN}",
        Reason.EMPTY_LIST: f"I can't find any names in that list. Check it, {AGAIN}",
        Reason.NO_NAME_COLUMN: "I can't tell which column has the names. Name it: --column 'name:{example}'.",
        Reason.NOBODY_AGREED: "“{typed}” doesn't tell me that anyone has agreed, so I haven't imported anything. Wait "
        "until somebody has, then say who vouches for the list with --vouched-by, and how you know with --source.",
        Reason.BATCH_CHANGED: "The letter's list has just changed, so I haven't imported anything. Run bot.py import "
        "again.",
    }
)
"""Where the sentence for members would send the host to a menu or a file to send; all others are theirs too."""


def exit_code(refusal: Refusal) -> int:
    """75 where the disk or another program did not let it write, which passes; 2 where there is something to change."""
    return 75 if failures.is_refused(refusal) else 2


def said(refusal: Refusal) -> str:
    """The refusal as the host reads it."""
    template = SENTENCES.get(refusal.reason)
    return refusals.unescaped(refusal) if template is None else template.format_map(refusal.values)
