"""Who runs a letter, and handing it to somebody else."""

from cogs.ui import words
from cogs.ui.layout import PRIMARY, Accent, Card, Choose, Of, Part, Press, lay_out, row
from models.sheets import CoordinatorSheet, NoticeSheet
from models.translation import _


def choosing(sheet: CoordinatorSheet, role_id: int | None) -> Card:
    """Ask who should run the letter. Discord's menu of people can leave nobody out (API reference, User Select), so
    this says whom to choose: those with ``role_id``, or who manage the server if there is none."""
    return lay_out(
        "\n".join((_("**Who will run this letter from now on?**"), words.title(sheet.title))),
        _now(sheet),
        _moderators(role_id),
        _(
            "-# This tells moderators who runs the letter, so everyone knows who to ask. It doesn't "
            "change what anyone can do."
        ),
        row(
            Choose(
                _("The new coordinator"), "coordinator.chosen", sheet.guild_id, Of.PEOPLE, (sheet.letter_id,)
            )
        ),
        accent=Accent.OPEN,
    )


def asking(sheet: CoordinatorSheet, user_id: int) -> Card:
    """What handing it over does, with one button to confirm it."""
    about = (sheet.letter_id, user_id, sheet.coordinator_id or 0)
    return lay_out(
        "\n".join((_("**Hand this letter to {who}?**", who=f"<@{user_id}>"), words.title(sheet.title))),
        _now(sheet),
        _(
            "I'll say so in the moderators' channel. If the new coordinator gets direct messages, I'll "
            "send them one too."
        ),
        row(Press(_("Hand it over"), "coordinator.hand-over", sheet.guild_id, about, PRIMARY)),
        accent=Accent.WAIT,
    )


def handed_over(sheet: CoordinatorSheet) -> Card:
    """Say that it is done."""
    return lay_out(
        "\n".join(
            (_("**{who} now runs this letter.**", who=f"<@{sheet.coordinator_id}>"), words.title(sheet.title))
        ),
        row(_panel(sheet.guild_id, sheet.letter_id)),
        accent=Accent.GOOD,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """To the moderators, and to the person."""
    user_id = sheet.facts.get("user_id")
    if user_id:
        return [_("{who} now runs **{title}**.", who=f"<@{user_id}>", title=title)]
    return [_("You now run **{title}**.", title=title)]


def buttons(sheet: NoticeSheet) -> list[Part]:
    """What can be pressed under that message."""
    return [_panel(sheet.guild_id, sheet.letter.id)] if sheet.letter is not None else []


def _panel(guild_id: int, letter_id: int) -> Press:
    return Press(_("Show the panel"), "panel.open", guild_id, (letter_id,))


def _now(sheet: CoordinatorSheet) -> str:
    if not sheet.coordinator_id:
        return _("At the moment, nobody runs the letter.")
    return _("At the moment, {who} runs the letter.", who=f"<@{sheet.coordinator_id}>")


def _moderators(role_id: int | None) -> str:
    if role_id is None:
        return _(
            "Discord's menu lists everyone, but only people who manage this server are moderators here. "
            "Choose one of them. If there's nobody else, choose a moderator role with /setup first, then "
            "give it to someone."
        )
    return _(
        "Discord's menu lists everyone. Choose a moderator: someone with the role {role}. If there's "
        "nobody else, someone who manages this server can give the role to another person first.",
        role=f"<@&{role_id}>",
    )
