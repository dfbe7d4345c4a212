"""Makers: one row each, in the state that a test starts from. Anything can be said otherwise by keyword."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import Any, ParamSpec, TypeVar

import pytest
from sqlmodel import Session, select

from models.coalitions import records
from models.database.tables import (
    Ballot,
    Coalition,
    Consent,
    Delivery,
    Letter,
    Notice,
    Participant,
    PublicCard,
    Signatory,
    Vote,
)
from models.names.identity import Identity
from models.operations import due_work
from models.refusal import Refusal
from models.rules.voting_policy import Policy
from models.sheets import Actor, ProposalAnswers, SignAnswers
from models.signatories import shown
from models.signatories.voters import Voters
from models.terms import (
    CardKind,
    Choice,
    Kind,
    LetterState,
    Means,
    NoticeKind,
    NoticeState,
    Place,
    SignatoryState,
    Way,
)
from tests.conftest import GUILD, NOW

ANNOUNCEMENTS, PROPOSALS, MODERATORS = 11, 12, 13
MEMBER_ROLE, MODERATOR_ROLE = 21, 22
CLOSE = datetime.fromisoformat("2025-02-20T23:59:59+00:00")
DEFAULT = Policy()
_interactions = count(1)
Row = TypeVar("Row")
Given = ParamSpec("Given")


def server(session: Session, **changes: Any) -> Coalition:
    """A coalition that is set up: channels, roles, London time."""
    records.joined(session, GUILD)
    row = records.coalition_of(session, GUILD)
    settings: dict[str, Any] = {
        "time_zone": "Europe/London",
        "announcements_id": ANNOUNCEMENTS,
        "proposals_id": PROPOSALS,
        "moderators_id": MODERATORS,
        "member_role_id": MEMBER_ROLE,
        "moderator_role_id": MODERATOR_ROLE,
        "set_up_at": NOW,
    }
    for name, value in (settings | changes).items():
        setattr(row, name, value)
    session.flush()
    return row


def _known(session: Session) -> None:
    if session.get(Coalition, GUILD) is None:
        server(session)


def another_server(session: Session) -> int:
    """The id of a second server on the same bot."""
    records.joined(session, GUILD + 1)
    return GUILD + 1


def member(user_id: int) -> Actor:
    """Someone with the member role."""
    return Actor(GUILD, user_id, frozenset({MEMBER_ROLE}))


def moderator(user_id: int) -> Actor:
    """Someone with the member and the moderator role."""
    return Actor(GUILD, user_id, frozenset({MEMBER_ROLE, MODERATOR_ROLE}))


def tick(session: Session, now: datetime) -> None:
    """Run everything whose time came."""
    for step in due_work.STEPS:
        step(session, now)


def participant(session: Session, user_id: int, organisation: str = "", **changes: Any) -> Participant:
    """Someone who takes part and wants direct messages; an organisation of its own where none is named."""
    _known(session)
    organisation = organisation or f"Organisation {user_id}"
    values: dict[str, Any] = {
        "guild_id": GUILD,
        "user_id": user_id,
        "organisation": organisation,
        "organisation_key": organisation.casefold().replace(" ", ""),
        "title": "Director",
        "time_zone": "Europe/London",
        "direct_messages": True,
        "joined_at": NOW - timedelta(days=1),
        "organisation_since": NOW - timedelta(days=1),
    }
    values["votes_as"] = changes.get("organisation_key", values["organisation_key"])
    return _add(session, Participant(**(values | changes)))


def participants(session: Session, *user_ids: int) -> None:
    """Some who take part, each for an organisation of its own."""
    for user_id in user_ids:
        participant(session, user_id)


def letter(session: Session, **changes: Any) -> Letter:
    """A letter that is open since NOW and closes a week later."""
    _known(session)
    policy: Policy = changes.pop("policy", DEFAULT)
    values: dict[str, Any] = {
        "guild_id": GUILD,
        "title": "A joint letter",
        "addressee": "The Home Secretary",
        "state": LetterState.OPEN,
        "time_zone": "Europe/London",
        "closes_at": CLOSE,
        "policy": policy.document(),
        "created_by": 1,
        "created_at": NOW,
        "opened_at": NOW,
    }
    return _add(session, Letter(**(values | changes)))


def signatory(session: Session, letter: Letter, name: str, **changes: Any) -> Signatory:
    """An organisation on the list of a letter since NOW."""
    values: dict[str, Any] = {
        "letter_id": letter.id,
        "guild_id": letter.guild_id,
        "kind": Kind.ORGANISATION,
        "name": name,
        "name_key": name.casefold().replace(" ", ""),
        "sort_key": name.casefold(),
        "state": SignatoryState.APPROVED,
        "way": Way.ENTERED,
        "added_by": 1,
        "added_at": NOW,
        "approved_at": NOW,
    }
    row = Signatory(**(values | changes))
    row.meant = Identity.of(row).document()
    return _add(session, row)


def proposal(session: Session, letter: Letter, name: str, **changes: Any) -> Signatory:
    """A proposal whose vote began NOW and lasts a day; it is over where the proposal is not *voting*."""
    of_vote = {key: changes.pop(key) for key in Vote.model_fields if key in changes}
    values: dict[str, Any] = {"state": SignatoryState.VOTING, "way": Way.PROPOSED, "approved_at": None}
    row = signatory(session, letter, name, **(values | changes))
    _vote(session, row, **of_vote)
    return row


def _vote(session: Session, row: Signatory, policy: Policy = DEFAULT, **changes: Any) -> Vote:
    opened_at = changes.get("opened_at", NOW)
    full_time_at = opened_at + timedelta(hours=policy.hours)
    ends_at = changes.get("ends_at", full_time_at)
    values: dict[str, Any] = {
        "signatory_id": row.id,
        "policy": policy.document(),
        "opened_at": opened_at,
        "full_time_at": full_time_at,
        "ends_at": ends_at,
        "ended_at": None if row.state is SignatoryState.VOTING else ends_at,
    }
    return _add(session, Vote(**(values | changes)))


def vote_on(session: Session, row: Signatory) -> Vote:
    """The vote on this name."""
    return session.get_one(Vote, row.id)


def consent(session: Session, signatory: Signatory) -> Consent:
    """The record that the signatory agreed."""
    return _add(
        session,
        Consent(
            signatory_id=signatory.id,
            means=Means.STATED,
            authorised_by="The board",
            evidence="E-mail of the chair",
            recorded_by=1,
            recorded_at=NOW,
        ),
    )


def answers(name: str = "Example", kind: Kind = Kind.ORGANISATION, **more: Any) -> ProposalAnswers:
    """What someone typed to propose a name."""
    return ProposalAnswers(kind, name, **more)


def agreed(name: str = "Example") -> ProposalAnswers:
    """The same with who agreed and how we know."""
    return answers(name, authorised_by="Ann Other, director", evidence="E-mail")


def signing(name: str = "", kind: Kind = Kind.ORGANISATION, **more: Any) -> SignAnswers:
    """What someone ticked and typed to sign."""
    return SignAnswers(kind, name, **({"authorised": True} | more))


def refused(verb: Callable[Given, object], *args: Given.args, **named: Given.kwargs) -> Refusal:
    """The refusal that a verb ends in."""
    with pytest.raises(Refusal) as refusal:
        verb(*args, **named)
    return refusal.value


def notice(session: Session, kind: NoticeKind, **changes: Any) -> Notice:
    """A notice that was due NOW, and whose deliveries are made."""
    values: dict[str, Any] = {"guild_id": GUILD, "due_at": NOW, "make_at": NOW, "state": NoticeState.MADE}
    return _add(session, Notice(kind=kind, **(values | changes)))


def delivery(session: Session, notice: Notice, **changes: Any) -> Delivery:
    """A direct message that brings a notice NOW; when it was settled, where it was sent or given up."""
    values: dict[str, Any] = {"place": Place.USER, "recipient_id": 7, "due_at": NOW}
    return _add(session, Delivery(notice_id=notice.id, **(values | changes)))


def card(session: Session, kind: CardKind, subject_id: int, **changes: Any) -> PublicCard:
    """A public card that shows how things are."""
    values: dict[str, Any] = {"guild_id": GUILD, "channel_id": PROPOSALS, "stale": False}
    return _add(session, PublicCard(kind=kind, subject_id=subject_id, **(values | changes)))


def present(value: Row | None) -> Row:
    """What was looked for, which must be there."""
    assert value is not None
    return value


def payloads(session: Session, kind: NoticeKind) -> list[dict[str, Any]]:
    """What each notice of this kind is about."""
    return [notice.payload for notice in session.exec(select(Notice).where(Notice.kind == kind))]


def ballot(
    session: Session, signatory: Signatory, user_id: int, choice: Choice = Choice.FOR, *, whose: str = ""
) -> Ballot:
    """One person's vote, or of an organisation where ``whose`` names it."""
    vote = vote_on(session, signatory)
    secret = Policy.of(vote.policy).secret
    voters = Voters(session, vote)
    voter = voters.sealed(whose or f"u:{user_id}")
    return _add(
        session,
        Ballot(
            signatory_id=signatory.id,
            voter=voter,
            pressed_by=voters.presser(user_id),
            user_id=None if secret else user_id,
            choice=choice,
            interaction_id=voters.press(voter, next(_interactions)),
            cast_at=None if secret else NOW,
        ),
    )


def shown_of(session: Session, signatory_id: int) -> str:
    """What a button under this name carries now."""
    return shown.of(session, session.get_one(Signatory, signatory_id))


def _add(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row
