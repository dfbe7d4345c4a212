"""Cards about lists that are imported: what was recognised and what would become of each row."""

from cogs.ui import findings, readings, words
from cogs.ui.cards import batch
from cogs.ui.cards.facts import short
from cogs.ui.layout import (
    LINE,
    PRIMARY,
    SECONDARY,
    SUCCESS,
    Accent,
    Card,
    Choose,
    Document,
    Option,
    Press,
    lay_out,
    row,
)
from models import cldr
from models.importing.columns import roles
from models.importing.columns.asking import Question
from models.importing.columns.listing import Role
from models.importing.columns.reading import ListReading
from models.importing.columns.roles import Column
from models.sheets import BatchPreview
from models.sheets.batches import Judged
from models.sheets.findings import RowVerdict
from models.translation import _, isolated, ngettext, number, pgettext

SHOWN = 12
"""This many rows about which something should be said are on the card; all of them in the marked file."""
NAMED = 8
NAMES, LISTED, LEFT, NOTED = 5, 25, 8, 160
"""This many names, columns and things left out are listed before a list is imported."""
MENUS = 6
"""Columns with a menu on one page: a message holds 40 parts."""
NOTHING = "-"
"""The role of a column that is left out."""
MARKED = "import-marked.csv"
NOT_READ = "import-not-read.txt"
"""All that was not read, where the card has no room for it."""


