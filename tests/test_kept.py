"""A database of an earlier day comes to this version without loss, and the buttons that were on Discord still answer.

What is kept was made by a program of the version of its day and never changes. A change of tables that drops
or moves rows says so here, in ``MOVED``.
"""

import logging
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, MetaData, Table, inspect, select, text
from sqlmodel import Session, col

from cogs.ui.addresses import Address, Sort
from models import journal
from models.config import Settings
from models.database import schema
from models.database.store import make_engine
from models.database.tables import Ballot, Vote
from models.letters import letters as letter_verbs
from models.publishing import editions
from models.review import queue
from models.sheets import Actor
from models.terms import EditionName, LetterState, SignatoryState
from models.views import moderation_log, my_tasks, scheduled_notices, signatory_detail
from models.voting import sealing
from rehearsal.stage import raised
from rehearsal.timeline import walked
from tests import databases, postgresql
from tests.cogs.fuzzing import UNANSWERED, Errors
from tests.kept import database, world
from tests.sheets import vote_of

MOVED = frozenset({"namemark", "card"})
"""Tables whose number of rows a migration changes on purpose: marks of names are made again by the rules of today, and
messages that state a deadline became cards, which are redrawn."""
OUTDATED = frozenset(
    {"import.approve", "person.confirm", "review.approve", "review.approve-ready", "text.confirm"}
)
"""Routes that approve or confirm: a kept card does not say what it showed, so nothing is done."""
SAYS_SO = ("has changed since", "changed after you saw it", "was declined, cancelled or removed")
GONE: frozenset[str] = frozenset()
"""Routes of kept cards that no room serves any more; who presses them is told so in words."""

S = SignatoryState
TALLY = ("votes_for", "votes_against", "votes_abstained", "entitled")
STATES = {S.APPROVED: 16, S.VOTING: 5, S.PROPOSED: 4, S.DECLINED: 2, S.PASSED: 1, S.UNDECIDED: 1, S.HOLD: 1,
          S.LATE: 1, S.REMOVED: 1, S.CANCELLED: 1, S.DUPLICATE: 1}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/kept.db"
    if databases.on_postgresql():
        return databases.url(tmp_path, "kept", empty=True)
    server: postgresql.Server = request.getfixturevalue("server")
    server.execute("DROP DATABASE IF EXISTS kept", "CREATE DATABASE kept TEMPLATE template0")
    return server.url("kept")


@pytest.mark.parametrize("name", database.NAMES)
def test_every_row_comes_along_and_every_sheet_is_read(url: str, name: str) -> None:
    database.load(name, url)
    before = database.counts(url)
    schema.migrate(url)
    after = database.counts(url)
    assert {table: after.get(table) for table in before if table not in MOVED} == {
        table: rows for table, rows in before.items() if table not in MOVED
    }
    stood = database.stood(name)
    now = datetime.fromisoformat(stood["now"])
    engine = make_engine(url)
    with Session(engine, info=databases.INFO) as session:
        read(session, stood, now)
    engine.dispose()


