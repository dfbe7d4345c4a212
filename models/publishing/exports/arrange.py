"""Arranging: from an edition to the list as every format prints it. Pure."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count, groupby

from models import labels
from models.geography import countries
from models.names import collation
from models.prose import opening, parser
from models.publishing.exports import sentences
from models.sheets import Arrangement, EditionSheet, PrintedLine, PrintedList, RosterEntry, Section
from models.signatories.counting import PRINTED_ORDER
from models.strings import folding
from models.terms import Grouping, Kind, Order
from models.translation import N_, _

NO_COUNTRY = N_("No country given")
FIRST, LATER = N_("First signatories"), N_("Signatories who joined later")


def arrange(edition: EditionSheet, wanted: Arrangement) -> PrintedList:
    """The list in the order and under the headings that were chosen, with its sentences in the language that is
    spoken."""
    numbers = count(1)
    sections = tuple(
        Section(heading, level, tuple(_line(next(numbers), entry, edition) for entry in entries))
        for heading, level, entries in _sections(edition, wanted)
    )
    body = edition.text_body if wanted.with_text else ""
    opened = opening.under(parser.parse(body), edition.title, edition.addressee)
    return PrintedList(
        title=opened.title,
        addressee=edition.addressee,
        embargo=sentences.embargo(edition.embargo) if edition.embargo is not None else "",
        heading=which(edition),
        sentence=_sentence(edition),
        language=edition.text_language,
        body=body,
        prose=opened.prose,
        titled=opened.titled,
        addressed=opened.addressed,
        sections=sections,
        notes=tuple(_notes(edition, wanted)),
        contact=edition.contact,
        arrangement=wanted,
        digest=edition.digest,
    )


def which(edition: EditionSheet) -> str:
    """``Published list no. 2 (update)``, or that it is none."""
    if edition.name is None:
        return _("This isn't a published list. It shows who was on the list at the time shown here.")
    # Translators: {name} is "opening", "update", "final" or "correction".
    return _("Published list no. {number} ({name})", number=edition.number, name=labels.edition(edition.name))


def said(edition: EditionSheet, wanted: Arrangement) -> tuple[str, ...]:
    """The list's own sentences alone, by which its language is known again."""
    return (which(edition), _sentence(edition), *_notes(edition, wanted))


def fixed(edition: EditionSheet, wanted: Arrangement) -> tuple[str, ...]:
    """Those of them that hold nothing typed or published: only another version of the bot words them otherwise."""
    return (rule(wanted), sentences.affiliations(), sentences.earlier(edition))


def _sentence(edition: EditionSheet) -> str:
    return sentences.ended(sentences.count(edition.counts))


def rule(wanted: Arrangement) -> str:
    """The rule of order, to be printed under the list."""
    match wanted.order, wanted.grouping:
        case Order.NAME, Grouping.KIND:
            return _("In alphabetical order within each kind of signatory, ignoring “The” at the start.")
        case Order.NAME, Grouping.COUNTRY:
            return _("In alphabetical order within each country, ignoring “The” at the start.")
        case Order.NAME, _:
            return _("In alphabetical order, ignoring “The” at the start.")
        case Order.COUNTRY, Grouping.KIND:
            return _(
                "By country within each kind of signatory, then in alphabetical order, ignoring "
                "“The” at the start."
            )
        case Order.COUNTRY, _:
            return _("By country, then in alphabetical order, ignoring “The” at the start.")
        case Order.SIGNING, Grouping.KIND:
            return _("By kind of signatory, then in the order they signed or were proposed.")
        case Order.SIGNING, Grouping.COUNTRY:
            return _("By country, then in the order they signed or were proposed.")
    return _("In the order they signed or were proposed.")


def _sections(edition: EditionSheet, wanted: Arrangement) -> Iterator[tuple[str, int, Iterable[RosterEntry]]]:
    ordered = sorted(edition.entries, key=ORDERS[wanted.order])
    if not wanted.first_apart or not edition.first:
        yield from _grouped(ordered, wanted.grouping, 1)
        return
    for heading, first in ((FIRST, True), (LATER, False)):
        part = [entry for entry in ordered if (entry.signatory_id in edition.first) is first]
        if part and wanted.grouping is Grouping.NONE:
            yield _(heading), 1, part
        elif part:
            yield _(heading), 1, ()
            yield from _grouped(part, wanted.grouping, 2)


def _grouped(
    ordered: list[RosterEntry], grouping: Grouping, level: int
) -> Iterator[tuple[str, int, Iterable[RosterEntry]]]:
    """Entries under their headings; sorting by the group keeps the order inside it."""
    if grouping is Grouping.NONE:
        yield "", level, ordered
        return
    by_country = grouping is Grouping.COUNTRY
    place = _country_place if by_country else _kind_place
    for _place, group in groupby(sorted(ordered, key=place), key=place):
        entries = list(group)
        kind, code = entries[0].kind, entries[0].country
        heading = (countries.called(code) or _(NO_COUNTRY)) if by_country else _(sentences.HEADINGS[kind])
        yield heading, level, entries


def _kind_place(entry: RosterEntry) -> tuple[int, str]:
    return PRINTED_ORDER.index(entry.kind), ""


def _country_place(entry: RosterEntry) -> tuple[int, str]:
    """Countries by the names that are printed, those without one last."""
    return int(not entry.country), collation.key(folding.SORT(countries.called(entry.country)))


def _by_name(entry: RosterEntry) -> tuple[str, str, int]:
    return entry.collation, entry.name, entry.signatory_id


ORDERS: dict[Order, Callable[[RosterEntry], tuple[object, ...]]] = {
    Order.NAME: _by_name,
    Order.COUNTRY: lambda entry: (*_country_place(entry), *_by_name(entry)),
    Order.SIGNING: lambda entry: (entry.added_at, entry.signatory_id),
}


def _line(number: int, entry: RosterEntry, edition: EditionSheet) -> PrintedLine:
    return PrintedLine(number, entry, countries.called(entry.country), entry.signatory_id in edition.first)


def _notes(edition: EditionSheet, wanted: Arrangement) -> Iterator[str]:
    yield rule(wanted)
    if any(entry.kind is Kind.INDIVIDUAL for entry in edition.entries):
        yield sentences.affiliations()
    if edition.contact:
        yield sentences.contact(edition)
    if edition.correction:
        yield sentences.correction(edition.correction)
    if edition.text_digest:
        yield _(
            "Text version {number}, SHA-256 {digest}", number=edition.text_number, digest=edition.text_digest
        )
    if earlier := sentences.earlier(edition):
        yield earlier
    if edition.digest:
        yield _("SHA-256 of the list: {digest}", digest=edition.digest)
