"""A signatory: a name put forward for one letter, from its proposal to its end, in one state."""

from datetime import datetime, timedelta
from difflib import SequenceMatcher

from sqlmodel import Session, col, func, select

from models import card, coalition, consent, country, names, notice, prose
from models import letter as letters
from models.policy import Policy
from models.refusal import Reason, Refusal
from models.sheets import Actor, ProposalAnswers, ProposalSheet, SignAnswers
from models.standing import proposal
from models.state import UNDECIDED_YET, changed, drop_ballots, move, of
from models.tables import Letter, Signatory
from models.terms import CardKind, Kind, LetterState, Means, NoticeKind, SignatoryState, Way

S = SignatoryState
SAME_IDENTITY = 0.8
"""How alike two spellings must be for votes on the one to stand for the other (difflib's ratio)."""


def propose(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, answers: ProposalAnswers
) -> ProposalSheet:
    """Put a name forward: it is voted on, or goes straight to review where the letter holds no votes."""
    coalition.require_participant(session, actor)
    letter = letters.choose(session, actor, letter_id)
    letters.require_intake(letter, now)
    row = add(session, actor, now, letter, answers, Way.PROPOSED)
    consent.record_if_stated(session, row, answers, actor.user_id, now)
    open_ballot(session, row, letter, now)
    return proposal(session, row, now)


def keep_late(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, answers: ProposalAnswers
) -> ProposalSheet:
    """Keep a name that came after the close; a moderator may still accept it, marked as late."""
    coalition.require_participant(session, actor)
    letter = letters.choose(session, actor, letter_id)
    if letter.state not in (LetterState.OPEN, LetterState.CLOSED) or now < letter.closes_at:
        letters.require_intake(letter, now)
    row = add(session, actor, now, letter, answers, Way.PROPOSED, late=True)
    consent.record_if_stated(session, row, answers, actor.user_id, now)
    return proposal(session, row, now)


def sign(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, answers: SignAnswers
) -> ProposalSheet:
    """Sign for the own organisation or person. *I am authorised* is the consent; it goes straight to review."""
    person = coalition.require_participant(session, actor)
    letter = letters.choose(session, actor, letter_id)
    letters.require_intake(letter, now)
    if not answers.authorised:
        raise Refusal(Reason.NOT_AUTHORISED)
    stated = ProposalAnswers(answers.kind, answers.name or person.organisation, answers.country, answers.detail)
    row = add(session, actor, now, letter, stated, Way.SIGNED)
    consent.record(
        session,
        row,
        Means.OWN_CLICK,
        f"{person.title}, {person.organisation}",
        "I am authorised",
        actor.user_id,
        now,
    )
    if Policy.of(letter.policy).vote_on_signings:
        open_ballot(session, row, letter, now)
    return proposal(session, row, now)


def cancel(session: Session, actor: Actor, now: datetime, signatory_id: int) -> ProposalSheet:
    """Cancel the own proposal, until it is approved; then only a wish to leave is possible."""
    row = own(session, actor, signatory_id)
    if row.state is S.APPROVED:
        raise Refusal(Reason.APPROVED_ALREADY)
    if row.state not in UNDECIDED_YET:
        raise Refusal(Reason.WRONG_STEP, state=row.state, to=S.CANCELLED)
    drop_ballots(session, row)
    move(session, row, S.CANCELLED, now, actor.user_id)
    return proposal(session, row, now)


def correct(
    session: Session, actor: Actor, now: datetime, signatory_id: int, answers: ProposalAnswers
) -> ProposalSheet:
    """Correct the own proposal, until it is approved. Votes stay for a spelling; another identity restarts them."""
    row = own(session, actor, signatory_id)
    if row.state is S.APPROVED:
        raise Refusal(Reason.APPROVED_ALREADY)
    if row.state not in UNDECIDED_YET:
        raise Refusal(Reason.WRONG_STEP, state=row.state, to=row.state)
    before = row.name
    same = is_same_identity(row, answers)
    rename(session, row, answers, note=answers.note)
    changed(session, row, now, "corrected", actor.user_id, before=before, after=row.name, votes_kept=same)
    if not same and row.state is S.VOTING:
        drop_ballots(session, row)
        letter = session.get_one(Letter, row.letter_id)
        open_ballot(session, row, letter, now)
    return proposal(session, row, now)


def withdraw_wish(session: Session, actor: Actor, now: datetime, signatory_id: int) -> ProposalSheet:
    """Ask that an approved signatory be taken off the list; moderators decide."""
    row = own(session, actor, signatory_id)
    if row.state is not S.APPROVED:
        raise Refusal(Reason.WRONG_STEP, state=row.state, to=S.REMOVED)
    row.leaving_at = row.leaving_at or now
    changed(session, row, now, "asked to leave", actor.user_id)
    notice.announce(
        session, NoticeKind.QUEUE, now, row.guild_id, letter_id=row.letter_id, signatory_id=row.id,
        dedupe=f"leaving:{row.id}:{row.leaving_at.isoformat()}",
    )  # fmt: skip
    return proposal(session, row, now)


