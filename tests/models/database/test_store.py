"""The store: what waits together is committed together, and nothing that was deleted stays readable."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlmodel import Session, SQLModel, col, func, select

from models.coalitions import records
from models.database import scrubbing
from models.database.store import Store
from models.database.tables import Ballot, Coalition, Signatory
from models.refusal import Reason, Refusal
from models.rules.voting_policy import Policy
from models.strings import remembered
from models.terms import Choice, SignatoryState
from models.voting import ballots, votes
from rehearsal.keys import KEY
from rehearsal.rest import HANGS_SECONDS
from tests.conftest import NOW
from tests.databases import only_sqlite
from tests.models import makers

VOTER = 987654321987


def a_store(url: str) -> Store:
    store = Store(url, KEY)
    SQLModel.metadata.create_all(store.engine)
    return store


def known(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Coalition)).one()


async def test_one_that_fails_takes_no_other_of_its_group_with_it(url: str) -> None:
    def refused(session: Session, guild_id: int) -> None:
        records.joined(session, guild_id)
        raise Refusal(Reason.NOT_FOUND)

    def broken(session: Session, guild_id: int) -> None:
        records.joined(session, guild_id)
        raise ValueError

    store = a_store(url)
    verbs: list[Callable[[Session, int], object]] = [records.joined, refused, broken, records.joined]
    outcomes = await asyncio.gather(
        *(store.write(verb, guild_id) for guild_id, verb in enumerate(verbs)), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [str, Refusal, ValueError, str]
    assert await store.read(known) == 2
    store.close()


async def test_a_verb_finds_nothing_of_those_before_it_but_what_they_stored(url: str) -> None:
    def unstored(session: Session) -> None:
        session.add(Coalition(guild_id=8))
        session.info["kept"] = True
        raise Refusal(Reason.NOT_FOUND)

    def left(session: Session) -> tuple[list[object], bool]:
        return [*session], "kept" in session.info

    store, other = a_store(url), Store(url, KEY)
    await store.write(records.joined, 7)
    held = await store.write(lambda session: session.get_one(Coalition, 7))
    await other.write(lambda session: setattr(session.get_one(Coalition, 7), "language", "cs"))
    with pytest.raises(Refusal):
        await store.write(unstored)
    assert await store.write(left) == ([], False)
    together = (store.write(verb) for verb in (unstored, left, known))
    assert (await asyncio.gather(*together, return_exceptions=True))[1:] == [([], False), 1]
    assert await store.write(lambda session: session.get_one(Coalition, 7).language) == "cs"
    assert held.language == "en"
    for one in (store, other):
        one.close()


async def test_what_comes_while_a_group_is_answered_is_not_behind_all_of_its_answers(url: str) -> None:
    store, happened = a_store(url), list[str]()
    loop = asyncio.get_running_loop()

    async def press(guild_id: int) -> None:
        await store.write(records.joined, guild_id)
        happened.append("answered")
        if happened == ["answered"]:
            loop.call_soon(happened.append, "another press")

    await asyncio.gather(*map(press, range(8)))
    assert happened.index("another press") <= 2
    store.close()


async def test_a_query_about_an_unknown_server_writes_nothing(url: str) -> None:
    store = a_store(url)
    assert (await store.read(records.coalition_of, 7)).time_zone == "UTC"
    assert await store.read(known) == 0
    store.close()


async def test_after_the_store_is_closed_anyone_who_writes_hears_it(url: str) -> None:
    store = a_store(url)
    store.close()
    with pytest.raises(RuntimeError):
        await asyncio.wait_for(store.write(records.joined, 7), HANGS_SECONDS)


@only_sqlite
async def test_after_a_secret_vote_no_file_of_the_database_holds_who_chose_what(
    url: str, tmp_path: Path
) -> None:
    def begin(session: Session) -> int:
        makers.participant(session, VOTER)
        row = makers.proposal(session, makers.letter(session), "Index", policy=Policy())
        return row.id

    def cast(session: Session, signatory_id: int) -> None:
        ballots.cast(session, makers.member(VOTER), NOW, signatory_id, Choice.AGAINST, 1)

    def end(session: Session, signatory_id: int) -> SignatoryState:
        row = session.get_one(Signatory, signatory_id)
        votes.end(session, row, NOW)
        return row.state

    def on_disk(voter: str) -> bool:
        return any(voter.encode() in path.read_bytes() for path in tmp_path.glob("test.db*"))

    store = a_store(url)
    signatory_id = await store.write(begin)
    await store.write(cast, signatory_id)
    digest = await store.read(lambda session: session.exec(select(Ballot.voter)).one())
    assert (on_disk(digest), on_disk(f"u:{VOTER}")) == (True, False)
    await store.write(end, signatory_id)
    assert await store.read(lambda session: session.exec(select(func.count(col(Ballot.voter)))).one()) == 0
    assert not on_disk(digest)
    store.close()


@only_sqlite
async def test_what_a_reader_keeps_in_the_log_is_scrubbed_with_the_next_commit(
    url: str, tmp_path: Path
) -> None:
    def forget(session: Session) -> None:
        records.joined(session, 7)
        scrubbing.request(session)

    store = a_store(url)
    await store.write(records.joined, 5)
    with Session(store.engine) as reader:
        known(reader)
        await store.write(forget)
        assert (tmp_path / "test.db-wal").stat().st_size > 0
    await store.write(records.joined, 8)
    assert (tmp_path / "test.db-wal").stat().st_size == 0
    store.close()


def forget_something(session: Session, guild_id: int) -> int:
    records.joined(session, guild_id)
    scrubbing.request(session)
    return guild_id


async def still_works(store: Store, written: int) -> None:
    """The person who wrote was answered, their rows are stored, and the next writes are answered too."""
    assert await asyncio.gather(*(store.write(forget_something, guild_id) for guild_id in range(40, 44))) == [
        *range(40, 44)
    ]
    assert await store.read(known) == written + 4
    store.close()


@pytest.mark.log_errors
async def test_a_failure_while_the_log_is_emptied_takes_no_answer_away(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise OSError("another program holds the log")

    store = a_store(url)
    monkeypatch.setattr(store._writer, "_empty_log", fails)
    answers = await asyncio.gather(*(store.write(forget_something, guild_id) for guild_id in range(5)))
    assert answers == [*range(5)]
    await still_works(store, 5)


@pytest.mark.log_errors
async def test_a_failure_while_words_are_erased_takes_no_answer_away(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def erase(session: Session, guild_id: int) -> int:
        scrubbing.forget_words(session)
        return forget_something(session, guild_id)

    def fails() -> None:
        raise MemoryError

    store = a_store(url)
    with monkeypatch.context() as broken:
        broken.setattr(remembered, "forget", fails)
        assert await asyncio.gather(*(store.write(erase, guild_id) for guild_id in range(5))) == [*range(5)]
    await still_works(store, 5)


@pytest.mark.log_errors
async def test_a_failure_while_a_connection_is_given_back_takes_no_answer_away(url: str) -> None:
    def fails(*_: object) -> None:
        raise OSError("the connection is gone")

    store = a_store(url)
    event.listen(store.engine.pool, "reset", fails)
    answers = await asyncio.gather(*(store.write(forget_something, guild_id) for guild_id in range(5)))
    event.remove(store.engine.pool, "reset", fails)
    assert answers == [*range(5)]
    await still_works(store, 5)


async def test_the_person_who_gave_up_waiting_takes_no_answer_from_others(url: str) -> None:
    store = a_store(url)
    asked = [asyncio.ensure_future(store.write(forget_something, guild_id)) for guild_id in range(5)]
    await asyncio.sleep(0)
    asked[1].cancel()
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(answer) for answer in answers] == [int, asyncio.CancelledError, int, int, int]
    await still_works(store, 5)


async def test_a_refusal_of_one_alone_is_heard_as_it_was_said_where_the_database_is_asked_who_leads(
    url: str,
) -> None:
    store = a_store(url)
    store._writer.require = lambda connection: connection.execute(select(1))

    def refused(session: Session) -> None:
        records.joined(session, 1)
        raise Refusal(Reason.NOT_FOUND)

    with pytest.raises(Refusal):
        await store.write(refused)
    store.close()


async def test_a_verb_that_runs_out_of_what_it_goes_through_fails_alone(url: str) -> None:
    def empty(_: Session) -> int:
        return next(iter(list[int]()))

    store = a_store(url)
    one, other = await asyncio.gather(
        store.write(empty), store.write(forget_something, 3), return_exceptions=True
    )
    assert (type(one), other) == (RuntimeError, 3)
    await still_works(store, 1)


ON_A_FULL_DISK = r"""
import asyncio, os, sys
from models.database.store import Store
from tests.models.database.test_store import a_store, forget_something, known

