"""For a web page that is kept by hand: a block of HTML with the count, the list, and what is new in it."""

from models.publishing.exports import html, sentences
from models.publishing.exports.arrange import arrange
from models.sheets import Arrangement, ListChanges, RosterEntry


def block(changes: ListChanges) -> bytes:
    """The block in UTF-8, to be pasted into a page with its own dress."""
    return html.block(arrange(changes.after, Arrangement()), *_news(changes)).encode()


def _news(changes: ListChanges) -> list[str]:
    """Since the last list: added, removed, printed differently, a sentence each."""
    if changes.before is None:
        return []
    since = f"Since {sentences.instant(changes.before.cut_at)}"
    found = [
        (f"{since}, added: ", [_name(entry) for entry in changes.added]),
        (f"{since}, removed: ", [_name(entry) for entry in changes.removed]),
        (
            f"{since}, spelled differently: ",
            [f"{_name(new)} (was {_name(old)})" for old, new in changes.respelled],
        ),
    ]
    return [f"{said}{'; '.join(names)}." for said, names in found if names]


def _name(entry: RosterEntry) -> str:
    return f"{entry.name}, {entry.affiliation}" if entry.affiliation else entry.name
