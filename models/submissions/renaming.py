"""A new identity is a new signatory: what was given to one name never holds for another.

Another spelling (``Identity.respells``) keeps votes, consent and approvals, and is told to the people they are from.
Where it is no spelling, either all of them start over or the edit is refused."""

from datetime import datetime

from sqlmodel import Session

from models.consents import consents
from models.database.tables import Letter, Signatory, Vote
from models.letters import acceptance
from models.names.identity import Identity
from models.outbox import about_name, dedupe
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.signatories import registration
from models.terms import Means, NoticeKind, SignatoryState, Way
from models.voting import votes


def require_editable(
    session: Session, actor: Actor, now: datetime, letter: Letter, row: Signatory, identity: Identity
) -> None:
    """That a moderator may give the row this identity: another spelling always, another signatory only of what they
    proposed themselves or what moderators entered, before anybody voted, approved or confirmed it, and in time.

    Refuses ANOTHER_NAME(name, state, signatory_id).
    """
    if registration.respells(row, identity, actor):
        return
    agreed = consents.of(session, row)
    others = row.way is Way.PROPOSED and row.added_by != actor.user_id
    if (
        others
        or row.way is Way.SIGNED
        or row.state is SignatoryState.APPROVED
        or session.get(Vote, row.id) is not None
        or (agreed is not None and agreed.means is Means.OWN_CLICK)
        or (acceptance.is_late(letter, now) and not row.late)
    ):
        raise Refusal(Reason.ANOTHER_NAME, name=row.name, state=row.state, signatory_id=row.id)


def begin_anew(session: Session, actor: Actor, now: datetime, letter: Letter, row: Signatory) -> None:
    """The row is another signatory now: nobody has agreed to it, and its vote starts over."""
    consents.forget(session, row)
    votes.restart(session, row, letter, now, actor.user_id)


def tell(
    session: Session, actor: Actor, now: datetime, row: Signatory, before: Identity, person_id: int | None
) -> None:
    """Tell the proposer, and the person who was asked about it before, that it is written differently
    now; not of their own press, and not where only what is never printed changed."""
    if Identity.of(row) == before:
        return
    for user_id in {row.added_by, person_id} - {None, actor.user_id}:
        told = dedupe.dedupe(session, f"edited:{row.id}:{user_id}")
        facts = {"before": before.name, "after": row.name, "asked": row.person_id == person_id}
        about_name.tell(session, user_id or 0, NoticeKind.EDITED, now, row, told, **facts)
