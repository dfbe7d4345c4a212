"""What is due: everything whose time came, and when to look again.

The clock is handed in. Nothing here is a gate: deadlines are checked inside the verbs that they concern.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from models.database.tables import Delivery, Draft, Letter, Notice, Signatory, Vote
from models.delivery import digests
from models.letters import window
from models.operations import retention
from models.outbox import notices
from models.participants import drafts
from models.publishing import publication
from models.terms import DeliveryState, LetterState, NoticeState
from models.voting import clock, votes

STEPS = (
    votes.end_due,
    publication.publish_due,
    window.close_due,
    publication.finish_due,
    notices.make_due,
    digests.make_due,
    drafts.purge,
    retention.erase_contacts,
    retention.erase_refusals,
    retention.erase_wishes,
    retention.erase_notices,
    retention.empty_journals,
    retention.erase_servers,
)
"""What runs everything whose time came, each ``(session, now)``, in the order in which they build on each other;
twice does no more than once. Each runs in a transaction of its own, so that one that fails stops no other."""
PORTIONS: Mapping[Any, int] = {
    votes.end_due: votes.AT_ONCE,
    retention.erase_notices: retention.AT_ONCE,
    retention.empty_journals: retention.ENTRIES_AT_ONCE,
}
"""Steps that do so much in one transaction and then let others write; where one did that much, it is run again."""


def next_moment(session: Session, now: datetime) -> datetime | None:
    """The earliest instant at which something should be done: at once where it is not after ``now``, None when
    nothing is planned."""
    return min(_moments(session, now), default=None)


def _moments(session: Session, now: datetime) -> Iterator[datetime]:
    under_way = (
        select(func.min(Vote.ends_at))
        .join(Signatory, col(Signatory.id) == col(Vote.signatory_id))
        .join(Letter, col(Letter.id) == col(Signatory.letter_id))
        .where(col(Vote.ended_at).is_(None), clock.runs())
    )
    vote_ends = session.exec(under_way).one()
    if vote_ends is not None:
        yield vote_ends + votes.GRACE
    erasure = retention.next_erasure(session)
    if erasure is not None:
        yield erasure
    yield from retention.moments(session, now)
    closes = session.exec(select(func.min(Letter.closes_at)).where(Letter.state == LetterState.OPEN)).one()
    if closes is not None:
        yield closes + window.GRACE
    yield from _reviews(session, now)
    for moment in (
        select(func.min(Letter.publish_at)).where(
            col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED)),
            col(Letter.published_at).is_(None),
            col(Letter.locked_at).is_(None),  # the clock closes a locked letter, and publishes nothing
        ),
        select(func.min(Notice.make_at)).where(Notice.state == NoticeState.PLANNED),
        select(func.min(Delivery.due_at)).where(Delivery.state == DeliveryState.PENDING),
        select(func.min(Delivery.lease_until)).where(Delivery.state == DeliveryState.CLAIMED),
        select(func.min(Draft.expires_at)),
    ):
        found = session.exec(moment).one()
        if found is not None:
            yield found


def _reviews(session: Session, now: datetime) -> Iterator[datetime]:
    """When the reviews of closed letters end."""
    under_review = select(Letter).where(
        Letter.state == LetterState.CLOSED,
        col(Letter.review_until).is_not(None),
        col(Letter.final_at).is_(None),
        col(Letter.locked_at).is_(None),
    )
    for letter in session.exec(under_review):
        # Once they were told at its end, the review waits for moderators, not for the clock.
        if letter.review_until is not None and (
            letter.review_until > now or not publication.waits_for_moderators(session, letter)
        ):
            yield letter.review_until
