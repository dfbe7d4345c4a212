"""What is said to a person about what is stored of them, and about its end."""

from collections.abc import Iterable

from cogs.ui import words
from cogs.ui.cards import people
from cogs.ui.layout import DANGER, Accent, Card, Document, Press, lay_out, row
from models import cldr
from models.operations.retention import Retention
from models.sheets import ErasureSheet, ParticipantSheet
from models.translation import N_, _, ngettext, number

SHOWN = 8
"""Own signatures that a card lists."""
STOPPED = N_(
    "That moderators stopped your proposals: your id and the date, until a moderator allows them again."
)
NOT_STORED = N_(
    "**What is not**: I don't read messages in this server. I read one only when "
    "someone uses *Propose as signatory* on it. I keep its text only if it's a single line, as the name to "
    "propose: for 24 hours."
)
RIGHTS = N_(
    "**What you can do**: download it with /privacy export; change it with /take-part; mute with /reminders; leave "
    "below: you get nothing more from me, and your votes and proposals stay; or delete your data with "
    "/privacy erase."
)


def about(person: ParticipantSheet | None, guild_id: int, kept: Retention) -> Card:
    """What is stored in general, and about this person."""
    known = people.described(person) if person is not None else _("Nothing you wrote.")
    buttons = []
    if person is not None and (person.joined_at is not None or person.asked_at is not None):
        buttons = [
            Press(_("Change this"), "take-part", guild_id),
            Press(_("Leave"), "leave", guild_id),
        ]
    return lay_out(
        _stored(kept),
        _(NOT_STORED),
        _("**About you**") + f"\n{known}",
        _(RIGHTS),
        row(*buttons),
    )


def _stored(kept: Retention) -> str:
    """What is stored of people in general, why, and for how long."""
    journal = _("A journal of what was done, when and who did it: so we can account for the list.")
    if kept.journal:
        emptied = ngettext(
            "What it says is erased {count} day after a letter was archived.",
            "What it says is erased {count} days after a letter was archived.",
            kept.journal,
        )
        journal = f"{journal} {emptied}"
    points = (
        _(
            "What you write in *Take part*, with your Discord id: to know whose vote and proposal it is, and to remind "
            "you."
        ),
        _("Names you propose or sign, and who agreed: they make up the published list."),
        ngettext(
            "A signatory's e-mail address, if a moderator adds one: only for moderators, deleted {count} day after the "
            "final list.",
            "A signatory's e-mail address, if a moderator adds one: only for moderators, deleted {count} days after "
            "the final list.",
            kept.contacts,
        ),
        _("Your votes. In a secret vote, who chose what is deleted when the vote ends. The totals stay."),
        journal,
        _("A form I refused: for 24 hours, so you can correct it."),
        _("Which messages I sent you, and if they arrived."),
    )
    removed = ngettext(
        "I delete all data of this server {count} day after I'm removed from it.",
        "I delete all data of this server {count} days after I'm removed from it.",
        kept.servers,
    )
    return "\n".join((_("**What is stored, and why**"), *(f"- {one}" for one in points), removed))


def exported(file: Document) -> Card:
    """The file, for this person alone."""
    return lay_out(
        _("**Everything that is stored about you here**"),
        _(
            "Only you see this. Notes you wrote about others as a moderator are listed without "
            "their text. To read them, ask a moderator."
        ),
        accent=Accent.GOOD,
        files=[file],
    )


def asked(sheet: ErasureSheet, kept: Retention) -> Card:
    """What would go and what stays, and the one button."""
    if sheet.nothing:
        return _nothing(sheet)
    goes = (
        _("What you wrote in *Take part*, your votes by name, what you typed into forms, what I sent you."),
        _("Your votes that are still open ({number}): they won't count.", number=number(sheet.open_votes)),
        _("Your id everywhere: as proposer, as moderator, as the one who recorded who agreed."),
        ngettext(
            "Who you are in {count} journal entry. What was done stays.",
            "Who you are in {count} journal entries. What was done stays.",
            sheet.journal_entries,
        ),
    )
    stays = [
        _("Results of finished votes, and published lists, which never change."),
        _("Organisations you proposed or signed for, and who agreed: the list is based on them."),
        _(
            "A code made from your id with each name you added or were asked about, until the letter is archived: so "
            "that leaving and coming back doesn't let you propose more names."
        ),
        ngettext(
            "That you said no to a letter, if you did: as a code without your name, for {count} day.",
            "That you said no to a letter, if you did: as a code without your name, for {count} days.",
            kept.refusals,
        ),
        _("Messages in channels of this server. They are Discord's."),
    ]
    if sheet.stopped:
        stays.append(_(STOPPED))
    return lay_out(
        _("### Delete my data?"),
        _points(_("This is deleted for good"), goes),
        _points(_("This stays"), stays),
        _own(sheet),
        row(Press(_("Delete my data"), "privacy.erase", sheet.guild_id, (), DANGER)),
        accent=Accent.BAD,
    )


def erased(sheet: ErasureSheet) -> Card:
    """Say that the data are erased."""
    if sheet.nothing:
        return _nothing(sheet)
    return lay_out(
        _("**Your data here is deleted.**"),
        cldr.sentences(
            (
                _("Open votes taken back: {number}.", number=number(sheet.open_votes)),
                _("Journal entries that no longer name you: {number}.", number=number(sheet.journal_entries)),
                _("What was done stays in them, and so do their checksums, so that the rest can be proved."),
            )
        ),
        _("Still there: {names}. To have it removed, write to a moderator.", names=_listed(sheet.stays))
        if sheet.stays
        else "",
        accent=Accent.GOOD,
    )


def _own(sheet: ErasureSheet) -> str:
    if not sheet.stays:
        return ""
    head = _("**Your own signature stays as well: {names}**", names=_listed(sheet.stays))
    how = _(
        "I only remove it if you ask. If you want it gone, do that first: /signatory show and its buttons. Later "
        "nobody can tell that it's yours."
    )
    return f"{head}\n{how}"


def _nothing(sheet: ErasureSheet) -> Card:
    if not sheet.stopped:
        return lay_out(_("**Nothing is stored about you here.**"))
    return lay_out(
        _(
            "**Nothing is stored about you here, except that moderators stopped your proposals:** your id and the "
            "date, until a moderator allows them again."
        )
    )


def _points(heading: str, points: Iterable[str]) -> str:
    return "\n".join((f"**{heading}**", *(f"- {one}" for one in points)))


def _listed(names: tuple[str, ...]) -> str:
    shown = [words.escape(words.clip(name, 80)) for name in names[:SHOWN]]
    return words.and_more(shown, len(names))
