"""What the tests of views start from."""

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from tests.models import makers


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter with three who take part."""
    for user_id in (2, 3, 4):
        makers.participant(session, user_id)
    return makers.letter(session)
