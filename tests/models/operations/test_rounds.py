"""A round: what is due, stale or to be erased is found by index, so that it costs the same whatever there is."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session

from models.delivery import card_drawing, claims, redrawing
from models.letters import outages
from models.operations import due_work, health
from models.outbox import events
from tests.conftest import NOW
from tests.databases import only_sqlite
from tests.statements import plans

SMALL = ("CONSTANT ROW", "(subquery", "coalition USING INDEX ix_coalition_left_at")
"""What may be read from end to end: the few that an index of their own holds."""
LOOKS: dict[str, Callable[[Session], object]] = {
    "the next moment": lambda session: due_work.next_moment(session, NOW),
    "claims": lambda session: claims.claim(session, NOW, "owner", 50),
    "cards": lambda session: card_drawing.to_draw(session, NOW),
    "messages to update": lambda session: redrawing.to_redraw(session, NOW),
    "events": lambda session: events.to_tell(session, NOW),
    "an absence": lambda session: outages.missed_by(session, NOW, NOW - timedelta(days=1)),
    "the lag": lambda session: health.oldest_unsent(session, NOW),
    "what is overdue": lambda session: health.scheduler_health(session, NOW),
    **{
        f"{step.__module__}.{step.__name__}": lambda session, step=step: step(session, NOW)  # type: ignore[misc]
        for step in due_work.STEPS
    },
}


@only_sqlite
@pytest.mark.parametrize("name", LOOKS)
def test_nothing_that_a_round_asks_reads_a_table_from_end_to_end(session: Session, name: str) -> None:
    found = plans(session, LOOKS[name])
    assert found
    scanned = [line.removeprefix("SCAN ") for line in found if line.startswith("SCAN ")]
    assert [line for line in scanned if not line.startswith(SMALL)] == []