def own(session: Session, actor: Actor, signatory_id: int) -> Signatory:
    """The row, for whoever put it forward: NOT_YOURS for others."""
    coalition.require_participant(session, actor)
    row = of(session, actor.guild_id, signatory_id)
    if row.added_by != actor.user_id:
        raise Refusal(Reason.NOT_YOURS)
    return row


def add(
    session: Session,
    actor: Actor,
    now: datetime,
    letter: Letter,
    answers: ProposalAnswers,
    way: Way,
    *,
    late: bool = False,
    twin: bool = False,
) -> Signatory:
    """Write a new row. Refuses DUPLICATE for a live name, TRIED_BEFORE for a failed one without a note.

    ``twin`` lets a moderator tell two bodies of one name apart.
    """
    name = names.printable(answers.name)
    individual = answers.kind is Kind.INDIVIDUAL
    affiliation = names.affiliation(answers.detail) if individual else ""
    name_key = names.exact_key(answers.kind, name, affiliation)
    row = Signatory(
        letter_id=letter.id,
        guild_id=letter.guild_id,
        kind=answers.kind,
        name=name,
        name_key=name_key,
        twin=_free_twin(session, letter, name_key) if twin else 0,
        sort_key=names.sort_key(answers.kind, name),
        country=country.code_of(answers.country) if answers.country else "",
        website="" if individual else prose.optional(answers.detail, "website", 200),
        affiliation=affiliation,
        note=prose.optional(answers.note, "note", 1000),
        state=S.LATE if late else S.PROPOSED,
        way=way,
        added_by=actor.user_id,
        added_at=now,
        late=late,
    )
    if not twin:
        _require_new(session, actor, letter, row)
    session.add(row)
    session.flush()
    changed(session, row, now, way.value, actor.user_id, name=row.name, kind=row.kind.value, late=late)
    return row


def open_ballot(session: Session, row: Signatory, letter: Letter, now: datetime) -> None:
    """Open the vote under the letter's policy of this moment, and have the card posted."""
    policy = Policy.of(letter.policy)
    if policy.votes:
        row.policy = policy.document()
        row.state = S.VOTING
        row.ballot_opens_at = now
        row.ballot_closes_at = min(now + timedelta(hours=policy.hours), letter.closes_at)
    channel = coalition.of(session, row.guild_id).proposals_id
    session.flush()
    if channel is not None:
        card.post(session, row.guild_id, CardKind.PROPOSAL, row.id, channel)


def is_same_identity(row: Signatory, answers: ProposalAnswers) -> bool:
    """Whether a correction only respells: the same exact key, or much alike, and of one kind."""
    key = names.exact_key(answers.kind, names.printable(answers.name), answers.detail)
    alike = SequenceMatcher(None, row.name.casefold(), answers.name.casefold()).ratio() >= SAME_IDENTITY
    return answers.kind is row.kind and (key == row.name_key or alike)


def rename(session: Session, row: Signatory, answers: ProposalAnswers, *, note: str | None = None) -> None:
    """Take over name and particulars; refuses DUPLICATE where the new name is another live one's."""
    row.kind = answers.kind
    row.name = names.printable(answers.name)
    individual = row.kind is Kind.INDIVIDUAL
    row.affiliation = names.affiliation(answers.detail) if individual else ""
    row.website = "" if individual else prose.optional(answers.detail, "website", 200)
    row.country = country.code_of(answers.country) if answers.country else ""
    row.sort_key = names.sort_key(row.kind, row.name)
    if note is not None:
        row.note = prose.optional(note, "note", 1000)
    key = names.exact_key(row.kind, row.name, row.affiliation)
    if key != row.name_key:
        taken = session.exec(
            select(Signatory).where(
                Signatory.letter_id == row.letter_id,
                Signatory.name_key == key,
                col(Signatory.live),
                Signatory.id != row.id,
            )
        ).first()
        if taken is not None:
            raise Refusal(Reason.DUPLICATE, name=taken.name)
        row.name_key, row.twin = key, 0
    session.flush()


def _require_new(session: Session, actor: Actor, letter: Letter, row: Signatory) -> None:
    same = session.exec(
        select(Signatory)
        .where(Signatory.letter_id == letter.id, Signatory.name_key == row.name_key)
        .order_by(col(Signatory.id).desc())
    ).all()
    live = next((one for one in same if one.live), None)
    if live is not None:
        if letters.is_readable(session, actor, letter):
            raise Refusal(Reason.DUPLICATE, name=live.name, state=live.state, signatory_id=live.id)
        raise Refusal(Reason.DUPLICATE, name=row.name)
    if same and (not row.note or len(same) > 1):
        raise Refusal(Reason.TRIED_BEFORE, name=same[0].name, times=len(same))


def _free_twin(session: Session, letter: Letter, name_key: str) -> int:
    highest = session.exec(
        select(func.max(Signatory.twin)).where(Signatory.letter_id == letter.id, Signatory.name_key == name_key)
    ).one()
    return 0 if highest is None else highest + 1
