"""An open secret vote names nobody on the disk: anyone who reads the database without its key learns no voter's
choice."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import pairwise, permutations
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, select

from models.database import keyed, scrubbing
from models.database.keyed import Key
from models.database.store import Store
from models.database.tables import Ballot, Letter, Signatory, Vote
from models.operations import personal_data
from models.rules.voting_policy import Policy
from models.signatories import todo
from models.terms import Choice
from models.views import my_tasks
from models.voting import ballots, sealing, votes
from rehearsal.keys import KEY
from tests import databases
from tests.conftest import NOW
from tests.models import makers, polling
from tests.models.polling import AGAINST, ENDS, FOR, press, take_back, tally

CHOICES = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)
VOTERS = (1346044428288000041, 1346044428288000045, 1346044428288000049)
FIRST_PRESS = 1347886566604800022


def played(folder: Path, name: str, order: tuple[int, ...], chosen: dict[int, Choice]) -> str:
    """A database in which these people vote in this order, an hour after they took part; its URL."""
    url = databases.url(folder, name)
    store = Store(url, KEY)
    engine = store.engine.execution_options(sqlite_begin="IMMEDIATE")
    with Session(engine, info=databases.INFO) as session, session.begin():
        makers.server(session)
        letter = makers.letter(session)
        for user_id in VOTERS:
            makers.participant(session, user_id)
        row = makers.proposal(session, letter, "Example")
        number = row.id
    for place, user_id in enumerate(order):
        with Session(engine, info=databases.INFO) as session, session.begin():
            at = NOW + timedelta(hours=1, minutes=place)
            ballots.cast(
                session, makers.member(user_id), at, number, chosen[user_id], FIRST_PRESS + (place << 40)
            )
    store.close()
    return url


def dumped(url: str) -> list[tuple[object, ...]]:
    """All ballots, every column of each, as they lie in the database."""
    store = Store(url)
    with store.engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(text("SELECT * FROM ballot"))]
    store.close()
    return rows


def test_a_dump_of_an_open_vote_is_the_same_no_matter_who_chose_what_in_which_order(tmp_path: Path) -> None:
    """Three people cast the three choices in every way. What lies on the disk says which keyed digest stands with which
    choice; which of the people a digest is, and who came when, no column, instant or order of rows tells."""
    digests: set[frozenset[str]] = set()
    for number, order in enumerate(permutations(VOTERS)):
        chosen = dict(zip(order, CHOICES, strict=True))
        url = played(tmp_path, f"vote{number}", order, chosen)
        store = Store(url)
        with Session(store.engine) as session:
            found = list(session.exec(select(Ballot)))
        store.close()
        digests.add(frozenset(one.voter for one in found))
        assert [one.voter for one in found] == sorted(one.voter for one in found), (
            "they lie in no order of theirs"
        )
        assert {(one.user_id, one.cast_at) for one in found} == {(None, None)}
        assert sorted(one.choice or "" for one in found) == sorted(CHOICES)
        lying = "\n".join(map(str, dumped(url)))
        for user_id in VOTERS:
            assert str(user_id) not in lying
            assert Key(KEY.secret).secret.hex() not in lying
    assert len(digests) == 1, "the digests are the same whoever chose what"


@databases.only_sqlite
def test_no_page_of_the_file_holds_a_ballot_with_its_voter(tmp_path: Path) -> None:
    url = played(tmp_path, "file", VOTERS, dict.fromkeys(VOTERS, AGAINST))
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        lines = [line for line in connection.iterdump() if '"ballot"' in line and "INSERT" in line]
    assert len(lines) == 3
    assert [line for line in lines for user_id in VOTERS if str(user_id) in line] == []


def test_the_number_of_a_press_tells_no_instant(tmp_path: Path) -> None:
    """Discord's ids hold the millisecond in which they were given (API reference, Snowflakes)."""
    url = played(tmp_path, "instants", VOTERS, dict.fromkeys(VOTERS, FOR))
    store = Store(url)
    with Session(store.engine) as session:
        numbers = [one.interaction_id for one in session.exec(select(Ballot))]
    store.close()
    week = 7 * 24 * 3600 * 1000 << 22
    assert all(abs(number - FIRST_PRESS) > week for number in numbers)
    assert all(abs(one - other) > week for one, other in pairwise(numbers))


