"""The review queue: what waits for a moderator, and why each must be looked at."""

from collections.abc import Sequence

from sqlmodel import Session, and_, col, select

from models import journal
from models.coalitions import access
from models.consents import consents, person_requests, replaced
from models.database.tables import Consent, Decision, Letter, Participant, Signatory, Vote
from models.letters import endorsements, lookup
from models.names import doubts
from models.participants import organisations
from models.refusal import Reason, Refusal
from models.review import cases, ownership, review
from models.review.ownership import Ownership
from models.sheets import Actor, DecisionSheet, QueueItem, QueueSheet, SignatoryChoice, Why
from models.sheets.findings import DOUBTS, Finding
from models.signatories import counting, decisions, lifecycle, lookalikes, refusals, shown
from models.signatories.summary import is_opposed, proposal
from models.terms import Kind, LetterState, SignatoryState, Verdict, Way

PAGE = 5
"""Items a page: each has its facts and its buttons."""


def queue(
    session: Session, actor: Actor, letter_id: int | None = None, page: int = 1, holding: int | None = None
) -> QueueSheet:
    """Those that can be approved at once, and one page of those to look at, oldest first; a page out of range gives
    the nearest one. ``holding`` asks for the page on which this signatory stands, where it does.

    Refuses MODERATORS_ONLY, and as ``lookup.choose`` does.
    """
    access.require_moderator(session, actor)
    letter = lookup.choose(session, actor, letter_id, (LetterState.OPEN, LetterState.CLOSED))
    since = journal.newest(session, letter.guild_id)  # first, so that nothing after it passes for shown
    waiting = session.exec(
        select(Signatory, Consent, Vote, Participant)
        .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .outerjoin(Vote, col(Vote.signatory_id) == col(Signatory.id))
        .outerjoin(
            Participant,
            and_(
                col(Participant.guild_id) == col(Signatory.guild_id),
                col(Participant.user_id) == col(Signatory.added_by),
            ),
        )
        .where(counting.reviewed(letter.id))
        .order_by(col(Signatory.added_at), col(Signatory.id))
    ).all()
    ids = [row.id for row, *_ in waiting]
    alike, before = lookalikes.noted(session, ids), replaced.among(session, ids)
    noes = refusals.of(session, letter.id)
    wordings = endorsements.counting(session, letter.id)
    own = ownership.of(session, actor, [(row, agreed) for row, agreed, *_ in waiting])
    judged = [
        (
            row,
            agreed,
            why(
                session,
                actor,
                letter,
                row,
                agreed=agreed,
                vote=vote,
                wordings=wordings,
                home=home,
                alike=row.id in alike,
                asked_before=row.id in before,
                said_no=noes.have(row),
                own=own,
            ),
        )
        for row, agreed, vote, home in waiting
    ]
    ready = [(row, agreed) for row, agreed, reasons in judged if not reasons]
    look_at = [(row, reasons) for row, _, reasons in judged if reasons]
    wording = shown.wording(session, letter.id)
    pages = max(1, -(-len(look_at) // PAGE))
    place = next((place for place, (row, _) in enumerate(look_at) if row.id == holding), None)
    page = min(max(1, page), pages) if place is None else place // PAGE + 1
    return QueueSheet(
        letter_id=letter.id,
        title=letter.title,
        ready=tuple(SignatoryChoice(row.id, row.name, row.kind, row.state) for row, _ in ready),
        to_look_at=len(look_at),
        items=tuple(_item(session, row, reasons) for row, reasons in look_at[(page - 1) * PAGE : page * PAGE]),
        page=page,
        pages=pages,
        since=since,
        digest=shown.together([shown.digest(row, agreed, wording) for row, agreed in ready]),
    )


def look(session: Session, actor: Actor, ids: Sequence[int]) -> tuple[QueueItem, ...]:
    """These ones, ready or not, to be decided on. Refuses MODERATORS_ONLY, NOT_FOUND."""
    access.require_moderator(session, actor)
    rows = [lifecycle.find(session, actor.guild_id, signatory_id) for signatory_id in dict.fromkeys(ids)]
    return tuple(_item(session, row, _reasons(session, actor, row)) for row in rows)


def check_verdict(session: Session, actor: Actor, verdict: Verdict, ids: Sequence[int]) -> None:
    """Before a form is filled in: that one of these at least can be decided on so. Refuses MODERATORS_ONLY, and
    where none can, what :func:`review.approve` answers for the first."""
    access.require_moderator(session, actor)
    found = cases.of(session, actor, ids)
    refusals = []
    for signatory_id in ids:
        try:
            if signatory_id not in found:
                raise Refusal(Reason.NOT_FOUND)
            review.require_decidable(found[signatory_id], verdict)
        except Refusal as refusal:
            refusals.append(refusal)
    if len(refusals) == len(ids):
        raise refusals[0]


def why(
    session: Session,
    actor: Actor,
    letter: Letter,
    row: Signatory,
    *,
    agreed: Consent | None,
    vote: Vote | None,
    wordings: tuple[int, ...],
    home: Participant | None,
    alike: bool,
    asked_before: bool,
    said_no: bool,
    own: Ownership,
) -> tuple[Why, ...]:
    """Everything that speaks against approving this one unseen; nothing means ready. ``wordings`` are
    ``endorsements.counting``, ``home`` is whoever added it, as they take part, ``alike`` whether another live name
    looks like it, ``asked_before`` whether somebody else was asked about it before, ``said_no`` whether it may mean a
    person who said no, ``own`` what the moderator may not decide on."""
    if row.state is SignatoryState.APPROVED:
        return (Why.LEAVING,)
    for_a_body = row.way is Way.SIGNED and row.kind is not Kind.INDIVIDUAL
    is_own = home is not None and row.name_key == home.organisation_key
    reasons = {
        Why.NO_CONSENT: agreed is None,
        Why.UNCONFIRMED: person_requests.is_unconfirmed(row, agreed),
        Why.ASKED_BEFORE: asked_before,
        Why.EARLIER_TEXT: agreed is not None and endorsements.is_earlier(row, wordings),
        Why.UNDECIDED: row.state is SignatoryState.UNDECIDED,
        Why.OPPOSED: is_opposed(vote),
        Why.CUT_SHORT: vote is not None and vote.cut_short and not vote.cut_while_paused,
        Why.CUT_WHILE_PAUSED: vote is not None and vote.cut_while_paused,
        Why.LATE: row.late,
        Why.ON_HOLD: row.state is SignatoryState.HOLD,
        Why.OWN_PROPOSAL: row.id in own.proposals,
        Why.OWN_NAME: row.id in own.names,
        Why.SECOND_NEEDED: review.needs_two(letter, row) and _approved_by(session, row, actor),
        Why.ALONE: review.is_alone(letter, row, actor),
        Why.OTHER_ORGANISATION: for_a_body and not is_own,
        Why.NOT_CONFIRMED: for_a_body and is_own and not organisations.is_confirmed(home),
        Why.SAID_NO: said_no,
        Why.LOOKS_ALIKE: alike,
        Why.DOUBTFUL: is_doubtful(row),
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def is_doubtful(row: Signatory) -> bool:
    """Whether there is something about the name itself, or there was in the list that it came with: that stays until
    somebody decides on this name by itself. An unknown country is no doubt once it is said which one was meant."""
    found = {Finding(one["finding"]) for one in row.found} - ({Finding.COUNTRY} if row.country else set())
    return bool(found & DOUBTS) or bool(doubts.doubts(row.name, row.kind))


def unsuspected(session: Session, actor: Actor, letter: Letter, batch_id: int) -> tuple[SignatoryChoice, ...]:
    """Those of a batch that wait and against which nothing speaks, but that one person imported and approves
    them: the button says so, and it is marked."""
    waiting = session.exec(
        select(Signatory, Consent, Vote)
        .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .outerjoin(Vote, col(Vote.signatory_id) == col(Signatory.id))
        .where(Signatory.batch_id == batch_id, col(Signatory.state).in_(lifecycle.WAITING))
        .order_by(col(Signatory.id))
    ).all()
    ids = [row.id for row, *_ in waiting]
    alike, before = lookalikes.noted(session, ids), replaced.among(session, ids)
    noes = refusals.of(session, letter.id)
    wordings = endorsements.counting(session, letter.id)
    own = ownership.of(session, actor, [(row, agreed) for row, agreed, _ in waiting])
    return tuple(
        SignatoryChoice(row.id, row.name, row.kind, row.state)
        for row, agreed, vote in waiting
        if {Why.ALONE}.issuperset(
            why(
                session,
                actor,
                letter,
                row,
                agreed=agreed,
                vote=vote,
                wordings=wordings,
                home=None,
                alike=row.id in alike,
                asked_before=row.id in before,
                said_no=noes.have(row),
                own=own,
            )
        )
    )


def decision_sheet(row: Decision) -> DecisionSheet:
    """A decision as moderators see it."""
    return DecisionSheet(row.id, row.verdict, row.decided_by, row.decided_at, row.told, row.note)


def _reasons(session: Session, actor: Actor, row: Signatory) -> tuple[Why, ...]:
    letter = session.get_one(Letter, row.letter_id)
    if row.state is SignatoryState.APPROVED and row.leaving_at is None:
        return ()
    home = session.exec(
        select(Participant).where(Participant.guild_id == row.guild_id, Participant.user_id == row.added_by)
    ).first()
    agreed = consents.of(session, row)
    return why(
        session,
        actor,
        letter,
        row,
        agreed=agreed,
        vote=session.get(Vote, row.id),
        wordings=endorsements.counting(session, letter.id),
        home=home,
        alike=bool(lookalikes.noted(session, [row.id])),
        asked_before=bool(replaced.among(session, [row.id])),
        said_no=refusals.of(session, letter.id).have(row),
        own=ownership.of(session, actor, [(row, agreed)]),
    )


def _approved_by(session: Session, row: Signatory, actor: Actor) -> bool:
    first = decisions.first_approval(session, row)
    return first is not None and first.decided_by == actor.user_id


def _item(session: Session, row: Signatory, reasons: tuple[Why, ...]) -> QueueItem:
    agreed = consents.of(session, row)
    vote = session.get(Vote, row.id)
    last = decisions.current_decision(session, row.id)
    proposer = session.exec(
        select(Participant.organisation).where(
            Participant.guild_id == row.guild_id, Participant.user_id == row.added_by
        )
    ).first()
    return QueueItem(
        proposal=proposal(session, row),
        why=reasons,
        consent=consents.sheet(agreed) if agreed is not None else None,
        objections=tuple(vote.objections) if vote is not None else (),
        asked_before=replaced.shown(session, row),
        proposer_organisation=proposer or "",
        last=decision_sheet(last) if last is not None else None,
    )
