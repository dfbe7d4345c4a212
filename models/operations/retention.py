"""Retention: how long what is not needed any more is kept. The settings say it; each start writes it into the database,
so that every verb reads the same."""

import json
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import ColumnElement, Table, or_
from sqlmodel import Session, col, delete, func, select
from sqlmodel.sql.expression import SelectOfScalar

from models import journal
from models.acts import Act
from models.database import installation, scrubbing
from models.database.tables import (
    METADATA,
    Coalition,
    Contact,
    Delivery,
    JournalEntry,
    Letter,
    Notice,
    PublicCard,
    RefusedName,
    Signatory,
    Wish,
)
from models.letters import outages
from models.terms import CardKind, DeliveryState, LetterState, Place

log = logging.getLogger(__name__)

_NAME = "retention"
_OVER = col(Letter.state).in_((LetterState.CLOSED, LetterState.ARCHIVED, LetterState.CANCELLED))
_CLOSED = func.coalesce(col(Letter.closed_at), col(Letter.closes_at))
"""When it closed; of one that was cancelled before, when it would have."""
_LAST_ENTRY = (
    select(JournalEntry.at)
    .where(JournalEntry.letter_id == Letter.id, col(JournalEntry.salt).is_not(None))
    .order_by(col(JournalEntry.at).desc())
    .limit(1)
    .scalar_subquery()
)
"""When the last entry was written that says something about a letter still."""
AT_ONCE = 1000
"""So many notices, and so many direct messages, are erased in one transaction."""
ENTRIES_AT_ONCE = 500
"""So many entries of journals are emptied in one transaction."""


class Retention(Struct, frozen=True):
    """Days for which each is kept."""

    contacts: int = 30
    """Contact addresses, after the final list: time to say thank you, and to be told of a mistake."""
    journal: int = 730
    """The content of journal entries about a letter that is archived, after the last of them; 0 for ever."""
    servers: int = 30
    """Everything of a server, after the bot was removed from it."""
    refusals: int = 365
    """Keyed digests that recognise whoever said no to a letter, after they had themselves erased."""
    notices: int = 90
    """What was told: notices of letters that are put away, and to whom any went by direct message."""
    wishes: int = 30
    """Names on a wish list, after its letter closed."""


def configure(session: Session, wanted: Retention) -> None:
    """Write down how long each is kept from now on. Called at each start with what the settings say."""
    installation.put(session, _NAME, json.dumps(asdict(wanted)))


def current(session: Session) -> Retention:
    """The retention that the last start wrote into the database; the defaults before the first."""
    kept = installation.get(session, _NAME)
    return Retention(**json.loads(kept)) if kept is not None else Retention()


def erase_servers(session: Session, now: datetime) -> int:
    """Erase every server that the bot was removed from so long ago; how many.

    Only while the bot is connected, or was since: whoever invited it again while it was down would lose everything.
    """
    seen = _seen(session)
    ended = [guild_id for guild_id, at in _ended(session) if seen is not None and at <= min(now, seen)]
    for guild_id in ended:
        forget(session, guild_id)
        log.info("erased the data of server %s, because the bot was removed from it", guild_id)
    return len(ended)


def forget(session: Session, guild_id: int) -> None:
    """Erase everything of one server, whatever table it stands in, and ask that it is gone from the disk as well."""
    session.flush()
    for table in reversed(METADATA.sorted_tables):
        theirs = _belongs(table, guild_id)
        if theirs is not None:
            session.execute(delete(table).where(theirs))
    session.expire_all()
    scrubbing.forget_words(session)


def empty_journals(session: Session, now: datetime) -> int:
    """Erase what journal entries say about archived letters, so long after the last of them; how many. Some at a time:
    the next look at the clock goes on.

    Instants, acts and digests stay, so that the chain is still proved; one entry says that it was done.
    """
    emptied = 0
    for letter_id, guild_id, at in _archived(session):
        if at > now or emptied == ENTRIES_AT_ONCE:
            continue
        # The last of them, by which it is due, goes last.
        unread = _unread(letter_id).order_by(col(JournalEntry.at), col(JournalEntry.id))
        entries = session.exec(unread.limit(ENTRIES_AT_ONCE - emptied)).all()
        journal.empty(entries)
        session.flush()
        emptied += len(entries)
        if session.exec(_unread(letter_id).limit(1)).first() is None:
            empty = select(func.count()).where(
                JournalEntry.letter_id == letter_id, col(JournalEntry.salt).is_(None)
            )
            facts = {"letter": letter_id, "entries": session.exec(empty).one()}
            journal.append(session, guild_id, now, Act.JOURNAL_EMPTIED, actor_id=None, **facts)
        scrubbing.request(session)
    return emptied


def waited(
    session: Session, now: datetime, moments: Mapping[Callable[..., Any], datetime]
) -> dict[Callable[..., Any], datetime]:
    """These moments of anything, in which those of :data:`EARLIEST` become the instants at which they fall due. What
    waits for Discord to be there is no moment: its return is one."""
    found, kept = dict(moments), current(session)
    for step, days in {
        erase_contacts: kept.contacts,
        erase_refusals: kept.refusals,
        erase_wishes: kept.wishes,
        erase_servers: kept.servers,
        empty_journals: kept.journal,
    }.items():
        if step in found:
            found[step] += timedelta(days=days)
    if not kept.journal:
        found.pop(empty_journals, None)
    if erase_servers in found and found[erase_servers] <= now:
        del found[erase_servers]
        seen = _seen(session)
        ended = [at for _, at in _ended(session) if at > now or (seen is not None and seen >= at)]
        if ended:
            found[erase_servers] = min(ended)
    return found


