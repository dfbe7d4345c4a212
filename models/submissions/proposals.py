"""Proposals: a name proposed for one letter, from its proposal to its end, in one state.

The verbs of the person who proposes it. ``models.signatories.lifecycle`` says who may move what to what.
"""

from datetime import datetime

from msgspec.structs import replace
from sqlmodel import Session

from models.acts import Act
from models.coalitions import access
from models.consents import consents, replaced
from models.consents.ownership import require_own
from models.database.tables import Letter, Signatory
from models.letters import acceptance, endorsements, lookup
from models.names import cleaning
from models.names.identity import Identity
from models.outbox import about_name, cards, dedupe
from models.participants import organisations
from models.refusal import Reason, Refusal, both
from models.rules.voting_policy import Policy
from models.sheets import Actor, LeavingSheet, ProposalAnswers, ProposalSheet, SignAnswers
from models.signatories import allowance, lifecycle, registration
from models.signatories.summary import proposal
from models.strings import plain_text
from models.submissions import renaming
from models.terms import CardKind, Kind, LetterState, Means, NoticeKind, SignatoryState, Way
from models.voting import votes


def propose(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None,
    answers: ProposalAnswers,
    *,
    twin: bool = False,
) -> ProposalSheet:
    """Put a name forward: it is voted on, or waits for the moderators where the letter holds no votes.

    ``twin``: a moderator says that it is another body of the same name. Refuses MEMBERS_ONLY, TAKE_PART_FIRST, as
    ``lookup.choose`` and ``acceptance.require`` do (CLOSED: see :func:`keep_late`), as ``Identity.read`` does,
    DUPLICATE, TRIED_BEFORE, REFUSED_BEFORE, CONSENT_INCOMPLETE(missing), BLOCKED, TOO_MANY_OPEN(limit).
    """
    letter = _letter(session, actor, letter_id)
    acceptance.require(letter, now)
    row = _proposed(session, actor, now, letter, answers, twin=twin)
    votes.open_vote(session, row, letter, now)
    posted = cards.post(session, row.guild_id, CardKind.PROPOSAL, row.id)
    return replace(proposal(session, row), unposted=not posted)


def keep_late(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, answers: ProposalAnswers
) -> ProposalSheet:
    """Keep a proposal that came after the close; a moderator may still accept it, marked as late.

    Where the close was moved meanwhile it is on time, and proposed. Refuses WRONG_STATE(state, wants) once the
    letter is archived or cancelled, NOT_OPEN for a draft, and the rest as :func:`propose`.
    """
    letter = _letter(session, actor, letter_id)
    if not _is_late(letter, now):
        return propose(session, actor, now, letter.id, answers)
    row = _proposed(session, actor, now, letter, answers, late=True)
    return proposal(session, row)


def sign(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, answers: SignAnswers
) -> ProposalSheet:
    """Sign for their own organisation or person. *I am authorised* is the consent; it waits for the moderators, or
    for a vote where the letter wants one.

    Refuses NOT_AUTHORISED, TOO_MANY_OPEN(limit) for an organisation and BLOCKED for one that no moderator confirmed
    as their own, TEXT_CHANGED as
    :func:`endorsements.require_shown`, ALREADY_SIGNED(name, signatory_id) for a second individual of one member, and
    the rest as :func:`propose`.
    """
    letter = _letter(session, actor, letter_id)
    acceptance.require(letter, now)
    row, posted = _signed(session, actor, now, letter, answers), True
    if Policy.of(letter.policy).vote_on_signings:
        votes.open_vote(session, row, letter, now)
        posted = cards.post(session, row.guild_id, CardKind.PROPOSAL, row.id)
    return replace(proposal(session, row), unposted=not posted)


def keep_signing_late(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, answers: SignAnswers
) -> ProposalSheet:
    """Keep an own signing that came after the close, as :func:`keep_late` does."""
    letter = _letter(session, actor, letter_id)
    if not _is_late(letter, now):
        return sign(session, actor, now, letter.id, answers)
    row = _signed(session, actor, now, letter, answers, late=True)
    return proposal(session, row)


