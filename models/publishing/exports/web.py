"""For a web page that is kept by hand: a block of HTML with the count, the list, and what is new in it."""

from collections.abc import Iterable

from models import cldr
from models.publishing.exports import html, sentences
from models.publishing.exports.arrange import arrange
from models.sheets import Arrangement, ListChanges, RosterEntry
from models.translation import _


def block(changes: ListChanges) -> bytes:
    """The block in UTF-8, to be pasted into a page with its own dress."""
    return html.block(arrange(changes.after, Arrangement()), *_news(changes)).encode()


def _news(changes: ListChanges) -> list[str]:
    """Since the last list: added, removed, printed differently, a sentence each."""
    if changes.before is None:
        return []
    since = sentences.instant(changes.before.cut_at)
    added, removed = _names(changes.added), _names(changes.removed)
    # Translators: a name as it is printed now, and as it was printed before.
    respelled = cldr.clauses(
        _("{name} (was {before})", name=_name(new), before=_name(old)) for old, new in changes.respelled
    )
    said = (
        added and _("Added since {instant}: {names}.", instant=since, names=added),
        removed and _("Removed since {instant}: {names}.", instant=since, names=removed),
        respelled and _("Spelled differently since {instant}: {names}.", instant=since, names=respelled),
    )
    return [one for one in said if one]


def _names(entries: Iterable[RosterEntry]) -> str:
    return cldr.clauses(map(_name, entries))


def _name(entry: RosterEntry) -> str:
    return sentences.between().join(filter(None, (entry.name, entry.affiliation)))
