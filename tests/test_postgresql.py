"""PostgreSQL in every run of the tests: a selection that meets what differs, and what only several writers meet.
``python -m tests --postgresql`` runs all tests there."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from models import journal
from models.acts import Act
from models.coalitions import records
from models.database import keyed
from models.database.store import Store
from models.database.tables import Ballot, Delivery, Notice, Signatory
from models.delivery import claims as claim
from models.refusal import Reason, Refusal
from models.review import proposer_notices
from models.submissions import proposals
from models.terms import Choice, DeliveryState, NoticeKind, NoticeState, Place
from models.voting import ballots
from rehearsal.keys import KEY
from tests import databases, postgresql
from tests.conftest import GUILD, NOW
from tests.models import deciding, makers

ROOT = Path(__file__).parents[1]
POSTGRESQL = (
    "database/test_store",
    "operations/test_due_work",
    "delivery/test_claims",
    "voting/test_ballots",
    "publishing/test_editions",
)
SELECTION = (
    *(f"tests/models/{name}.py" for name in POSTGRESQL),
    "tests/models/database/test_migrations.py::test_the_migrations_make_exactly_the_tables",
    "tests/models/database/test_migrations.py::test_a_migration_that_fails_half_way_changes_nothing",
    "tests/cogs/signatories/test_voting.py::test_another_button_changes_the_vote_and_says_what_it_was",
    "tests/cogs/signatories/test_voting.py::test_at_its_end_the_card_shows_the_result_and_no_buttons",
)

pytestmark = pytest.mark.skipif(databases.on_postgresql(), reason="all tests run on PostgreSQL just now")


def test_a_selection_of_the_tests_holds_on_postgresql(server: postgresql.Server) -> None:
    server.execute(f"DROP DATABASE IF EXISTS {postgresql.TEMPLATE}")
    postgresql.prepare(server)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--numprocesses=0", *SELECTION],
        cwd=ROOT,
        env=os.environ | {postgresql.ADDRESS: server.url()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout


@pytest.fixture
def writers(server: postgresql.Server) -> Iterator[tuple[Store, Store]]:
    """Two processes' stores on one database."""
    server.execute("DROP DATABASE IF EXISTS several", "CREATE DATABASE several")
    from models.database import schema

    schema.migrate(server.url("several"))
    both = Store(server.url("several"), KEY), Store(server.url("several"), KEY)
    yield both
    for store in both:
        store.close()


def test_two_writers_never_claim_the_same_message(writers: tuple[Store, Store]) -> None:
    def write(session: Session) -> None:
        records.joined(session, GUILD)
        for number in range(40):
            notice = Notice(guild_id=GUILD, kind=NoticeKind.DECIDED, due_at=NOW, make_at=NOW,
                            state=NoticeState.MADE, dedupe=str(number))  # fmt: skip
            session.add(notice)
            session.flush()
            session.add(Delivery(notice_id=notice.id, place=Place.USER, recipient_id=number, due_at=NOW))

    async def play() -> list[int]:
        await writers[0].write(write)
        claims = [store.write(claim._take, NOW, str(id(store)), 5) for _ in range(4) for store in writers]
        taken = await asyncio.gather(*claims)
        return [one for ids in taken for one in ids]

    taken = asyncio.run(play())
    assert len(taken) == 40
    assert len(set(taken)) == 40
    with Session(writers[0].engine) as session:
        claimed = select(func.count()).select_from(Delivery).where(Delivery.state == DeliveryState.CLAIMED)
        assert session.exec(claimed).one() == 40


def test_two_writers_leave_one_unbroken_journal_and_every_vote(writers: tuple[Store, Store]) -> None:
    people = range(1, 41)

    def begin(session: Session) -> int:
        makers.server(session)
        for user_id in people:
            makers.participant(session, user_id)
        return makers.proposal(session, makers.letter(session), "Index").id

    def cast(session: Session, user_id: int, row: int) -> None:
        journal.append(session, GUILD, NOW, Act.EDITED, actor_id=user_id)
        ballots.cast(session, makers.member(user_id), NOW, row, Choice.FOR, user_id)

    async def play() -> int:
        row = await writers[0].write(begin)
        await asyncio.gather(*(writers[user_id % 2].write(cast, user_id, row) for user_id in people))
        return row

    row = asyncio.run(play())
    with Session(writers[0].engine) as session:
        votes = select(func.count()).select_from(Ballot).where(Ballot.signatory_id == row)
        assert session.exec(votes).one() == 40
        proof = journal.verify_chain(session, GUILD)
        assert (proof.broken_at, proof.entries) == (0, 40)


def test_of_two_who_put_the_same_name_forward_at_once_one_is_told(writers: tuple[Store, Store]) -> None:
    def begin(session: Session) -> int:
        makers.server(session)
        makers.participant(session, 1)
        makers.participant(session, 2)
        return makers.letter(session).id

    async def play() -> list[object]:
        letter = await writers[0].write(begin)
        tries = (
            writers[user_id % 2].write(
                proposals.propose, makers.member(user_id), NOW, letter, makers.answers("Harbour Watch")
            )
            for user_id in (1, 2)
        )
        return list(await asyncio.gather(*tries, return_exceptions=True))

    outcomes = asyncio.run(play())
    [refused] = [one for one in outcomes if isinstance(one, Refusal)]
    assert refused.reason in (Reason.CLASHED, Reason.DUPLICATE)
    assert len(outcomes) == 2
    with Session(writers[0].engine) as session:
        assert session.exec(select(func.count(col(Signatory.id)))).one() == 1


def test_a_decision_that_joins_a_message_keeps_it_from_being_sent_until_it_is_written(
    writers: tuple[Store, Store],
) -> None:
    """Without that the message would be taken in between, and never say the second name."""
    wanted, late = NOW + timedelta(minutes=4), NOW + timedelta(minutes=6)
    with Session(writers[0].engine, info={keyed.KEY: KEY}) as deciding_:
        makers.server(deciding_)
        makers.participant(deciding_, deciding.PROPOSER)
        letter = makers.letter(deciding_)
        first, second = (deciding.waiting(deciding_, letter, name) for name in ("Riverlight", "Hill Fund"))
        proposer_notices.tell(deciding_, deciding.FIRST, NOW, [first])
        deciding_.commit()
        proposer_notices.tell(deciding_, deciding.FIRST, wanted, [second])
        with Session(writers[1].engine, info={keyed.KEY: KEY}) as sending:
            assert claim.claim(sending, late, "sender") == ()
            sending.commit()
        deciding_.commit()
    with Session(writers[1].engine, info={keyed.KEY: KEY}) as sending:
        [delivery_id] = claim.claim(sending, late, "sender")
        [said] = claim.render(sending, late, "sender", [delivery_id]).to_send
        assert {one.name for one in said.notice.facts["decided"]} == {"Riverlight", "Hill Fund"}
