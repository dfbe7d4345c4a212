"""What moderators are asked before a letter takes names, pauses or resumes: what happens then, and who is pinged."""

from cogs.ui import words
from cogs.ui.cards.window import ANNOUNCED, TITLE_LIMIT, Move
from cogs.ui.layout import PRIMARY, Accent, Card, Press, lay_out, row
from models.publishing.confirmation import shown
from models.sheets import CoalitionSheet, LetterSheet
from models.translation import N_, _

NO_TEXT_YET = N_("It has no text yet. Add it before you publish: */manage letter text*.")


def opening(sheet: LetterSheet, server: CoalitionSheet) -> Card:
    """Ask before the letter is opened, and say who is told and who is pinged."""
    if server.announcements_id is None:
        told = _(
            "**You haven't chosen a channel for announcements, so nobody hears about it.** Choose one first with "
            "/setup."
        )
    elif server.member_role_id:
        told = _(
            "I'll announce it in {channel} and **ping {role} once**. Reminders ping separately, later.",
            channel=f"<#{server.announcements_id}>",
            role=f"<@&{server.member_role_id}>",
        )
    else:
        told = _(
            "I'll announce it in {channel}. Nobody is pinged now. Reminders ping separately, later.",
            channel=f"<#{server.announcements_id}>",
        )
    return lay_out(
        _("**Open the letter now?** Members can then propose names and sign."),
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        _("It closes {when}.", when=words.in_both(sheet.closes_at, sheet.time_zone)),
        told,
        "" if sheet.text is not None else _(NO_TEXT_YET),
        row(_confirm(_("Open the letter"), Move.OPEN, sheet)),
        accent=Accent.WAIT,
    )


def pause(sheet: LetterSheet) -> Card:
    """Ask before intake is stopped."""
    return lay_out(
        _("**Pause the letter?** Nobody can propose or sign until you resume it."),
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        _("The deadline stays the same: {when}.", when=words.in_both(sheet.closes_at, sheet.time_zone)),
        _(ANNOUNCED),
        row(_confirm(_("Pause the letter"), Move.PAUSE, sheet)),
        accent=Accent.WAIT,
    )


def resume(sheet: LetterSheet) -> Card:
    """Ask before names are taken again."""
    return lay_out(
        _("**Resume the letter?** Members can propose and sign again."),
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        _("The deadline stays the same: {when}.", when=words.in_both(sheet.closes_at, sheet.time_zone)),
        _(ANNOUNCED),
        row(_confirm(_("Resume the letter"), Move.RESUME, sheet)),
        accent=Accent.WAIT,
    )


def _confirm(label: str, move: Move, sheet: LetterSheet) -> Press:
    about = (move.value, sheet.id, shown(sheet, move.value), 0, 0)
    return Press(label, "window.confirm", sheet.guild_id, about, PRIMARY)
