"""What the tests of decisions start from."""

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from tests.models import deciding


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter; the proposer and two moderators take part."""
    return deciding.a_letter(session)
