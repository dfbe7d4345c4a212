"""Cards about lists that are imported: what was recognised, what would become of each row, what came in."""

from collections.abc import Sequence

from discord import ButtonStyle

from cogs.ui import findings, words
from cogs.ui.cards.signatory import short
from cogs.ui.layout import LINE, Accent, Card, Choose, Document, Option, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import BatchPreview, BatchSheet
from models.sheets.batches import Judged, RowVerdict

SHOWN = 12
"""So many rows about which something is to be said stand on the card; all of them in the marked file."""
NAMED = 8
MARKED = "import-marked.csv"


def recognised(guild_id: int, draft_id: int, file: str, rows: int, columns: str, sample: Sequence[str]) -> Card:
    """What was read, before anything is said about it."""
    described = "\n".join(f"- {words.escape(line)}" for line in columns.splitlines())
    names = "\n".join(f"> {short(name, 120)}" for name in sample)
    return lay_out(
        f"**{short(file)}: {words.plural(rows, 'row')}**",
        f"What the columns hold, as far as I can tell:\n{described}"
        if described
        else "I cannot tell which column holds the names; say it in the form.",
        f"The first names:\n{names}",
        row(Press("Say what they are", "import.ask", guild_id, (draft_id,), ButtonStyle.primary)),
        "-# Nothing is stored yet. What you say comes next, then a preview of every row.",
        accent=Accent.OPEN,
    )


def preview(sheet: BatchPreview, draft_id: int, file: str, *, signed: bool) -> Card:
    """Every row counted, those about which something is to be said, and all of them in the marked file."""
    accepted, doubtful = (len(sheet.of(verdict)) for verdict in (RowVerdict.ACCEPTED, RowVerdict.DOUBTFUL))
    unchanged = sheet.of(RowVerdict.UNCHANGED)
    respelled = [one for one in unchanged if findings.is_respelled(one)]
    counted = [
        f"**{words.plural(accepted, 'row')} can be imported**",
        f"{len(unchanged):,} on the letter already"
        + (f", of which {len(respelled):,} respelled" if respelled else ""),
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
    vanished = f"**{len(sheet.vanished):,} vanished** since the last export: {names} They stay."
    into = "signed already, to be reviewed" if signed else "to be voted on"
    buttons = []
    if accepted:
        label = f"Import {accepted:,}"
        buttons.append(_store(label, sheet, draft_id, 0, ButtonStyle.success))
    if doubtful:
        label = (
            f"Import {accepted + doubtful:,}, the doubtful too"
            if accepted
            else f"Import the {doubtful:,} doubtful"
        )
        buttons.append(_store(label, sheet, draft_id, 1, ButtonStyle.secondary))
    buttons.append(Press("Change what I said", "import.ask", sheet.guild_id, (draft_id,)))
    return lay_out(
        f"### {short(file)} for {short(sheet.title, 100)}\n{'; '.join(counted)}.\n-# As {into}. Nothing is stored yet.",
        LINE if lines else "",
        "\n".join(lines),
        vanished if gone else "",
        "-# To fix rows: take the marked file, change it, write yes or no under *decision* where it is doubtful, and "
        "send it with /roster import.",
        row(*buttons),
        accent=Accent.WAIT if doubtful or sheet.of(RowVerdict.REFUSED) else Accent.OPEN,
        files=(Document(MARKED, findings.marked(sheet.judged)),),
    )


def imported(sheet: BatchSheet, said: str = "") -> Card:
    """One batch as it stands, with what can be done with it."""
    buttons = []
    about = (sheet.id,)
    if sheet.undone_at is None:
        if sheet.waiting and sheet.signed:
            buttons.append(
                Press(
                    "Approve all that nothing speaks against",
                    "import.approve",
                    sheet.guild_id,
                    (sheet.id, sheet.since),
                    ButtonStyle.success,
                )
            )
        buttons.append(Press("What waits", "review", sheet.guild_id, (sheet.letter_id, 1)))
        buttons.append(Press("Undo this import", "import.undo", sheet.guild_id, about, ButtonStyle.danger))
    facts = [described(sheet)]
    if sheet.authorised_by:
        facts.append(f"Who vouches: {short(sheet.authorised_by, 200)}")
    if sheet.evidence:
        facts.append(f"How we know: {short(sheet.evidence, 300)}")
    if not sheet.signed and sheet.undone_at is None:
        facts.append("Those who vote find them with /mine, one at a time.")
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
        f"They come off the list, and the {sheet.waiting:,} undecided off the letter. No published list holds any of "
        "them. The journal keeps what was; the list can be imported again.",
        row(
            Press(
                f"Take off all {every:,}",
                "import.undo-all",
                sheet.guild_id,
                (sheet.id, sheet.approved),
                ButtonStyle.danger,
            ),
            Press("What waits", "review", sheet.guild_id, (sheet.letter_id, 1)),
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
        return lay_out("No list has been imported yet. /roster import takes one.")
    options = [
        Option(one.file, str(one.id), f"{words.plural(one.added, 'name')}, {words.utc(one.imported_at)}")
        for one in sheets
    ]
    return lay_out(
        "\n".join(f"- {described(one)}" for one in sheets[:10]),
        row(Choose("Look at one of these", "import.show", guild_id, options)),
    )


_ORDER = (RowVerdict.REFUSED, RowVerdict.DOUBTFUL, RowVerdict.DUPLICATE, RowVerdict.UNCHANGED)


def _store(label: str, sheet: BatchPreview, draft_id: int, doubtful: int, style: ButtonStyle) -> Press:
    return Press(
        label, "import.store", sheet.guild_id, (sheet.letter_id, draft_id, sheet.digest, doubtful), style
    )


def _line(one: Judged) -> str:
    name = short(one.name, 80) or "no name"
    return f"- row {one.row}, {one.verdict.value}: **{name}**, {words.escape(words.clip(findings.reason(one), 200))}"
