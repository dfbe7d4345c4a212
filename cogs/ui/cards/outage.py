"""The bot was away before a close: what moderators are told, and what they can make up for."""

from datetime import datetime

from cogs.ui import words
from cogs.ui.layout import PRIMARY, Accent, Card, Part, Press, lay_out, row
from models.sheets import Deadline, LetterSheet, NoticeSheet
from models.translation import _, ngettext


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """The moderators' notice: from when to when the bot was away, and that nothing was decided by it."""
    since, until, away_until = (_instant(sheet, name) for name in ("since", "until", "away_until"))
    lines = [
        _(
            "**{title}**: I was offline for {time} in the last hours before the deadline, from {start} "
            "to {end}.",
            title=title,
            time=words.lasting(until - since),
            start=words.clock(since, "F"),
            end=words.clock(until, "F"),
        )
    ]
    if away_until > until:
        lines.append(_("I came back online on {when}, after the deadline.", when=words.clock(away_until, "F")))
    lines.append(
        _("I haven't changed anything.")
        if sheet.answered
        else _("I haven't changed anything. Here's what you can do:")
    )
    return lines


def buttons(sheet: NoticeSheet) -> list[Part]:
    """The two things that a moderator can do about it."""
    since, until = _instant(sheet, "since"), _instant(sheet, "until")
    letter = sheet.letter
    if letter is None or letter.final_at is not None:
        return []
    arguments = (letter.id, int((until - since).total_seconds()), int(sheet.facts.get("version", 0)))
    return [
        Press(
            _("Extend the deadline by {time}", time=words.lasting(until - since)),
            "outage.extend", sheet.guild_id, arguments, PRIMARY,
        ),
        Press(_("Count late names as on time…"), "outage.ask", sheet.guild_id, arguments),
    ]  # fmt: skip


def echo(sheet: LetterSheet, read: Deadline, version: int) -> Card:
    """Show until when names would count as on time, as it was understood."""
    return lay_out(
        _("**Count late names as on time, up to the time below?**"),
        words.title(sheet.title),
        _("Deadline: {moment}.", moment=words.in_both(sheet.closes_at, sheet.time_zone))
        + "\n"
        + _("Names added by {when} count as on time.", when=words.understood(read)),
        _(
            "Late names added by the time above go straight to review, without a vote. That includes "
            "late names that have already come in. The deadline stays the same, and votes cast after the "
            "deadline don't count. I'll announce the change."
        ),
        row(
            Press(
                _("Count late names"),
                "outage.accept",
                sheet.guild_id,
                (sheet.id, int(read.instant.timestamp()), version),
                PRIMARY,
            )
        ),
        accent=Accent.WAIT,
    )


def accepted(sheet: LetterSheet) -> Card:
    """What counts as on time now, and what waits for review."""
    until = words.moment(sheet.accepts_until) if sheet.accepts_until else ""
    return lay_out(
        _("**Names added by {when} count as on time.**", when=until),
        words.title(sheet.title),
        ngettext(
            "{count} name is waiting for review.", "{count} names are waiting for review.", sheet.in_review
        ),
        accent=Accent.GOOD,
    )


def _instant(sheet: NoticeSheet, name: str) -> datetime:
    found = sheet.facts.get(name)
    return found if isinstance(found, datetime) else sheet.as_of
