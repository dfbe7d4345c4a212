"""Cards about lists that were imported: what came in, and undoing it."""

from collections.abc import Sequence

from cogs.ui import words
from cogs.ui.cards.facts import short
from cogs.ui.layout import DANGER, SUCCESS, Accent, Card, Choose, Option, Press, lay_out, row
from models.importing.batches import PASTED
from models.sheets import BatchSheet
from models.translation import _, ngettext, number


def imported(sheet: BatchSheet, said: str = "") -> Card:
    """One batch as it is, with what can be done with it."""
    buttons = []
    about = (sheet.id,)
    if sheet.undone_at is None:
        if sheet.waiting and sheet.signed:
            buttons.append(
                Press(
                    _("Approve names with no issues"),
                    "import.approve",
                    sheet.guild_id,
                    (sheet.id, sheet.since),
                    SUCCESS,
                )
            )
        buttons.append(Press(_("Show names to review"), "review", sheet.guild_id, (sheet.letter_id, 1)))
        buttons.append(Press(_("Undo this import"), "import.undo", sheet.guild_id, about, DANGER))
    facts = [described(sheet)]
    if sheet.late:
        facts.append(came_late(sheet))
    if sheet.authorised_by:
        facts.append(_("Who vouches for this list: {who}", who=short(sheet.authorised_by, 200)))
    if sheet.evidence:
        facts.append(_("How we know they agreed: {how}", how=short(sheet.evidence, 300)))
    if not sheet.signed and sheet.undone_at is None:
        facts.append(_("Members vote on these names with /mine, one at a time."))
    return lay_out(
        f"**{said}**" if said else "",
        "\n".join(facts),
        row(*buttons),
        accent=Accent.GOOD if sheet.undone_at is None else Accent.QUIET,
    )


def came_late(sheet: BatchSheet) -> str:
    """How many names of a batch came after the close."""
    return ngettext(
        "{count} name came in after the letter closed, so I've marked it as late.",
        "{count} names came in after the letter closed, so I've marked them as late.",
        sheet.late,
    )


def undoing(sheet: BatchSheet) -> Card:
    """What undoing would take off the list, with one button to confirm it."""
    every = sheet.approved + sheet.waiting
    heading = _(
        "**Undo this import? Names already on the list: {listed} of {total}**",
        listed=number(sheet.approved),
        total=number(every),
    )
    undecided = ngettext(
        "{count} name is still waiting for a decision. I'll take it off the letter.",
        "{count} names are still waiting for a decision. I'll take them off the letter.",
        sheet.waiting,
    )
    return lay_out(
        f"{heading}\n{described(sheet)}",
        ngettext(
            "I'll take {count} name off the list.", "I'll take {count} names off the list.", sheet.approved
        )
        if sheet.approved
        else "",
        undecided if sheet.waiting else "",
        _(
            "None of these names is on a published list. The journal keeps a record, and you can import "
            "the list again."
        ),
        row(
            Press(
                # Translators: a button. The number is of names.
                ngettext("Take off {count} name", "Take off all {count} names", every),
                "import.undo-all",
                sheet.guild_id,
                (sheet.id, sheet.approved),
                DANGER,
            ),
            Press(_("Show names to review"), "review", sheet.guild_id, (sheet.letter_id, 1)),
        ),
        accent=Accent.WAIT,
    )


def called(file: str) -> str:
    """The file of a list, or that its names were pasted."""
    return _("Pasted names") if file == PASTED else file


def described(sheet: BatchSheet) -> str:
    """One batch on one line."""
    if sheet.undone_at is not None:
        now = _("undone {when}", when=words.clock(sheet.undone_at, "R"))
    else:
        now = _(
            "{listed} on the list, {undecided} waiting for a decision",
            listed=number(sheet.approved),
            undecided=number(sheet.waiting),
        )
    about = {
        "file": short(called(sheet.file)),
        "title": short(sheet.title, 80),
        "when": words.clock(sheet.imported_at, "R"),
        "now": now,
    }
    if not sheet.imported_by:
        return ngettext(
            "**{file}**, {count} name for {title}, imported {when}: {now}",
            "**{file}**, {count} names for {title}, imported {when}: {now}",
            sheet.added,
            **about,
        )
    return ngettext(
        "**{file}**, {count} name for {title}, imported by {who} {when}: {now}",
        "**{file}**, {count} names for {title}, imported by {who} {when}: {now}",
        sheet.added,
        who=f"<@{sheet.imported_by}>",
        **about,
    )


def batches(sheets: Sequence[BatchSheet], guild_id: int) -> Card:
    """What was imported, the newest first; one can be chosen to undo it."""
    if not sheets:
        return lay_out(_("No list has been imported yet. Import one with /roster import."))
    options = [
        Option(
            called(one.file),
            str(one.id),
            ngettext(
                "{count} name, {when}", "{count} names, {when}", one.added, when=words.utc(one.imported_at)
            ),
        )
        for one in sheets
    ]
    return lay_out(
        "\n".join(f"- {described(one)}" for one in sheets[:10]),
        row(Choose(_("Open an import"), "import.show", guild_id, options)),
    )
