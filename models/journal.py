"""The journal: the append-only audit trail.

Each entry's digest chains the one before it with salted digests of what the entry says: what was done, and apart from
it who did it, and what was said of a name. So each can be erased later, the others stay, and the chain is still proved.
Entries of earlier versions hold everything in one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import BigInteger, ScalarResult, String, bindparam, cast
from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from models.acts import Act
from models.database.bulk import Bulk
from models.database.tables import JournalEntry
from models.entry_sections import EntrySection, names, speaks_of
from models.sealed_entries import Sealed, canonical, digest_of, new_salt, seal
from models.sheets import ChainSheet

GENESIS = "0" * 64


class Entry(Struct, frozen=True):
    """One act to be written. ``facts`` are plain JSON values."""

    act: Act
    facts: Mapping[str, Any]
    letter_id: int | None = None
    signatory_id: int | None = None


_LAST = (
    select(JournalEntry.digest)
    .where(col(JournalEntry.guild_id) == bindparam("of_guild"))
    .order_by(col(JournalEntry.id).desc())
    .limit(1)
)
_LOCK = select(func.pg_advisory_xact_lock(bindparam("guild_id", type_=BigInteger)))
_COLUMNS = (
    "guild_id", "at", "act", "letter_id", "signatory_id", "payload", "salt", "payload_digest", "digest", "sections",
)  # fmt: skip
_WITH_ANOTHER = frozenset({Act.MERGED_WITH, Act.MARKED_AS_THE_SAME, Act.MARKED_AS_DIFFERENT})


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
    append_all(session, guild_id, now, [Entry(act, facts, letter_id, signatory_id)], actor_id=actor_id)


def append_all(
    session: Session, guild_id: int, now: datetime, entries: Iterable[Entry], *, actor_id: int | None
) -> None:
    """Write several acts of one server, in this order, with as many statements as for one."""
    sealed = [
        (
            one.act,
            one.letter_id,
            one.signatory_id,
            seal(actor_id, one.facts, about_name=one.signatory_id is not None),
        )
        for one in entries
    ]
    chain(session, guild_id, now, sealed)


def chain(
    session: Session,
    guild_id: int,
    now: datetime,
    sealed: Iterable[tuple[Act, int | None, int | None, Sealed]],
) -> None:
    """Write entries that are sealed already, each an act, the ids of a letter and a signatory, and what it says."""
    session.flush()
    hold(session, guild_id)
    previous: str = session.connection().execute(_LAST, {"of_guild": guild_id}).scalar() or GENESIS
    into = Bulk(session, JournalEntry, *_COLUMNS)
    at, iso = into.value("at", now), now.isoformat()
    rows = []
    for act, letter_id, signatory_id, said in sealed:
        own, word = new_salt(), act.value
        done = digest_of(own, said.done)
        previous = _link(previous, iso, word, letter_id, signatory_id, done, said.digests)
        # Both are JSON already.
        rows.append(
            (guild_id, at, word, letter_id, signatory_id, said.done, own, done, previous, said.sections)
        )
    into.write(session, rows)


def hold(session: Session, guild_id: int) -> None:
    """Until this transaction ends nobody else writes an entry of this server: each must chain to the one before it, and
    whoever decides by what was written misses nothing. SQLite has one writer."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK, {"guild_id": guild_id})


def _is_altered(entry: JournalEntry) -> bool:
    """Whether something that the entry says is not what its digests stand for."""
    parts: list[tuple[Any, Any, Any]] = [(entry.payload, entry.salt, entry.payload_digest)]
    parts += [(one.get("facts"), one.get("salt"), one.get("digest")) for one in (entry.sections or {}).values()]
    return any(
        (facts, salt) != (None, None) and digest != digest_of(salt or "", canonical(facts or {}))
        for facts, salt, digest in parts
    )


def verify_chain(session: Session, guild_id: int, since: str = "") -> ChainSheet:
    """Compute the chain of one server anew, and say where it breaks.

    What was erased has neither content nor salt any more: its digest stands for it. ``since`` is a digest that was
    written down earlier; a chain that holds it has the same entries up to it as it had then.
    """
    count = erased = blanked = held_at = broken_at = 0
    head, last_at = GENESIS, None
    with _entries(session, guild_id) as entries:
        for entry in entries:
            if _is_altered(entry) or entry.digest != _link_of(head, entry):
                broken_at = count + 1
                break
            erased += entry.erased
            blanked += not entry.erased and any(map(entry.lacks, EntrySection))
            count, head, last_at = count + 1, entry.digest, entry.at
            if since and head == since:
                held_at = count
    return ChainSheet(guild_id, count, erased, blanked, head, last_at, held_at, broken_at)


