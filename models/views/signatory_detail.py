"""Signatory detail: one signatory with its history, and how names are found."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import String, cast, text
from sqlmodel import Session, and_, col, or_, select

from models.acts import Act
from models.coalitions import access
from models.consents import consents, person_requests, replaced
from models.database.tables import Ballot, JournalEntry, Letter, Signatory, TextVersion, Vote
from models.database.tables.signatories import ALIASED
from models.letters import endorsements, letters, lookup
from models.refusal import Reason, Refusal
from models.rules.voting_policy import Policy
from models.sheets import Actor, HistoryLine, NamedVote, SignatoryChoice, SignatorySheet
from models.signatories import lifecycle
from models.signatories.summary import proposal
from models.strings import folding
from models.terms import Kind, SignatoryState, Way

TOLD_TO_ALL = frozenset(
    {"before", "after", "name", "kind", "late", "votes", "entitled", "cut_short", "votes_kept", "until"}
)
"""Facts of the journal that every reader may see; the rest (reasons, notes, evidence) is for moderators."""
MOST_LINES = 100
_LAST_CHARACTER = "\U0010ffff"


def show(session: Session, actor: Actor, signatory_id: int) -> SignatorySheet:
    """One signatory with its history.

    Participants and moderators see every one; others, after publication, those on the list; and each person who was
    asked their own name. For the rest it is NOT_FOUND, whether or not it exists.
    """
    row = lifecycle.find(session, actor.guild_id, signatory_id)
    letter = session.get_one(Letter, row.letter_id)
    theirs = row.person_id == actor.user_id
    if (
        not theirs
        and replaced.of(session, row, actor.user_id) is None
        and not lookup.is_inside(session, actor)
        and not (lookup.is_readable(session, actor, letter) and row.state is SignatoryState.APPROVED)
    ):
        raise Refusal(Reason.NOT_FOUND)
    moderates = access.moderates(session, actor)
    own = theirs or row.added_by == actor.user_id
    unsettled = row.state in lifecycle.UNSETTLED
    agreed = consents.of(session, row)
    earlier = agreed is not None and endorsements.lags(session, row)
    wording = session.get(TextVersion, row.text_version_id) if row.text_version_id is not None else None
    return SignatorySheet(
        proposal=proposal(session, row),
        consent=consents.sheet(agreed) if agreed is not None and (moderates or own) else None,
        votes=_named_votes(session, row),
        approved_at=row.approved_at,
        removed_at=row.removed_at,
        alone=row.alone,
        told=row.told if moderates or own else "",
        text_number=wording.number if wording is not None else None,
        earlier=earlier,
        history=_history(session, row, moderates=moderates),
        may_cancel=own and unsettled,
        may_correct=own and unsettled,
        may_add_consent=(unsettled or (earlier and row.state is SignatoryState.APPROVED))
        and (moderates or (own and row.person_id is None and letter.final_at is None)),
        may_ask=unsettled
        and (moderates or row.added_by == actor.user_id)
        and row.kind is Kind.INDIVIDUAL
        and row.way is not Way.SIGNED
        and row.person_id is None,
        unconfirmed=row.live and person_requests.is_unconfirmed(row, agreed),
        may_confirm=theirs and row.live and letter.final_at is None,
        may_withdraw=own and row.state is SignatoryState.APPROVED and row.leaving_at is None,
        moderates=moderates,
        asked_before=replaced.shown(session, [row])[row.id] if moderates else (),
    )


def search(
    session: Session, actor: Actor, letter_id: int | None, typed: str, limit: int = 25
) -> tuple[SignatoryChoice, ...]:
    """Names that contain the text, in any case; those that begin with it first. On one letter, or on all that the
    actor may read; outsiders only find who is on a published list, and their own name. Nothing found is no refusal."""
    readable = {one.id: one.title for one in letters.list_(session, actor) if letter_id in (None, one.id)}
    typed = typed.strip()
    plain = {folding.SORT(typed), folding.SEARCH(typed)} - {""}  # keys of full-width names are full-width
    columns: Any = (Signatory.id, Signatory.name, Signatory.kind, Signatory.state, Signatory.letter_id)
    known = col(Signatory.letter_id).in_(readable)
    order = (col(Signatory.sort_key), col(Signatory.id))
    query = select(*columns)
    if not lookup.is_inside(session, actor):
        query = query.where(
            or_(col(Signatory.state) == SignatoryState.APPROVED, col(Signatory.person_id) == actor.user_id)
        )
    found: list[Any] = []
    if plain:  # an index knows them in this order, however many there are
        key = col(Signatory.sort_key)
        begins = (and_(key >= one, key <= one + _LAST_CHARACTER) for one in plain)
        beginning = and_(known, or_(*begins))
        found = list(session.exec(query.where(beginning).order_by(*order).limit(limit)))
    asked = _asked(session, actor) if letter_id is None else []
    query = query.where(or_(known, col(Signatory.id).in_(asked)) if asked else known)
    if typed and len(found) < limit:
        query = query.where(
            col(Signatory.id).not_in([row[0] for row in found]),
            or_(
                *(col(Signatory.sort_key).contains(one, autoescape=True) for one in plain),
                col(Signatory.name).icontains(typed, autoescape=True),
                col(Signatory.id).in_(_of_another_name(session, readable, typed)),
            ),
        )
    if len(found) < limit:
        found += session.exec(query.order_by(*order).limit(limit - len(found)))
    several = len(readable) > 1
    return tuple(
        SignatoryChoice(number, name, kind, at, readable.get(of, "") if several else "")
        for number, name, kind, at, of in found
    )


def _asked(session: Session, actor: Actor) -> Sequence[int | None]:
    """Ids of the names that this person was asked about, on whichever letter: a few, which an index knows."""
    theirs = select(Signatory.id).where(
        Signatory.person_id == actor.user_id, Signatory.guild_id == actor.guild_id
    )
    return session.exec(theirs).all()


def _of_another_name(session: Session, readable: Collection[int], typed: str) -> Any:
    """Ids of those with an acronym or another name that contains this: few have one, and an index knows them.

    Letters beyond ASCII are compared here: databases keep them escaped in JSON, and SQLite knows no case of them.
    """
    aliased = (col(Signatory.letter_id).in_(readable), text(ALIASED))
    if typed.isascii():
        held = cast(col(Signatory.aliases), String).icontains(typed, autoescape=True)
        return select(Signatory.id).where(*aliased, held)
    plain = folding.SEARCH(typed)
    found = session.exec(select(col(Signatory.id), col(Signatory.aliases)).where(*aliased)).all()
    return [one for one, called in found if plain and any(plain in folding.SEARCH(alias) for alias in called)]


def _named_votes(session: Session, row: Signatory) -> tuple[NamedVote, ...]:
    """Who chose what, where the vote said before that it is not secret, once it has ended."""
    vote = session.get(Vote, row.id)
    if vote is None or vote.ended_at is None or Policy.of(vote.policy).secret:
        return ()
    ballots = session.exec(
        select(col(Ballot.user_id), col(Ballot.choice), col(Ballot.reason))
        .where(Ballot.signatory_id == row.id)
        .order_by(col(Ballot.user_id))
    )
    return tuple(
        NamedVote(user_id, choice, said)
        for user_id, choice, said in ballots
        if user_id is not None and choice is not None
    )


def _history(session: Session, row: Signatory, *, moderates: bool) -> tuple[HistoryLine, ...]:
    newest = session.exec(
        select(JournalEntry)
        .where(JournalEntry.guild_id == row.guild_id, JournalEntry.signatory_id == row.id)
        .order_by(col(JournalEntry.id).desc())
        .limit(MOST_LINES)
    ).all()
    return tuple(_line(entry, moderates=moderates) for entry in reversed(newest))


def _line(entry: JournalEntry, *, moderates: bool) -> HistoryLine:
    payload = entry.facts
    return HistoryLine(
        at=entry.at,
        act=Act(entry.act),
        actor_id=payload.get("actor") if moderates else None,
        facts={
            name: value
            for name, value in payload.items()
            if name != "actor" and (moderates or name in TOLD_TO_ALL)
        },
    )
