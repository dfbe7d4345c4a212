"""Every format carries the same facts of a published list, for anyone who has only that one file."""

import io
import re

import docx
import pypdfium2
import pytest

from models.publishing import verification
from models.publishing.exports import csv_, reading, sentences, web
from models.sheets import Arrangement, ListChanges
from models.terms import Format, Kind
from tests.models.lists import AT, edition, entry, exported

LIST = edition(
    entry("Harbour Watch", "KE", earlier=True),
    entry("Hill Fund", "GB", earlier=True),
    entry("Shore Ltd", "IE", Kind.COMPANY),
    entry("Ada Brook", "IT", Kind.INDIVIDUAL, affiliation="Coast University", earlier=True),
    correction="Hill Fund was missing.",
    number=7,
    text_number=4,
)
FACTS = {
    "title": "A joint letter",
    "addressee": "The Home Secretary",
    "which list": "Published list no. 7 (update)",
    "what was corrected": "Hill Fund was missing.",
    "digest of the list": LIST.digest,
    "digest of the text": "ab" * 32,
    "names": ("Harbour Watch", "Hill Fund", "Shore Ltd", "Ada Brook"),
    "affiliations": "Coast University",
    "countries": ("Kenya", "United Kingdom", "Ireland", "Italy"),
}


def read(data: bytes, as_: Format) -> str:
    """The words of a file on one line, as a reader that is not ours finds them."""
    if as_ is Format.DOCX:
        found = "\n".join(part.text for part in docx.Document(io.BytesIO(data)).paragraphs)
    elif as_ is Format.PDF:
        pages = pypdfium2.PdfDocument(data)
        found = "".join(page.get_textpage().get_text_range() for page in pages).replace("\ufffe", "")
    else:
        found = data.decode("utf-8-sig")
    return re.sub(r"[\s\u200b\u200e\u2066-\u2069\\]", "", re.sub(r"<[^>]+>", " ", found))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def lacking(words: str) -> list[str]:
    """The facts that the file does not tell."""
    wanted = [
        (what, one) for what, said in FACTS.items() for one in (said if isinstance(said, tuple) else (said,))
    ]
    found = [what for what, one in wanted if squeezed(one) not in words]
    if not any(squeezed(at) in words for at in (sentences.instant(AT), AT.isoformat())):
        found.append("as of when")
    return found


@pytest.mark.parametrize("as_", Format)
def test_every_format_carries_the_same_facts(as_: Format) -> None:
    words = read(exported(LIST, as_).data, as_)
    assert lacking(words) == []


@pytest.mark.parametrize("as_", [*Format, None])
def test_how_many_endorse_an_earlier_text_is_in_every_file_and_on_the_page(as_: Format | None) -> None:
    if as_ is None:
        words = squeezed(web.block(ListChanges(None, LIST, (), (), ())).decode())
    else:
        words = read(exported(LIST, as_).data, as_)
    if as_ is Format.CSV:
        place = csv_.COLUMNS.index("list_earlier_text")
        cells = [row.split(",")[place] for row in exported(LIST, as_).data.decode("utf-8-sig").splitlines()[1:]]
        assert cells == ["3"] * 4
    else:
        assert "3signatoriesagreedtoanearlierversionofthetext,orsignedbeforeitwaswritten." in words


def test_a_csv_of_an_earlier_version_that_was_saved_again_is_still_the_same_words() -> None:
    rows = exported(LIST, Format.CSV).data.decode("utf-8-sig").splitlines()
    before = "\n".join(",".join(row.split(",")[: len(csv_.BEFORE)]) for row in rows)
    assert differing(before) == []
    changed = before.replace("Harbour Watch", "Harbour Watchers")
    assert differing(changed) == ["Row 2: Harbour Watch is now Harbour Watchers"]


def differing(text: str) -> list[str]:
    read = words(text)
    return verification.differences(verification.words_of(LIST, Format.CSV, Arrangement(), read), read)


def words(text: str) -> list[str]:
    return reading.words(text.encode(), Format.CSV)
