"""Two processes on one PostgreSQL database: ``python -m tests.leasing [--rounds 5] [--pace 1]`` cuts one off, kills
one, pauses one in the middle of a write, restarts the server, so many times, and says how long each takeover took. It
fails where two ever sent at once, or one wrote after the other had begun.

``--pace 0.25`` runs the lease four times as fast. A sender is a process of its own with the bot's lease, the bot's
store and the bot's gate before Discord, which writes, and sends to a door of this module, all the time.
"""

import argparse
import asyncio
import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import aiohttp
import psycopg
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from cogs.background.leader_only import only_while
from models.database import lease
from models.database.store import Store
from rehearsal.rest import HANGS_SECONDS
from tests import postgresql

ROOT = Path(__file__).parents[1]
PACED = ("RENEW", "ANSWER", "STOP", "FREE", "WATCH", "STILL")


class Wire:
    """A way to a server that can be cut so that nobody is told: everything sent into it is swallowed."""

    def __init__(self, port: int) -> None:
        self._to = port
        self.cut = threading.Event()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._let_in, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _let_in(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._door.accept()
                threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._to)) as far:
            while True:
                for ready in select.select([near, far], [], [], 1)[0]:
                    data = ready.recv(65536)
                    while self.cut.is_set():
                        time.sleep(0.01)  # as a network does, it keeps what it was given
                    if not data:
                        return
                    (far if ready is near else near).sendall(data)


