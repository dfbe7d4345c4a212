"""What nobody changed is not looked for: an answer stands until a table that it came from is written."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, col, delete, func, select, text

from models.coalitions import records
from models.database import installation
from models.database.bulk import Bulk
from models.database.store import Store
from models.database.tables import Coalition, Meta
from models.refusal import Reason, Refusal
from rehearsal.keys import KEY
from tests.conftest import GUILD, NOW

asked = list[datetime]()


def servers(session: Session, now: datetime, _more: int = 0) -> int:
    asked.append(now)
    return session.exec(select(func.count(col(Coalition.guild_id)))).one()


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    asked.clear()
    store = Store(url, KEY)
    await store.write(records.joined, GUILD)
    yield store
    store.close()


async def test_an_answer_stands_while_other_tables_are_written(store: Store) -> None:
    assert await store.read_if_changed(servers, NOW) == 1
    await store.write(installation.put, "a fact", "x")
    assert await store.read_if_changed(servers, NOW + timedelta(hours=1)) == 1
    assert asked == [NOW]


async def test_it_is_asked_again_once_its_table_is_written_however_that_is_done(store: Store) -> None:
    def by_the_driver(session: Session) -> None:
        bulk = Bulk(session, Coalition, "guild_id", "time_zone")
        bulk.write(session, [(GUILD + 2, "UTC")])

    def in_words(session: Session) -> None:
        session.execute(text("DELETE FROM coalition WHERE guild_id > 900"))

    counts = [await store.read_if_changed(servers, NOW)]
    for verb in (
        lambda session: records.joined(session, GUILD + 1),
        by_the_driver,
        in_words,
        lambda session: session.exec(delete(Coalition)),
    ):
        await store.write(verb)
        counts.append(await store.read_if_changed(servers, NOW))
    assert counts == [1, 2, 3, 1, 0]


async def test_it_is_asked_again_about_something_else_and_when_anything_may_have_changed(store: Store) -> None:
    await store.read_if_changed(servers, NOW)
    await store.read_if_changed(servers, NOW, 1)
    await store.read_if_changed(servers, NOW, 1)
    assert len(asked) == 2
    store.changes.everything()
    await store.read_if_changed(servers, NOW, 1)
    assert len(asked) == 3


async def test_a_verb_that_was_refused_before_it_wrote_changes_nothing(store: Store) -> None:
    def refused(session: Session) -> None:
        session.get(Coalition, GUILD)
        raise Refusal(Reason.NOT_FOUND)

    await store.read_if_changed(servers, NOW)
    with pytest.raises(Refusal):
        await store.write(refused)
    await store.read_if_changed(servers, NOW)
    assert len(asked) == 1


def unclosed(session: Session) -> list[int]:
    found = list(session.exec(select(Coalition.guild_id).where(col(Coalition.time_zone) == "UTC")))
    asked.append(NOW)
    if found:
        session.exec(select(Meta.name)).all()
    return found


def close(session: Session, *guild_ids: int) -> None:
    session.exec(delete(Coalition).where(col(Coalition.guild_id).in_(guild_ids)))


async def test_whoever_did_what_it_asked_for_says_so_and_it_is_not_asked_again(store: Store) -> None:
    await store.write(close, GUILD)
    assert await store.read_if_changed(unclosed) == []
    await store.write(records.joined, GUILD)
    assert await store.read_if_changed(unclosed) == [GUILD]
    await store.write_quietly(close, GUILD)
    store.answered(unclosed, [])
    await store.write(installation.put, "what is read only where there is something", "x")
    assert await store.read_if_changed(unclosed) == []
    assert len(asked) == 2


async def test_what_somebody_else_wrote_meanwhile_is_asked_for_all_the_same(store: Store) -> None:
    assert await store.read_if_changed(unclosed) == [GUILD]
    await asyncio.gather(store.write_quietly(close, GUILD), store.write(records.joined, GUILD + 1))
    store.answered(unclosed, [])
    assert await store.read_if_changed(unclosed) == [GUILD + 1]


async def test_what_is_written_while_it_is_read_is_not_missed(store: Store) -> None:
    def meanwhile(session: Session, _now: datetime) -> int:
        asked.append(NOW)
        found = len(session.exec(select(Meta.name)).all())
        if len(asked) == 1:
            store._writer.commit([lambda other: installation.put(other, "meanwhile", "x")], {})
        return found

    first = await store.read_if_changed(meanwhile, NOW)
    assert await store.read_if_changed(meanwhile, NOW) == first + 1
