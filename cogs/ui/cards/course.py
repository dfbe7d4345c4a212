"""What is said in a channel about the course of a letter: that it opens, closes soon, moved, paused, closed.

Such a message is redrawn when what it states has changed (``models.outbox.posted``): what was true when it was sent is
struck through, and what is true now is beside it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cogs.ui import words
from cogs.ui.cards import dates
from models import cldr
from models.publishing.exports import sentences
from models.sheets import LetterSheet, NoticeSheet
from models.terms import LetterState, Milestone, NoticeKind
from models.translation import N_, _, ngettext

OPEN, PAUSED, CLOSED, CANCELLED = "open", "paused", "closed", "cancelled"
CHANGES = {
    "paused": (
        N_("**{title}** is paused. The deadline stays the same: {when}."),
        N_("**{title}** ~~is paused. The deadline stays the same: {when}.~~ {now}"),
        PAUSED,
    ),
    "resumed": (
        N_(
            "**{title}** is no longer paused, so you can propose and sign again. The deadline stays the "
            "same: {when}."
        ),
        N_(
            "**{title}** ~~is no longer paused, so you can propose and sign again. The deadline stays the "
            "same: {when}.~~ {now}"
        ),
        OPEN,
    ),
    "reopened": (
        N_("**{title}** is open again until {when}."),
        N_("**{title}** ~~is open again until {when}.~~ {now}"),
        OPEN,
    ),
    "extended": (
        N_("**{title}** has a new deadline: {when}."),
        N_("**{title}** ~~has a new deadline: {when}.~~ {now}"),
        OPEN,
    ),
}
"""What changed about the deadline: how it is said, how it is said once it no longer holds, and while what it holds."""
OLDER = N_("-# My older messages about this letter may still show old dates. Go by this one.")


def count_line(letter: LetterSheet) -> str:
    """``157 signed: 80 organisations, 40 companies and 37 individuals (as of ...)``, for every card of a letter."""
    counts = letter.counts
    kinds, when = sentences.by_kind(counts), words.utc(counts.as_of)
    if not kinds:
        return ngettext(
            "**{count} signed** (as of {when})", "**{count} signed** (as of {when})", counts.total, when=when
        )
    # Translators: {kinds} is a list such as "80 organisations, 40 companies and 37 individuals".
    return ngettext(
        "**{count} signed**: {kinds} (as of {when})",
        "**{count} signed**: {kinds} (as of {when})",
        counts.total,
        kinds=kinds,
        when=when,
    )


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
    struck = N_("**{title}** ~~is open for signatures until {when}.~~ {now}")
    if lines := _overtaken(sheet, title, struck, OPEN):
        return lines
    return [
        _("**{title}** is open for signatures until {when}.", title=title, when=_until(sheet)),
        _(
            "Press a button to propose a name or to sign. Each opens one short form. Press *Take part* "
            "first if you haven't yet."
        ),
    ]


def reminder(sheet: NoticeSheet, title: str) -> list[str]:
    """The letter closes soon."""
    if lines := _overtaken(sheet, title, N_("**{title}** ~~closes on {when}.~~ {now}"), OPEN):
        return [*lines, *counted(sheet)]
    return [_closes_soon(sheet, title), *counted(sheet)]


def direct_reminder(sheet: NoticeSheet, title: str) -> list[str]:
    """The letter closes soon, and what this person can still do."""
    if sheet.left is None:
        return reminder(sheet, title)
    todo = []
    if sheet.left.organisation_missing:
        todo.append(_("Your organisation hasn't signed yet."))
    if sheet.left.votes:
        todo.append(
            ngettext("{count} proposal needs your vote.", "{count} proposals need your vote.", sheet.left.votes)
        )
    if sheet.left.lacking_consent:
        todo.append(
            ngettext(
                "For {count} name you proposed, we still need to know who agreed to sign.",
                "For {count} names you proposed, we still need to know who agreed to sign.",
                sheet.left.lacking_consent,
            )
        )
    return [_closes_soon(sheet, title), *todo]


def deadline(sheet: NoticeSheet, title: str) -> list[str]:
    """The close or another date was moved, or the letter paused, resumed, opened again or cancelled."""
    change = str(sheet.facts.get("change"))
    if change == "date":
        return _date(sheet, title)
    if change == "accepts":
        return _accepts(sheet, title)
    if change == "cancelled":
        reason = words.escape(words.clip(str(sheet.facts.get("reason", "")), 300))
        return [_("**{title}** was cancelled: {reason}", title=title, reason=reason)]
    said, struck, holds = CHANGES[change]
    if lines := _overtaken(sheet, title, struck, holds):
        return lines
    lines = [_(said, title=title, when=_until(sheet))]
    before = sheet.facts.get("before")
    if change in ("extended", "reopened") and isinstance(before, datetime):
        lines.append(_("The old deadline was {when}.", when=words.clock(before, "F")))
    return lines


def close(sheet: NoticeSheet, title: str) -> list[str]:
    """The letter is closed, and until when names are reviewed."""
    if lines := _overtaken(sheet, title, N_("**{title}** ~~is closed.~~ {now}"), CLOSED):
        return [*lines, *counted(sheet)]
    lines, letter = [_("**{title}** is closed.", title=title), *counted(sheet)], letter_of(sheet)
    if letter.final_at is not None:
        lines.append(_("The final list was published on {when}.", when=words.clock(letter.final_at, "F")))
    elif letter.in_review:
        lines.append(_in_review(sheet, letter))
    return lines


def review_lasts(sheet: NoticeSheet) -> list[str]:
    """Until when the review lasts, for moderators; what has changed about that since it was said."""
    letter, said = letter_of(sheet), sheet.facts.get("review_until")
    if not isinstance(said, datetime):
        return []
    if letter.state is not LetterState.CLOSED:
        return [_("~~The review lasts until {when}.~~ {now}", when=words.clock(said, "F"), now=_now(letter))]
    until = letter.review_until or said
    return [_("The review lasts until {when}.", when=f"{_struck(said, until)}{words.moment(until)}")]


def news_close(sheet: NoticeSheet) -> list[str]:
    """Until when names come, for the bulletin."""
    if sheet.letter is not None and sheet.letter.state is LetterState.OPEN:
        return [_("The letter closes on {when}.", when=_until(sheet))]
    was = sheet.posted.closes_at if sheet.posted is not None else None
    if sheet.letter is None or was is None or was <= sheet.posted.sent_at:  # type: ignore[union-attr]
        return []
    if _came_as_stated(sheet):
        return [_now(sheet.letter)]
    return [_("~~The letter closes on {when}.~~ {now}", when=words.clock(was, "F"), now=_now(sheet.letter))]


def older(sheet: NoticeSheet) -> list[str]:
    """That older messages were not redrawn, where that is so."""
    return [_(OLDER)] if sheet.posted is not None and sheet.posted.leaves_older else []


def _date(sheet: NoticeSheet, title: str) -> list[str]:
    which, after = Milestone(sheet.facts["which"]), sheet.facts.get("after")
    now = letter_of(sheet).milestones.get(which)
    if sheet.posted is None or now == after:
        return dates.announced(sheet, title)
    was = words.clock(after, "F") if after is not None else ""
    if now is None:
        return [_(dates.REMOVED[which], title=title), _("The old date was ~~{when}~~.", when=was)]
    struck = f"~~{was}~~ " if was else ""
    return [_(dates.MOVED[which], title=title, when=f"{struck}{words.moment(now)}")]


def _accepts(sheet: NoticeSheet, title: str) -> list[str]:
    after, now = sheet.facts["after"], letter_of(sheet).accepts_until
    if sheet.posted is None:
        now = after
    if now is None:
        struck = N_("**{title}**: ~~names added by {when} count as on time.~~ {now}")
        return [_(struck, title=title, when=words.clock(after, "F"), now=_now(letter_of(sheet)))]
    when = f"{_struck(after, now)}{words.moment(now)}"
    return [_("**{title}**: names added by {when} count as on time.", title=title, when=when)]


def _overtaken(sheet: NoticeSheet, title: str, struck: str, holds: str) -> list[str]:
    """The first line of a message whose claim no longer holds: the claim struck through, then what holds. Empty where
    it holds, or was not posted yet."""
    letter, posted = letter_of(sheet), sheet.posted
    if posted is None or _state(letter) == holds:
        return []
    if _came_as_stated(sheet):
        return [_("{name}: {state}", name=f"**{title}**", state=_now(letter))]
    was = words.clock(posted.closes_at or letter.closes_at, "F")
    return [_(struck, title=title, when=was, now=_now(letter))]


def _came_as_stated(sheet: NoticeSheet) -> bool:
    """Whether the letter is closed at the very hour that the message states: there's nothing to strike through."""
    letter, posted = letter_of(sheet), sheet.posted
    stated = posted.closes_at if posted is not None else None
    return letter.state is LetterState.CLOSED and stated in (None, letter.closes_at)


