"""A lost secret key: restore and copy say what it costs, new-key does it, and no vote counts twice."""

import io
import sys
from pathlib import Path

import pytest
from sqlmodel import Session, select

from models.config import Settings
from models.database import schema, secret_key
from models.database.store import make_engine
from models.database.tables import Ballot, Notice, Signatory
from models.terms import NoticeKind
from models.voting import votes
from rehearsal.keys import KEY
from tests import databases
from tests.cli.saying import Says, one_sentence
from tests.conftest import NOW
from tests.models import makers, polling
from tests.models.polling import AGAINST, DAY, FOR, press, tally

pytestmark = pytest.mark.skipif(databases.on_postgresql(), reason="speaks of a SQLite file")


@pytest.fixture
def say(tmp_path: Path) -> Says:
    """The front door of a database with an open secret vote, after a start."""
    url = f"sqlite:///{tmp_path}/undersigned.db"
    schema.migrate(url)
    (tmp_path / "undersigned.key").write_text(KEY.secret.hex())
    engine = make_engine(url)
    with Session(engine, info=databases.INFO) as session, session.begin():
        letter = polling.a_letter(session)
        letter.closes_at = NOW + 3650 * DAY
        row = makers.proposal(session, letter, "Example", ends_at=letter.closes_at)
        press(session, row, 2, FOR, 1)
        press(session, row, 3, FOR, 2)
    engine.dispose()
    says = Says(tmp_path)
    assert says("erase", "--server", "900", "--user", "77", "--yes").returncode == 0, "takes the key"
    return says


COST = (
    "Without the old key, 1 open secret vote starts again. I'll tell the moderators. Everyone has to vote again. The "
    "bot will no longer recognise people who said no and then erased their data, and every member's limits start again."
)


def test_restore_and_copy_say_what_is_lost_where_the_key_is_not_there(say: Says, tmp_path: Path) -> None:
    backup = Path(say("backup").stdout.split(": ", 1)[1].strip())
    assert "Without the old key" not in say("restore", str(backup)).stdout
    (tmp_path / "undersigned.key").rename(tmp_path / "kept.key")
    told = say("restore", str(backup)).stdout
    assert f"the secret key with the fingerprint {KEY.fingerprint}, but" in told
    assert COST in told
    assert COST in say("copy", "sqlite:///undersigned.db", "sqlite:///other.db").stdout
    (tmp_path / "kept.key").rename(tmp_path / "third.key")
    assert "Without the old key" not in say("copy", "sqlite:///undersigned.db", "sqlite:///third.db").stdout


def test_the_votes_start_over_and_nothing_counts_twice(say: Says, tmp_path: Path) -> None:
    (tmp_path / "undersigned.key").unlink()
    refused = one_sentence(say("erase", "--server", "900", "--user", "2", "--yes"))
    assert "If you've lost the key for good, run bot.py new-key." in refused
    done = say("new-key", "--yes")
    assert (done.returncode, "now uses a new secret key. It's in undersigned.key" in done.stdout) == (0, True)
    url = f"sqlite:///{tmp_path}/undersigned.db"
    engine = make_engine(url)
    info = {"key": secret_key.opened(Settings(database=url))}
    with Session(engine, info=info) as session:
        assert session.exec(select(Ballot)).all() == []
        told = session.exec(select(Notice).where(Notice.kind == NoticeKind.KEY_LOST)).one()
        assert told.payload["count"] == 1
        row = session.exec(select(Signatory)).one()
        opened_at = makers.vote_on(session, row).opened_at
        assert press(session, row, 2, AGAINST, 3, opened_at).before is None
        votes.end(session, row, opened_at + 2 * DAY)
        assert tally(session, row)[:3] == (0, 1, 0)
    engine.dispose()


def test_it_asks_first_and_where_nothing_is_lost_it_changes_nothing(
    say: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("no\n"))
    assert "Nothing was changed" in say("new-key", "--yes").stdout
    (tmp_path / "undersigned.key").unlink()
    asked = say("new-key")
    assert (asked.returncode, COST in asked.stderr, "Nothing was changed." in asked.stderr) == (1, True, True)
    assert "the old one will never work again, even if you find it" in asked.stderr
    assert not (tmp_path / "undersigned.key").exists()
