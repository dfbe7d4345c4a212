"""Personal data: what is kept of one person in one server. Erasing it keeps counts, lists and the journal's chain."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import inspect
from sqlmodel import Session, col, delete, or_, select, update

from models import journal
from models.acts import Act
from models.coalitions import access
from models.consents import person_requests
from models.database import scrubbing
from models.database.tables import (
    Ballot,
    Batch,
    Consent,
    Contact,
    Decision,
    Delivery,
    Draft,
    Letter,
    NamePair,
    Notice,
    Participant,
    ReplacedPerson,
    Signatory,
    Suggestion,
    TextVersion,
    Wish,
)
from models.entry_sections import EntrySection
from models.operations import erased_messages, erased_names
from models.participants import participants
from models.refusal import Reason, Refusal
from models.sheets import Actor, ErasureSheet, Forgetting, PersonalData
from models.signatories import decisions, lifecycle, refusals
from models.terms import ERASED, Kind, Place, Way
from models.voting import ballots
from models.wishes import matching

# What the person wrote or is. What they wrote about others is named, not repeated: whoever is no moderator any more
# must not get addresses, notes or an unpublished text this way.
_TAKEN: dict[str, tuple[Any, tuple[str, ...]]] = {
    "taking part": (
        Participant.user_id,
        (
            "organisation", "organisation_since", "confirmed_key", "title", "time_zone", "direct_messages", "asked_at",
            "joined_at", "left_at", "muted_until", "blocked_at", "most_open", "language",
            "language_chosen",
        ),
    ),
    "refused forms": (Draft.user_id, ("form", "answers", "expires_at")),
    "votes": (Ballot.user_id, ("signatory_id", "choice", "reason", "cast_at")),
    "names proposed": (
        Signatory.added_by,
        ("id", "name", "kind", "affiliation", "country", "website", "note", "state", "way", "added_at"),
    ),
    "consents recorded": (Consent.recorded_by, ("signatory_id", "authorised_by", "evidence", "recorded_at")),
    "asked if the name is theirs": (
        Signatory.person_id,
        ("id", "name", "state", "person_asked_at", "person_refused_at"),
    ),
    "asked before somebody else": (
        ReplacedPerson.user_id,
        ("signatory_id", "asked_at", "replaced_at", "refused_at"),
    ),
    "new texts confirmed": (Consent.confirmed_by, ("signatory_id", "confirmed_at")),
    "addresses recorded": (Contact.recorded_by, ("signatory_id", "recorded_at")),
    "approvals": (Signatory.approved_by, ("id", "approved_at")),
    "decisions": (Decision.decided_by, ("signatory_id", "verdict", "decided_at")),
    "lists imported": (Batch.imported_by, ("file", "imported_at", "added")),
    "names told apart": (NamePair.said_by, ("one", "other", "same", "said_at")),
    "letters": (Letter.created_by, ("id", "title", "created_at")),
    "letters run": (Letter.coordinator_id, ("id", "title")),
    "text versions": (TextVersion.created_by, ("letter_id", "language", "number", "digest", "created_at")),
    "wordings suggested": (Suggestion.suggested_by, ("passage", "wording", "reason", "suggested_at", "state", "told")),
    "suggestions decided": (Suggestion.decided_by, ("id", "state", "decided_at")),
    "names to ask that you added": (Wish.added_by, ("id", "name", "kind", "added_at")),
    "names you ask": (Wish.claimed_by, ("id", "name", "claimed_at", "asked_at", "refused_at")),
    "messages": (Delivery.recipient_id, ("due_at", "state", "settled_at")),
}  # fmt: skip
_DROPPED = ("taking part", "refused forms", "votes", "messages")
"""Rows that are nothing but this person's; in the others only the id is blanked."""

NOT_BEGUN = Forgetting()
"""Everything is done in one transaction."""


