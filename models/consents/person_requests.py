"""A person of this server whose name somebody else proposed: asked, and confirming or refusing with their own press.

Once somebody is asked, no proposer's word stands in for them. A moderator may still record who agreed, where the
person cannot press; the review then says that they did not.
"""

from datetime import datetime

from sqlmodel import Session, col, or_, select

from models.acts import Act
from models.coalitions import access
from models.consents import consents, ownership, replaced
from models.database.tables import Consent, Letter, ReplacedPerson, Signatory
from models.letters import endorsements, wordings
from models.outbox import about_name, dedupe
from models.refusal import Reason, Refusal
from models.sheets import Actor, AskableName, AskedSheet, ConsentRequest, ProposalSheet
from models.signatories import allowance, decisions, lifecycle, refusals, shown, todo
from models.signatories.summary import proposal
from models.terms import Kind, LetterState, Means, NoticeKind, SignatoryState, Way
from models.voting import votes

MOST_ASKABLE = 25
"""A menu of Discord's holds so many."""


def ask(session: Session, actor: Actor, now: datetime, signatory_id: int, user_id: int) -> ProposalSheet:
    """Say which member of the server a name is, and ask them. What was written down of their agreement before, and a
    first approval of two, no longer count.

    For the proposer, and moderators, while nothing is decided; another instead of the person who was asked is
    for moderators alone. The caller sees to it that ``user_id`` is in the server. Refuses TAKE_PART_FIRST, NOT_FOUND,
    NOT_YOURS, APPROVED_ALREADY, ENDED_ALREADY, NOT_A_PERSON(name), SIGNED_THEMSELVES(name), SIGN_YOURSELF,
    UNCHANGED (asked already),
    SOMEBODY_ASKED(name), REFUSED_BEFORE, DUPLICATE(name, state) if they are on the letter, and as
    ``allowance.require_askable`` does.
    """
    row = _askable(session, actor, signatory_id, lock=True)
    if user_id == actor.user_id:
        raise Refusal(Reason.SIGN_YOURSELF)
    if row.person_id == user_id:
        raise Refusal(Reason.UNCHANGED)
    if not access.moderates(session, actor) and (
        row.person_id is not None or replaced.among(session, [row.id])
    ):
        raise Refusal(Reason.SOMEBODY_ASKED, name=row.name)
    _require_new(session, row, user_id)
    allowance.require_askable(session, actor, now, row, user_id)
    consents.forget(session, row)
    decisions.void_first_approval(session, row, now)
    replaced.keep(session, row, now)
    row.person_id, row.person_asked_at = user_id, now
    lifecycle.changed(session, row, now, Act.PERSON_ASKED, actor.user_id, person=user_id)
    allowance.asked(session, actor, now, row, user_id)
    told = dedupe.dedupe(session, f"confirm:{row.id}:{user_id}")
    about_name.tell(session, user_id, NoticeKind.CONFIRM, now, row, told)
    return proposal(session, row)


def check_ask(session: Session, actor: Actor, signatory_id: int) -> ProposalSheet:
    """The name whose person is about to be chosen. Refuses as :func:`ask` does, before anybody is."""
    return proposal(session, _askable(session, actor, signatory_id))


def confirm(session: Session, actor: Actor, now: datetime, signatory_id: int, digest: str) -> ProposalSheet:
    """The person says that their name may be under the newest text, as they were shown both (``shown.digest``):
    this is the consent.

    They need not take part: it is their own name. Refuses NOT_FOUND for everybody else, REPLACED(name) if somebody
    else was asked in their place, ENDED_ALREADY, FINISHED_BEFORE(at) after the final list, WRONG_STATE(state, wants)
    once the letter is put away, UNCHANGED if that is recorded already, OUTDATED if the name or the text changed
    since they were shown it.
    """
    row = _own(session, actor, signatory_id)
    letter = session.get_one(Letter, row.letter_id)
    if letter.final_at is not None:
        raise Refusal(Reason.FINISHED_BEFORE, at=letter.final_at)
    if letter.state in (LetterState.ARCHIVED, LetterState.CANCELLED):
        wants = (LetterState.OPEN, LetterState.CLOSED)
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=wants, by_member=True)
    agreed = consents.of(session, row)
    if agreed is not None and agreed.means is Means.OWN_CLICK and not endorsements.lags(session, row):
        raise Refusal(Reason.UNCHANGED)
    shown.require(session, [row], digest)
    consents.record_confirmed(session, row, now, actor.user_id)
    return proposal(session, row)