def _closes_soon(sheet: NoticeSheet, title: str) -> str:
    # Translators: {left} is the time left, such as "in 3 days"; {when} the day and hour.
    return _(
        "**{title}** closes {left}: {when}.",
        title=title,
        left=_left(sheet),
        when=_until(sheet, left=False),
    )


def _left(sheet: NoticeSheet) -> str:
    """The time left: the days of the letter's calendar from the day it was sent, as Discord rounds 38 hours up to two
    days. The reader's Discord counts the hours of the last day, and where the deadline moved since; not in a message
    to one person, which is not redrawn after the close and would say then that it "closes 2 hours ago"."""
    letter, posted = letter_of(sheet), sheet.posted
    closes_at, sent_at = letter.closes_at, posted.sent_at if posted is not None else sheet.as_of
    moved = posted is not None and posted.closes_at not in (None, closes_at)
    if moved or (sheet.left is None and closes_at - sent_at < timedelta(days=1)):
        return words.clock(closes_at, "R")
    if closes_at - sent_at < timedelta(days=1):
        return cldr.within(closes_at - sent_at)
    zone = ZoneInfo(letter.time_zone)
    return cldr.in_days((closes_at.astimezone(zone).date() - sent_at.astimezone(zone).date()).days)


def _in_review(sheet: NoticeSheet, letter: LetterSheet) -> str:
    until = letter.review_until
    if until is None:
        return ngettext(
            "{count} name is in review. The final list comes out after that.",
            "{count} names are in review. The final list comes out after that.",
            letter.in_review,
        )
    was = sheet.posted.review_until if sheet.posted is not None else None
    return ngettext(
        "{count} name is in review until {when}. The final list comes out after that.",
        "{count} names are in review until {when}. The final list comes out after that.",
        letter.in_review,
        when=f"{_struck(was, until)}{words.clock(until, 'F')}",
    )


