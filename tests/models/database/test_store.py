"""The store: what waits together is committed together, and nothing that was deleted stays readable."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel, col, func, select

from models.coalitions import records
from models.database import scrubbing
from models.database.store import Store
from models.database.tables import Ballot, Coalition, Signatory
from models.refusal import Reason, Refusal
from models.rules.voting_policy import Policy
from models.terms import Choice, SignatoryState
from models.voting import ballots
from tests.conftest import NOW
from tests.databases import only_sqlite
from tests.models import makers

VOTER = 987654321987


def a_store(url: str) -> Store:
    store = Store(url)
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
    verbs: list[Callable[[Session, int], None]] = [records.joined, refused, broken, records.joined]
    outcomes = await asyncio.gather(
        *(store.write(verb, guild_id) for guild_id, verb in enumerate(verbs)), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), Refusal, ValueError, type(None)]
    assert await store.read(known) == 2
    store.close()


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
    assert (await store.read(records.of, 7)).time_zone == "UTC"
    assert await store.read(known) == 0
    store.close()


async def test_after_the_store_is_closed_whoever_writes_hears_it(url: str) -> None:
    store = a_store(url)
    store.close()
    with pytest.raises(RuntimeError):
        await asyncio.wait_for(store.write(records.joined, 7), 5)


@only_sqlite
async def test_after_a_secret_vote_no_file_of_the_database_holds_who_chose_what(
    url: str, tmp_path: Path
) -> None:
    def begin(session: Session) -> int:
        makers.server(session)
        makers.participant(session, VOTER)
        row = makers.proposal(session, makers.letter(session), "Index", policy=Policy().document())
        return row.id

    def cast(session: Session, signatory_id: int) -> None:
        ballots.cast(session, makers.member(VOTER), NOW, signatory_id, Choice.AGAINST, 1)

    def end(session: Session, signatory_id: int) -> SignatoryState:
        row = session.get_one(Signatory, signatory_id)
        ballots.end(session, row, NOW)
        return row.state

    def on_disk() -> bool:
        return any(f"u:{VOTER}".encode() in path.read_bytes() for path in tmp_path.glob("test.db*"))

    store = a_store(url)
    signatory_id = await store.write(begin)
    await store.write(cast, signatory_id)
    assert on_disk()
    await store.write(end, signatory_id)
    assert await store.read(lambda session: session.exec(select(func.count(col(Ballot.voter)))).one()) == 0
    assert not on_disk()
    store.close()


@only_sqlite
async def test_what_a_reader_keeps_in_the_log_is_scrubbed_with_the_next_commit(
    url: str, tmp_path: Path
) -> None:
    def forget(session: Session) -> None:
        records.joined(session, 7)
        scrubbing.ask(session)

    store = a_store(url)
    await store.write(records.joined, 5)
    with Session(store.engine) as reader:
        known(reader)
        await store.write(forget)
        assert (tmp_path / "test.db-wal").stat().st_size > 0
    await store.write(records.joined, 8)
    assert (tmp_path / "test.db-wal").stat().st_size == 0
    store.close()