def check_refuse(session: Session, actor: Actor, signatory_id: int) -> ProposalSheet:
    """The name to which the person is about to say no. Refuses as :func:`refuse`."""
    row, _ = _asked_about(session, actor, signatory_id, lock=False)
    return proposal(session, row)


def refuse(session: Session, actor: Actor, now: datetime, signatory_id: int) -> ProposalSheet:
    """The person says no, at first or later: the name is cancelled, or off the list at once, and they are not asked
    again on this letter. Of one that ended otherwise their no is kept.

    It counts as well where somebody else was asked in their place: unless that person confirmed the name with their
    own press; then both answers stand, and the moderators are told. Refuses NOT_FOUND for everybody else,
    ENDED_ALREADY.
    """
    row, before = _asked_about(session, actor, signatory_id)
    if before is not None:
        before.refused_at = now
        agreed = consents.of(session, row)
        if agreed is not None and agreed.means is Means.OWN_CLICK:
            return _contested(session, actor, now, row)
    row.person_refused_at = now
    if not row.live:
        lifecycle.changed(session, row, now, Act.REFUSED_BY_THE_PERSON, actor.user_id)
        return proposal(session, row)
    if row.state is SignatoryState.APPROVED:
        to = SignatoryState.REMOVED
    else:
        to = SignatoryState.CANCELLED
        votes.abandon(session, now, row)
    lifecycle.move(session, row, to, now, actor.user_id, by=lifecycle.Who.MEMBER, act=Act.REFUSED_BY_THE_PERSON)
    consents.forget(session, row)
    return proposal(session, row)


def _contested(session: Session, actor: Actor, now: datetime, row: Signatory) -> ProposalSheet:
    """Somebody else confirmed the name with their own press: moderators must look."""
    decisions.void_first_approval(session, row, now)
    lifecycle.changed(session, row, now, Act.REFUSED_BY_WHO_WAS_ASKED_BEFORE, actor.user_id)
    told = dedupe.dedupe(session, f"contested:{row.id}")
    about_name.announce(session, NoticeKind.CONTESTED, now, row, told, user_id=actor.user_id)
    return proposal(session, row)


def askable(session: Session, actor: Actor) -> tuple[AskableName, ...]:
    """People's names of letters under way about which the actor may ask somebody, the newest first: their own
    proposals, for moderators all. Refuses TAKE_PART_FIRST."""
    mine = []
    if not access.moderates(session, actor):
        access.require_participant(session, actor)
        mine = [Signatory.added_by == actor.user_id]
    rows = session.exec(
        select(Signatory, Letter.title)
        .join(Letter, col(Letter.id) == col(Signatory.letter_id))
        .where(
            Signatory.guild_id == actor.guild_id,
            Signatory.kind == Kind.INDIVIDUAL,
            Signatory.way != Way.SIGNED,
            col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED)),
            *todo.unsettled(),
            *mine,
        )
        .order_by(col(Signatory.id).desc())
        .limit(MOST_ASKABLE)
    ).all()
    return tuple(AskableName(row.id, row.name, title) for row, title in rows)


def request(session: Session, actor: Actor, signatory_id: int) -> ConsentRequest:
    """What to write to one who should agree. Refuses TAKE_PART_FIRST, NOT_FOUND, NOT_YOURS, APPROVED_ALREADY,
    ENDED_ALREADY."""
    row = _of_mine(session, actor, signatory_id)
    letter, wording = session.get_one(Letter, row.letter_id), wordings.current(session, row.letter_id)
    asks = access.participant(session, actor)
    return ConsentRequest(
        row.name,
        letter.title,
        letter.addressee,
        row.person_id is not None,
        letter_id=letter.id,
        closes_at=letter.closes_at,
        time_zone=letter.time_zone,
        asked_by=", ".join(filter(None, (asks.title, asks.organisation))) if asks is not None else "",
        contact=letter.contact,
        invitation=letter.invitation,
        body=wording.body if wording is not None else "",
        published=letter.published_at is not None,
        moderates=access.moderates(session, actor),
        language=wordings.written_in(session, letter),
    )


