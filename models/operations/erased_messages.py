"""What the bot said that names an erased person: cards and messages that it can redraw are redrawn without them."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, case, col, delete, or_, select, update

from models.database.tables import Delivery, Notice, PublicCard, Signatory
from models.database.tables.outbox import MessageState
from models.outbox import cards
from models.terms import CardKind, DeliveryState, NoticeKind, NoticeState, Place

_OF_NAMES = (
    NoticeKind.DECIDED,
    NoticeKind.CONFIRM,
    NoticeKind.CONTESTED,
    NoticeKind.QUEUE,
    NoticeKind.TEXT_CHANGED,
    NoticeKind.UNREACHED,
    NoticeKind.BULLETIN,
)
"""Kinds whose text looks names up; redrawn, they say them as they are now."""


SAID_TO_ONE = frozenset(
    {
        NoticeKind.DECIDED,
        NoticeKind.SIGNED,
        NoticeKind.CONFIRM,
        NoticeKind.EDITED,
        NoticeKind.TEXT_CHANGED,
        NoticeKind.SUGGESTION,
        NoticeKind.WISHES,
        NoticeKind.SNOOZE,
    }
)
"""Notices that are for one person alone."""
_OF_A_PERSON = (
    NoticeKind.ASKED,
    NoticeKind.BURST,
    NoticeKind.CONTESTED,
    NoticeKind.COORDINATOR,
    NoticeKind.LOCK,
    NoticeKind.SAFEGUARD,
)
"""What moderators are told of one person."""
_LIST_NAMES = (NoticeKind.DECIDED, NoticeKind.TEXT_CHANGED, NoticeKind.UNREACHED, NoticeKind.QUEUE)
"""Kinds that say in their payload which names they are about."""


_ARRIVES = (DeliveryState.SENT, DeliveryState.CLAIMED)
"""States of a delivery that arrived, or is on its way."""


def drop_of(session: Session, guild_id: int, user_id: int) -> None:
    """Forget what was said to this person, and what moderators were told of them."""
    to_them = select(Delivery.notice_id).where(Delivery.place == Place.USER, Delivery.recipient_id == user_id)
    # Retention has erased to whom these went; the key under which they were told once still says it.
    sent = select(Delivery.id).where(Delivery.notice_id == Notice.id)
    keyed = col(Notice.dedupe).contains(f":{user_id}") & ~sent.exists()
    said = session.exec(
        select(Notice).where(
            Notice.guild_id == guild_id,
            or_(
                col(Notice.kind).in_(_OF_A_PERSON),
                col(Notice.kind).in_(SAID_TO_ONE) & (col(Notice.id).in_(to_them) | keyed),
            ),
        )
    ).all()
    theirs = set(session.exec(to_them))
    drop(session, [one for one in said if _is_about(one, theirs, user_id)])


def _is_about(one: Notice, theirs: Collection[int], user_id: int) -> bool:
    if one.kind in SAID_TO_ONE:
        return one.id in theirs or str(user_id) in one.dedupe.replace("#", ":").split(":")
    return bool(one.payload.get("user_id") == user_id)


def drop(session: Session, gone: Sequence[Notice]) -> None:
    """Forget notices about the person, with their deliveries. A message in a channel is redrawn first, also one that is
    being sent just now, and what is kept for that says nothing of them. Of a request to be let in stays, by a keyed
    digest, that moderators were told of somebody that day."""
    ids = [one.id for one in gone]
    found = session.exec(select(Delivery).where(col(Delivery.notice_id).in_(ids))).all()
    told = {one.notice_id for one in found if one.state in _ARRIVES}
    stands = {one.notice_id for one in found if one.place is Place.CHANNEL and _is_said(one)}
    kept = [one for one in gone if one.id in told and (one.kind is NoticeKind.ASKED or one.id in stands)]
    keeps = {one.id for one in kept}
    for one in kept:
        one.state, one.payload, one.signatory_id = NoticeState.ERASED, {}, None
        if one.kind is not NoticeKind.ASKED:
            one.dedupe = f"erased:{one.id}"
    session.flush()
    redrawn = [
        one.id for one in found if one.notice_id in keeps and one.place is Place.CHANNEL and _is_said(one)
    ]
    session.exec(delete(Delivery).where(col(Delivery.notice_id).in_(ids), col(Delivery.id).not_in(redrawn)))
    _mark_stale(session, redrawn)
    session.exec(delete(Notice).where(col(Notice.id).in_(set(ids).difference(keeps))))


def mark_stale(session: Session, guild_id: int, user_id: int, blanked: Collection[int]) -> None:
    """Have the cards of names that the person put forward redrawn, and messages that name them as who put a name
    forward, or one of the names that were ``blanked``: those that arrived, and those that are being sent just now. What
    is sent later says it as it is then. Called before who put a name forward is blanked."""
    put_forward = select(Signatory.id).where(Signatory.guild_id == guild_id, Signatory.added_by == user_id)
    cards.mark_those_stale(session, CardKind.PROPOSAL, put_forward)
    blanked = set(blanked)
    letters = set(session.exec(select(Signatory.letter_id).where(col(Signatory.id).in_(blanked))))
    about = or_(
        col(Notice.signatory_id).in_(blanked),
        (col(Notice.kind) == NoticeKind.CONFIRM) & col(Notice.signatory_id).in_(put_forward),
        (col(Notice.kind) == NoticeKind.BULLETIN) & col(Notice.letter_id).in_(letters),
        # Which names these list is in their payload; one of no letter may list any.
        col(Notice.kind).in_(_LIST_NAMES)
        & or_(col(Notice.letter_id).in_(letters), col(Notice.letter_id).is_(None)),
    )
    kinds = (*_OF_NAMES, NoticeKind.EDITED)
    stale, holding = [], set[int]()
    for notice, delivery_id in session.exec(
        select(Notice, Delivery.id)
        .join(Delivery, col(Delivery.notice_id) == col(Notice.id))
        .where(
            Notice.guild_id == guild_id,
            col(Notice.kind).in_(kinds),
            or_(col(Delivery.state).in_(_ARRIVES), col(Notice.kind) == NoticeKind.EDITED),
            about,
        )
        .order_by(col(Delivery.id))
        .execution_options(yield_per=500)
    ):
        listed = {one for what in ("decided", "about", "ids") for one in notice.payload.get(what) or ()}
        if notice.kind not in _LIST_NAMES or notice.signatory_id in blanked or not listed.isdisjoint(blanked):
            stale.append(delivery_id)
            if notice.kind is NoticeKind.EDITED:
                holding.add(notice.id)
    # It holds both spellings. What is not sent yet is called off with it.
    session.exec(
        update(Notice)
        .where(col(Notice.id).in_(holding))
        .values(state=NoticeState.ERASED, payload={}, signatory_id=None)
    )
    as_cards = select(PublicCard.subject_id).where(PublicCard.kind == CardKind.NOTICE)
    redrawn_so = set(session.exec(as_cards.where(col(PublicCard.subject_id).in_(stale))))
    cards.mark_stale(session, CardKind.NOTICE, *redrawn_so)
    _mark_stale(session, [one for one in stale if one not in redrawn_so])
    session.flush()


def _is_said(row: Delivery) -> bool:
    """Whether its message stands, or may soon."""
    return row.message_id is not None or row.state is DeliveryState.CLAIMED


def _mark_stale(session: Session, ids: Collection[int]) -> None:
    """Have these messages redrawn; one that is being sent, once it has arrived."""
    session.exec(
        update(Delivery)
        .where(col(Delivery.id).in_(ids))
        .values(
            message_state=MessageState.STALE,
            lease_until=case((col(Delivery.state) == DeliveryState.CLAIMED, Delivery.lease_until), else_=None),
        )
    )
