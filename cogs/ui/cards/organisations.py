"""Who speaks for which organisation: those to be confirmed, and those who were."""

import discord

from cogs.ui import readings, words
from cogs.ui.layout import Accent, Card, Choose, Option, Press, row
from cogs.ui.layout import card as lay_out
from models.importing.columns.asking import Question
from models.importing.columns.listing import Listing
from models.sheets import Claim, ClaimsSheet

NAME = 30
"""Characters of an organisation that are shown: twenty must fit into one card."""


def claims(sheet: ClaimsSheet, draft_id: int | None = None) -> Card:
    """Those to be confirmed; ``draft_id`` is the list of members by which they were chosen."""
    if sheet.outdated:
        head = (
            "**Somebody joined or changed their organisation in between, so nobody was confirmed. Look again.**"
        )
    elif sheet.confirmed:
        done = words.plural(len(sheet.confirmed), "person is", "people are")
        head = f"**{done} confirmed**, for this letter and later ones. They see it in /take-part and /privacy about."
    elif sheet.shown:
        waits = words.plural(len(sheet.shown) + sheet.more, "person is waiting", "people are waiting")
        head = f"**{waits} to be confirmed**{' of those on your list' if draft_id is not None else ''}"
    else:
        on_list = " whose organisation is on your list" if draft_id is not None else ""
        head = f"**Everybody{on_list} is confirmed.**"
    lines = [_line(one) for one in sheet.shown]
    if sheet.more:
        lines.append(f"-# and {sheet.more:,} more after these")
    buttons = []
    if sheet.shown:
        buttons.append(_confirm(sheet, draft_id))
    if draft_id is None:
        buttons.append(Press("By a list of members", "confirm.list", sheet.guild_id))
    return lay_out(
        head,
        "\n".join(lines),
        "-# Confirm people you know speak for their organisation. Their signatures then need no second look, and where "
        "organisations vote they vote for it."
        if sheet.shown
        else "",
        *([row(*buttons)] if buttons else []),
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
        row(Choose("Choose", "confirm.reading", guild_id, options, (draft_id,))),
        "-# Nobody is confirmed yet.",
        accent=Accent.WAIT,
    )


def _confirm(sheet: ClaimsSheet, draft_id: int | None) -> Press:
    label = f"Confirm these {len(sheet.shown)}"
    style = discord.ButtonStyle.primary
    if draft_id is None:
        return Press(label, "confirm.shown", sheet.guild_id, (sheet.digest,), style)
    return Press(label, "confirm.listed", sheet.guild_id, (draft_id, sheet.digest), style)


def _line(one: Claim) -> str:
    other = f" (votes as one with {_short(one.votes_with)})" if one.votes_with else ""
    return f"- <@{one.user_id}>: {_short(one.organisation)}{other}"


def _short(name: str) -> str:
    return words.escape(words.clip(name, NAME))
