"""What a coalition does around the list: each part as the panel offers it, and where members find it."""

from cogs.ui.cards import outcomes
from cogs.ui.cards.next_step import go
from cogs.ui.layout import Press
from models.letter_parts import Part
from models.sheets import LetterSheet
from models.terms import LetterState
from models.translation import N_, _

NAMES = {
    Part.WISHES: N_("Wish list"),
    Part.SUGGESTIONS: N_("Suggestions"),
    # Translators: the name of a part of a letter: a thread under each proposal, in which people talk about it.
    Part.TALK: N_("Discussion threads"),
    Part.SHARING: N_("Ready-made posts"),
}
EXPLAINED = {
    Part.WISHES: N_(
        "A list of people and organisations to ask. Members say who they'll ask. If someone says yes, "
        "the member who asked proposes the name."
    ),
    Part.SUGGESTIONS: N_(
        "Members can suggest changes to the text until somebody signs. You decide which changes to accept."
    ),
    Part.TALK: N_(
        "Each proposal gets its own thread, which closes once you've decided on the name. Everyone in "
        "the channel can read it."
    ),
    Part.SHARING: N_(
        "Once the letter is published, members can copy ready-made posts for social media, with the "
        "number of signatories so far."
    ),
}
SWITCH = {
    (Part.WISHES, True): N_("Switch on the wish list"),
    (Part.WISHES, False): N_("Switch off the wish list"),
    (Part.SUGGESTIONS, True): N_("Switch on suggestions"),
    (Part.SUGGESTIONS, False): N_("Switch off suggestions"),
    (Part.TALK, True): N_("Switch on discussion threads"),
    (Part.TALK, False): N_("Switch off discussion threads"),
    (Part.SHARING, True): N_("Switch on ready-made posts"),
    (Part.SHARING, False): N_("Switch off ready-made posts"),
}
"""The button that switches a part on or off."""
SWITCHED = {
    (Part.WISHES, True): N_("Wish list switched on."),
    (Part.WISHES, False): N_("Wish list switched off."),
    (Part.SUGGESTIONS, True): N_("Suggestions switched on."),
    (Part.SUGGESTIONS, False): N_("Suggestions switched off."),
    (Part.TALK, True): N_("Discussion threads switched on."),
    (Part.TALK, False): N_("Discussion threads switched off."),
    (Part.SHARING, True): N_("Ready-made posts switched on."),
    (Part.SHARING, False): N_("Ready-made posts switched off."),
}
BEFORE_CLOSE = (LetterState.DRAFT, LetterState.OPEN)


def on_panel(letter: LetterSheet) -> tuple[str, list[Press]]:
    """Each part with what it does, and its buttons."""
    lines = [
        _("**{name}**: on. {explained}", name=_(NAMES[part]), explained=_(EXPLAINED[part]))
        if part in letter.parts
        else _("**{name}**: off. {explained}", name=_(NAMES[part]), explained=_(EXPLAINED[part]))
        for part in Part
    ]
    buttons = [
        *_wishes(letter),
        *_suggestions(letter),
        *_talk(letter),
        *_sharing(letter),
        *outcomes.buttons(letter),
    ]
    return "\n".join([*lines, outcomes.on_panel(letter)]), buttons


def switched(part: Part, on: bool) -> str:
    """What was just done."""
    return _(SWITCHED[part, on])


def for_members(letter: LetterSheet) -> list[Press]:
    """The buttons of parts that are on, for the letter's card, while names are taken."""
    return [who_to_ask(letter)] if Part.WISHES in letter.parts else []


def who_to_ask(letter: LetterSheet) -> Press:
    """Opens the wish list."""
    return Press(_("See who to ask"), "wishes", letter.guild_id, (letter.id,))


def _wishes(letter: LetterSheet) -> list[Press]:
    if letter.state not in BEFORE_CLOSE:
        return []
    found = [_switch(letter, Part.WISHES)]
    if Part.WISHES in letter.parts:
        found += [who_to_ask(letter), go(letter, _("Copy names from an earlier letter"), "wishes.earlier")]
    return found


def _suggestions(letter: LetterSheet) -> list[Press]:
    found = [_switch(letter, Part.SUGGESTIONS)] if letter.state in BEFORE_CLOSE else []
    return (
        [*found, go(letter, _("Read suggestions"), "suggestions", 1)]
        if Part.SUGGESTIONS in letter.parts
        else found
    )


def _talk(letter: LetterSheet) -> list[Press]:
    live = letter.state in (*BEFORE_CLOSE, LetterState.CLOSED)
    return [_switch(letter, Part.TALK)] if live else []


def _sharing(letter: LetterSheet) -> list[Press]:
    live = letter.state in (*BEFORE_CLOSE, LetterState.CLOSED)
    return [_switch(letter, Part.SHARING)] if live else []


def share(letter: LetterSheet) -> list[Press]:
    """The ready posts, where they are switched on and the letter is published."""
    shown = Part.SHARING in letter.parts and letter.published_at is not None
    return [Press(_("Share"), "share", letter.guild_id, (letter.id,))] if shown else []


def _switch(letter: LetterSheet, part: Part) -> Press:
    on = part not in letter.parts
    return go(letter, _(SWITCH[part, on]), "part.switch", part.value, int(on))
