"""What the tests of importing start from."""

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from tests.models import naming


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter; the member is of Access Now, the moderator of Article 19."""
    return naming.a_letter(session)