def recognised(guild_id: int, draft_id: int, file: str, read: ListReading, page: int = 0) -> Card:
    """What was read, before anything is said about it: every column with what happens to it and a menu to change
    that, what was left, and what is asked."""
    found = roles.shown(read.listing, read.columns, read.asked)
    pages = max(1, -(-len(found) // MENUS))
    page = min(max(page, 0), pages - 1)
    place = read.columns.get(Role.NAME, read.columns.get(Role.LAST_NAME))
    lines = read.listing.lines[:NAMES]
    sample = [" | ".join(one.cells) if place is None else one.cells[place] for one in lines]
    names = (f"> {isolated(short(name, 100))}" for name in sample)
    notes = list(map(readings.note, read.listing.notes))
    left = [f"- {words.escape(words.clip(note, NOTED))}" for note in notes[:LEFT]]
    whole = len(notes) <= LEFT and all(len(note) <= NOTED for note in notes)
    columns = [f"- {readings.column(one)}" for one in found[:LISTED]]
    asked = []
    for one in read.questions:
        asked += [
            f"**{words.escape(words.clip(readings.question(one), 400))}**",
            row(_menu(guild_id, draft_id, read, one, page)),
        ]
    buttons = [
        Press(
            _("Next: describe this list"),
            "import.ask",
            guild_id,
            (draft_id,),
            PRIMARY,
            disabled=bool(read.open),
        )
    ]
    if pages > 1:
        buttons.append(Press(_("Show more columns"), "import.page", guild_id, (draft_id, (page + 1) % pages)))
    missing = place is None
    return lay_out(
        ngettext(
            "**{file}: {count} row**",
            "**{file}: {count} rows**",
            len(read.listing.lines),
            file=short(batch.called(file)),
        ),
        _("I can't tell which column has the names. Choose it below.")
        if missing
        else "\n".join((_("What happens to each column:"), *columns)),
        "\n".join((_("The first names:"), *names)),
        "\n".join((_("What I left out:"), *left)) if left else "",
        *asked,
        *(row(_column(guild_id, draft_id, one, page)) for one in found[page * MENUS : (page + 1) * MENUS]),
        row(*buttons),
        _(
            "-# Answer the questions in bold first. I haven't saved anything yet: you'll see a preview of "
            "every row."
        )
        if read.open
        else _("-# I haven't saved anything yet. Describe the list, then you'll see a preview of every row."),
        accent=Accent.WAIT if read.open or missing else Accent.OPEN,
        files=() if whole else (Document(NOT_READ, "\n".join(notes).encode("utf-8-sig")),),
    )


def _menu(guild_id: int, draft_id: int, read: ListReading, one: Question, page: int) -> Choose:
    options = []
    known = read.answered.get(one.ask) in one.options or not one.must
    for value in one.options:
        label, about = readings.option(read.whole, one, value)
        chosen = known and value == read.taken(one)
        options.append(Option(label, value, about or None, chosen=chosen))
    return Choose(_("Choose an answer"), "import.answer", guild_id, options, (draft_id, one.ask.value, page))


def _column(guild_id: int, draft_id: int, one: Column, page: int) -> Choose:
    """A menu whose chosen line names the column too: nothing else of a closed menu is seen."""
    options = [
        Option(
            cldr.labelled(words.clip(one.label, 50), _(said)),
            role.value if role is not None else NOTHING,
            chosen=role is one.role and not (one.unclear or one.holds_back),
        )
        for role, said in readings.CHOICES.items()
    ]
    return Choose(one.label, "import.column", guild_id, options, (draft_id, one.place, page))


def preview(sheet: BatchPreview, draft_id: int, file: str, *, signed: bool) -> Card:
    """Every row counted, those about which something should be said, and all of them in the marked file."""
    accepted, doubtful = (len(sheet.of(verdict)) for verdict in (RowVerdict.ACCEPTED, RowVerdict.DOUBTFUL))
    unchanged = sheet.of(RowVerdict.UNCHANGED)
    respelled = [one for one in unchanged if findings.is_respelled(one)]
    duplicates, refused = (len(sheet.of(verdict)) for verdict in (RowVerdict.DUPLICATE, RowVerdict.REFUSED))
    counted = [
        ngettext("**{count} row can be imported**", "**{count} rows can be imported**", accepted),
        _already(len(unchanged), len(respelled)),
        ngettext("{count} duplicate", "{count} duplicates", duplicates),
        # Translators: rows of a list that is imported.
        ngettext("{count} doubtful", "{count} doubtful", doubtful),
        # Translators: rows of a list that is imported.
        ngettext("{count} refused", "{count} refused", refused),
    ]
    heading = _("### {file} for {title}", file=short(batch.called(file)), title=short(sheet.title, 100))
    if signed:
        come = _("-# These names have already signed and go to review. I haven't saved anything yet.")
    else:
        come = _("-# Members vote on these names. I haven't saved anything yet.")
    late = _("**This letter has closed.** You can still import these names, but I'll mark them as late.")
    told = [
        one
        for verdict in _ORDER
        for one in sheet.of(verdict)
        if verdict is not RowVerdict.UNCHANGED or one in respelled
    ]
    told += [one for one in sheet.of(RowVerdict.ACCEPTED) if one.found]
    lines = [_line(one) for one in told[:SHOWN]]
    if len(told) > SHOWN:
        lines.append(
            ngettext(
                "and {count} more: see the attached file, where I've marked every row",
                "and {count} more: see the attached file, where I've marked every row",
                len(told) - SHOWN,
            )
        )
    buttons = []
    if accepted:
        # Translators: a button. The number is of names.
        label = ngettext("Import {count} name", "Import {count} names", accepted)
        buttons.append(_store(label, sheet, draft_id, 0))
    if doubtful and accepted:
        # Translators: a button. The numbers are of names.
        label = ngettext(
            "Import all {total}, including {count} doubtful one",
            "Import all {total}, including {count} doubtful ones",
            doubtful,
            total=number(accepted + doubtful),
        )
        buttons.append(_store(label, sheet, draft_id, 1))
    elif doubtful:
        # Translators: a button. The number is of names.
        label = ngettext("Import {count} doubtful name", "Import {count} doubtful names", doubtful)
        buttons.append(_store(label, sheet, draft_id, 1))
    buttons.append(Press(_("Change the description"), "import.ask", sheet.guild_id, (draft_id,)))
    return lay_out(
        "\n".join((heading, words.ended(cldr.clauses(counted)), *([late] if sheet.late else []), come)),
        LINE if lines else "",
        "\n".join(lines),
        _vanished(sheet),
        # Translators: "decision", "yes" and "no" stay English: that is what the file has and what is read.
        _(
            "-# To fix rows, edit the attached file, where I've marked every row. For doubtful rows, "
            "write yes or no under *decision*. Then send me the file with /roster import."
        ),
        row(*buttons),
        accent=Accent.WAIT if doubtful or sheet.of(RowVerdict.REFUSED) else Accent.OPEN,
        files=(Document(MARKED, findings.marked(sheet.judged)),),
    )


_ORDER = (RowVerdict.REFUSED, RowVerdict.DOUBTFUL, RowVerdict.DUPLICATE, RowVerdict.UNCHANGED)


def _store(label: str, sheet: BatchPreview, draft_id: int, doubtful: int) -> Press:
    about = (sheet.letter_id, draft_id, sheet.digest, doubtful)
    return Press(label, "import.store", sheet.guild_id, about, SECONDARY if doubtful else SUCCESS)


def _line(one: Judged) -> str:
    return _(
        "- row {row}, {verdict}: **{name}**, {reason}",
        row=words.escape(one.given.where),
        verdict=_verdict(one.verdict),
        name=short(one.name, 80) or "–",
        reason=words.escape(words.clip(findings.reason(one), 200)),
    )


def _verdict(verdict: RowVerdict) -> str:
    match verdict:
        case RowVerdict.ACCEPTED:
            return pgettext("a row of an imported list", "accepted")
        case RowVerdict.UNCHANGED:
            return pgettext("a row of an imported list", "unchanged")
        case RowVerdict.DUPLICATE:
            return pgettext("a row of an imported list", "duplicate")
        case RowVerdict.DOUBTFUL:
            return pgettext("a row of an imported list", "doubtful")
        case RowVerdict.REFUSED:
            return pgettext("a row of an imported list", "refused")


def _already(count: int, respelled: int) -> str:
    if not respelled:
        return ngettext("{count} already on the letter", "{count} already on the letter", count)
    return ngettext(
        "{count} already on the letter, {respelled} of them spelled differently",
        "{count} already on the letter, {respelled} of them spelled differently",
        count,
        respelled=number(respelled),
    )


def _vanished(sheet: BatchPreview) -> str:
    """The names of the export before that are not in this one."""
    if not sheet.vanished:
        return ""
    gone = [short(one.name) for one in sheet.vanished[:NAMED]]
    return words.ended(
        ngettext(
            "**{count} name from an earlier import isn't in this list any more.** It stays on the "
            "letter: {names}",
            "**{count} names from an earlier import aren't in this list any more.** They stay on the "
            "letter: {names}",
            len(sheet.vanished),
            names=words.and_more(gone, len(sheet.vanished)),
        )
    )
