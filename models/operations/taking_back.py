"""Taking back what one account did since an instant, where it may have been in wrong hands: each act by itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlmodel import Session, col, select

from models import journal
from models.acts import Act
from models.coalitions import access, records
from models.consents import consents, replaced
from models.database.tables import JournalEntry, Signatory
from models.importing import batches
from models.outbox import safeguards
from models.refusal import Reason, Refusal
from models.review import review
from models.sheets import ActOf, Actor, ActsOfSheet, CoalitionChanges, EntryChanges
from models.submissions import entries, limits
from models.terms import Kind

HOURS = range(1, 24 * 14 + 1)
"""So far back it is looked."""
SHOWN = 20
"""This many acts are listed, the newest."""
DECISIONS = frozenset({Act.APPROVED, Act.DECLINED, Act.HOLD, Act.APPROVED_ONCE})
TAKEN_BACK = DECISIONS | {Act.LIST_IMPORTED, Act.EDITED, Act.COALITION_SET_UP, Act.PROPOSER_BLOCKED}
"""What can be taken back by a press. A name that was removed is entered again; a text is written again."""
_NEEDED = {
    Act.LIST_IMPORTED: "batch",
    Act.EDITED: "before",
    Act.COALITION_SET_UP: "before",
    Act.PROPOSER_BLOCKED: "user_id",
}
"""What an entry must still say; one of a decision, which one it was."""


def of_account(session: Session, actor: Actor, user_id: int, since: datetime) -> ActsOfSheet:
    """What this account did since an instant, the newest first. Refuses MODERATORS_ONLY."""
    access.require_moderator(session, actor)
    lately = JournalEntry.guild_id == actor.guild_id, col(JournalEntry.at) >= since
    found = session.exec(journal.listed(*lately, newest_first=True))
    theirs = [entry for entry in found if entry.facts.get("actor") == user_id]
    shown = theirs[:SHOWN]
    about = select(Signatory.id, Signatory.name).where(
        col(Signatory.id).in_([entry.signatory_id for entry in shown if entry.signatory_id is not None])
    )
    names = dict(session.exec(about).all())
    return ActsOfSheet(
        guild_id=actor.guild_id,
        user_id=user_id,
        since=since,
        acts=tuple(
            ActOf(
                entry.id,
                entry.at,
                Act(entry.act),
                names.get(entry.signatory_id or 0, ""),
                undoable=Act(entry.act) in TAKEN_BACK,
            )
            for entry in shown
        ),
        total=len(theirs),
    )


def take_back(session: Session, actor: Actor, now: datetime, entry_id: int) -> Act:
    """Take one act back, as its own undoing does and refuses; the act, or SAFEGUARD_WANTED if a second moderator
    must confirm that. Refuses MODERATORS_ONLY, NOT_FOUND, and
    OUTDATED for what cannot be taken back by a press, or whose content was erased."""
    access.require_moderator(session, actor)
    entry = records.find(session, JournalEntry, actor.guild_id, entry_id)
    act, said = Act(entry.act), entry.facts
    if act not in TAKEN_BACK or _NEEDED.get(act, "decision") not in said:
        raise Refusal(Reason.OUTDATED)
    if act in DECISIONS:
        review.undo(session, actor, now, said["decision"])
    elif act is Act.LIST_IMPORTED:
        listed = batches.show(session, actor, said["batch"]).approved
        batches.undo(session, actor, now, said["batch"], listed)
    elif act is Act.EDITED:
        entries.edit(session, actor, now, entry.signatory_id or 0, _as_before(said["before"]))
        _give_back(session, actor, now, entry)
    elif act is Act.PROPOSER_BLOCKED:
        limits.unblock(session, actor, now, said["user_id"])
    else:
        done = safeguards.set_up(session, actor, now, cast("CoalitionChanges", said["before"]))
        act = Act.SAFEGUARD_WANTED if done.wanted else act
    return act


def _give_back(session: Session, actor: Actor, now: datetime, edit: JournalEntry) -> None:
    """What an edit took from a name that became another signatory by it: its consent, and whom it was asked. Whoever
    approved it first of two looks again."""
    said = edit.facts
    if not said.get("votes_kept", True):
        row = session.get_one(Signatory, edit.signatory_id)
        replaced.restore(session, row, edit.at)
        consents.restore(session, row, now, actor.user_id, said)


def _as_before(before: Mapping[str, Any]) -> EntryChanges:
    kind = Kind(before["kind"])
    return {
        "kind": kind,
        "name": before["name"],
        "country": before["country"],
        "detail": before["affiliation" if kind is Kind.INDIVIDUAL else "website"],
        "sort_key": before["sort_key"],
        "aliases": "\n".join(before["aliases"]),
    }
