"""Proposer notices: what the proposer of a name is told of the decisions on it. Whoever was told of one decision is
told of each later one, or they would go on believing the earlier."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from models.database.tables import Decision, Notice, Signatory
from models.outbox import direct
from models.sheets import Actor
from models.terms import NoticeKind, Verdict


def heard_of(session: Session, rows: Sequence[Signatory]) -> frozenset[int]:
    """Ids of those of these names of which any decision was told."""
    ids = [row.id for row in rows]
    decided = session.exec(
        select(Decision.id, Decision.signatory_id).where(col(Decision.signatory_id).in_(ids))
    ).all()
    told = _told(session, [decision_id for decision_id, _ in decided])
    return frozenset(signatory_id for decision_id, signatory_id in decided if decision_id in told)


def tell_all(
    session: Session,
    actor: Actor,
    now: datetime,
    verdict: Verdict,
    rows: Sequence[Signatory],
    decisions: Mapping[int, int],
    told: str,
) -> None:
    """Tell the proposers of these names of a decision; ``decisions`` has its id by the name's."""
    _tell(session, actor, now, rows, decisions, verdict=verdict.value, told=told, undone=False)


def tell_undone(session: Session, actor: Actor, now: datetime, row: Signatory, decision: Decision) -> None:
    """Tell that a decision was taken back, where it was told."""
    if _told(session, [decision.id]):
        verdict = decision.verdict.value
        _tell(session, actor, now, [row], {row.id: decision.id}, verdict=verdict, told="", undone=True)


def _told(session: Session, decisions: Sequence[int]) -> frozenset[int]:
    """Those of these decisions that were told."""
    if not decisions:
        return frozenset()
    names = {_dedupe(one): one for one in decisions}
    said = session.exec(select(Notice.dedupe).where(col(Notice.dedupe).in_(names)))
    return frozenset(names[one] for one in said)


def _tell(
    session: Session,
    actor: Actor,
    now: datetime,
    rows: Sequence[Signatory],
    decisions: Mapping[int, int],
    *,
    undone: bool,
    **facts: str,
) -> None:
    """Unless they decided themselves."""
    wanted = [
        direct.Direct(
            row.added_by,
            row.letter_id,
            row.id,
            _dedupe(decisions[row.id]) + ("undone" if undone else ""),
            {"decision": decisions[row.id], **facts, "undone": undone},
        )
        for row in rows
        if row.added_by is not None and row.added_by != actor.user_id
    ]
    direct.tell_all(session, actor.guild_id, now, NoticeKind.DECIDED, wanted)


def _dedupe(decision_id: int) -> str:
    return f"decided:{decision_id}:"
