"""Merging: a moderator says that two signatories are one. One stands, the other ends as its duplicate; the rows, their
histories and their consents both stay. Never by machine, and nothing is copied from one to the other."""

from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.coalitions import access
from models.database.tables import Letter, Signatory
from models.letters import lookup
from models.refusal import Reason, Refusal
from models.review import proposer_notices
from models.sheets import Actor, ProposalSheet
from models.signatories import lifecycle, lookalikes, shown
from models.signatories.summary import proposal
from models.terms import SignatoryState
from models.voting import votes


def merge(
    session: Session, actor: Actor, now: datetime, signatory_id: int, into_id: int
) -> tuple[ProposalSheet, ProposalSheet]:
    """End the first as a duplicate of the second; its vote ends without a result. Both, as they are then.

    Refuses MODERATORS_ONLY, NOT_FOUND (also for two letters), ENDED_ALREADY(name, state) if one is not live, and
    MERGE_THE_OTHER(name, into) if the first is on the list and the second is not: that would take it off.
    """
    row, into = _pair(session, actor, signatory_id, into_id)
    lookalikes.judge(session, actor, now, row.id, into.id, same=True)
    if row.state is SignatoryState.VOTING:
        votes.abandon(session, now, row)
    row.duplicate_of = into.id
    by = lifecycle.Who.MODERATOR
    lifecycle.move(
        session, row, SignatoryState.DUPLICATE, now, actor.user_id, by=by, act=Act.MERGED, into=into.name
    )
    lifecycle.changed(session, into, now, Act.MERGED_WITH, actor.user_id, other=row.name, other_id=row.id)
    proposer_notices.tell(session, actor, now, [row])
    return proposal(session, row), proposal(session, into)


def merge_as_shown(
    session: Session, actor: Actor, now: datetime, signatory_id: int, into_id: int, digest: str
) -> tuple[ProposalSheet, ProposalSheet]:
    """Merge the two that were shown. Refuses as :func:`merge`, and OUTDATED if one of them changed since."""
    shown.require(session, _pair(session, actor, signatory_id, into_id), digest)
    return merge(session, actor, now, signatory_id, into_id)


def check_merge(
    session: Session, actor: Actor, signatory_id: int, into_id: int
) -> tuple[ProposalSheet, ProposalSheet]:
    """The two that a moderator is about to merge. Refuses as :func:`merge` does."""
    row, into = _pair(session, actor, signatory_id, into_id)
    return proposal(session, row), proposal(session, into)


def _pair(session: Session, actor: Actor, signatory_id: int, into_id: int) -> tuple[Signatory, Signatory]:
    access.require_moderator(session, actor)
    row, into = (lifecycle.find(session, actor.guild_id, one, lock=True) for one in (signatory_id, into_id))
    if row.id == into.id or row.letter_id != into.letter_id:
        raise Refusal(Reason.NOT_FOUND)
    lookup.require_unlocked(session.get_one(Letter, row.letter_id))
    for one in (row, into):
        if not one.live:
            raise Refusal(Reason.ENDED_ALREADY, name=one.name, state=one.state)
    if row.state is SignatoryState.APPROVED and into.state is not SignatoryState.APPROVED:
        raise Refusal(Reason.MERGE_THE_OTHER, name=row.name, into=into.name)
    return row, into
