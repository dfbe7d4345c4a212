"""What is scheduled: the next reminders first, then the past ones with what happened to them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from cogs.ui import troubles, words
from cogs.ui.cards import daily
from cogs.ui.layout import LINE, PRIMARY, Accent, Card, Choose, Option, Press, lay_out, row
from cogs.ui.paging import turning
from models import cldr
from models.sheets import RemindersSheet, ScheduledNotice
from models.terms import DeliveryState, NoticeKind, NoticeState
from models.translation import N_, _, ngettext

PER_PAGE = 10
KINDS = {
    NoticeKind.OPENING: N_("opening of the letter"),
    NoticeKind.REMINDER: N_("reminder"),
    NoticeKind.LAST_HOUR: N_("last call"),
    NoticeKind.SNOOZE: N_("reminder you asked for"),
    NoticeKind.SUGGESTION: N_("suggested change"),
    NoticeKind.OUTCOME: N_("letter delivered, or an answer to it"),
    NoticeKind.WISHES: N_("reminder about people you said you'd ask"),
    NoticeKind.DIGEST: N_("daily summary for moderators"),
    NoticeKind.BULLETIN: N_("daily bulletin"),
    NoticeKind.DEADLINE: N_("date change"),
    NoticeKind.CLOSE: N_("letter closed"),
    NoticeKind.REPORT: N_("final list"),
    NoticeKind.ASKED: N_("request to be let in as a member"),
    NoticeKind.DECIDED: N_("moderators' decision"),
    NoticeKind.SIGNED: N_("receipt for a signature"),
    NoticeKind.QUEUE: N_("names waiting for review"),
    NoticeKind.OUTAGE: N_("the bot was offline"),
    NoticeKind.UNREACHED: N_("people we can't reach"),
    NoticeKind.KEY_LOST: N_("votes that were restarted"),
    NoticeKind.TROUBLE: N_("a message that couldn't be posted"),
    NoticeKind.PUBLICATION: N_("publication of the letter"),
    NoticeKind.CONFIRM: N_("question to someone whose name was proposed"),
    NoticeKind.TEXT_CHANGED: N_("change to the text"),
    NoticeKind.EDITED: N_("change to a name"),
    NoticeKind.CONTESTED: N_("a no from someone we asked earlier"),
    NoticeKind.SAFEGUARD: N_("safety setting changed"),
    NoticeKind.BURST: N_("many proposals from one member"),
    NoticeKind.LOCK: N_("letter locked"),
    NoticeKind.COORDINATOR: N_("new coordinator"),
}
"""What each notice is called."""
OUTCOMES = {
    DeliveryState.PENDING: N_("to be sent"),
    DeliveryState.CLAIMED: N_("being sent"),
    DeliveryState.SENT: N_("sent"),
    DeliveryState.FAILED: N_("failed"),
    DeliveryState.UNDELIVERABLE: N_("couldn't be delivered"),
    DeliveryState.SKIPPED: N_("no longer needed"),
    DeliveryState.SUPERSEDED: N_("called off"),
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
    ways = turning("reminders", guild_id, (), page, pages, both=True)
    return lay_out(
        _("**The next message goes out {moment}.**", moment=following)
        if following
        else _("**No messages are planned.**"),
        _grouped(_("Coming up"), coming, _coming, sheet.time_zone),
        _grouped(_("Sent so far"), gone, _gone, sheet.time_zone),
        *([row(*ways), _("-# Page {page} of {pages}", page=page, pages=pages)] if pages > 1 else []),
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
    lines, above = [f"### {head}"], ""
    for notice in shown:
        at = notice.due_at.astimezone(ZoneInfo(zone))
        over = _over(notice.title, at)
        if over != above:
            lines += ["", over] if above else [over]  # a blank line ends a list
        above = over
        lines.append(f"- {cldr.labelled(words.clock(notice.due_at, 't'), said(notice))}")
    return "\n".join(lines)


def _over(title: str, at: datetime) -> str:
    """The letter and the day that notices are about."""
    if not title:
        return _("**About this server**, {day}", day=cldr.day(at))
    return _("**{letter}**, {day}", letter=words.escape(words.clip(title, 60)), day=cldr.day(at))


def planned(notice: ScheduledNotice) -> str:
    """A line for one that should come: when, what, where."""
    return f"- {_told(words.moment(notice.due_at), notice.title, _coming(notice))}"


def past(notice: ScheduledNotice) -> str:
    """A line for one whose time has come: when, what, and what happened to it."""
    return f"- {_told(words.clock(notice.due_at, 'f'), notice.title, _gone(notice))}"


def _told(when: str, title: str, said: str) -> str:
    if not title:
        return _("{when}: {notice}", when=when, notice=said)
    letter = words.escape(words.clip(title, 60))
    return _("{when}: {letter}, {notice}", when=when, letter=letter, notice=said)


def _coming(notice: ScheduledNotice) -> str:
    """What comes, and to whom or where."""
    kind = _(KINDS[notice.kind])
    if notice.person_id is not None:
        return _("{notice}, to {person}", notice=kind, person=f"<@{notice.person_id}>")
    if not notice.channel_id and notice.direct:
        return _("{notice}, only by direct message because nobody has chosen a channel", notice=kind)
    if not notice.channel_id:
        return _("{notice}, which won't be sent because nobody has chosen a channel", notice=kind)
    channel = f"<#{notice.channel_id}>"
    if notice.direct:
        return _("{notice}, in {channel} and by direct message", notice=kind, channel=channel)
    return _("{notice}, in {channel}", notice=kind, channel=channel)


def _gone(notice: ScheduledNotice) -> str:
    return _("{notice}, {outcome}", notice=_(KINDS[notice.kind]), outcome=_became(notice))


def _became(notice: ScheduledNotice) -> str:
    parts = []
    if notice.state is NoticeState.SKIPPED:
        parts.append(_("skipped by a moderator"))
    elif notice.person_id is not None:
        outcome = _(OUTCOMES[next(iter(notice.people))])
        parts.append(_("to {person}: {outcome}", person=f"<@{notice.person_id}>", outcome=outcome))
    elif notice.channel is not None:
        outcome = _(OUTCOMES[notice.channel])
        if notice.sent_at is not None:
            # Translators: {outcome} is a word such as "sent", {time} a time of day.
            outcome = _("{outcome} at {time}", outcome=outcome, time=words.clock(notice.sent_at, "t"))
        parts.append(
            _("in {channel}: {outcome}", channel=f"<#{notice.channel_id}>", outcome=outcome)
            if notice.channel_id
            else outcome
        )
    parts += [
        ngettext(
            "{count} direct message: {outcome}",
            "{count} direct messages: {outcome}",
            count,
            outcome=_(OUTCOMES[state]),
        )
        for state, count in sorted(notice.people.items())
        if count and notice.person_id is None
    ]
    why = cldr.clauses(map(troubles.said, notice.troubles))
    trouble = f" ({words.escape(words.clip(why, 90))})" if why else ""
    return (cldr.clauses(parts) or _("not sent yet")) + trouble


def _picking(sheet: RemindersSheet, guild_id: int) -> Choose:
    """What should come, then what has been: as many as fit."""
    options = [
        Option(
            words.clip(_in_menu(one), 100),
            str(one.id),
            words.utc(one.due_at),
        )
        for one in (*sheet.planned, *sheet.past)
        if one.id
    ]
    return Choose(_("Choose a message"), "reminders.pick", guild_id, options)


def _in_menu(notice: ScheduledNotice) -> str:
    kind = _(KINDS[notice.kind])
    return _("{notice}: {letter}", notice=kind, letter=notice.title) if notice.title else kind


def _unreached(sheet: RemindersSheet) -> str:
    if not sheet.unreached:
        return ""
    return _("I can't message {people} directly. Remind them yourself.", people=daily.people(sheet.unreached))


def _mine(sheet: RemindersSheet) -> str:
    if sheet.direct_messages is None:
        return _("You don't get direct messages because you're not taking part.")
    if not sheet.direct_messages:
        return _("You turned direct messages off. You can change that here.")
    if sheet.muted_until is not None:
        return _("Direct messages to you are muted until {moment}.", moment=words.moment(sheet.muted_until))
    return _("You get direct messages when you have something to do.")


def _buttons(sheet: RemindersSheet, guild_id: int) -> list[Press]:
    if not sheet.direct_messages:
        label = _("Take part") if sheet.direct_messages is None else _("Change my details")
        return [Press(label, "take-part", guild_id, style=PRIMARY)]
    if sheet.muted_until is not None:
        return [Press(_("Unmute"), "reminders.mute", guild_id, (0,), PRIMARY)]
    return [
        Press(_("Mute for a day"), "reminders.mute", guild_id, (1,)),
        Press(_("Mute for a week"), "reminders.mute", guild_id, (7,)),
    ]
