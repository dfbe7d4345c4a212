"""The last look at a list before it is written: only at what happened since it was prepared."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlmodel import Session, col, select

from models import journal
from models.acts import Act
from models.database.tables import Letter, Signatory
from models.importing.assessment import Sayings
from models.importing.insertion import NewName
from models.names import persons, similarity
from models.names.identity import Identity
from models.names.matcher import Gathering
from models.refusal import Reason, Refusal
from models.sheets.batches import Judged
from models.signatories import lookalikes

_OF_PAIRS = frozenset({Act.MARKED_AS_THE_SAME, Act.MARKED_AS_DIFFERENT})


class PreparedBatch(Struct, frozen=True):
    """A list that was judged, ready to be written."""

    since: int
    """The newest entry of the journal before it was judged."""
    new: tuple[NewName, ...]
    """What is to be written of it."""
    near: Gathering
    """Those, to find which of them another name looks like."""
    keys: frozenset[str]
    """Exact keys of all rows that are a name."""
    compared: frozenset[int]
    """Ids of the names on the letter that a row was compared with."""
    sayings: Sayings


def prepared(
    session: Session, letter: Letter, since: int, judged: Sequence[Judged], new: tuple[NewName, ...]
) -> PreparedBatch:
    """Keep by what it is seen whether anything matters that happens after the entry of this number."""
    near = Gathering((one.identity.kind, one.identity.name) for one in new)
    for number, one in enumerate(new):
        near.add(number, one.identity.kind, one.identity.name, one.identity.country)
    ids: set[Any] = {one.signatory_id for one in judged}
    ids |= {about.values.get("id") for one in judged for about in one.found}
    return PreparedBatch(
        since,
        new,
        near,
        frozenset(one.identity.key for one in judged if one.identity is not None),
        frozenset(ids - {None}),
        lookalikes.sayings(session, letter.guild_id),
    )


def require_unchanged(session: Session, letter: Letter, batch: PreparedBatch) -> None:
    """That nothing happened since which would have had a row judged otherwise: to a name that one of them is, looks
    like or was compared with, to what moderators said of two names, or to somebody who said no. Refuses
    BATCH_CHANGED."""
    entries = journal.since(session, letter.guild_id, batch.since)
    ids, before = set[int](), list[Identity]()
    for entry in entries:
        if entry.act == Act.PERSON_ERASED:
            raise Refusal(Reason.BATCH_CHANGED)  # nobody can tell any more which names were theirs
        if entry.letter_id != letter.id:
            continue
        facts = entry.facts
        ids |= {one for one in (entry.signatory_id, facts.get("other_id")) if isinstance(one, int)}
        was = facts.get("before")
        if isinstance(was, dict) and was.keys() >= set(Identity.__struct_fields__):
            before.append(Identity.kept(was))
    # What is said of two names holds for every letter of the server.
    if any(entry.act in _OF_PAIRS for entry in entries) and _is_said_otherwise(session, letter, batch):
        raise Refusal(Reason.BATCH_CHANGED)
    if not ids.isdisjoint(batch.compared):
        raise Refusal(Reason.BATCH_CHANGED)
    rows = session.exec(select(Signatory).where(col(Signatory.id).in_(ids))).all() if ids else ()
    known_as = [(one, ()) for one in before] + [(Identity.of(row), tuple(row.aliases)) for row in rows]
    refused = [row.name for row in rows if row.person_refused_at is not None]
    if (
        any(one.key in batch.keys for one, _ in known_as)
        or any(_is_like(one, name, batch) for one, aliases in known_as for name in (one.name, *aliases))
        or any(persons.may_be_one_person(name, new.identity.name) for name in refused for new in batch.new)
    ):
        raise Refusal(Reason.BATCH_CHANGED)


def _is_said_otherwise(session: Session, letter: Letter, batch: PreparedBatch) -> bool:
    """Whether moderators said something new of a name in the list."""
    now = lookalikes.sayings(session, letter.guild_id)
    changed = [pair for pair in now.keys() | batch.sayings.keys() if now.get(pair) != batch.sayings.get(pair)]
    return any(not batch.keys.isdisjoint(pair) for pair in changed)


def _is_like(one: Identity, name: str, batch: PreparedBatch) -> bool:
    return any(like in similarity.STRONG for _, like in batch.near.find(one.kind, name, one.country))
