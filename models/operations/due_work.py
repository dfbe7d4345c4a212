"""What is due: everything whose time came, and when to look again.

The clock is handed in. Nothing here is a gate: deadlines are checked inside the verbs that they concern.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import literal_column, union_all
from sqlmodel import Session, col, func, select

from models.database.queries import rows
from models.database.tables import Delivery, Draft, Letter, Notice, Signatory, Vote
from models.delivery import claims, digests
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


Moments = Mapping[Callable[..., Any], datetime]
"""When each is due next: steps, and the sending of messages, which stands here as ``claims.claim``."""
_AT_ONCE = timedelta()
_PLANNED: tuple[tuple[Callable[..., Any], timedelta, Any], ...] = (
    (
        votes.end_due,
        votes.GRACE,
        select(func.min(Vote.ends_at))
        .join(Signatory, col(Signatory.id) == col(Vote.signatory_id))
        .join(Letter, col(Letter.id) == col(Signatory.letter_id))
        .where(col(Vote.ended_at).is_(None), clock.runs()),
    ),
    (
        publication.publish_due,
        _AT_ONCE,
        select(func.min(Letter.publish_at)).where(
            col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED)),
            col(Letter.published_at).is_(None),
            col(Letter.locked_at).is_(None),  # the clock closes a locked letter, and publishes nothing
        ),
    ),
    (
        window.close_due,
        window.GRACE,
        select(func.min(Letter.closes_at)).where(Letter.state == LetterState.OPEN),
    ),
    (
        publication.finish_due,
        _AT_ONCE,
        select(func.min(Letter.review_until)).where(
            Letter.state == LetterState.CLOSED, col(Letter.final_at).is_(None), col(Letter.locked_at).is_(None)
        ),
    ),
    (
        digests.make_due,
        _AT_ONCE,
        select(func.min(Notice.make_at)).where(Notice.state == NoticeState.PLANNED),
    ),
    (drafts.purge, _AT_ONCE, select(func.min(Draft.expires_at))),
    (claims.claim, _AT_ONCE, select(func.min(Delivery.due_at)).where(Delivery.state == DeliveryState.PENDING)),
    (
        claims.claim,
        _AT_ONCE,
        select(func.min(Delivery.lease_until)).where(Delivery.state == DeliveryState.CLAIMED),
    ),
    *((step, _AT_ONCE, earliest) for step, earliest in retention.EARLIEST.items()),
)
"""What each waits for, how long after that it is due, and the query for the earliest."""
TIMED = frozenset(step for step, _wait, _earliest in _PLANNED)
"""What :func:`moments` knows the time of. The rest is run whenever anything is due: ``notices.make_due``, because
people come to take part until a reminder goes out, and ``retention.erase_notices``, which is in no hurry."""
_EARLIEST = union_all(
    *(
        earliest.add_columns(literal_column(str(number)).label("number"))
        for number, (_step, _wait, earliest) in enumerate(_PLANNED)
    )
)
"""All of them in one statement, built once: it is asked after nearly every act."""


def next_moment(session: Session, now: datetime) -> datetime | None:
    """The earliest instant at which something should be done: at once where it is not after ``now``, None when
    nothing is planned."""
    return min(moments(session, now).values(), default=None)


def moments(session: Session, now: datetime) -> Moments:
    """When each of :data:`TIMED` is due next, at once where that is not after ``now``; what is not planned is left
    out."""
    found: dict[Callable[..., Any], datetime] = {}
    for at, number in rows(session, _EARLIEST):
        if at is not None:
            step, wait, _ = _PLANNED[number]
            found[step] = min(at + wait, found.get(step, at + wait))
    if publication.finish_due in found and found[publication.finish_due] <= now:
        del found[publication.finish_due]
        reviews = list(_reviews(session, now))
        if reviews:
            found[publication.finish_due] = min(reviews)
    return retention.waited(session, now, found)


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
