"""Messages to signatories, ready for a mail merge: a row for each, with subject and text."""

from models.publishing.exports import csv_, invitation, sentences
from models.sheets import OutreachLine, OutreachSheet
from models.terms import Told
from models.translation import N_, _

COLUMNS = (
    "address", "name", "kind", "state", "who_agreed", "put_forward_by", "what", "subject", "message", "told_proposer"
)  # fmt: skip

SUBJECTS = {
    Told.SIGNED: N_("Your signature: {title}"),
    Told.TEXT_CHANGED: N_("The text you signed has changed: {title}"),
    Told.CONFIRM: N_("Would you like to sign? {title}"),
    Told.ON_HOLD: N_("Your signature is on hold: {title}"),
    Told.DECLINED: N_("About your signature: {title}"),
    Told.REMOVED: N_("Your signature was removed: {title}"),
}
MESSAGES = {
    # Translators: {published} and {outcome} are whole sentences, or empty. {ways} is a sentence such as "Answer this
    # message or write to office@example.org."
    Told.SIGNED: N_(
        "{name} is on the list of signatories of “{title}”, to {addressee}. {published} {outcome} If the "
        "spelling is wrong, or you no longer want to be on the list, please tell us. {ways}"
    ),
    # Translators: {ways} is a sentence such as "Answer this message or write to office@example.org."
    Told.TEXT_CHANGED: N_(
        "{name} signed “{title}”, to {addressee}. The text has changed since then. Please read the new "
        "text. If you no longer want to be on the list, tell us, and we'll take the name off. {ways}"
    ),
    # Translators: {ways} is a sentence such as "Answer this message or write to office@example.org."
    Told.CONFIRM: N_(
        "Somebody has proposed {name} as a signatory of “{title}”, to {addressee}. We only print a name "
        "if we know who agreed. If you don't want to sign, do nothing. If you do want to sign, tell us "
        "your name and role. {ways}"
    ),
    # What a moderator wrote with a decision is for the proposer, so that it stands in a column of its own.
    Told.ON_HOLD: N_(
        "We've put this signature on hold: {name}, on “{title}”, to {addressee}. If you'd like to know why, ask us. "
        "{ways}"
    ),
    Told.DECLINED: N_(
        "We haven't added {name} to the list of signatories of “{title}”, to {addressee}. If you'd like to know why, "
        "ask us. {ways}"
    ),
    Told.REMOVED: N_(
        "We've removed {name} from the list of signatories of “{title}”, to {addressee}. Lists already published stay "
        "as they are. The name won't be on the next one. If you'd like to know why, ask us. {ways}"
    ),
}


def write(sheet: OutreachSheet) -> bytes:
    """The messages as CSV, a row for each signatory."""
    return csv_.table(COLUMNS, (_row(sheet, line) for line in sheet.lines))


def message(sheet: OutreachSheet, line: OutreachLine) -> str:
    """What to write to one signatory."""
    published = (
        _("The newest published list is no. {number}.", number=sheet.list_number) if sheet.list_number else ""
    )
    words = _(
        MESSAGES[line.told],
        name=line.name,
        title=sheet.title,
        addressee=sheet.addressee,
        published=published,
        outcome=sentences.outcome(sheet.outcome),
        ways=invitation.ways(sheet.contact),
    )
    return " ".join(words.split())


def _row(sheet: OutreachSheet, line: OutreachLine) -> dict[str, object]:
    return {
        "address": line.address,
        "name": line.name,
        "kind": line.kind.value,
        "state": line.state.value,
        "who_agreed": line.authorised_by,
        "put_forward_by": line.put_forward_by,
        "told_proposer": line.sentence,
        "what": line.told.value,
        "subject": _(SUBJECTS[line.told], title=sheet.title),
        "message": message(sheet, line),
    }
