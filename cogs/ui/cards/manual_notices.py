"""One notice that a moderator sends or skips by hand: what it is, what can be done, and what it would say now."""

from collections.abc import Sequence

from cogs.ui import words
from cogs.ui.cards import reminders
from cogs.ui.layout import LINE, PRIMARY, Accent, Card, Part, Press, lay_out, row
from cogs.ui.states import UNSENT
from models import cldr
from models.sheets import PickedNotice, RehearsedNotice
from models.translation import _


def picked(sheet: PickedNotice, said: str = "") -> Card:
    """The notice and its buttons; ``said`` is what was just done."""
    line, about = sheet.line, (sheet.line.id,)
    is_planned = line.due_at > sheet.as_of
    buttons: list[Part] = []
    if sheet.can_send:
        buttons.append(Press(_("Send now"), "reminders.send", sheet.guild_id, about, PRIMARY))
    if sheet.can_skip:
        buttons.append(Press(_("Skip"), "reminders.skip", sheet.guild_id, about))
    buttons += [
        Press(_("Preview"), "reminders.show", sheet.guild_id, about),
        Press(_("Back"), "reminders", sheet.guild_id, (1,)),
    ]
    shown = reminders.planned(line) if is_planned else reminders.past(line)
    return lay_out(
        f"**{said}**" if said else "",
        shown.removeprefix("- "),
        row(*buttons),
        "" if said else _("-# *Preview* shows the message only to you."),
        accent=Accent.GOOD if said else Accent.QUIET,
    )


def rehearsed(shown: Sequence[RehearsedNotice], messages: Sequence[Card]) -> Card:
    """What it would say now, for one reader, with the messages as they would be sent; their buttons are named, not
    there."""
    blocks: list[object] = []
    for one, drawn in zip(shown, messages, strict=True):
        labels = [button["label"] for buttons in drawn.view.to_components() for button in buttons["components"]]
        to = (
            _("This is the direct message you'd get")
            if one.direct
            else _("This is the message the channel would get")
        )
        reason = _(UNSENT[one.objection]) if one.objection else ""
        blocks += [
            LINE,
            f"**{to}**",
            words.clip(drawn.content or "", 1500),
            _("-# Buttons: {labels}", labels=cldr.listed(labels)),
            _("I can't send this message right now: {reason}.", reason=reason) if reason else "",
        ]
    return lay_out(_("**Only you can see this.** I haven't sent it."), *blocks, accent=Accent.QUIET)
