"""What the proposer is told of the decisions on it: each once, those of a few minutes in one message."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from models.database.tables import Delivery, Letter, Participant
from models.delivery import claims
from models.refusal import Reason
from models.review import merging, proposer_notices, review
from models.sheets import Arrived, DecidedName
from models.submissions import entries
from models.terms import DeliveryState, NoticeKind, Place, Way
from tests.conftest import NOW
from tests.models import makers
from tests.models.deciding import FIRST, PROPOSER, SECOND, S, approve, told, waiting
from tests.models.makers import refused

MINUTE = timedelta(minutes=1)
DUE = NOW + proposer_notices.GATHERED_FOR


def heard(session: Session, now: datetime = DUE) -> list[list[tuple[str, S, str]]]:
    """What is sent to the proposer by then, each message by itself: name, where it stands, the moderators' words."""
    ids = claims.claim(session, now, "a", 100)
    made = claims.render(session, now, "a", ids)
    direct = [one for one in made.to_send if one.place is Place.USER and one.notice.kind is NoticeKind.DECIDED]
    assert {one.recipient_id for one in direct} <= {PROPOSER}
    claims.settle_sent(session, "a", [Arrived(one.delivery_id, 1, now) for one in made.to_send])
    claims.settle_unsaid(session, now, "a", made.unsaid)
    named: list[tuple[DecidedName, ...]] = [one.notice.facts["decided"] for one in direct]
    return [[(one.name, one.state, one.told) for one in names] for names in named]


def decision_of(answer: Any) -> int:
    assert answer.decision_id is not None
    return int(answer.decision_id)


def test_good_news_is_told_without_any_words(session: Session, letter: Letter) -> None:
    approve(session, waiting(session, letter))
    assert heard(session, DUE - MINUTE) == []
    assert heard(session) == [[("Example", S.APPROVED, "")]]
    assert heard(session, DUE + timedelta(days=1)) == [], "once"


def test_four_acts_within_a_few_minutes_are_one_message_with_the_final_state(
    session: Session, letter: Letter
) -> None:
    row = waiting(session, letter)
    acts: list[Callable[[datetime], Any]] = [
        lambda now: review.approve(session, FIRST, now, [row.id]).answers[0],
        lambda now: review.undo(session, FIRST, now, made[-1]),
        lambda now: review.decline(session, FIRST, now, [row.id], "Not a fit").answers[0],
        lambda now: review.undo(session, FIRST, now, made[-1]),
        lambda now: review.hold(session, FIRST, now, [row.id], "Please send a source").answers[0],
    ]
    made: list[int] = []
    for number, act in enumerate(acts):
        answer = act(NOW + number * MINUTE)
        assert answer.refusal is None
        made.append(answer.decision_id or 0)
    assert heard(session) == [[("Example", S.HOLD, "Please send a source")]]
    assert heard(session, DUE + timedelta(hours=1)) == []


