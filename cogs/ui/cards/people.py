"""What is said to and about those who take part."""

from collections.abc import Sequence
from datetime import datetime

import discord

from cogs.ui import words
from cogs.ui.layout import LINE, Accent, Card, Choose, Option, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import ParticipantSheet

ASKING = 10
"""This many of those who ask to be let in are shown."""


def taking_part(sheet: ParticipantSheet) -> Card:
    """The answer to *Take part*, at first and after every change."""
    return lay_out(
        "**You're taking part.**",
        described(sheet),
        row(
            Press("My to-do list", "mine", sheet.guild_id, (0,), discord.ButtonStyle.primary),
            Press("Change this", "take-part", sheet.guild_id),
            Press("Leave", "leave", sheet.guild_id),
        ),
        accent=Accent.GOOD,
    )


def described(sheet: ParticipantSheet) -> str:
    """What a person said about themselves, for that person alone."""
    direct = "yes, when you have something to do" if sheet.direct_messages else "no"
    speaks = "confirmed by the moderators" if sheet.confirmed else "not yet confirmed by a moderator"
    spoken_for = (
        f"You speak for it: {speaks}" if sheet.organisation else "You're not representing an organisation."
    )
    return (
        f"{introduced(sheet.title, sheet.organisation)}\n"
        f"{spoken_for}\n"
        f"Time zone: {sheet.time_zone}\n"
        f"Reminders by direct message: {direct}"
    )


def introduced(title: str, organisation: str) -> str:
    """``Director, Riverlight``: the role is not always given."""
    return ", ".join(words.escape(part) for part in (title, organisation) if part)


def asked(sheet: ParticipantSheet, *, told: bool) -> Card:
    """The answer to *Ask to be let in*. ``told``: the moderators have a channel in which they hear of it."""
    answered = "You'll get a direct message." if sheet.direct_messages else "Check back later."
    if told:
        head = "**I've asked the moderators to let you in.**"
        seen = f"They see your name and the answers above. {answered}"
    else:
        head = "**Your request to be let in is saved.**"
        seen = (
            "The moderators have no channel I can post to, so nobody has been told yet. Write to one of "
            f"them. They find your request with /review, and in their channel once there is one. {answered}"
        )
    return lay_out(head, described(sheet), seen, accent=Accent.WAIT)


def asking(everyone: Sequence[ParticipantSheet]) -> list[object]:
    """Who asks to be let in, with menus to let one in or turn one down: the head of the moderators' panel."""
    if not everyone:
        return []
    lines = [f"<@{one.user_id}>: {_short(one)}" for one in everyone[:ASKING]]
    if len(everyone) > ASKING:
        lines.append(f"-# and {len(everyone) - ASKING:,} more who asked earlier")
    options = [
        Option(words.clip(one.organisation, 100), str(one.user_id), one.title) for one in everyone[:ASKING]
    ]
    asks = words.plural(len(everyone), "person is asking", "people are asking")
    return [
        f"**{asks} to be let in**\n" + "\n".join(lines),
        row(Choose("Let one in", "admit.chosen", everyone[0].guild_id, options)),
        row(Choose("Turn one down", "turn-down.chosen", everyone[0].guild_id, options)),
        LINE,
    ]


def _short(sheet: ParticipantSheet) -> str:
    return introduced(words.clip(sheet.title, 40), words.clip(sheet.organisation, 60))


def admitted(
    sheet: ParticipantSheet, role_id: int | None, obstacle: str = "", menders: Sequence[str] = ()
) -> Card:
    """To the moderator: who was let in, and whether the role was given. ``obstacle`` ends a sentence."""
    person = f"<@{sheet.user_id}>"
    if obstacle:
        return lay_out(
            f"**{person} is let in, but doesn't have the role <@&{role_id}>.**",
            f"I couldn't give it: {obstacle}. These people can give it or fix this: {words.listed(menders, 'or')}.",
            row(
                Press(
                    "Give the role again",
                    "admit.role",
                    sheet.guild_id,
                    (sheet.user_id,),
                    discord.ButtonStyle.primary,
                )
            ),
            accent=Accent.WAIT,
        )
    given = f" and has the role <@&{role_id}>" if role_id is not None else ""
    return lay_out(f"**{person} is let in{given}.**", described(sheet), accent=Accent.GOOD)


def muted(sheet: ParticipantSheet, now: datetime) -> Card:
    """Whether reminders come by direct message from now on."""
    until = sheet.muted_until if sheet.muted_until is not None and sheet.muted_until > now else None
    if until is None:
        return lay_out("**You'll get reminders by direct message again.**", accent=Accent.GOOD)
    return lay_out(
        f"**No reminders by direct message until {words.moment(until)}.**",
        "Votes and deadlines go on. /mine shows your to-do list.",
        row(Press("Unmute", "unmute", sheet.guild_id)),
    )


def closed(closes_at: datetime) -> Card:
    """Say that nothing is left to mute, because the letter has closed."""
    return lay_out(
        f"**That letter closed {words.clock(closes_at, 'F')}, so you won't get more reminders about it.**"
    )


def left(sheet: ParticipantSheet) -> Card:
    """Say that this person no longer takes part."""
    return lay_out(
        "**You've left.** You won't get reminders or votes any more.",
        "Your votes, proposals and signatures stay and count. Your data was not deleted: "
        "/privacy erase does that.",
        row(Press("Take part again", "take-part", sheet.guild_id)),
    )


def turned_down(sheet: ParticipantSheet) -> Card:
    """To the moderator: who is not let in."""
    return lay_out(
        f"**<@{sheet.user_id}> is not let in.**",
        described(sheet),
        "I don't tell them. They may ask again; you'll hear about it once a day at most.",
    )


def blocked(sheet: ParticipantSheet) -> Card:
    """To the moderator: whose proposals are stopped."""
    return lay_out(
        f"**<@{sheet.user_id}> can't propose any more.**",
        "Their earlier proposals stay: decide on them in /review. They can still vote, and sign as a person.",
        row(Press("Allow again", "member.unblock", sheet.guild_id, (sheet.user_id,))),
        accent=Accent.GOOD,
    )


def allowed(sheet: ParticipantSheet, most: int) -> Card:
    """To the moderator: who may have more undecided names at once."""
    return lay_out(
        f"**<@{sheet.user_id}> may have {words.plural(most, 'name')} undecided at once.**",
        "This applies to every letter, unless the letter's own number is larger.",
        accent=Accent.GOOD,
    )


def unblocked(sheet: ParticipantSheet) -> Card:
    """To the moderator: who may propose again."""
    return lay_out(f"**<@{sheet.user_id}> may propose again.**", accent=Accent.GOOD)
