"""Who can vote on a name, or could, for moderators."""

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Press, lay_out, row
from cogs.ui.paging import turning
from models.sheets import ElectorateSheet, Entitled
from models.translation import _, isolated, ngettext, number

PAGE = 20


def card(sheet: ElectorateSheet, page: int = 1) -> Card:
    """Who is entitled, a page of them, and in a named vote that has ended who voted."""
    pages = max(1, -(-len(sheet.people) // PAGE))
    page = min(max(page, 1), pages)
    shown = sheet.people[(page - 1) * PAGE : page * PAGE]
    ways = turning("vote.entitled", sheet.guild_id, (sheet.signatory_id,), page, pages)
    back = Press(_("Show the name"), "signatory", sheet.guild_id, (sheet.signatory_id,))
    return lay_out(
        f"**{_said(sheet, words.escape(words.clip(sheet.name, 200)))}**",
        "\n".join(_line(sheet, one) for one in shown),
        _others(sheet),
        _("-# Page {page} of {pages}", page=number(page), pages=number(pages)) if pages > 1 else "",
        row(*ways, back),
        accent=Accent.QUIET,
    )


def _said(sheet: ElectorateSheet, name: str) -> str:
    count = sheet.entitled
    if count is None:
        return _("{name}: the vote ended, but the votes weren't counted", name=name)
    match sheet.per_organisation, sheet.ended:
        case True, True:
            return ngettext(
                "{name}: {count} organisation had the right to vote",
                "{name}: {count} organisations had the right to vote",
                count,
                name=name,
            )
        case True, False:
            return ngettext(
                "{name}: {count} organisation can vote",
                "{name}: {count} organisations can vote",
                count,
                name=name,
            )
        case False, True:
            return ngettext(
                "{name}: {count} person had the right to vote",
                "{name}: {count} people had the right to vote",
                count,
                name=name,
            )
        case _unused:
            return ngettext(
                "{name}: {count} person can vote", "{name}: {count} people can vote", count, name=name
            )


def _line(sheet: ElectorateSheet, one: Entitled) -> str:
    name = words.escape(words.clip(one.organisation, 60)) if one.organisation else ""
    who = f"<@{one.user_id}>{f' ({isolated(name)})' if name else ''}"
    voted = sheet.voted is not None and one.user_id in sheet.voted
    return _("{who} has voted", who=who) if voted else who


def _others(sheet: ElectorateSheet) -> str:
    """Those who are counted but not named."""
    if not sheet.others or sheet.entitled is None:
        return ""
    if sheet.per_organisation:
        return ngettext(
            "{count} more organisation had the right to vote, but I can't name it: its people stopped taking "
            "part after voting, or had their data deleted.",
            "{count} more organisations had the right to vote, but I can't name them: their people stopped "
            "taking part after voting, or had their data deleted.",
            sheet.others,
        )
    return ngettext(
        "{count} more person had the right to vote, but I can't name them: they stopped taking part after "
        "voting, or had their data deleted.",
        "{count} more people had the right to vote, but I can't name them: they stopped taking part after "
        "voting, or had their data deleted.",
        sheet.others,
    )
