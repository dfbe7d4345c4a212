"""What is scheduled: the next reminders first, then the past ones with what became of them."""

import discord

from cogs.kit import words
from cogs.kit.layout import LINE, Accent, Card, Press, row
from cogs.kit.layout import card as lay_out
from models.sheets import RemindersSheet, ScheduledNotice
from models.terms import DeliveryState, NoticeKind

PER_PAGE = 10
KINDS = {NoticeKind.REMINDER: "reminder", NoticeKind.LAST_HOUR: "last hour"}
OUTCOMES = {
    DeliveryState.PENDING: "to be sent",
    DeliveryState.CLAIMED: "being sent",
    DeliveryState.SENT: "sent",
    DeliveryState.FAILED: "failed",
    DeliveryState.UNDELIVERABLE: "could not arrive",
    DeliveryState.SKIPPED: "had nothing left to say",
    DeliveryState.SUPERSEDED: "called off",
}


def card(sheet: RemindersSheet, guild_id: int, page: int = 1) -> Card:
    """Page ``page`` (from 1; a page beyond the end is the last one) for one reader."""
    lines = [*map(_planned, sheet.planned), *map(_past, sheet.past)]
    pages = max(1, -(-len(lines) // PER_PAGE))
    page = min(max(1, page), pages)
    shown = lines[(page - 1) * PER_PAGE : page * PER_PAGE]
    following = words.clock(sheet.planned[0].due_at, "R") if sheet.planned else ""
    turning = [
        Press(label, "reminders", guild_id, (to,), disabled=not 1 <= to <= pages)
        for label, to in (("Back", page - 1), ("Next", page + 1))
    ]
    return lay_out(
        f"**The next reminder comes {following}.**" if following else "**No reminder is planned.**",
        "\n".join(shown),
        *([row(*turning), f"-# Page {page} of {pages}"] if pages > 1 else []),
        LINE,
        _mine(sheet),
        row(*_buttons(sheet, guild_id)),
        accent=Accent.OPEN if sheet.planned else Accent.QUIET,
    )


def _planned(notice: ScheduledNotice) -> str:
    return f"- {words.moment(notice.due_at)}: {_what(notice)}, {_where(notice)}"


def _past(notice: ScheduledNotice) -> str:
    return f"- {words.clock(notice.due_at, 'f')}: {_what(notice)}, {_became(notice)}"


def _what(notice: ScheduledNotice) -> str:
    return f"{words.escape(words.clip(notice.title, 60))}, {KINDS.get(notice.kind, notice.kind.value)}"


def _where(notice: ScheduledNotice) -> str:
    channel = f"in <#{notice.channel_id}>" if notice.channel_id else "in no channel (none is chosen)"
    return f"{channel} and by direct message" if notice.direct else channel


def _became(notice: ScheduledNotice) -> str:
    parts = []
    if notice.channel is not None:
        where = f"in <#{notice.channel_id}> " if notice.channel_id else ""
        late = f" {words.clock(notice.sent_at, 't')}" if notice.sent_at is not None else ""
        parts.append(f"{where}{OUTCOMES[notice.channel]}{late}")
    parts += [
        f"{words.plural(count, 'direct message')} {OUTCOMES[state]}"
        for state, count in sorted(notice.people.items())
        if count
    ]
    trouble = f" ({words.escape(words.clip('; '.join(notice.troubles), 90))})" if notice.troubles else ""
    return ("; ".join(parts) or "not sent yet") + trouble


def _mine(sheet: RemindersSheet) -> str:
    if sheet.direct_messages is None:
        return "You get no direct messages, for you do not take part."
    if not sheet.direct_messages:
        return "You chose no direct messages. The form *Take part* changes that."
    if sheet.muted_until is not None:
        return f"Direct messages to you are muted until {words.moment(sheet.muted_until)}."
    return "You get direct messages, while something waits for you."


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
