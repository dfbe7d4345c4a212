"""The dossier: one signatory with its history, and how names are found."""

from datetime import datetime

from sqlmodel import Session, col, or_, select

from models import coalition, consent, state
from models import letter as letters
from models.policy import Policy
from models.refusal import Reason, Refusal
from models.sheets import Actor, HistoryLine, NamedVote, SignatoryChoice, SignatorySheet
from models.standing import proposal
from models.tables import Ballot, JournalEntry, Letter, Signatory, TextVersion
from models.terms import SignatoryState

TOLD_TO_ALL = frozenset(
    {"before", "after", "votes", "entitled", "cut_short", "late", "kind", "name", "votes_kept"}
)
"""Facts of the journal that every reader of the letter may see; the rest is for moderators."""
MOST_LINES = 100


def show(session: Session, actor: Actor, now: datetime, signatory_id: int) -> SignatorySheet:
    """One signatory with its history, for those who may read the letter; NOT_FOUND for others."""
    row = state.of(session, actor.guild_id, signatory_id)
    letter = session.get_one(Letter, row.letter_id)
    if not letters.is_readable(session, actor, letter):
        raise Refusal(Reason.NOT_FOUND)
    moderates = coalition.is_moderator(coalition.of(session, actor.guild_id), actor)
    own = row.added_by == actor.user_id
    agreed = consent.of(session, row)
    open_yet = row.state in state.UNDECIDED_YET
    wording = session.get(TextVersion, row.text_version_id) if row.text_version_id is not None else None
    return SignatorySheet(
        proposal=proposal(session, row, now),
        consent=consent.sheet(agreed) if agreed is not None and (moderates or own) else None,
        votes=_named_votes(session, row),
        approved_at=row.approved_at,
        removed_at=row.removed_at,
        alone=row.alone,
        told=row.told if moderates or own else "",
        text_digest=wording.digest if wording is not None else "",
        history=_history(session, row, moderates=moderates),
        may_cancel=own and open_yet,
        may_correct=own and open_yet,
        may_add_consent=(own or moderates) and open_yet and agreed is None,
        may_withdraw=own and row.state is SignatoryState.APPROVED and row.leaving_at is None,
        moderates=moderates,
    )


def search(
    session: Session, actor: Actor, letter_id: int | None, typed: str, limit: int = 25
) -> tuple[SignatoryChoice, ...]:
    """Names that contain what was typed, those that begin with it first; nothing where the letter is not the
    reader's to see."""
    try:
        letter = letters.choose(session, actor, letter_id)
        letters.require_readable(session, actor, letter)
    except Refusal:
        return ()
    wanted = typed.strip()
    rows = session.exec(
        select(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            or_(
                col(Signatory.name).icontains(wanted, autoescape=True),
                col(Signatory.sort_key).contains(wanted.casefold(), autoescape=True),
            ),
        )
        .order_by(
            col(Signatory.sort_key).startswith(wanted.casefold(), autoescape=True).desc(),
            col(Signatory.sort_key),
        )
        .limit(limit)
    ).all()
    return tuple(SignatoryChoice(row.id, row.name, row.kind, row.state) for row in rows)


def _named_votes(session: Session, row: Signatory) -> tuple[NamedVote, ...]:
    if row.ballot_ended_at is None or Policy.of(row.policy or {}).secret:
        return ()
    cast = session.exec(
        select(Ballot)
        .where(Ballot.signatory_id == row.id, col(Ballot.choice).is_not(None))
        .order_by(Ballot.voter)
    ).all()
    return tuple(NamedVote(one.user_id, one.choice, one.reason) for one in cast if one.choice is not None)


def _history(session: Session, row: Signatory, *, moderates: bool) -> tuple[HistoryLine, ...]:
    entries = session.exec(
        select(JournalEntry)
        .where(JournalEntry.guild_id == row.guild_id, JournalEntry.signatory_id == row.id)
        .order_by(col(JournalEntry.id).desc())
        .limit(MOST_LINES)
    ).all()
    return tuple(
        HistoryLine(
            at=entry.at,
            act=entry.act,
            actor_id=(entry.payload or {}).get("actor") if moderates else None,
            facts={
                name: value
                for name, value in (entry.payload or {}).items()
                if name != "actor" and (moderates or name in TOLD_TO_ALL)
            },
        )
        for entry in reversed(entries)
    )
