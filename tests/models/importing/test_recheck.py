"""An import is judged before it is written; the write looks only at what happened since."""

from collections import Counter
from typing import Any

import pytest
from sqlmodel import Session, col, func, select

from models.database.tables import Letter, NameMark, Resemblance, Signatory
from models.importing import assessment, batches, recheck
from models.importing.recheck import PreparedBatch
from models.names import blocking
from models.operations import personal_data
from models.refusal import Reason
from models.sheets import BatchAnswers, EntryChanges
from models.sheets.batches import Given
from models.signatories import lookalikes
from models.submissions import entries, proposals
from models.terms import Kind, Like
from tests.conftest import GUILD, NOW
from tests.models import deciding, makers
from tests.models.importing.importing import a_list, rows
from tests.models.makers import refused
from tests.models.naming import MEMBER, MODERATOR, a_letter
from tests.statements import counted


def prepared(session: Session, letter: Letter, answers: BatchAnswers) -> PreparedBatch:
    shown = batches.preview(session, MODERATOR, NOW, letter.id, answers)
    return batches.prepare(session, MODERATOR, NOW, letter.id, answers, shown.digest)


def written(session: Session, letter: Letter, answers: BatchAnswers, ready: PreparedBatch) -> int:
    return batches.store(session, MODERATOR, NOW, letter.id, answers, ready).added


def judged(session: Session, letter: Letter, ready: PreparedBatch, *, changes: bool) -> None:
    """Whether the list has to be looked at again, or is stored."""
    if changes:
        assert refused(written, session, letter, LIST, ready).reason is Reason.BATCH_CHANGED
    else:
        assert written(session, letter, LIST, ready) == 2


def entered(session: Session, letter: Letter, *names: str) -> list[int]:
    return [entries.enter(session, MODERATOR, NOW, letter.id, makers.agreed(name)).id for name in names]


LIST = a_list("Riverlight", "Harbour Watch")


@pytest.mark.parametrize(
    ("name", "changes"), [("Hill Fund", False), ("Riverlight", True), ("Riverligth", True)]
)
def test_a_name_that_came_in_meanwhile_matters_where_it_is_or_looks_like_one_of_the_list(
    session: Session, name: str, changes: bool
) -> None:
    letter = a_letter(session)
    ready = prepared(session, letter, LIST)
    entered(session, letter, name)
    judged(session, letter, ready, changes=changes)


@pytest.mark.parametrize(
    ("name", "edited"), [("Riverlight", {"name": "Riverlight Trust"}), ("Hill Fund", {"aliases": "Riverligth"})]
)
def test_what_a_row_was_compared_with_and_another_name_that_a_body_got_matter(
    session: Session, name: str, edited: EntryChanges
) -> None:
    letter = a_letter(session)
    [there] = entered(session, letter, name)
    ready = prepared(session, letter, LIST)
    entries.edit(session, MODERATOR, NOW, there, edited)
    judged(session, letter, ready, changes=True)


@pytest.mark.parametrize(
    ("elsewhere", "names", "changes"),
    [
        (False, ("Riverlight", "Hill Fund"), True),
        (True, ("Riverlight", "Quay Press"), True),
        (True, ("Hill Fund", "Quay Press"), False),
    ],
)
def test_what_moderators_said_of_two_names_meanwhile_matters_on_another_letter_too(
    session: Session, elsewhere: bool, names: tuple[str, str], changes: bool
) -> None:
    letter = a_letter(session)
    one, two = entered(session, makers.letter(session) if elsewhere else letter, *names)
    ready = prepared(session, letter, LIST)
    lookalikes.judge(session, MODERATOR, NOW, one, two, same=True)
    judged(session, letter, ready, changes=changes)


def test_the_last_look_costs_as_much_for_a_long_list_as_for_a_short_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that come in meanwhile are looked for in the list, not held against each row."""
    letter = a_letter(session)
    asked = Counter[str]()
    compare = blocking.compare

    def counting(*said: Any) -> Any:
        asked["compared"] += 1
        return compare(*said)

    def looks(count: int, name: str) -> int:
        answers = a_list(*(f"Body {number} of {number * 7}" for number in range(count)), doubtful_too=True)
        ready = prepared(session, letter, answers)
        entries.enter(session, MODERATOR, NOW, letter.id, makers.agreed(name))
        asked.clear()
        with monkeypatch.context() as patched:
            patched.setattr(blocking, "compare", counting)
            recheck.require_unchanged(session, letter, ready)
        return asked["compared"]

    assert looks(400, "Body of Riverlight") <= max(12, looks(20, "Body of Harbour Watch"))


def test_after_an_erasure_the_list_is_looked_at_anew(session: Session) -> None:
    letter = a_letter(session)
    proposals.propose(session, MEMBER, NOW, letter.id, makers.answers("Hill Fund"))
    ready = prepared(session, letter, LIST)
    personal_data.forget(session, GUILD, MEMBER.user_id, NOW)
    assert refused(written, session, letter, LIST, ready).reason is Reason.BATCH_CHANGED


def test_a_long_list_is_written_with_as_many_statements_as_a_short_one(session: Session) -> None:
    letter = a_letter(session)

    def statements(first: int, count: int) -> Counter[str]:
        answers = a_list(*(Given(number, f"Body {number} of {number * 7}", Kind.ORGANISATION, contact=f"{number}@e.org")
                           for number in range(first, first + count)), doubtful_too=True)  # fmt: skip
        ready = prepared(session, letter, answers)
        with counted(session.get_bind().engine) as found:
            assert written(session, letter, answers, ready) == count
        return found

    few, many = statements(0, 3), statements(1000, 60)
    assert many <= few
    assert len(rows(session)) == 63


def test_a_list_is_written_with_marks_likenesses_and_one_id_after_the_other(session: Session) -> None:
    letter = a_letter(session)
    answers = a_list("Riverlight Trust", "Riverligth Trust", "Harbour Watch", doubtful_too=True)
    assert deciding.import_(
        session, MODERATOR, NOW, letter.id, answers, batches.preview(session, MODERATOR, NOW, letter.id, answers).digest
    ).added == 3  # fmt: skip
    first, second, third = rows(session)
    assert (second.id, third.id) == (first.id + 1, first.id + 2)
    assert first.alphabetical
    marked = session.exec(select(NameMark.signatory_id).distinct().order_by(col(NameMark.signatory_id))).all()
    assert marked == [first.id, second.id, third.id]
    alike = session.exec(select(Resemblance)).all()
    assert {(one.signatory_id, one.other_id) for one in alike} == {(first.id, second.id), (second.id, first.id)}
    assert {one.like for one in alike} == {Like.SPELLING}
    entries.enter(session, MODERATOR, NOW, letter.id, makers.agreed("Hill Fund"))
    assert session.exec(select(func.max(Signatory.id))).one() == third.id + 1


class Sayings(dict[frozenset[str], bool]):
    """Counts how often all of it is gone through."""

    gone_through = 0

    def items(self) -> Any:
        self.gone_through += 1
        return super().items()


def test_what_moderators_said_is_gone_through_once_however_long_the_list() -> None:
    said = Sayings({frozenset(("harbour", "watch")): True})
    assessment.judge([Given(number, f"Body {number}", Kind.ORGANISATION) for number in range(50)], (), said)
    assert said.gone_through == 1