@dataclass
class FakeDiscord:
    """Where the senders send to: who arrived when, on the clock of this machine."""

    arrived: list[tuple[float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = self._door.accept()
                with caller, contextlib.suppress(OSError, IndexError):  # who is killed says nothing
                    caller.settimeout(2)
                    name = caller.recv(4096).split(b" ")[1].decode().strip("/")
                    self.arrived.append((time.monotonic(), name))
                    caller.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")

    def turns(self) -> list[str]:
        """Who sent, in order, each time once: two that send at once show as A, B, A, B."""
        return [name for name, _ in groupby(name for _, name in self.arrived)]

    def first(self, name: str, after: float) -> float:
        """When somebody's next message came."""
        until = time.monotonic() + HANGS_SECONDS
        while time.monotonic() < until:
            for at, who in self.arrived[:]:
                if at > after and who == name:
                    return at
            time.sleep(0.01)
        raise AssertionError(
            f"{name} sent nothing within {HANGS_SECONDS:.0f} seconds; the turns were {self.turns()}"
        )

    def last(self, name: str) -> float:
        """When somebody's last message came."""
        return max(at for at, who in self.arrived if who == name)


def sender(name: str, url: str, port: int, pace: float) -> "subprocess.Popen[bytes]":
    """Start one."""
    words = [sys.executable, "-m", "tests.leasing", "--send-as", name, "--url", url, "--to", str(port)]
    started = subprocess.Popen([*words, "--pace", str(pace)], cwd=ROOT, stdout=subprocess.PIPE)
    assert started.stdout is not None
    assert started.stdout.readline(), f"{name} did not start"  # it has asked for the lease once
    return started


@contextlib.contextmanager
def two(
    server: postgresql.Server, pace: float
) -> Iterator[tuple[FakeDiscord, Wire, dict[str, "subprocess.Popen[bytes]"]]]:
    """A leads, over a wire that can be cut; B stands by."""
    discord, wire = FakeDiscord(), Wire(server.port)
    server.execute("DROP TABLE IF EXISTS written")
    server.execute("CREATE TABLE written (id serial, who text)")
    address = make_url(server.url()).set(port=wire.port).render_as_string(hide_password=False)
    running = {"A": sender("A", address, discord.port, pace)}
    try:
        discord.first("A", 0)
        running["B"] = sender("B", server.url(), discord.port, pace)
        time.sleep(lease.RENEW * pace)
        yield discord, wire, running
    finally:
        for process in running.values():
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()
        discord.close()
        wire.close()


def cut_off(server: postgresql.Server, pace: float) -> dict[str, float]:
    """A is cut off from the database, B takes over; the wire heals, and A only stands by."""
    with two(server, pace) as (discord, wire, _):
        wire.cut.set()
        began = time.monotonic()
        taken = discord.first("B", began)
        stopped = discord.last("A")
        wire.cut.clear()
        time.sleep(2 * lease.RENEW * pace + 1)
        assert discord.turns() == ["A", "B"], discord.turns()
        return {"took over after": taken - began, "nobody sent for": taken - stopped}


def killed(server: postgresql.Server, pace: float) -> dict[str, float]:
    """A is killed, B takes over."""
    with two(server, pace) as (discord, _, running):
        running["A"].send_signal(signal.SIGKILL)
        began = time.monotonic()
        taken = discord.first("B", began)
        assert discord.turns() == ["A", "B"], discord.turns()
        return {"took over after": taken - began}


def paused(server: postgresql.Server, pace: float) -> dict[str, float]:
    """A is stopped in the middle of a write, B takes over; A goes on, commits nothing and only stands by."""
    with two(server, pace) as (discord, _, running):
        running["A"].send_signal(signal.SIGUSR1)  # it stops itself with SIGSTOP inside its next transaction
        os.waitid(os.P_PID, running["A"].pid, os.WSTOPPED)
        began = time.monotonic()
        taken = discord.first("B", began)
        running["A"].send_signal(signal.SIGCONT)
        says = running["A"].stdout
        assert says is not None
        while b"STANDING_BY" not in (said := says.readline()):
            assert said, "A ended"
        assert discord.turns() == ["A", "B"], discord.turns()
        with psycopg.connect(server.url()) as connection:
            wrote = [name for (name,) in connection.execute("SELECT who FROM written ORDER BY id")]
        assert [name for name, _ in groupby(wrote)] == ["A", "B"], wrote
        return {"took over after": taken - began}


def restarted(server: postgresql.Server, pace: float) -> dict[str, float]:
    """The server crashes, is away for longer than a lease, and comes back: one of the two goes on, alone."""
    with two(server, pace) as (discord, _, _):
        server.stop()
        began = time.monotonic()
        time.sleep((lease.STOP + 1) * pace)
        silent = time.monotonic()
        time.sleep(lease.FREE * pace)
        assert all(at < silent for at, _ in discord.arrived), "somebody sent while the database was away"
        server.start()
        back = time.monotonic()
        while discord.arrived[-1][0] < back and time.monotonic() < back + HANGS_SECONDS:
            time.sleep(0.01)
        time.sleep(lease.FREE * pace)
        went_on = [at for at, _ in discord.arrived if at > back]
        assert went_on, "nobody went on"
        assert discord.turns() in (["A"], ["A", "B"]), discord.turns()
        stopped = max(at for at, _ in discord.arrived if at < silent)
        return {"stopped after": stopped - began, "went on after": went_on[0] - back}


async def _send(name: str, url: str, port: int) -> None:
    held, pausing = lease.Lease(url), threading.Event()
    signal.signal(signal.SIGUSR1, lambda *_: pausing.set())

    def write(session: Session) -> None:
        session.connection().execute(text("INSERT INTO written (who) VALUES (:who)"), {"who": name})
        if pausing.is_set():
            pausing.clear()
            os.kill(os.getpid(), signal.SIGSTOP)

    held.start(lambda: print(held.state, flush=True))
    async with aiohttp.ClientSession(trace_configs=[only_while(held.held)]) as session:
        while True:
            if not held.held():
                await asyncio.sleep(0.02)
                continue
            term = held.term()
            store = Store(url, require=term.require)
            while term.leads():
                with contextlib.suppress(OSError, aiohttp.ClientError, DBAPIError):
                    await store.write(write)
                    async with session.get(f"http://127.0.0.1:{port}/{name}"):
                        pass
                await asyncio.sleep(0.02)
            store.close()


def main() -> None:
    """Play every case so many times; or be a sender."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pace", type=float, default=1.0)
    parser.add_argument("--send-as", default="", help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    parser.add_argument("--to", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.send_as:
        for name in PACED:
            setattr(lease, name, getattr(lease, name) * arguments.pace)
        lease._Row.holds_for = lease.STOP
        threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
        asyncio.run(_send(arguments.send_as, arguments.url, arguments.to))
        return
    with postgresql.started(durable=True) as server:
        for case in (cut_off, killed, paused, restarted):
            for _ in range(arguments.rounds):
                figures = case(server, arguments.pace)
                print(
                    case.__name__,
                    json.dumps({name: round(value, 2) for name, value in figures.items()}),
                    flush=True,
                )


def _end_with_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


if __name__ == "__main__":
    main()
