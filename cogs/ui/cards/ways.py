"""Ways in: what a reader can do for a letter with one press, on its card, its posts and the welcome card, without a
command."""

from cogs.ui import words
from cogs.ui.layout import PRIMARY, Press
from models.sheets import LetterSheet
from models.terms import LetterState
from models.translation import _


def takes_names(sheet: LetterSheet) -> bool:
    """Whether names are taken now, as ``models.letters.acceptance.require`` decides."""
    after = sheet.state is LetterState.CLOSED and sheet.accepts_until is not None
    on_time = sheet.as_of < max(sheet.closes_at, sheet.accepts_until or sheet.closes_at)
    return (sheet.state is LetterState.OPEN or after) and sheet.paused_at is None and on_time


def to_join(sheet: LetterSheet) -> list[Press]:
    """Put a name forward, or sign; empty where the letter takes no names."""
    return [propose(sheet), sign(sheet)] if takes_names(sheet) else []


def propose(sheet: LetterSheet) -> Press:
    """Opens the form for a name."""
    return Press(_("Propose a name"), "propose.open", sheet.guild_id, (sheet.id,), PRIMARY)


def sign(sheet: LetterSheet) -> Press:
    """Opens the form for the own organisation."""
    return Press(_("Sign for my organisation"), "sign.open", sheet.guild_id, (sheet.id,), PRIMARY)


def sign_myself(sheet: LetterSheet) -> Press:
    """Opens the form for a person."""
    return Press(_("Sign as an individual"), "sign.myself", sheet.guild_id, (sheet.id,))


def to_read(sheet: LetterSheet) -> list[Press]:
    """The letter, and what to say about it, where there is something."""
    read = Press(_("Read the letter"), "letter.text", sheet.guild_id, (sheet.id, 1))
    points = Press(_("Talking points"), "letter.points", sheet.guild_id, (sheet.id,))
    return [read, points] if sheet.subjects else [read]


def the_list(sheet: LetterSheet) -> Press:
    """The list of those who have signed."""
    return Press(_("Who has signed"), "roster", sheet.guild_id, (sheet.id, "all", 1))


def outside(sheet: LetterSheet) -> str:
    """Where people outside Discord sign or take a name off; empty where the letter has no contact for them."""
    if not sheet.contact:
        return ""
    if sheet.contact.startswith("https://"):
        return _("-# Not on Discord? To sign, or to remove a name, use {link}.", link=f"<{sheet.contact}>")
    address = words.escape(sheet.contact)
    return _("-# Not on Discord? To sign, or to remove a name, write to {address}.", address=address)


def mine(guild_id: int, letter_id: int = 0) -> Press:
    """What waits for the reader."""
    return Press(_("My to-do list"), "mine", guild_id, (letter_id,))


def take_part(guild_id: int) -> Press:
    """The form to take part."""
    return Press(_("Take part"), "take-part", guild_id)
