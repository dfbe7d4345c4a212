"""Lists that are exported, and what became different from one to the next."""

from collections import Counter

import discord

from cogs.ui import words
from cogs.ui.cards.signatory import short
from cogs.ui.layout import Accent, Card, Document, Press, row
from cogs.ui.layout import card as lay_out
from models.publishing import updates
from models.publishing.exports import chart, sentences
from models.publishing.exports.arrange import which
from models.sheets import (
    ChainSheet,
    EditionSheet,
    ExportSheet,
    Growth,
    ListChanges,
    OutreachSheet,
    RosterEntry,
    Worksheet,
)
from models.terms import Told

SHOWN = 12
"""Names of each sort that a card lists; a file has them all."""


def exported(file: ExportSheet, sent: Document) -> Card:
    """The file as it is sent, with what it is, and the names that it could not print."""
    printed = file.printed
    return lay_out(
        f"**{words.escape(printed.heading)}**\n{_title(printed.title)}",
        printed.sentence,
        _unprintable(file.unprintable),
        accent=Accent.GOOD,
        files=[sent],
    )


def page(changes: ListChanges, file: Document) -> Card:
    """What a web page needs: the sentence to copy, what became different, and the block to paste."""
    return lay_out(
        f"**For the web page**\n{_title(changes.after.title)}",
        f"```\n{sentences.count(changes.after.counts)}.\n```",
        different(changes),
        "-# The file has HTML to paste.",
        accent=Accent.GOOD,
        files=[file],
    )


TOLD = {
    Told.SIGNED: "on the list",
    Told.TEXT_CHANGED: "signed an earlier text",
    Told.CONFIRM: "still to confirm",
    Told.ON_HOLD: "on hold",
    Told.DECLINED: "not added",
    Told.REMOVED: "removed",
}


def contacts(sheet: OutreachSheet, file: Document) -> Card:
    """How many must be told what, and the table."""
    counted = Counter(line.told for line in sheet.lines)
    told = "\n".join(f"- {words.begun(TOLD[what])}: {counted[what]:,}" for what in Told if counted[what])
    return lay_out(
        f"**People to write to: {len(sheet.lines):,}**\n{_title(sheet.title)}",
        told or "There's nobody to write to yet.",
        f"{words.plural(sheet.lacking, 'line has', 'lines have')} no address. Add one with /manage signatory contact."
        if sheet.lacking
        else "",
        "-# For moderators only. Delete the file once you have written to them.",
        accent=Accent.GOOD,
        files=[file],
    )


def everything(sheet: Worksheet, files: list[Document]) -> Card:
    """Say what the working sheet holds, with the file."""
    held = ", ".join(f"{table.name} {len(table.rows):,}" for table in sheet.tables)
    return lay_out(
        f"**Everything about this letter**\n{_title(sheet.title)}",
        f"{words.begun(held)}; as of {words.utc(sheet.as_of)}.",
        "-# For moderators only: it has addresses, notes and who agreed. CSV: the signatories. XLSX: everything.",
        accent=Accent.GOOD,
        files=files,
    )


def journal(sheet: ChainSheet) -> Card:
    """The digest for moderators to keep, or where the chain breaks."""
    if sheet.broken_at:
        return lay_out(
            f"**The journal is broken at entry {sheet.broken_at:,}**",
            "Someone altered it, or removed one before it, outside the bot. Ask the host. The last digest you "
            "kept shows what can still be proved.",
            accent=Accent.BAD,
        )
    return lay_out(
        f"**The journal is unbroken: {words.plural(sheet.entries, 'entry', 'entries')}**",
        f"```\n{sheet.digest}\n```",
        "Keep this outside the bot, for example in your minutes. The host can then prove that nothing up to here was "
        "changed or removed: `python bot.py verify --journal --since` and this digest.",
        f"-# Erased, only the digest left: {sheet.erased:,}. Person or name deleted at their request: "
        f"{sheet.blanked:,}."
        if sheet.erased or sheet.blanked
        else "",
        accent=Accent.GOOD,
    )


