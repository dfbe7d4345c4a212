"""Whether a file is a published list: the very file, the same words, changed, or none."""

import io
import re
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace
from sqlmodel import Session, select

from bot import main
from cli import verify
from models import journal
from models.database import schema
from models.database.store import make_engine
from models.database.tables import Edition, JournalEntry, Letter
from models.publishing import editions, handouts, verification
from models.publishing.exports import export, reading, sentences
from models.publishing.exports.reading import Unreadable, format_of, words
from models.sheets import Arrangement, EditionSheet, ExportSheet, Proof, VerificationSheet
from models.sheets.exports import Authenticity
from models.terms import EditionName, Format, Grouping, Kind, Order
from tests import databases, foreign
from tests.conftest import NOW
from tests.models import makers

LATER = NOW + timedelta(hours=1)
MODERATOR = makers.moderator(5)
COUNTRY = Arrangement(Grouping.COUNTRY, Order.SIGNING, with_text=True)
READABLE = [each for each in Format if each is not Format.PDF]


def published(session: Session) -> EditionSheet:
    """The first list of a letter, with hard names."""
    letter = makers.letter(session, published_at=NOW, contact="letter@example.org")
    for name in ("=SUM(1)", "Left | Right <b>", "مؤسسة (ACR)", "@everyone"):
        makers.signatory(session, letter, name, country="BE")
    makers.signatory(session, letter, "Ada Brook", kind=Kind.INDIVIDUAL, affiliation="'quoted")
    cut = editions.cut(session, letter, EditionName.OPENING, NOW)
    letter.contact = "https://example.org/a-later-form"  # what is published keeps the contact that it named
    return editions.sheet(session, cut)


def handed_over(session: Session, listed: EditionSheet, as_: Format, wanted: Arrangement) -> ExportSheet:
    file = export(listed, as_, wanted)
    facts = {"edition": listed.number, **wanted.document()}
    handouts.record(session, MODERATOR, LATER, listed.letter_id, "list", file.data, facts)
    return file


def verified(session: Session, data: bytes, name: str) -> VerificationSheet:
    session.flush()
    return verification.verify(session, data, name)


@pytest.mark.parametrize("as_", Format)
def test_the_very_file_is_known_with_its_list_and_when_it_was_handed_over(
    session: Session, as_: Format
) -> None:
    listed = published(session)
    file = handed_over(session, listed, as_, COUNTRY)
    found = verified(session, file.data, "renamed.bin")
    assert (found.finding, found.edition, found.handed_over_at) == (Authenticity.EXACT, listed, LATER)


@pytest.mark.parametrize("language", ["en", foreign.TAG])
@pytest.mark.parametrize("wanted", [Arrangement(), COUNTRY], ids=["usual", "other"])
@pytest.mark.parametrize("as_", READABLE)
def test_a_file_that_was_saved_again_has_the_same_words_and_a_changed_name_in_it_is_found_and_shown(
    session: Session, as_: Format, wanted: Arrangement, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign.spoken(monkeypatch)
    file = handed_over(session, published(session), as_, replace(wanted, language=language))
    again = saved_anew(file.data, as_)
    assert again != file.data
    assert verified(session, again, file.name).finding is Authenticity.SAME_WORDS
    found = verified(session, changed(file.data, as_), file.name)
    assert found.finding is Authenticity.CHANGED
    if as_ is Format.CSV:
        [row] = found.differences
        assert re.fullmatch(r"Row \d: Ada Brook is now Zed Brook", row)
        return
    assert any(line.startswith("+") and "Zed Brook" in line for line in found.differences)
    assert any(line.startswith("-") and "Ada Brook" in line for line in found.differences)
    assert all("Brook" in line for line in found.differences)


OTHER_WORDS = "Individuals sign for themselves."


@pytest.mark.parametrize("as_", [each for each in READABLE if each is not Format.CSV])
def test_where_another_version_worded_a_sentence_otherwise_the_names_are_still_found_to_be_as_published(
    session: Session, as_: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = published(session)
    with monkeypatch.context() as earlier:
        earlier.setattr(sentences, "affiliations", lambda: OTHER_WORDS)
        file = handed_over(session, listed, as_, Arrangement())
    found = verified(session, saved_anew(file.data, as_), file.name)
    assert found.finding is Authenticity.REWORDED
    assert [OTHER_WORDS in line for line in found.differences] == [False, True]
    assert "but every other line is" in verify.words(found)[0]
    assert verified(session, changed(file.data, as_), file.name).finding is Authenticity.CHANGED


@pytest.mark.parametrize("added", ["Red Cross", "+ Red Cross", "- Red Cross", "@@ Red Cross"])
@pytest.mark.parametrize("without", ["", "its sentence"])
def test_a_name_more_is_found_whatever_it_begins_with_and_whatever_else_was_changed(
    session: Session, added: str, without: str
) -> None:
    file = handed_over(session, published(session), Format.TEXT, Arrangement())
    lines = file.data.decode().split("\n")
    if without:
        lines.remove(sentences.affiliations())
    lines.insert(next(at for at, line in enumerate(lines) if "Ada Brook" in line), added)
    found = verified(session, "\n".join(lines).encode(), file.name)
    assert found.finding is Authenticity.CHANGED
    assert f"+{added}" in found.differences


def test_a_digest_is_found_between_letters_without_spaces(session: Session) -> None:
    listed = published(session)
    assert reading.digests(f"リスト{listed.digest}です".encode(), Format.TEXT) == {listed.digest}


@pytest.mark.parametrize("as_", Format)
def test_a_list_and_a_file_that_were_altered_alike_are_not_taken_for_published(
    session: Session, as_: Format
) -> None:
    listed = published(session)
    row = session.exec(select(Edition)).one()
    row.entries = [one | {"name": "Zed Brook"} if one["name"] == "Ada Brook" else one for one in row.entries]
    row.digest = editions.digest_of(editions.document(editions.sheet(session, row)))
    forged = export(editions.sheet(session, row), as_, Arrangement())
    found = verified(session, forged.data, forged.name)
    assert found.edition is not None
    assert (found.edition.number, found.proof) == (listed.number, Proof.CONTRADICTED)
    assert "ALTERED" in verify.words(found)[0]


def test_a_list_whose_entry_is_erased_is_said_to_be_unproved(session: Session) -> None:
    file = export(published(session), Format.CSV, Arrangement())
    journal.empty(session.exec(select(JournalEntry)).all())
    found = verified(session, file.data, file.name)
    assert (found.finding, found.proof) == (Authenticity.SAME_WORDS, Proof.UNPROVED)
    assert "can't say what was on this list" in verify.words(found)[0]


def test_a_pdf_that_was_saved_again_is_named_and_not_proved(session: Session) -> None:
    listed = published(session)
    found = verified(session, handed_over(session, listed, Format.PDF, COUNTRY).data + b"\n", "list.pdf")
    assert (found.finding, found.edition) == (Authenticity.NAMED, listed)


def test_a_list_that_was_not_published_is_told_apart(session: Session) -> None:
    published(session)
    letter = session.get_one(Letter, 1)
    stands = editions.as_it_stands(session, letter, LATER)
    file = handed_over(session, stands, Format.TEXT, Arrangement())
    assert verified(session, file.data, file.name).finding is Authenticity.UNPUBLISHED


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"hello", "x.txt"),
        (b"\xff\xfe", "x.txt"),
        (b"{", "x.json"),
        (b"PK\x03\x04nothing", "x.docx"),
        (b"%PDF-1.7 nothing", "x.pdf"),
        (b"hello", "x.exe"),
        (("ab" * 32).encode(), "x.md"),
    ],
)
def test_anything_else_is_no_published_list(session: Session, data: bytes, name: str) -> None:
    published(session)
    assert verified(session, data, name).finding is Authenticity.UNKNOWN