def test_two_votes_of_one_person_have_nothing_in_common(session: Session) -> None:
    letter = polling.a_letter(session)
    rows = [makers.proposal(session, letter, name) for name in ("One", "Two")]
    for number, row in enumerate(rows):
        press(session, row, 2, FOR, number + 1)
    one, other = session.exec(select(Ballot))
    assert not {one.voter, one.pressed_by} & {other.voter, other.pressed_by}
    assert one.interaction_id - other.interaction_id not in (1, -1)


def test_with_another_key_the_voters_are_others(session: Session) -> None:
    row = makers.proposal(session, polling.a_letter(session), "Example")
    press(session, row, 2, FOR, 1)
    session.info[keyed.KEY] = Key(bytes(32))
    press(session, row, 2, FOR, 2)
    assert len({one.voter for one in session.exec(select(Ballot))}) == 2


def test_what_waits_knows_who_has_voted(session: Session) -> None:
    letter = polling.a_letter(session)
    first, second = (makers.proposal(session, letter, name) for name in ("One", "Two"))
    press(session, first, 2, FOR, 1)
    press(session, first, 3, FOR, 2)
    take_back(session, first, 3, 3)
    left = todo.left_to_do(session, letter, (2, 3, 4), NOW)
    assert [left[user_id].votes for user_id in (2, 3, 4)] == [1, 2, 2]
    sheet = my_tasks.mine(session, makers.member(2), NOW, None, None)
    assert (sheet.votes, sheet.proposal and sheet.proposal.id) == (1, second.id)


def test_what_a_person_cast_is_theirs_to_read_and_to_erase(session: Session) -> None:
    row = makers.proposal(session, polling.a_letter(session), "Example")
    press(session, row, 2, AGAINST, 1, reason="Not theirs")
    press(session, row, 3, FOR, 2)
    mine = personal_data.export(session, makers.member(2)).kept["votes"]
    assert [(one["signatory_id"], one["choice"], one["reason"]) for one in mine] == [
        (row.id, "against", "Not theirs")
    ]
    assert personal_data.check_erase(session, makers.member(2)).open_votes == 1
    personal_data.erase(session, makers.member(2), NOW)
    assert personal_data.export(session, makers.member(2)).kept["votes"] == ()
    votes.end(session, row, ENDS)
    assert tally(session, row)[:3] == (1, 0, 0)


def test_a_named_vote_says_who_chose_what_as_it_announced(session: Session) -> None:
    row = makers.proposal(session, polling.a_letter(session), "Example", policy=Policy(secret=False))
    press(session, row, 2, FOR, 5)
    kept = session.exec(select(Ballot)).one()
    assert (kept.voter, kept.pressed_by, kept.user_id, kept.interaction_id) == ("u:2", "u:2", 2, 5)
    assert kept.cast_at == NOW


def of_an_earlier_version(session: Session, letter: Letter, policy: Policy) -> Vote:
    """A vote in which two voted while ballots had names."""
    row = makers.proposal(session, letter, f"Example {policy.secret}", policy=policy)
    for user_id, choice in ((2, FOR), (3, AGAINST)):
        named: dict[str, Any] = {"voter": f"u:{user_id}", "pressed_by": f"u:{user_id}", "user_id": user_id}
        session.add(Ballot(signatory_id=row.id, choice=choice, interaction_id=user_id, cast_at=NOW, **named))
    session.flush()
    return makers.vote_on(session, row)


def test_ballots_of_an_earlier_version_lose_their_names_and_go_on(session: Session) -> None:
    letter = polling.a_letter(session)
    vote, named = (
        of_an_earlier_version(session, letter, Policy()),
        of_an_earlier_version(session, letter, Policy(secret=False)),
    )
    assert sealing.seal(session) == 2
    assert scrubbing.is_requested(session)
    assert sealing.seal(session) == 0
    ballot = select(Ballot.user_id).where(Ballot.signatory_id == named.signatory_id)
    assert sorted(one or 0 for one in session.exec(ballot)) == [2, 3]
    row = session.get_one(Signatory, vote.signatory_id)
    assert press(session, row, 2, AGAINST, 1).choice is FOR, "a press before the one that counts"
    changed = press(session, row, 2, AGAINST, 4)
    assert (changed.before, changed.choice, changed.voted) == (FOR, AGAINST, 2)
    votes.end(session, row, ENDS)
    assert tally(session, row)[:3] == (0, 2, 0)
