"""The list of moderators' acts, read from the journal: who decided, entered, changed or published what, and what was
entered and approved by one person."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, and_, col, func, or_, select

from models.acts import Act
from models.coalitions import access
from models.database.tables import JournalEntry, Signatory
from models.journal import EntrySection
from models.letters import lookup
from models.sheets import ActLine, Actor, ActsSheet
from models.terms import Means, SignatoryState

PAGE = 10
ON_NAMES = frozenset(
    {
        Act.ENTERED,
        Act.APPROVED,
        Act.DECLINED,
        Act.HOLD,
        Act.REMOVED,
        Act.APPROVED_ONCE,
        Act.DECISION_UNDONE,
        Act.EDITED,
        Act.KEPT_ON_THE_LIST,
        Act.ACCEPTED_AS_ON_TIME,
        Act.MERGED,
        Act.MERGED_WITH,
        Act.CONSENT_RECORDED,
    }
)
"""Acts on one name that moderators do; of consents and removals, those that a proposer wrote down too, which say by
whom, but not a person's own press. What came in or left with one list is one act on the letter, with its count."""
ON_THE_SERVER = frozenset(
    {
        Act.COALITION_SET_UP,
        Act.ADMITTED,
        Act.TURNED_DOWN,
        Act.PROPOSER_BLOCKED,
        Act.PROPOSER_UNBLOCKED,
        Act.PERSON_ERASED,
    }
)
"""Acts that belong to no letter."""


def show(session: Session, actor: Actor, letter_id: int | None = None, page: int = 1) -> ActsSheet:
    """One page, the newest act first; a page out of range gives the nearest one. Refuses MODERATORS_ONLY, and as
    ``lookup.choose`` does."""
    access.require_moderator(session, actor)
    row = lookup.choose(session, actor, letter_id)
    means = col(JournalEntry.payload)["means"].as_string()
    listed = and_(
        col(JournalEntry.guild_id) == actor.guild_id,
        or_(
            and_(
                col(JournalEntry.letter_id) == row.id,
                or_(
                    col(JournalEntry.signatory_id).is_(None),
                    and_(
                        col(JournalEntry.act).in_(ON_NAMES),
                        means.is_distinct_from(Means.OWN_CLICK.value),
                    ),
                ),
            ),
            and_(col(JournalEntry.letter_id).is_(None), col(JournalEntry.act).in_(ON_THE_SERVER)),
        ),
    )
    total = session.exec(select(func.count()).select_from(JournalEntry).where(listed)).one()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    entries = session.exec(
        select(JournalEntry)
        .where(listed)
        .order_by(col(JournalEntry.id).desc())
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    ).all()
    names = _names(session, entries)
    approved, alone = session.exec(
        select(func.count(), func.count().filter(col(Signatory.alone))).where(
            Signatory.letter_id == row.id, Signatory.state == SignatoryState.APPROVED
        )
    ).one()
    return ActsSheet(
        guild_id=actor.guild_id,
        letter_id=row.id,
        title=row.title,
        lines=tuple(_line(entry, names.get(entry.signatory_id or 0, "")) for entry in entries),
        approved=approved,
        alone=alone,
        page=page,
        pages=pages,
    )


def _names(session: Session, entries: Iterable[JournalEntry]) -> dict[int, str]:
    ids = [entry.signatory_id for entry in entries if entry.signatory_id is not None]
    return dict(session.exec(select(Signatory.id, Signatory.name).where(col(Signatory.id).in_(ids))).all())


def _line(entry: JournalEntry, name: str) -> ActLine:
    said: dict[str, Any] = entry.facts
    return ActLine(
        at=entry.at,
        act=Act(entry.act),
        actor_id=said.get("actor"),
        erased=entry.lacks(EntrySection.ACTOR),
        name=name,
        reason=next((str(said[key]) for key in ("reason", "note", "told") if said.get(key)), ""),
        names=said.get("added") or said.get("taken_back"),
        alone=bool(said.get("alone")),
        override=bool(said.get("override")),
    )
