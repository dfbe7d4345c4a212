"""The lock of a letter: what it stops, and how it ends."""

from collections.abc import Sequence

from cogs.ui.layout import Accent, Card, Part, Press, lay_out, row
from models.acts import Act
from models.sheets import LockSheet, NoticeSheet
from models.translation import N_, _

STOPS = N_(
    "Nobody can approve, remove or edit names. Nobody can publish, export or change the letter either. "
    "Members can still propose, vote and leave. The deadline stays the same."
)
ENDS = N_("Someone who manages the server can unlock the letter straight away. So can two moderators together.")


def card(sheet: LockSheet) -> Card:
    """To the person who pressed: how it stands now."""
    if sheet.locked_at is None:
        return lay_out(_("**The letter is unlocked.**"), accent=Accent.GOOD)
    if sheet.wanted:
        return lay_out(
            _("**One more moderator has to agree to unlock the letter.**"),
            _("I've sent the moderators a button that unlocks the letter."),
            accent=Accent.WAIT,
        )
    unlock = Press(_("Unlock the letter"), "letter.unlock", sheet.guild_id, (sheet.letter_id,))
    return lay_out(_("**The letter is locked.**"), _(STOPS), _(ENDS), row(unlock), accent=Accent.BAD)


def told(sheet: NoticeSheet, title: str) -> Sequence[str]:
    """To the moderators: who did it."""
    who = f"<@{sheet.facts['user_id']}>"
    act = Act(sheet.facts["act"])
    if act is Act.LETTER_LOCKED:
        return [_("{who} locked **{title}**.", who=who, title=title), _(STOPS), _(ENDS)]
    if act is Act.UNLOCK_WANTED:
        return [_("{who} wants to unlock **{title}**. One more moderator has to agree.", who=who, title=title)]
    return [_("{who} unlocked **{title}**.", who=who, title=title)]


def buttons(sheet: NoticeSheet) -> list[Part]:
    """What can be pressed under that message."""
    letter = sheet.letter
    if letter is None:
        return []
    found: list[Part] = [Press(_("Who did what"), "acts", sheet.guild_id, (letter.id,))]
    if Act(sheet.facts["act"]) is not Act.LETTER_UNLOCKED:
        found.append(Press(_("Unlock the letter"), "letter.unlock", sheet.guild_id, (letter.id,)))
    return found