def export(session: Session, actor: Actor) -> PersonalData:
    """The actor's own data; never what others said of them, nor how others voted. Nothing kept is no refusal."""
    kept = {
        what: tuple(
            _shown(row, shown)
            for row in session.exec(select(column.class_).where(*_theirs(what, actor.guild_id, actor.user_id)))
        )
        for what, (column, shown) in _TAKEN.items()
    }
    kept["votes"] += tuple(
        _shown(ballot, _TAKEN["votes"][1])
        for _, ballot in ballots.under_way(session, actor.guild_id, actor.user_id)
        if ballot.user_id is None
    )
    kept["acts in the journal"] = tuple(
        {
            "at": _plain(entry.at),
            "act": entry.act,
            "signatory_id": entry.signatory_id,
            "letter_id": entry.letter_id,
        }
        for entry in journal.naming(session, actor.guild_id, actor.user_id)
        if entry.facts.get("actor") == actor.user_id
    )
    return PersonalData(actor.guild_id, actor.user_id, kept)


def check_erase(session: Session, actor: Actor) -> ErasureSheet:
    """What :func:`erase` would do. Refuses OWN_PROPOSALS_WAIT as it does."""
    require_none_waits(session, actor)
    return foreseen(session, actor.guild_id, actor.user_id)


def erase(session: Session, actor: Actor, now: datetime, begun: Forgetting = NOT_BEGUN) -> ErasureSheet:
    """Forget the actor in this server; a second time there is nothing to do. ``begun``: what ``forgetting`` did.

    Refuses OWN_PROPOSALS_WAIT(names) for a moderator whose own proposals wait: forgotten as their proposer, they could
    review them.
    """
    require_none_waits(session, actor)
    return forget(session, actor.guild_id, actor.user_id, now, begun)


def forget(
    session: Session, guild_id: int, user_id: int, now: datetime, begun: Forgetting = NOT_BEGUN
) -> ErasureSheet:
    """Erase what is kept of one person, for whoever runs the bot, without a question or refusal. Says what went."""
    done = foreseen(session, guild_id, user_id, begun)
    if done.nothing:
        scrubbing.forget_words(session)  # of an erasure that was cut off, all but this may have been done
        return done
    _say_no(session, guild_id, user_id, now)
    ballots.take_back_all(session, guild_id, user_id, now)
    _take_back_waiting_approvals(session, guild_id, user_id, now)
    names = _ended_own(session, guild_id, user_id)
    refusals.keep(session, [*names, *refusals.replaced_by_another(session, guild_id, user_id)], now)
    matching.forget(session, [one for one in names if one.kind is Kind.INDIVIDUAL])
    erased_names.blank(session, names)
    journal.forget(journal.naming(session, guild_id, user_id, begun.until), user_id)
    journal.blank(journal.about(session, guild_id, {row.id for row in names}), EntrySection.SUBJECT)
    erased_messages.mark_stale(session, guild_id, user_id, {row.id for row in names})
    erased_messages.drop_of(session, guild_id, user_id)
    stopped = participants.stopped_since(session, guild_id, user_id)
    for what, (column, _) in _TAKEN.items():
        table = column.class_
        theirs = _theirs(what, guild_id, user_id)
        if what in _DROPPED:
            session.exec(delete(table).where(*theirs))
        else:
            # Who put it forward stays "someone", not nobody: an approval of it must not pass for a second person's.
            optional = column.property.columns[0].nullable and what != "names proposed"
            session.exec(update(table).where(*theirs).values({column.key: None if optional else ERASED}))
    session.flush()
    session.expire_all()
    if stopped is not None:
        session.add(participants.stopped(guild_id, user_id, stopped))
    journal.append(session, guild_id, now, Act.PERSON_ERASED, actor_id=None, entries=done.journal_entries)
    scrubbing.forget_words(session)
    return done


def require_none_waits(session: Session, actor: Actor) -> None:
    """Refuses OWN_PROPOSALS_WAIT(names) as :func:`erase` does."""
    if access.moderates(session, actor):
        waiting = session.exec(
            select(Signatory.name).where(
                Signatory.guild_id == actor.guild_id,
                Signatory.added_by == actor.user_id,
                Signatory.way == Way.PROPOSED,
                col(Signatory.state).in_(lifecycle.UNSETTLED),
            )
        ).all()
        if waiting:
            raise Refusal(Reason.OWN_PROPOSALS_WAIT, names=tuple(waiting))


