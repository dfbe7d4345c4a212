"""Messages that asked something, once it is answered: they say so, and the buttons that answered it are gone."""

from collections.abc import Sequence

from cogs.ui.layout import Part, Press
from models.sheets import NoticeSheet
from models.terms import NoticeKind
from models.translation import N_, _

CLOSING = {
    NoticeKind.BURST: N_("-# This person can't propose any more."),
    NoticeKind.LOCK: N_("-# The letter has been unlocked."),
    NoticeKind.OUTAGE: N_("-# This outage has been dealt with."),
    NoticeKind.CONFIRM: N_(
        "-# You've already answered, or we've since asked someone else. Either way, you can still say no."
    ),
    NoticeKind.TEXT_CHANGED: N_("-# There's nothing left to answer."),
    NoticeKind.SAFEGUARD: N_("-# There's nothing left to confirm."),
}
ROUTES = frozenset(
    {
        "admit",
        "turn-down",
        "member.block",
        "letter.unlock",
        "safeguard.confirm",
        "outage.extend",
        "outage.ask",
        "person.confirm",
        "text.confirm",
        "signatory.leave",
    }
)
"""Of the buttons that answer such a question. A person's *no* stays: it is heard however late it comes."""


def closing(sheet: NoticeSheet) -> str:
    """The last line of the message."""
    if sheet.kind is NoticeKind.ASKED:
        return (
            _("-# This person is taking part now.")
            if sheet.facts["takes_part"]
            else _("-# This person is no longer asking to be let in.")
        )
    return _(CLOSING[sheet.kind])


def still(sheet: NoticeSheet, buttons: Sequence[Part]) -> list[Part]:
    """The buttons that still lead somewhere."""
    return [one for one in buttons if not (sheet.answered and isinstance(one, Press) and one.route in ROUTES)]
