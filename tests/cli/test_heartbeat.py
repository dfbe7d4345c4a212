"""The heartbeat: a health check hears whether the process works, without a network, and systemd hears it too."""

import asyncio
import json
import os
import socket
from pathlib import Path

import pytest

from cli import heartbeat
from cli.heartbeat import Heartbeat
from models.database import lease
from tests.cli.saying import Says
from tests.until import until


async def test_while_it_beats_check_says_alive_and_what_it_does(tmp_path: Path) -> None:
    says = Says(tmp_path)
    assert says("check", "--alive").returncode == 1
    beats = Heartbeat(tmp_path / "undersigned.alive")
    beats.say("on standby for another process")
    running = asyncio.create_task(beats.run())
    await until((tmp_path / "undersigned.alive").exists)
    said = await asyncio.to_thread(says, "check", "--alive")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("The bot is running (on standby for another process). It last wrote to ")
    running.cancel()
    await asyncio.wait([running])
    said = says("check", "--alive")
    assert said.returncode == 1
    assert said.stdout == "The bot isn't running here: there's no file undersigned.alive.\n"


@pytest.mark.parametrize(
    ("age", "says"),
    [
        (heartbeat.STALE + 1, "The bot is stuck or was killed. It last wrote to alive 61 seconds ago."),
        (-1000.0, "The bot isn't running here. It last wrote to alive before this machine started."),
    ],
)
def test_an_old_sign_of_life_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: float, says: str
) -> None:
    place, at = tmp_path / "alive", lease.now()
    monkeypatch.setattr(heartbeat, "now", lambda: at)
    place.write_text(json.dumps({"at": at - age, "status": "connected to Discord"}), encoding="utf-8")
    assert heartbeat.read(place) == (False, says.replace("alive", str(place)))


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"at": "x", "status": ""}'])
def test_a_file_that_is_no_sign_of_life_is_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "undersigned.alive").write_text(text, encoding="utf-8")
    said = Says(tmp_path)("check", "--alive")
    assert said.returncode == 2
    assert said.stderr.startswith("bot.py: I can't tell if the bot is running from 'undersigned.alive'")


async def test_where_no_sign_can_be_left_it_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "BEAT", 0.0)
    beats = Heartbeat(tmp_path / "no folder" / "alive")
    written, write = list[None](), beats._write

    def count() -> None:
        write()
        written.append(None)

    monkeypatch.setattr(beats, "_write", count)
    running = asyncio.create_task(beats.run())
    await until(lambda: len(written) > 2)
    running.cancel()
    await asyncio.wait([running])
    assert [one.getMessage() for one in caplog.records if "alive_file" in one.getMessage()] == [
        f"I can't write to {tmp_path}/no folder/alive, which check --alive reads: No such file or directory; set "
        "alive_file to another file"
    ]


async def test_two_processes_with_one_sign_of_life_are_told_so_and_the_end_of_one_leaves_the_others(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = Heartbeat(tmp_path / "alive"), Heartbeat(tmp_path / "alive")
    for beats in (one, other, one, other, one):
        beats._write()
    assert [record.getMessage() for record in caplog.records] == [
        f"another process also writes to {tmp_path}/alive; set alive_file to another file for one of them"
    ] * 2
    ending = asyncio.create_task(other.run())
    await asyncio.sleep(0)
    one._write()
    ending.cancel()
    await asyncio.wait([ending])
    one._write()
    assert heartbeat.read(tmp_path / "alive")[0]


@pytest.mark.parametrize("abstract", [False, True])
async def test_a_service_manager_hears_that_it_is_ready_and_that_it_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, abstract: bool
) -> None:
    address = f"@undersigned-{os.getpid()}" if abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(f"\0{address[1:]}" if abstract else address)
        manager.settimeout(30)
        monkeypatch.setenv("NOTIFY_SOCKET", address)
        monkeypatch.setenv("WATCHDOG_USEC", "20000")
        beats = Heartbeat(tmp_path / "alive")
        beats.say("waiting for the database")
        running = asyncio.create_task(beats.run())
        heard = [await asyncio.to_thread(manager.recv, 200) for _ in range(3)]
        running.cancel()
        await asyncio.wait([running])
    assert heard == [b"READY=1\nSTATUS=waiting for the database", b"WATCHDOG=1", b"WATCHDOG=1"]
