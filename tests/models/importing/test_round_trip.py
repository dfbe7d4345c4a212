"""A list that was exported and is imported again changes nothing, whatever script its names are in."""

from hypothesis import example, given, settings, strategies as st

from models.importing import assessment
from models.importing.assessment import Standing
from models.importing.columns import given as givens, roles
from models.importing.files import read
from models.names import cleaning, doubts, repair
from models.names.identity import Identity
from models.refusal import Refusal
from models.sheets.findings import Finding
from models.terms import Format, Kind
from tests.long import EXAMPLES
from tests.models.lists import HARD, edition, entry, exported

LATIN = ("abcdefgh ÉŁøß", "0129", "=+-@|*_`#<>&'\"()[],;:/\\.")
OTHERS = ("абвгд Є", "αβγδ", "ابتثج", "אבגדה", "日本消費者連盟", "한국참여", "ไทยกขค", "हिन्दी")
WORDS = st.lists(
    st.sampled_from(LATIN + OTHERS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=12)),
    min_size=1,
    max_size=5,
).map(" ".join)
ROWS = st.lists(
    st.tuples(WORDS, st.sampled_from(list(Kind)), st.sampled_from(("", "GB", "DE", "IL", "KR")), WORDS),
    min_size=1,
    max_size=12,
)


def identities(rows: list[tuple[str, Kind, str, str]]) -> dict[str, Identity]:
    """Those of these rows that could be on a list, each name once."""
    found: dict[str, Identity] = {}
    for name, kind, country, affiliation in rows:
        try:
            printed = cleaning.printable(name)
            detail = cleaning.affiliation(affiliation) if kind is Kind.INDIVIDUAL else ""
        except Refusal:
            continue
        one = Identity(kind, printed, country, "", detail)
        if (printed, "") != repair.unmasked(printed) or doubts.is_placeholder(detail):
            continue  # markup around a name and "n/a" as an affiliation are taken away by every import
        if cleaning.exact_key(Kind.ORGANISATION, printed):
            found.setdefault(one.key, one)
    return found


@settings(max_examples=50 * EXAMPLES)
@given(rows=ROWS)
@example(rows=[(name, Kind.ORGANISATION, country, "") for name, country in HARD])
def test_an_export_that_is_imported_again_changes_nothing(rows: list[tuple[str, Kind, str, str]]) -> None:
    on_letter = list(identities(rows).values())
    if not on_letter:
        return
    printed = edition(
        *(entry(one.name, one.country, one.kind, affiliation=one.affiliation) for one in on_letter)
    )
    for as_ in (Format.CSV, Format.JSON, Format.MARKDOWN):
        file = exported(printed, as_)
        listing = read(file.name, file.data)
        back = givens.given(listing, roles.recognise(listing), Kind.ORGANISATION)
        judged = assessment.judge(back, [Standing(number, one) for number, one in enumerate(on_letter, 1)])
        assert [
            (one.name, [found.finding for found in one.found]) for one in judged if one.signatory_id is None
        ] == [], as_
        assert {found.finding for one in judged for found in one.found} <= {Finding.ON_LETTER}
        assert sorted(one.signatory_id or 0 for one in judged) == list(range(1, len(on_letter) + 1))
