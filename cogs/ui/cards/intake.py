"""What moderators are asked before a letter takes names, pauses or resumes: what happens then, and who is pinged."""

from cogs.ui import words
from cogs.ui.cards.window import ANNOUNCED, Move, confirm
from cogs.ui.layout import Accent, Card, Press, lay_out, row
from models.sheets import CoalitionSheet, LetterSheet
from models.translation import N_, _

NO_TEXT_YET = N_("The letter has no text yet. Add it before you publish: */manage letter text*.")


def opening(sheet: LetterSheet, server: CoalitionSheet) -> Card:
    """Ask before the letter is opened, and say who is told and who is pinged."""
    if server.announcements_id is None:
        told = _(
            "**You haven't chosen a channel for announcements, so nobody will hear about the letter.** "
            "Choose one first with /setup."
        )
    elif server.member_role_id:
        told = _(
            "I'll announce the letter in {channel} and **ping {role} once**. Reminders will ping people later.",
            channel=f"<#{server.announcements_id}>",
            role=f"<@&{server.member_role_id}>",
        )
    else:
        told = _(
            "I'll announce the letter in {channel}. I won't ping anyone now. Reminders will ping people later.",
            channel=f"<#{server.announcements_id}>",
        )
    return lay_out(
        _("**Open the letter now?** Members can then propose names and sign."),
        words.title(sheet.title),
        _("The letter closes on {when}.", when=words.in_both(sheet.closes_at, sheet.time_zone)),
        told,
        "" if sheet.text is not None else _(NO_TEXT_YET),
        row(confirm(_("Open the letter"), Move.OPEN, sheet)),
        accent=Accent.WAIT,
    )


def pause(sheet: LetterSheet) -> Card:
    """Ask before intake is stopped."""
    asks = _("**Pause the letter?** Nobody can propose or sign until you resume it.")
    return _asked(sheet, asks, confirm(_("Pause the letter"), Move.PAUSE, sheet))


def resume(sheet: LetterSheet) -> Card:
    """Ask before names are taken again."""
    asks = _("**Resume the letter?** Members can propose and sign again.")
    return _asked(sheet, asks, confirm(_("Resume the letter"), Move.RESUME, sheet))


def _asked(sheet: LetterSheet, asks: str, yes: Press) -> Card:
    same = _("The deadline stays the same: {when}.", when=words.in_both(sheet.closes_at, sheet.time_zone))
    return lay_out(asks, words.title(sheet.title), same, _(ANNOUNCED), row(yes), accent=Accent.WAIT)