def read(session: Session, stood: Mapping[str, Any], now: datetime) -> None:
    """What members and moderators see of the first kept database."""
    guild_id = stood["server"]["id"]
    roles = {one["name"]: one["id"] for one in stood["roles"]}
    people = {one["name"]: one["id"] for one in stood["people"]}
    mo = Actor(guild_id, people["mo"], frozenset(roles.values()))
    letters = [letter_verbs.status(session, mo, now, number) for number in (1, 2, 3, 4)]
    assert [one.state for one in letters] == [
        LetterState.ARCHIVED, LetterState.CLOSED, LetterState.OPEN, LetterState.DRAFT,
    ]  # fmt: skip
    assert [one.counts.total for one in letters] == [3, 10, 3, 0]
    assert (letters[1].two_person, letters[2].two_person) == (True, False)
    everyone = signatory_detail.search(session, mo, None, "", 1000)
    sheets = [signatory_detail.show(session, mo, one.id) for one in everyone]
    found = [one.proposal.state for one in sheets]
    assert {state: found.count(state) for state in set(found)} == STATES
    by_name = {one.proposal.name: one for one in sheets}
    votes = vote_of(by_name["Łódź Press Club"].proposal).result
    assert votes is not None
    assert (votes.tally.for_, votes.tally.against, votes.tally.abstained) == (2, 1, 1)
    assert vote_of(by_name["Open Vote Two"].proposal).voted == 5
    assert by_name["Cem Işık"].consent is not None
    assert [one.act for one in by_name["Harbour Watch"].history][-1] == "merged"
    assert [editions.show(session, mo, 1, number).name for number in (1, 2, 3)] == [
        EditionName.OPENING, EditionName.UPDATE, EditionName.FINAL,
    ]  # fmt: skip
    assert queue.queue(session, mo, 2).items
    assert scheduled_notices.scheduled(session, mo, now).past
    assert moderation_log.show(session, mo, 3).lines
    voter = Actor(guild_id, people["imke_v"], frozenset({roles["Member"]}))
    assert my_tasks.mine(session, voter, now, None, None).votes
    proved = journal.verify_chain(session, guild_id)
    assert (proved.broken_at, proved.entries > 100) == (0, True)


def test_every_vote_becomes_a_row_of_its_own(url: str) -> None:
    database.load("0001", url)
    engine = make_engine(url)
    with engine.connect() as connection:
        was = rows(connection, "signatory")
        ballots = rows(connection, "ballot")
    schema.migrate(url)
    with engine.connect() as connection:
        votes = {one["signatory_id"]: one for one in rows(connection, "vote")}
        assert [
            {key: value for key, value in one.items() if key != "pressed_by"}
            for one in rows(connection, "ballot")
        ] == ballots
        columns = {column["name"] for column in inspect(connection).get_columns("signatory")}
    engine.dispose()
    assert not columns & {
        *TALLY,
        "policy",
        "cut_short",
        "ballot_opens_at",
        "ballot_closes_at",
        "ballot_ended_at",
    }
    voted_on = [one for one in was if one["ballot_opens_at"] is not None]
    assert {one["id"] for one in voted_on} == votes.keys()
    assert {one["signatory_id"] for one in ballots} <= votes.keys()
    for one in voted_on:
        vote = votes[one["id"]]
        opened, closes, ended = (one[f"ballot_{what}_at"] for what in ("opens", "closes", "ended"))
        assert (vote["policy"], vote["opened_at"], vote["ends_at"]) == (one["policy"], opened, closes)
        assert vote["full_time_at"] == opened + timedelta(hours=one["policy"]["hours"])
        # One whose name was cancelled or merged was dropped without a count, when nobody wrote down.
        assert vote["ended_at"] == (ended or (None if one["state"] == S.VOTING else closes))
        assert [vote[key] for key in (*TALLY, "cut_short")] == [one[key] for key in (*TALLY, "cut_short")]
        assert vote["objections"] == (one["objections"] or [])
    assert {vote["ended_at"] is None for vote in votes.values()} == {True, False}


def test_a_secret_vote_that_was_about_to_end_early_runs_its_time(url: str) -> None:
    database.load("0001", url)
    engine = make_engine(url)
    early = """UPDATE signatory SET policy = REPLACE(CAST(policy AS TEXT), '"early_after_minutes": null',
        '"early_after_minutes": 30'){}, ballot_closes_at = ballot_opens_at WHERE state = 'voting'"""
    with engine.begin() as connection:
        connection.execute(text(early.format("::json" if connection.dialect.name == "postgresql" else "")))
    schema.migrate(url)
    with engine.connect() as connection:
        closes = {one["id"]: one["closes_at"] for one in rows(connection, "letter")}
        letter_of = {one["id"]: one["letter_id"] for one in rows(connection, "signatory")}
        votes = [one for one in rows(connection, "vote") if one["ended_at"] is None]
        cards = {
            one["subject_id"]: one["stale"] for one in rows(connection, "card") if one["kind"] == "proposal"
        }
    engine.dispose()
    assert len(votes) == STATES[S.VOTING]
    for vote in votes:
        assert vote["ends_at"] == min(vote["full_time_at"], closes[letter_of[vote["signatory_id"]]])
        assert cards[vote["signatory_id"]]


