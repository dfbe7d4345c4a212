"""The panel of settings: what is chosen, what is missing, who can fix it, and how to choose."""

from collections.abc import Sequence

from cogs.ui.cards import acts, languages
from cogs.ui.layout import LINE, PRIMARY, SECONDARY, Accent, Card, Choose, Of, Press, lay_out, row
from cogs.ui.server_health import ChannelCheck, Health, RoleCheck
from models import cldr
from models.sheets import CoalitionSheet
from models.translation import N_, _

ADVICE = N_(
    "**Show moderators their commands**\nDiscord hides /manage, /review, /roster and /setup from people "
    "who don't manage the server. Someone who manages the server can open Server Settings, then "
    "Integrations, then this bot. For each of these commands, they press *Add roles or members* and "
    "allow {role}."
)
MENUS = {
    "welcome_id": (
        Of.CHANNELS,
        N_("Welcome channel, open to everyone"),
        N_("Choose the welcome channel"),
    ),
    "announcements_id": (
        Of.CHANNELS,
        N_("Announcements channel, for reminders too"),
        N_("Choose the announcements channel"),
    ),
    "proposals_id": (Of.CHANNELS, N_("Proposals channel, for votes"), N_("Choose the proposals channel")),
    "moderators_id": (
        Of.CHANNELS,
        N_("Moderators' channel, for moderators only"),
        N_("Choose the moderators' channel"),
    ),
    "member_role_id": (Of.ROLES, N_("Member role"), N_("Choose the member role")),
    "moderator_role_id": (Of.ROLES, N_("Moderator role"), N_("Choose the moderator role")),
}
"""What each menu offers, what it is for, and what stands in it before anything is chosen."""


def card(sheet: CoalitionSheet, health: Health, done: Sequence[str] = (), *, has_letters: bool = False) -> Card:
    """The panel. ``done`` are sentences on what was just made or could not be made. It ends in the first letter, or in
    the panel of the letters that there are."""
    faults = _faults(health)
    unset = _unset(sheet)
    ready = not faults and not unset
    title = _("### Setup: everything is ready") if ready else _("### Setup: something is missing")
    guild = sheet.guild_id
    style = SECONDARY if ready else PRIMARY
    return lay_out(
        title,
        # First, so that a phone shows the next step without scrolling.
        row(
            *_then(sheet, ready=ready, has_letters=has_letters),
            Press(_("Use recommended settings"), "setup.recommended", guild, style=style),
            Press(_("Time zone: {zone}", zone=sheet.time_zone), "setup.zone", guild),
            Press(_("Check again"), "setup.check", guild),
        ),
        "\n".join(f"- {line}" for line in (*done, *_not_yet(sheet))),
        "\n".join([*(f"- {line}" for line in unset + faults), *_menders(health, faults)]),
        ""
        if ready
        else _(
            "-# If you use the recommended settings, I'll create anything you haven't chosen: the "
            "channels welcome, announcements, proposals and moderators, and the roles Member and "
            "Moderator. If a channel or role with that name already exists, I'll use it."
        ),
        LINE,
        *_menus(sheet, health),
        *languages.of_channels(sheet),
        LINE,
        _(ADVICE, role=_role(sheet.moderator_role_id, _("the moderator role"))),
        accent=Accent.GOOD if ready else Accent.WAIT,
    )


def _not_yet(sheet: CoalitionSheet) -> list[str]:
    return [
        cldr.sentences((_("I haven't changed this yet: {change}.", change=line), _(acts.WANTED)))
        for line in acts.changed(sheet.wanted)
    ]


def _menus(sheet: CoalitionSheet, health: Health) -> list[object]:
    """A menu in which something is chosen shows that and no longer what it is for, so that is above it."""
    checks: dict[str, ChannelCheck | RoleCheck | None] = {
        "welcome_id": health.welcome,
        "announcements_id": health.announcements,
        "proposals_id": health.proposals,
        "moderators_id": health.moderators,
        "member_role_id": health.member,
        "moderator_role_id": health.moderator,
    }
    found: list[object] = []
    for setting, check in checks.items():
        of, label, choose = MENUS[setting]
        route = "setup.channel" if of is Of.CHANNELS else "setup.role"
        # Discord takes no choice that is gone.
        chosen = getattr(sheet, setting) if check is not None and check.exists else None
        menu = Choose(_(choose), route, sheet.guild_id, of, (setting,), least=0, chosen=chosen)
        found += [f"**{_(label)}**", row(menu)]
    return found