def test_a_pdf_has_no_words_to_compare() -> None:
    with pytest.raises(Unreadable):
        words(b"%PDF-1.7", format_of(b"%PDF-1.7", ""))


def saved_anew(data: bytes, as_: Format) -> bytes:
    """As another program would save it."""
    if as_ is Format.DOCX:
        out = io.BytesIO()
        docx.Document(io.BytesIO(data)).save(out)
        return out.getvalue() + b"\0"
    if as_ is Format.JSON:
        return data.replace(b"\n  ", b"\r\n")
    if as_ is Format.HTML:
        return data.replace(b"</li>\n", b"</li>")
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") + b"\n"


def changed(data: bytes, as_: Format) -> bytes:
    if as_ is not Format.DOCX:
        return data.replace(b"Ada Brook", b"Zed Brook")
    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("Ada Brook", "Zed Brook")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a database that holds one published list, and that list as text."""
    url = databases.url(tmp_path)
    monkeypatch.setenv("UNDERSIGNED_DATABASE", url)
    monkeypatch.chdir(tmp_path)
    schema.migrate(url)
    engine = make_engine(url)
    with Session(engine) as session, session.begin():
        file = handed_over(session, published(session), Format.TEXT, Arrangement())
    engine.dispose()
    (tmp_path / file.name).write_bytes(file.data)
    return tmp_path / file.name


def test_the_command_line_says_which_list_it_is(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(stored)]) == 0
    said = capsys.readouterr().out
    assert "exactly as it was exported on 13 February 2025, 10:00 UTC." in said
    assert "Published list no. 1 (opening): A joint letter" in said
    assert "5 signatories: 4 organisations and 1 individual, as of 13 February 2025, 09:00 UTC." in said


def test_the_command_line_says_what_differs(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored.write_bytes(stored.read_bytes().replace(b"Ada", b"Zed"))
    assert main(["verify", str(stored)]) == 1
    assert "but it's different." in (said := capsys.readouterr().out)
    assert "+5. Zed Brook ('quoted)" in said


def test_the_command_line_refuses_what_is_not_there(
    stored: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "nowhere.txt"]) == 2
    monkeypatch.setenv("UNDERSIGNED_DATABASE", f"sqlite:///{stored.parent}/empty.db")
    assert main(["verify", str(stored)]) == 2
    assert "is empty" in capsys.readouterr().err
    assert not (stored.parent / "empty.db").exists()


@pytest.mark.parametrize("finding", Authenticity)
def test_every_finding_has_its_sentence(finding: Authenticity) -> None:
    assert verify.words(VerificationSheet(finding, None, NOW, ()))[0].endswith(".")


def test_a_database_of_an_earlier_version_is_not_read(
    stored: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(schema, "newest", lambda: "9999")
    assert main(["verify", str(stored)]) == 2
    assert "Run bot.py migrate first" in capsys.readouterr().err
