"""What is said to and about those who take part."""

from collections.abc import Sequence
from datetime import datetime

from cogs.ui import words
from cogs.ui.layout import LINE, PRIMARY, Accent, Card, Choose, Option, Press, lay_out, row
from models import cldr
from models.sheets import ParticipantSheet
from models.translation import _, ngettext

ASKING = 10
"""This many of those who ask to be let in are shown."""


def taking_part(sheet: ParticipantSheet) -> Card:
    """The answer to *Take part*, at first and after every change."""
    return lay_out(
        _("**You're taking part.**"),
        described(sheet),
        row(
            Press(_("My to-do list"), "mine", sheet.guild_id, (0,), PRIMARY),
            Press(_("Change my details"), "take-part", sheet.guild_id),
            Press(_("Stop taking part"), "leave", sheet.guild_id),
        ),
        accent=Accent.GOOD,
    )


def described(sheet: ParticipantSheet) -> str:
    """What a person said about themselves, for that person alone."""
    return "\n".join(
        (
            speaking(sheet),
            _("Time zone: {zone}", zone=sheet.time_zone),
            _("Reminders by direct message: yes, when you have something to do")
            if sheet.direct_messages
            else _("Reminders by direct message: no"),
        )
    )


def speaking(sheet: ParticipantSheet) -> str:
    """Who somebody is and for whom they speak: all of it that moderators need."""
    if not sheet.organisation:
        speaks = _("Organisation: none")
    elif sheet.confirmed:
        speaks = _("Speaking for the organisation: confirmed by the moderators")
    else:
        speaks = _("Speaking for the organisation: not confirmed by the moderators yet")
    return f"{introduced(sheet.title, sheet.organisation)}\n{speaks}"


def introduced(title: str, organisation: str) -> str:
    """``Director, Riverlight``: the role is not always given."""
    title, organisation = words.escape(title), words.escape(organisation)
    if not (title and organisation):
        return title or organisation
    # Translators: somebody's role, then their organisation: "Director, Riverlight".
    return _("{role}, {organisation}", role=title, organisation=organisation)


def asked(sheet: ParticipantSheet, *, told: bool) -> Card:
    """The answer to *Ask to be let in*. ``told``: the moderators have a channel in which they hear of it."""
    answered = (
        _("If the moderators let you in, you'll get a direct message.")
        if sheet.direct_messages
        else _("Check back later to see if the moderators have let you in.")
    )
    if told:
        head = _("**I've asked the moderators to let you in.**")
        seen = _("The moderators see your name and the answers above.")
    else:
        head = _("**Your request to be let in is saved.**")
        seen = _(
            "The moderators have no channel I can post to, so I haven't told anyone yet. Write to one of "
            "them. They'll find your request in /review, and in their channel once they have one."
        )
    return lay_out(head, described(sheet), f"{seen} {answered}", accent=Accent.WAIT)


def asking(everyone: Sequence[ParticipantSheet]) -> list[object]:
    """Who asks to be let in, with menus to let one in or turn one down: the head of the moderators' panel."""
    if not everyone:
        return []
    lines = [cldr.labelled(f"<@{one.user_id}>", _short(one)) for one in everyone[:ASKING]]
    if len(everyone) > ASKING:
        lines.append(f"-# {_earlier(len(everyone) - ASKING)}")
    options = [
        Option(words.clip(one.organisation, 100), str(one.user_id), one.title) for one in everyone[:ASKING]
    ]
    head = ngettext(
        "**{count} person is asking to be let in as a member**",
        "**{count} people are asking to be let in as members**",
        len(everyone),
    )
    return [
        "\n".join([head, *lines]),
        row(Choose(_("Choose someone to let in"), "admit.chosen", everyone[0].guild_id, options)),
        row(Choose(_("Choose someone to turn down"), "turn-down.chosen", everyone[0].guild_id, options)),
        LINE,
    ]


def _earlier(count: int) -> str:
    return ngettext("and {count} more who asked earlier", "and {count} more who asked earlier", count)


