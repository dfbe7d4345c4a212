"""The review queue: what waits for a moderator, and why each must be looked at."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from models import journal
from models.coalitions import access
from models.consents import consents, person_requests, replaced
from models.database.tables import Decision, Participant, Signatory
from models.letters import endorsements, lookup
from models.names import doubts
from models.participants import organisations
from models.refusal import Reason, Refusal
from models.review import cases, review
from models.review.cases import Case
from models.sheets import Actor, DecisionSheet, QueueItem, QueueSheet, SignatoryChoice, Why
from models.sheets.findings import DOUBTS, Finding
from models.signatories import counting, lifecycle, lookalikes, refusals, shown
from models.signatories.summary import proposals
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
    found = cases.among(session, actor, counting.reviewed(letter.id))
    reasons_of = _reasons(session, actor, found)
    waiting = sorted(found.values(), key=lambda one: (one.row.added_at, one.row.id))
    ready = [one for one in waiting if not reasons_of[one.row.id]]
    look_at = [one for one in waiting if reasons_of[one.row.id]]
    wording = shown.wording(session, letter.id)
    pages = max(1, -(-len(look_at) // PAGE))
    place = next((place for place, one in enumerate(look_at) if one.row.id == holding), None)
    page = min(max(1, page), pages) if place is None else place // PAGE + 1
    return QueueSheet(
        letter_id=letter.id,
        title=letter.title,
        ready=tuple(map(_choice, ready)),
        to_look_at=len(look_at),
        items=_items(session, actor, look_at[(page - 1) * PAGE : page * PAGE], reasons_of),
        page=page,
        pages=pages,
        since=since,
        agreed={one.row.id: consents.sheet(one.agreed) for one in ready if one.agreed is not None},
        digest=shown.together([shown.digest(one.row, one.agreed, wording) for one in ready]),
    )


def look(session: Session, actor: Actor, ids: Sequence[int]) -> tuple[QueueItem, ...]:
    """These ones, ready or not, to be decided on. Refuses MODERATORS_ONLY, NOT_FOUND."""
    access.require_moderator(session, actor)
    found = cases.of(session, actor, ids)
    if not found.keys() >= set(ids):
        raise Refusal(Reason.NOT_FOUND)
    return _items(session, actor, [found[one] for one in dict.fromkeys(ids)], _reasons(session, actor, found))


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
    actor: Actor,
    case: Case,
    *,
    wordings: tuple[int, ...],
    home: Participant | None,
    alike: bool,
    asked_before: bool,
    said_no: bool,
) -> tuple[Why, ...]:
    """Everything that speaks against approving this one unseen; nothing means ready. ``wordings`` are
    ``endorsements.counting``, ``home`` is the person who added it, as they take part, ``alike`` whether another live
    name looks like it, ``asked_before`` whether somebody else was asked about it before, ``said_no`` whether it may
    mean a person who said no."""
    row, letter, vote, agreed = case.row, case.letter, case.vote, case.agreed
    if row.state is SignatoryState.APPROVED:
        return (Why.LEAVING,)
    for_a_body = row.way is Way.SIGNED and row.kind is not Kind.INDIVIDUAL
    is_own = home is not None and row.name_key == home.organisation_key
    first = case.first_approval
    reasons = {
        Why.NO_CONSENT: agreed is None,
        Why.UNCONFIRMED: person_requests.is_unconfirmed(row, agreed),
        Why.ASKED_BEFORE: asked_before,
        Why.EARLIER_TEXT: agreed is not None and endorsements.is_earlier(row, wordings),
        Why.UNDECIDED: row.state is SignatoryState.UNDECIDED,
        Why.OPPOSED: case.opposed,
        Why.CUT_SHORT: vote is not None and vote.cut_short and not vote.cut_while_paused,
        Why.CUT_WHILE_PAUSED: vote is not None and vote.cut_while_paused,
        Why.LATE: row.late,
        Why.ON_HOLD: row.state is SignatoryState.HOLD,
        Why.OWN_PROPOSAL: case.own_proposal,
        Why.OWN_NAME: case.own_name,
        Why.SECOND_NEEDED: (
            review.needs_two(letter, row) and first is not None and first.decided_by == actor.user_id
        ),
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


def unsuspected(session: Session, actor: Actor, batch_id: int) -> tuple[SignatoryChoice, ...]:
    """Those of a batch that wait and against which nothing speaks, but that one person imported and approves
    them: the button says so, and it is marked."""
    found = cases.among(
        session,
        actor,
        Signatory.batch_id == batch_id,
        col(Signatory.state).in_(lifecycle.WAITING),
    )
    reasons = _reasons(session, actor, found)
    return tuple(_choice(one) for one in found.values() if {Why.ALONE}.issuperset(reasons[one.row.id]))


def decision_sheet(row: Decision) -> DecisionSheet:
    """A decision as moderators see it."""
    return DecisionSheet(row.id, row.verdict, row.decided_by, row.decided_at, row.told, row.note)


def _reasons(session: Session, actor: Actor, found: Mapping[int, Case]) -> dict[int, tuple[Why, ...]]:
    """What speaks against approving each of these unseen; nothing against one that is on the list and stays there."""
    alike, before = lookalikes.noted(session, found), replaced.among(session, found)
    letters = {one.letter.id for one in found.values()}
    noes = {letter_id: refusals.of(session, letter_id) for letter_id in letters}
    wordings = {letter_id: endorsements.counting(session, letter_id) for letter_id in letters}
    homes = _homes(session, actor.guild_id, [one.row for one in found.values()])
    return {
        row.id: ()
        if row.state is SignatoryState.APPROVED and row.leaving_at is None
        else why(
            actor,
            one,
            wordings=wordings[row.letter_id],
            home=homes.get(row.added_by),
            alike=row.id in alike,
            asked_before=row.id in before,
            said_no=noes[row.letter_id].have(row),
        )
        for one in found.values()
        for row in (one.row,)
    }


def _homes(session: Session, guild_id: int, rows: Sequence[Signatory]) -> dict[int | None, Participant]:
    """The people who added these names, as they take part, by user id."""
    people = select(Participant).where(
        Participant.guild_id == guild_id, col(Participant.user_id).in_({row.added_by for row in rows})
    )
    return {one.user_id: one for one in session.exec(people)}


def _choice(one: Case) -> SignatoryChoice:
    return SignatoryChoice(one.row.id, one.row.name, one.row.kind, one.row.state)


def _items(
    session: Session, actor: Actor, found: Sequence[Case], reasons: Mapping[int, tuple[Why, ...]]
) -> tuple[QueueItem, ...]:
    rows = [one.row for one in found]
    sheets, homes = proposals(session, rows), _homes(session, actor.guild_id, rows)
    asked = replaced.shown(session, rows)
    items = []
    for one in found:
        row, home = one.row, homes.get(one.row.added_by)
        items.append(
            QueueItem(
                proposal=sheets[row.id],
                why=reasons[row.id],
                consent=consents.sheet(one.agreed) if one.agreed is not None else None,
                objections=tuple(one.vote.objections) if one.vote is not None else (),
                asked_before=asked.get(row.id, ()),
                proposer_organisation=home.organisation if home is not None else "",
                last=decision_sheet(one.last) if one.last is not None else None,
            )
        )
    return tuple(items)
