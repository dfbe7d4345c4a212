"""Lists that are exported, and what became different from one to the next."""

from collections import Counter
from collections.abc import Sequence

from cogs.ui import words
from cogs.ui.cards.facts import short
from cogs.ui.layout import PRIMARY, Accent, Card, Document, Press, lay_out, row
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
from models.translation import N_, _, isolated, ngettext, number

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
        _under(_("To update your web page"), changes.after.title),
        f"```\n{words.ended(sentences.count(changes.after.counts))}\n```",
        different(changes),
        _("-# The file has HTML to paste into your page."),
        accent=Accent.GOOD,
        files=[file],
    )


TOLD = {
    Told.SIGNED: N_("On the list: {count}"),
    Told.TEXT_CHANGED: N_("Signed an earlier version of the letter: {count}"),
    Told.CONFIRM: N_("Haven't confirmed their signature yet: {count}"),
    Told.ON_HOLD: N_("On hold: {count}"),
    Told.DECLINED: N_("Not added: {count}"),
    Told.REMOVED: N_("Removed: {count}"),
}


def contacts(sheet: OutreachSheet, file: Document) -> Card:
    """How many must be told what, and the table."""
    counted = Counter(line.told for line in sheet.lines)
    told = "\n".join(f"- {_(TOLD[what], count=number(counted[what]))}" for what in Told if counted[what])
    return lay_out(
        _under(_("People to write to: {count}", count=number(len(sheet.lines))), sheet.title),
        told or _("There's nobody to write to yet."),
        ngettext(
            "{count} name has no contact address. Add one with /manage signatory contact.",
            "{count} names have no contact address. Add them with /manage signatory contact.",
            sheet.lacking,
        )
        if sheet.lacking
        else "",
        _("-# For moderators only. Delete the file once you've written to everyone."),
        accent=Accent.GOOD,
        files=[file],
    )


def everything(sheet: Worksheet, files: list[Document]) -> Card:
    """Say what the working sheet holds, with the file."""
    held = ", ".join(f"{table.name} {number(len(table.rows))}" for table in sheet.tables)
    return lay_out(
        _under(_("Everything about this letter"), sheet.title),
        # Translators: {tables} is a list such as "Signatories 12, votes 30".
        _("{tables}; as of {when}.", tables=words.begun(held), when=words.utc(sheet.as_of)),
        _(
            "-# For moderators only: the files show addresses, notes and who agreed. The CSV lists the "
            "signatories. The XLSX has everything."
        ),
        accent=Accent.GOOD,
        files=files,
    )


def journal(sheet: ChainSheet) -> Card:
    """The digest for moderators to keep, or where the chain breaks."""
    if sheet.broken_at:
        return lay_out(
            _("**The journal is broken at entry {number}**", number=number(sheet.broken_at)),
            _(
                "Someone changed this entry outside the bot, or removed one before it. Ask the person "
                "who hosts me. With the last check code (digest) you kept, they can show which entries "
                "you can still rely on."
            ),
            accent=Accent.BAD,
        )
    return lay_out(
        ngettext(
            "**The journal is intact: {count} entry**",
            "**The journal is intact: {count} entries**",
            sheet.entries,
        ),
        f"```\n{sheet.digest}\n```",
        _(
            "Keep this check code (digest) outside the bot, for example in your minutes. With it, the "
            "person who hosts me can prove that nobody has changed or removed anything up to this point, "
            "with this command: `{command}`",
            command=f"python bot.py verify --journal --since {sheet.digest}",
        ),
        _(
            "-# Entries I've erased, keeping only their check code (digest): {erased}. Entries where "
            "I've deleted a person or name on request: {blanked}.",
            erased=number(sheet.erased),
            blanked=number(sheet.blanked),
        )
        if sheet.erased or sheet.blanked
        else "",
        accent=Accent.GOOD,
    )


def growth(sheet: Growth, drawn: Document) -> Card:
    """The picture, with its figures in words."""
    return lay_out(
        _under(_("How the list grew"), sheet.title),
        chart.words(sheet),
        accent=Accent.OPEN,
        files=[drawn],
    )


