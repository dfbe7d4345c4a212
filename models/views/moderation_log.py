"""The list of moderators' acts, read from the journal: who decided, entered, changed or published what, and what was
entered and approved by one person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel import Session, and_, col, func, or_, select

from models import journal
from models.acts import Act
from models.coalitions import access
from models.database.tables import JournalEntry, Signatory
from models.entry_sections import EntrySection
from models.letters import lookup
from models.outbox import safeguards
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
        Act.SAFEGUARD_WANTED,
        Act.ADMITTED,
        Act.ORGANISATION_CONFIRMED,
        Act.CONFIRMATION_TAKEN_BACK,
        Act.TURNED_DOWN,
        Act.PROPOSER_BLOCKED,
        Act.PROPOSER_UNBLOCKED,
        Act.ALLOWANCE_SET,
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
    newest = journal.listed(listed, newest_first=True)
    entries = session.exec(newest.offset((page - 1) * PAGE).limit(PAGE)).all()
    names = _names(session, entries)
    renamed = _renamed(session, names)
    approved, alone = session.exec(
        select(func.count(), func.count().filter(col(Signatory.alone))).where(
            Signatory.letter_id == row.id, Signatory.state == SignatoryState.APPROVED
        )
    ).one()
    return ActsSheet(
        guild_id=actor.guild_id,
        letter_id=row.id,
        title=row.title,
        lines=tuple(_line(entry, _name_then(entry, names, renamed)) for entry in entries),
        approved=approved,
        alone=alone,
        page=page,
        pages=pages,
    )


def _names(session: Session, entries: Iterable[JournalEntry]) -> dict[int, str]:
    ids = [entry.signatory_id for entry in entries if entry.signatory_id is not None]
    return dict(session.exec(select(Signatory.id, Signatory.name).where(col(Signatory.id).in_(ids))).all())


def _renamed(session: Session, names: Mapping[int, str]) -> Mapping[int, list[tuple[int, str]]]:
    """For each of these names every entry that gave it another, oldest first, with the name before."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    changed = col(JournalEntry.act).in_((Act.EDITED, Act.CORRECTED))
    for entry in session.exec(journal.listed(col(JournalEntry.signatory_id).in_(names), changed)):
        if entry.signatory_id is not None and "before" in entry.facts:
            found[entry.signatory_id].append((entry.id, entry.facts["before"]["name"]))
    return found


def _name_then(
    entry: JournalEntry, names: Mapping[int, str], renamed: Mapping[int, list[tuple[int, str]]]
) -> str:
    """The signatory's name at the moment of this entry: the one before the next change, or the one of now."""
    about = entry.signatory_id or 0
    later = (before for number, before in renamed.get(about, ()) if number >= entry.id)
    return next(later, names.get(about, ""))


def _line(entry: JournalEntry, name: str) -> ActLine:
    said: dict[str, Any] = entry.facts
    before, after = (_document(said.get(key)) for key in ("before", "after"))
    became = after.get("name", name)
    return ActLine(
        at=entry.at,
        act=Act(entry.act),
        actor_id=said.get("actor"),
        erased=entry.lacks(EntrySection.ACTOR),
        name=name,
        reason=next((str(said[key]) for key in ("reason", "note", "told") if said.get(key)), ""),
        safeguards=said.get("wanted") or safeguards.changes(before, after),
        became=became if became != name else "",
        names=said.get("added") or said.get("taken_back"),
        alone=bool(said.get("alone")),
        override=bool(said.get("override")),
    )


def _document(value: Any) -> Mapping[str, Any]:
    """What an act says of before or after, where it is more than one value."""
    return value if isinstance(value, Mapping) else {}
