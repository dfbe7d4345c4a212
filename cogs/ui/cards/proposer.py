"""What proposers and signers are told by direct message: what was decided, what is written differently now,
and the receipt of a signature."""

from collections.abc import Iterator

from cogs.ui import words
from cogs.ui.cards import person
from cogs.ui.layout import Part, Press
from cogs.ui.states import STATES
from models.geography import countries
from models.sheets import DecidedName, NoticeSheet, ProposalSheet
from models.terms import SignatoryState, Way

MOST_NAMES = 15
"""This many names are in one message; /mine shows the rest."""
_BECAME = {
    SignatoryState.APPROVED: "is on the list of",
    SignatoryState.DECLINED: "was not added to the list of",
    SignatoryState.HOLD: "is on hold for",
    SignatoryState.REMOVED: "was removed from the list of",
    SignatoryState.DUPLICATE: "is a duplicate of another name on",
}


def decided(sheet: NoticeSheet, title: str) -> list[str]:
    """How each name stands that was decided on."""
    if sheet.facts.get("admitted"):
        return ["You've been let in. You're taking part now."]
    names: tuple[DecidedName, ...] = sheet.facts["decided"]
    if len(names) == 1:
        return _one(names[0], title)
    lines = [f"**{title}**: the moderators decided on {words.plural(len(names), 'name')} you proposed."]
    lines += (_line(one) for one in names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        lines.append(f"-# and {len(names) - MOST_NAMES:,} more: /mine shows them.")
    return lines


def edited(sheet: NoticeSheet, title: str) -> list[str]:
    """What a moderator or proposer wrote otherwise."""
    before, after = (_short(str(sheet.facts[name])) for name in ("before", "after"))
    if not sheet.facts["asked"]:
        return [
            f"**{before}** for **{title}** has become another name: **{after}**. The consent no longer counts."
        ]
    became = f"is now written **{after}**" if before != after else "has a new description"
    return [f"**{before}** for **{title}** {became}.", "If that's wrong, tell the moderators."]


def signed(sheet: NoticeSheet, title: str) -> list[str]:
    """The receipt of a signature."""
    lines = [f"You signed **{title}**."]
    return (
        [*lines, *receipt(sheet.proposal, sheet.facts["text_number"])] if sheet.proposal is not None else lines
    )


def receipt(proposal: ProposalSheet, text_number: int | None) -> Iterator[str]:
    """The name as it will be printed, the version of the text, and how to withdraw; for the private answer too."""
    yield f"It will be printed as: **{printed(proposal)}**"
    if text_number is not None:
        yield f"You agreed to version {text_number} of the text."
    else:
        yield "There was no text yet when you signed."
    if proposal.late:
        yield "It came after the close: a moderator can still accept it, marked as late."
    if proposal.way is Way.SIGNED:
        yield "To withdraw: press *Show it*, then *Cancel it*; once it is on the list, *Take it off the list*."
    else:
        yield f"To withdraw: press *Show it*, then *{person.NO}*."


def printed(proposal: ProposalSheet) -> str:
    """A name as lists print it: ``Rosa Example (Riverlight, France)``."""
    country = countries.name_of(proposal.country) if proposal.country else ""
    after = ", ".join(filter(None, (proposal.affiliation, country)))
    return _short(proposal.name) + (f" ({_short(after)})" if after else "")


def buttons(sheet: NoticeSheet) -> list[Part]:
    """Where the reader goes on from there."""
    found: list[Part] = []
    if sheet.proposal is not None:
        found.append(Press("Show it", "signatory", sheet.guild_id, (sheet.proposal.id,)))
        found.append(Press("Read the text", "letter.text", sheet.guild_id, (sheet.proposal.letter_id, 1)))
    return found


def _one(name: DecidedName, title: str) -> list[str]:
    shown = _short(name.name)
    became = _BECAME.get(name.state)
    if became is None:
        return [f"The decision on **{shown}** for **{title}** was undone. The moderators will decide again."]
    return [words.ended(f"**{shown}** {became} **{title}**"), *_told(name)]


def _line(name: DecidedName) -> str:
    stands = STATES[name.state] if name.state in _BECAME else "the decision was undone"
    return ". ".join([f"- **{_short(name.name, 80)}**: {stands}", *_told(name)])


def _told(name: DecidedName) -> list[str]:
    """The moderators' words, which belong to the decision that stands."""
    return [_short(name.told, 300)] if name.told else []


def _short(text: str, limit: int = 200) -> str:
    return words.escape(words.clip(text, limit))