def test_ballots_of_secret_votes_under_way_lose_their_names_at_the_next_start(url: str) -> None:
    database.load("0001", url)
    schema.migrate(url)
    engine = make_engine(url)
    with Session(engine, info=databases.INFO) as session:
        assert sealing.seal(session)
        open_ = select(col(Vote.signatory_id)).where(col(Vote.ended_at).is_(None))
        sealed = session.scalars(select(Ballot).where(col(Ballot.signatory_id).in_(open_))).all()
        assert sealed
        assert {one.voter[:2] for one in sealed} == {one.pressed_by[:2] for one in sealed} == {"s:"}
        assert {(one.user_id, one.cast_at) for one in sealed} == {(None, None)}
        session.rollback()
    engine.dispose()


def rows(connection: Connection, table: str) -> list[dict[str, Any]]:
    """All rows as they are, whatever this version makes of the table."""
    stored = Table(table, MetaData(), autoload_with=connection)
    return [dict(row) for row in connection.execute(select(stored).order_by(*stored.primary_key)).mappings()]


@pytest.mark.parametrize("name", database.NAMES)
async def test_every_kind_of_button_that_was_on_discord_is_answered(tmp_path: Path, name: str) -> None:
    kept = database.stood(name)
    url = databases.url(tmp_path, "kept", empty=True)
    database.load(name, url)
    schema.migrate(url)
    errors = Errors()
    logging.getLogger().addHandler(errors)
    try:
        # The server is put up before a bot of a database of its own; then one of the kept database comes.
        empty, now = Settings(database=databases.url(tmp_path)), datetime.fromisoformat(kept["now"])
        async with raised(empty, start=now) as stage:
            stands = await world.put_up(stage, kept)
            stage.settings = Settings(database=url, card_seconds=0)
            await stage.restart()
            for command in ("manage", "review", "roster"):
                stage.show_command(stands.guild, command, stands.roles["Moderator"])
            await stage.env.settle()
            assert not errors.found, errors.found
            routes = {route for route, _, _ in kinds(kept)}
            assert routes - {*stage.bot.router.presses} == GONE
            said = [(route, await pressed(stands, message, part)) for route, message, part in kinds(kept)]
            assert not [route for route, answer in said if not answer.strip() or UNANSWERED in answer]
            told = [(route, answer) for route, answer in said if route in OUTDATED]
            assert {route for route, _ in told} >= {"review.approve", "person.confirm"}
            assert not [one for one in told if not any(words in one[1] for words in SAYS_SO)], told
            assert not errors.found, errors.found[0][-3000:]
    finally:
        logging.getLogger().removeHandler(errors)


def kinds(kept: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """For each route, in a direct message or not, the newest that stood: its route, its message, and itself."""
    private = {one["channel"] for one in kept["people"]}
    newest: dict[tuple[str, Sort, bool], tuple[Mapping[str, Any], Mapping[str, Any]]] = {}
    for message in kept["messages"]:
        for part in walked(message["components"]):
            address = Address.parse(str(part.get("custom_id", "")))
            if address is not None and not part.get("disabled"):
                newest[address.route, address.sort, message["channel"] in private] = (message, part)
    for key in sorted(newest):
        yield key[0], *newest[key]


async def pressed(stands: world.World, kept: Mapping[str, Any], part: Mapping[str, Any]) -> str:
    """What is answered, or the title of the form that opens."""
    message, who = stands.message(kept)
    custom_id = part["custom_id"]
    if part["type"] == 2:
        result = await who.click(message, custom_id=custom_id)
    else:
        choices = {
            3: lambda: part["options"][0]["value"],
            5: lambda: next(iter(stands.people.values())),
            6: lambda: stands.roles["Member"],
            8: lambda: stands.guild.channels["hall"],
        }
        result = await who.select(message, [choices[part["type"]]()], custom_id=custom_id)
    if result.modal is not None:
        return str(result.modal["title"])
    drawn = walked(stands.stage.answer(result).components)
    return "\n".join(str(one.get("content") or one.get("label") or "") for one in drawn)
