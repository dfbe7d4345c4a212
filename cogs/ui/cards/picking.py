"""The panel that asks for letter, kind and country before the form opens, where no command could ask."""

from collections.abc import Sequence

from cogs.ui import words
from cogs.ui.cards.proposal import KINDS
from cogs.ui.layout import OPTION_LIMIT, Accent, Card, Choose, Option, Press, lay_out, row
from models.geography import countries as country
from models.sheets import LetterChoice
from models.terms import Kind
from models.translation import _


def near(guild_id: int, letter_id: int, kind: str, names: Sequence[str]) -> list[Press]:
    """The countries that a misspelt one may mean, or none; a press opens the form with it."""
    meant = [(name, country.code_of(name)) for name in names]
    return [
        Press(name, "propose.near", guild_id, (letter_id, kind, code))
        for name, code in (*meant, (_("No country"), country.NONE))
    ]


def letters(guild_id: int, draft_id: int, name: str, choices: Sequence[LetterChoice]) -> Card:
    """Ask for which letter, where several take names."""
    options = [Option(one.title, str(one.id)) for one in choices[:OPTION_LIMIT]]
    menu = Choose(_("Choose a letter"), "propose.letter", guild_id, options, (draft_id,))
    return lay_out(_heading(name), _("For which letter?"), row(menu), accent=Accent.OPEN)


def kinds(guild_id: int, draft_id: int, letter_id: int, name: str) -> Card:
    """Ask what kind of signatory the name is."""
    buttons = [Press(_(KINDS[kind]), "propose.kind", guild_id, (draft_id, letter_id, kind)) for kind in Kind]
    return lay_out(_heading(name), _("What kind of signatory is this?"), row(*buttons), accent=Accent.OPEN)


def ranges(guild_id: int, draft_id: int, letter_id: int, kind: Kind, name: str) -> Card:
    """Ask for the country by its first letters: a menu holds 25 lines, and there are ten times as many countries."""
    about = (draft_id, letter_id, kind)
    options = [
        # Translators: the first and the last country of a part of the alphabet. At most 100 characters with both.
        Option(_("{first} to {last}", first=group[0][1], last=group[-1][1]), str(number))
        for number, group in enumerate(_groups())
    ]
    return lay_out(
        _heading(name),
        _("Where is this signatory based?"),
        row(Choose(_("Choose the country's first letter"), "propose.range", guild_id, options, about)),
        row(Press(_("No country"), "propose.country", guild_id, about)),
        accent=Accent.OPEN,
    )


def countries(guild_id: int, draft_id: int, letter_id: int, kind: Kind, name: str, number: int) -> Card:
    """The countries of one range; choosing one opens the form."""
    about = (draft_id, letter_id, kind)
    options = [Option(label, code) for code, label in _groups()[min(number, len(_groups()) - 1)]]
    return lay_out(
        _heading(name),
        _("Which country?"),
        row(Choose(_("Choose a country"), "propose.country", guild_id, options, about)),
        row(Press(_("Other countries"), "propose.kind", guild_id, about)),
        accent=Accent.OPEN,
    )


def _groups() -> list[list[tuple[str, str]]]:
    every = country.search("", limit=1000)
    return [every[start : start + OPTION_LIMIT] for start in range(0, len(every), OPTION_LIMIT)]


def _heading(name: str) -> str:
    return _("**Propose {name}**", name=words.escape(name)) if name else _("**Propose a name**")
