"""What is scheduled: the next reminders first, then the past ones with what happened to them."""

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

import discord

from cogs.ui import words
from cogs.ui.cards import daily
from cogs.ui.layout import LINE, Accent, Card, Choose, Option, Press, row
from cogs.ui.layout import card as lay_out
from cogs.ui.states import UNSENT
from models.sheets import RemindersSheet, ScheduledNotice
from models.terms import DeliveryState, NoticeKind, NoticeState

PER_PAGE = 10
KINDS = {
    NoticeKind.REMINDER: "reminder",
    NoticeKind.LAST_HOUR: "last call",
    NoticeKind.SNOOZE: "reminder you asked for",
    NoticeKind.SUGGESTION: "suggested wording",
    NoticeKind.OUTCOME: "delivery and answer",
    NoticeKind.WISHES: "reminder about names you ask",
    NoticeKind.DIGEST: "moderators' digest",
    NoticeKind.BULLETIN: "daily bulletin",
    NoticeKind.DEADLINE: "change of a date",
    NoticeKind.CLOSE: "close of the letter",
    NoticeKind.REPORT: "final list",
    NoticeKind.ASKED: "request to be let in",
    NoticeKind.DECIDED: "decision",
    NoticeKind.SIGNED: "receipt",
    NoticeKind.QUEUE: "names waiting for review",
    NoticeKind.OUTAGE: "the bot was away",
    NoticeKind.UNREACHED: "people we can't reach",
    NoticeKind.KEY_LOST: "votes that started over",
    NoticeKind.TROUBLE: "a message that couldn't be posted",
}
"""What a notice is called; those that are not here by their own word."""
OUTCOMES = {
    DeliveryState.PENDING: "to be sent",
    DeliveryState.CLAIMED: "being sent",
    DeliveryState.SENT: "sent",
    DeliveryState.FAILED: "failed",
    DeliveryState.UNDELIVERABLE: "couldn't arrive",
    DeliveryState.SKIPPED: "no longer needed",
    DeliveryState.SUPERSEDED: "called off",
}


