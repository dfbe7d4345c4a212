"""Looking into a sheet."""

from models.sheets import ProposalSheet, VoteSheet


def vote_of(sheet: ProposalSheet) -> VoteSheet:
    """The vote on a name that has one."""
    assert sheet.vote is not None
    return sheet.vote
