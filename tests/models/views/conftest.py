"""What the tests of views start from."""

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from tests.models import makers


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter with three who take part."""
    makers.participants(session, 2, 3, 4)
    return makers.letter(session)