def cancel(session: Session, actor: Actor, now: datetime, signatory_id: int) -> ProposalSheet:
    """Take back what one proposed oneself, until it is approved.

    Refuses NOT_YOURS, APPROVED_ALREADY(name) (then :func:`withdraw_wish`), ENDED_ALREADY(name, state).
    """
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=True)
    require_own(session, actor, row)
    lifecycle.require_unsettled(row)
    votes.abandon(session, now, row)
    lifecycle.move(session, row, SignatoryState.CANCELLED, now, actor.user_id, by=lifecycle.Who.MEMBER)
    return proposal(session, row)


def check_leave(session: Session, actor: Actor, now: datetime, signatory_id: int) -> LeavingSheet:
    """The name that the proposer is about to take off, and whether that is done at once. Refuses
    NOT_FOUND, NOT_YOURS."""
    row = lifecycle.find(session, actor.guild_id, signatory_id)
    require_own(session, actor, row)
    return LeavingSheet(proposal(session, row), _leaves_at_once(session, actor, row, now))


def check_correct(session: Session, actor: Actor, signatory_id: int) -> ProposalSheet:
    """The name that its proposer is about to correct. Refuses as :func:`correct` does, before anything is typed."""
    row = lifecycle.find(session, actor.guild_id, signatory_id)
    require_own(session, actor, row)
    lifecycle.require_unsettled(row)
    return proposal(session, row)


def correct(
    session: Session, actor: Actor, now: datetime, signatory_id: int, answers: ProposalAnswers
) -> ProposalSheet:
    """Correct what one proposed oneself, until it is approved. The change is shown.

    Another spelling keeps the votes. Another identity is as good as a new proposal: it must be in time, its vote
    starts over, and the old consent and a first approval do not count for it. Refuses OTHER_NAME(name) if an own
    signature would become another's, NOT_YOURS if a person who was asked would make it somebody else's name,
    THEIR_OWN_PRESS if somebody was asked and another's word is given for them, as :func:`cancel` does, and what
    was typed as :func:`propose` does.
    """
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=True)
    require_own(session, actor, row)
    lifecycle.require_unsettled(row)
    letter = session.get_one(Letter, row.letter_id)
    before = Identity.of(row)
    after, (agreed, typed_note) = _read(answers)
    respelled = registration.respells(row, after, actor)
    if not respelled and row.way is Way.SIGNED:
        raise Refusal(Reason.OTHER_NAME, name=row.name)
    if not respelled and row.added_by != actor.user_id:
        raise Refusal(Reason.NOT_YOURS)
    if respelled and agreed is not None:
        consents.require_word(session, actor, row)
    if not respelled:
        allowance.require_not_stopped(session, actor, access.require_participant(session, actor))
        if row.state is not SignatoryState.LATE:
            acceptance.require(letter, now)
    note, row.note = row.note, typed_note
    if (after, row.note, agreed) == (before, note, None):
        raise Refusal(Reason.UNCHANGED)
    person_id = row.person_id
    if not respelled:
        replaced.keep(session, row, now)  # they were asked about the name of before
    registration.change(session, actor, now, letter, row, after)
    lifecycle.changed(
        session,
        row,
        now,
        Act.CORRECTED,
        actor.user_id,
        before=before.document() | {"note": note},
        after=after.document() | {"note": row.note},
        votes_kept=respelled,
    )
    if not respelled:
        renaming.begin_anew(session, actor, now, letter, row)
        allowance.added(session, actor, now, row)
    renaming.tell(session, actor, now, row, before, person_id)
    if agreed is not None and row.way is not Way.SIGNED:
        consents.record(session, row, now, actor.user_id, *agreed)
    return proposal(session, row)


