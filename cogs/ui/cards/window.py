"""What moderators see when they run a letter: what would happen, with one button to confirm it, and what happened."""

from datetime import datetime
from enum import StrEnum

import discord

from cogs.ui import words
from cogs.ui.cards import acts, dates
from cogs.ui.cards.course import count_line
from cogs.ui.cards.letter import state_line
from cogs.ui.cards.next_step import NOBODY
from cogs.ui.cards.proposal import rule
from cogs.ui.cards.reading import version_line
from cogs.ui.layout import Accent, Card, Choose, Option, Press, row
from cogs.ui.layout import card as lay_out
from models.publishing.confirmation import shown
from models.rules.voting_policy import Policy
from models.sheets import Deadline, LetterSheet, PointsSheet, PublishPreview, TextSheet
from models.terms import LetterState, TextChange
from models.translation import N_, _, ngettext

TITLE_LIMIT = 200
ANNOUNCED = N_("I'll announce it. Nobody is pinged.")
CHANGED = {
    TextChange.CORRECTION: N_("A correction: signatures count for it."),
    TextChange.SUBSTANCE: N_("A change of substance: signatures count for the earlier text until confirmed."),
}


class Move(StrEnum):
    """What is confirmed with a button, as ``models.letters.window.MOVES`` names it."""

    OPEN = "open"
    PAUSE = "pause"
    RESUME = "resume"
    PUBLISH = "publish"
    EXTEND = "extend"
    CLOSE = "close_early"
    REOPEN = "reopen"
    FINISH = "finish"
    CANCEL = "cancel"
    ARCHIVE = "archive"


def changed(sheet: LetterSheet, said: str, then: str = "") -> Card:
    """What was done, then where the letter stands now, and what comes next."""
    closing = sheet.state is LetterState.OPEN and sheet.closes_at <= sheet.as_of
    put_away = sheet.state in (LetterState.CANCELLED, LetterState.ARCHIVED)
    stands = "" if closing or put_away else state_line(sheet)
    follow = row(Press(_("What comes next"), "panel.open", sheet.guild_id, (sheet.id,)))
    return lay_out(f"**{said}**", _title(sheet), stands, count_line(sheet), then, follow, accent=Accent.GOOD)


def created(sheet: LetterSheet, deadline: Deadline, said: str = "") -> Card:
    """A draft, with the deadline as it was understood and the next step."""
    about, primary = (sheet.id,), discord.ButtonStyle.primary
    return lay_out(
        f"**{said}**" if said else _("**Created.**"),
        _title(sheet),
        _("Deadline: {moment}.", moment=words.understood(deadline)),
        _("Next: write its text, then open it. Everything else can stay as it is."),
        row(
            Press(
                _("Edit the text") if sheet.text else _("Write the text"),
                "letter.write",
                sheet.guild_id,
                about,
                primary,
            ),
            Press(_("Show the panel"), "panel.open", sheet.guild_id, about),
        ),
        accent=Accent.GOOD,
    )


def edited(sheet: LetterSheet) -> Card:
    """What can be edited, as it is now."""
    addressee = words.escape(words.clip(sheet.addressee, TITLE_LIMIT))
    wanted = "; ".join(acts.changed(sheet.wanted))
    return lay_out(
        _("**Saved.**"),
        "\n".join((_title(sheet), _("To {addressee}", addressee=addressee))),
        "\n".join(
            (
                ngettext(
                    "Review after the close: {count} hour.",
                    "Review after the close: {count} hours.",
                    sheet.review_hours,
                ),
                _("Two moderators have to approve each name. With only one moderator, no name can be approved.")
                if sheet.two_person
                else _("One moderator can approve a name."),
                ngettext(
                    "A member can have {count} undecided name at once.",
                    "A member can have {count} undecided names at once.",
                    sheet.most_open,
                ),
            )
        ),
        _("Contact for people outside Discord: {contact}.", contact=words.escape(sheet.contact))
        if sheet.contact
        else _("Contact for people outside Discord: none yet."),
        " ".join((_("Not yet: {change}.", change=wanted), _(acts.WANTED))) if wanted else "",
        accent=Accent.GOOD,
    )


