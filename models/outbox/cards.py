"""Public cards: where each stands, and whether it should be redrawn.

A verb marks its cards stale in its own transaction; anyone who draws asks ``card_drawing.to_draw``, takes what is
to be posted with :func:`take`, and answers with :func:`drawn`, :func:`failed`, :func:`unreachable` or :func:`gone`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update, bindparam
from sqlmodel import Session, col, or_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from models.database.queries import rows
from models.database.tables import Coalition, Delivery, Notice, PublicCard, Signatory
from models.outbox import about_name, alerts
from models.refusal import Reason, Refusal
from models.sheets import CardPlace, CardTry
from models.terms import CardKind, NoticeKind

BACK_OFF = tuple(timedelta(seconds=seconds) for seconds in (0, 0, 60, 300))
"""Waits after each failure in turn; the last one again and again, so that an outage of any length ends well."""
LEASE = timedelta(seconds=90)
"""This long anyone who posts a card has it alone."""
UNREACHABLE = timedelta(minutes=30)
"""The wait where the bot may not write: permissions are fixed by people."""


def post(session: Session, guild_id: int, kind: CardKind, subject_id: int) -> bool:
    """Have the card of this subject posted, in the channel that settings name for its kind; while they name none,
    it waits for one. Whether they name one."""
    session.add(PublicCard(guild_id=guild_id, kind=kind, subject_id=subject_id))
    session.flush()
    server = session.get_one(Coalition, guild_id)
    return (server.announcements_id if kind is CardKind.STATUS else server.proposals_id) is not None


def mark_stale(session: Session, kind: CardKind, *subject_ids: int) -> None:
    """Have every card of these subjects redrawn: signatories or letters, by kind."""
    mark_those_stale(session, kind, subject_ids)


def mark_those_stale(session: Session, kind: CardKind, subjects: Sequence[int] | SelectOfScalar[int]) -> None:
    """Have every card of these subjects redrawn; a query in place of ids where there may be thousands."""
    if isinstance(subjects, Sequence):
        rows(session, _MARKED, of_kind=kind, of_subjects=subjects)
    else:
        rows(session, _marked(subjects), of_kind=kind)


def _marked(subjects: Any) -> Update:
    return (
        update(PublicCard)
        .where(
            col(PublicCard.kind) == bindparam("of_kind"),
            col(PublicCard.subject_id).in_(subjects),
            col(PublicCard.gone).is_(False),
        )
        .values(stale=True, version=PublicCard.version + 1, tries=0)
    )


_MARKED = _marked(bindparam("of_subjects", expanding=True))


def no_longer_held_back(session: Session, letter_id: int) -> None:
    """The letter is published: what could not stand where everyone reads is posted, or comes back, at
    once."""
    names = select(Signatory.id).where(Signatory.letter_id == letter_id)
    told = select(Delivery.id).join(Notice).where(Notice.letter_id == letter_id)
    session.exec(
        update(PublicCard)
        .where(
            or_(
                (col(PublicCard.kind) == CardKind.STATUS) & (col(PublicCard.subject_id) == letter_id),
                (col(PublicCard.kind) == CardKind.PROPOSAL) & col(PublicCard.subject_id).in_(names),
                (col(PublicCard.kind) == CardKind.NOTICE) & col(PublicCard.subject_id).in_(told),
            ),
            col(PublicCard.posting_since).is_(None),
        )
        .values(again_at=None)
    )


def take(session: Session, now: datetime, card_id: int, channel_id: int) -> CardTry | None:
    """Take a card that is nowhere, to post it in this channel; for 90 seconds nobody else can.

    Written before it is sent, so that anyone who comes after a lost answer or a process that died knows to look for it:
    the answer is the earlier try, None if there was none. Refuses CLASHED where another process has it.
    """
    row = session.exec(select(PublicCard).where(PublicCard.id == card_id).with_for_update()).one()
    taken = row.channel_id == channel_id and row.again_at is not None and row.again_at > now
    if taken or row.message_id is not None:
        raise Refusal(Reason.CLASHED)
    earlier = CardTry(row.channel_id, row.posting_since) if row.channel_id and row.posting_since else None
    if earlier is None or earlier.channel_id != channel_id:
        row.posting_since = now
    row.channel_id, row.again_at = channel_id, now + LEASE
    return earlier


def taken_over(session: Session) -> None:
    """Free the cards that a process which is gone was posting; each is looked for before it is posted. Called when
    the process that sends starts (``models.database.lease``), so that no vote is without its card for longer
    than a restart."""
    session.exec(
        update(PublicCard)
        .where(col(PublicCard.message_id).is_(None), col(PublicCard.posting_since).is_not(None))
        .values(again_at=None)
    )


def drawn(session: Session, card_id: int, channel_id: int, message_id: int, token: int) -> None:
    """The card stands as this message. What changed after ``token`` was given keeps it stale."""
    rows(session, _DRAWN, card=card_id, channel=channel_id, message=message_id, token=token)


_DRAWN = (
    update(PublicCard)
    .where(col(PublicCard.id) == bindparam("card"))
    .values(
        channel_id=bindparam("channel"),
        message_id=bindparam("message"),
        tries=0,
        again_at=None,
        posting_since=None,
        stale=col(PublicCard.version) != bindparam("token"),
    )
)


def failed(session: Session, now: datetime, card_id: int) -> None:
    """Write down that Discord failed; the card stays stale and is tried again after the others, at growing
    intervals."""
    row = session.get_one(PublicCard, card_id)
    row.again_at = now + BACK_OFF[min(row.tries, len(BACK_OFF) - 1)]
    row.tries += 1


def gone(session: Session, card_id: int) -> None:
    """Write down that someone deleted the message, so that the card is not drawn again by itself."""
    row = session.get_one(PublicCard, card_id)
    row.gone, row.stale = True, False


def unreachable(
    session: Session, now: datetime, card_id: int, channel_id: int, error: str, *, deleted: bool
) -> None:
    """Write down that the bot may not write in this channel, or that the channel was ``deleted`` and the card with
    it. Moderators are told once a day. The card is tried again in half an hour, and at once where another
    channel is chosen for one that is nowhere."""
    row = session.get_one(PublicCard, card_id)
    row.channel_id, row.again_at = channel_id, now + UNREACHABLE
    if deleted:
        row.message_id = row.posting_since = None
    alerts.tell(session, now, row.guild_id, channel_id, error, f"{row.kind} card")
    if row.kind is CardKind.PROPOSAL:
        _tell_proposer(session, now, row, channel_id, error)


def _tell_proposer(session: Session, now: datetime, row: PublicCard, channel_id: int, error: str) -> None:
    """The proposer hears once for each channel that the card of their vote is not there."""
    name = session.get_one(Signatory, row.subject_id)
    if name.added_by and row.message_id is None:
        facts = {"channel_id": channel_id, "error": error, "kind_not_sent": f"{row.kind} card"}
        told = f"card:{row.id}:{channel_id}"
        about_name.tell(session, name.added_by, NoticeKind.TROUBLE, now, name, told, **facts)


def place(session: Session, kind: CardKind, subject_id: int) -> CardPlace | None:
    """Where the card of this subject stands, to link to; None while it is nowhere."""
    row = session.exec(
        select(PublicCard).where(
            PublicCard.kind == kind, PublicCard.subject_id == subject_id, col(PublicCard.gone).is_(False)
        )
    ).first()
    return CardPlace(row.channel_id, row.message_id) if row and row.channel_id and row.message_id else None