def growth(sheet: Growth, drawn: Document) -> Card:
    """The picture, with its figures in words."""
    return lay_out(
        f"**How the list grew**\n{_title(sheet.title)}",
        chart.words(sheet),
        accent=Accent.OPEN,
        files=[drawn],
    )


def picture(sheet: Growth) -> Document:
    """The picture of a list's growth. Drawing takes a tenth of a second: not on the loop that answers presses."""
    return Document("growth.png", chart.draw(sheet), f"How the list grew. {chart.words(sheet)}")


def updating(changes: ListChanges, guild_id: int) -> Card:
    """What the next published list would be, with one button to publish it."""
    after = changes.after
    number = changes.before.number + 1 if changes.before is not None else 1
    press = Press(
        f"Publish list no. {number}",
        "roster.update",
        guild_id,
        (after.letter_id, updates.fingerprint(after)),
        discord.ButtonStyle.primary,
    )
    return lay_out(
        f"**Publish list no. {number}?** It never changes afterwards. You can remove a name later, "
        "but you can't undo its approval.",
        _title(after.title),
        f"{sentences.count(after.counts)}.",
        sentences.earlier(after),
        different(changes),
        row(press),
        accent=Accent.WAIT,
    )


def published(changes: ListChanges) -> Card:
    """A list that was just published, with what became different and its digest."""
    after = changes.after
    return lay_out(
        f"**{which(after)} is published.**\n{_title(after.title)}",
        f"Correction: {words.escape(after.correction)}" if after.correction else "",
        f"{sentences.count(after.counts)}.",
        sentences.earlier(after),
        different(changes),
        f"List SHA-256 `{after.digest}`",
        f"-# Export it with /roster export, *edition* {after.number}. Get the HTML for a web page with /roster page.",
        accent=Accent.GOOD,
    )


def different(changes: ListChanges) -> str:
    """Added, removed and respelled since the earlier list, the first names of each."""
    since = _since(changes.before)
    if not changes.any:
        return f"{since}: nothing has changed."
    parts = [
        _sort("Added", changes.added),
        _sort("Removed", changes.removed),
        _respelled(changes.respelled),
    ]
    return "\n".join((f"{since}:", *filter(None, parts)))


def _since(before: EditionSheet | None) -> str:
    if before is None:
        return "First published list"
    return f"Since published list no. {before.number} ({words.utc(before.cut_at)})"


def _sort(what: str, entries: tuple[RosterEntry, ...]) -> str:
    if not entries:
        return ""
    named = [f"- {short(entry.name, 90)}" for entry in entries[:SHOWN]]
    return "\n".join((f"**{what}: {len(entries):,}**", *named, *_more(len(entries))))


def _respelled(pairs: tuple[tuple[RosterEntry, RosterEntry], ...]) -> str:
    if not pairs:
        return ""
    named = [f"- {short(_full(old), 90)} → {short(_full(new), 90)}" for old, new in pairs[:SHOWN]]
    return "\n".join((f"**Spelled differently: {len(pairs):,}**", *named, *_more(len(pairs))))


def _full(entry: RosterEntry) -> str:
    after = ", ".join(filter(None, (entry.affiliation, entry.country)))
    return f"{entry.name} ({after})" if after else entry.name


def _more(count: int) -> list[str]:
    return [f"- and {count - SHOWN:,} more"] if count > SHOWN else []


def _unprintable(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    listed = words.listed(short(name, 60) for name in names[:5])
    more = f" and {len(names) - 5:,} more" if len(names) > 5 else ""
    return (
        f"The host has no font for {listed}{more}, so you'll see boxes. The host can add "
        "fonts. The other formats are complete."
    )


def _title(title: str) -> str:
    return short(title, 200)
