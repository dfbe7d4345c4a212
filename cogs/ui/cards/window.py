"""What moderators see when they run a letter: what would happen, with one button to confirm it, and what happened."""

from datetime import datetime
from enum import StrEnum

from cogs.ui import words
from cogs.ui.cards import dates
from cogs.ui.cards.course import count_line
from cogs.ui.cards.letter import state_line
from cogs.ui.cards.next_step import NOBODY
from cogs.ui.cards.reading import version_line
from cogs.ui.layout import DANGER, PRIMARY, Accent, ButtonStyle, Card, Press, lay_out, row
from models import cldr
from models.publishing.confirmation import shown
from models.sheets import Deadline, LetterSheet, PublishPreview
from models.terms import LetterState
from models.translation import N_, _, ngettext

ANNOUNCED = N_("I'll announce this, but I won't ping anyone.")


class Move(StrEnum):
    """What is confirmed with a button, as ``models.letters.window.MOVES`` names it."""

    OPEN = "open"
    PAUSE = "pause"
    RESUME = "resume"
    PUBLISH = "publish"
    EXTEND = "extend"
    CLOSE = "close_early"
    REOPEN = "reopen"
    FINISH = "finish"
    CANCEL = "cancel"
    ARCHIVE = "archive"


def publish(preview: PublishPreview, at: Deadline | None) -> Card:
    """What would be published, and when."""
    sheet = preview.letter
    buttons = [
        confirm(
            _("Publish at that time") if at is not None else _("Publish now"),
            Move.PUBLISH,
            sheet,
            at.instant if at else None,
            listed=preview.listed,
        )
    ]
    if sheet.text is not None:
        buttons.append(
            Press(_("Show text details"), "letter.details", sheet.guild_id, (sheet.id, sheet.text.language))
        )
    if sheet.publish_at is not None:
        buttons.append(Press(_("Cancel planned publication"), "window.call-off", sheet.guild_id, (sheet.id,)))
    return lay_out(
        "" if sheet.counts.total else f"**{_(NOBODY)}**",
        _("**Publish later?**") if at is not None else _("**Publish now?**"),
        _(
            "The text, talking points and names become public. You can't change published list no. 1 "
            "afterwards."
        ),
        _("When: {moment}.", moment=words.understood(at)) if at is not None else "",
        words.title(sheet.title),
        count_line(sheet),
        version_line(sheet.text) if sheet.text is not None else "",
        _earlier(preview.earlier),
        ngettext(
            "{count} name in review won't be on this list.",
            "{count} names in review won't be on this list.",
            sheet.not_listed,
        )
        if sheet.not_listed
        else "",
        _("Publication is currently planned for {moment}.", moment=words.clock(sheet.publish_at, "F"))
        if sheet.publish_at is not None
        else "",
        _(ANNOUNCED),
        row(*buttons),
        accent=Accent.WAIT,
    )


def move_close(sheet: LetterSheet, deadline: Deadline, move: Move) -> Card:
    """The old deadline and the new one, as it was understood."""
    again = move is Move.REOPEN
    return lay_out(
        _("**Reopen the letter?**") if again else _("**Move the deadline?**"),
        words.title(sheet.title),
        "\n".join(
            (
                _("Old deadline: {moment}.", moment=words.clock(sheet.closes_at, "F")),
                _("New deadline: {moment}.", moment=words.understood(deadline)),
            )
        ),
        _("Published lists stay as they are. The next one gets a new number.") if again else "",
        dates.overtaken(sheet, deadline),
        cldr.sentences(
            (_(ANNOUNCED), _("I'll send reminders before the new deadline. They'll ping people as usual."))
        ),
        row(confirm(_("Reopen") if again else _("Move the deadline"), move, sheet, deadline.instant)),
        accent=Accent.WAIT,
    )


def close(sheet: LetterSheet) -> Card:
    """Ask before the close is moved to now, and say what that means."""
    return lay_out(
        _("**Close the letter now?**"),
        words.title(sheet.title),
        _("The letter was due to close on {moment}.", moment=words.in_both(sheet.closes_at, sheet.time_zone)),
        ngettext(
            "{count} open vote ends early, and the name goes to review.",
            "{count} open votes end early, and the names go to review.",
            sheet.voting,
        )
        if sheet.voting
        else "",
        ngettext(
            "After that, you have {count} hour to review names.",
            "After that, you have {count} hours to review names.",
            sheet.review_hours,
        )
        + f" {_(ANNOUNCED)}",
        row(confirm(_("Close now"), Move.CLOSE, sheet, style=DANGER)),
        accent=Accent.BAD,
    )


def finish(preview: PublishPreview) -> Card:
    """What the final list would hold."""
    sheet = preview.letter
    return lay_out(
        "" if sheet.counts.total else f"**{_(NOBODY)}**",
        _("**Publish the final list now?**"),
        words.title(sheet.title),
        count_line(sheet),
        _earlier(preview.earlier),
        ngettext(
            "**This leaves out {count} name in review.** Check /review first.",
            "**This leaves out {count} names in review.** Check /review first.",
            sheet.not_listed,
        )
        if sheet.not_listed
        else "",
        _(ANNOUNCED),
        row(confirm(_("Publish the final list"), Move.FINISH, sheet, listed=preview.listed)),
        accent=Accent.WAIT,
    )


def cancel(sheet: LetterSheet, reason: str, draft_id: int) -> Card:
    """What giving the letter up means."""
    if sheet.state is LetterState.OPEN:
        head = _("**Cancel this letter for good?** You can't open it again.")
        said = _("Voting ends, reminders stop, and I'll announce the cancellation with your reason:")
    else:
        head = _("**Cancel this draft for good?** You can't open it after that.")
        said = _(
            "Nobody was told about this draft, so there's nothing to announce. The journal will "
            "keep this reason:"
        )
    return lay_out(
        head,
        words.title(sheet.title),
        said,
        words.escape(reason),
        row(confirm(_("Cancel the letter"), Move.CANCEL, sheet, draft_id=draft_id, style=DANGER)),
        accent=Accent.BAD,
    )


def archive(sheet: LetterSheet) -> Card:
    """Ask before the letter is put away, and say what that means."""
    left = (
        ngettext(
            "**{count} name is still in review, and nobody will decide on it any more.**",
            "**{count} names are still in review, and nobody will decide on them any more.**",
            sheet.not_listed,
        )
        if sheet.not_listed
        else ""
    )
    return lay_out(
        _("**Archive this letter?** You can still read it, but you can't reopen it."),
        words.title(sheet.title),
        state_line(sheet),
        left,
        row(confirm(_("Archive"), Move.ARCHIVE, sheet)),
        accent=Accent.WAIT,
    )


def _earlier(count: int) -> str:
    """This many on the list did not agree to the text that it would be under."""
    if not count:
        return ""
    return ngettext(
        "**{count} signatory agreed to an earlier version of the text, or signed before the text was "
        "written.** The list will say so.",
        "**{count} signatories agreed to an earlier version of the text, or signed before the text was "
        "written.** The list will say so.",
        count,
    )


def confirm(
    label: str,
    move: Move,
    sheet: LetterSheet,
    at: datetime | None = None,
    *,
    draft_id: int = 0,
    listed: str = "",
    style: ButtonStyle = PRIMARY,
) -> Press:
    """The one button. It carries what was shown: once that has changed, it confirms nothing."""
    stamp = int(at.timestamp()) if at is not None else 0
    arguments = (move.value, sheet.id, shown(sheet, move.value, listed), stamp, draft_id)
    return Press(label, "window.confirm", sheet.guild_id, arguments, style)