async def main():
    store = a_store("sqlite:///" + sys.argv[1] + "/test.db")
    with open(sys.argv[1] + "/filler", "wb") as filler:
        free = os.statvfs(sys.argv[1])
        filler.write(bytes((free.f_bavail - 12) * free.f_frsize))
    written = 0
    for start in range(0, 100_000, 8):
        group = (store.write(forget_something, guild_id) for guild_id in range(start, start + 8))
        answers = await asyncio.wait_for(asyncio.gather(*group, return_exceptions=True), 60)
        written += sum(isinstance(answer, int) for answer in answers)
        if not all(isinstance(answer, int) for answer in answers):
            break
    assert [answer.reason.name for answer in answers if not isinstance(answer, int)] == ["DISK_FULL"] * 8, answers
    os.remove(sys.argv[1] + "/filler")
    assert await store.write(forget_something, 200_000) == 200_000
    assert await store.read(known) == written + 1
    store.close()
    print("written", written)

asyncio.run(main())
"""


@only_sqlite
def test_a_disk_that_runs_full_answers_everyone_and_loses_nothing(tmp_path: Path) -> None:
    """On a file system of one megabyte, which is made for this test alone."""
    own = ("unshare", "--user", "--map-root-user", "--mount")
    mount = f"mount -t tmpfs -o size=1m none '{tmp_path}'"
    if (
        shutil.which("unshare") is None
        or subprocess.run([*own, "sh", "-c", mount], capture_output=True, check=False).returncode
    ):
        pytest.skip("this system lets nobody mount a file system of their own")
    whole = f"{mount} && exec '{sys.executable}' -c '{ON_A_FULL_DISK}' '{tmp_path}'"
    ran = subprocess.run([*own, "sh", "-c", whole], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout.split()[-1]) > 0
