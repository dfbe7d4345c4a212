"""Voters: whose a ballot is, in the words of the ballot box.

A ballot of a secret vote names nobody: its voter is a keyed digest, another one in each vote, so that neither a person
nor their ballots in two votes can be told from the database alone.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, and_
from sqlmodel import Session, col, delete, select, update

from models.database import keyed
from models.database.keyed import Purpose
from models.database.tables import Ballot, Participant, Signatory, Vote
from models.participants import organisations
from models.rules.voting_policy import Policy
from models.signatories import upsert

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

    def of_ballot(self, person: Participant) -> str:
        """Whose ballot this person's next press changes: as :meth:`of`. Where moderators said meanwhile that two
        organisations are one, and both had voted, each goes on with its own."""
        may_be = self.may_be_of(person)
        if len(may_be) == 1:
            return may_be[0]
        cast = select(Ballot.voter, Ballot.pressed_by).where(
            Ballot.signatory_id == self._vote.signatory_id,
            col(Ballot.voter).in_(may_be),
            col(Ballot.choice).is_not(None),
        )
        return self.of_ballot_among(person, dict(self._session.exec(cast).all()))

    def of_ballot_among(self, person: Participant, pressed: Mapping[str, str]) -> str:
        """:meth:`of_ballot`, by who pressed for which voter of :meth:`may_be_of`, where a choice stands."""
        whose, *own = self.may_be_of(person)
        return next((one for one in own if pressed.get(one) == self.presser(person.user_id)), whose)

    def may_be_of(self, person: Participant) -> list[str]:
        """The voters of whom one is :meth:`of_ballot`; the first unless a ballot says otherwise."""
        whose = self.of(person)
        if not self._organisations or person.organisation_key == person.votes_as:
            return [whose]
        return [whose, self.sealed(f"o:{person.organisation_key}")]

    def may_replace(self, person: Participant, pressed_by: str, confirmed: Collection[int]) -> bool:
        """Whether this person votes instead of the person who cast their organisation's vote: whom moderators confirmed
        comes before whom nobody did. ``confirmed`` are the ids of those whom they confirmed for the organisation."""
        if not organisations.is_confirmed(person):
            return False
        return pressed_by not in {self.presser(one) for one in (person.user_id, *confirmed)}

    def presser(self, user_id: int) -> str:
        """Who pressed, as the ballot keeps it: ``u:<user id>``, sealed where the vote is secret."""
        return self.sealed(_named(user_id))

    def sealed(self, whose: str) -> str:
        """``whose`` as it is; where the vote is secret, its keyed digest, which names nobody."""
        if not self._secret:
            return whose
        return _seal(self._session, self._vote.signatory_id, whose)

    def press(self, whose: str, interaction_id: int) -> int:
        """The number of a press, by which the later of two of one voter is known; in a secret vote without its
        instant."""
        if not self._secret:
            return interaction_id
        about = self._vote.signatory_id, whose
        return interaction_id + keyed.number(self._session, Purpose.PRESS, *about, bits=_MOVED)

    def may_vote(self, person: Participant) -> bool:
        """Whether this person has a vote in it; where organisations vote, anyone who speaks for one that stood when it
        opened, or that moderators confirmed."""
        return not self._organisations or organisations.speaks(person, self._vote.opened_at)


def pressers(session: Session, signatory_id: int, user_id: int) -> tuple[str, str]:
    """:meth:`Voters.presser`, before it is known whether the vote is named or secret: one for each."""
    named = _named(user_id)
    return named, _seal(session, signatory_id, named)


def _named(user_id: int) -> str:
    return f"u:{user_id}"


def _seal(session: Session, signatory_id: int, whose: str) -> str:
    return SEALED + keyed.digest(session, Purpose.BALLOT, signatory_id, whose)


def follow(session: Session, guild_id: int, moved: Mapping[int, tuple[str, str]]) -> None:
    """Moderators said that two organisations are one, or that they are not: what these people cast in votes under way
    follows them, from one key to another. Where the other has voted as well, both stand until the vote is over: nobody
    drops what somebody else has cast."""
    if not moved:
        return
    running = select(Vote).join(Signatory, col(Signatory.id) == col(Vote.signatory_id))
    for vote in session.exec(running.where(Signatory.guild_id == guild_id, col(Vote.ended_at).is_(None))).all():
        policy = Policy.of(vote.policy)
        if policy.per_organisation:
            voters = Voters(session, vote)
            for user_id, (before, after) in moved.items():
                _carry(
                    session, vote, voters, user_id, voters.sealed(f"o:{before}"), voters.sealed(f"o:{after}")
                )
            if policy.secret:
                upsert.lay_in_order(session, vote.signatory_id)
    session.expire_all()


def _carry(session: Session, vote: Vote, voters: Voters, user_id: int, before: str, after: str) -> None:
    cast = {
        one.voter: one
        for one in session.exec(
            select(Ballot).where(
                Ballot.signatory_id == vote.signatory_id, col(Ballot.voter).in_((before, after))
            )
        )
    }
    theirs, other = cast.get(before), cast.get(after)
    if theirs is None or theirs.pressed_by != voters.presser(user_id):
        return
    if other is not None and other.choice is not None:
        return
    session.exec(delete(Ballot).where(_is(vote, after)))
    pressed = theirs.interaction_id - voters.press(before, 0) + voters.press(after, 0)
    session.exec(update(Ballot).where(_is(vote, before)).values(voter=after, interaction_id=pressed))
    session.flush()


def _is(vote: Vote, voter: str) -> ColumnElement[bool]:
    return and_(col(Ballot.signatory_id) == vote.signatory_id, col(Ballot.voter) == voter)
