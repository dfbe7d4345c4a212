"""A batch: names that come in with one list, in one transaction, and leave again with it if that was a mistake."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace
from sqlmodel import Session, col, func, select

from models import journal
from models.acts import Act
from models.coalitions import access, records
from models.consents import consents
from models.database.tables import Batch, Letter, Signatory
from models.importing import insertion, previews, recheck
from models.importing.recheck import PreparedBatch
from models.letters import acceptance, lookup, recording
from models.publishing import editions
from models.refusal import Reason, Refusal
from models.review import approvals, queue
from models.sheets import Actor, Approving, BatchAnswers, BatchPreview, BatchSheet
from models.sheets.findings import RowVerdict
from models.signatories import lifecycle
from models.strings import plain_text
from models.terms import LetterState, SignatoryState
from models.voting import votes

PASTED = "pasted"
"""Instead of a file's name, where the names were pasted."""
TAKES = (LetterState.DRAFT, LetterState.OPEN, LetterState.CLOSED)
"""Those that signed elsewhere are kept as late after the close; a vote wants an open letter."""
KEPT = 25
"""This many of the latest batches are listed."""


def preview(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, answers: BatchAnswers
) -> BatchPreview:
    """What would become of each row. Nothing is stored.

    Refuses MODERATORS_ONLY, WRONG_STATE(state, wants), CONSENT_INCOMPLETE(missing), TOO_LONG, for a vote as
    ``acceptance.require`` does, and as ``lookup.choose`` does.
    """
    letter, _ = _checked(session, actor, now, letter_id, answers)
    return replace(previews.of(session, letter, answers), late=acceptance.is_late(letter, now))


def prepare(
    session: Session, actor: Actor, now: datetime, letter_id: int, answers: BatchAnswers, digest: str
) -> PreparedBatch:
    """Work out what should be written of a list, as the letter stands now. Nothing is stored, so nobody waits.

    ``digest`` is that of the preview which was shown: BATCH_CHANGED if the letter changed since. Refuses
    NOTHING_TO_IMPORT, and as :func:`preview` does.
    """
    letter, agreed = _checked(session, actor, now, letter_id, answers)
    lookup.require_unlocked(letter)
    # First: what comes after it is looked at when it is written.
    since = journal.newest(session, letter.guild_id)
    shown = previews.of(session, letter, answers)
    if shown.digest != digest:
        raise Refusal(Reason.BATCH_CHANGED)
    wanted = {RowVerdict.ACCEPTED, RowVerdict.DOUBTFUL} if answers.doubtful_too else {RowVerdict.ACCEPTED}
    taken = [one for one in shown.judged if one.verdict in wanted]
    if not taken:
        raise Refusal(Reason.NOTHING_TO_IMPORT)
    new = insertion.ready(session, actor, letter, taken, agreed, signed=answers.signed)
    return recheck.prepared(session, letter, since, shown.judged, new)


def store(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int,
    answers: BatchAnswers,
    prepared: PreparedBatch,
) -> BatchSheet:
    """Import what was prepared; all of it or nothing. Refuses as :func:`prepare` does: BATCH_CHANGED where something
    happened to the letter since, after which the list should be looked at again."""
    letter, agreed = _checked(session, actor, now, letter_id, answers)
    lookup.require_unlocked(letter)
    recheck.require_unchanged(session, letter, prepared)
    batch = Batch(
        guild_id=letter.guild_id,
        letter_id=letter.id,
        file=plain_text.line(answers.file or PASTED, "file", 200),
        shape=answers.shape,
        signed=answers.signed,
        authorised_by=agreed[0],
        evidence=agreed[1],
        imported_by=actor.user_id or None,
        imported_at=now,
        added=len(prepared.new),
    )
    session.add(batch)
    session.flush()
    late = acceptance.is_late(letter, now)
    insertion.add_all(session, actor, now, letter, batch, prepared.new, late=late)
    if not answers.signed:
        rows = session.exec(select(Signatory).where(Signatory.batch_id == batch.id).order_by(col(Signatory.id)))
        votes.open_votes(session, rows.all(), letter, now)
    recording.changed(
        session,
        letter,
        now,
        Act.LIST_IMPORTED,
        actor.user_id or None,
        batch=batch.id,
        added=batch.added,
        file=batch.file,
    )
    return sheet(session, batch)


def undo(session: Session, actor: Actor, now: datetime, batch_id: int, approved: int = 0) -> BatchSheet:
    """Take back all of a batch that is still live, unless a list was published with some of it. ``approved``: so many
    of them anyone who asks for it knows to be on the list, from which they go too.

    Refuses MODERATORS_ONLY, NOT_FOUND, IMPORT_UNDONE, IMPORT_PUBLISHED(number), ON_THE_LIST(approved) where another
    number of them is.
    """
    batch = _batch(session, actor, batch_id, lock=True)
    lookup.require_unlocked(session.get_one(Letter, batch.letter_id))
    if batch.undone_at is not None:
        raise Refusal(Reason.IMPORT_UNDONE)
    rows = session.exec(
        select(Signatory).where(Signatory.batch_id == batch.id, col(Signatory.live).is_(True)).with_for_update()
    ).all()
    newest = editions.last_cut(session, batch.letter_id)
    if newest is not None and any(row.approved_at and row.approved_at <= newest[1] for row in rows):
        raise Refusal(Reason.IMPORT_PUBLISHED, number=newest[0])
    listed = sum(row.state is SignatoryState.APPROVED for row in rows)
    if listed != approved:
        raise Refusal(Reason.ON_THE_LIST, approved=listed)
    batch.undone_at = now
    votes.abandon(session, now, *(row for row in rows if row.state is SignatoryState.VOTING))
    ends = {SignatoryState.APPROVED: SignatoryState.REMOVED}
    facts = {"batch": batch.id}
    moves = [
        lifecycle.Step(row, ends.get(row.state, SignatoryState.CANCELLED), Act.IMPORT_UNDONE, facts)
        for row in rows
    ]
    lifecycle.move_all(session, moves, now, actor.user_id, by=lifecycle.Who.MODERATOR)
    letter = session.get_one(Letter, batch.letter_id)
    recording.changed(
        session, letter, now, Act.IMPORT_UNDONE, actor.user_id, batch=batch.id, taken_back=len(rows)
    )
    return sheet(session, batch)


