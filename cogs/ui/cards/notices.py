"""What the bot says of its own accord: plain content, because only that reaches a phone's lock screen.

The fact stands in the first line. Text follows ``as_of``, the moment of sending, never the moment it was planned for.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

import discord

from cogs.ui import words
from cogs.ui.cards import acts, answered, daily, dates, lock, outage, person, proposer, revision
from cogs.ui.cards.lists import pictures
from cogs.ui.cards.people import introduced
from cogs.ui.layout import Card, Document, Link, Part, Press, plain
from cogs.ui.states import UNSENT
from models.publishing.exports import chart, export, sentences
from models.sheets import Arrangement, LetterSheet, NoticeSheet
from models.terms import Format, NoticeKind

SUBJECT_LIMIT = 200
"""Characters of a title or name inside a sentence, so that a message stays one that is read."""
WITH_TODO = frozenset({NoticeKind.OPENING, NoticeKind.REMINDER, NoticeKind.LAST_HOUR, NoticeKind.SNOOZE})
"""After these a reader asks what waits for them."""


def files(sheet: NoticeSheet) -> tuple[Document, ...]:
    """What comes with the closing report: the final list, and how it grew, in light and dark. Takes a while: not on
    the loop that answers presses."""
    if sheet.kind is not NoticeKind.REPORT or sheet.edition is None:
        return ()
    listed = export(sheet.edition, Format.TEXT, Arrangement())
    drawn = pictures(sheet.growth) if sheet.growth is not None else []
    return (Document(listed.name, listed.data), *drawn)


def redrawn(sheet: NoticeSheet | None) -> Card:
    """A message that was sent, as it stands now; None for one about somebody who was erased since."""
    if sheet is None:
        return plain("-# This message was about somebody who has been erased since.")
    return card(sheet)


def card(sheet: NoticeSheet, files: Sequence[Document] = (), mark: str | None = None) -> Card:
    """The message for one recipient, with its :func:`files`; ``mark`` is what it is found again by."""
    lines = WRITERS[sheet.kind](sheet)
    if sheet.answered:
        lines.append(answered.closing(sheet))
    if sheet.late:
        lines.append(f"-# This was due {words.clock(sheet.due_at, 'R')} and comes late.")
    if sheet.ping_role_id is not None:
        lines[0] = f"<@&{sheet.ping_role_id}> {lines[0]}"
    return plain(
        "\n".join(lines),
        *answered.still(sheet, _buttons(sheet)),
        ping_role_id=sheet.ping_role_id,
        files=files,
        mark=mark,
    )


def count_line(letter: LetterSheet) -> str:
    """``157 signed: 80 organisations, 40 companies and 37 individuals (as of ...)``, for every card of a letter."""
    counts = letter.counts
    return f"**{counts.total:,} signed**: {sentences.by_kind(counts)} (as of {words.utc(counts.as_of)})"


def _title(sheet: NoticeSheet) -> str:
    title = sheet.letter.title if sheet.letter is not None else ""
    return words.escape(words.clip(title, SUBJECT_LIMIT))


def _closes(letter: LetterSheet | None) -> datetime:
    if letter is None:
        raise ValueError("this notice is about a letter")
    return letter.closes_at


def _opening(sheet: NoticeSheet) -> list[str]:
    return [
        f"**{_title(sheet)}** is open for signatures until {words.moment(_closes(sheet.letter))}.",
        "Press *Take part*, then propose a name with /propose or sign with /sign.",
    ]


def _reminder(sheet: NoticeSheet) -> list[str]:
    closes_at = _closes(sheet.letter)
    if sheet.left is None:
        return [
            f"**{_title(sheet)}** closes {words.clock(closes_at, 'R')}: {words.clock(closes_at, 'F')} "
            f"({words.utc(closes_at)}).",
            *_counted(sheet),
        ]
    todo = []
    if sheet.left.organisation_missing:
        todo.append("Your organisation has not signed.")
    if sheet.left.votes:
        todo.append(f"{words.plural(sheet.left.votes, 'proposal waits', 'proposals wait')} for your vote.")
    if sheet.left.lacking_consent:
        lacking = words.plural(sheet.left.lacking_consent, "proposal lacks", "proposals lack")
        todo.append(f"{lacking} a record of who agreed; you put it forward.")
    return [f"**{_title(sheet)}** closes {words.clock(closes_at, 'R')}: {words.clock(closes_at, 'F')}.", *todo]


def _publication(sheet: NoticeSheet) -> list[str]:
    return [f"**{_title(sheet)}** is published.", *_counted(sheet), *_numbered(sheet)]


def _deadline(sheet: NoticeSheet) -> list[str]:
    change = sheet.facts.get("change")
    if change == "date":
        return dates.announced(sheet, _title(sheet))
    if change == "accepts":
        until = words.moment(sheet.facts["after"])
        return [f"**{_title(sheet)}**: names that come until {until} count as on time."]
    if change in ("paused", "resumed"):
        stands = f"The deadline stands: {words.moment(_closes(sheet.letter))}."
        return [f"**{_title(sheet)}** is {'paused for now' if change == 'paused' else 'resumed'}. {stands}"]
    if change == "cancelled":
        reason = words.escape(words.clip(str(sheet.facts.get("reason", "")), 300))
        return [f"**{_title(sheet)}** was cancelled: {reason}"]
    said = "open again" if change == "reopened" else "extended"
    before, after = sheet.facts.get("before"), sheet.facts.get("after")
    lines = [f"**{_title(sheet)}** is {said}: it closes {words.moment(after or _closes(sheet.letter))}."]
    if isinstance(before, datetime):
        lines.append(f"Before, it was {words.clock(before, 'F')}.")
    return lines


def _close(sheet: NoticeSheet) -> list[str]:
    lines = [f"**{_title(sheet)}** is closed.", *_counted(sheet)]
    if sheet.letter is not None and sheet.letter.in_review:
        until = sheet.letter.review_until
        ends = f" until {words.clock(until, 'F')}" if until is not None else ""
        lines.append(f"{sheet.letter.in_review:,} in review{ends}; the final list follows.")
    return lines


def _report(sheet: NoticeSheet) -> list[str]:
    grew = [f"How it grew: {chart.words(sheet.growth)}"] if sheet.growth is not None else []
    return [f"**{_title(sheet)}**: the final list is published.", *_counted(sheet), *_numbered(sheet), *grew]


def _asked(sheet: NoticeSheet) -> list[str]:
    title, organisation = (
        words.clip(str(sheet.facts.get(name, "")), SUBJECT_LIMIT) for name in ("title", "organisation")
    )
    return [words.ended(f"<@{sheet.facts['user_id']}> asks to be let in: {introduced(title, organisation)}")]


def _burst(sheet: NoticeSheet) -> list[str]:
    return [
        words.ended(
            f"<@{sheet.facts['user_id']}> put forward {sheet.facts['count']:,} names within an hour, the last for "
            f"**{_title(sheet)}**"
        ),
        "That may be right. If it is not: stop their proposals, and decline several at once in /review.",
    ]


def _queue(sheet: NoticeSheet) -> list[str]:
    if sheet.proposal is not None and sheet.proposal.leaving_at is not None:
        name = words.escape(words.clip(sheet.proposal.name, SUBJECT_LIMIT))
        return [words.ended(f"The proposer of **{name}** asks that it be taken off **{_title(sheet)}**")]
    if sheet.facts.get("published") is False:
        return [
            f"**{_title(sheet)}**: the review is over, but the letter was never published.",
            "/manage letter publish publishes it, then /manage letter finish the final list.",
        ]
    waits = sheet.letter.in_review if sheet.letter is not None else 0
    lines = [f"**{_title(sheet)}**: {words.plural(waits, 'name waits', 'names wait')} for review."]
    if "published" in sheet.facts:
        lines.append("The review is over; the final list follows when each is decided.")
    until = sheet.facts.get("review_until")
    if isinstance(until, datetime):
        lines.append(f"The review lasts until {words.moment(until)}.")
    return lines


def _trouble(sheet: NoticeSheet) -> list[str]:
    channel = sheet.facts.get("channel_id")
    where, why = f" in <#{channel}>" if channel else "", str(sheet.facts.get("error"))
    return [
        f"I could not post a message ({sheet.facts.get('kind_not_sent')}){where}: {UNSENT.get(why, why)}.",
        "Someone who manages the server can mend it with /setup.",
    ]


def _key_lost(sheet: NoticeSheet) -> list[str]:
    votes = words.plural(sheet.facts["count"], "secret vote", "secret votes")
    return [
        f"**{_title(sheet)}**: {votes} began anew, for the bot's secret key was lost, and without it nobody can tell "
        "whose the votes so far were.",
        "Whoever voted votes once more. Nothing is counted twice.",
    ]


WRITERS: dict[NoticeKind, Callable[[NoticeSheet], list[str]]] = {
    NoticeKind.OPENING: _opening,
    NoticeKind.REMINDER: _reminder,
    NoticeKind.LAST_HOUR: _reminder,
    NoticeKind.PUBLICATION: _publication,
    NoticeKind.DEADLINE: _deadline,
    NoticeKind.CLOSE: _close,
    NoticeKind.REPORT: _report,
    NoticeKind.ASKED: _asked,
    NoticeKind.DECIDED: lambda sheet: proposer.decided(sheet, _title(sheet)),
    NoticeKind.SIGNED: lambda sheet: proposer.signed(sheet, _title(sheet)),
    NoticeKind.EDITED: lambda sheet: proposer.edited(sheet, _title(sheet)),
    NoticeKind.CONTESTED: lambda sheet: person.contested(sheet, _title(sheet)),
    NoticeKind.SAFEGUARD: lambda sheet: acts.told(sheet, _title(sheet)),
    NoticeKind.BURST: _burst,
    NoticeKind.QUEUE: _queue,
    NoticeKind.DIGEST: lambda sheet: daily.digest(sheet, _title(sheet)),
    NoticeKind.BULLETIN: lambda sheet: [*daily.headline(_title(sheet), _counted(sheet)), *daily.news(sheet)],
    NoticeKind.SNOOZE: _reminder,
    NoticeKind.OUTAGE: lambda sheet: outage.told(sheet, _title(sheet)),
    NoticeKind.CONFIRM: lambda sheet: person.told(sheet, _title(sheet)),
    NoticeKind.TEXT_CHANGED: lambda sheet: revision.told(sheet, _title(sheet)),
    NoticeKind.UNREACHED: lambda sheet: revision.unreached(sheet, _title(sheet)),
    NoticeKind.KEY_LOST: _key_lost,
    NoticeKind.LOCK: lambda sheet: [*lock.told(sheet, _title(sheet))],
    NoticeKind.TROUBLE: _trouble,
}


def _counted(sheet: NoticeSheet) -> list[str]:
    return [count_line(sheet.letter)] if sheet.letter is not None else []


def _numbered(sheet: NoticeSheet) -> list[str]:
    if sheet.edition is None:
        return []
    return [f"Published list no. {sheet.edition.number}, {words.utc(sheet.edition.cut_at)}."]


def _buttons(sheet: NoticeSheet) -> list[Part]:
    found: list[Part] = []
    letter = sheet.letter
    if sheet.kind is NoticeKind.ASKED:
        found.append(
            Press("Let in", "admit", sheet.guild_id, (sheet.facts["user_id"],), discord.ButtonStyle.primary)
        )
        found.append(Press("Turn down", "turn-down", sheet.guild_id, (sheet.facts["user_id"],)))
    if sheet.kind is NoticeKind.BURST:
        found.append(Press("Stop their proposals", "member.block", sheet.guild_id, (sheet.facts["user_id"],)))
    if sheet.kind is NoticeKind.SAFEGUARD and "wanted" in sheet.facts:
        found.append(Press("Confirm", "safeguard.confirm", sheet.guild_id, (sheet.facts["wanted"],)))
    if sheet.kind is NoticeKind.LOCK:
        found += lock.buttons(sheet)
    if sheet.kind is NoticeKind.OUTAGE:
        found += outage.buttons(sheet)
    if sheet.kind is NoticeKind.SIGNED:
        found += proposer.buttons(sheet)
    if sheet.kind is NoticeKind.CONFIRM:
        found += person.buttons(sheet)
    if sheet.kind is NoticeKind.TEXT_CHANGED:
        found += revision.buttons(sheet)
    if sheet.kind in (NoticeKind.EDITED, NoticeKind.CONTESTED) and sheet.proposal is not None:
        found.append(Press("Show it", "signatory", sheet.guild_id, (sheet.proposal.id,)))
    if sheet.kind is NoticeKind.OPENING:
        found.append(Press("Take part", "take-part", sheet.guild_id, style=discord.ButtonStyle.primary))
    if letter is not None and sheet.kind is NoticeKind.BULLETIN:
        found.append(Press("The list", "roster", sheet.guild_id, (letter.id, "all", 1)))
    if letter is not None and sheet.kind in WITH_TODO:
        found.append(Press("What waits for me", "mine", sheet.guild_id, (letter.id,)))
    if letter is not None and sheet.left is not None:
        found.append(Press("Remind me later", "snooze", sheet.guild_id, (letter.id,)))
        found.append(Press("Mute reminders", "mute", sheet.guild_id, (letter.id,)))
    if letter is not None and sheet.kind in (NoticeKind.QUEUE, NoticeKind.DIGEST):
        found.append(Press("Review", "review", sheet.guild_id, (letter.id, 1), discord.ButtonStyle.primary))
    if sheet.kind is NoticeKind.TROUBLE:
        found.append(Press("Set up", "setup.open", sheet.guild_id))
    if not found:  # every notice has a button of ours: it carries the mark
        label = "My proposals" if sheet.kind is NoticeKind.DECIDED else "What waits for me"
        found.append(Press(label, "mine", sheet.guild_id, (letter.id if letter is not None else 0,)))
    if sheet.status_card is not None:
        place = sheet.status_card
        link = f"https://discord.com/channels/{sheet.guild_id}/{place.channel_id}/{place.message_id}"
        found.append(Link("The letter", link))
    return found