def withdraw_wish(
    session: Session, actor: Actor, now: datetime, signatory_id: int, reason: str = ""
) -> ProposalSheet:
    """Leave the list after approval. The person who signed for their own organisation or person leaves at once, and so
    does a person whose name somebody else proposed, and for a time after the text was changed in substance any name;
    else a proposer's wish goes to the moderators, who are told.

    The state of the answer says which: REMOVED, or still APPROVED with ``leaving_at``. Refuses NOT_YOURS,
    NOT_APPROVED(name, state), TOO_LONG (field "reason").
    """
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=True)
    require_own(session, actor, row)
    lifecycle.require_approved(row)
    reason = plain_text.optional(reason, "reason", 300)
    if _leaves_at_once(session, actor, row, now):
        lifecycle.move(
            session,
            row,
            SignatoryState.REMOVED,
            now,
            actor.user_id,
            by=lifecycle.Who.MEMBER,
            reason=reason,
            means=Means.OWN_CLICK.value,
        )
    elif row.leaving_at is None:
        row.leaving_at = now
        lifecycle.changed(session, row, now, Act.ASKED_TO_LEAVE, actor.user_id, reason=reason)
        told = dedupe.dedupe(session, f"leaving:{row.id}")
        about_name.announce(session, NoticeKind.QUEUE, now, row, told, reason=reason)
    return proposal(session, row)


def _leaves_at_once(session: Session, actor: Actor, row: Signatory, now: datetime) -> bool:
    own = row.way is Way.SIGNED or row.person_id == actor.user_id
    return own or endorsements.leaves_at_once(session, row, now)


def _letter(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    access.require_participant(session, actor)
    return lookup.taken(session, actor, letter_id)


def _is_late(letter: Letter, now: datetime) -> bool:
    if letter.state in (LetterState.ARCHIVED, LetterState.CANCELLED):
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=acceptance.TAKING, by_member=True)
    return acceptance.is_late(letter, now)


def _proposed(
    session: Session,
    actor: Actor,
    now: datetime,
    letter: Letter,
    answers: ProposalAnswers,
    *,
    late: bool = False,
    twin: bool = False,
) -> Signatory:
    identity, (agreed, note) = _read(answers)
    allowance.require(session, actor, access.require_participant(session, actor), letter)
    row = registration.add(session, actor, now, letter, identity, Way.PROPOSED, late=late, note=note, twin=twin)
    if agreed is not None:
        consents.record(session, row, now, actor.user_id, *agreed)
    allowance.added(session, actor, now, row)
    return row


def _read(answers: ProposalAnswers) -> tuple[Identity, tuple[tuple[str, str] | None, str]]:
    """The name, who agreed and how we know, and the note, as they are kept."""
    return both(
        lambda: Identity.read(answers.kind, answers.name, answers.country, answers.detail),
        lambda: both(
            lambda: consents.stated_or_none(answers.authorised_by, answers.evidence),
            lambda: plain_text.optional(answers.note, "note", 1000),
        ),
    )


def _signed(
    session: Session, actor: Actor, now: datetime, letter: Letter, answers: SignAnswers, *, late: bool = False
) -> Signatory:
    person = access.require_participant(session, actor)
    name = answers.name
    if answers.kind is not Kind.INDIVIDUAL and not name.strip():
        name = person.organisation
    _, identity = both(
        lambda: _require_authorised(answers),
        lambda: Identity.read(answers.kind, name, answers.country, answers.detail),
    )
    endorsements.require_shown(session, letter.id, answers.version_id)
    if answers.kind is Kind.INDIVIDUAL:
        _require_first_own(session, actor, letter)
    else:
        their_own = organisations.is_confirmed(person) and (
            cleaning.exact_key(answers.kind, identity.name) == person.organisation_key
        )
        allowance.require(session, actor, person, letter, even_if_stopped=their_own)
    row = registration.add(session, actor, now, letter, identity, Way.SIGNED, late=late)
    consents.record_own_click(session, row, now, person)
    allowance.added(session, actor, now, row)
    return row


def _require_authorised(answers: SignAnswers) -> None:
    if not answers.authorised:
        raise Refusal(Reason.NOT_AUTHORISED)


def _require_first_own(session: Session, actor: Actor, letter: Letter) -> None:
    """One person signs as one individual."""
    own = allowance.own_signature(session, actor, letter)
    if own is not None:
        raise Refusal(Reason.ALREADY_SIGNED, name=own.name, signatory_id=own.id)
