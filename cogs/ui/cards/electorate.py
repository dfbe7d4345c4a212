"""Who can vote on a name, or could, for moderators."""

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import ElectorateSheet, Entitled

PAGE = 20


def card(sheet: ElectorateSheet, page: int = 1) -> Card:
    """Who is entitled, a page of them, and in a named vote that has ended who voted."""
    pages = max(1, -(-len(sheet.people) // PAGE))
    page = min(max(page, 1), pages)
    shown = sheet.people[(page - 1) * PAGE : page * PAGE]
    ways = [
        Press(label, "vote.entitled", sheet.guild_id, (sheet.signatory_id, to))
        for label, to in (("Back", page - 1), ("Next", page + 1))
        if 1 <= to <= pages
    ]
    back = Press("Show it", "signatory", sheet.guild_id, (sheet.signatory_id,))
    return lay_out(
        f"**{words.escape(words.clip(sheet.name, 200))}: {_said(sheet)}**",
        "\n".join(_line(sheet, one) for one in shown),
        _others(sheet),
        f"-# Page {page} of {pages}" if pages > 1 else "",
        row(*ways, back),
        accent=Accent.QUIET,
    )


def _said(sheet: ElectorateSheet) -> str:
    if sheet.entitled is None:
        return "the vote ended without a count"
    what = ("organisation", "organisations") if sheet.per_organisation else ("person", "people")
    return f"{words.plural(sheet.entitled, *what)} {'could' if sheet.ended else 'can'} vote"


def _line(sheet: ElectorateSheet, one: Entitled) -> str:
    name = words.escape(words.clip(one.organisation, 60)) if one.organisation else ""
    voted = ", voted" if sheet.voted is not None and one.user_id in sheet.voted else ""
    return f"<@{one.user_id}>{f' ({name})' if name else ''}{voted}"


def _others(sheet: ElectorateSheet) -> str:
    """Those who are counted but not named."""
    if not sheet.others or sheet.entitled is None:
        return ""
    are = "is" if sheet.others == 1 else "are"
    why = "they left after voting, or had their data deleted"
    return f"{sheet.others:,} more {are} counted but not named: {why}."
