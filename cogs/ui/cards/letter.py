"""The card of a letter: what it is, how many signed, until when."""

from cogs.ui import words
from cogs.ui.cards import around, dates, outcomes, ways
from cogs.ui.cards.course import count_line
from cogs.ui.layout import Accent, Card, Document, lay_out, row
from models.cldr import listed
from models.sheets import LetterSheet, SchedulerHealth
from models.terms import LetterState
from models.translation import _, ngettext, number

TITLE_LIMIT = 250


def status(
    sheet: LetterSheet, *, public: bool, pulse: SchedulerHealth | None = None, mark: str | None = None
) -> Card:
    """Where the letter stands. ``public``: the card in the announcements channel, with the way to take part.
    ``pulse`` is for moderators: whether the bot's clock runs."""
    return lay_out(
        f"## {words.escape(words.clip(sheet.title, TITLE_LIMIT))}",
        # Translators: to whom the letter is written.
        _("To {addressee}", addressee=words.escape(words.clip(sheet.addressee, TITLE_LIMIT))),
        state_line(sheet),
        count_line(sheet),
        dates.line(sheet),
        "\n".join(outcomes.lines(sheet)),
        _under_way(sheet),
        ways.outside(sheet),
        _runs(pulse),
        *_rows(sheet, public=public),
        accent=_accent(sheet),
        mark=mark,
    )


def in_calendar(sheet: LetterSheet, file: bytes) -> Card:
    """The dates as a file to import."""
    return lay_out(
        _(
            "Here are the dates of **{title}** for your calendar.",
            title=words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        ),
        _(
            "-# Open the file to add the dates to your calendar. If a date changes, get a new file and "
            "open it: that updates your calendar."
        ),
        files=[Document(f"letter-{sheet.id}.ics", file)],
    )


def state_line(sheet: LetterSheet) -> str:
    """The one fact that matters most now, with its instant in the reader's zone and in the letter's."""
    closes = words.in_both(sheet.closes_at, sheet.time_zone)
    match sheet.state:
        case LetterState.DRAFT:
            return _("**Not open yet.** The letter closes on {when}.", when=closes)
        case LetterState.OPEN if sheet.paused_at is not None:
            return _("**Paused.** The deadline stays the same: {when}.", when=closes)
        case LetterState.OPEN:
            return _("**Open for signatures** until {when}.", when=closes)
        case LetterState.CLOSED if sheet.final_at is not None:
            return _(
                "**Final.** The final list was published on {when}.", when=words.clock(sheet.final_at, "F")
            )
        case LetterState.CLOSED if sheet.review_until is not None and sheet.review_until <= sheet.as_of:
            return _("**Closed.** The review has ended. The final list comes out when the moderators are done.")
        case LetterState.CLOSED if sheet.review_until is not None:
            return _(
                "**Closed.** The moderators are reviewing names until {when}.",
                when=words.moment(sheet.review_until),
            )
        case LetterState.CLOSED:
            return _("**Closed.**")
        case LetterState.CANCELLED:
            return _("**Cancelled.**")
        case LetterState.ARCHIVED:
            return _("**Archived.**")


def _runs(pulse: SchedulerHealth | None) -> str:
    if pulse is None:
        return ""
    overdue = words.overdue(pulse)
    if pulse.last_run is None and not pulse.overdue:
        return _("-# I haven't checked yet if any messages, votes or deadlines are due.")
    if pulse.last_run is None:
        return _(
            "-# I haven't checked yet for messages, votes or deadlines that are due; {overdue}.",
            overdue=overdue,
        )
    return _(
        "-# My last check for messages, votes or deadlines that were due was {when}; {overdue}.",
        when=words.clock(pulse.last_run, "R"),
        overdue=overdue,
    )


def _under_way(sheet: LetterSheet) -> str:
    parts = []
    if sheet.voting:
        parts.append(ngettext("{count} open vote", "{count} open votes", sheet.voting))
    if sheet.in_review:
        parts.append(
            ngettext(
                "{count} name waiting for review ({late} came in late)",
                "{count} names waiting for review ({late} came in late)",
                sheet.in_review,
                late=number(sheet.late),
            )
            if sheet.late
            else ngettext(
                "{count} name waiting for review", "{count} names waiting for review", sheet.in_review
            )
        )
    if sheet.publish_at is not None:
        parts.append(_("publication planned for {when}", when=words.clock(sheet.publish_at, "F")))
    return f"-# {listed(parts)}" if parts else ""


def _rows(sheet: LetterSheet, *, public: bool) -> list[object]:
    """What to do, while names are taken, then what to read."""
    open_ = ways.takes_names(sheet)
    joining = [*ways.to_join(sheet), ways.sign_myself(sheet)] if open_ else []
    if public and open_:
        joining.append(ways.take_part(sheet.guild_id))
    if open_:
        joining += around.for_members(sheet)
    reading = [*ways.to_read(sheet), ways.the_list(sheet)]
    if open_:
        reading.append(ways.mine(sheet.guild_id, sheet.id))
    reading += around.share(sheet)
    return [row(*joining), row(*reading)]


def _accent(sheet: LetterSheet) -> Accent:
    if sheet.state is LetterState.OPEN:
        return Accent.WAIT if sheet.paused_at is not None else Accent.OPEN
    return Accent.GOOD if sheet.final_at is not None else Accent.QUIET
