"""The few sentences that are in every list that is exported. Instants are printed in UTC, and say so."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from models.sheets import Counts, EditionSheet, Embargo
from models.sheets.outcome import Outcome
from models.terms import EditionName, Kind

NAMES = {
    Kind.ORGANISATION: ("organisation", "organisations"),
    Kind.COMPANY: ("company", "companies"),
    Kind.INDIVIDUAL: ("individual", "individuals"),
}
HEADINGS = {kind: many.capitalize() for kind, (_, many) in NAMES.items()}
AFFILIATIONS = "Individuals sign in a personal capacity; affiliations are given for identification only."
UNPUBLISHED = "The list as it stood at that moment, not a published list."


def instant(at: datetime) -> str:
    """An instant (aware) in UTC, such as ``13 February 2025, 22:45 UTC``."""
    at = at.astimezone(UTC)
    return f"{at.day} {at:%B %Y, %H:%M} UTC"


def embargo(sheet: Embargo) -> str:
    """``Embargoed until Thursday 13 February 2025, 06:00 in Europe/London (13 February 2025, 06:00 UTC).``, for what is
    exported before the letter is published."""
    if sheet.until is None:
        return "Embargoed until the letter is published; no day and hour are set yet."
    return f"Embargoed until {local(sheet.until, sheet.zone)}."


def local(at: datetime, zone: str) -> str:
    """``Thursday 13 February 2025, 06:00 in Europe/London (13 February 2025, 06:00 UTC)``."""
    there = at.astimezone(ZoneInfo(zone))
    return f"{there:%A} {there.day} {there:%B %Y, %H:%M} in {zone} ({instant(at)})"


def amount(count: int, one: str, many: str) -> str:
    """A count with its noun, such as ``1 company`` or ``1,234 companies``."""
    return f"{count:,} {one if count == 1 else many}"


def by_kind(counts: Counts) -> str:
    """``80 organisations and 40 companies``: the kinds of which there are some; empty if there is nobody."""
    parts = [amount(counts.of(kind), *NAMES[kind]) for kind in Kind if counts.of(kind)]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def count(counts: Counts) -> str:
    """The count by kind with its instant: ``157 signatories: 80 organisations, 40 companies and 37 individuals, as of
    13 February 2025, 22:45 UTC``. Kinds without anybody are left out."""
    listed = by_kind(counts)
    total = amount(counts.total, "signatory", "signatories")
    return f"{total}{f': {listed}' if listed else ''}, as of {instant(counts.as_of)}"


def contact(edition: EditionSheet) -> str:
    """Where whoever reads the file signs or has a name removed: ``To sign, or to remove a name, write to
    letter@example.org.`` After the final list nobody signs any more."""
    over = edition.name in (EditionName.FINAL, EditionName.CORRECTION)
    what = "To correct or remove a name" if over else "To sign, or to remove a name"
    return f"{what}, {'use' if '://' in edition.contact else 'write to'} {edition.contact}"


def earlier(edition: EditionSheet) -> str:
    """How many on the list did not agree to its text; empty if all did, or if there is none."""
    if not (edition.text_digest and edition.earlier):
        return ""
    endorsed = amount(edition.earlier, "signatory", "signatories")
    return f"{endorsed} endorsed an earlier text, or agreed before it was written."


def outcome(sheet: Outcome) -> str:
    """``It was delivered to the Minister on 20 February 2025, by hand. The answer, of …: “…” https://…``; empty where
    nothing is recorded."""
    said = [
        f"It was delivered to {one.to} on {instant(one.at)}{f' ({one.how})' if one.how else ''}."
        for one in sheet.deliveries
    ]
    if sheet.answer is not None:
        said.append(
            f"The answer of {instant(sheet.answer.at)}: “{sheet.answer.said}” {sheet.answer.link}".strip()
        )
    return " ".join(said)
