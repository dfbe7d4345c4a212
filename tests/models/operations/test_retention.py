"""What is not needed any more goes after its days, and not before."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, SQLModel, select

from models import journal
from models.acts import Act
from models.coalitions import records
from models.config import Settings
from models.database.schema import migrate
from models.database.store import Store
from models.database.tables import Delivery, JournalEntry, Letter, Notice, PublicCard
from models.delivery import card_drawing
from models.letters import letters, outages, window
from models.operations import due_work, retention
from models.operations.retention import Retention
from models.outbox import posted
from models.terms import DeliveryState, LetterState, NoticeKind, Place
from rehearsal.keys import KEY
from tests import databases
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.operations.life import a_life

DAY = timedelta(days=1)
ENDS = NOW + 30 * DAY


def rows(session: Session, guild_id: int = GUILD) -> int:
    """How many rows of all tables belong to this server."""
    found = 0
    for table in SQLModel.metadata.sorted_tables:
        theirs = retention._belongs(table, guild_id)
        if theirs is not None:
            found += len(session.execute(table.select().where(theirs)).all())
    return found


def a_server_that_was_left(session: Session) -> None:
    a_life(session)
    records.left(session, GUILD, NOW)


def tick(session: Session, now: datetime) -> None:
    """The bot is connected, and does what is due."""
    outages.alive(session, now)
    makers.tick(session, now)


def test_a_server_is_erased_thirty_days_after_the_bot_was_removed_and_nothing_before(session: Session) -> None:
    a_server_that_was_left(session)
    before = rows(session)
    assert before > 20
    retention.erase_servers(session, ENDS - timedelta(seconds=1))
    assert rows(session) == before
    tick(session, ENDS)
    assert rows(session) == 0


def test_another_server_keeps_everything(session: Session) -> None:
    elsewhere = makers.another_server(session)
    makers.signatory(session, makers.letter(session, guild_id=elsewhere), "Elsewhere")
    journal.append(session, elsewhere, NOW, Act.EDITED, actor_id=1)
    a_server_that_was_left(session)
    before = rows(session, elsewhere)
    outages.alive(session, ENDS)
    assert retention.erase_servers(session, ENDS) == 1
    assert rows(session, elsewhere) == before


def test_coming_back_before_loses_nothing(session: Session) -> None:
    a_server_that_was_left(session)
    records.joined(session, GUILD)
    before = rows(session)
    tick(session, ENDS + 300 * DAY)
    assert session.get(Letter, 1) is not None
    assert rows(session) >= before - 5  # drafts expire, and the vote's ballots end


def test_a_bot_that_was_down_erases_nothing_before_it_has_seen_where_it_is(session: Session) -> None:
    a_server_that_was_left(session)
    outages.alive(session, NOW + 2 * DAY)
    assert retention.erase_servers(session, ENDS + DAY) == 0
    assert retention.erase_servers not in due_work.moments(session, ENDS + DAY)
    records.present(session, ENDS + DAY, set())
    outages.returned(session, ENDS + DAY)
    assert due_work.moments(session, ENDS + DAY)[retention.erase_servers] == ENDS
    assert retention.erase_servers(session, ENDS + DAY) == 1


def test_servers_from_which_it_was_removed_meanwhile_are_known_at_its_return(session: Session) -> None:
    makers.server(session)
    elsewhere = makers.another_server(session)
    assert records.present(session, NOW, {elsewhere}) == 1
    assert records.coalition_of(session, GUILD).left_at == NOW
    assert records.coalition_of(session, elsewhere).left_at is None
    assert records.present(session, NOW + DAY, {elsewhere}) == 0


@contextmanager
def few_parameters(session: Session) -> Iterator[None]:
    """A statement may have 32,766 parameters in SQLite as its makers build it, 250,000 as Debian does; PostgreSQL takes
    65,535."""
    driver: Any = session.connection().connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    before = driver.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 32_766)
    try:
        yield
    finally:
        driver.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, before)


def test_more_servers_than_a_statement_has_parameters_are_known_too(session: Session) -> None:
    makers.server(session)
    everywhere = set(range(1, 70_000))
    with few_parameters(session):
        assert records.present(session, NOW, everywhere - {GUILD}) == 1
        assert records.present(session, NOW, everywhere) == 0
        outages.missed_by(session, NOW + DAY, NOW, everywhere)
    assert records.coalition_of(session, GUILD).left_at is None


def test_who_invited_it_again_while_it_was_down_loses_nothing(session: Session) -> None:
    a_server_that_was_left(session)
    before = rows(session)
    assert records.present(session, ENDS + DAY, {GUILD}) == 0
    outages.returned(session, ENDS + DAY)
    assert retention.erase_servers(session, ENDS + DAY) == 0
    assert rows(session) == before


def test_the_settings_of_this_start_hold(session: Session) -> None:
    a_server_that_was_left(session)
    retention.configure(session, Retention(servers=2))
    assert due_work.next_moment(session, ENDS) is not None
    assert NOW + 2 * DAY in due_work.moments(session, NOW).values()
    tick(session, NOW + 2 * DAY)
    assert rows(session) == 0


def archived(session: Session) -> Letter:
    makers.server(session)
    moderator = makers.moderator(9)
    made = letters.create(session, moderator, NOW, "A letter", "Somebody", makers.CLOSE)
    window.cancel(session, moderator, NOW, made.id, "No use")
    window.archive(session, moderator, NOW, made.id)
    return session.get_one(Letter, made.id)


def test_what_the_journal_says_of_an_archived_letter_goes_after_two_years_and_its_chain_stays(
    session: Session,
) -> None:
    row = archived(session)
    assert row.state is LetterState.ARCHIVED
    other = makers.letter(session)
    journal.append(session, GUILD, NOW, Act.EDITED, actor_id=1, letter_id=other.id)
    kept = journal.verify_chain(session, GUILD)
    after = NOW + 730 * DAY
    assert retention.empty_journals(session, after - timedelta(seconds=1)) == 0
    assert after in due_work.moments(session, NOW).values()
    assert retention.empty_journals(session, after) == 3
    proved = journal.verify_chain(session, GUILD, kept.digest)
    assert (proved.broken_at, proved.held_at, proved.erased) == (0, kept.entries, 3)
    said = session.exec(select(JournalEntry).where(JournalEntry.act == Act.EDITED)).all()
    assert [entry.facts for entry in said] == [{"actor": 1}]
    assert retention.empty_journals(session, after + 730 * DAY) == 0
    assert retention.empty_journals not in due_work.moments(session, after)


def test_zero_days_keep_the_journal(session: Session) -> None:
    archived(session)
    retention.configure(session, Retention(journal=0))
    assert retention.empty_journals(session, NOW + 9999 * DAY) == 0


async def test_an_erased_server_is_in_no_file_of_the_database(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path}/bot.db")
    migrate(settings.database)
    store = Store(settings.database, KEY)

    def life(session: Session) -> None:
        a_server_that_was_left(session)
        outages.alive(session, ENDS)

    await store.write(life)
    files = [tmp_path / name for name in ("bot.db", "bot.db-wal")]
    assert any(b"Riverlight Trust" in file.read_bytes() for file in files)
    await store.write(retention.erase_servers, ENDS)
    assert not any(b"Riverlight Trust" in file.read_bytes() for file in files if file.exists())
    assert not any(b"office@example.org" in file.read_bytes() for file in files if file.exists())
    store.close()
    assert sqlite3.connect(tmp_path / "bot.db").execute("SELECT count(*) FROM signatory").fetchone() == (0,)


@pytest.mark.skipif(databases.on_postgresql(), reason="asks SQLite how it looks up")
def test_a_look_at_the_clock_reads_no_journal_through(session: Session) -> None:
    asked: list[tuple[str, Any]] = []
    connection = session.connection()
    event.listen(connection, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    due_work.moments(session, NOW)
    [[statement, values]] = [one for one in asked if "journalentry" in one[0]]
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    assert [row[3] for row in plan if "journalentry" in row[3]] == [
        "SEARCH journalentry USING INDEX ix_journalentry_readable (letter_id=?)"
    ]


def told(
    session: Session, letter: Letter | None, number: int, state: DeliveryState = DeliveryState.SENT
) -> Notice:
    """A notice in the channel and to one person, due now."""
    letter_id = letter.id if letter else None
    notice = makers.notice(session, NoticeKind.DEADLINE, letter_id=letter_id, dedupe=f"told:{number}")
    settled_at = NOW if state is DeliveryState.SENT else None
    for place in (Place.CHANNEL, Place.USER):
        makers.delivery(session, notice, place=place, state=state, settled_at=settled_at)
    return notice


def test_what_was_told_goes_ninety_days_later_with_its_letter_and_direct_messages_in_any_case(
    session: Session,
) -> None:
    open_letter, put_away = makers.letter(session), makers.letter(session, state=LetterState.ARCHIVED)
    goes_on, over, alone = (
        told(session, letter, number) for number, letter in enumerate((open_letter, put_away, None))
    )
    waits = told(session, put_away, 3, DeliveryState.PENDING)
    assert retention.erase_notices(session, NOW + 90 * DAY - timedelta(seconds=1)) == 0
    assert retention.erase_notices(session, NOW + 90 * DAY) > 0
    assert set(session.exec(select(Notice.id))) == {goes_on.id, waits.id}
    left = session.exec(select(Delivery.notice_id, Delivery.place)).all()
    assert sorted(left) == [(goes_on.id, Place.CHANNEL), (waits.id, Place.CHANNEL), (waits.id, Place.USER)]
    assert {over.id, alone.id}.isdisjoint(notice_id for notice_id, _ in left)
    assert retention.erase_notices(session, NOW + 90 * DAY) == 0


def test_what_is_in_a_channel_is_no_longer_redrawn_once_its_notice_went(session: Session) -> None:
    over = told(session, makers.letter(session, state=LetterState.ARCHIVED), 1)
    arrived = session.exec(
        select(Delivery).where(Delivery.notice_id == over.id, Delivery.place == Place.CHANNEL)
    ).one()
    arrived.message_id = 9
    posted.keep(session, arrived, over, {})
    session.flush()
    assert retention.erase_notices(session, NOW + 90 * DAY) > 0
    assert card_drawing.to_draw(session, NOW + 90 * DAY) == ()
    assert session.exec(select(PublicCard)).all() == [], "SQLite gives its number to another delivery"


def test_many_old_notices_go_some_at_a_time(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    for number in range(5):
        told(session, None, number)
    rounds = 0
    while retention.erase_notices(session, NOW + 90 * DAY):
        rounds += 1
    assert rounds == 3
    assert session.exec(select(Delivery.id)).all() == session.exec(select(Notice.id)).all() == []
