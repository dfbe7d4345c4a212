"""The dates of a letter beside its close: how they are shown, set and announced."""

import discord

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Part, Press, row
from cogs.ui.layout import card as lay_out
from models.letters import milestones
from models.sheets import Deadline, LetterSheet, NoticeSheet
from models.terms import LetterState, Milestone

TITLE_LIMIT = 200
NAMES = {
    Milestone.SOFT: "Soft deadline",
    Milestone.REVIEW: "End of review",
    Milestone.DELIVERY: "Delivery",
}
EXPLAINED = {
    Milestone.SOFT: "We ask members to sign by then. They can still sign until the close.",
    Milestone.REVIEW: "The final list comes out then, or later if names are still waiting.",
    Milestone.DELIVERY: "When you hand over the letter.",
}

UNPUBLISHED = (
    "-# Everyone in the server can read that list. With a members' role, it shows the close only once the letter "
    "is published."
)


def line(sheet: LetterSheet) -> str:
    """The dates that are ahead, for the status card; empty if none is."""
    said = [
        f"{NAMES[which]}: {words.clock(at, 'F')}"
        for which, at in sheet.milestones.items()
        if at > sheet.as_of and not (which is Milestone.REVIEW and sheet.state is LetterState.CLOSED)
    ]
    if sheet.accepts_until is not None and sheet.accepts_until > sheet.as_of:
        said.append(f"Names count as on time until {words.moment(sheet.accepts_until)}")
    return "\n".join(said)


def panel(sheet: LetterSheet, said: str = "") -> Card:
    """Each date with what it is, and a button to set or clear it."""
    closes = f"**Close**: {words.local(sheet.closes_at, sheet.time_zone)}, {words.moment(sheet.closes_at)}"
    blocks: list[object] = []
    event = (sheet.id, 0 if sheet.event else 1)
    for which in Milestone:
        at = sheet.milestones.get(which)
        when = f"{words.local(at, sheet.time_zone)}, {words.moment(at)}" if at else _unset(sheet, which)
        label = f"{'Set' if at is None else 'Change'} the {NAMES[which].lower()}"
        buttons: list[Part] = [Press(label, "dates.ask", sheet.guild_id, (sheet.id, which.value))]
        if at is not None:
            clear = (sheet.id, which.value, 0, sheet.deadline_version)
            buttons.append(Press(f"Clear the {NAMES[which].lower()}", "dates.set", sheet.guild_id, clear))
        blocks += [f"**{NAMES[which]}**: {when}\n-# {EXPLAINED[which]}", row(*buttons)]
    return lay_out(
        f"**{said}**" if said else "",
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        f"{closes}\n-# Move it with /manage letter extend.",
        *blocks,
        f"**Server's events**: the close is {'shown and updated with every change' if sheet.event else 'not shown'}.\n"
        f"{UNPUBLISHED if sheet.published_at is None else ''}",
        row(Press("Hide the close" if sheet.event else "Show the close", "dates.event", sheet.guild_id, event)),
        accent=Accent.GOOD if said else Accent.QUIET,
    )


def echo(sheet: LetterSheet, which: Milestone, read: Deadline) -> Card:
    """The old date and the new one, as it was understood."""
    before = sheet.milestones.get(which)
    old = f"Old: {words.in_both(before, sheet.time_zone)}\n" if before else ""
    told = "" if sheet.state is LetterState.DRAFT else "We'll announce it."
    confirm = (sheet.id, which.value, int(read.instant.timestamp()), sheet.deadline_version)
    return lay_out(
        f"**{NAMES[which]}: set this date?**",
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        f"{old}New: {words.understood(read)}.",
        told,
        row(Press("Set it", "dates.set", sheet.guild_id, confirm, discord.ButtonStyle.primary)),
        accent=Accent.WAIT,
    )


def announced(sheet: NoticeSheet, title: str) -> list[str]:
    """What is said once when a date is set, moved or cleared."""
    which = Milestone(sheet.facts["which"])
    before, after = sheet.facts.get("before"), sheet.facts.get("after")
    now = f"is now {words.moment(after)}" if after else "has been removed"
    lines = [f"**{title}**: the {which} {now}."]
    if before and after:
        lines.append(f"It was {words.clock(before, 'F')}.")
    return lines


def overtaken(sheet: LetterSheet, read: Deadline) -> str:
    """Which dates a moved close would drop; empty if it drops none."""
    dropped = milestones.overtaken(sheet.milestones, read.instant)
    names = words.listed(NAMES[which].lower() for which in dropped)
    return f"This also removes dates that would no longer fit: {names}." if dropped else ""


def _unset(sheet: LetterSheet, which: Milestone) -> str:
    if which is Milestone.REVIEW:
        return f"{words.plural(sheet.review_hours, 'hour')} after the close"
    return "not set"
