"""What moderators see once they changed a letter: its details, its text, its talking points, its votes."""

from cogs.ui import words
from cogs.ui.cards import acts
from cogs.ui.cards.course import count_line
from cogs.ui.cards.letter import state_line
from cogs.ui.cards.proposal import rule
from cogs.ui.layout import PRIMARY, Accent, Card, Choose, Option, Press, lay_out, row
from models import cldr
from models.rules.voting_policy import Policy
from models.sheets import Deadline, LetterSheet, PointsSheet, TextSheet
from models.terms import LetterState, TextChange
from models.translation import N_, _, ngettext

CHANGED = {
    TextChange.CORRECTION: N_("This is a correction, so signatures count for the corrected text."),
    TextChange.SUBSTANCE: N_(
        "This changes the substance of the text, so signatures only count for the earlier version until "
        "people confirm the new one."
    ),
}


def changed(sheet: LetterSheet, said: str, then: str = "") -> Card:
    """What was done, then where the letter stands now, and what comes next."""
    closing = sheet.state is LetterState.OPEN and sheet.closes_at <= sheet.as_of
    put_away = sheet.state in (LetterState.CANCELLED, LetterState.ARCHIVED)
    stands = "" if closing or put_away else state_line(sheet)
    follow = row(Press(_("What comes next"), "panel.open", sheet.guild_id, (sheet.id,)))
    return lay_out(
        f"**{said}**", words.title(sheet.title), stands, count_line(sheet), then, follow, accent=Accent.GOOD
    )


def created(sheet: LetterSheet, deadline: Deadline, said: str = "") -> Card:
    """A draft, with the deadline as it was understood and the next step."""
    about, write = (sheet.id,), _("Edit the text") if sheet.text else _("Write the text")
    return lay_out(
        f"**{said}**" if said else _("**I've created the letter.**"),
        words.title(sheet.title),
        _("Deadline: {moment}.", moment=words.understood(deadline)),
        _("Next: write the text, then open the letter. Everything else can stay as it is."),
        row(
            Press(write, "letter.write", sheet.guild_id, about, PRIMARY),
            Press(_("Show the panel"), "panel.open", sheet.guild_id, about),
        ),
        accent=Accent.GOOD,
    )


def edited(sheet: LetterSheet) -> Card:
    """What can be edited, as it is now."""
    addressee = words.title(sheet.addressee)
    wanted = cldr.clauses(acts.changed(sheet.wanted))
    return lay_out(
        _("**Saved.**"),
        "\n".join((words.title(sheet.title), _("To {addressee}", addressee=addressee))),
        "\n".join(
            (
                ngettext(
                    "Moderators have {count} hour to review names after the letter closes.",
                    "Moderators have {count} hours to review names after the letter closes.",
                    sheet.review_hours,
                ),
                _(
                    "Two moderators have to approve each name. If you have only one moderator, nobody can "
                    "approve a name."
                )
                if sheet.two_person
                else _("One moderator is enough to approve a name."),
                ngettext(
                    "Each member can have up to {count} name waiting for a decision.",
                    "Each member can have up to {count} names waiting for a decision.",
                    sheet.most_open,
                ),
            )
        ),
        _("Contact for people outside Discord: {contact}.", contact=words.escape(sheet.contact))
        if sheet.contact
        else _("Contact for people outside Discord: none yet."),
        cldr.sentences((_("I haven't changed this yet: {change}.", change=wanted), _(acts.WANTED)))
        if wanted
        else "",
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
            "**Saved.** This is version {number} of the text in {language}, translated from {original}.",
            number=version.number,
            language=language,
            original=words.language(sheet.languages[0]),
        ),
        cldr.sentences(
            (
                ngettext(
                    "The text is {count} character long.",
                    "The text is {count} characters long.",
                    len(sheet.body),
                ),
                left_out,
            )
        ),
        _(CHANGED[version.change]) if version.change is not None else "",
        _(
            "I'm telling everyone who proposed, signed or entered a name that the text has changed. "
            "Until {moment}, they can take that name off the letter themselves.",
            moment=words.moment(version.leave_until),
        )
        if version.leave_until is not None
        else "",
        row(
            Press(_("Read the text"), "letter.on", guild_id, (sheet.letter_id, version.language, 1)),
            Press(_("What comes next"), "panel.open", guild_id, (sheet.letter_id,)),
            Press(_("Show text details"), "letter.details", guild_id, (sheet.letter_id, version.language)),
        ),
        accent=Accent.GOOD,
    )


def pointed(sheet: PointsSheet, said: str) -> Card:
    """Talking points were changed: which subjects there are now."""
    listed = "\n".join(f"- {words.escape(subject)}" for subject in sheet.subjects)
    return lay_out(f"**{said}**", listed or _("There are no talking points left."), accent=Accent.GOOD)


def editing(sheet: PointsSheet, guild_id: int, said: str = "") -> Card:
    """The subjects that there are, with a way to write, change or remove one."""
    options = [Option(subject, subject) for subject in sheet.subjects]
    about = (sheet.letter_id,)
    return lay_out(
        f"**{said}**" if said else "",
        _("**Talking points**: what members can say about the letter, by subject."),
        "\n".join(f"- {words.escape(subject)}" for subject in sheet.subjects)
        or _("There are no talking points yet."),
        row(Press(_("Write a new talking point"), "points.new", guild_id, about, PRIMARY)),
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
                    "Once a vote has been open for {count} minute, I end it as soon as its result is certain.",
                    "Once a vote has been open for {count} minutes, I end it as soon as its result is certain.",
                    policy.early_after_minutes,
                )
            )
        if policy.vote_on_signings:
            lines.append(_("Members vote on signatures too."))
    lines.append(_("-# This applies to new names. Votes that are already open keep their old rules."))
    return lay_out(_("**Saved.**"), words.title(sheet.title), "\n".join(lines), accent=Accent.GOOD)
