"""The menus of languages: for what stands in channels, and for what is said to one person."""

from collections.abc import Iterable

from cogs.ui.layout import Choose, Option, row
from models import cldr, translation
from models.sheets import CoalitionSheet, MemberStatus
from models.translation import _

OF_DISCORD = "-"
"""In place of a language: that of the person's Discord."""


def of_channels(sheet: CoalitionSheet) -> list[object]:
    """In which language the bot speaks in channels; nothing where it has one alone."""
    # Translators: above a menu of languages.
    label = _("The language I use in channels")
    # Translators: at most 150 characters.
    return _menu(label, _("Choose a language"), "setup.language", sheet.guild_id, _languages(sheet.language))


def of_person(standing: MemberStatus) -> list[object]:
    """In which language the bot speaks to whoever takes part; nothing where it has one alone."""
    if not standing.takes_part:
        return []
    # Translators: at most 100 characters. The first line of a menu of languages.
    own = Option(_("The language your Discord is set to"), OF_DISCORD, chosen=not standing.language)
    options = [own, *_languages(standing.language)]
    # Translators: above a menu of languages.
    return _menu(_("Your language"), _("Choose a language"), "language", standing.guild_id, options)


def _languages(chosen: str) -> list[Option]:
    return [Option(cldr.language_name(tag), tag, chosen=tag == chosen) for tag in translation.languages()]


def _menu(label: str, hint: str, route: str, guild_id: int, options: Iterable[Option]) -> list[object]:
    if len(translation.languages()) == 1:
        return []
    return [f"**{label}**", row(Choose(hint, route, guild_id, tuple(options)))]
