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

TITLE_LIMIT = 200
ANNOUNCED = "It is announced. Nobody is pinged."
CHANGED = {
    TextChange.CORRECTION: "A correction: signatures count for it.",
    TextChange.SUBSTANCE: "A change of substance: signatures count for the earlier text until confirmed.",
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
    follow = row(Press("What comes next", "panel.open", sheet.guild_id, (sheet.id,)))
    return lay_out(f"**{said}**", _title(sheet), stands, count_line(sheet), then, follow, accent=Accent.GOOD)


def created(sheet: LetterSheet, deadline: Deadline, said: str = "Created.") -> Card:
    """A draft, with the deadline as it was understood and the next step."""
    about, primary = (sheet.id,), discord.ButtonStyle.primary
    return lay_out(
        f"**{said}**",
        _title(sheet),
        f"It closes {words.understood(deadline)}.",
        "Next: write its text, then open it. Everything else can stay as it is.",
        row(
            Press(
                "Edit the text" if sheet.text else "Write the text",
                "letter.write",
                sheet.guild_id,
                about,
                primary,
            ),
            Press("Show the panel", "panel.open", sheet.guild_id, about),
        ),
        accent=Accent.GOOD,
    )


def edited(sheet: LetterSheet) -> Card:
    """What can be edited, as it is now."""
    two = "two moderators; with only one, nothing can be approved"
    return lay_out(
        "**Saved.**",
        f"{_title(sheet)}\nTo {words.escape(words.clip(sheet.addressee, TITLE_LIMIT))}",
        f"Review after the close: {words.plural(sheet.review_hours, 'hour')}. "
        f"Approval takes {two if sheet.two_person else 'one moderator'}. "
        f"One member may have {words.plural(sheet.most_open, 'name')} undecided at once.",
        f"Contact for people outside Discord: {words.escape(sheet.contact) or 'none yet'}.",
        f"Not yet: {'; '.join(acts.changed(sheet.wanted))}. {acts.WANTED}" if sheet.wanted else "",
        accent=Accent.GOOD,
    )


def written(sheet: TextSheet, guild_id: int, left_out: str = "") -> Card:
    """Say that a new version of the text is stored."""
    version = sheet.version
    kind = "" if sheet.original else f", a translation of {words.language(sheet.languages[0])}"
    return lay_out(
        f"**Saved.** This is version {version.number} of the text, in {words.language(version.language)}{kind}.",
        " ".join(filter(None, (f"{len(sheet.body):,} characters.", left_out))),
        CHANGED[version.change] if version.change is not None else "",
        f"People who vouched for a name are told and can take it off at once until {words.moment(version.leave_until)}."
        if version.leave_until is not None
        else "",
        row(
            Press("Read it", "letter.on", guild_id, (sheet.letter_id, version.language, 1)),
            Press("What comes next", "panel.open", guild_id, (sheet.letter_id,)),
            Press("Details", "letter.details", guild_id, (sheet.letter_id, version.language)),
        ),
        accent=Accent.GOOD,
    )


def pointed(sheet: PointsSheet, said: str) -> Card:
    """Talking points were changed: which subjects there are now."""
    listed = "\n".join(f"- {words.escape(subject)}" for subject in sheet.subjects)
    return lay_out(f"**{said}**", listed or "There are none left.", accent=Accent.GOOD)


def editing(sheet: PointsSheet, guild_id: int, said: str = "") -> Card:
    """The subjects that there are, with a way to write, change or remove one."""
    options = [Option(subject, subject) for subject in sheet.subjects]
    about = (sheet.letter_id,)
    return lay_out(
        f"**{said}**" if said else "",
        "**Talking points**: what every member says about the letter, by subject.",
        "\n".join(f"- {words.escape(subject)}" for subject in sheet.subjects) or "There are none yet.",
        row(Press("Write a new one", "points.new", guild_id, about, discord.ButtonStyle.primary)),
        row(Choose("Change one", "points.change", guild_id, options, about)) if options else "",
        row(Choose("Remove one", "points.remove", guild_id, options, about)) if options else "",
        accent=Accent.OPEN,
    )


def voting(sheet: LetterSheet) -> Card:
    """The policy for names to come, in a sentence."""
    policy = Policy.of(dict(sheet.policy))
    lines = [rule(policy)]
    if policy.votes:
        lines.append(f"A vote lasts {words.plural(policy.hours, 'hour')}, or until the letter closes.")
        if policy.early_after_minutes is not None:
            after = words.plural(policy.early_after_minutes, "minute")
            lines.append(f"After {after} it ends as soon as the result is certain.")
        if policy.vote_on_signings:
            lines.append("Signatures are voted on too.")
    lines.append("-# This is for new names. Open votes keep their rules.")
    return lay_out("**Saved.**", _title(sheet), "\n".join(lines), accent=Accent.GOOD)


def publish(preview: PublishPreview, at: Deadline | None) -> Card:
    """What would be published, and when."""
    sheet = preview.letter
    buttons = [
        _confirm(
            f"Publish {'then' if at is not None else 'now'}",
            Move.PUBLISH,
            sheet,
            at.instant if at else None,
            listed=preview.listed,
        )
    ]
    if sheet.text is not None:
        buttons.append(Press("Details", "letter.details", sheet.guild_id, (sheet.id, sheet.text.language)))
    if sheet.publish_at is not None:
        buttons.append(Press("Cancel the plan", "window.call-off", sheet.guild_id, (sheet.id,)))
    return lay_out(
        "" if sheet.counts.total else f"**{NOBODY}**",
        f"**Publish {'later' if at is not None else 'now'}?** The text, talking points and names become public, and "
        "published list no. 1 can't be changed afterwards.",
        f"When: {words.understood(at)}." if at is not None else "",
        _title(sheet),
        count_line(sheet),
        version_line(sheet.text) if sheet.text is not None else "",
        _earlier(preview.earlier),
        f"{sheet.not_listed:,} in review won't be on this list." if sheet.not_listed else "",
        f"Planned so far: {words.in_both(sheet.publish_at, sheet.time_zone)}."
        if sheet.publish_at is not None
        else "",
        ANNOUNCED,
        row(*buttons),
        accent=Accent.WAIT,
    )


def move_close(sheet: LetterSheet, deadline: Deadline, move: Move) -> Card:
    """The old deadline and the new one, as it was understood."""
    again = move is Move.REOPEN
    return lay_out(
        "**Reopen the letter?**" if again else "**Move the deadline?**",
        _title(sheet),
        f"Old: {words.in_both(sheet.closes_at, sheet.time_zone)}\nNew: {words.understood(deadline)}.",
        "Published lists stay as they are. The next one gets a new number." if again else "",
        dates.overtaken(sheet, deadline),
        f"{ANNOUNCED} Reminders follow the new deadline and ping as usual.",
        row(_confirm("Reopen" if again else "Move it", move, sheet, deadline.instant)),
        accent=Accent.WAIT,
    )


def close(sheet: LetterSheet) -> Card:
    """Ask before the close is moved to now, and say what that means."""
    return lay_out(
        "**Close the letter now?**",
        _title(sheet),
        f"It was due to close {words.in_both(sheet.closes_at, sheet.time_zone)}.",
        f"{words.plural(sheet.voting, 'open vote')} would end early and go to review." if sheet.voting else "",
        f"Then {words.plural(sheet.review_hours, 'hour')} of review follow. {ANNOUNCED}",
        row(_confirm("Close now", Move.CLOSE, sheet, style=discord.ButtonStyle.danger)),
        accent=Accent.BAD,
    )


def finish(preview: PublishPreview) -> Card:
    """What the final list would hold."""
    sheet = preview.letter
    return lay_out(
        "" if sheet.counts.total else f"**{NOBODY}**",
        "**Publish the final list now?**",
        _title(sheet),
        count_line(sheet),
        _earlier(preview.earlier),
        f"**{words.plural(sheet.not_listed, 'name', 'names')} in review will be left out.** Check /review first."
        if sheet.not_listed
        else "",
        ANNOUNCED,
        row(_confirm("Publish the final list", Move.FINISH, sheet, listed=preview.listed)),
        accent=Accent.WAIT,
    )


def cancel(sheet: LetterSheet, reason: str, draft_id: int) -> Card:
    """What giving the letter up means."""
    if sheet.state is LetterState.OPEN:
        head = "**Cancel this letter for good?** It can't be opened again."
        said = "Votes end, reminders stop, and we announce it with this reason:"
    else:
        head = "**Cancel this draft for good?** It can't be opened any more."
        said = "Nobody was told about it, so we announce nothing. The journal keeps the reason:"
    return lay_out(
        head,
        _title(sheet),
        said,
        words.escape(reason),
        row(
            _confirm(
                "Cancel the letter", Move.CANCEL, sheet, draft_id=draft_id, style=discord.ButtonStyle.danger
            )
        ),
        accent=Accent.BAD,
    )


def archive(sheet: LetterSheet) -> Card:
    """Ask before the letter is put away, and say what that means."""
    left = (
        f"**{words.plural(sheet.not_listed, 'name', 'names')} in review won't be decided.**"
        if sheet.not_listed
        else ""
    )
    return lay_out(
        "**Archive this letter?** You can still read it, but not open it again.",
        _title(sheet),
        state_line(sheet),
        left,
        row(_confirm("Archive", Move.ARCHIVE, sheet)),
        accent=Accent.WAIT,
    )


def _earlier(count: int) -> str:
    """This many on the list did not agree to the text that it would be under."""
    if not count:
        return ""
    endorse = words.plural(count, "signatory endorses", "signatories endorse")
    return f"**{endorse} an earlier text, or agreed before it was written.** The list will say so."


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
