"""What the command line of the room refuses, and how it ends."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot import main
from rehearsal.rest import HANGS_SECONDS
from tests.room.browser import ROOT


@pytest.mark.parametrize(
    ("option", "content", "said"),
    [
        ("--letter", None, "--letter: there's no file"),
        ("--letter", b"\xff\xfe", "isn't UTF-8 text"),
        ("--letter", b"\n", "is empty"),
        ("--signatories", None, "--signatories: there's no file"),
        ("--signatories", b"\xff\xfe", "that isn't UTF-8 text"),
        ("--signatories", b"\n\n", "there are no names in"),
        ("--database", b"x", "already exists"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / "given"
    if content is not None:
        path.write_bytes(content)
    assert main(["rehearse", "--no-open", option, str(path)]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1


def test_a_database_needs_a_folder_that_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", "--no-open", "--database", str(tmp_path / "nowhere" / "x.db")]) == 2
    assert "there's no folder" in capsys.readouterr().err


def test_a_port_that_is_taken_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["rehearse", "--no-open", "--at", "empty", "--port", str(port)]) == 2
    assert f"can't use port {port}" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_it_prints_its_address_and_ends_cleanly_while_it_still_sets_the_stage(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    names = tmp_path_factory.mktemp("names") / "names.txt"
    names.write_text("Riverlight\nHarbour Watch\nHill Fund\n", encoding="utf-8")
    command = [sys.executable, "bot.py", "rehearse", "--no-open", "--signatories", str(names)]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert "http://127.0.0.1:" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, complaints = running.communicate(timeout=HANGS_SECONDS)
    assert (running.returncode, complaints) == (0, "")
    assert list(tmp_path.iterdir()) == []