def test_an_undo_that_comes_last_is_told_as_one(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    made = decision_of(review.decline(session, FIRST, NOW, [row.id], "Not a fit").answers[0])
    review.undo(session, SECOND, NOW + MINUTE, made)
    assert heard(session) == [[("Example", S.PASSED, "")]]


def test_what_comes_after_the_message_is_told_in_the_next(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    made = decision_of(review.hold(session, FIRST, NOW, [row.id], "Wait").answers[0])
    assert heard(session) == [[("Example", S.HOLD, "Wait")]]
    review.undo(session, FIRST, DUE, made)
    review.approve(session, FIRST, DUE, [row.id])
    assert heard(session, DUE + proposer_notices.GATHERED_FOR) == [[("Example", S.APPROVED, "")]]


def test_several_names_come_as_one_message_in_the_order_of_the_decisions(
    session: Session, letter: Letter
) -> None:
    one, two, three = (waiting(session, letter, name) for name in ("One", "Two", "Three"))
    review.approve(session, FIRST, NOW, [two.id, one.id])
    review.decline(session, SECOND, NOW + MINUTE, [three.id], "Not a fit")
    assert heard(session) == [
        [("Two", S.APPROVED, ""), ("One", S.APPROVED, ""), ("Three", S.DECLINED, "Not a fit")]
    ]


def test_each_letter_has_its_own_message(session: Session, letter: Letter) -> None:
    other = makers.letter(session, title="Another letter")
    for each in (letter, other):
        approve(session, waiting(session, each))
    assert len(heard(session)) == 2


def test_what_was_claimed_gathers_nothing_more(session: Session, letter: Letter) -> None:
    one, two = waiting(session, letter, "One"), waiting(session, letter, "Two")
    approve(session, one)
    claims.claim(session, DUE, "a", 100)
    review.approve(session, FIRST, DUE, [two.id])
    assert told(session) == [(PROPOSER, [one.id]), (PROPOSER, [two.id])]


def test_what_a_sender_that_died_may_have_sent_gathers_nothing_more(session: Session, letter: Letter) -> None:
    one, two = waiting(session, letter, "One"), waiting(session, letter, "Two")
    approve(session, one)
    [delivery_id] = claims.claim(session, DUE, "a", 100)
    claims.settle_failed(session, DUE, delivery_id, "a", "Discord answered 500")
    assert session.get_one(Delivery, delivery_id).state is DeliveryState.PENDING
    review.approve(session, FIRST, DUE, [two.id])
    assert told(session) == [(PROPOSER, [one.id]), (PROPOSER, [two.id])]


def test_a_name_that_its_proposer_cancelled_is_no_news(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    made = decision_of(review.hold(session, FIRST, NOW, [row.id], "Wait").answers[0])
    review.undo(session, FIRST, NOW, made)
    row.state = S.CANCELLED
    session.flush()
    assert heard(session) == []


def test_being_taken_off_the_list_merged_or_kept_on_it_is_told_too(session: Session, letter: Letter) -> None:
    gone = waiting(session, letter, "Gone", state=S.APPROVED)
    twin = waiting(session, letter, "Twin")
    kept = waiting(session, letter, "Kept", state=S.APPROVED, leaving_at=NOW)
    into = waiting(session, letter, "Into", added_by=3)
    entries.remove(session, FIRST, NOW, gone.id, "It closed down")
    merging.merge(session, FIRST, NOW, twin.id, into.id)
    entries.keep(session, FIRST, NOW, kept.id)
    assert heard(session) == [[("Gone", S.REMOVED, ""), ("Twin", S.DUPLICATE, ""), ("Kept", S.APPROVED, "")]]


def test_the_first_of_two_approvals_is_no_decision_yet(session: Session, letter: Letter) -> None:
    letter.two_person = True
    row = waiting(session, letter)
    approve(session, row, by=3)
    assert told(session) == []
    approve(session, row, by=4)
    assert told(session) == [(PROPOSER, [row.id])]


def test_nobody_is_told_of_their_own_decision_nor_of_a_list_that_they_imported(
    session: Session, letter: Letter
) -> None:
    approve(session, waiting(session, letter, "Own", way=Way.ENTERED, added_by=3))
    approve(session, waiting(session, letter, "Imported", way=Way.IMPORTED))
    assert told(session) == []


def test_anyone_who_wants_no_messages_gets_none(session: Session, letter: Letter) -> None:
    person = session.exec(select(Participant).where(Participant.user_id == PROPOSER)).one()
    person.direct_messages = False
    approve(session, waiting(session, letter))
    assert told(session) == []


def test_what_is_refused_is_told_to_nobody(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    assert refused(review.decline, session, FIRST, NOW, [row.id], " ").reason is Reason.EMPTY
    assert told(session) == []


@pytest.mark.parametrize("proposers", [1, 10])
def test_the_number_of_statements_grows_neither_with_the_names_nor_with_who_proposed_them(
    session: Session, letter: Letter, proposers: int
) -> None:
    makers.participants(session, *range(10, 10 + proposers))

    def counted(names: int, prefix: str) -> int:
        rows = [
            waiting(session, letter, f"{prefix} {number}", added_by=10 + number % proposers)
            for number in range(names)
        ]
        session.flush()
        made = list[str]()
        connection = session.connection()
        note = lambda _c, _cursor, statement, *_more: made.append(statement)  # noqa: E731
        event.listen(connection, "before_cursor_execute", note)
        proposer_notices.tell(session, FIRST, NOW, rows)
        event.remove(connection, "before_cursor_execute", note)
        return len(made)

    few, many = counted(10, "Few"), counted(200, "Many")
    assert many <= few <= 6
