"""What one can do here, fitting anyone who asks; and what is stored, and why."""

import discord

from cogs.ui.cards import languages
from cogs.ui.layout import Accent, Card, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import MemberStatus

READING = (
    "**Read**\n"
    "/letter status: the count, the time left, what's waiting\n"
    "/letter text and /letter points: the letter and what to say about it\n"
    "/signatory list and /signatory show: who signed, and each name's status"
)
DOING = (
    "**Do**\n"
    "/mine: your to-do list, votes first\n"
    "/propose: propose a name. Or right-click a message: Apps, *Propose as signatory*\n"
    "/sign: for your organisation, or as a person\n"
    "/signatory correct, consent and cancel: for a name you proposed\n"
    "/reminders: see what's planned, mute direct messages\n"
    "/take-part: change your organisation, time zone or direct messages"
)
MODERATING = (
    "**Moderate**\n"
    "/manage letter panel: one card to run a letter from, with the next step as its first button\n"
    "/manage signatory: enter, edit or remove a name\n"
    "/review: names to decide on\n"
    "/roster: the list as a file, updates and corrections, contacts, growth, everything as a spreadsheet"
)
SETTING_UP = "/setup: channels, roles, time zone, permissions"
ALSO = "-# /privacy about tells you what I store about you. Only you see my answers, unless I say otherwise."


def card(standing: MemberStatus) -> Card:
    """Help for this person: the next step first, then the commands that work for them."""
    first, button = _next_step(standing)
    return lay_out(
        first,
        *([row(button)] if button is not None else []),
        READING,
        DOING if standing.takes_part else "",
        "\n".join(_running(standing)),
        row(Press("Run the letter", "panel.open", standing.guild_id, (0,)))
        if standing.moderator and standing.set_up
        else "",
        *languages.of_person(standing),
        ALSO,
        accent=Accent.OPEN,
    )


def _running(standing: MemberStatus) -> list[str]:
    """What moderators do, and anyone who manages the server without being one."""
    if standing.moderator:
        return [MODERATING, SETTING_UP]
    return ["**Manage**", SETTING_UP] if standing.manager else []


def _next_step(standing: MemberStatus) -> tuple[str, Press | None]:
    guild, primary = standing.guild_id, discord.ButtonStyle.primary
    if standing.manager and not standing.set_up:
        return (
            "**Set this server up first.** One press gives you channels, roles and a time zone.",
            Press("Set up", "setup.open", guild, style=primary),
        )
    if standing.takes_part:
        return (
            "**You're taking part.** Propose names, vote on them, sign.",
            Press("My to-do list", "mine", guild, (0,), primary),
        )
    if standing.member:
        return (
            "**Take part first.** It's one short form. Then you can propose, vote and sign.",
            Press("Take part", "take-part", guild, style=primary),
        )
    role = f"the role <@&{standing.member_role_id}>" if standing.member_role_id else "the members' role"
    return (
        f"**This is for members of the coalition.** You need {role}. Fill in *Take part*, then ask to be let in.",
        Press("Take part", "take-part", guild, style=primary),
    )
