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
STOPPED = "that moderators stopped your proposals: your id and since when, until a moderator allows them again"
STORED = (
    "**What is stored, and why**\n"
    "- What you write in *Take part*, with your Discord id: to know whose vote and proposal it is, and to remind you.\n"
    "- Names that you put forward or sign, and who agreed: they are the list that is published.\n"
    "- An e-mail address of a signatory, where a moderator keeps one: for moderators alone, erased {contacts} after "
    "the final list.\n"
    "- Your votes. In a secret vote, who chose what is dropped when the vote ends; the totals stay.\n"
    "- A journal of what was done, when and by whom: so that the list can be accounted for.{journal}\n"
    "- A form that was refused: for 24 hours, so that you can correct it.\n"
    "- Which messages I sent you, and whether they arrived.\n"
    "Everything of this server is erased {servers} after I was removed from it."
)
NOT_STORED = (
    "**What is not**: I do not read the messages of this server. I look at one only when "
    "someone uses *Propose as signatory* on it, and keep its text only where it is a single line, as the name to "
    "propose: for 24 hours."
)
RIGHTS = (
    "**What you can do**: take it along with /privacy export; change it with /take-part; mute with /reminders; leave "
    "below, and nothing is sent to you any more, while what you cast and proposed stays; or be forgotten with "
    "/privacy erase."
)


def about(person: ParticipantSheet | None, guild_id: int, kept: Retention) -> Card:
    """What is stored in general, and about this person."""
    known = people.described(person) if person is not None else "Nothing that you wrote."
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
        "For your eyes only. What you wrote about others as a moderator is named without its words: ask a moderator.",
        accent=Accent.GOOD,
        files=[file],
    )


def asked(sheet: ErasureSheet, kept: Retention) -> Card:
    """What would go and what stays, and the one button."""
    if sheet.nothing:
        return lay_out(f"**Nothing is stored about you here{f' but {STOPPED}' if sheet.stopped else ''}.**")
    goes = (
        "**This goes, for good**\n"
        "- what you wrote in *Take part*, your votes by name, what you typed into forms, what I sent you;\n"
        f"- your votes that are still open ({sheet.open_votes:,}): they will not count;\n"
        "- your id wherever it stands: who put a name forward, who decided, who recorded who agreed;\n"
        f"- who you are in {words.plural(sheet.journal_entries, 'journal entry', 'journal entries')}; what was done "
        "stays."
    )
    stays = (
        "**This stays**\n"
        "- results of votes that have ended; lists that were published, which never change;\n"
        "- names of organisations that you put forward or signed for, and the words on who agreed: they are what the "
        "list stands on;\n"
        "- a keyed digest of your id beside each name that you added or were asked about, so that coming back gives no "
        "new allowance: until the letter is put away;\n"
        "- that you said no to a letter, where you did: as digests that tell nobody your name, for "
        f"{_days(kept.refusals)};\n"
        "- messages in channels of this server, which are Discord's."
    )
    if sheet.stopped:
        stays += f"\n- {STOPPED}."
    return lay_out(
        "### Be forgotten here?",
        goes,
        stays,
        _own(sheet),
        row(Press("Erase what is stored about me", "privacy.erase", sheet.guild_id, (), ButtonStyle.danger)),
        accent=Accent.BAD,
    )


def erased(sheet: ErasureSheet) -> Card:
    """Say that the data are erased."""
    if sheet.nothing:
        return lay_out(f"**Nothing is stored about you here{f' but {STOPPED}' if sheet.stopped else ''}.**")
    return lay_out(
        "**You are forgotten here.**",
        f"Open votes taken back: {sheet.open_votes:,}. "
        f"Journal entries that name you no more: {sheet.journal_entries:,}; what was done stays, and so do their "
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
        "I take no name off a list unsaid. If you want it gone, do that first: /signatory show and its buttons. "
        "Afterwards nobody can tell that it is yours."
    )


def _listed(names: tuple[str, ...]) -> str:
    shown = [words.escape(words.clip(name, 80)) for name in names[:SHOWN]]
    more = [f"{len(names) - SHOWN:,} more"] if len(names) > SHOWN else []
    return words.listed([*shown, *more])
