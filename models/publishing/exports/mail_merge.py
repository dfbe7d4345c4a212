"""Messages to signatories, ready for a mail merge: a row for each, with subject and text."""

from models.publishing.exports import csv_, invitation, sentences
from models.sheets import OutreachLine, OutreachSheet
from models.terms import Told

COLUMNS = (
    "address", "name", "kind", "state", "who_agreed", "put_forward_by", "what", "subject", "message"
)  # fmt: skip

SUBJECTS = {
    Told.SIGNED: "Your signature: {title}",
    Told.TEXT_CHANGED: "The text you signed has changed: {title}",
    Told.CONFIRM: "Please confirm your signature: {title}",
    Told.ON_HOLD: "Your signature is on hold: {title}",
    Told.DECLINED: "About your signature: {title}",
    Told.REMOVED: "Your signature was removed: {title}",
}
MESSAGES = {
    Told.SIGNED: "{name} is on the list of signatories of “{title}”, to {addressee}. {published} {outcome} "
    "If the spelling is wrong, or you no longer want to sign, {ways}.",
    Told.TEXT_CHANGED: "{name} signed “{title}”, to {addressee}. The text has changed since. Please read the new "
    "text. If you no longer want to sign, {ways}, and we'll take the name off the list.",
    Told.CONFIRM: "{name} was proposed as a signatory of “{title}”, to {addressee}. We print a name only if we "
    "know who agreed. If you want to sign, {ways}, with your name and role. If not, do nothing.",
    Told.ON_HOLD: "The signature of {name} under “{title}”, to {addressee}, is on hold. {sentence}",
    Told.DECLINED: "{name} was not added to the list of signatories of “{title}”, to {addressee}. {sentence}",
    Told.REMOVED: "{name} was removed from the list of signatories of “{title}”, to {addressee}. Lists "
    "already published stay as they are. The next one won't have the name.",
}


def write(sheet: OutreachSheet) -> bytes:
    """The messages as CSV, a row for each signatory."""
    return csv_.table(COLUMNS, (_row(sheet, line) for line in sheet.lines))


def message(sheet: OutreachSheet, line: OutreachLine) -> str:
    """What to write to one signatory."""
    published = f"The newest published list is no. {sheet.list_number}." if sheet.list_number else ""
    words = MESSAGES[line.told].format(
        name=line.name,
        title=sheet.title,
        addressee=sheet.addressee,
        published=published,
        outcome=sentences.outcome(sheet.outcome),
        sentence=line.sentence,
        ways=invitation.ways(sheet.contact),
    )
    return " ".join(words.split())


def _row(sheet: OutreachSheet, line: OutreachLine) -> dict[str, object]:
    return {
        "address": line.address,
        "name": line.name,
        "kind": sentences.NAMES[line.kind][0],
        "state": line.state.value,
        "who_agreed": line.authorised_by,
        "put_forward_by": line.put_forward_by,
        "what": line.told.value,
        "subject": SUBJECTS[line.told].format(title=sheet.title),
        "message": message(sheet, line),
    }
