"""Refusals in words: what is wrong, what is allowed, what can be done now. One entry for each reason."""

import re
from collections.abc import Mapping
from datetime import datetime
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cogs.ui import counted, occasions, words
from cogs.ui.occasions import Occasion
from cogs.ui.reasons import DECIDED, MISSING, NO_ADDRESS_IN, SENTENCES, STANDS, WAYS, WITHOUT
from cogs.ui.states import STATES, UNSENT, of_letter
from models import cldr
from models.geography import countries
from models.refusal import Reason, Refusal
from models.sheets import Reading, Unsent
from models.terms import LetterState, SignatoryState
from models.translation import _, isolated, ngettext, number

if TYPE_CHECKING:
    from cogs.ui.layout import Part

NO_LABELS: Mapping[str, str] = MappingProxyType({})
VALUE_LIMIT = 250
"""Characters of a value inside a sentence: an option of a command may hold 6000, and the advice comes after it."""
# fmt: on
NO_VALUE = "–"
"""What a verb did not give reads as a dash, rather than hiding the whole answer."""
_ALL_OF_THEM = frozenset({"columns", "names"})
"""Lists of what there is; all others are to choose from."""
_COUNTS = frozenset(
    {"approved", "changed", "highest", "least", "limit", "lowest", "most", "rows", "waits", "words"}
)
"""Values that are numbers to read; all other whole numbers are names of something."""


class Helped(Refusal):
    """A refusal for which the room that served it knows ways on, beside those that its reason has everywhere.

    ``parts`` are their buttons; ``arguments`` those with which a form that was refused is kept, to be opened again.
    """

    def __init__(self, refusal: Refusal, *parts: "Part", arguments: tuple[object, ...] | None = None) -> None:
        super().__init__(refusal.reason, **refusal.values)
        self.also = refusal.also
        self.parts = parts
        self.arguments = arguments


def sentence(refusal: Refusal, labels: Mapping[str, str] = NO_LABELS, occasion: Occasion | None = None) -> str:
    """The refusal as a member reads it, with everything else that is wrong with the same form. ``labels`` are those of
    the form's fields, by their names; ``occasion`` is what was refused, where that is known."""
    return "\n".join(_one(each, labels, occasion) for each in (refusal, *refusal.also))


def _one(refusal: Refusal, labels: Mapping[str, str], occasion: Occasion | None) -> str:
    if said := counted.sentence(refusal.reason, refusal.values):
        return said
    template = _template(refusal, occasion)
    values = _values(refusal, labels)
    used = {name: values.get(name, NO_VALUE) for _text, name, *_rest in Formatter().parse(template) if name}
    said = _(template, **used)
    for value in map(isolated, used.values()):
        if words.ended(value) == value:  # a name such as "e.V." brings the full stop of the sentence
            said = said.replace(f"{value}.", value)
    return said.strip()


def _template(refusal: Refusal, occasion: Occasion | None) -> str:
    """The sentence in English that fits what was refused, and its values."""
    reason, values = refusal.reason, refusal.values
    if said := occasions.template(reason, occasion):
        return said
    if reason is Reason.ADDRESS_IN_NAME and values.get("field") in NO_ADDRESS_IN:
        return NO_ADDRESS_IN[values["field"]]
    if reason is Reason.DECIDED_SUGGESTION and values.get("state") in DECIDED:
        return DECIDED[values["state"]]
    if reason is Reason.AMBIGUOUS_ZONE and "said" in values:
        return SENTENCES[Reason.VAGUE]
    if reason in WITHOUT and any(value in (None, 0, [], ()) for value in values.values()):
        return WITHOUT[reason]
    return SENTENCES[reason]


def _values(refusal: Refusal, labels: Mapping[str, str]) -> dict[str, str]:
    """The values of a refusal in words, and what a sentence says by them."""
    given = refusal.values
    values = {name: _spoken(name, value) for name, value in given.items()}
    if "field" in given:
        values["field"] = labels.get(given["field"], values["field"])
    if "length" in given:
        values["length"] = ngettext("{count} character", "{count} characters", int(given["length"]))
    if person := given.get("user_id") or given.get("by"):
        values["person"] = f"<@{person}>"
    if channel_id := given.get("channel_id"):
        values["channel"] = f"<#{channel_id}>"
    match refusal.reason:
        case Reason.WRONG_STATE:
            values["stands"], values["way"] = _(STANDS.get(given.get("state"), NO_VALUE)), _way(refusal)
        case Reason.PART_OFF:
            values["missing"] = _(MISSING.get(given.get("part"), NO_VALUE))
        case Reason.UNKNOWN_COUNTRY:
            names = (countries.called(countries.known(name) or name) for name in given.get("suggestions", ()))
            values["suggestions"] = cldr.listed(names, "or")
        case Reason.QUESTIONS_OPEN:
            values["questions"] = " ".join(given.get("questions", ())) or NO_VALUE
    values["role"] = _role(given)
    return values


def _role(values: Mapping[str, Any]) -> str:
    if "role_id" not in values:
        return _("the moderator role")
    if role_id := values["role_id"]:
        return _("the role {role}", role=f"<@&{role_id}>")
    return _("the permission *Manage Server*")


def _way(refusal: Refusal) -> str:
    """What to do first about a letter in the wrong state."""
    wants = refusal.values.get("wants", ())
    if LetterState.OPEN in wants and refusal.values.get("state") in WAYS:
        moderator, member = WAYS[refusal.values["state"]]
        return _(member if refusal.values.get("by_member") else moderator)
    # Translators: the states of a letter: You can do this while it is still a draft or open.
    return _("You can only do this while the letter is {states}.", states=_spoken("wants", wants) or NO_VALUE)


def unescaped(refusal: Refusal, labels: Mapping[str, str] = NO_LABELS) -> str:
    """The refusal as text for a file or a terminal, if nothing is markup."""
    plain = re.sub(r"(?<![\\*])\*([^*\n]+)(?<!\\)\*(?!\*)", r"\1", sentence(refusal, labels))
    return re.sub(r"\\([^\w\s]|_)", r"\1", plain)


def _spoken(name: str, value: Any) -> str:
    if isinstance(value, datetime):
        return words.moment(value)
    if isinstance(value, Reading):
        return words.reading(value)
    if isinstance(value, Unsent):
        return _(UNSENT[value])
    if isinstance(value, SignatoryState):
        return _(STATES[value])
    if isinstance(value, LetterState):
        return of_letter(value)
    if name in _COUNTS and isinstance(value, int):
        return number(value)
    if name == "languages":
        return cldr.listed((f"{words.language(code)} ({code})" for code in value), "or")
    if name == "permissions":
        return cldr.listed(f"*{one}*" for one in value)
    if isinstance(value, list | tuple | set | frozenset):
        return cldr.listed((_spoken("", item) for item in value), "standard" if name in _ALL_OF_THEM else "or")
    return words.escape(words.clip(str(value), VALUE_LIMIT))
