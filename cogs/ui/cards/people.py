"""What is said to and about those who take part."""

from collections.abc import Sequence
from datetime import datetime

import discord

from cogs.ui import words
from cogs.ui.layout import LINE, Accent, Card, Choose, Option, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import ParticipantSheet

ASKING = 10
"""So many of those who ask to be let in are shown."""


def taking_part(sheet: ParticipantSheet) -> Card:
    """The answer to *Take part*, at first and after every change."""
    return lay_out(
        "**You take part.**",
        described(sheet),
        row(
            Press("What waits for me", "mine", sheet.guild_id, (0,), discord.ButtonStyle.primary),
            Press("Change this", "take-part", sheet.guild_id),
        ),
        accent=Accent.GOOD,
    )


def described(sheet: ParticipantSheet) -> str:
    """What a person said about themselves, for that person alone."""
    direct = "yes, when something waits for you" if sheet.direct_messages else "no"
    speaks = "confirmed by the moderators" if sheet.confirmed else "not confirmed by a moderator yet"
    spoken_for = f"That you speak for it: {speaks}" if sheet.organisation else "You speak for no organisation."
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
    answered = "You will be told by direct message." if sheet.direct_messages else "Look in again later."
    if told:
        head = "**The moderators have been asked to let you in.**"
        seen = f"They see your name and what stands above. {answered}"
    else:
        head = "**Your request to be let in is kept.**"
        seen = (
            "The moderators have no channel here that I can post to, so nobody has been told yet: write to one of "
            f"them. They find your request with /review, and in their channel once there is one. {answered}"
        )
    return lay_out(head, described(sheet), seen, accent=Accent.WAIT)


def asking(everyone: Sequence[ParticipantSheet]) -> list[object]:
    """Who asks to be let in, with menus to let one in or turn one down: the head of the moderators' panel."""
    if not everyone:
        return []
    lines = [f"<@{one.user_id}>: {_short(one)}" for one in everyone[:ASKING]]
    if len(everyone) > ASKING:
        lines.append(f"-# and {len(everyone) - ASKING:,} more who asked before them")
    options = [
        Option(words.clip(one.organisation, 100), str(one.user_id), one.title) for one in everyone[:ASKING]
    ]
    asks = words.plural(len(everyone), "person asks", "people ask")
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
            f"**{person} is let in, but lacks the role <@&{role_id}>.**",
            f"I could not give it: {obstacle}. These can give it, or mend it: {words.listed(menders, 'or')}.",
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
        return lay_out("**Reminders by direct message reach you again.**", accent=Accent.GOOD)
    return lay_out(
        f"**No reminder by direct message until {words.moment(until)}.**",
        "Votes and deadlines run on; /mine shows what waits for you.",
        row(Press("Unmute", "unmute", sheet.guild_id)),
    )


def closed(closes_at: datetime) -> Card:
    """Say that nothing is left to mute, because the letter has closed."""
    return lay_out(
        f"**That letter closed {words.clock(closes_at, 'F')}: no reminder about it comes any more.**"
    )


def left(sheet: ParticipantSheet) -> Card:
    """Say that this person takes part no more."""
    return lay_out(
        "**You have left.** No reminder reaches you any more, and no vote waits for you.",
        "What you voted, proposed and signed stays, and counts. Nothing that is stored about you was deleted: "
        "/privacy erase does that.",
        row(Press("Take part again", "take-part", sheet.guild_id)),
    )


def turned_down(sheet: ParticipantSheet) -> Card:
    """To the moderator: who is not let in."""
    return lay_out(
        f"**<@{sheet.user_id}> is not let in.**",
        described(sheet),
        "They are not told by me, and may ask again; you hear of that once a day at most.",
    )


def blocked(sheet: ParticipantSheet) -> Card:
    """To the moderator: whose proposals are stopped."""
    return lay_out(
        f"**<@{sheet.user_id}> proposes nothing any more.**",
        "What they put forward before stays: decide on it in /review. They can still vote, and sign as a person.",
        row(Press("Allow again", "member.unblock", sheet.guild_id, (sheet.user_id,))),
        accent=Accent.GOOD,
    )


def allowed(sheet: ParticipantSheet, most: int) -> Card:
    """To the moderator: who may have more undecided names at once."""
    return lay_out(
        f"**<@{sheet.user_id}> may have {words.plural(most, 'name')} undecided at once.**",
        "On every letter whose own number is not larger.",
        accent=Accent.GOOD,
    )


def unblocked(sheet: ParticipantSheet) -> Card:
    """To the moderator: who may propose again."""
    return lay_out(f"**<@{sheet.user_id}> may propose again.**", accent=Accent.GOOD)
