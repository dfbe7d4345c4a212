"""What came of a letter: to whom it was delivered, and what they answered."""

from cogs.ui import words
from cogs.ui.cards.next_step import go
from cogs.ui.layout import Accent, Card, Press, lay_out, row
from models.publishing.exports import sentences
from models.sheets import LetterSheet, NoticeSheet
from models.sheets.outcome import LetterAnswer, LetterDelivery
from models.terms import LetterState
from models.translation import _

SAID_LIMIT, READY_LIMIT = 500, 2_000
SHOWN = 3
"""Deliveries that a card lists, the newest."""
STATES = (LetterState.OPEN, LetterState.CLOSED, LetterState.ARCHIVED)


def lines(letter: LetterSheet | None) -> list[str]:
    """What came of it, a fact a line; empty while nothing is recorded."""
    if letter is None:
        return []
    given = [_delivered(one) for one in letter.outcome.deliveries[-SHOWN:]]
    return given + ([_answered(letter.outcome.answer)] if letter.outcome.answer is not None else [])


def on_panel(letter: LetterSheet) -> str:
    """How that stands, for the panel."""
    if lines(letter):
        return "\n".join(lines(letter))
    if letter.published_at is None:
        return _("**Delivery and answer**: you can record these once the letter is published.")
    return _("**Delivery and answer**: nothing recorded yet.")


def buttons(letter: LetterSheet) -> list[Press]:
    """What a moderator can record now."""
    if letter.published_at is None or letter.state not in STATES:
        return []
    found = [go(letter, _("Record a delivery"), "outcome.deliver")]
    if letter.outcome.deliveries:
        answer = _("Change the answer") if letter.outcome.answer else _("Record the answer")
        found += [go(letter, answer, "outcome.answer"), go(letter, _("Tell everyone"), "outcome")]
    return found


def outcome(letter: LetterSheet, said: str = "") -> Card:
    """What is recorded, with a message for all signatories, and the button that posts it once."""
    is_told = letter.outcome.posted
    back = _("Remove the answer") if letter.outcome.answer else _("Remove the delivery")
    post = [go(letter, _("Post it in announcements"), "outcome.post")] if lines(letter) and not is_told else []
    undo = [go(letter, back, "outcome.take-back")] if lines(letter) else []
    return lay_out(
        f"**{said}**" if said else "",
        _("**Delivery and answer**") + f"\n{words.title(letter.title)}",
        "\n".join(lines(letter)) or _("No delivery or answer has been recorded yet."),
        _("**A message to copy for all signatories:**")
        + f"\n```\n{_ready(letter)}\n```\n"
        + _("-# /roster contacts gives you the addresses, with this message.")
        if lines(letter)
        else "",
        _("-# I've posted this in the announcements channel.") if is_told else "",
        row(*buttons(letter)[:2], *post, *undo),
        accent=Accent.GOOD if said else Accent.OPEN,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """The post in the announcements channel."""
    answered = sheet.letter is not None and sheet.letter.outcome.answer is not None
    said = (
        _("We've had an answer to **{title}**.", title=title)
        if answered
        else _("**{title}** has been delivered.", title=title)
    )
    return [said, *lines(sheet.letter)]


def _delivered(one: LetterDelivery) -> str:
    to, when = words.escape(one.to, begins=False), words.clock(one.at, "F")
    if not one.how:
        return _("**Delivered** to {recipient} on {when}.", recipient=to, when=when)
    how = words.escape(one.how, begins=False)
    # Translators: "how" is what a moderator typed, such as "by hand".
    return _("**Delivered** to {recipient} on {when} ({how}).", recipient=to, when=when, how=how)


def _answered(one: LetterAnswer) -> str:
    said = " ".join(words.clip(one.said, SAID_LIMIT).split())
    link = f" <{one.link}>" if one.link else ""
    shown = words.escape(said, begins=False)
    return _("**Answered** on {day}: “{answer}”", day=words.clock(one.at, "D"), answer=shown) + link


def _ready(letter: LetterSheet) -> str:
    """Plain words, in a block that Discord shows as they are."""
    signed = _("You signed “{title}”, to {addressee}.", title=letter.title, addressee=letter.addressee)
    # Translators: such as "157 signatories: 80 organisations and 77 individuals, as of 13 February 2025, 22:45 UTC".
    thanks = _("{signatories}. Thank you.", signatories=sentences.count(letter.counts))
    return words.clip(f"{signed} {sentences.outcome(letter.outcome)}\n\n{thanks}", READY_LIMIT).replace(
        "```", "'''"
    )
