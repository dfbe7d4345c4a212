"""Whatever several processes on one database do, and in whichever order: nobody commits in a term that is over.

The contenders are those of the bot: its lease and its store. What others do happens before a write, inside its
transaction, and between its last question and its commit, which is where a paused leader may stand still.
"""

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from sqlalchemy import event, text
from sqlmodel import Session

from models.database import lease
from models.database.lease import Lease, NotLeading, Term
from models.database.store import Store
from tests import postgresql

CONTENDERS = 3
SHORT, LONG = 150, 10_000


@dataclass(frozen=True)
class Ask:
    """Somebody asks for the lease, as each does every few seconds."""

    who: int


@dataclass(frozen=True)
class GiveBack:
    """Somebody is stopped in the normal way."""

    who: int


@dataclass(frozen=True)
class TakeOver:
    """So much time passes without a renewal that somebody gets the lease; of a SQLite file the lock is deleted."""

    who: int


@dataclass(frozen=True)
class Write:
    """Somebody who has led writes, whatever became of its lease: what happens inside the transaction, and what just
    before the commit."""

    who: int
    inside: tuple[Ask | GiveBack | TakeOver, ...]
    late: tuple[Ask, ...]


_who = st.integers(0, CONTENDERS - 1)
_asks = st.builds(Ask, _who)
_others = st.one_of(_asks, _asks, st.builds(TakeOver, _who), st.builds(GiveBack, _who))
_writes = st.builds(
    Write, _who, st.lists(_others, max_size=5).map(tuple), st.lists(_asks, max_size=2).map(tuple)
)
plays = st.lists(st.one_of(_asks, _others, _writes, _writes), min_size=1, max_size=10)


class Contest:
    """Several contenders for one database. ``leads`` is who was granted the lease last."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.stores = [Store(url) for _ in range(CONTENDERS)]
        self.committed = self.refused = 0
        self.late: tuple[Ask, ...] = ()
        for store in self.stores:
            event.listen(store.engine, "commit", self._before_commit)
        with self.stores[0].engine.begin() as connection:
            connection.execute(text("CREATE TABLE IF NOT EXISTS terms (epoch integer)"))

    def begin(self) -> None:
        self.leases = [Lease(self.url) for _ in range(CONTENDERS)]
        self.terms: list[Term | None] = [None] * CONTENDERS
        self.leads: Term | None = None
        self.play(Ask(0))

    def end(self) -> None:
        for one in self.leases:
            one.stop()

    def close(self) -> None:
        for store in self.stores:
            store.close()

    def play(self, act: Ask | GiveBack | TakeOver | Write) -> None:
        match act:
            case Ask(who):
                with contextlib.suppress(OSError):  # a commit is under way: it waited, and goes on standing by
                    if self.leases[who].take():
                        term = self.terms[who]
                        self.terms[who] = self.leads = (
                            term if term and not term.over else self.leases[who].term()
                        )
            case GiveBack(who):
                self.leases[who].stop()
                if self.leads is not None and self.leads.lease is self.leases[who]:
                    self.leads = None
            case TakeOver(who):
                self.free()
                self.play(Ask(who))
                self.play(Ask(who))  # the first time it saw a renewal that it did not know
            case Write(who):
                self.write(act)

    def free(self) -> None:
        if self.url.startswith("sqlite"):
            Path(f"{self.url.removeprefix('sqlite:///')}-lease").unlink(missing_ok=True)
            self.leads = None
        else:
            with self.stores[0].engine.begin() as connection:
                connection.execute(
                    text("UPDATE undersigned_lease SET until = clock_timestamp() - interval '1 hour'")
                )

    def write(self, act: Write) -> None:
        term, store = self.terms[act.who], self.stores[act.who]
        if term is None:
            return

        def verb(session: Session) -> None:
            session.connection().execute(text("INSERT INTO terms VALUES (:epoch)"), {"epoch": term.epoch})
            for one in act.inside:
                self.play(one)
            self.late = act.late

        store._writer.require = term.require
        [(_, error)] = store._writer.commit([verb], {})
        self.late = ()
        if error is None:
            self.committed += 1
            assert self.leads == term, f"a write of a term that was over is committed: {act}"
        else:
            assert isinstance(error, NotLeading), error
            self.refused += 1
            assert self.leads != term, f"who leads may write: {act}"

    def _before_commit(self, _connection: object) -> None:
        late, self.late = self.late, ()
        for one in late:
            self.play(one)


@pytest.fixture(params=["a SQLite file", "PostgreSQL"])
def contest(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Contest]:
    monkeypatch.setattr(lease, "STILL", 0.0)
    monkeypatch.setattr(lease, "WAITS", 0.02)
    with contextlib.ExitStack() as stack:
        if request.param == "PostgreSQL":
            server: postgresql.Server = request.getfixturevalue("server")
            server.execute("DROP TABLE IF EXISTS undersigned_lease")
            url = server.url()
        else:
            url = f"sqlite:///{stack.enter_context(tempfile.TemporaryDirectory())}/bot.db"
        made = Contest(url)
        stack.callback(made.close)
        first = Lease(url)
        first.take()  # so that the table of the lease is there
        first.stop()
        yield made


def _never_stale(contest: Contest, examples: int) -> None:
    @settings(max_examples=examples)
    @given(plays)
    def whatever_they_do(acts: list[Ask | GiveBack | TakeOver | Write]) -> None:
        contest.begin()
        try:
            for act in acts:
                contest.play(act)
        finally:
            contest.end()

    whatever_they_do()
    assert contest.committed
    assert contest.refused
    print(f"{contest.committed} writes committed, {contest.refused} refused")


def test_no_write_of_a_term_that_is_over_is_committed(contest: Contest) -> None:
    _never_stale(contest, SHORT)


@pytest.mark.long
def test_no_write_of_a_term_that_is_over_is_committed_in_ten_thousand_plays(contest: Contest) -> None:
    _never_stale(contest, LONG)
