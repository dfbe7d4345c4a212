"""Previews: what would become of each row of a list, against what is on the letter now."""

from collections.abc import Sequence

from sqlmodel import Session, col, or_, select

from models.database.tables import Batch, Letter, Signatory
from models.importing import assessment
from models.importing.assessment import Standing
from models.names.identity import Identity
from models.sheets import BatchAnswers, BatchPreview, SignatoryChoice
from models.sheets.batches import Judged
from models.signatories import lookalikes, refusals
from models.terms import SignatoryState


def of(session: Session, letter: Letter, answers: BatchAnswers) -> BatchPreview:
    """Judge every row. Changes nothing."""
    standing = session.exec(
        select(Signatory)
        .where(Signatory.letter_id == letter.id, col(Signatory.live).is_(True))
        .order_by(col(Signatory.twin).desc())
    ).all()
    judged = assessment.judge(
        answers.rows,
        [Standing(row.id, Identity.of(row), tuple(row.aliases)) for row in standing],
        lookalikes.sayings(session, letter.guild_id),
        _ended(session, letter.id),
        refusals.of(session, letter.id).are_like,
    )
    return BatchPreview(
        letter_id=letter.id,
        guild_id=letter.guild_id,
        title=letter.title,
        judged=tuple(judged),
        vanished=_vanished(session, letter, answers.shape, standing, judged),
    )


def _ended(session: Session, letter_id: int) -> dict[str, SignatoryState]:
    """What was removed or declined, or what the person said no to, by exact key; an import that was undone leaves
    nothing behind."""
    undone = select(Batch.id).where(Batch.letter_id == letter_id, col(Batch.undone_at).is_not(None))
    rows = session.exec(
        select(col(Signatory.name_key), col(Signatory.state))
        .where(
            Signatory.letter_id == letter_id,
            or_(
                col(Signatory.person_refused_at).is_not(None),
                col(Signatory.state).in_((SignatoryState.REMOVED, SignatoryState.DECLINED))
                & or_(col(Signatory.batch_id).is_(None), col(Signatory.batch_id).not_in(undone)),
            ),
        )
        .order_by(col(Signatory.id))
    )
    return dict(rows.all())


def _vanished(
    session: Session, letter: Letter, shape: str, standing: Sequence[Signatory], judged: Sequence[Judged]
) -> tuple[SignatoryChoice, ...]:
    """Of earlier exports of the same form, what is not in this one. A list without a form of its own has none."""
    if not shape:
        return ()
    batches = set(
        session.exec(
            select(Batch.id).where(
                Batch.letter_id == letter.id, Batch.shape == shape, col(Batch.undone_at).is_(None)
            )
        )
    )
    there = {one.identity.key for one in judged if one.identity is not None}
    gone = [row for row in standing if row.batch_id in batches and row.name_key not in there]
    return tuple(
        SignatoryChoice(row.id, row.name, row.kind, row.state)
        for row in sorted(gone, key=lambda row: row.sort_key)
    )