def _then(sheet: CoalitionSheet, *, ready: bool, has_letters: bool) -> list[Press]:
    """What comes after setup; nothing before anything is set up."""
    if sheet.set_up_at is None:
        return []
    style = PRIMARY if ready else SECONDARY
    if has_letters:
        return [Press(_("Run the letter"), "panel.open", sheet.guild_id, (0,), style)]
    return [Press(_("Create the first letter"), "letter.create", sheet.guild_id, style=style)]


def _unset(sheet: CoalitionSheet) -> list[str]:
    found = []
    if sheet.welcome_id is None:
        found.append(_("No welcome channel: newcomers can't find *Take part* or the published letters."))
    if sheet.announcements_id is None:
        found.append(_("No announcements channel: reminders reach only people who get direct messages."))
    if sheet.proposals_id is None:
        found.append(_("No proposals channel: there's nowhere to post proposals to vote on."))
    if sheet.moderators_id is None:
        found.append(_("No moderators' channel: nobody is told about names waiting for review."))
    if sheet.member_role_id is None:
        found.append(
            _("No member role: everyone in the server can take part, and reminders don't ping anyone.")
        )
    if sheet.moderator_role_id is None:
        found.append(_("No moderator role: only people who manage the server can moderate."))
    return found


def _faults(health: Health) -> list[str]:
    found = []
    for check in (health.welcome, health.announcements, health.proposals, health.moderators):
        if check is None:
            continue
        if not check.exists:
            found.append(_("A chosen channel is gone or hidden from me. Choose another one below."))
        elif check.missing:
            lacking = cldr.listed(f"*{name}*" for name in check.missing)
            channel = f"<#{check.channel_id}>"
            found.append(
                _(
                    "I'm missing these permissions in {channel}: {permissions}.",
                    channel=channel,
                    permissions=lacking,
                )
            )
    if health.moderators is not None and health.moderators.open_to_all:
        board = f"<#{health.moderators.channel_id}>"
        found.append(_("{channel} is for moderators only, but everyone can read it.", channel=board))
    if health.welcome is not None and health.welcome.exists and not health.welcome.open_to_all:
        found.append(
            _(
                "{channel} is hidden from everyone, but newcomers need it to find *Take part*.",
                channel=f"<#{health.welcome.channel_id}>",
            )
        )
    found += [
        _(
            "Everyone can read {channel}. Only people who take part may see a letter before it's "
            "published, so I don't post about it there until then. Hide the channel from everyone and "
            "show it to {role}.",
            channel=f"<#{check.channel_id}>",
            role=f"<@&{health.member.role_id}>",
        )
        for check in (health.announcements, health.proposals)
        if check is not None and check.open_to_all and health.member is not None
    ]
    if health.member is not None and health.member.exists:
        role = f"<@&{health.member.role_id}>"
        if health.member.obstacle:
            found.append(_("I can't give the role {role}: {reason}.", role=role, reason=health.member.obstacle))
        if not health.member.pings:
            found.append(
                _("Reminders can't ping {role}. Let anyone mention it (Server Settings, Roles).", role=role)
            )
    found += [
        _("A chosen role is gone. Choose another one below.")
        for role in (health.member, health.moderator)
        if role is not None and not role.exists
    ]
    return list(dict.fromkeys(found))


def _menders(health: Health, faults: list[str]) -> list[str]:
    if not faults:
        return []
    return [_("These people can fix this: {people}.", people=cldr.listed(health.menders, "or"))]


def _role(role_id: int | None, otherwise: str) -> str:
    return f"<@&{role_id}>" if role_id is not None else otherwise
