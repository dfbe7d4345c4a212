"""The journal proves itself: what was altered or removed shows, what was erased does not break it."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, select

from bot import main
from models import journal
from models.acts import Act
from models.coalitions import records
from models.database import schema
from models.database.store import make_engine
from models.database.tables import JournalEntry
from models.publishing import handouts
from models.refusal import Reason
from tests.conftest import GUILD, NOW
from tests.models import makers


def written(session: Session, count: int = 5) -> list[JournalEntry]:
    for number in range(count):
        journal.append(
            session, GUILD, NOW, Act.EDITED, actor_id=7, signatory_id=number, before={"é": 1.5}, at=[number]
        )
    return entries(session)


def entries(session: Session) -> list[JournalEntry]:
    session.expire_all()
    return list(session.exec(select(JournalEntry).order_by(col(JournalEntry.id))))


def test_an_untouched_journal_is_unbroken(session: Session) -> None:
    rows = written(session)
    proof = journal.verify_chain(session, GUILD)
    assert (proof.entries, proof.erased, proof.broken_at, proof.digest) == (5, 0, 0, rows[-1].digest)


@pytest.mark.parametrize(
    ("change", "entry"),
    [
        ("UPDATE journalentry SET payload = '{}' WHERE id = 3", 3),
        ("UPDATE journalentry SET payload = 'null' WHERE id = 3", 3),
        ("UPDATE journalentry SET sections = '{\"actor\": {}}' WHERE id = 3", 3),
        (
            "UPDATE journalentry SET sections = "
            '\'{"actor": {"facts": {"actor": 8}, "salt": "ab", "digest": "ab"}}\' WHERE id = 3',
            3,
        ),
        ("UPDATE journalentry SET sections = NULL WHERE id = 3", 3),
        ("UPDATE journalentry SET sections = '{}' WHERE id = 3", 3),
        ("UPDATE journalentry SET salt = NULL WHERE id = 3", 3),
        ("UPDATE journalentry SET act = 'other' WHERE id = 3", 3),
        ("UPDATE journalentry SET signatory_id = 9 WHERE id = 3", 3),
        ("UPDATE journalentry SET letter_id = 9 WHERE id = 3", 3),
        ("UPDATE journalentry SET at = '2025-02-13 08:00:00.000000' WHERE id = 3", 3),
        ("UPDATE journalentry SET digest = payload_digest WHERE id = 3", 3),
        ("DELETE FROM journalentry WHERE id = 3", 3),
        ("DELETE FROM journalentry WHERE id = 1", 1),
        ("UPDATE journalentry SET id = 10 WHERE id = 4", 4),
    ],
)
def test_what_was_altered_removed_or_moved_shows(session: Session, change: str, entry: int) -> None:
    written(session)
    session.execute(text(change))
    session.expire_all()
    proof = journal.verify_chain(session, GUILD)
    assert (proof.broken_at, proof.entries) == (entry, entry - 1)


def test_an_erased_entry_keeps_the_chain_and_is_counted(session: Session) -> None:
    row = written(session)[2]
    row.payload = row.salt = None
    session.flush()
    session.expire_all()
    proof = journal.verify_chain(session, GUILD)
    assert (proof.broken_at, proof.entries, proof.erased) == (0, 5, 1)


def test_a_digest_that_was_kept_is_found_until_its_entry_is_removed(session: Session) -> None:
    rows = written(session)
    kept = rows[3].digest
    assert journal.verify_chain(session, GUILD, kept).held_at == 4
    session.delete(rows[4])
    session.flush()
    assert journal.verify_chain(session, GUILD, kept).held_at == 4
    session.delete(rows[3])
    session.flush()
    proof = journal.verify_chain(session, GUILD, kept)
    assert (proof.held_at, proof.broken_at) == (0, 0)  # the end cut off: only the kept digest shows it


def test_each_server_has_a_chain_of_its_own(session: Session) -> None:
    other = makers.another_server(session)
    written(session)
    journal.append(session, other, NOW, Act.EDITED, actor_id=1)
    assert journal.servers(session) == (GUILD, other)
    assert journal.verify_chain(session, other).entries == 1


def test_only_moderators_get_the_digest(session: Session) -> None:
    makers.server(session)
    assert makers.refused(handouts.chain, session, makers.member(1)).reason is Reason.MODERATORS_ONLY
    assert handouts.chain(session, makers.moderator(1)).entries == 0


@pytest.fixture
def stored(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Five entries in a database that the command line opens; its URL."""
    monkeypatch.setenv("UNDERSIGNED_DATABASE", url)
    monkeypatch.chdir(tmp_path)
    schema.migrate(url)
    engine = make_engine(url)
    with Session(engine) as session, session.begin():
        records.joined(session, GUILD)
        for _ in range(5):
            journal.append(session, GUILD, NOW, Act.LETTER_EDITED, actor_id=7)
    engine.dispose()
    return url


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["verify", "--journal", *words])
    return code, "".join(capsys.readouterr())


def test_the_command_line_proves_a_journal_and_a_kept_digest(
    stored: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, first = said(capsys)
    assert code == 0
    assert (
        f"Server {GUILD}: the journal is intact. Its last entry is number 5, from 13 February 2025, 09:00 UTC."
        in first
    )
    kept = first.split("(SHA-256): ")[1].split()[0]
    code, again = said(capsys, "--since", kept.upper())
    assert code == 0
    assert "Your digest belongs to entry 5." in again


def test_the_command_line_says_where_it_breaks(stored: str, capsys: pytest.CaptureFixture[str]) -> None:
    engine = make_engine(stored)
    with Session(engine) as session, session.begin():
        session.execute(text("UPDATE journalentry SET act = 'other' WHERE id = 2"))
    engine.dispose()
    code, broken = said(capsys)
    assert code == 1
    assert f"Server {GUILD}: BROKEN at entry 2" in broken


def test_the_command_line_names_what_is_not_as_the_journal_says(
    stored: str, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = make_engine(stored)
    with Session(engine) as session, session.begin():
        makers.signatory(session, makers.letter(session), "Forged")
    engine.dispose()
    code, altered = said(capsys)
    assert code == 1
    assert "intact" in altered
    assert "ALTERED: these no longer match the journal: name #1." in altered


def test_the_command_line_says_when_nothing_has_the_digest(
    stored: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, missing = said(capsys, "--since", "0" * 64)
    assert code == 1
    assert "No journal has your digest" in missing
    assert said(capsys, "--since", "abc") == (
        2,
        "bot.py: --since: a digest has 64 characters, 0 to 9 and a to f. Copy it again.\n",
    )


@pytest.mark.parametrize(
    "words", [["verify"], ["verify", "--since", "0" * 64], ["verify", "a.txt", "--journal"]]
)
def test_the_command_line_asks_for_a_file_or_the_journal(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "Name a file, or use --journal" in capsys.readouterr().err
