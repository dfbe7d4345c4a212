"""The host's verb that erases one person: what it says, asks, does and prints."""

import io
import json
import sys
from pathlib import Path

import pytest
from sqlmodel import Session

from bot import main
from cli import logs
from models.database.schema import migrate
from models.database.store import make_engine
from rehearsal.keys import KEY
from tests import databases
from tests.conftest import GUILD
from tests.models.operations.life import ANA, a_life, written


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The verb with the ids of somebody of whom everything is stored."""
    url = f"sqlite:///{tmp_path}/bot.db"
    monkeypatch.setenv("UNDERSIGNED_DATABASE", url)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(logs, "start", lambda _settings: None)  # it would stay for the tests after this one
    migrate(url)
    monkeypatch.setenv("UNDERSIGNED_KEY", KEY.secret.hex())
    with Session(make_engine(url), info=databases.INFO) as session:
        a_life(session)
        session.commit()
    return ["erase", "--user", str(ANA), "--server", str(GUILD)]


def stored(tmp_path: Path) -> str:
    with Session(make_engine(f"sqlite:///{tmp_path}/bot.db")) as session:
        return written(session)


def test_it_says_what_goes_and_asks(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("no\n"))
    assert main(words) == 1
    said = capsys.readouterr().err
    assert "- votes that are still open, and will be taken back: 1" in said
    assert "Nothing was deleted." in said
    assert str(ANA) in stored(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(words) == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    assert main(words) == 0
    assert capsys.readouterr().out == "I've deleted this person's data.\n"
    assert str(ANA) not in stored(tmp_path)
    assert not any(b"Riverlight Trust" in file.read_bytes() for file in tmp_path.glob("bot.db*"))


def test_without_a_question_and_as_json(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--yes", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["guild_id"], said["user_id"], said["nothing"]) == (str(GUILD), str(ANA), False)
    assert said["journal_entries"] > 5
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["nothing"]


def test_an_unknown_server_is_named(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words[:-1], "5", "--yes"]) == 2
    assert "has no server 5" in capsys.readouterr().err


def test_refused_it_makes_no_secret_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("UNDERSIGNED_DATABASE", f"sqlite:///{tmp_path}/bot.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(logs, "start", lambda _settings: None)
    words = ["erase", "--server", "1", "--user", "1", "--yes"]
    assert main(words) == 2
    assert "doesn't exist or is empty. Run this where the bot runs" in capsys.readouterr().err
    migrate(f"sqlite:///{tmp_path}/bot.db")
    assert main(words) == 2
    assert "has no server 1" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.key"))


def test_what_can_be_no_id_is_said_so(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for number in ("0", "-1", "x", "\u0663", "9" * 19, "9" * 30, ""):
        with pytest.raises(SystemExit, match="2"):
            main([*words[:-1], number, "--yes"])
        assert "isn't a valid number" in capsys.readouterr().err, number
