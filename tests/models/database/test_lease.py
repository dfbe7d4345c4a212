"""The lease: of several processes on one database one is the bot, and no moment has two that send."""

from typing import Any

import psycopg
import pytest

from models.database import lease
from models.database.lease import Lease
from models.operations import copying
from rehearsal.rest import HANGS_SECONDS
from tests import leasing, postgresql


@pytest.fixture
def server(server: postgresql.Server) -> postgresql.Server:
    """The server of all tests, on which nobody has the lease."""
    server.execute("DROP TABLE IF EXISTS undersigned_lease")
    return server


@pytest.fixture(params=["a SQLite file", "PostgreSQL"])
def shared(request: pytest.FixtureRequest) -> str:
    """A database that two processes share."""
    if request.param == "PostgreSQL":
        server: postgresql.Server = request.getfixturevalue("server")
        return server.url()
    return f"sqlite:///{request.getfixturevalue('tmp_path')}/bot.db"


def test_one_of_two_has_it_until_it_gives_it_back(shared: str) -> None:
    one, other = Lease(shared), Lease(shared)
    assert (one.take(), one.held(), other.take(), other.held()) == (True, True, False, False)
    assert one.take(), "renewed"
    one.stop()
    assert (one.held(), other.take(), one.take()) == (False, True, False)
    one.stop()
    other.stop()


def test_its_holder_stops_by_itself_before_it_is_free(
    server: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, passed = lease.now(), [0.0]
    monkeypatch.setattr(lease, "now", lambda: start + passed[0])
    one = Lease(server.url())
    assert one.take()
    for passed[0], held in ((lease.STOP - 0.001, True), (lease.STOP, False)):
        assert one.held() is held
    assert lease.STOP + lease.RENEW < lease.FREE
    one.stop()


def test_it_is_taken_only_by_who_saw_no_renewal_for_a_while(
    server: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, passed = lease.now(), [0.0]
    monkeypatch.setattr(lease, "now", lambda: start + passed[0])
    one, other = Lease(server.url()), Lease(server.url())
    ahead = "UPDATE undersigned_lease SET until = clock_timestamp() - interval '1 hour'"
    one.take()
    other.take()
    server.execute(ahead)  # as if the server's clock had jumped ahead
    passed[0] = lease.STILL - 0.001
    assert not other.take()
    one.take()
    server.execute(ahead)
    passed[0] = lease.STILL + 1
    assert not other.take(), "it was renewed meanwhile"
    passed[0] = 2 * lease.STILL + 1
    assert other.take()
    assert not one.take()
    one.stop()
    other.stop()


def held_until(server: postgresql.Server) -> Any:
    with psycopg.connect(server.url()) as connection:
        return connection.execute("SELECT until FROM undersigned_lease").fetchone()


def test_who_moves_a_database_has_it_for_as_long_as_that_takes(
    server: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, seconds in (("RENEW", 0.01), ("ANSWER", HANGS_SECONDS), ("FREE", HANGS_SECONDS), ("STILL", 0.0)):
        monkeypatch.setattr(lease, name, seconds)
    other = Lease(server.url())
    with copying.alone(server.url()) as held:
        at_first = held_until(server)
        while held_until(server) == at_first:  # it is renewed meanwhile
            assert not other.take()
        assert not other.take()
        assert held.held()
    assert other.take()
    other.stop()


def test_who_reaches_no_server_hears_it() -> None:
    with pytest.raises(OSError, match="refused"):
        Lease("postgresql://nobody@127.0.0.1:9/x").take()


def test_a_process_that_is_cut_off_stops_before_another_sends_and_stands_by_when_it_is_back(
    server: postgresql.Server,
) -> None:
    pace = 0.5
    figures = leasing.cut_off(server, pace)
    assert figures["nobody sent for"] > (lease.FREE - lease.STOP - lease.RENEW) * pace


def test_another_takes_over_from_one_that_was_killed(server: postgresql.Server) -> None:
    assert leasing.killed(server, 0.2)["took over after"] > 0


def test_one_that_was_paused_in_a_write_and_goes_on_commits_nothing_and_sends_nothing(
    server: postgresql.Server,
) -> None:
    assert leasing.paused(server, 0.2)["took over after"] > 0
