"""Cards about lists that are imported: what was recognised, what would become of each row, what came in."""

from collections.abc import Sequence

from discord import ButtonStyle

from cogs.ui import findings, readings, words
from cogs.ui.cards.signatory import short
from cogs.ui.layout import LINE, Accent, Card, Choose, Document, Option, Press, row
from cogs.ui.layout import card as lay_out
from models.importing.columns import roles
from models.importing.columns.asking import Question
from models.importing.columns.listing import Role
from models.importing.columns.reading import ListReading
from models.importing.columns.roles import Column
from models.sheets import BatchPreview, BatchSheet
from models.sheets.batches import Judged
from models.sheets.findings import RowVerdict

SHOWN = 12
"""This many rows about which something should be said are on the card; all of them in the marked file."""
NAMED = 8
NAMES, LISTED, LEFT = 5, 25, 8
"""This many names, columns and things left out are listed before a list is imported."""
MENUS = 6
"""Columns with a menu on one page: a message holds 40 parts."""
NOTHING = "-"
"""The role of a column that is left out."""
MARKED = "import-marked.csv"


def recognised(guild_id: int, draft_id: int, file: str, read: ListReading, page: int = 0) -> Card:
    """What was read, before anything is said about it: every column with what happens to it and a menu to change
    that, what was left, and what is asked."""
    found = roles.shown(read.listing, read.columns)
    pages = max(1, -(-len(found) // MENUS))
    page = min(max(page, 0), pages - 1)
    place = read.columns.get(Role.NAME, read.columns.get(Role.LAST_NAME))
    lines = read.listing.lines[:NAMES]
    sample = [" | ".join(one.cells) if place is None else one.cells[place] for one in lines]
    names = "\n".join(f"> {short(name, 100)}" for name in sample)
    left = "\n".join(
        f"- {words.escape(words.clip(readings.note(one), 160))}" for one in read.listing.notes[:LEFT]
    )
    asked = []
    for one in read.questions:
        asked += [
            f"**{words.escape(words.clip(readings.question(one), 400))}**",
            row(_menu(guild_id, draft_id, read, one, page)),
        ]
    buttons = [
        Press(
            "Next: describe this list",
            "import.ask",
            guild_id,
            (draft_id,),
            ButtonStyle.primary,
            disabled=bool(read.open),
        )
    ]
    if pages > 1:
        buttons.append(Press("More columns", "import.page", guild_id, (draft_id, (page + 1) % pages)))
    missing = place is None
    return lay_out(
        f"**{short(file)}: {words.plural(len(read.listing.lines), 'row')}**",
        "I can't tell which column has the names. Choose it below."
        if missing
        else "What happens to each column:\n"
        + "\n".join(f"- {readings.column(one)}" for one in found[:LISTED]),
        f"The first names:\n{names}",
        f"Not read:\n{left}" if left else "",
        *asked,
        *(row(_column(guild_id, draft_id, one, page)) for one in found[page * MENUS : (page + 1) * MENUS]),
        row(*buttons),
        "-# Answer the questions in bold first. Nothing is stored yet: you'll see a preview of every row."
        if read.open
        else "-# Nothing is stored yet. Describe the list, then you'll see a preview of every row.",
        accent=Accent.WAIT if read.open or missing else Accent.OPEN,
    )


def _menu(guild_id: int, draft_id: int, read: ListReading, one: Question, page: int) -> Choose:
    options = []
    known = read.answered.get(one.ask) in one.options or not one.must
    for value in one.options:
        label, about = readings.option(read.whole, one, value)
        chosen = known and value == read.taken(one)
        options.append(Option(label, value, about or None, chosen=chosen))
    return Choose("Choose", "import.answer", guild_id, options, (draft_id, one.ask.value, page))


def _column(guild_id: int, draft_id: int, one: Column, page: int) -> Choose:
    """A menu whose chosen line names the column too: nothing else of a closed menu is seen."""
    options = [
        Option(
            f"{words.clip(one.label, 50)}: {said}",
            role.value if role is not None else NOTHING,
            chosen=role is one.role,
        )
        for role, said in readings.CHOICES.items()
    ]
    return Choose(one.label, "import.column", guild_id, options, (draft_id, one.place, page))


def preview(sheet: BatchPreview, draft_id: int, file: str, *, signed: bool) -> Card:
    """Every row counted, those about which something should be said, and all of them in the marked file."""
    accepted, doubtful = (len(sheet.of(verdict)) for verdict in (RowVerdict.ACCEPTED, RowVerdict.DOUBTFUL))
    unchanged = sheet.of(RowVerdict.UNCHANGED)
    respelled = [one for one in unchanged if findings.is_respelled(one)]
    counted = [
        f"**{words.plural(accepted, 'row')} can be imported**",
        f"{len(unchanged):,} already on the letter"
        + (f", {len(respelled):,} of them respelled" if respelled else ""),
        words.plural(len(sheet.of(RowVerdict.DUPLICATE)), "duplicate"),
        f"{doubtful:,} doubtful",
        f"{len(sheet.of(RowVerdict.REFUSED)):,} refused",
    ]
    told = [
        one
        for verdict in _ORDER
        for one in sheet.of(verdict)
        if verdict is not RowVerdict.UNCHANGED or one in respelled
    ]
    told += [one for one in sheet.of(RowVerdict.ACCEPTED) if one.found]
    lines = [_line(one) for one in told[:SHOWN]]
    if len(told) > SHOWN:
        lines.append(f"and {len(told) - SHOWN:,} more, in the marked file")
    gone = [short(one.name) for one in sheet.vanished[:NAMED]]
    if len(sheet.vanished) > NAMED:
        gone.append(f"{len(sheet.vanished) - NAMED:,} more")
    names = words.ended(words.listed(gone))
    many = words.plural(len(sheet.vanished), "name is", "names are")
    stay = "It stays" if len(gone) == 1 else "They stay"
    vanished = f"**{many} gone** since the last export: {names} {stay} on the letter."
    into = "already signed, to be reviewed" if signed else "to be voted on"
    buttons = []
    if accepted:
        label = f"Import {accepted:,}"
        buttons.append(_store(label, sheet, draft_id, 0, ButtonStyle.success))
    if doubtful:
        label = (
            f"Import all {accepted + doubtful:,}, including {doubtful:,} doubtful"
            if accepted
            else f"Import {doubtful:,} doubtful"
        )
        buttons.append(_store(label, sheet, draft_id, 1, ButtonStyle.secondary))
    buttons.append(Press("Change my description", "import.ask", sheet.guild_id, (draft_id,)))
    return lay_out(
        f"### {short(file)} for {short(sheet.title, 100)}\n{'; '.join(counted)}.\n-# As {into}. Nothing is stored yet.",
        LINE if lines else "",
        "\n".join(lines),
        vanished if gone else "",
        "-# To fix rows, change the marked file. For doubtful rows, write yes or no under *decision*. Then "
        "send it with /roster import.",
        row(*buttons),
        accent=Accent.WAIT if doubtful or sheet.of(RowVerdict.REFUSED) else Accent.OPEN,
        files=(Document(MARKED, findings.marked(sheet.judged)),),
    )


def imported(sheet: BatchSheet, said: str = "") -> Card:
    """One batch as it is, with what can be done with it."""
    buttons = []
    about = (sheet.id,)
    if sheet.undone_at is None:
        if sheet.waiting and sheet.signed:
            buttons.append(
                Press(
                    "Approve all without problems",
                    "import.approve",
                    sheet.guild_id,
                    (sheet.id, sheet.since),
                    ButtonStyle.success,
                )
            )
        buttons.append(Press("What's waiting", "review", sheet.guild_id, (sheet.letter_id, 1)))
        buttons.append(Press("Undo this import", "import.undo", sheet.guild_id, about, ButtonStyle.danger))
    facts = [described(sheet)]
    if sheet.authorised_by:
        facts.append(f"Who vouches: {short(sheet.authorised_by, 200)}")
    if sheet.evidence:
        facts.append(f"How we know: {short(sheet.evidence, 300)}")
    if not sheet.signed and sheet.undone_at is None:
        facts.append("Voters find them with /mine, one at a time.")
    return lay_out(
        f"**{said}**" if said else "",
        "\n".join(facts),
        *([row(*buttons)] if buttons else []),
        accent=Accent.GOOD if sheet.undone_at is None else Accent.QUIET,
    )


def undoing(sheet: BatchSheet) -> Card:
    """What undoing would take off the list, with one button to confirm it."""
    every = sheet.approved + sheet.waiting
    return lay_out(
        f"**Undo this import? On the list already: {sheet.approved:,} of {every:,}**\n{described(sheet)}",
        f"They come off the list, and the {sheet.waiting:,} undecided come off the letter. None of them is on a "
        "published list. The journal keeps a record, and you can import the list again.",
        row(
            Press(
                f"Take off all {every:,}",
                "import.undo-all",
                sheet.guild_id,
                (sheet.id, sheet.approved),
                ButtonStyle.danger,
            ),
            Press("What's waiting", "review", sheet.guild_id, (sheet.letter_id, 1)),
        ),
        accent=Accent.WAIT,
    )


def described(sheet: BatchSheet) -> str:
    """One batch on one line."""
    by = f" by <@{sheet.imported_by}>" if sheet.imported_by else ""
    stands = (
        f"undone {words.clock(sheet.undone_at, 'R')}"
        if sheet.undone_at is not None
        else f"{sheet.approved:,} on the list, {sheet.waiting:,} undecided"
    )
    return (
        f"**{short(sheet.file)}**, {words.plural(sheet.added, 'name')} for {short(sheet.title, 80)}, imported{by} "
        f"{words.clock(sheet.imported_at, 'R')}: {stands}"
    )


def batches(sheets: Sequence[BatchSheet], guild_id: int) -> Card:
    """What was imported, the newest first; one can be chosen to undo it."""
    if not sheets:
        return lay_out("No list has been imported yet. Import one with /roster import.")
    options = [
        Option(one.file, str(one.id), f"{words.plural(one.added, 'name')}, {words.utc(one.imported_at)}")
        for one in sheets
    ]
    return lay_out(
        "\n".join(f"- {described(one)}" for one in sheets[:10]),
        row(Choose("Open one of these", "import.show", guild_id, options)),
    )


_ORDER = (RowVerdict.REFUSED, RowVerdict.DOUBTFUL, RowVerdict.DUPLICATE, RowVerdict.UNCHANGED)


def _store(label: str, sheet: BatchPreview, draft_id: int, doubtful: int, style: ButtonStyle) -> Press:
    return Press(
        label, "import.store", sheet.guild_id, (sheet.letter_id, draft_id, sheet.digest, doubtful), style
    )


def _line(one: Judged) -> str:
    name = short(one.name, 80) or "no name"
    return f"- row {one.row}, {one.verdict.value}: **{name}**, {words.escape(words.clip(findings.reason(one), 200))}"