def written(sheet: TextSheet, guild_id: int, left_out: str = "") -> Card:
    """Say that a new version of the text is stored."""
    version = sheet.version
    language = words.language(version.language)
    return lay_out(
        _(
            "**Saved.** This is version {number} of the text, in {language}.",
            number=version.number,
            language=language,
        )
        if sheet.original
        else _(
            "**Saved.** This is version {number} of the text in {language}, a translation from {original}.",
            number=version.number,
            language=language,
            original=words.language(sheet.languages[0]),
        ),
        " ".join(
            filter(None, (ngettext("{count} character.", "{count} characters.", len(sheet.body)), left_out))
        ),
        _(CHANGED[version.change]) if version.change is not None else "",
        _(
            "People who vouched for a name are told and can take it off at once until {moment}.",
            moment=words.moment(version.leave_until),
        )
        if version.leave_until is not None
        else "",
        row(
            Press(_("Read it"), "letter.on", guild_id, (sheet.letter_id, version.language, 1)),
            Press(_("What comes next"), "panel.open", guild_id, (sheet.letter_id,)),
            Press(_("Details"), "letter.details", guild_id, (sheet.letter_id, version.language)),
        ),
        accent=Accent.GOOD,
    )


def pointed(sheet: PointsSheet, said: str) -> Card:
    """Talking points were changed: which subjects there are now."""
    listed = "\n".join(f"- {words.escape(subject)}" for subject in sheet.subjects)
    return lay_out(f"**{said}**", listed or _("There are none left."), accent=Accent.GOOD)


def editing(sheet: PointsSheet, guild_id: int, said: str = "") -> Card:
    """The subjects that there are, with a way to write, change or remove one."""
    options = [Option(subject, subject) for subject in sheet.subjects]
    about = (sheet.letter_id,)
    return lay_out(
        f"**{said}**" if said else "",
        _("**Talking points**: what every member says about the letter, by subject."),
        "\n".join(f"- {words.escape(subject)}" for subject in sheet.subjects) or _("There are none yet."),
        row(Press(_("Write a new one"), "points.new", guild_id, about, discord.ButtonStyle.primary)),
        row(Choose(_("Change a talking point"), "points.change", guild_id, options, about)) if options else "",
        row(Choose(_("Remove a talking point"), "points.remove", guild_id, options, about)) if options else "",
        accent=Accent.OPEN,
    )


def voting(sheet: LetterSheet) -> Card:
    """The policy for names to come, in a sentence."""
    policy = Policy.of(dict(sheet.policy))
    lines = [rule(policy)]
    if policy.votes:
        lines.append(
            ngettext(
                "A vote lasts {count} hour, or until the letter closes.",
                "A vote lasts {count} hours, or until the letter closes.",
                policy.hours,
            )
        )
        if policy.early_after_minutes is not None:
            lines.append(
                ngettext(
                    "After {count} minute it ends as soon as the result is certain.",
                    "After {count} minutes it ends as soon as the result is certain.",
                    policy.early_after_minutes,
                )
            )
        if policy.vote_on_signings:
            lines.append(_("Signatures are voted on too."))
    lines.append(_("-# This is for new names. Open votes keep their rules."))
    return lay_out(_("**Saved.**"), _title(sheet), "\n".join(lines), accent=Accent.GOOD)


def publish(preview: PublishPreview, at: Deadline | None) -> Card:
    """What would be published, and when."""
    sheet = preview.letter
    buttons = [
        _confirm(
            _("Publish at that time") if at is not None else _("Publish now"),
            Move.PUBLISH,
            sheet,
            at.instant if at else None,
            listed=preview.listed,
        )
    ]
    if sheet.text is not None:
        buttons.append(Press(_("Details"), "letter.details", sheet.guild_id, (sheet.id, sheet.text.language)))
    if sheet.publish_at is not None:
        buttons.append(Press(_("Cancel the plan"), "window.call-off", sheet.guild_id, (sheet.id,)))
    return lay_out(
        "" if sheet.counts.total else f"**{_(NOBODY)}**",
        _("**Publish later?**") if at is not None else _("**Publish now?**"),
        _(
            "The text, talking points and names become public, and published list no. 1 can't be changed afterwards."
        ),
        _("When: {moment}.", moment=words.understood(at)) if at is not None else "",
        _title(sheet),
        count_line(sheet),
        version_line(sheet.text) if sheet.text is not None else "",
        _earlier(preview.earlier),
        ngettext(
            "{count} in review won't be on this list.",
            "{count} in review won't be on this list.",
            sheet.not_listed,
        )
        if sheet.not_listed
        else "",
        _("Planned so far: {moment}.", moment=words.clock(sheet.publish_at, "F"))
        if sheet.publish_at is not None
        else "",
        _(ANNOUNCED),
        row(*buttons),
        accent=Accent.WAIT,
    )


