"""Posted notices: those that state a deadline or how a letter stands are redrawn when that changes, as cards are.

Each is a card of the kind NOTICE, whose subject is the delivery that posted it.
"""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select, update

from models.database.tables import Delivery, Letter, Notice, PublicCard
from models.sheets import LetterSheet
from models.terms import CardKind, NoticeKind, Place

KINDS = frozenset(
    {
        NoticeKind.OPENING, NoticeKind.REMINDER, NoticeKind.LAST_HOUR, NoticeKind.DEADLINE, NoticeKind.CLOSE,
        NoticeKind.BULLETIN, NoticeKind.QUEUE,
    }
)  # fmt: skip
"""What states a deadline or how the letter stands."""
MOST = 25
"""This many messages of a letter are redrawn, the newest first, and always the newest of each kind: Discord limits
edits of messages that are older than an hour (API reference, JSON error code 30046)."""


def stated(letter: LetterSheet | Letter) -> dict[str, Any]:
    """What a message about this letter states, as JSON: two of these differ where a message must be redrawn."""
    review = letter.review_until
    return {
        "closes_at": letter.closes_at.isoformat(),
        "state": letter.state.value,
        "paused": letter.paused_at is not None,
        "review_until": review.isoformat() if review is not None else None,
    }


def keep(session: Session, row: Delivery, notice: Notice, said: Mapping[str, Any] | None) -> None:
    """A delivery arrived in its channel having ``said`` this: it is redrawn from now on, and at once where the letter
    changed while it was on its way."""
    of_letter = notice.letter_id is not None and notice.signatory_id is None
    if row.place is not Place.CHANNEL or notice.kind not in KINDS or not of_letter or said is None:
        return
    now = stated(session.get_one(Letter, notice.letter_id))
    session.add(
        PublicCard(
            guild_id=notice.guild_id,
            kind=CardKind.NOTICE,
            subject_id=row.id,
            channel_id=row.recipient_id,
            message_id=row.message_id,
            stale=now != said,
            stated=dict(said),
        )
    )


def mark_stale(session: Session, letter_id: int) -> None:
    """Have what is in channels about this letter redrawn: the newest :data:`MOST`, and the newest of each kind."""
    chosen = [one for one, _, fits in _standing(session, letter_id) if fits]
    session.exec(
        update(PublicCard)
        .where(col(PublicCard.id).in_(chosen))
        .values(stale=True, version=PublicCard.version + 1, tries=0)
    )


def leaves_older(session: Session, letter_id: int, card_id: int) -> bool:
    """Whether this is the newest of its kind and older messages of the letter are redrawn no more: it says so."""
    found, kinds = _standing(session, letter_id), set[NoticeKind]()
    if all(fits for _, _, fits in found):
        return False
    for one, kind, _ in found:
        if one == card_id:
            return kind not in kinds
        kinds.add(kind)
    return False


def _standing(session: Session, letter_id: int) -> list[tuple[int, NoticeKind, bool]]:
    """The cards of a letter's notices, newest first, each with its kind and whether it is among those redrawn."""
    rows = session.exec(
        select(PublicCard.id, Notice.kind)
        .join(Delivery, col(Delivery.id) == col(PublicCard.subject_id))
        .join(Notice, col(Notice.id) == col(Delivery.notice_id))
        .where(
            PublicCard.kind == CardKind.NOTICE,
            Notice.letter_id == letter_id,
            col(PublicCard.message_id).is_not(None),
            col(PublicCard.gone).is_(False),
        )
        .order_by(col(PublicCard.id).desc())
    ).all()
    kinds, found = set[NoticeKind](), list[tuple[int, NoticeKind, bool]]()
    for at, (one, named) in enumerate(rows):
        kind = NoticeKind(named)
        found.append((one, kind, at < MOST or kind not in kinds))
        kinds.add(kind)
    return found
