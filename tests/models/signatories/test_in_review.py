"""What waits for a moderator is counted once: every place that says a number says the same one."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from models.delivery import digests
from models.letters import letters
from models.review import queue
from models.signatories import counting, lifecycle
from models.terms import SignatoryState
from tests.conftest import NOW
from tests.models import makers

MODERATOR = makers.moderator(9)


@pytest.mark.parametrize("state", [*SignatoryState, "leaving"])
def test_status_and_review_count_the_same(session: Session, state: SignatoryState | str) -> None:
    letter = makers.letter(session)
    leaving = state == "leaving"
    stands = SignatoryState.APPROVED if leaving else SignatoryState(state)
    makers.signatory(
        session,
        letter,
        "Example",
        state=stands,
        live=stands not in lifecycle.ENDED,
        late=stands is SignatoryState.LATE,
        leaving_at=NOW if leaving else None,
    )
    makers.signatory(session, letter, "Waits", state=SignatoryState.PROPOSED, approved_at=None)
    shown = queue.queue(session, MODERATOR, letter.id)
    status = letters.status(session, MODERATOR, NOW, letter.id)
    digest = digests.digest(session, letter, NOW + timedelta(hours=1))
    counted = len(shown.ready) + shown.to_look_at
    assert status.in_review == counted == digest.waits + digest.late + digest.leaving
    assert counted == 1 + (leaving or stands in lifecycle.DECIDABLE)


def test_a_late_name_is_counted_and_holds_no_final_list_back(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Late", state=SignatoryState.LATE, late=True, approved_at=None)
    status = letters.status(session, MODERATOR, NOW, letter.id)
    assert (status.in_review, status.not_listed, counting.waiting(session, letter.id)) == (1, 1, 0)
