"""Voters: whose a ballot is, in the words of the ballot box.

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


class Voters:
    """Those of one vote."""

    def __init__(self, session: Session, vote: Vote) -> None:
        policy = Policy.of(vote.policy)
        self._session, self._vote = session, vote
        self._secret, self._organisations = policy.secret, policy.per_organisation

    def of(self, person: Participant) -> str:
        """Whose vote it is: the person's, or the organisation's where organisations vote."""
        return self.sealed(f"o:{person.votes_as}") if self._organisations else self.presser(person.user_id)

    def presser(self, user_id: int) -> str:
        """Who pressed, as the ballot keeps it: ``u:<user id>``, sealed where the vote is secret."""
        return self.sealed(f"u:{user_id}")

    def sealed(self, whose: str) -> str:
        """``whose`` as it stands; where the vote is secret, its keyed digest, which names nobody."""
        if not self._secret:
            return whose
        return SEALED + keyed.digest(self._session, Purpose.BALLOT, self._vote.signatory_id, whose)

    def press(self, whose: str, interaction_id: int) -> int:
        """The number of a press, by which the later of two of one voter is known; in a secret vote without its
        instant."""
        if not self._secret:
            return interaction_id
        about = self._vote.signatory_id, whose
        return interaction_id + keyed.number(self._session, Purpose.PRESS, *about, bits=_MOVED)

    def may_vote(self, person: Participant) -> bool:
        """Whether this person has a vote in it; where organisations vote, whoever speaks for one that stood when it
        opened, or that moderators confirmed."""
        return not self._organisations or organisations.speaks(person, self._vote.opened_at)
