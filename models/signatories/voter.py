"""A voter: whose a ballot is, in the words of the ballot box.

A ballot of a secret vote names nobody: its voter is a keyed digest, another one in each vote, so that neither a person
nor their ballots in two votes can be told from the database alone.
"""

from sqlmodel import Session

from models.database import keyed
from models.database.keyed import Purpose
from models.database.tables import Participant, Vote
from models.participants import organisations
from models.rules.voting_policy import Policy

SEALED = "s:"
"""How the voter of a secret vote begins."""
_MOVED = 62
"""Bits by which the number of a press is moved at most. Discord's ids need another bit from the year 2049 on."""


def of(session: Session, vote: Vote, person: Participant) -> str:
    """Whose vote it is: the person's, or the organisation's where organisations vote."""
    if Policy.of(vote.policy).per_organisation:
        return sealed(session, vote, f"o:{person.votes_as}")
    return presser(session, vote, person.user_id)


def may_vote(vote: Vote, person: Participant) -> bool:
    """Whether this person has a vote in it; where organisations vote, whoever speaks for one that stood when it opened,
    or that moderators confirmed."""
    return not Policy.of(vote.policy).per_organisation or organisations.speaks(person, vote.opened_at)


def presser(session: Session, vote: Vote, user_id: int) -> str:
    """Who pressed, as the ballot keeps it: ``u:<user id>``, sealed where the vote is secret."""
    return sealed(session, vote, f"u:{user_id}")


def sealed(session: Session, vote: Vote, whose: str) -> str:
    """``whose`` as it stands; where the vote is secret, its keyed digest, which names nobody."""
    if not Policy.of(vote.policy).secret:
        return whose
    return SEALED + keyed.digest(session, Purpose.BALLOT, vote.signatory_id, whose)


def press(session: Session, vote: Vote, whose: str, interaction_id: int) -> int:
    """The number of a press, by which the later of two of one voter is known; in a secret vote without its instant."""
    if not Policy.of(vote.policy).secret:
        return interaction_id
    return interaction_id + keyed.number(session, Purpose.PRESS, vote.signatory_id, whose, bits=_MOVED)
