"""The marked file: whatever a name holds, it comes back as it went out, and no spreadsheet runs it."""

import csv
import io
import unicodedata

from hypothesis import given as for_all, settings, strategies as st

from cogs.ui import findings
from models.importing import assessment, files
from models.importing.columns import given, roles
from models.names import cleaning
from models.refusal import Refusal
from models.sheets.batches import Given
from models.sheets.findings import RowVerdict
from models.terms import Kind

HARD = (
    ("=1+1", "'=1", "+972 Magazine", "@home", "-x", "a, b; c|d", '"quoted"', "A/S & Co", "日本ネット",
     "حقوق‌بشر", "עמותה", "Łódź", "O'Neil", "1. FC Foo", "#Foo", "yes", "name",
     "[x]", "Foo (Bar)", "👩‍💻 Women", "Ａ＝Ｂ", "＝Full")
)  # fmt: skip
TYPED = st.one_of(
    st.sampled_from(HARD), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
)


def printable(text: str) -> bool:
    try:
        return cleaning.printable(text) == text
    except Refusal:
        return False


def read_back(data: bytes) -> list[Given]:
    listing = files.read("import-marked.csv", data)
    return given.given(listing, roles.recognise(listing), Kind.ORGANISATION)


@settings(max_examples=50)
@for_all(
    st.lists(
        st.tuples(TYPED.filter(printable), st.sampled_from(Kind), st.sampled_from(["", "KE", "GB", "NO"])),
        min_size=1,
        max_size=6,
    )
)
def test_the_marked_file_comes_back_as_it_went_out(entries: list[tuple[str, Kind, str]]) -> None:
    rows = [Given(number, name, kind, country) for number, (name, kind, country) in enumerate(entries, 2)]
    before = assessment.judge(rows)
    after = assessment.judge(read_back(findings.marked(before)))
    assert [(one.name, one.given.kind, one.verdict) for one in after] == [
        (one.name, one.given.kind, one.verdict) for one in before
    ]
    countries = [one.identity.country if one.identity else "" for one in before]
    assert [one.identity.country if one.identity else "" for one in after] == countries


@for_all(st.lists(TYPED, min_size=1, max_size=5))
def test_no_cell_of_the_marked_file_begins_like_a_formula(typed: list[str]) -> None:
    judged = assessment.judge(
        [Given(number, name, Kind.ORGANISATION, note=name) for number, name in enumerate(typed)]
    )
    for row in csv.reader(io.StringIO(findings.marked(judged).decode("utf-8-sig"))):
        for cell in row:
            plain = unicodedata.normalize("NFKC", cell).lstrip()
            assert not plain.startswith(("=", "+", "-", "@"))


def test_a_decision_stays_on_its_row() -> None:
    judged = assessment.judge(
        [Given(2, "n/a", Kind.ORGANISATION, decision=True), Given(3, "Foo", Kind.COMPANY, decision=False)]
    )
    assert [one.verdict for one in judged] == [RowVerdict.ACCEPTED, RowVerdict.REFUSED]
    assert [one.decision for one in read_back(findings.marked(judged))] == [True, False]
