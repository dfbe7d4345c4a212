"""Who speaks for which organisation: those to be confirmed, and those who were."""

from cogs.ui import readings, words
from cogs.ui.layout import PRIMARY, Accent, Card, Choose, Option, Press, lay_out, row
from models.importing.columns.asking import Question
from models.importing.columns.listing import Listing
from models.sheets import Claim, ClaimsSheet
from models.translation import _, ngettext

NAME = 30
"""Characters of an organisation that are shown: twenty must fit into one card."""


def claims(sheet: ClaimsSheet, draft_id: int | None = None) -> Card:
    """Those to be confirmed; ``draft_id`` is the list of members by which they were chosen."""
    if sheet.outdated:
        head = _(
            "**Somebody has just started taking part or changed their organisation, so I haven't "
            "confirmed anyone. Check the list again.**"
        )
    elif sheet.confirmed:
        head = ngettext(
            "**{count} person is confirmed** to speak for their organisation, for this letter and later "
            "ones. They can see this in /take-part and /privacy about.",
            "**{count} people are confirmed** to speak for their organisation, for this letter and later "
            "ones. They can see this in /take-part and /privacy about.",
            len(sheet.confirmed),
        )
    elif sheet.shown:
        head = f"**{_waiting(len(sheet.shown) + sheet.more, by_list=draft_id is not None)}**"
    elif draft_id is not None:
        head = _("**Everybody whose organisation is on your list is confirmed.**")
    else:
        head = _("**Everybody is confirmed.**")
    lines = [_line(one) for one in sheet.shown]
    if sheet.more:
        lines.append(ngettext("-# and {count} more after these", "-# and {count} more after these", sheet.more))
    buttons = []
    if sheet.shown:
        buttons.append(_confirm(sheet, draft_id))
    if draft_id is None:
        buttons.append(Press(_("Confirm from a list of members"), "confirm.list", sheet.guild_id))
    return lay_out(
        head,
        "\n".join(lines),
        "-# "
        + _(
            "Only confirm people if you know they speak for their organisation. Nobody checks their "
            "signatures after that. If organisations vote, these people cast their organisation's vote."
        )
        if sheet.shown
        else "",
        row(*buttons),
        accent=Accent.WAIT if sheet.outdated else Accent.GOOD,
    )


def readings_of(guild_id: int, draft_id: int, listing: Listing, asked: Question) -> Card:
    """The list can be read in two ways: which of them is right."""
    options = [
        Option(label, value, about or None)
        for value in asked.options
        for label, about in (readings.option(listing, asked, value),)
    ]
    return lay_out(
        f"**{readings.question(asked)}**",
        row(Choose(_("Choose how I should read your list"), "confirm.reading", guild_id, options, (draft_id,))),
        _("-# Nobody is confirmed yet."),
        accent=Accent.WAIT,
    )


def _waiting(count: int, *, by_list: bool) -> str:
    if by_list:
        return ngettext(
            "{count} person on your list is waiting to be confirmed",
            "{count} people on your list are waiting to be confirmed",
            count,
        )
    return ngettext(
        "{count} person is waiting to be confirmed", "{count} people are waiting to be confirmed", count
    )


def _confirm(sheet: ClaimsSheet, draft_id: int | None) -> Press:
    label = ngettext("Confirm {count} person", "Confirm these {count} people", len(sheet.shown))
    if draft_id is None:
        return Press(label, "confirm.shown", sheet.guild_id, (sheet.digest,), PRIMARY)
    return Press(label, "confirm.listed", sheet.guild_id, (draft_id, sheet.digest), PRIMARY)


def _line(one: Claim) -> str:
    who, organisation = f"<@{one.user_id}>", _short(one.organisation)
    if not one.votes_with:
        return _("- {who}: {organisation}", who=who, organisation=organisation)
    shown = _(
        "{who}: {organisation} (shares one vote with {other})",
        who=who,
        organisation=organisation,
        other=_short(one.votes_with),
    )
    return f"- {shown}"


def _short(name: str) -> str:
    return words.escape(words.clip(name, NAME))
