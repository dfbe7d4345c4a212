"""What is said in a channel about the course of a letter: that it opens, closes soon, moved, paused, closed.

Such a message is redrawn when what it states has changed (``models.outbox.posted``): what was true when it was sent is
struck through, and what is true now is beside it.
"""

from collections.abc import Callable
from datetime import datetime

from cogs.ui import words
from cogs.ui.cards import dates
from models.publishing.exports import sentences
from models.sheets import LetterSheet, NoticeSheet
from models.terms import LetterState, Milestone, NoticeKind

OPEN, PAUSED, CLOSED, CANCELLED = "open", "paused", "closed", "cancelled"
OLDER = "-# Older messages of mine about this letter may still show old dates. This one counts."


def count_line(letter: LetterSheet) -> str:
    """``157 signed: 80 organisations, 40 companies and 37 individuals (as of ...)``, for every card of a letter."""
    counts = letter.counts
    kinds = sentences.by_kind(counts)
    return f"**{counts.total:,} signed**{f': {kinds}' if kinds else ''} (as of {words.utc(counts.as_of)})"


def counted(sheet: NoticeSheet) -> list[str]:
    """The count, where the notice is about a letter."""
    return [count_line(sheet.letter)] if sheet.letter is not None else []


def letter_of(sheet: NoticeSheet) -> LetterSheet:
    """The letter that the notice is about; one that is about none raises ValueError."""
    if sheet.letter is None:
        raise ValueError("this notice is about a letter")
    return sheet.letter


def opening(sheet: NoticeSheet, title: str) -> list[str]:
    """The letter is open: what to do for it is on the buttons."""
    if lines := _overtaken(sheet, title, "is open for signatures until {until}", OPEN):
        return lines
    return [
        f"**{title}** is open for signatures until {_until(sheet)}.",
        "Press a button to propose a name or to sign: it's one short form. Press *Take part* first if you haven't "
        "yet.",
    ]


def reminder(sheet: NoticeSheet, title: str) -> list[str]:
    """The letter closes soon."""
    if lines := _overtaken(sheet, title, "closes {until}", OPEN):
        return [*lines, *counted(sheet)]
    letter = letter_of(sheet)
    return [
        f"**{title}** closes {words.clock(letter.closes_at, 'R')}: {_until(sheet, left=False)}.",
        *counted(sheet),
    ]


def direct_reminder(sheet: NoticeSheet, title: str) -> list[str]:
    """The letter closes soon, and what this person can still do."""
    if sheet.left is None:
        return reminder(sheet, title)
    todo = []
    if sheet.left.organisation_missing:
        todo.append("Your organisation hasn't signed yet.")
    if sheet.left.votes:
        todo.append(f"{words.plural(sheet.left.votes, 'proposal needs', 'proposals need')} your vote.")
    if sheet.left.lacking_consent:
        lacking = words.plural(sheet.left.lacking_consent, "name you proposed needs", "names you proposed need")
        todo.append(f"{lacking} a record of who agreed.")
    closes_at = letter_of(sheet).closes_at
    return [f"**{title}** closes {words.clock(closes_at, 'R')}: {_until(sheet, left=False)}.", *todo]


def deadline(sheet: NoticeSheet, title: str) -> list[str]:
    """The close or another date was moved, or the letter paused, resumed, opened again or cancelled."""
    change = str(sheet.facts.get("change"))
    if change == "date":
        return _date(sheet, title)
    if change == "accepts":
        return _accepts(sheet, title)
    if change == "cancelled":
        reason = words.escape(words.clip(str(sheet.facts.get("reason", "")), 300))
        return [f"**{title}** was cancelled: {reason}"]
    claim, holds = {
        "paused": ("is paused. The deadline stays the same: {until}", PAUSED),
        "resumed": ("takes names again. The deadline stays the same: {until}", OPEN),
        "reopened": ("is open again until {until}", OPEN),
        "extended": ("has a new deadline: {until}", OPEN),
    }[change]
    if lines := _overtaken(sheet, title, claim, holds):
        return lines
    lines = [f"**{title}** {claim.format(until=_until(sheet))}."]
    before = sheet.facts.get("before")
    if change in ("extended", "reopened") and isinstance(before, datetime):
        lines.append(f"It was {words.clock(before, 'F')}.")
    return lines


def close(sheet: NoticeSheet, title: str) -> list[str]:
    """The letter is closed, and until when names are reviewed."""
    if lines := _overtaken(sheet, title, "is closed", CLOSED):
        return [*lines, *counted(sheet)]
    lines, letter = [f"**{title}** is closed.", *counted(sheet)], letter_of(sheet)
    if letter.final_at is not None:
        lines.append(f"The final list was published {words.clock(letter.final_at, 'F')}.")
    elif letter.in_review:
        lines.append(f"{letter.in_review:,} in review{_review(sheet)}. The final list comes after that.")
    return lines


