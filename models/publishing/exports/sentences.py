"""The few sentences that are in every list that is exported. Instants are printed in UTC, and say so."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from models import cldr
from models.sheets import Counts, EditionSheet, Embargo
from models.sheets.outcome import LetterAnswer, LetterDelivery, Outcome
from models.terms import EditionName, Kind
from models.translation import N_, _, ngettext, pgettext

HEADINGS = {
    Kind.ORGANISATION: N_("Organisations"),
    Kind.COMPANY: N_("Companies"),
    Kind.INDIVIDUAL: N_("Individuals"),
}


def instant(at: datetime) -> str:
    """An instant (aware) in UTC, such as ``13 February 2025, 22:45 UTC``."""
    at = at.astimezone(UTC)
    return _("{day}, {time} UTC", day=cldr.day(at, "long"), time=f"{at:%H:%M}")


def embargo(sheet: Embargo) -> str:
    """``Embargoed until Thursday 13 February 2025, 06:00 in Europe/London (13 February 2025, 06:00 UTC).``, for what is
    exported before the letter is published."""
    if sheet.until is None:
        return _("Embargoed until the letter is published. No day or time is set yet.")
    return _("Embargoed until {instant}.", instant=local(sheet.until, sheet.zone))


def local(at: datetime, zone: str) -> str:
    """``Thursday 13 February 2025, 06:00 in Europe/London (13 February 2025, 06:00 UTC)``."""
    there = cldr.day_and_time(at.astimezone(ZoneInfo(zone)))
    # Translators: a moment in a time zone, then the same in UTC.
    return _("{moment} in {zone} ({utc})", moment=there, zone=zone, utc=instant(at))


def ended(sentence: str) -> str:
    """A sentence with what ends one."""
    # Translators: only the mark that ends a sentence in your language.
    return _("{sentence}.", sentence=sentence)


def between() -> str:
    """What is between two parts of one line, such as an affiliation and a country."""
    # Translators: your language's comma, with a space after it if you write one.
    return pgettext("between an affiliation and a country", ", ")


def to(addressee: str) -> str:
    """Whom the letter is to: ``To: The Minister``."""
    return _("To: {addressee}", addressee=addressee)


def headed(heading: str, count: int | str) -> str:
    """A heading with how many are under it: ``Organisations (80)``; 0 where that is not told."""
    return _("{heading} ({count})", heading=heading, count=count) if count else heading


def signatories(count: int) -> str:
    """``1 signatory``, ``1,234 signatories``."""
    return ngettext("{count} signatory", "{count} signatories", count)


def of_kind(kind: Kind, count: int) -> str:
    """``1 company``, ``1,234 companies``."""
    match kind:
        case Kind.ORGANISATION:
            return ngettext("{count} organisation", "{count} organisations", count)
        case Kind.COMPANY:
            return ngettext("{count} company", "{count} companies", count)
        case Kind.INDIVIDUAL:
            return ngettext("{count} individual", "{count} individuals", count)


def by_kind(counts: Counts) -> str:
    """``80 organisations and 40 companies``: the kinds of which there are some; empty if there is nobody."""
    return cldr.listed(of_kind(kind, counts.of(kind)) for kind in Kind if counts.of(kind))


def count(counts: Counts) -> str:
    """The count by kind with its instant: ``157 signatories: 80 organisations, 40 companies and 37 individuals, as of
    13 February 2025, 22:45 UTC``. Kinds without anybody are left out."""
    total, at = signatories(counts.total), instant(counts.as_of)
    if not counts.total:
        # Translators: such as "0 signatories, as of 13 February 2025, 22:45 UTC".
        return _("{signatories}, as of {instant}", signatories=total, instant=at)
    # Translators: such as "3 signatories: 2 organisations and 1 company, as of 13 February 2025, 22:45 UTC".
    return _("{signatories}: {kinds}, as of {instant}", signatories=total, kinds=by_kind(counts), instant=at)


def contact(edition: EditionSheet) -> str:
    """Where whoever reads the file signs or has a name removed: ``To sign, or to remove a name, write to
    letter@example.org.`` After the final list nobody signs any more."""
    address, form = edition.contact, "://" in edition.contact
    if edition.name in (EditionName.FINAL, EditionName.CORRECTION):
        if form:
            return _("To correct or remove a name, use {address}", address=address)
        return _("To correct or remove a name, write to {address}", address=address)
    if form:
        return _("To sign, or to remove a name, use {address}", address=address)
    return _("To sign, or to remove a name, write to {address}", address=address)


def affiliations() -> str:
    """Under a list with individuals."""
    return _("Individuals sign in a personal capacity; affiliations are given for identification only.")


def correction(said: str) -> str:
    """What a list corrects."""
    return _("Correction: {correction}", correction=said)


def earlier(edition: EditionSheet) -> str:
    """How many on the list did not agree to its text; empty if all did, or if there is none."""
    if not (edition.text_digest and edition.earlier):
        return ""
    return ngettext(
        "{count} signatory agreed to an earlier version of the text, or signed before it was written.",
        "{count} signatories agreed to an earlier version of the text, or signed before it was written.",
        edition.earlier,
    )


def outcome(sheet: Outcome) -> str:
    """``The letter was delivered to the Minister on 20 February 2025 (by hand). The answer, of …: “…” https://…``;
    empty where nothing is recorded."""
    said = [_delivered(one) for one in sheet.deliveries]
    if sheet.answer is not None:
        said.append(_answered(sheet.answer))
    return " ".join(said)


def _delivered(one: LetterDelivery) -> str:
    if one.how:
        # Translators: {how} is what somebody typed, such as "by hand".
        return _(
            "The letter was delivered to {to} on {instant} ({how}).",
            to=one.to,
            instant=instant(one.at),
            how=one.how,
        )
    return _("The letter was delivered to {to} on {instant}.", to=one.to, instant=instant(one.at))


def _answered(one: LetterAnswer) -> str:
    if one.link:
        return _(
            "We got an answer on {instant}: “{said}” {link}",
            instant=instant(one.at),
            said=one.said,
            link=one.link,
        )
    return _("We got an answer on {instant}: “{said}”", instant=instant(one.at), said=one.said)