def _ended(session: Session) -> list[tuple[int, datetime]]:
    """Servers that the bot was removed from, and when each is erased."""
    wait = timedelta(days=current(session).servers)
    rows = session.exec(
        select(Coalition.guild_id, Coalition.left_at).where(col(Coalition.left_at).is_not(None))
    )
    return [(guild_id, at + wait) for guild_id, at in rows if at is not None]


def _seen(session: Session) -> datetime | None:
    """When the bot was last known to be connected."""
    sign = installation.get(session, outages.SIGN)
    return datetime.fromisoformat(sign) if sign is not None else None


def _archived(session: Session) -> list[tuple[int, int, datetime]]:
    """Archived letters whose journal says something still, their servers, and when it is emptied."""
    days = current(session).journal
    if not days:
        return []
    rows = session.exec(
        select(Letter.id, Letter.guild_id, _LAST_ENTRY).where(Letter.state == LetterState.ARCHIVED)
    )
    wait = timedelta(days=days)
    return [(letter_id, guild_id, at + wait) for letter_id, guild_id, at in rows if at is not None]


def _unread(letter_id: int) -> Any:
    return select(JournalEntry).where(JournalEntry.letter_id == letter_id, col(JournalEntry.salt).is_not(None))


def _belongs(table: Table, guild_id: int) -> ColumnElement[bool] | None:
    """That a row belongs to a server, by itself or by what it hangs on; None for what belongs to none."""
    columns = table.columns
    if "guild_id" in columns:
        return columns["guild_id"] == guild_id
    for name, parent in (("letter_id", Letter), ("signatory_id", Signatory), ("notice_id", Notice)):
        if name in columns:
            return columns[name].in_(select(col(parent.id)).where(parent.guild_id == guild_id))
    return None


def erase_contacts(session: Session, now: datetime) -> int:
    """Erase the addresses of letters whose final list is older than ``retention`` says; how many. Run by
    the clock."""
    wait = timedelta(days=current(session).contacts)
    final = select(Letter.id).where(col(Letter.final_at) <= now - wait)
    theirs = select(Signatory.id).where(col(Signatory.letter_id).in_(final))
    return _erase(session, select(Contact).where(col(Contact.signatory_id).in_(theirs)))


def erase_refusals(session: Session, now: datetime) -> int:
    """Erase what recognises those who said no and were erased so long ago; how many."""
    wait = timedelta(days=current(session).refusals)
    return _erase(session, select(RefusedName).where(col(RefusedName.erased_at) <= now - wait))


def erase_wishes(session: Session, now: datetime) -> int:
    """Erase the names on the wish lists of letters that closed so long ago; how many."""
    wait = timedelta(days=current(session).wishes)
    over = select(Letter.id).where(_OVER, now - wait >= _CLOSED)
    return _erase(session, select(Wish).where(col(Wish.letter_id).in_(over)))


def _erase(session: Session, which: SelectOfScalar[Any]) -> int:
    """Erase these rows, and ask that they are gone from the disk as well; how many."""
    due = session.exec(which).all()
    for one in due:
        session.delete(one)
        scrubbing.request(session)
    session.flush()
    return len(due)


def erase_notices(session: Session, now: datetime) -> int:
    """Erase notices that were due so long ago and wait for nobody, where they belong to no letter or to one that is
    archived or cancelled; how many rows. Of a letter that goes on it stays written down what was told, or it would be
    told again, but not to whom by direct message. Some at a time: the next look at the clock goes on."""
    until = now - timedelta(days=current(session).notices)
    over = select(Letter.id).where(col(Letter.state).in_((LetterState.ARCHIVED, LetterState.CANCELLED)))
    waiting = select(Delivery.id).where(
        Delivery.notice_id == Notice.id,
        col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.CLAIMED)),
    )
    old = session.exec(
        select(Notice.id)
        .where(
            col(Notice.due_at) <= until,
            or_(col(Notice.letter_id).is_(None), col(Notice.letter_id).in_(over)),
            ~waiting.exists(),
        )
        .limit(AT_ONCE)
    ).all()
    direct = session.exec(
        select(Delivery.id)
        .where(Delivery.place == Place.USER, col(Delivery.settled_at) <= until)
        .limit(AT_ONCE)
    ).all()
    if not old and not direct:
        return 0
    gone = or_(col(Delivery.notice_id).in_(old), col(Delivery.id).in_(direct))
    session.exec(
        delete(PublicCard).where(
            col(PublicCard.kind) == CardKind.NOTICE,
            col(PublicCard.subject_id).in_(select(Delivery.id).where(gone)),
        )
    )
    session.exec(delete(Delivery).where(gone))
    session.exec(delete(Notice).where(col(Notice.id).in_(old)))
    scrubbing.request(session)
    return len(old) + len(direct)


EARLIEST: Mapping[Callable[..., Any], Any] = {
    erase_contacts: select(func.min(Letter.final_at))
    .join(Signatory, col(Signatory.letter_id) == col(Letter.id))
    .join(Contact, col(Contact.signatory_id) == col(Signatory.id)),
    erase_refusals: select(func.min(RefusedName.erased_at)),
    erase_wishes: select(func.min(_CLOSED)).join(Wish, col(Wish.letter_id) == col(Letter.id)).where(_OVER),
    erase_servers: select(func.min(Coalition.left_at)).where(col(Coalition.left_at).is_not(None)),
    empty_journals: select(func.min(_LAST_ENTRY))
    .select_from(Letter)
    .where(Letter.state == LetterState.ARCHIVED),
}
"""Of each step the query for the earliest instant from which its days are counted; :func:`waited` adds them."""