def picture(sheet: Growth) -> Document:
    """The picture of a list's growth. Drawing takes a tenth of a second: not on the loop that answers presses."""
    return Document(
        "growth.png", chart.draw(sheet), _("How the list grew. {figures}", figures=chart.words(sheet))
    )


def updating(changes: ListChanges, guild_id: int) -> Card:
    """What the next published list would be, with one button to publish it."""
    after = changes.after
    following = str(changes.before.number + 1 if changes.before is not None else 1)
    press = Press(
        _("Publish list no. {number}", number=following),
        "roster.update",
        guild_id,
        (after.letter_id, updates.fingerprint(after)),
        PRIMARY,
    )
    return lay_out(
        _(
            "**Publish list no. {number}?** Once it's published, you can't change it. You can still "
            "remove a name from the letter later, but you can't undo its approval.",
            number=following,
        ),
        _title(after.title),
        words.ended(sentences.count(after.counts)),
        sentences.earlier(after),
        different(changes),
        row(press),
        accent=Accent.WAIT,
    )


def published(changes: ListChanges) -> Card:
    """A list that was just published, with what became different and its digest."""
    after = changes.after
    return lay_out(
        # Translators: {list} is such as "Published list no. 2 (update)".
        _under(_("{list} is out.", list=which(after)), after.title),
        _("Correction: {correction}", correction=words.escape(after.correction)) if after.correction else "",
        words.ended(sentences.count(after.counts)),
        sentences.earlier(after),
        different(changes),
        _("SHA-256 of the list: {digest}", digest=f"`{after.digest}`"),
        # Translators: "edition" stays English: it is the name of an option.
        _(
            "-# To export this list, use /roster export and set *edition* to {number}. To get the HTML "
            "for a web page, use /roster page.",
            number=str(after.number),
        ),
        accent=Accent.GOOD,
    )


def different(changes: ListChanges) -> str:
    """Added, removed and respelled since the earlier list, the first names of each."""
    if not changes.any:
        return _unchanged(changes.before)
    added, removed = ([entry.name for entry in entries] for entries in (changes.added, changes.removed))
    respelled = [
        _("**Spelled differently: {count}**", count=number(len(changes.respelled))),
        *(
            f"- {isolated(short(_full(old), 90))} → {isolated(short(_full(new), 90))}"
            for old, new in changes.respelled[:SHOWN]
        ),
        *_more(len(changes.respelled)),
    ]
    parts = [
        _since(changes.before),
        *(_sort(_("**Added: {count}**", count=number(len(added))), added) if added else []),
        *(_sort(_("**Removed: {count}**", count=number(len(removed))), removed) if removed else []),
        *(respelled if changes.respelled else []),
    ]
    return "\n".join(parts)


def _unchanged(before: EditionSheet | None) -> str:
    if before is None:
        return _("This is the first published list, so there's nothing to compare it with.")
    return _(
        "Nothing has changed since published list no. {number} ({when}).",
        number=str(before.number),
        when=words.utc(before.cut_at),
    )


def _since(before: EditionSheet | None) -> str:
    if before is None:
        return _("This is the first published list:")
    return _(
        "Changes since published list no. {number} ({when}):",
        number=str(before.number),
        when=words.utc(before.cut_at),
    )


def _sort(heading: str, names: Sequence[str]) -> list[str]:
    return [heading, *(f"- {isolated(short(name, 90))}" for name in names[:SHOWN]), *_more(len(names))]


def _full(entry: RosterEntry) -> str:
    after = ", ".join(filter(None, (entry.affiliation, entry.country)))
    return f"{entry.name} ({after})" if after else entry.name


def _more(count: int) -> list[str]:
    if count <= SHOWN:
        return []
    return [ngettext("- and {count} more", "- and {count} more", count - SHOWN)]


def _unprintable(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    return _(
        "I have no font for {names}, so you'll see boxes instead. The person who hosts me can add a "
        "font. Files in other formats show every name.",
        names=words.and_more([short(name) for name in names[:5]], len(names)),
    )


def _under(heading: str, title: str) -> str:
    return f"**{heading}**\n{_title(title)}"


def _title(title: str) -> str:
    return short(title, 200)