def foreseen(session: Session, guild_id: int, user_id: int, begun: Forgetting = NOT_BEGUN) -> ErasureSheet:
    """Count what :func:`forget` would remove and keep. Changes nothing."""
    entries = begun.emptied + sum(1 for _ in journal.naming(session, guild_id, user_id, begun.until))
    cast = ballots.under_way(session, guild_id, user_id)
    kept = bool(cast) or any(
        session.exec(select(column).where(*_theirs(what, guild_id, user_id)).limit(1)).first() is not None
        if what != "taking part"
        else participants.has_said(session, guild_id, user_id)
        for what, (column, _) in _TAKEN.items()
    )
    stays = session.exec(_own(guild_id, user_id).where(col(Signatory.live)).order_by(col(Signatory.id))).all()
    return ErasureSheet(
        guild_id=guild_id,
        open_votes=sum(one.choice is not None for _, one in cast),
        journal_entries=entries,
        stays=tuple(row.name for row in stays),
        nothing=not kept and not entries,
        stopped=participants.stopped_since(session, guild_id, user_id) is not None,
    )


def _theirs(what: str, guild_id: int, user_id: int) -> Iterator[Any]:
    """That a row names this person, and belongs to this server by itself or by what it hangs on."""
    column = _TAKEN[what][0]
    yield column == user_id
    columns = inspect(column.class_).columns
    parents = (("signatory_id", Signatory), ("letter_id", Letter), ("notice_id", Notice))
    if "guild_id" in columns:
        yield columns["guild_id"] == guild_id
    else:
        name, parent = next((name, parent) for name, parent in parents if name in columns)
        yield columns[name].in_(select(col(parent.id)).where(parent.guild_id == guild_id))
    if what == "messages":
        yield Delivery.place == Place.USER


def _own(guild_id: int, user_id: int) -> Any:
    """The person's own signatures: their name is on it, not an organisation's."""
    signed = (
        (col(Signatory.added_by) == user_id)
        & (col(Signatory.way) == Way.SIGNED)
        & (col(Signatory.kind) == Kind.INDIVIDUAL)
    )
    return select(Signatory).where(
        Signatory.guild_id == guild_id, or_(signed, col(Signatory.person_id) == user_id)
    )


def _say_no(session: Session, guild_id: int, user_id: int, now: datetime) -> None:
    """Whoever was asked about their own name and is forgotten has not agreed."""
    for row in session.exec(_own(guild_id, user_id).where(col(Signatory.live), Signatory.person_id == user_id)):
        if person_requests.is_unconfirmed(row, session.get(Consent, row.id)):
            person_requests.refuse(session, Actor(guild_id, user_id), now, row.id)


def _ended_own(session: Session, guild_id: int, user_id: int) -> list[Signatory]:
    """Names of this person that are on no list any more, those to which they said no in another's place among them."""
    own = session.exec(_own(guild_id, user_id).where(col(Signatory.live).is_(False))).all()
    refused = refusals.replaced_by_another(session, guild_id, user_id)
    known = {row.id for row in own}
    return [*own, *(row for row in refused if not row.live and row.id not in known)]


def _take_back_waiting_approvals(session: Session, guild_id: int, user_id: int, now: datetime) -> None:
    """The first of two approvals: nobody could tell any more whether the second is by another."""
    rows = session.exec(
        select(Signatory).where(
            Signatory.guild_id == guild_id,
            col(Signatory.id).in_(select(Decision.signatory_id).where(Decision.decided_by == user_id)),
            col(Signatory.state).in_(lifecycle.DECIDABLE),
        )
    ).all()
    last = decisions.current(session, [row.id for row in rows])
    for row in rows:
        first = decisions.waiting_for_second(row, last.get(row.id))
        if first is not None and first.decided_by == user_id:
            decisions.void_first_approval(session, row, now)


def _shown(row: Any, names: Iterable[str]) -> dict[str, object]:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
