"""Safeguards: what keeps one moderator from deciding alone, and one member from flooding a letter. To weaken one takes
anyone who manages the server, or two moderators: the first one's wish is written down and told, the second confirms it.
Every change is told to the moderators."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from msgspec.structs import replace
from sqlmodel import Session, col

from models import journal
from models.acts import Act
from models.coalitions import records, setup
from models.database.tables import JournalEntry
from models.outbox import dedupe, notices
from models.refusal import Reason, Refusal
from models.sheets import Actor, CoalitionChanges, CoalitionSheet
from models.terms import NoticeKind

NAMES = ("moderator_role_id", "two_person", "most_open")
"""As they are called in the journal's *before* and *after*."""
WISH_STANDS = timedelta(days=7)
"""This long a second moderator can confirm what the first one wants."""
_CHANGED_BY = frozenset({Act.LETTER_EDITED, Act.COALITION_SET_UP})
Weakened = Mapping[str, Sequence[Any]]
"""Safeguards by name, each with its value before and after."""


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Which safeguards an act changed, each with its value before and after."""
    return {
        name: [before[name], after[name]]
        for name in NAMES
        if name in before and name in after and before[name] != after[name]
    }


def may_weaken(
    session: Session, actor: Actor, now: datetime, weakened: Weakened, letter_id: int | None = None
) -> bool:
    """Whether this is done now: by anyone who manages the server, or by a second moderator who wants exactly the same.
    The first one's wish is written down and told to the moderators, once."""
    if actor.manages_server:
        return True
    wish = _newest_wish(session, actor.guild_id, now, weakened, letter_id)
    if wish is None:
        _want(session, actor, now, weakened, letter_id)
    return wish is not None and wish.facts["actor"] != actor.user_id


def require_wish(session: Session, actor: Actor, now: datetime, entry_id: int) -> tuple[Weakened, int | None]:
    """What a moderator wants, and of which letter, for somebody else who confirms it.

    Refuses NOT_FOUND, OUTDATED if it was done or changed since, is older than :data:`WISH_STANDS`, or names nobody
    any more, and SECOND_CONFIRMS for the moderator whose wish it is.
    """
    entry = records.find(session, JournalEntry, actor.guild_id, entry_id)
    if entry.act != Act.SAFEGUARD_WANTED:
        raise Refusal(Reason.NOT_FOUND)
    wanted: Weakened = entry.facts.get("wanted", {})
    stands = _newest_wish(session, actor.guild_id, now, wanted, entry.letter_id)
    if stands is None:
        raise Refusal(Reason.OUTDATED)
    if stands.facts["actor"] == actor.user_id:
        raise Refusal(Reason.SECOND_CONFIRMS)
    return wanted, entry.letter_id


def stands(session: Session, now: datetime, entry_id: int) -> bool:
    """Whether a wish can still be confirmed, by its number as for :func:`require_wish`."""
    entry = session.get(JournalEntry, entry_id)
    if entry is None or entry.act != Act.SAFEGUARD_WANTED:
        return False
    wanted: Weakened = entry.facts.get("wanted", {})
    return _newest_wish(session, entry.guild_id, now, wanted, entry.letter_id) is not None


def tell(
    session: Session,
    actor: Actor,
    now: datetime,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    letter_id: int | None = None,
) -> None:
    """Tell the moderators who changed which safeguard, in their channel; nothing if none was."""
    if changed := changes(before, after):
        _announce(session, actor, now, letter_id, changes=changed)


def set_up(session: Session, actor: Actor, now: datetime, wanted: CoalitionChanges) -> CoalitionSheet:
    """Store settings as ``coalitions.setup`` does. Another role of moderators is chosen by anyone who manages the
    server, or by two moderators (``may_weaken``), and told to those of before."""
    role_id = records.coalition_of(session, actor.guild_id).moderator_role_id
    chosen = wanted.get("moderator_role_id", role_id)
    if role_id is None or chosen == role_id:
        return setup.set_up(session, actor, now, wanted)
    setup.require_no_everyone(setup.require_set_up(session, actor), wanted)
    moved = {"moderator_role_id": [role_id, chosen]}
    if may_weaken(session, actor, now, moved):
        return move_role(session, actor, now, wanted)
    others = {name: value for name, value in wanted.items() if name not in moved}
    return replace(setup.set_up(session, actor, now, cast("CoalitionChanges", others)), wanted=moved)


def move_role(session: Session, actor: Actor, now: datetime, wanted: CoalitionChanges) -> CoalitionSheet:
    """Choose another role of moderators, as anyone who may has decided, and tell those of before."""
    role_id = records.coalition_of(session, actor.guild_id).moderator_role_id
    moved = {"moderator_role_id": wanted["moderator_role_id"]}
    tell(session, actor, now, {"moderator_role_id": role_id}, moved)
    return setup.set_up(session, actor, now, wanted)


def _newest_wish(
    session: Session, guild_id: int, now: datetime, weakened: Weakened, letter_id: int | None
) -> JournalEntry | None:
    """The wish for exactly this, while it stands: none of these safeguards was changed after it, by whomever."""
    entries = journal.listed(
        JournalEntry.guild_id == guild_id,
        col(JournalEntry.letter_id).is_not_distinct_from(letter_id),
        col(JournalEntry.act).in_(_CHANGED_BY | {Act.SAFEGUARD_WANTED}),
        col(JournalEntry.at) >= now - WISH_STANDS,
        newest_first=True,
    )
    for entry in session.exec(entries):
        said = entry.facts
        if entry.act == Act.SAFEGUARD_WANTED:
            if said.get("wanted") == {name: list(both) for name, both in weakened.items()} and said["actor"]:
                return entry
        elif not weakened.keys().isdisjoint(changes(said.get("before") or {}, said.get("after") or {})):
            return None
    return None


def _want(session: Session, actor: Actor, now: datetime, weakened: Weakened, letter_id: int | None) -> None:
    wanted = {name: list(both) for name, both in weakened.items()}
    journal.append(
        session,
        actor.guild_id,
        now,
        Act.SAFEGUARD_WANTED,
        actor_id=actor.user_id,
        letter_id=letter_id,
        wanted=wanted,
    )
    entry_id = journal.newest(session, actor.guild_id)
    _announce(session, actor, now, letter_id, changes=wanted, wanted=entry_id)


def _announce(session: Session, actor: Actor, now: datetime, letter_id: int | None, **facts: Any) -> None:
    notices.announce(
        session,
        NoticeKind.SAFEGUARD,
        now,
        actor.guild_id,
        letter_id=letter_id,
        dedupe=dedupe.dedupe(session, f"safeguard:{actor.guild_id}"),
        user_id=actor.user_id,
        **facts,
    )
