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
    "If moderators stopped your proposals, I keep your Discord id and the date until a moderator lets "
    "you propose again."
)
NOT_STORED = N_(
    "**What I don't store**: I don't read messages in this server. I only read one if someone uses "
    "*Propose as signatory* on it. If it's a single line, I keep that line for 24 hours, as the name to "
    "propose."
)
RIGHTS = N_(
    "**What you can do**: download your data with /privacy export, change it with /take-part, mute "
    "reminders with /reminders, or delete your data with /privacy erase. You can also stop taking part with "
    "the button below. Then I won't send you anything more, but your votes and proposals stay."
)


def about(person: ParticipantSheet | None, guild_id: int, kept: Retention) -> Card:
    """What is stored in general, and about this person."""
    known = people.described(person) if person is not None else _("I haven't stored anything you wrote.")
    buttons = []
    if person is not None and (person.joined_at is not None or person.asked_at is not None):
        buttons = [
            Press(_("Change my details"), "take-part", guild_id),
            Press(
                _("Stop taking part") if person.joined_at is not None else _("Withdraw my request"),
                "leave",
                guild_id,
            ),
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
    journal = _("A journal of who did what and when, so we can show how the list came about.")
    if kept.journal:
        emptied = ngettext(
            "{count} day after a letter is archived, I erase what the journal says about it.",
            "{count} days after a letter is archived, I erase what the journal says about it.",
            kept.journal,
        )
        journal = f"{journal} {emptied}"
    points = (
        _(
            "What you write in *Take part*, with your Discord id. That way I know which votes and "
            "proposals are yours, and can remind you."
        ),
        _(
            "Names you propose, your signatures, and the record of who agreed. The published list is made "
            "from these."
        ),
        ngettext(
            "A signatory's e-mail address, if a moderator adds one. Only moderators see it. I delete it "
            "{count} day after the final list is published.",
            "A signatory's e-mail address, if a moderator adds one. Only moderators see it. I delete it "
            "{count} days after the final list is published.",
            kept.contacts,
        ),
        _(
            "Your votes. When a secret vote ends, I delete the record of how each person voted. The totals "
            "stay."
        ),
        journal,
        _("What you typed in a form that I couldn't accept. I keep it for 24 hours, so you can correct it."),
        _("Which messages I sent you, and whether they arrived."),
    )
    removed = ngettext(
        "If I'm removed from this server, I delete all the server's data {count} day later.",
        "If I'm removed from this server, I delete all the server's data {count} days later.",
        kept.servers,
    )
    return "\n".join((_("**What I store, and why**"), *(f"- {one}" for one in points), removed))


def exported(file: Document) -> Card:
    """The file, for this person alone."""
    return lay_out(
        _("**Everything I store about you here**"),
        _(
            "Only you see this. It lists the notes you wrote about others as a moderator, but not what's "
            "in those notes. To read those notes, ask a moderator."
        ),
        accent=Accent.GOOD,
        files=[file],
    )


def asked(sheet: ErasureSheet, kept: Retention) -> Card:
    """What would go and what stays, and the one button."""
    if sheet.nothing:
        return _nothing(sheet)
    goes = (
        _(
            "What you wrote in *Take part*, your votes that weren't secret, what you typed into forms, and "
            "what I sent you."
        ),
        _(
            "Your votes on names that are still being voted on ({number}). They won't count.",
            number=number(sheet.open_votes),
        ),
        _("Your id, wherever it shows that you proposed a name, moderated, or recorded who agreed."),
        ngettext(
            "Anything in {count} journal entry that says who you are. The entry still says what was done.",
            "Anything in {count} journal entries that says who you are. The entries still say what was done.",
            sheet.journal_entries,
        ),
    )
    stays = [
        _("Results of finished votes, and published lists, which never change."),
        _(
            "Organisations you proposed or signed for, and the record of who agreed. The list is based on "
            "these."
        ),
        _(
            "A code made from your id, stored with each name you added or were asked about. I keep it "
            "until the letter is archived. Without this code, people could leave, come back and propose "
            "more names than they're allowed."
        ),
        ngettext(
            "If you said no to a letter, a code that records your answer without your name. I keep it "
            "for {count} day.",
            "If you said no to a letter, a code that records your answer without your name. I keep it "
            "for {count} days.",
            kept.refusals,
        ),
        _("Messages in this server's channels. Discord keeps those, not me."),
    ]
    if sheet.stopped:
        stays.append(_(STOPPED))
    return lay_out(
        _("### Delete my data?"),
        _points(_("What I'll delete for good"), goes),
        _points(_("What stays"), stays),
        _own(sheet),
        row(Press(_("Delete my data"), "privacy.erase", sheet.guild_id, (), DANGER)),
        accent=Accent.BAD,
    )


def erased(sheet: ErasureSheet) -> Card:
    """Say that the data are erased."""
    if sheet.nothing:
        return _nothing(sheet)
    return lay_out(
        _("**I've deleted your data here.**"),
        cldr.sentences(
            (
                _(
                    "Your votes on names that are still being voted on no longer count: {number}.",
                    number=number(sheet.open_votes),
                )
                if sheet.open_votes
                else "",
                _("Journal entries that no longer name you: {number}.", number=number(sheet.journal_entries)),
                _(
                    "These entries still say what was done. Their checksums stay too, so anyone can "
                    "still check the rest of the journal."
                ),
            )
        ),
        _(
            "Your own signature is still there: {names}. To have it removed, write to a moderator.",
            names=_listed(sheet.stays),
        )
        if sheet.stays
        else "",
        accent=Accent.GOOD,
    )


def _own(sheet: ErasureSheet) -> str:
    if not sheet.stays:
        return ""
    head = _("**Your own signature stays as well: {names}**", names=_listed(sheet.stays))
    how = _(
        "I only remove your signature if you ask. Do that before you delete your data, with the buttons "
        "in /signatory show. Afterwards, nobody can tell that the signature is yours."
    )
    return f"{head}\n{how}"


def _nothing(sheet: ErasureSheet) -> Card:
    if not sheet.stopped:
        return lay_out(_("**I store nothing about you here.**"))
    return lay_out(
        _(
            "**I store nothing about you here, except that moderators stopped your proposals.** I keep "
            "your Discord id and the date until a moderator lets you propose again."
        )
    )


def _points(heading: str, points: Iterable[str]) -> str:
    return "\n".join((f"**{heading}**", *(f"- {one}" for one in points)))


def _listed(names: tuple[str, ...]) -> str:
    shown = [words.escape(words.clip(name, 80)) for name in names[:SHOWN]]
    return words.and_more(shown, len(names))
