"""What came of a letter: to whom it was delivered, and what they answered."""

from cogs.ui import words
from cogs.ui.cards.next_step import go
from cogs.ui.layout import Accent, Card, Press, row
from cogs.ui.layout import card as lay_out
from models.publishing.exports import sentences
from models.sheets import LetterSheet, NoticeSheet
from models.sheets.outcome import LetterAnswer, LetterDelivery
from models.terms import LetterState

TITLE_LIMIT, SAID_LIMIT, READY_LIMIT = 200, 500, 2_000
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
        return "**Delivered and answered**: once the letter is published."
    return "**Delivered and answered**: nothing recorded yet."


def buttons(letter: LetterSheet) -> list[Press]:
    """What a moderator can record now."""
    if letter.published_at is None or letter.state not in STATES:
        return []
    found = [go(letter, "Record a delivery", "outcome.deliver")]
    if letter.outcome.deliveries:
        answer = "Change the answer" if letter.outcome.answer else "Record the answer"
        found += [go(letter, answer, "outcome.answer"), go(letter, "Tell everyone", "outcome")]
    return found


def outcome(letter: LetterSheet, said: str = "") -> Card:
    """What is recorded, with a message for all signatories, and the button that posts it once."""
    is_told = letter.outcome.posted
    last = "answer" if letter.outcome.answer else "delivery"
    post = [go(letter, "Post it in announcements", "outcome.post")] if lines(letter) and not is_told else []
    undo = [go(letter, f"Take back the {last}", "outcome.take-back")] if lines(letter) else []
    return lay_out(
        f"**{said}**" if said else "",
        f"**Delivered and answered**\n{words.escape(words.clip(letter.title, TITLE_LIMIT))}",
        "\n".join(lines(letter)) or "Nothing is recorded.",
        f"**For all signatories, to copy:**\n```\n{_ready(letter)}\n```\n"
        "-# /roster contacts has everybody's address, with this in their message."
        if lines(letter)
        else "",
        "-# Posted in the announcements channel." if is_told else "",
        row(*buttons(letter)[:2], *post, *undo),
        accent=Accent.GOOD if said else Accent.OPEN,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """The post in the announcements channel."""
    answered = sheet.letter is not None and sheet.letter.outcome.answer is not None
    return [f"**{title}** was {'answered' if answered else 'delivered'}.", *lines(sheet.letter)]


def _delivered(one: LetterDelivery) -> str:
    how = f" ({words.escape(one.how, begins=False)})" if one.how else ""
    return f"**Delivered** to {words.escape(one.to, begins=False)} {words.clock(one.at, 'F')}{how}."


def _answered(one: LetterAnswer) -> str:
    said = " ".join(words.clip(one.said, SAID_LIMIT).split())
    link = f" <{one.link}>" if one.link else ""
    return f"**Answered** {words.clock(one.at, 'D')}: “{words.escape(said, begins=False)}”{link}"


def _ready(letter: LetterSheet) -> str:
    """Plain words, in a block that Discord shows as they are."""
    count = sentences.count(letter.counts)
    said = (
        f"You signed “{letter.title}”, to {letter.addressee}. {sentences.outcome(letter.outcome)}\n\n"
        f"{count}. Thank you."
    )
    return words.clip(said, READY_LIMIT).replace("```", "'''")
