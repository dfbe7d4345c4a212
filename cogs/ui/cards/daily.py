"""What comes each morning: the moderators' digest and the bulletin for everyone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from cogs.ui import words
from cogs.ui.cards import course
from models.sheets import DigestSheet, NoticeSheet

NAMES = 900
"""Characters for new names in one message."""
PEOPLE = 10
"""This many people out of reach are named."""
NAME_LIMIT = 100


def digest(sheet: NoticeSheet, title: str) -> list[str]:
    """What waits for the moderators, the review first."""
    if sheet.digest is None:
        raise ValueError("a digest says what waits")
    waits = list(_waiting(sheet.digest, sheet.as_of))
    return [f"**{title}**: {waits[0]}", *waits[1:]] if waits else [f"**{title}**: nothing to do."]


def headline(title: str, counted: Sequence[str]) -> list[str]:
    """The title before the count, in one line."""
    return [f"**{title}**: {' '.join(counted)}"]


def news(sheet: NoticeSheet) -> list[str]:
    """What has changed since the morning before, and until when names come."""
    if sheet.bulletin is None or sheet.letter is None:
        raise ValueError("a bulletin is about a published list")
    since, new = words.clock(sheet.bulletin.since, "f"), sheet.bulletin
    lines = [words.ended(f"New since {since}: {_names(new.added, new.added_count)}")] if new.added_count else []
    if new.removed:
        lines.append(f"{words.plural(new.removed, 'name was', 'names were')} removed since {since}.")
    if not lines:
        lines.append(f"Nothing has changed since {since}.")
    return [*lines, *course.news_close(sheet)]


def people(user_ids: Sequence[int]) -> str:
    """Some of these people as mentions, and how many more there are. In a message that pings nobody a mention is
    only a name."""
    more = len(user_ids) - PEOPLE
    shown = [f"<@{user_id}>" for user_id in user_ids[:PEOPLE]]
    return words.listed([*shown, *([f"{more:,} more"] if more > 0 else [])])


def _waiting(one: DigestSheet, now: datetime) -> list[str]:
    lines = []
    if one.waits:
        oldest = f", the oldest for {_span(now - one.oldest_since)}" if one.oldest_since is not None else ""
        lines.append(f"{_many(one.waits, 'is', 'are')} waiting for review{oldest}.")
    if one.lacking_consent:
        lines.append(f"{_many(one.lacking_consent, 'needs', 'need')} a record of who agreed.")
    if one.late:
        lines.append(f"{one.late:,} came after the close and {'is' if one.late == 1 else 'are'} kept as late.")
    if one.leaving:
        lines.append(f"{one.leaving:,} on the list: the proposer asks to take it off.")
    if one.asking:
        asks = words.plural(one.asking, "person is asking", "people are asking")
        lines.append(f"{asks} to be let in.")
    if one.unreached:
        lines.append(f"I can't send reminders by direct message to {people(one.unreached)}.")
    return lines


def _many(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _span(waited: timedelta) -> str:
    """In whole days from the first on: nobody counts the hours of something that waits for a week."""
    days = waited.days
    return words.plural(days, "day") if days else words.lasting(waited)


def _names(names: Sequence[str], count: int) -> str:
    shown: list[str] = []
    for name in names:
        if sum(map(len, shown)) + NAME_LIMIT > NAMES:
            break
        shown.append(words.escape(words.clip(name, NAME_LIMIT)))
    more = count - len(shown)
    return words.listed([*shown, *([f"{more:,} more"] if more else [])])