def move_close(sheet: LetterSheet, deadline: Deadline, move: Move) -> Card:
    """The old deadline and the new one, as it was understood."""
    again = move is Move.REOPEN
    return lay_out(
        _("**Reopen the letter?**") if again else _("**Move the deadline?**"),
        _title(sheet),
        "\n".join(
            (
                _("Old: {moment}", moment=words.clock(sheet.closes_at, "F")),
                _("New: {moment}.", moment=words.understood(deadline)),
            )
        ),
        _("Published lists stay as they are. The next one gets a new number.") if again else "",
        dates.overtaken(sheet, deadline),
        " ".join((_(ANNOUNCED), _("Reminders follow the new deadline and ping as usual."))),
        row(_confirm(_("Reopen") if again else _("Move it"), move, sheet, deadline.instant)),
        accent=Accent.WAIT,
    )


def close(sheet: LetterSheet) -> Card:
    """Ask before the close is moved to now, and say what that means."""
    return lay_out(
        _("**Close the letter now?**"),
        _title(sheet),
        _("It was due to close {moment}.", moment=words.in_both(sheet.closes_at, sheet.time_zone)),
        ngettext(
            "{count} open vote ends early and goes to review.",
            "{count} open votes end early and go to review.",
            sheet.voting,
        )
        if sheet.voting
        else "",
        ngettext(
            "After that you have {count} hour for review.",
            "After that you have {count} hours for review.",
            sheet.review_hours,
        )
        + f" {_(ANNOUNCED)}",
        row(_confirm(_("Close now"), Move.CLOSE, sheet, style=discord.ButtonStyle.danger)),
        accent=Accent.BAD,
    )


def finish(preview: PublishPreview) -> Card:
    """What the final list would hold."""
    sheet = preview.letter
    return lay_out(
        "" if sheet.counts.total else f"**{_(NOBODY)}**",
        _("**Publish the final list now?**"),
        _title(sheet),
        count_line(sheet),
        _earlier(preview.earlier),
        ngettext(
            "**{count} name in review will be left out.** Check /review first.",
            "**{count} names in review will be left out.** Check /review first.",
            sheet.not_listed,
        )
        if sheet.not_listed
        else "",
        _(ANNOUNCED),
        row(_confirm(_("Publish the final list"), Move.FINISH, sheet, listed=preview.listed)),
        accent=Accent.WAIT,
    )


def cancel(sheet: LetterSheet, reason: str, draft_id: int) -> Card:
    """What giving the letter up means."""
    if sheet.state is LetterState.OPEN:
        head = _("**Cancel this letter for good?** It can't be opened again.")
        said = _("Votes end, reminders stop, and I'll announce it with this reason:")
    else:
        head = _("**Cancel this draft for good?** It can't be opened any more.")
        said = _("Nobody was told about it, so there's nothing to announce. The journal keeps the reason:")
    return lay_out(
        head,
        _title(sheet),
        said,
        words.escape(reason),
        row(
            _confirm(
                _("Cancel the letter"), Move.CANCEL, sheet, draft_id=draft_id, style=discord.ButtonStyle.danger
            )
        ),
        accent=Accent.BAD,
    )


def archive(sheet: LetterSheet) -> Card:
    """Ask before the letter is put away, and say what that means."""
    left = (
        ngettext(
            "**{count} name in review won't be decided.**",
            "**{count} names in review won't be decided.**",
            sheet.not_listed,
        )
        if sheet.not_listed
        else ""
    )
    return lay_out(
        _("**Archive this letter?** You can still read it, but not open it again."),
        _title(sheet),
        state_line(sheet),
        left,
        row(_confirm(_("Archive"), Move.ARCHIVE, sheet)),
        accent=Accent.WAIT,
    )


def _earlier(count: int) -> str:
    """This many on the list did not agree to the text that it would be under."""
    if not count:
        return ""
    return ngettext(
        "**{count} signatory endorses an earlier text, or agreed before it was written.** The list will say so.",
        "**{count} signatories endorse an earlier text, or agreed before it was written.** The list will say so.",
        count,
    )


def _confirm(
    label: str,
    move: Move,
    sheet: LetterSheet,
    at: datetime | None = None,
    *,
    draft_id: int = 0,
    listed: str = "",
    style: discord.ButtonStyle = discord.ButtonStyle.primary,
) -> Press:
    """The one button. It carries what was shown: once that has changed, it confirms nothing."""
    stamp = int(at.timestamp()) if at is not None else 0
    arguments = (move.value, sheet.id, shown(sheet, move.value, listed), stamp, draft_id)
    return Press(label, "window.confirm", sheet.guild_id, arguments, style)


def _title(sheet: LetterSheet) -> str:
    return words.escape(words.clip(sheet.title, TITLE_LIMIT))