def _until(sheet: NoticeSheet, *, left: bool = True) -> str:
    """The deadline, beside the one that the message stated before, struck through. ``left``: with the time left."""
    letter, posted = letter_of(sheet), sheet.posted
    struck = _struck(posted.closes_at if posted is not None else None, letter.closes_at)
    return f"{struck}{words.in_both(letter.closes_at, letter.time_zone, left=left)}"


def _struck(was: datetime | None, now: datetime) -> str:
    return f"~~{words.clock(was, 'F')}~~ " if was is not None and was != now else ""


def _state(letter: LetterSheet) -> str:
    if letter.state is LetterState.CANCELLED:
        return CANCELLED
    if letter.state is not LetterState.OPEN:
        return CLOSED
    return PAUSED if letter.paused_at is not None else OPEN


def _now(letter: LetterSheet) -> str:
    """How the letter stands, in one sentence."""
    state, closes = _state(letter), words.in_both(letter.closes_at, letter.time_zone)
    if state == OPEN:
        return _("**Open** until {when}.", when=closes)
    if state == PAUSED:
        return _("**Paused.** The deadline stays the same: {when}.", when=closes)
    if state == CLOSED:
        return _("**Closed** on {when}.", when=words.clock(letter.closed_at or letter.closes_at, "F"))
    return _("**Cancelled.**")


WRITERS: dict[NoticeKind, Callable[[NoticeSheet, str], list[str]]] = {
    NoticeKind.OPENING: opening,
    NoticeKind.REMINDER: direct_reminder,
    NoticeKind.LAST_HOUR: direct_reminder,
    NoticeKind.SNOOZE: direct_reminder,
    NoticeKind.DEADLINE: deadline,
    NoticeKind.CLOSE: close,
}
