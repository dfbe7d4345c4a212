"""Approvals by a press: what was shown is approved, and nothing that changed since."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

from msgspec.structs import replace
from sqlmodel import Session, col, select

from models import journal
from models.acts import Act
from models.coalitions import access
from models.database.tables import JournalEntry, Resemblance, Signatory
from models.names.identity import Identity
from models.refusal import Reason, Refusal
from models.review import cases, queue, review
from models.sheets import Actor, Approving, ReviewAnswer, ReviewSheet, SignatoryChoice
from models.signatories import lookalikes, shown

_OF_ALL = (Act.TEXT_WRITTEN, Act.POLICY_SET, Act.LETTER_EDITED)
"""Acts on a letter after which each of its names must be looked at again."""
STEP = 100
"""This many names are approved in one transaction."""


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


def start_ready(
    session: Session, actor: Actor, _now: datetime, letter_id: int, since: int, digest: str
) -> Approving:
    """Of all that are ready those that were shown; nothing is written yet. ``since`` and ``digest`` are those of the
    sheet. Refuses MODERATORS_ONLY, READY_CHANGED(letter_id, ready) if none is left, as ``lookup.choose``."""
    sheet = queue.queue(session, actor, letter_id)
    as_shown = bool(sheet.ready) and sheet.digest == digest
    return start(session, actor, sheet.letter_id, sheet.ready, sheet.since if as_shown else since)


def start(
    session: Session, actor: Actor, letter_id: int, ready: Sequence[SignatoryChoice], since: int
) -> Approving:
    """Of these, all of one letter, what was ready at that entry of the journal, and nothing happened to since: not to
    itself, to a name that it looks like, to the proposer, or to the letter. So nothing that became ready
    meanwhile passes for shown. Refuses as :func:`start_ready`."""
    work = _looked(session, actor, Approving(letter_id, tuple(ready), since))
    if not set(_unchanged(session, actor, work, [one.id for one in ready])):
        raise Refusal(Reason.READY_CHANGED, letter_id=letter_id, ready=len(ready))
    return work


def go_on(session: Session, actor: Actor, now: datetime, work: Approving) -> Approving:
    """Approve the next of them, some at a time; what changed since it was shown is refused with CHANGED_SINCE(name),
    each for itself. Refuses MODERATORS_ONLY, and READY_CHANGED(letter_id, ready) where something happened to the
    letter."""
    access.require_moderator(session, actor)
    step, rest = work.rest[:STEP], work.rest[STEP:]
    ids = [one.id for one in step]
    # Held before the journal is read, so that nothing happens to them between the two (PostgreSQL).
    session.exec(select(Signatory.id).where(col(Signatory.id).in_(ids)).with_for_update()).all()
    journal.hold(session, actor.guild_id)
    work = _looked(session, actor, work)
    passes = _unchanged(session, actor, work, ids)
    done = {one.signatory_id: one for one in review.approve(session, actor, now, passes).answers}
    answers = tuple(done.get(one.id) or _changed_since(one) for one in step)
    newest = journal.newest(session, actor.guild_id)
    return replace(work, rest=rest, since=newest, answers=work.answers + answers)


def _looked(session: Session, actor: Actor, work: Approving) -> Approving:
    """With what the journal says since it was looked at."""
    entries = journal.since(session, actor.guild_id, work.since)
    about = [entry for entry in entries if entry.letter_id == work.letter_id]
    if any(entry.act in _OF_ALL for entry in about):
        raise Refusal(Reason.READY_CHANGED, letter_id=work.letter_id, ready=len(work.rest))
    changed = _touched(session, actor, work.letter_id, about) if about else frozenset()
    people = {number for entry in entries if entry.letter_id is None for number in _numbers(entry.facts)}
    since = max((entry.id for entry in entries), default=work.since)
    return replace(work, since=since, changed=work.changed | changed, people=work.people | people)


def _unchanged(session: Session, actor: Actor, work: Approving, ids: Sequence[int]) -> list[int]:
    """Those of these names to which nothing happened, nor to the person who proposed them."""
    proposers = dict(
        session.exec(
            select(Signatory.id, Signatory.added_by).where(
                col(Signatory.id).in_(ids), Signatory.guild_id == actor.guild_id
            )
        ).all()
    )
    return [
        one for one in ids if one in proposers and one not in work.changed and proposers[one] not in work.people
    ]


def _require_shown(session: Session, actor: Actor, ids: Sequence[int], digest: str) -> None:
    access.require_moderator(session, actor)
    found = cases.of(session, actor, ids)
    if not found.keys() >= set(ids):
        raise Refusal(Reason.NOT_FOUND)
    shown.require(session, [found[one].row for one in ids], digest)


def _touched(session: Session, actor: Actor, letter_id: int, entries: Sequence[JournalEntry]) -> frozenset[int]:
    """Ids of the names that these entries are about, and of those that look like one of them, then or now."""
    ids = {entry.signatory_id for entry in entries if entry.signatory_id is not None}
    ids |= {entry.facts["other_id"] for entry in entries if "other_id" in entry.facts}
    alike = session.exec(select(Resemblance.other_id).where(col(Resemblance.signatory_id).in_(ids)))
    found = {*ids, *alike}
    for entry in entries:
        if entry.act in (Act.EDITED, Act.CORRECTED) and "before" in entry.facts:
            was = entry.facts["before"]
            before = Identity.kept(was)
            aliases = was.get("aliases", ())
            near = lookalikes.find(session, letter_id, actor.guild_id, before, aliases=aliases, most=None)
            found |= {one.id for one in near}
    return frozenset(found)


def _changed_since(one: SignatoryChoice) -> ReviewAnswer:
    return ReviewAnswer.refused(one.id, one.name, one.state, Refusal(Reason.CHANGED_SINCE, name=one.name))


def _numbers(value: object) -> Iterator[int]:
    """Every number in what an entry says, however deep: the ids of people are among them."""
    if isinstance(value, int):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_numbers, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_numbers, value))
