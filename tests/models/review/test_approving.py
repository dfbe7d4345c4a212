"""*Approve all*: many names cost as many statements as few, others come in between, and nothing unseen is approved."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from models import journal
from models.database.tables import JournalEntry, Letter, Signatory
from models.letters import texts
from models.refusal import Reason
from models.review import approvals, queue, review
from models.sheets import Approving, EntryChanges
from models.submissions import entries
from models.terms import SignatoryState, Verdict
from tests.conftest import GUILD, NOW
from tests.models import deciding, makers
from tests.models.deciding import FIRST, SECOND, a_letter, waiting
from tests.statements import counted

S = SignatoryState
WORDS = ("Riverlight", "Harbour Watch", "Index", "Quay Press", "Hill Fund", "Bridge Trust", "Open Mesa")
SORTS = ("Union", "Circle", "Society", "Forum")
LATER = NOW + timedelta(hours=1)


def names(session: Session, letter: Letter, count: int) -> list[Signatory]:
    """So many names that are ready; none looks like another."""
    known = len(session.exec(select(Signatory.id)).all())
    return [
        waiting(session, letter, f"{WORDS[number % 7]} {SORTS[number // 7]}")
        for number in range(known, known + count)
    ]


def begun(session: Session, letter: Letter) -> Approving:
    shown = queue.queue(session, FIRST, letter.id)
    return approvals.start_ready(session, FIRST, NOW, letter.id, shown.since, shown.digest)


def statements(session: Session, work: Approving) -> Counter[str]:
    engine = session.get_bind().engine
    assert isinstance(engine, Engine)
    session.flush()
    with counted(engine) as found:
        approvals.go_on(session, FIRST, NOW, work)
    return found


def test_many_names_are_approved_with_as_many_statements_as_few(session: Session) -> None:
    letter = a_letter(session)
    names(session, letter, 2)
    few = statements(session, begun(session, letter))
    names(session, letter, 20)
    many = statements(session, begun(session, letter))
    assert len(session.exec(select(Signatory).where(Signatory.state == S.APPROVED)).all()) == 22
    assert many <= few
    assert few["reads"] + few["writes"] < 25


@pytest.mark.parametrize("verb", [review.decline, review.hold])
def test_many_votes_end_with_as_many_statements_as_few(session: Session, verb: object) -> None:
    letter = a_letter(session)

    def act(count: int) -> Counter[str]:
        rows = [makers.proposal(session, letter, f"{count} of {number}") for number in range(count)]
        for row in rows:
            makers.ballot(session, row, 3)
        session.flush()
        engine = session.get_bind().engine
        with counted(engine) as found:
            verb(session, SECOND, NOW, [row.id for row in rows], "Not a fit")  # type: ignore[operator]
        return found

    act(1)
    assert act(2) == act(15)


def test_the_rest_follows_step_by_step(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approvals, "STEP", 2)
    letter = a_letter(session)
    rows = names(session, letter, 5)
    work, steps = begun(session, letter), 0
    while work.rest:
        work, steps = approvals.go_on(session, FIRST, NOW, work), steps + 1
        assert sum(row.state is S.APPROVED for row in rows) == min(5, 2 * steps)
    assert [one.signatory_id for one in work.sheet.done] == [row.id for row in rows]


def test_a_name_that_changes_between_two_steps_is_not_approved(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approvals, "STEP", 1)
    letter = a_letter(session)
    _, second, third = names(session, letter, 3)
    work = approvals.go_on(session, FIRST, NOW, begun(session, letter))
    changes: EntryChanges = {"country": "DE"}
    entries.edit(session, SECOND, LATER, third.id, changes)
    answers = deciding.approve_in_steps(session, FIRST, LATER, work)
    assert (second.state, third.state) == (S.APPROVED, S.PASSED)
    [left] = answers.refused
    assert left.refusal is not None
    assert (left.signatory_id, left.refusal.reason) == (third.id, Reason.CHANGED_SINCE)


def test_what_was_approved_stands_when_the_letter_changes_between_two_steps(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approvals, "STEP", 1)
    letter = a_letter(session)
    first, second = names(session, letter, 2)
    work = approvals.go_on(session, FIRST, NOW, begun(session, letter))
    texts.write(session, SECOND, LATER, letter.id, "Keep it safe.", "en")
    refusal = makers.refused(approvals.go_on, session, FIRST, LATER, work)
    assert refusal.reason is Reason.READY_CHANGED
    ended = work.ended(refusal)
    assert not ended.rest
    assert [one.signatory_id for one in ended.sheet.done] == [first.id]
    assert [(one.name, one.state) for one in ended.sheet.refused] == [(second.name, S.PASSED)]


def test_each_name_has_its_own_entry_in_the_journal_and_the_chain_holds(session: Session) -> None:
    letter = a_letter(session)
    rows = names(session, letter, 4)
    deciding.approve_in_steps(session, FIRST, NOW, begun(session, letter))
    written = session.exec(
        select(JournalEntry.signatory_id)
        .where(JournalEntry.act == Verdict.APPROVE.value + "d")
        .order_by(col(JournalEntry.id))
    ).all()
    assert written == [row.id for row in rows]
    assert journal.verify_chain(session, GUILD).broken_at == 0