def is_unconfirmed(row: Signatory, agreed: Consent | None) -> bool:
    """Whether a member was asked and has not pressed, whatever else is written down of their agreement."""
    return row.person_id is not None and (agreed is None or agreed.means is not Means.OWN_CLICK)


def waits_for(row: Signatory, agreed: Consent | None, user_id: int) -> bool:
    """Whether the answer of this person about the name is waited for."""
    return row.live and row.person_id == user_id and is_unconfirmed(row, agreed)


def waiting(session: Session, letter: Letter, user_id: int) -> tuple[AskedSheet, ...]:
    """Names on a letter about which this person is asked and has not answered."""
    rows = session.exec(
        select(Signatory, Consent)
        .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .where(
            Signatory.letter_id == letter.id,
            Signatory.person_id == user_id,
            col(Signatory.live).is_(True),
        )
        .order_by(col(Signatory.id))
    )
    wording = shown.wording(session, letter.id)
    return tuple(
        AskedSheet(row.id, row.name, letter.title, row.added_by, shown.digest(row, agreed, wording))
        for row, agreed in rows
        if is_unconfirmed(row, agreed)
    )


def _askable(session: Session, actor: Actor, signatory_id: int, *, lock: bool = False) -> Signatory:
    row = _of_mine(session, actor, signatory_id, lock=lock)
    if row.kind is not Kind.INDIVIDUAL:
        raise Refusal(Reason.NOT_A_PERSON, name=row.name)
    if row.way is Way.SIGNED:
        raise Refusal(Reason.SIGNED_THEMSELVES, name=row.name)
    return row


def _of_mine(session: Session, actor: Actor, signatory_id: int, *, lock: bool = False) -> Signatory:
    """One that the actor proposed or moderates, and that nobody has decided on."""
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=lock)
    if not access.moderates(session, actor):
        access.require_participant(session, actor)
        ownership.require_own(session, actor, row)
        if row.added_by != actor.user_id:
            raise Refusal(Reason.NOT_YOURS)  # the person who was asked answers for themselves, and asks nobody
    lifecycle.require_unsettled(row)
    return row


def _require_new(session: Session, row: Signatory, user_id: int) -> None:
    """One person is on a letter once, and is asked until they say no."""
    others = session.exec(
        select(Signatory).where(
            Signatory.letter_id == row.letter_id,
            Signatory.id != row.id,
            or_(
                col(Signatory.person_id) == user_id,
                allowance.is_theirs(session, Actor(row.guild_id, user_id))
                & (col(Signatory.way) == Way.SIGNED)
                & (col(Signatory.kind) == Kind.INDIVIDUAL),
            ),
        )
    ).all()
    said_no = select(ReplacedPerson.id).where(
        ReplacedPerson.user_id == user_id,
        col(ReplacedPerson.refused_at).is_not(None),
        col(ReplacedPerson.signatory_id).in_(
            select(col(Signatory.id)).where(Signatory.letter_id == row.letter_id)
        ),
    )
    if session.exec(said_no).first() is not None:
        raise Refusal(Reason.REFUSED_BEFORE)
    for other in others:
        if other.person_refused_at is not None:
            raise Refusal(Reason.REFUSED_BEFORE)
        if other.live:
            raise Refusal(Reason.DUPLICATE, name=other.name, state=other.state, signatory_id=other.id)
    if refusals.by_erased(session, row.letter_id, user_id):
        raise Refusal(Reason.REFUSED_BEFORE)


def _own(session: Session, actor: Actor, signatory_id: int) -> Signatory:
    """The name of the person who is asked about it now."""
    row, before = _asked_about(session, actor, signatory_id)
    if not row.live:
        raise Refusal(Reason.ENDED_ALREADY, name=row.name, state=row.state)
    if before is not None:
        raise Refusal(Reason.REPLACED, name=row.name)
    return row


def _asked_about(
    session: Session, actor: Actor, signatory_id: int, *, lock: bool = True
) -> tuple[Signatory, ReplacedPerson | None]:
    """A name about which this person is asked, or was before somebody else, and has not said no."""
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=lock)
    before = replaced.of(session, row, actor.user_id) if row.person_id != actor.user_id else None
    if row.person_id != actor.user_id and before is None:
        raise Refusal(Reason.NOT_FOUND)
    refused_at = before.refused_at if before is not None else row.person_refused_at
    if refused_at is not None:
        raise Refusal(Reason.ENDED_ALREADY, name=row.name, state=row.state)
    return row, before
