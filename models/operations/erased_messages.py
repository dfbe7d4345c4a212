"""What the bot said that names an erased person: cards and messages that it can redraw are redrawn without them."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlmodel import Session, col, delete, select, update

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


def drop(session: Session, gone: Sequence[Notice]) -> None:
    """Forget notices about the person, with their deliveries. A message in a channel is redrawn first, and what is kept
    for that says nothing of them. Of a request to be let in stays, by a keyed digest, that moderators were told of
    somebody that day."""
    ids = [one.id for one in gone]
    found = session.exec(select(Delivery).where(col(Delivery.notice_id).in_(ids))).all()
    told = {one.notice_id for one in found if one.state is DeliveryState.SENT}
    stands = {one.notice_id for one in found if one.place is Place.CHANNEL and one.message_id is not None}
    kept = [one for one in gone if one.id in told and (one.kind is NoticeKind.ASKED or one.id in stands)]
    keeps = [one.id for one in kept]
    for one in kept:
        one.state, one.payload, one.signatory_id = NoticeState.ERASED, {}, None
        if one.kind is not NoticeKind.ASKED:
            one.dedupe = f"erased:{one.id}"
    session.flush()
    redrawn = (
        col(Delivery.notice_id).in_(keeps)
        & (col(Delivery.place) == Place.CHANNEL)
        & col(Delivery.message_id).is_not(None)
    )
    session.exec(delete(Delivery).where(col(Delivery.notice_id).in_(ids), ~redrawn))
    session.exec(update(Delivery).where(redrawn).values(message_state=MessageState.STALE, lease_until=None))
    session.exec(delete(Notice).where(col(Notice.id).in_(set(ids).difference(keeps))))


def mark_stale(session: Session, guild_id: int, user_id: int, blanked: Collection[int]) -> None:
    """Have the cards of names that the person put forward redrawn, and messages that name them as who put a name
    forward, or one of the names that were ``blanked``. Called before who put a name forward is blanked."""
    put_forward = session.exec(
        select(Signatory.id).where(Signatory.guild_id == guild_id, Signatory.added_by == user_id)
    ).all()
    standing = session.exec(
        select(PublicCard.subject_id).where(
            PublicCard.guild_id == guild_id,
            PublicCard.kind == CardKind.PROPOSAL,
            col(PublicCard.subject_id).in_(put_forward),
        )
    ).all()
    cards.mark_stale(session, CardKind.PROPOSAL, *standing)
    sent = session.exec(
        select(Notice, Delivery.id)
        .join(Delivery, col(Delivery.notice_id) == col(Notice.id))
        .where(
            Notice.guild_id == guild_id,
            col(Notice.kind).in_((*_OF_NAMES, NoticeKind.EDITED)),
            Delivery.state == DeliveryState.SENT,
            col(Delivery.message_id).is_not(None),
        )
    ).all()
    letters = set(session.exec(select(Signatory.letter_id).where(col(Signatory.id).in_(blanked))))
    asked_about = set(put_forward)
    stale = []
    for notice, delivery_id in sent:
        named = _named(notice)
        about = (
            not named.isdisjoint(blanked)
            or (notice.kind is NoticeKind.CONFIRM and not named.isdisjoint(asked_about))
            or (notice.kind is NoticeKind.BULLETIN and notice.letter_id in letters)
        )
        if about:
            stale.append(delivery_id)
        if about and notice.kind is NoticeKind.EDITED:  # it holds both spellings
            notice.state, notice.payload, notice.signatory_id = NoticeState.ERASED, {}, None
    as_cards = select(PublicCard.subject_id).where(PublicCard.kind == CardKind.NOTICE)
    cards.mark_stale(session, CardKind.NOTICE, *stale)
    session.exec(
        update(Delivery)
        .where(col(Delivery.id).in_(stale), col(Delivery.id).not_in(as_cards))
        .values(message_state=MessageState.STALE, lease_until=None)
    )
    session.flush()


def _named(notice: Notice) -> set[Any]:
    """The ids of the names that a notice is about."""
    listed = (notice.payload.get(what) or () for what in ("decided", "about", "ids"))
    return {notice.signatory_id, *(one for each in listed for one in each)}