def review_lasts(sheet: NoticeSheet) -> list[str]:
    """Until when the review lasts, for moderators; what has changed about that since it was said."""
    letter, said = letter_of(sheet), sheet.facts.get("review_until")
    if not isinstance(said, datetime):
        return []
    if letter.state is not LetterState.CLOSED:
        return [f"~~The review lasts until {words.clock(said, 'F')}.~~ {_now(letter)}"]
    until = letter.review_until or said
    return [f"The review lasts until {_struck(said, until)}{words.moment(until)}."]


def news_close(sheet: NoticeSheet) -> list[str]:
    """Until when names come, for the bulletin."""
    if sheet.letter is not None and sheet.letter.state is LetterState.OPEN:
        return [f"It closes {_until(sheet)}."]
    was = sheet.posted.closes_at if sheet.posted is not None else None
    if sheet.letter is None or was is None or was <= sheet.posted.sent_at:  # type: ignore[union-attr]
        return []
    return [f"~~It closes {words.clock(was, 'F')}.~~ {_now(sheet.letter)}"]


def older(sheet: NoticeSheet) -> list[str]:
    """That older messages were not redrawn, where that is so."""
    return [OLDER] if sheet.posted is not None and sheet.posted.leaves_older else []


def _date(sheet: NoticeSheet, title: str) -> list[str]:
    lines = dates.announced(sheet, title)
    which, after = Milestone(sheet.facts["which"]), sheet.facts.get("after")
    now = letter_of(sheet).milestones.get(which)
    if sheet.posted is None or now == after:
        return lines
    said = f"is now {words.moment(now)}" if now is not None else "has been removed"
    was = f"is now {words.clock(after, 'F')}" if after else "has been removed"
    return [f"**{title}**: the {which} ~~{was}~~ {said}."]


def _accepts(sheet: NoticeSheet, title: str) -> list[str]:
    after, now = sheet.facts["after"], letter_of(sheet).accepts_until
    if sheet.posted is None or now == after:
        return [f"**{title}**: names added until {words.moment(after)} count as on time."]
    was = f"~~names added until {words.clock(after, 'F')} count as on time.~~"
    if now is not None:
        return [f"**{title}**: {was} Names added until {words.moment(now)} do."]
    return [f"**{title}**: {was} {_now(letter_of(sheet))}"]


def _overtaken(sheet: NoticeSheet, title: str, claim: str, holds: str) -> list[str]:
    """The first line of a message whose claim no longer holds: the claim struck through, then what holds. Empty where
    it holds, or was not posted yet."""
    letter, posted = letter_of(sheet), sheet.posted
    if posted is None or _state(letter) == holds:
        return []
    was = words.clock(posted.closes_at or letter.closes_at, "F")
    return [f"**{title}** ~~{claim.format(until=was)}.~~ {_now(letter)}"]


def _until(sheet: NoticeSheet, *, left: bool = True) -> str:
    """The deadline, beside the one that the message stated before, struck through. ``left``: with the time left."""
    letter, posted = letter_of(sheet), sheet.posted
    struck = _struck(posted.closes_at if posted is not None else None, letter.closes_at)
    at = words.in_both(letter.closes_at, letter.time_zone)
    if not left:
        at = f"{words.clock(letter.closes_at, 'F')}, {words.local(letter.closes_at, letter.time_zone)}"
    return f"{struck}{at}"


def _struck(was: datetime | None, now: datetime) -> str:
    return f"~~{words.clock(was, 'F')}~~ " if was is not None and was != now else ""


def _review(sheet: NoticeSheet) -> str:
    until = letter_of(sheet).review_until
    if until is None:
        return ""
    was = sheet.posted.review_until if sheet.posted is not None else None
    return f" until {_struck(was, until)}{words.clock(until, 'F')}"


def _state(letter: LetterSheet) -> str:
    if letter.state is LetterState.CANCELLED:
        return CANCELLED
    if letter.state is not LetterState.OPEN:
        return CLOSED
    return PAUSED if letter.paused_at is not None else OPEN


def _now(letter: LetterSheet) -> str:
    """How the letter stands, in one sentence."""
    closes = words.in_both(letter.closes_at, letter.time_zone)
    return {
        OPEN: f"**Open** until {closes}.",
        PAUSED: f"**Paused.** The deadline stays the same: {closes}.",
        CLOSED: f"**Closed** since {words.clock(letter.closed_at or letter.closes_at, 'F')}.",
        CANCELLED: "**Cancelled.**",
    }[_state(letter)]


WRITERS: dict[NoticeKind, Callable[[NoticeSheet, str], list[str]]] = {
    NoticeKind.OPENING: opening,
    NoticeKind.REMINDER: direct_reminder,
    NoticeKind.LAST_HOUR: direct_reminder,
    NoticeKind.SNOOZE: direct_reminder,
    NoticeKind.DEADLINE: deadline,
    NoticeKind.CLOSE: close,
}
