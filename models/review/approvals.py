"""Approvals by a press: what was shown is approved, and nothing that changed since."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

from sqlmodel import Session, col, select

from models import journal
from models.acts import Act
from models.coalitions import access
from models.database.tables import JournalEntry, Resemblance, Signatory
from models.names.identity import Identity
from models.refusal import Reason, Refusal
from models.review import queue, review
from models.sheets import Actor, ReviewAnswer, ReviewSheet
from models.signatories import lifecycle, lookalikes, shown
from models.terms import Verdict

_OF_ALL = (Act.TEXT_WRITTEN, Act.POLICY_SET, Act.LETTER_EDITED)
"""Acts on a letter after which each of its names must be looked at anew."""


def approve(session: Session, actor: Actor, now: datetime, ids: Sequence[int], digest: str) -> ReviewSheet:
    """Approve what was shown. Refuses OUTDATED for all where one of them changed since, and as ``review.approve``."""
    _require_shown(session, actor, ids, digest)
    return review.approve(session, actor, now, ids)


def override(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], digest: str, told: str, reason: str
) -> ReviewSheet:
    """Approve what was shown against the vote. Refuses as :func:`approve`, and as ``review.override``."""
    _require_shown(session, actor, ids, digest)
    return review.override(session, actor, now, ids, told, reason)


def decline(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], digest: str, told: str, note: str = ""
) -> ReviewSheet:
    """Leave out what was shown; an empty digest, of an address that an earlier version drew, shows nothing. Refuses as
    :func:`approve`, and as ``review.decline``."""
    if digest:
        _require_shown(session, actor, ids, digest)
    return review.decline(session, actor, now, ids, told, note)


def hold(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], digest: str, told: str, note: str = ""
) -> ReviewSheet:
    """Put on hold what was shown; otherwise as :func:`decline`."""
    if digest:
        _require_shown(session, actor, ids, digest)
    return review.hold(session, actor, now, ids, told, note)


def approve_ready(
    session: Session, actor: Actor, now: datetime, letter_id: int, since: int, digest: str
) -> ReviewSheet:
    """Approve of all that are ready those that were shown and have not changed since; the rest are refused with
    CHANGED_SINCE(name), each for itself. ``since`` and ``digest`` are those of the sheet.

    Refuses MODERATORS_ONLY, READY_CHANGED(letter_id, ready) where none is left, as ``lookup.choose``.
    """
    sheet = queue.queue(session, actor, letter_id)
    ready = [one.id for one in sheet.ready]
    if ready and sheet.digest == digest:
        return review.approve(session, actor, now, ready)
    return approve_since(session, actor, now, sheet.letter_id, ready, since)


def approve_since(
    session: Session, actor: Actor, now: datetime, letter_id: int, ready: Sequence[int], since: int
) -> ReviewSheet:
    """Approve of these, all of one letter, what was ready at that entry of the journal, and nothing happened to since:
    not to itself, to a name that it looks like, to whoever put it forward, or to the letter. So nothing that became
    ready meanwhile passes for shown. Refuses as :func:`approve_ready`."""
    entries = journal.since(session, actor.guild_id, since)
    about = [entry for entry in entries if entry.letter_id == letter_id]
    changed = _touched(session, actor, letter_id, about)
    people = {number for entry in entries if entry.letter_id is None for number in _numbers(entry.facts)}
    rows = [lifecycle.find(session, actor.guild_id, one) for one in ready]
    passes = [row.id for row in rows if row.id not in changed and row.added_by not in people]
    if not passes or any(entry.act in _OF_ALL for entry in about):
        raise Refusal(Reason.READY_CHANGED, letter_id=letter_id, ready=len(ready))
    done = review.approve(session, actor, now, passes)
    rest = [_changed_since(row) for row in rows if row.id not in passes]
    return ReviewSheet(Verdict.APPROVE, (*done.answers, *rest))


def _require_shown(session: Session, actor: Actor, ids: Sequence[int], digest: str) -> None:
    access.require_moderator(session, actor)
    shown.require(session, [lifecycle.find(session, actor.guild_id, one) for one in ids], digest)


def _touched(session: Session, actor: Actor, letter_id: int, entries: Sequence[JournalEntry]) -> frozenset[int]:
    """Ids of the names that these entries are about, and of those that look like one of them, then or now."""
    ids = {entry.signatory_id for entry in entries if entry.signatory_id is not None}
    ids |= {entry.facts["other_id"] for entry in entries if "other_id" in entry.facts}
    alike = session.exec(select(Resemblance.other_id).where(col(Resemblance.signatory_id).in_(ids)))
    found = {*ids, *alike}
    for entry in entries:
        if entry.act in (Act.EDITED, Act.CORRECTED) and "before" in entry.facts:
            was = entry.facts["before"]
            before = Identity.kept({name: was[name] for name in Identity.__slots__})
            aliases = was.get("aliases", ())
            near = lookalikes.find(session, letter_id, actor.guild_id, before, aliases=aliases, most=None)
            found |= {one.id for one in near}
    return frozenset(found)


def _changed_since(row: Signatory) -> ReviewAnswer:
    refusal = Refusal(Reason.CHANGED_SINCE, name=row.name)
    return ReviewAnswer(row.id, row.name, row.state, None, second_needed=False, alone=False, refusal=refusal)


def _numbers(value: object) -> Iterator[int]:
    """Every number in what an entry says, however deep: the ids of people are among them."""
    if isinstance(value, int):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_numbers, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_numbers, value))
