"""What the tests of votes start from."""

import pytest
from sqlmodel import Session

from models.database.tables import Letter, Signatory
from tests.models import makers, polling


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter with three who take part."""
    return polling.a_letter(session)


@pytest.fixture
def row(session: Session, letter: Letter) -> Signatory:
    """A proposal under vote."""
    return makers.proposal(session, letter, "Example")
