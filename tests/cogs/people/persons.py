"""A person whose name somebody else puts forward."""

from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind
from tests.cogs.desk import Desk


async def put_forward(desk: Desk, name: str = "Ada Brook") -> int:
    """By Mo, who does not say who agreed; the id."""
    answers, letter_id = ProposalAnswers(Kind.INDIVIDUAL, name), desk.world.letter.id
    return int((await desk.store.write(proposals.propose, desk.moderator(), desk.now, letter_id, answers)).id)