def newest(session: Session, guild_id: int) -> int:
    """The number of this server's newest entry; 0 where there is none."""
    last = select(func.max(col(JournalEntry.id))).where(JournalEntry.guild_id == guild_id)
    return session.exec(last).one() or 0


def listed(*where: Any, newest_first: bool = False) -> SelectOfScalar[JournalEntry]:
    """The query for the entries of which all of this holds, in the order in which they were written."""
    number = col(JournalEntry.id)
    return select(JournalEntry).where(*where).order_by(number.desc() if newest_first else number)


def since(session: Session, guild_id: int, number: int) -> Sequence[JournalEntry]:
    """This server's entries after the one of this number, oldest first."""
    return session.exec(listed(JournalEntry.guild_id == guild_id, col(JournalEntry.id) > number)).all()


def naming(session: Session, guild_id: int, user_id: int, since: int = 0) -> Iterator[JournalEntry]:
    """Entries, after the one of this number, that say of this person that they acted, or were acted on, or name them in
    the words of whoever acted."""
    texts = (cast(col(column), String) for column in (JournalEntry.payload, JournalEntry.sections))
    says = or_(*(text.contains(str(user_id)) for text in texts))
    found = listed(JournalEntry.guild_id == guild_id, col(JournalEntry.id) > since, says)
    for entry in session.exec(found).all():
        if entry.sections is None:
            if names(entry.payload or {}, user_id):
                yield entry
        elif any(_speaks_of(entry, section, user_id) for section in EntrySection):
            yield entry


def of_numbers(session: Session, guild_id: int, numbers: Collection[int]) -> Sequence[JournalEntry]:
    """This server's entries of these numbers."""
    return session.exec(listed(JournalEntry.guild_id == guild_id, col(JournalEntry.id).in_(numbers))).all()


def about(session: Session, guild_id: int, signatory_ids: Collection[int]) -> Sequence[JournalEntry]:
    """This server's entries about these names, and those about another one that was compared with one of them."""
    if not signatory_ids:
        return []
    with_another = listed(JournalEntry.guild_id == guild_id, col(JournalEntry.act).in_(_WITH_ANOTHER))
    return [
        *session.exec(listed(col(JournalEntry.signatory_id).in_(signatory_ids))),
        *(one for one in session.exec(with_another) if one.facts.get("other_id") in signatory_ids),
    ]


def forget(entries: Iterable[JournalEntry], user_id: int) -> None:
    """Erase who this person is in entries, and everything of those of earlier versions; what was done stays."""
    for entry in entries:
        for section in EntrySection:
            if entry.sections is None or _speaks_of(entry, section, user_id):
                blank([entry], section)


def blank(entries: Iterable[JournalEntry], section: EntrySection) -> None:
    """Erase one section of entries, and everything of those of earlier versions."""
    for entry in entries:
        if entry.sections is None:
            empty([entry])
        elif section in entry.sections:
            gone = {"facts": None, "salt": None, "digest": entry.sections[section]["digest"]}
            entry.sections = entry.sections | {section.value: gone}


def empty(entries: Iterable[JournalEntry]) -> None:
    """Erase all that entries say; instants, acts and digests stay, so that the chain is still proved."""
    for entry in entries:
        entry.payload = entry.salt = None
        for section in map(EntrySection, entry.sections or ()):
            blank([entry], section)


def servers(session: Session) -> tuple[int, ...]:
    """Ids of all servers that have a journal, the smallest first; for whoever runs the bot."""
    return tuple(session.exec(select(JournalEntry.guild_id).distinct().order_by(col(JournalEntry.guild_id))))


def _entries(session: Session, guild_id: int) -> ScalarResult[JournalEntry]:
    """In the order in which they were written; many, so never all at once. To be closed: a server keeps what was not
    fetched."""
    return session.exec(listed(JournalEntry.guild_id == guild_id).execution_options(yield_per=1000))


def _link(
    previous: str,
    at: str,
    act: str,
    letter_id: int | None,
    signatory_id: int | None,
    payload_digest: str,
    sections: Sequence[str],
) -> str:
    """What the next entry chains to; ``sections`` are name and digest of each, in the order of their names."""
    return digest_of(previous, at, act, str(letter_id), str(signatory_id), payload_digest, *sections)


def _link_of(previous: str, entry: JournalEntry) -> str:
    apart = entry.sections or {}
    digests = [part for name in sorted(apart) for part in (name, str(apart[name].get("digest")))]
    return _link(
        previous,
        entry.at.isoformat(),
        entry.act,
        entry.letter_id,
        entry.signatory_id,
        entry.payload_digest,
        digests,
    )


def _speaks_of(entry: JournalEntry, section: EntrySection, user_id: int) -> bool:
    return speaks_of(section, (entry.sections or {}).get(section, {}).get("facts") or {}, user_id)
