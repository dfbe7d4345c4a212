"""Two who take part in an open letter, and the names that they proposed: for the tests of a signatory's way."""

from typing import Any

from sqlmodel import Session

from models.database.tables import Letter, Signatory
from models.sheets import ProposalSheet
from models.signatories import lifecycle
from models.submissions import proposals
from models.terms import SignatoryState
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import answers

MEMBER, MODERATOR = makers.member(2), makers.moderator(3)


def a_letter(session: Session) -> Letter:
    """An open letter; the member is of Access Now, the moderator of Article 19."""
    makers.participant(session, 2, "Access Now")
    makers.participant(session, 3, "Article 19")
    return makers.letter(session)


def propose(session: Session, name: str = "Example", **more: Any) -> ProposalSheet:
    return proposals.propose(session, MEMBER, NOW, None, answers(name, **more))


def stored(session: Session, sheet: ProposalSheet) -> Signatory:
    return session.get_one(Signatory, sheet.id)


def decided(session: Session, sheet: ProposalSheet, to: SignatoryState) -> None:
    """Move a proposal on by force; the steps have their own tests."""
    row = stored(session, sheet)
    row.state, row.live = to, to not in lifecycle.ENDED
    session.flush()