def _short(sheet: ParticipantSheet) -> str:
    return introduced(words.clip(sheet.title, 40), words.clip(sheet.organisation, 60))


def admitted(
    sheet: ParticipantSheet, role_id: int | None, obstacle: str = "", menders: Sequence[str] = ()
) -> Card:
    """To the moderator: who was let in, and whether the role was given. ``obstacle`` ends a sentence."""
    person, role = f"<@{sheet.user_id}>", f"<@&{role_id}>"
    if obstacle:
        return lay_out(
            _("**{who} has been let in, but doesn't have the role {role}.**", who=person, role=role),
            _(
                "I couldn't give them the role: {reason}. These people can give it, or fix the problem: "
                "{people}.",
                reason=obstacle,
                people=cldr.listed(menders, "or"),
            ),
            row(Press(_("Give the role again"), "admit.role", sheet.guild_id, (sheet.user_id,), PRIMARY)),
            accent=Accent.WAIT,
        )
    if role_id is None:
        return lay_out(_("**{who} has been let in.**", who=person), speaking(sheet), accent=Accent.GOOD)
    given = _("**{who} has been let in and has the role {role}.**", who=person, role=role)
    return lay_out(given, speaking(sheet), accent=Accent.GOOD)


def muted(sheet: ParticipantSheet, now: datetime) -> Card:
    """Whether reminders come by direct message from now on."""
    until = sheet.muted_until if sheet.muted_until is not None and sheet.muted_until > now else None
    if until is None:
        return lay_out(_("**You'll get reminders by direct message again.**"), accent=Accent.GOOD)
    return lay_out(
        _("**No reminders by direct message until {when}.**", when=words.moment(until)),
        _("Votes and deadlines stay the same. /mine shows your to-do list."),
        row(Press(_("Unmute"), "unmute", sheet.guild_id)),
    )


def closed(closes_at: datetime) -> Card:
    """Say that nothing is left to mute, because the letter has closed."""
    return lay_out(
        _(
            "**That letter closed on {when}, so you won't get more reminders about it.**",
            when=words.clock(closes_at, "F"),
        )
    )


def left(sheet: ParticipantSheet) -> Card:
    """Say that this person no longer takes part."""
    return lay_out(
        _("**You're no longer taking part.** You won't get reminders or be asked to vote any more."),
        _(
            "Your votes, proposals and signatures stay and still count. To delete your data as well, use "
            "/privacy erase."
        ),
        row(Press(_("Take part again"), "take-part", sheet.guild_id)),
    )


def turned_down(sheet: ParticipantSheet) -> Card:
    """To the moderator: who is not let in."""
    return lay_out(
        _("**{who} has been turned down.**", who=f"<@{sheet.user_id}>"),
        speaking(sheet),
        _("I won't tell this person. They can ask again. If they do, I'll tell you at most once a day."),
    )


def blocked(sheet: ParticipantSheet) -> Card:
    """To the moderator: whose proposals are stopped."""
    return lay_out(
        _("**{who} can't propose any more.**", who=f"<@{sheet.user_id}>"),
        _(
            "This person's earlier proposals stay: decide on them in /review. They can still vote, and "
            "sign as an individual."
        ),
        row(Press(_("Let them propose again"), "member.unblock", sheet.guild_id, (sheet.user_id,))),
        accent=Accent.GOOD,
    )


def allowed(sheet: ParticipantSheet, most: int) -> Card:
    """To the moderator: who may have more undecided names at once."""
    return lay_out(
        ngettext(
            "**{who} can have up to {count} name waiting for a decision.**",
            "**{who} can have up to {count} names waiting for a decision.**",
            most,
            who=f"<@{sheet.user_id}>",
        ),
        _("This applies to every letter, unless the letter itself allows more."),
        accent=Accent.GOOD,
    )


def unblocked(sheet: ParticipantSheet) -> Card:
    """To the moderator: who may propose again."""
    return lay_out(_("**{who} can propose again.**", who=f"<@{sheet.user_id}>"), accent=Accent.GOOD)
