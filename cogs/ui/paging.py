"""Pages of what is too long for one card: the buttons that turn them."""

from cogs.ui.layout import Press
from models.translation import _


def turning(
    route: str, guild_id: int, about: tuple[object, ...], page: int, pages: int, *, both: bool = False
) -> list[Press]:
    """*Back* and *Next*; one that leads nowhere is left out, or where ``both`` are wanted drawn grey. ``page`` counts
    from 1, and is the last argument of the address."""
    return [
        Press(label, route, guild_id, (*about, to), disabled=not 1 <= to <= pages)
        for label, to in ((_("Back"), page - 1), (_("Next"), page + 1))
        if both or 1 <= to <= pages
    ]
