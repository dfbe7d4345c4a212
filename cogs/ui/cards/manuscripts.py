"""A letter's text that came as a file: what was read of it, what was left out, and what its tracked changes do."""

from collections.abc import Mapping

from cogs.ui import words
from cogs.ui.cards import letter_changes, revision
from cogs.ui.layout import Accent, Card, Document, Press, lay_out, row
from models import cldr
from models.sheets import LeftOut, TextQuestion, TextSheet, TrackedQuestion
from models.translation import _, ngettext

TITLE_LIMIT = 100
_NOTHING: Mapping[LeftOut, int] = {}


def offered(sheet: TextSheet | TextQuestion, guild_id: int, left_out: Mapping[LeftOut, int] = _NOTHING) -> Card:
    """A text that was sent: stored, or asked about first."""
    if isinstance(sheet, TextQuestion):
        return revision.question(sheet, _left_out(left_out))
    return letter_changes.written(sheet, guild_id, _left_out(left_out))


def tracked(sheet: TrackedQuestion, left_out: Mapping[LeftOut, int]) -> Card:
    """What the tracked changes of a file do, and the one answer; without it nothing is stored."""
    shown = revision.marked(sheet.pieces)
    fits = 0 < len(shown) <= revision.SHOWN
    return lay_out(
        _(
            "**This file has tracked changes.** I've read it as if you'd accepted them all. I haven't "
            "saved anything yet."
        ),
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        shown
        if fits
        else _("There are too many changes to show here, so I've put them in a file, line by line."),
        _left_out(left_out),
        _(
            "If you don't want all the changes, accept or reject them in your file and send it again. "
            "I'll keep what I read for a day."
        ),
        row(Press(_("Accept all and continue"), "text.accept", sheet.guild_id, (sheet.draft_id,))),
        accent=Accent.WAIT,
        files=[] if fits else [Document(f"changes-{sheet.letter_id}-tracked.txt", sheet.lines.encode())],
    )


def _left_out(counts: Mapping[LeftOut, int]) -> str:
    """``I've left these out of the text: 2 images and 1 comment.``, or nothing."""
    named = [_counted(what, count) for what, count in counts.items()]
    return _("I've left these out of the text: {things}.", things=cldr.listed(named)) if named else ""


def _counted(what: LeftOut, count: int) -> str:
    match what:
        case LeftOut.IMAGE:
            return ngettext("{count} image", "{count} images", count)
        case LeftOut.COMMENT:
            return ngettext("{count} comment", "{count} comments", count)
        case LeftOut.HIDDEN:
            return ngettext("{count} hidden passage", "{count} hidden passages", count)
        case LeftOut.EDGE:
            return ngettext("{count} header or footer", "{count} headers and footers", count)
        case LeftOut.LINK:
            return ngettext(
                "{count} link that isn't a web or e-mail address",
                "{count} links that aren't web or e-mail addresses",
                count,
            )
