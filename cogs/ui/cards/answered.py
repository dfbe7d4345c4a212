"""Messages that asked something, once it is answered: they say so, and the buttons that answered it are gone."""

from collections.abc import Sequence

from cogs.ui.layout import Part, Press
from models.sheets import NoticeSheet
from models.terms import NoticeKind

CLOSING = {
    NoticeKind.BURST: "Their proposals are stopped.",
    NoticeKind.LOCK: "The letter has been unlocked.",
    NoticeKind.OUTAGE: "This is settled.",
    NoticeKind.CONFIRM: "You've answered, or you're no longer asked.",
    NoticeKind.TEXT_CHANGED: "There's nothing left to answer.",
}
ROUTES = frozenset(
    {
        "admit",
        "turn-down",
        "member.block",
        "letter.unlock",
        "outage.extend",
        "outage.ask",
        "person.confirm",
        "person.refuse",
        "text.confirm",
        "signatory.leave",
    }
)
"""Of the buttons that answer such a question."""


def closing(sheet: NoticeSheet) -> str:
    """The last line of the message."""
    if sheet.kind is NoticeKind.ASKED:
        return "-# They take part now." if sheet.facts["takes_part"] else "-# They're no longer asking."
    return f"-# {CLOSING[sheet.kind]}"


def still(sheet: NoticeSheet, buttons: Sequence[Part]) -> list[Part]:
    """The buttons that still lead somewhere."""
    return [one for one in buttons if not (sheet.answered and isinstance(one, Press) and one.route in ROUTES)]
