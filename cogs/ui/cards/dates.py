"""The dates of a letter beside its close: how they are shown, set and announced."""

from cogs.ui import words
from cogs.ui.layout import PRIMARY, Accent, Card, Part, Press, lay_out, row
from models.cldr import listed
from models.letters import milestones
from models.sheets import Deadline, LetterSheet, NoticeSheet
from models.terms import LetterState, Milestone
from models.translation import N_, _, ngettext

NAMES = {
    Milestone.SOFT: N_("Soft deadline"),
    Milestone.REVIEW: N_("End of review"),
    # Translators: the day on which the letter is handed over to those it is written to.
    Milestone.DELIVERY: N_("Delivery"),
}
EXPLAINED = {
    Milestone.SOFT: N_("We ask members to sign by this date. They can still sign until the letter closes."),
    Milestone.REVIEW: N_(
        "The final list comes out on this date, or later if names are still waiting for review."
    ),
    Milestone.DELIVERY: N_("The day you hand over the letter."),
}
SET = {
    Milestone.SOFT: N_("Set the soft deadline"),
    Milestone.REVIEW: N_("Set the review end date"),
    Milestone.DELIVERY: N_("Set the delivery date"),
}
CHANGE = {
    Milestone.SOFT: N_("Change the soft deadline"),
    Milestone.REVIEW: N_("Change the review end date"),
    Milestone.DELIVERY: N_("Change the delivery date"),
}
CLEAR = {
    Milestone.SOFT: N_("Clear the soft deadline"),
    Milestone.REVIEW: N_("Clear the review end date"),
    Milestone.DELIVERY: N_("Clear the delivery date"),
}
MOVED = {
    Milestone.SOFT: N_("**{title}**: the soft deadline is now {when}."),
    Milestone.REVIEW: N_("**{title}**: the review now ends on {when}."),
    Milestone.DELIVERY: N_("**{title}**: delivery is now planned for {when}."),
}
REMOVED = {
    Milestone.SOFT: N_("**{title}** no longer has a soft deadline."),
    Milestone.REVIEW: N_("**{title}** no longer has a review end date."),
    Milestone.DELIVERY: N_("**{title}** no longer has a delivery date."),
}
DROPPED = {
    Milestone.SOFT: N_("soft deadline"),
    Milestone.REVIEW: N_("review end date"),
    Milestone.DELIVERY: N_("delivery date"),
}
UNPUBLISHED = N_(
    "-# Everyone in the server can see its list of events. If there's a member role, I only show the "
    "deadline there once the letter is published."
)


def line(sheet: LetterSheet) -> str:
    """The dates that are ahead, for the status card; empty if none is."""
    said = [
        # Translators: what a date is for, then the date.
        _("{what}: {when}", what=_(NAMES[which]), when=words.clock(at, "F"))
        for which, at in sheet.milestones.items()
        if at > sheet.as_of and not (which is Milestone.REVIEW and sheet.state is LetterState.CLOSED)
    ]
    if sheet.accepts_until is not None and sheet.accepts_until > sheet.as_of:
        said.append(_("Names added by {when} count as on time", when=words.moment(sheet.accepts_until)))
    return "\n".join(said)


def panel(sheet: LetterSheet, said: str = "") -> Card:
    """Each date with what it is, and a button to set or clear it."""
    # Translators: the line says when the letter closes.
    closes = _("**Closes**: {when}", when=words.in_both(sheet.closes_at, sheet.time_zone))
    move = _("-# Move the deadline with /manage letter extend.")
    blocks: list[object] = []
    event = (sheet.id, 0 if sheet.event else 1)
    for which in Milestone:
        at = sheet.milestones.get(which)
        when = words.in_both(at, sheet.time_zone) if at else _unset(sheet, which)
        label = _(SET[which]) if at is None else _(CHANGE[which])
        buttons: list[Part] = [Press(label, "dates.ask", sheet.guild_id, (sheet.id, which.value))]
        if at is not None:
            clear = (sheet.id, which.value, 0, sheet.deadline_version)
            buttons.append(Press(_(CLEAR[which]), "dates.set", sheet.guild_id, clear))
        dated, explained = _("**{what}**: {when}", what=_(NAMES[which]), when=when), _(EXPLAINED[which])
        blocks += [f"{dated}\n-# {explained}", row(*buttons)]
    if sheet.event:
        events = _(
            "**Server events**: I show the deadline in the server's list of events and keep it up to date."
        )
    else:
        events = _("**Server events**: I don't show the deadline in the server's list of events.")
    switch = _("Hide deadline from events") if sheet.event else _("Show deadline in events")
    return lay_out(
        f"**{said}**" if said else "",
        words.title(sheet.title),
        f"{closes}\n{move}",
        *blocks,
        f"{events}\n{_(UNPUBLISHED)}" if sheet.published_at is None else events,
        row(Press(switch, "dates.event", sheet.guild_id, event)),
        accent=Accent.GOOD if said else Accent.QUIET,
    )


def echo(sheet: LetterSheet, which: Milestone, read: Deadline) -> Card:
    """The old date and the new one, as it was understood."""
    before = sheet.milestones.get(which)
    new = _("New date: {when}.", when=words.understood(read))
    old = _("Old date: {when}", when=words.in_both(before, sheet.time_zone)) if before else ""
    confirm = (sheet.id, which.value, int(read.instant.timestamp()), sheet.deadline_version)
    return lay_out(
        _("**{what}: set this date?**", what=_(NAMES[which])),
        words.title(sheet.title),
        f"{old}\n{new}" if old else new,
        _("I'll announce this date.") if sheet.state is not LetterState.DRAFT else "",
        row(Press(_("Set this date"), "dates.set", sheet.guild_id, confirm, PRIMARY)),
        accent=Accent.WAIT,
    )


def announced(sheet: NoticeSheet, title: str) -> list[str]:
    """What is said once when a date is set, moved or cleared."""
    which = Milestone(sheet.facts["which"])
    before, after = sheet.facts.get("before"), sheet.facts.get("after")
    if not after:
        return [_(REMOVED[which], title=title)]
    lines = [_(MOVED[which], title=title, when=words.moment(after))]
    if before:
        lines.append(_("The old date was {when}.", when=words.clock(before, "F")))
    return lines


def overtaken(sheet: LetterSheet, read: Deadline) -> str:
    """Which dates a moved close would drop; empty if it drops none."""
    dropped = milestones.overtaken(sheet.milestones, read.instant)
    names = listed(_(DROPPED[which]) for which in dropped)
    return (
        _("This also removes dates that don't fit the new deadline: {dates}.", dates=names) if dropped else ""
    )


def _unset(sheet: LetterSheet, which: Milestone) -> str:
    if which is Milestone.REVIEW:
        return ngettext(
            "{count} hour after the letter closes", "{count} hours after the letter closes", sheet.review_hours
        )
    return _("not set")
