"""What one can do here, fitting anyone who asks; and what is stored, and why."""

from collections.abc import Sequence

from cogs.ui.cards import languages
from cogs.ui.layout import PRIMARY, Accent, Card, Press, lay_out, row
from models import translation
from models.sheets import MemberStatus
from models.translation import N_, _

READING = (
    N_("**Read**"),
    N_("/letter status: how many have signed, how long is left and how many names are waiting for review"),
    N_("/letter text and /letter points: the letter and what to say about it"),
    N_("/signatory list and /signatory show: who signed, and each name's status"),
)
DOING = (
    N_("**Propose, vote, sign**"),
    N_("/mine: your to-do list, votes first"),
    N_("/propose: propose a name. Or right-click a message: Apps, *Propose as signatory*"),
    N_("/sign: sign for your organisation, or as an individual"),
    N_("/signatory correct, consent and cancel: manage a name you proposed"),
    N_("/reminders: see planned reminders, or mute direct messages"),
    N_("/take-part: change your organisation, time zone or direct messages"),
)
SETTING_UP = N_("/setup: channels, roles, time zone, permissions")
MANAGING = (N_("**Manage**"), SETTING_UP)
MODERATING = (
    N_("**Moderate**"),
    N_("/manage letter panel: run a letter from one message. The first button is the next step"),
    N_("/manage signatory: enter, edit or remove a name"),
    N_("/review: names to decide on"),
    N_(
        "/roster: export the list, publish updates and corrections, see contacts and how the list has "
        "grown, or get everything as a spreadsheet"
    ),
    SETTING_UP,
)
UNREAD = N_(
    "-# No native speaker has checked this translation yet. If something reads oddly, tell a moderator."
)
ALSO = N_(
    "-# /privacy about tells you what I store about you. Only you see my answers, unless I say otherwise."
)


def card(standing: MemberStatus) -> Card:
    """Help for this person: the next step first, then the commands that work for them."""
    first, button = _next_step(standing)
    return lay_out(
        first,
        *([row(button)] if button is not None else []),
        _said(READING),
        _said(DOING) if standing.takes_part else "",
        _said(_running(standing)),
        row(Press(_("Run the letter"), "panel.open", standing.guild_id, (0,)))
        if standing.moderator and standing.set_up
        else "",
        *languages.of_person(standing),
        _(ALSO),
        _(UNREAD) if translation.is_unread() else "",
        accent=Accent.OPEN,
    )


def _said(lines: Sequence[str]) -> str:
    return "\n".join(map(_, lines))


def _running(standing: MemberStatus) -> Sequence[str]:
    """What moderators do, and anyone who manages the server without being one."""
    if standing.moderator:
        return MODERATING
    return MANAGING if standing.manager else ()


def _next_step(standing: MemberStatus) -> tuple[str, Press | None]:
    guild = standing.guild_id
    if standing.manager and not standing.set_up:
        return (
            _("**Set this server up first.** One button gives you channels, roles and a time zone."),
            Press(_("Set up"), "setup.open", guild, style=PRIMARY),
        )
    if standing.takes_part:
        return (
            _("**You're taking part.** You can propose names, vote on them and sign."),
            Press(_("My to-do list"), "mine", guild, (0,), PRIMARY),
        )
    take_part = Press(_("Take part"), "take-part", guild, style=PRIMARY)
    if standing.member:
        return _(
            "**You need to take part first.** It's one short form. Then you can propose, vote and sign."
        ), take_part
    if standing.member_role_id:
        first = _(
            "**Taking part is for members of the coalition.** You need the role {role}. Fill in the "
            "*Take part* form, then ask to be let in.",
            role=f"<@&{standing.member_role_id}>",
        )
    else:
        first = _(
            "**Taking part is for members of the coalition.** You need the member role. Fill in the "
            "*Take part* form, then ask to be let in."
        )
    return first, take_part
