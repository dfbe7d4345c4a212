"""The last look at a list before it is written: only at what happened since it was prepared."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from models import journal
from models.acts import Act
from models.database.tables import Letter, Signatory
from models.importing.insertion import NewName
from models.names import blocking, persons, similarity
from models.names.identity import Identity
from models.refusal import Reason, Refusal
from models.sheets.batches import Judged


@dataclass(frozen=True, slots=True)
class PreparedBatch:
    """A list that was judged, ready to be written."""

    since: int
    """The newest entry of the journal before it was judged."""
    judged: tuple[Judged, ...]
    new: tuple[NewName, ...]
    """What is to be written of it."""


def require_unchanged(session: Session, letter: Letter, prepared: PreparedBatch) -> None:
    """That nothing happened since which would have had a row judged otherwise: to a name that one of them is, looks
    like or was compared with, or to somebody who said no. Refuses BATCH_CHANGED."""
    entries = journal.since(session, letter.guild_id, prepared.since)
    ids, before = set[int](), list[Identity]()
    for entry in entries:
        if entry.act == Act.PERSON_ERASED:
            raise Refusal(Reason.BATCH_CHANGED)  # nobody can tell any more which names were theirs
        if entry.letter_id != letter.id:
            continue
        facts = entry.facts
        ids |= {one for one in (entry.signatory_id, facts.get("other_id")) if isinstance(one, int)}
        was = facts.get("before")
        if isinstance(was, dict) and was.keys() >= set(Identity.__slots__):
            before.append(Identity.kept({name: was[name] for name in Identity.__slots__}))
    if not ids:
        return
    rows = session.exec(select(Signatory).where(col(Signatory.id).in_(ids))).all()
    changed = [*before, *(Identity.of(row) for row in rows)]
    keys = {one.identity.key for one in prepared.judged if one.identity is not None}
    compared = {about.values.get("id") for one in prepared.judged for about in one.found}
    compared |= {one.signatory_id for one in prepared.judged}
    if (
        not ids.isdisjoint(compared)
        or any(one.key in keys for one in changed)
        or any(_is_like(one, new) for one in changed for new in prepared.new)
        or any(
            persons.may_be_one_person(row.name, new.identity.name)
            for row in rows
            if row.person_refused_at is not None
            for new in prepared.new
        )
    ):
        raise Refusal(Reason.BATCH_CHANGED)


def _is_like(one: Identity, new: NewName) -> bool:
    if blocking.of(one.kind, one.name).isdisjoint(new.marks):
        return False
    return blocking.compare(one.kind, one.name, new.identity.name) in similarity.STRONG