def card(sheet: RemindersSheet, guild_id: int, page: int = 1) -> Card:
    """Page ``page`` (from 1; a page beyond the end is the last one) for one reader."""
    listed = [*sheet.planned, *sheet.past]
    pages = max(1, -(-len(listed) // PER_PAGE))
    page = min(max(1, page), pages)
    first = (page - 1) * PER_PAGE
    coming = sheet.planned[first : first + PER_PAGE]
    gone = listed[first : first + PER_PAGE][len(coming) :]
    following = words.clock(sheet.planned[0].due_at, "R") if sheet.planned else ""
    turning = [
        Press(label, "reminders", guild_id, (to,), disabled=not 1 <= to <= pages)
        for label, to in (("Back", page - 1), ("Next", page + 1))
    ]
    return lay_out(
        f"**Next: {following}.**" if following else "**Nothing is planned.**",
        _grouped("What comes", coming, _coming, sheet.time_zone),
        _grouped("What was sent", gone, _gone, sheet.time_zone),
        *([row(*turning), f"-# Page {page} of {pages}"] if pages > 1 else []),
        *(
            [row(_picking(sheet, guild_id))]
            if sheet.for_moderators and any(one.id for one in (*sheet.planned, *sheet.past))
            else []
        ),
        LINE,
        _unreached(sheet),
        _mine(sheet),
        row(*_buttons(sheet, guild_id)),
        accent=Accent.OPEN if sheet.planned else Accent.QUIET,
    )


def _grouped(
    head: str, shown: Sequence[ScheduledNotice], said: Callable[[ScheduledNotice], str], zone: str
) -> str:
    """Notices under their letter and their day in ``zone``, in the order in which they come."""
    if not shown:
        return ""
    lines, above = [f"### {head}"], ("", "")
    for notice in shown:
        at = notice.due_at.astimezone(ZoneInfo(zone))
        letter = words.escape(words.clip(notice.title, 60)) or "The server"
        day = f"{at:%A} {at.day} {at:%B %Y}"
        if (letter, day) != above:
            lines += (
                ["", f"**{letter}**, {day}"] if above[0] else [f"**{letter}**, {day}"]
            )  # a blank line ends a list
        above = letter, day
        lines.append(f"- {words.clock(notice.due_at, 't')}: {said(notice)}")
    return "\n".join(lines)


def planned(notice: ScheduledNotice) -> str:
    """A line for one that should come: when, what, where."""
    return f"- {words.moment(notice.due_at)}: {_titled(notice)}{_coming(notice)}"


def past(notice: ScheduledNotice) -> str:
    """A line for one whose time has come: when, what, and what happened to it."""
    return f"- {words.clock(notice.due_at, 'f')}: {_titled(notice)}{_gone(notice)}"


def _titled(notice: ScheduledNotice) -> str:
    return f"{words.escape(words.clip(notice.title, 60))}, " if notice.title else ""


def _coming(notice: ScheduledNotice) -> str:
    return f"{KINDS.get(notice.kind, notice.kind.value)}, {_where(notice)}"


def _gone(notice: ScheduledNotice) -> str:
    return f"{KINDS.get(notice.kind, notice.kind.value)}, {_became(notice)}"


def _where(notice: ScheduledNotice) -> str:
    if notice.person_id is not None:
        return f"to <@{notice.person_id}>"
    channel = f"in <#{notice.channel_id}>" if notice.channel_id else "in no channel (none chosen)"
    return f"{channel} and by direct message" if notice.direct else channel


def _became(notice: ScheduledNotice) -> str:
    parts = []
    if notice.state is NoticeState.SKIPPED:
        parts.append("skipped by a moderator")
    elif notice.person_id is not None:
        parts.append(f"to <@{notice.person_id}> {OUTCOMES[next(iter(notice.people))]}")
    elif notice.channel is not None:
        where = f"in <#{notice.channel_id}> " if notice.channel_id else ""
        late = f" {words.clock(notice.sent_at, 't')}" if notice.sent_at is not None else ""
        parts.append(f"{where}{OUTCOMES[notice.channel]}{late}")
    parts += [
        f"{words.plural(count, 'direct message')} {OUTCOMES[state]}"
        for state, count in sorted(notice.people.items())
        if count and notice.person_id is None
    ]
    troubles = "; ".join(UNSENT.get(one, one) for one in notice.troubles)
    trouble = f" ({words.escape(words.clip(troubles, 90))})" if troubles else ""
    return ("; ".join(parts) or "not sent yet") + trouble


def _picking(sheet: RemindersSheet, guild_id: int) -> Choose:
    """What should come, then what has been: as many as fit."""
    options = [
        Option(
            words.clip(f"{KINDS.get(one.kind, one.kind.value)}: {one.title}".rstrip(": "), 100),
            str(one.id),
            words.utc(one.due_at),
        )
        for one in (*sheet.planned, *sheet.past)
        if one.id
    ]
    return Choose("Send one now, skip one or preview it", "reminders.pick", guild_id, options)


def _unreached(sheet: RemindersSheet) -> str:
    if not sheet.unreached:
        return ""
    return f"I can't send reminders by direct message to {daily.people(sheet.unreached)}."


def _mine(sheet: RemindersSheet) -> str:
    if sheet.direct_messages is None:
        return "You don't get direct messages because you don't take part."
    if not sheet.direct_messages:
        return "You chose no direct messages. Change that in *Take part*."
    if sheet.muted_until is not None:
        return f"Direct messages to you are muted until {words.moment(sheet.muted_until)}."
    return "You get direct messages when you have something to do."


def _buttons(sheet: RemindersSheet, guild_id: int) -> list[Press]:
    if not sheet.direct_messages:
        label = "Take part" if sheet.direct_messages is None else "Change this"
        return [Press(label, "take-part", guild_id, style=discord.ButtonStyle.primary)]
    if sheet.muted_until is not None:
        return [Press("Unmute", "reminders.mute", guild_id, (0,), discord.ButtonStyle.primary)]
    return [
        Press("Mute for a day", "reminders.mute", guild_id, (1,)),
        Press("Mute for a week", "reminders.mute", guild_id, (7,)),
    ]
