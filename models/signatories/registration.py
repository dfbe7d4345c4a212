"""How a name comes to be on a letter, and how it becomes another. Row-level: for other modules of models."""

from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.coalitions import access
from models.database.tables import Letter, Signatory
from models.names.identity import Identity
from models.sheets import Actor
from models.signatories import decisions, duplicates, lifecycle, lookalikes
from models.terms import SignatoryState, Way


def add(
    session: Session,
    actor: Actor,
    now: datetime,
    letter: Letter,
    identity: Identity,
    way: Way,
    *,
    late: bool = False,
    note: str = "",
    twin: bool = False,
) -> Signatory:
    """Write a new row, waiting for the moderators or late.

    ``twin``: a moderator says that it is another body of the same name (MODERATORS_ONLY; REFUSED_BEFORE if it is
    proposed). Otherwise a live name is
    refused (DUPLICATE), and, where it is proposed, one that was declined before (TRIED_BEFORE) or to which the person
    said no (REFUSED_BEFORE).
    """
    if twin:
        access.require_moderator(session, actor)
        if way is Way.PROPOSED:
            duplicates.require_not_refused(session, letter, identity)
    elif way is Way.PROPOSED:
        duplicates.require_new(session, actor, letter, identity, note_given=bool(note))
    else:
        duplicates.require_free(session, actor, letter, identity)
    row = Signatory(
        letter_id=letter.id,
        guild_id=letter.guild_id,
        kind=identity.kind,
        name=identity.name,
        name_key=identity.key,
        sort_key=identity.sort_key,
        twin=duplicates.next_twin(session, letter, identity.key) if twin else 0,
        country=identity.country,
        website=identity.website,
        affiliation=identity.affiliation,
        meant=identity.document(),
        note=note,
        state=SignatoryState.LATE if late else SignatoryState.PROPOSED,
        way=way,
        added_by=actor.user_id,
        added_at=now,
        late=late,
    )
    session.add(row)
    session.flush()
    facts = identity.document() | {"late": late, "twin": row.twin}
    lifecycle.changed(session, row, now, Act(way.value), actor.user_id, **facts)
    lifecycle.mark_counts_stale(session, row)
    lookalikes.remember(session, row)
    return row


def respells(row: Signatory, identity: Identity, actor: Actor) -> bool:
    """Whether this still is the one that votes and consent were given to, however many corrections lie between."""
    own = row.person_id == actor.user_id or (row.way is Way.SIGNED and row.added_by == actor.user_id)
    return identity.respells(Identity.kept(row.meant), own=own)


def change(
    session: Session, actor: Actor, now: datetime, letter: Letter, row: Signatory, identity: Identity
) -> None:
    """Give a row another identity, if that name is free (DUPLICATE), and, where it is proposed and its proposer
    changes it, may be proposed.

    A sort key that a moderator set stays where the name does. One approval of two counts for what was approved alone.
    """
    before = Identity.of(row)
    if identity.key != row.name_key:
        if row.way is Way.PROPOSED and row.added_by == actor.user_id:
            note_given = bool(row.note)
            duplicates.require_new(session, actor, letter, identity, note_given=note_given, besides=row)
        else:
            duplicates.require_free(session, actor, letter, identity, besides=row)
        row.twin = 0
    if identity.sort_key != before.sort_key:
        row.sort_key = identity.sort_key
    row.kind, row.name, row.name_key = identity.kind, identity.name, identity.key
    row.country, row.website, row.affiliation = identity.country, identity.website, identity.affiliation
    session.flush()
    if (identity.kind, identity.name, identity.country) != (before.kind, before.name, before.country):
        lookalikes.remember(session, row)
    if not respells(row, identity, actor):
        row.meant = identity.document()
    elif row.added_by == actor.user_id and row.state is not SignatoryState.APPROVED:
        row.meant = identity.completed(row.meant)  # anyone who votes from now on means it too
    if identity != before:
        decisions.void_first_approval(session, row, now)
    session.flush()
