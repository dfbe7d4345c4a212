"""What was typed is not lost."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.database.tables import Draft
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.sheets import Actor
from tests.conftest import GUILD, NOW
from tests.models.makers import refused

MINE = Actor(GUILD, 7)


def saved(session: Session) -> int:
    return drafts.save(session, MINE, NOW, "propose", [1, "company"], {"name": "Example Ltd"})


def outdated(session: Session, actor: Actor, draft_id: int, after: timedelta = timedelta()) -> bool:
    return refused(drafts.take, session, actor, NOW + after, draft_id).reason is Reason.DRAFT_GONE


def test_what_was_typed_comes_back_as_it_was_and_again(session: Session) -> None:
    draft_id = saved(session)
    for _ in range(2):
        found = drafts.take(session, MINE, NOW, draft_id)
        assert (found.form, found.arguments) == ("propose", (1, "company"))
        assert found.answers == {"name": "Example Ltd"}


def test_a_draft_that_was_used_never_gives_its_number_to_another_form(session: Session) -> None:
    first = saved(session)
    drafts.pop(session, MINE, NOW, first)
    later = NOW + timedelta(seconds=1)
    assert drafts.save(session, MINE, later, "sign-organisation", [2], {"name": "Another"}) != first
    assert outdated(session, MINE, first)


def test_a_corrected_draft_gives_way_to_the_one_that_comes_in_its_place(session: Session) -> None:
    first = saved(session)
    second = drafts.save(session, MINE, NOW, "propose", [1, "company"], {"name": "Example"}, first)
    assert outdated(session, MINE, first)
    assert drafts.take(session, MINE, NOW, second).answers == {"name": "Example"}


def test_only_its_owner_in_its_server_takes_a_draft_back(session: Session) -> None:
    draft_id = saved(session)
    assert outdated(session, Actor(GUILD, 8, manages_server=True), draft_id)
    assert outdated(session, Actor(GUILD + 1, 7), draft_id)


def test_a_draft_lives_a_day(session: Session) -> None:
    draft_id = saved(session)
    assert drafts.take(session, MINE, NOW + timedelta(hours=24) - timedelta(seconds=1), draft_id)
    assert outdated(session, MINE, draft_id, timedelta(hours=24))


def test_a_discarded_draft_is_gone_and_only_its_owner_discards(session: Session) -> None:
    draft_id = saved(session)
    drafts.discard(session, Actor(GUILD, 8), draft_id)
    assert drafts.take(session, MINE, NOW, draft_id)
    drafts.discard(session, MINE, draft_id)
    assert outdated(session, MINE, draft_id)
    drafts.discard(session, MINE, draft_id)


def test_of_one_person_the_newest_twenty_are_kept_and_of_others_theirs(session: Session) -> None:
    other = drafts.save(session, Actor(GUILD, 8), NOW, "propose", [], {})
    ids = [saved(session) for _ in range(drafts.MOST + 20)]
    assert outdated(session, MINE, ids[19])
    assert drafts.take(session, MINE, NOW, ids[20])
    assert len(session.exec(select(Draft)).all()) == drafts.MOST + 1
    assert drafts.take(session, Actor(GUILD, 8), NOW, other)


def test_only_what_expired_is_purged(session: Session) -> None:
    saved(session)
    later = drafts.save(session, MINE, NOW + timedelta(hours=1), "sign", [], {})
    assert drafts.purge(session, NOW + timedelta(hours=24)) == 1
    assert [row.id for row in session.exec(select(Draft))] == [later]


def test_a_draft_is_spent_with_what_was_made_of_it(session: Session) -> None:
    draft_id = saved(session)
    assert drafts.spend(session, MINE, NOW, draft_id, lambda *given: given[1:], "made") == (MINE, NOW, "made")
    assert outdated(session, MINE, draft_id)


def test_a_draft_stays_where_nothing_could_be_made_of_it(session: Session) -> None:
    draft_id = saved(session)

    def refuse(*_given: object) -> None:
        raise Refusal(Reason.CLOSED)

    with pytest.raises(Refusal):
        drafts.spend(session, MINE, NOW, draft_id, refuse)
    assert drafts.take(session, MINE, NOW, draft_id).id == draft_id
