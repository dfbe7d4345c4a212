"""What a coalition does around the list: each part as the panel offers it, and where members find it."""

from cogs.ui.cards import outcomes
from cogs.ui.cards.next_step import go
from cogs.ui.layout import Press
from models.letter_parts import Part
from models.sheets import LetterSheet
from models.terms import LetterState

NAMES = {
    Part.WISHES: "Wish list",
    Part.SUGGESTIONS: "Suggestions",
    Part.TALK: "Talk",
    Part.SHARING: "Ready posts",
}
EXPLAINED = {
    Part.WISHES: "A list of people and organisations to ask. Members say who they'll ask. "
    "If they say yes, the name is proposed.",
    Part.SUGGESTIONS: "Until somebody signs, members suggest changes under the text. You decide.",
    Part.TALK: "A thread under each proposal, closed with the decision. Everyone in the channel can read it.",
    Part.SHARING: "Once it's published, members get posts for social networks to copy, with the count.",
}
BEFORE_CLOSE = (LetterState.DRAFT, LetterState.OPEN)


def on_panel(letter: LetterSheet) -> tuple[str, list[Press]]:
    """Each part with what it does, and its buttons."""
    lines = [
        f"**{NAMES[part]}**: {'on' if part in letter.parts else 'off'}. {EXPLAINED[part]}" for part in Part
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
    return f"{NAMES[part]} switched {'on' if on else 'off'}."


def for_members(letter: LetterSheet) -> list[Press]:
    """The buttons of parts that are on, for the letter's card, while names are taken."""
    return [who_to_ask(letter)] if Part.WISHES in letter.parts else []


def who_to_ask(letter: LetterSheet) -> Press:
    """Opens the wish list."""
    return Press("Who to ask", "wishes", letter.guild_id, (letter.id,))


def _wishes(letter: LetterSheet) -> list[Press]:
    if letter.state not in BEFORE_CLOSE:
        return []
    found = [_switch(letter, Part.WISHES, "the wish list")]
    if Part.WISHES in letter.parts:
        found += [who_to_ask(letter), go(letter, "Take names from an earlier letter", "wishes.earlier")]
    return found


def _suggestions(letter: LetterSheet) -> list[Press]:
    found = [_switch(letter, Part.SUGGESTIONS, "suggestions")] if letter.state in BEFORE_CLOSE else []
    return (
        [*found, go(letter, "Read suggestions", "suggestions", 1)]
        if Part.SUGGESTIONS in letter.parts
        else found
    )


def _talk(letter: LetterSheet) -> list[Press]:
    live = letter.state in (*BEFORE_CLOSE, LetterState.CLOSED)
    return [_switch(letter, Part.TALK, "talk")] if live else []


def _sharing(letter: LetterSheet) -> list[Press]:
    live = letter.state in (*BEFORE_CLOSE, LetterState.CLOSED)
    return [_switch(letter, Part.SHARING, "ready posts")] if live else []


def share(letter: LetterSheet) -> list[Press]:
    """The ready posts, where they are switched on and the letter is published."""
    shown = Part.SHARING in letter.parts and letter.published_at is not None
    return [Press("Share", "share", letter.guild_id, (letter.id,))] if shown else []


def _switch(letter: LetterSheet, part: Part, what: str) -> Press:
    on = part in letter.parts
    label = f"Switch {'off' if on else 'on'} {what}"
    return go(letter, label, "part.switch", part.value, int(not on))
