"""A transaction that the database takes back by itself, and errors that it says nothing more about."""

import asyncio
import sqlite3
from collections.abc import Iterator

import pytest
from sqlmodel import Session, func, select

from models.coalitions import records
from models.database import failures
from models.database.store import Store
from models.database.tables import Coalition
from rehearsal.keys import KEY
from tests.databases import on_postgresql


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url, KEY)
    yield store
    store.close()


def lose(session: Session, *, heard: bool) -> None:
    """As SQLite does after an error of the disk, and PostgreSQL after any."""
    records.joined(session, 7)
    session.flush()
    driver = session.connection().connection.dbapi_connection
    assert driver is not None
    try:
        driver.cursor().execute("SELECT nonsense" if on_postgresql() else "ROLLBACK")
        raise OSError("disk I/O error")
    except Exception:
        if heard:
            raise


def known(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Coalition)).one()


@pytest.mark.parametrize("heard", [True, False])
async def test_a_group_whose_transaction_is_lost_stores_nothing_and_each_hears_it(
    store: Store, *, heard: bool
) -> None:
    """What comes after it would be stored by itself, unasked whether this process may write."""
    group = (
        store.write(lose, heard=heard) if one == 1 else store.write(records.joined, one) for one in range(3)
    )
    outcomes = await asyncio.gather(*group, return_exceptions=True)
    failed = [isinstance(one, Exception) for one in outcomes]
    if on_postgresql() and heard:  # there, going back to the savepoint mends it
        assert (failed, await store.read(known)) == ([False, True, False], 2)
    else:
        assert (failed, await store.read(known)) == ([True] * 3, 0)
    await store.write(records.joined, 8)


async def test_one_alone_whose_transaction_is_lost_hears_it(store: Store) -> None:
    with pytest.raises(RuntimeError, match="took no notice"):
        await store.write(lose, heard=False)
    await store.write(records.joined, 8)
    assert await store.read(known) == 1


def test_an_error_that_the_driver_itself_found_is_told_as_it_is() -> None:
    bare = sqlite3.OperationalError()
    assert failures.refused(bare) is bare
    assert failures.why(bare) == "OperationalError()"
