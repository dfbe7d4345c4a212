"""What the tests of a letter start from."""

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from tests.models import makers


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter without a text, and one member who takes part."""
    makers.participant(session, 5)
    return makers.letter(session)
