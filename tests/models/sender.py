"""The sender's steps on one session: claim, make, settle what is not said; and that a message arrived."""

from datetime import datetime

from sqlmodel import Session

from models.delivery import claims
from models.sheets import Arrived, ToSend


def claim(session: Session, now: datetime, owner: str, limit: int = 10) -> tuple[ToSend, ...]:
    """What there is to send of the first claim that holds something; empty when nothing is due."""
    while ids := claims.claim(session, now, owner, limit):
        made = claims.render(session, now, owner, ids)
        claims.settle_unsaid(session, now, owner, made.unsaid)
        if made.to_send:
            return made.to_send
    return ()


def sent(session: Session, now: datetime, delivery_id: int, owner: str, message_id: int) -> None:
    """It arrived as this message."""
    claims.settle_sent(session, owner, [Arrived(delivery_id, message_id, now)])


def deliver(session: Session, now: datetime) -> list[ToSend]:
    """Send everything that is due; each arrives as a message with the delivery's number."""
    found = claim(session, now, "one", 100)
    for ready in found:
        sent(session, now, ready.delivery_id, "one", ready.delivery_id)
    return list(found)