def start_approval(session: Session, actor: Actor, _now: datetime, batch_id: int, since: int) -> Approving:
    """All of a batch that waits and against which nothing speaks (``queue.unsuspected``), to be approved
    (``approvals.go_on``): nobody whose own press is waited for, whatever a moderator wrote down; that one is approved
    by itself. What the person who imported it approves is marked so. What changed after ``since``, an entry of the
    journal, is left out and named.

    Refuses MODERATORS_ONLY, NOT_FOUND, NOTHING_WAITS if none does, and as ``approvals.start``.
    """
    batch = _batch(session, actor, batch_id)
    ready = queue.unsuspected(session, actor, batch.id)
    if not ready:
        raise Refusal(Reason.NOTHING_WAITS)
    return approvals.start(session, actor, batch.letter_id, ready, since)


def show(session: Session, actor: Actor, batch_id: int) -> BatchSheet:
    """One batch. Refuses MODERATORS_ONLY, NOT_FOUND."""
    return sheet(session, _batch(session, actor, batch_id))


def host_of(session: Session, letter_id: int) -> Actor:
    """The host, acting on this letter from the command line: no user of Discord, so none is named.

    Refuses NO_SUCH_LETTER(letters), which names those that take names, and NO_LETTERS_YET.
    """
    letter = session.get(Letter, letter_id)
    if letter is None:
        if session.exec(select(Letter.id).limit(1)).first() is None:
            raise Refusal(Reason.NO_LETTERS_YET)
        known = session.exec(select(Letter).where(col(Letter.state).in_(TAKES)).order_by(col(Letter.id)))
        raise Refusal(Reason.NO_SUCH_LETTER, letters=[f"{one.id} ({one.title})" for one in known])
    role = records.coalition_of(session, letter.guild_id).moderator_role_id
    return Actor(letter.guild_id, 0, frozenset(() if role is None else (role,)), manages_server=True)


def latest(session: Session, actor: Actor, letter_id: int | None) -> tuple[BatchSheet, ...]:
    """The batches of a letter, the newest first. Refuses MODERATORS_ONLY, and as ``lookup.choose`` does."""
    access.require_moderator(session, actor)
    letter = lookup.choose(session, actor, letter_id, TAKES)
    rows = session.exec(
        select(Batch).where(Batch.letter_id == letter.id).order_by(col(Batch.id).desc()).limit(KEPT)
    ).all()
    return _sheets(session, letter, rows)


def sheet(session: Session, batch: Batch) -> BatchSheet:
    """The batch as it is now."""
    return _sheets(session, session.get_one(Letter, batch.letter_id), [batch])[0]


def _sheets(session: Session, letter: Letter, rows: Sequence[Batch]) -> tuple[BatchSheet, ...]:
    since = journal.newest(session, letter.guild_id)
    counted = session.exec(
        select(Signatory.batch_id, Signatory.state, Signatory.late, func.count())
        .where(col(Signatory.batch_id).in_([row.id for row in rows]), col(Signatory.live).is_(True))
        .group_by(col(Signatory.batch_id), col(Signatory.state), col(Signatory.late))
    )
    live, approved, late = Counter[int | None](), Counter[int | None](), Counter[int | None]()
    for batch_id, state, is_late, count in counted:
        live[batch_id] += count
        approved[batch_id] += count if state is SignatoryState.APPROVED else 0
        late[batch_id] += count if is_late else 0
    return tuple(
        BatchSheet(
            id=row.id,
            guild_id=row.guild_id,
            letter_id=row.letter_id,
            title=letter.title,
            file=row.file,
            signed=row.signed,
            authorised_by=row.authorised_by,
            evidence=row.evidence,
            imported_by=row.imported_by,
            imported_at=row.imported_at,
            added=row.added,
            waiting=live[row.id] - approved[row.id],
            approved=approved[row.id],
            late=late[row.id],
            undone_at=row.undone_at,
            since=since,
        )
        for row in rows
    )


def _batch(session: Session, actor: Actor, batch_id: int, *, lock: bool = False) -> Batch:
    access.require_moderator(session, actor)
    return records.find(session, Batch, actor.guild_id, batch_id, lock=lock)


def _checked(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, answers: BatchAnswers
) -> tuple[Letter, tuple[str, str]]:
    access.require_moderator(session, actor)
    letter = lookup.choose(session, actor, letter_id, TAKES)
    if letter.state not in TAKES:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=TAKES)
    if answers.signed:
        return letter, consents.stated(answers.authorised_by, answers.evidence)
    acceptance.require(letter, now)
    return letter, consents.stated_or_none(answers.authorised_by, answers.evidence) or ("", "")
