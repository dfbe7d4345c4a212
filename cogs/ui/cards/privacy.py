"""What is said to a person about what is stored of them, and about its end."""

from discord import ButtonStyle

from cogs.ui import words
from cogs.ui.cards import people
from cogs.ui.layout import Accent, Card, Document, Press, row
from cogs.ui.layout import card as lay_out
from models.operations.retention import Retention
from models.sheets import ErasureSheet, ParticipantSheet

SHOWN = 8
"""Own signatures that a card lists."""
STOPPED = "that moderators stopped your proposals: your id and the date, until a moderator allows them again"
STORED = (
    "**What is stored, and why**\n"
    "- What you write in *Take part*, with your Discord id: to know whose vote and proposal it is, and remind you.\n"
    "- Names you propose or sign, and who agreed: they make up the published list.\n"
    "- A signatory's e-mail address, if a moderator adds one: only for moderators, deleted {contacts} after "
    "the final list.\n"
    "- Your votes. In a secret vote, who chose what is deleted when the vote ends. The totals stay.\n"
    "- A journal of what was done, when and who did it: so we can account for the list.{journal}\n"
    "- A form I refused: for 24 hours, so you can correct it.\n"
    "- Which messages I sent you, and if they arrived.\n"
    "I delete all data of this server {servers} after I'm removed from it."
)
NOT_STORED = (
    "**What is not**: I don't read messages in this server. I read one only when "
    "someone uses *Propose as signatory* on it. I keep its text only if it's a single line, as the name to "
    "propose: for 24 hours."
)
RIGHTS = (
    "**What you can do**: download it with /privacy export; change it with /take-part; mute with /reminders; leave "
    "below: you get nothing more from me, and your votes and proposals stay; or delete your data with "
    "/privacy erase."
)


def about(person: ParticipantSheet | None, guild_id: int, kept: Retention) -> Card:
    """What is stored in general, and about this person."""
    known = people.described(person) if person is not None else "Nothing you wrote."
    buttons = []
    if person is not None and (person.joined_at is not None or person.asked_at is not None):
        buttons = [Press("Change this", "take-part", guild_id), Press("Leave", "leave", guild_id)]
    emptied = (
        f" What it says is erased {_days(kept.journal)} after a letter was archived." if kept.journal else ""
    )
    stored = STORED.format(contacts=_days(kept.contacts), servers=_days(kept.servers), journal=emptied)
    return lay_out(stored, NOT_STORED, f"**About you**\n{known}", RIGHTS, *([row(*buttons)] if buttons else []))


def _days(number: int) -> str:
    return words.plural(number, "day")


def exported(file: Document) -> Card:
    """The file, for this person alone."""
    return lay_out(
        "**Everything that is stored about you here**",
        "Only you see this. Your notes about others as a moderator are listed without their text: ask a moderator.",
        accent=Accent.GOOD,
        files=[file],
    )


def asked(sheet: ErasureSheet, kept: Retention) -> Card:
    """What would go and what stays, and the one button."""
    if sheet.nothing:
        return lay_out(f"**Nothing is stored about you here{f', except {STOPPED}' if sheet.stopped else ''}.**")
    goes = (
        "**This is deleted for good**\n"
        "- what you wrote in *Take part*, your votes by name, what you typed into forms, what I sent you;\n"
        f"- your votes that are still open ({sheet.open_votes:,}): they won't count;\n"
        "- your id everywhere: as proposer, as moderator, as the one who recorded who agreed;\n"
        f"- who you are in {words.plural(sheet.journal_entries, 'journal entry', 'journal entries')}; what was done "
        "stays."
    )
    stays = (
        "**This stays**\n"
        "- results of finished votes; published lists, which never change;\n"
        "- organisations you proposed or signed for, and the text on who agreed: they are what the "
        "list is based on;\n"
        "- a keyed digest of your id with each name you added or were asked about, so that coming back gives you no "
        "new allowance: until the letter is archived;\n"
        "- that you said no to a letter, if you did: as digests that don't reveal your name, for "
        f"{_days(kept.refusals)};\n"
        "- messages in channels of this server, which are Discord's."
    )
    if sheet.stopped:
        stays += f"\n- {STOPPED}."
    return lay_out(
        "### Delete my data?",
        goes,
        stays,
        _own(sheet),
        row(Press("Delete my data", "privacy.erase", sheet.guild_id, (), ButtonStyle.danger)),
        accent=Accent.BAD,
    )


def erased(sheet: ErasureSheet) -> Card:
    """Say that the data are erased."""
    if sheet.nothing:
        return lay_out(f"**Nothing is stored about you here{f', except {STOPPED}' if sheet.stopped else ''}.**")
    return lay_out(
        "**Your data here is deleted.**",
        f"Open votes taken back: {sheet.open_votes:,}. "
        f"Journal entries that no longer name you: {sheet.journal_entries:,}; what was done stays, and so do their "
        "digests, so that the rest can be proved.",
        f"Still there: {_listed(sheet.stays)}. To have it removed, write to a moderator."
        if sheet.stays
        else "",
        accent=Accent.GOOD,
    )


def _own(sheet: ErasureSheet) -> str:
    if not sheet.stays:
        return ""
    return (
        f"**Your own signature stays as well: {_listed(sheet.stays)}**\n"
        "I only remove it if you ask. If you want it gone, do that first: /signatory show and its buttons. "
        "Later nobody can tell that it's yours."
    )


def _listed(names: tuple[str, ...]) -> str:
    shown = [words.escape(words.clip(name, 80)) for name in names[:SHOWN]]
    more = [f"{len(names) - SHOWN:,} more"] if len(names) > SHOWN else []
    return words.listed([*shown, *more])
