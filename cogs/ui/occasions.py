"""Occasions: what a refusal answers. A few sentences fit one of them alone, because they say what to do next: a button
has no suggestions, a form no option, a command no message on which it was drawn."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from models.refusal import Reason
from models.translation import N_


class Occasion(Enum):
    """What somebody did that is refused."""

    PRESS = auto()
    """A button or a menu."""
    FORM = auto()
    """A form that was sent in."""
    COMMAND = auto()
    """A command, or an entry in the menu of a message."""
    TAKE_PART = auto()
    """The form *Take part*, which can be sent to the moderators as it is."""
    DELIVERY = auto()
    """The form for a delivery, whose day lies back."""
    NAME = auto()
    """A form with a name that can be kept as late once the letter has closed."""
    LINE = auto()
    """One line of a list of names, the others of which may be right."""


SENTENCES: Mapping[tuple[Reason, Occasion], str] = MappingProxyType(
    {
        (Reason.NOT_FOUND, Occasion.COMMAND): N_(
            "I can't find that. Pick one of the suggestions that appear as you type."
        ),
        (Reason.NOT_FOUND, Occasion.FORM): N_(
            "I can't find that. It was removed, or you aren't allowed to see it."
        ),
        (Reason.OUTDATED, Occasion.COMMAND): N_(
            "Discord is showing you an old version of this command. Restart Discord, or press Ctrl+R, "
            "then use the command again."
        ),
        (Reason.OUTDATED, Occasion.FORM): N_(
            "This has changed since you opened the form. Open it again and check what's there now."
        ),
        (Reason.CHOOSE_LETTER, Occasion.PRESS): N_("There are several letters. Which one do you mean?"),
        (Reason.EMPTY, Occasion.PRESS): N_("You left out *{field}*. Open the form again and fill it in."),
        (Reason.EMPTY, Occasion.COMMAND): N_("Please fill in *{field}*, then use the command again."),
        (Reason.TOO_LONG, Occasion.COMMAND): N_(
            "What you typed in the *{field}* option is {length} long. The limit is {limit}, so shorten it."
        ),
        (Reason.BAD_DAY, Occasion.DELIVERY): N_(
            "I don't understand the day {day}. Write it like today, yesterday or 18 February 2025."
        ),
        (Reason.BAD_HOUR, Occasion.DELIVERY): N_(
            "I don't understand the time {hour}. Write it like 14:30 or 5pm, or leave it blank for noon."
        ),
        (Reason.NOT_BEFORE, Occasion.DELIVERY): N_("You can't record a delivery before it has happened."),
        (Reason.NOT_AFTER, Occasion.DELIVERY): N_(
            "The letter was published on {limit}, so it can't have been delivered before that."
        ),
        (Reason.CLOSED, Occasion.NAME): N_(
            "This letter closed on {closes_at}, so I haven't added the name. To send it to the moderators "
            "all the same, press *Keep it, marked late*."
        ),
        (Reason.EMPTY, Occasion.LINE): N_("This line only has invisible characters."),
        (Reason.TOO_LONG, Occasion.LINE): N_(
            "This name is {length} long. The limit is {limit}, so shorten it."
        ),
        (Reason.MEMBERS_ONLY, Occasion.TAKE_PART): N_(
            "Only members of the coalition can do that. You need {role}. I've kept what you typed. Press "
            "*Ask to be let in* to send it to the moderators, who can let you in."
        ),
    }
)
"""Templates for one occasion; for all others those of ``cogs.ui.refusals``."""


_FORMS = frozenset({Occasion.TAKE_PART, Occasion.DELIVERY, Occasion.NAME})
"""Forms with sentences of their own; for all others of theirs those of a form."""


def template(reason: Reason, occasion: Occasion | None) -> str | None:
    """The template that fits this occasion alone; None if the usual one fits."""
    if occasion is None:
        return None
    found = SENTENCES.get((reason, occasion))
    return found or (SENTENCES.get((reason, Occasion.FORM)) if occasion in _FORMS else None)
