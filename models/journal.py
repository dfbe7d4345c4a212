"""The journal: the append-only audit trail.

Each entry's digest chains the one before it with a salted digest of its payload, so that a payload can be
erased later and the chain still be proved.
"""

import hashlib
import json
import re
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarResult, String, cast
from sqlmodel import Session, col, func, select

from models.acts import Act
from models.database.tables import JournalEntry
from models.sheets import ChainSheet

GENESIS = "0" * 64


def digest_of(*parts: str) -> str:
    """SHA-256 over parts that cannot run into each other, as 64 hexadecimal digits."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode()
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


def _canonical(payload: Mapping[str, Any]) -> str:
    return json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def append(
    session: Session,
    guild_id: int,
    now: datetime,
    act: Act,
    *,
    actor_id: int | None,
    letter_id: int | None = None,
    signatory_id: int | None = None,
    **facts: Any,
) -> None:
    """Write one act. ``actor_id`` is None where the bot acts by itself; ``facts`` are plain JSON values.

    Never pass who chose what in a secret vote.
    """
    append_each(session, guild_id, now, act, [(signatory_id, facts)], actor_id=actor_id, letter_id=letter_id)


def append_each(
    session: Session,
    guild_id: int,
    now: datetime,
    act: Act,
    about: Sequence[tuple[int | None, Mapping[str, Any]]],
    *,
    actor_id: int | None,
    letter_id: int | None = None,
) -> None:
    """Write the same act on several signatories, each with its own facts: an entry each, in this order."""
    if session.get_bind().dialect.name == "postgresql":
        # Where several write, each must chain to the one before it; SQLite has one writer.
        session.exec(select(func.pg_advisory_xact_lock(guild_id)))
    previous = session.exec(
        select(JournalEntry.digest)
        .where(JournalEntry.guild_id == guild_id)
        .order_by(col(JournalEntry.id).desc())
        .limit(1)
    ).first()
    for signatory_id, facts in about:
        payload: dict[str, Any] = {"actor": actor_id, **facts}
        salt = secrets.token_hex(16)
        entry = JournalEntry(
            guild_id=guild_id,
            at=now,
            act=act.value,
            letter_id=letter_id,
            signatory_id=signatory_id,
            payload=payload,
            salt=salt,
            payload_digest=digest_of(salt, _canonical(payload)),
            digest="",
        )
        previous = entry.digest = _link(previous or GENESIS, entry)
        session.add(entry)
    session.flush()


def verify_chain(session: Session, guild_id: int, since: str = "") -> ChainSheet:
    """Compute the chain of one server anew, and say where it breaks.

    An entry without payload and salt was erased: its payload's digest stands for it. ``since`` is a digest that was
    written down earlier; a chain that holds it has the same entries up to it as it had then.
    """
    count = erased = held_at = 0
    head, last_at = GENESIS, None
    with _entries(session, guild_id) as entries:
        for entry in entries:
            if entry.payload is None and entry.salt is None:
                erased += 1
            elif entry.payload_digest != digest_of(entry.salt or "", _canonical(entry.payload or {})):
                return ChainSheet(guild_id, count, erased, head, last_at, held_at, broken_at=count + 1)
            if entry.digest != _link(head, entry):
                return ChainSheet(guild_id, count, erased, head, last_at, held_at, broken_at=count + 1)
            count, head, last_at = count + 1, entry.digest, entry.at
            if since and head == since:
                held_at = count
    return ChainSheet(guild_id, count, erased, head, last_at, held_at)


def newest(session: Session, guild_id: int) -> int:
    """The number of this server's newest entry; 0 where there is none."""
    last = select(func.max(col(JournalEntry.id))).where(JournalEntry.guild_id == guild_id)
    return session.exec(last).one() or 0


def since(session: Session, guild_id: int, number: int) -> Sequence[JournalEntry]:
    """This server's entries after the one of this number, oldest first."""
    later = select(JournalEntry).where(JournalEntry.guild_id == guild_id, col(JournalEntry.id) > number)
    return session.exec(later.order_by(col(JournalEntry.id))).all()


def naming(session: Session, guild_id: int, user_id: int) -> Iterator[JournalEntry]:
    """Entries in whose content this id stands, as a number, or in the words of whoever acted. In a name, which its
    proposer chooses, it is no one's id: or an own id in a name would empty what moderators did to it."""
    found = session.exec(
        select(JournalEntry)
        .where(
            JournalEntry.guild_id == guild_id, cast(col(JournalEntry.payload), String).contains(str(user_id))
        )
        .order_by(col(JournalEntry.id))
    ).all()
    return (entry for entry in found if _names(entry.payload or {}, user_id))


_WORDS = ("reason", "note", "told")
"""What whoever acted wrote about it."""


def _names(payload: Mapping[str, Any], user_id: int) -> bool:
    alone = re.compile(rf"(?<!\d){user_id}(?!\d)")
    return any(alone.search(str(payload.get(key, ""))) for key in _WORDS) or user_id in _numbers(payload)


def _numbers(value: Any) -> Iterator[int]:
    """Every whole number in a document."""
    if isinstance(value, int) and not isinstance(value, bool):
        yield value
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    for part in parts:
        yield from _numbers(part)


def about(session: Session, signatory_ids: Collection[int]) -> Sequence[JournalEntry]:
    """The journal's entries about these signatories, by id."""
    return session.exec(select(JournalEntry).where(col(JournalEntry.signatory_id).in_(signatory_ids))).all()


def empty(entries: Iterable[JournalEntry]) -> None:
    """Erase the content of entries; instants, acts and digests stay, so that the chain is still proved."""
    for entry in entries:
        entry.payload = entry.salt = None


def servers(session: Session) -> tuple[int, ...]:
    """Ids of all servers that have a journal, the smallest first; for whoever runs the bot."""
    return tuple(session.exec(select(JournalEntry.guild_id).distinct().order_by(col(JournalEntry.guild_id))))


def _entries(session: Session, guild_id: int) -> ScalarResult[JournalEntry]:
    """In the order in which they were written; many, so never all at once. To be closed: a server keeps what was not
    fetched."""
    return session.exec(
        select(JournalEntry)
        .where(JournalEntry.guild_id == guild_id)
        .order_by(col(JournalEntry.id))
        .execution_options(yield_per=1000)
    )


def _link(previous: str, entry: JournalEntry) -> str:
    return digest_of(
        previous,
        entry.at.isoformat(),
        entry.act,
        str(entry.letter_id),
        str(entry.signatory_id),
        entry.payload_digest,
    )
