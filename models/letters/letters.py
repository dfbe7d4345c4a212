"""The letter: who may see it, what it accepts, and how a moderator makes one.

Functions that take a ``letter`` row are for other modules of models. The signing window has its own file.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial
from typing import Any, cast

from msgspec.structs import replace
from sqlmodel import Session, select

from models.acts import Act
from models.coalitions import access, setup
from models.database.tables import Letter
from models.deadlines import reader
from models.geography import time_zones
from models.letter_parts import Part
from models.letters import acceptance, invitations, milestones, talking_points, wordings
from models.letters.lookup import LIVE, choose, choose_to_change, readable_letters
from models.letters.recording import changed, record
from models.outbox import events, safeguards
from models.refusal import Reason, Refusal, each
from models.rules.voting_policy import Policy, validated
from models.sheets import Actor, LetterChanges, LetterChoice, LetterSheet
from models.sheets.outcome import Outcome
from models.signatories import counting
from models.signatories.counting import voting
from models.strings import plain_text
from models.terms import LetterState

MOST_OPEN = range(1, 501)
"""How many names of one member may be undecided at once."""
REVIEW_HOURS = range(1, 14 * 24 + 1)


def create(
    session: Session,
    actor: Actor,
    now: datetime,
    title: str,
    addressee: str,
    closes_at: datetime,
    zone: str = "",
) -> LetterSheet:
    """A draft. ``zone`` is an IANA name or a city, empty for the coalition's; all else can come later.

    Refuses MODERATORS_ONLY, EMPTY and TOO_LONG (field), IN_THE_PAST, TOO_FAR, UNKNOWN_ZONE.
    """
    server = access.require_moderator(session, actor)
    title, addressee = headed(title, addressee)
    letter = Letter(
        guild_id=actor.guild_id,
        title=title,
        addressee=addressee,
        time_zone=time_zones.zone_of(zone, server.time_zone),
        closes_at=reader.require_ahead(closes_at, now),
        policy=Policy.of({}).document(),
        created_by=actor.user_id,
        coordinator_id=actor.user_id,
        created_at=now,
    )
    session.add(letter)
    session.flush()
    record(session, letter, now, Act.LETTER_CREATED, actor.user_id, after=_plain(letter, _EDITABLE))
    return sheet(session, letter, now)


def headed(title: str, addressee: str) -> list[str]:
    """Title and addressee as they are kept. Refuses EMPTY and TOO_LONG (field)."""
    return each(lambda: plain_text.line(title, "title"), lambda: plain_text.line(addressee, "addressee"))


_EDITABLE = (
    "title",
    "addressee",
    "review_hours",
    "most_open",
    "two_person",
    "closes_at",
    "time_zone",
    "contact",
)
_ONLY_IN_A_DRAFT = frozenset({"closes_at", "time_zone"})


def edit(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, changes: LetterChanges
) -> LetterSheet:
    """Change what is named in ``changes``; new review hours move the end of a review under way.

    Two-person approval is switched off, and the limit of undecided names raised, by anyone who manages the server or by
    two moderators; what the first one wants is in ``wanted`` and not done yet. Moderators are told. Refuses
    MODERATORS_ONLY, WRONG_STATE (archived, cancelled; a deadline or zone outside a draft), EMPTY and TOO_LONG (field),
    BAD_REVIEW_HOURS and BAD_LIMIT(least, most), BAD_OUTSIDE_CONTACT(address), IN_THE_PAST, TOO_FAR,
    UNKNOWN_ZONE.
    """
    of_draft = not _ONLY_IN_A_DRAFT.isdisjoint(changes)
    letter = choose_to_change(session, actor, letter_id, {LetterState.DRAFT} if of_draft else LIVE)
    values = _checked(changes, letter, now)
    wanted = _weakened(letter, values)
    if wanted and not safeguards.may_weaken(session, actor, now, wanted, letter.id):
        values = {name: value for name, value in values.items() if name not in wanted}
    else:
        wanted = {}
    put(session, actor, now, letter, values)
    return replace(sheet(session, letter, now), wanted=wanted)


def put(session: Session, actor: Actor, now: datetime, letter: Letter, values: Mapping[str, Any]) -> None:
    """Store values that were checked, with what follows from them. For other modules of models."""
    before = _plain(letter, values)
    for name, value in values.items():
        setattr(letter, name, value)
    if "closes_at" in values:
        letter.deadline_version += 1
    if letter.closed_at is not None and letter.final_at is None:
        letter.review_until = milestones.review_end(letter, letter.closed_at)
    after = _plain(letter, values)
    if after != before:
        changed(session, letter, now, Act.LETTER_EDITED, actor.user_id, before=before, after=after)
        safeguards.tell(session, actor, now, before, after, letter_id=letter.id)


def _weakened(letter: Letter, values: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The safeguards that these values weaken, each with its value before and after."""
    weaker = {
        "two_person": letter.two_person and not values.get("two_person", True),
        "most_open": values.get("most_open", 0) > letter.most_open,
    }
    return {name: [getattr(letter, name), values[name]] for name, is_weaker in weaker.items() if is_weaker}


def set_policy(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, policy: Policy
) -> LetterSheet:
    """The voting policy for proposals to come; votes under way keep theirs.

    Refuses MODERATORS_ONLY, WRONG_STATE (neither draft nor open), BAD_POLICY(field, value, lowest, highest).
    """
    letter = choose_to_change(session, actor, letter_id, {LetterState.DRAFT, LetterState.OPEN})
    before, letter.policy = letter.policy, validated(policy).document()
    if letter.policy != before:
        changed(session, letter, now, Act.POLICY_SET, actor.user_id, before=before, after=letter.policy)
    return sheet(session, letter, now)


def status(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """The letter with its counts now. Refuses as :func:`choose` does."""
    return sheet(session, choose(session, actor, letter_id), now)


def check_submit(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """The letter for which someone is about to fill in a form, checked first so that nobody types in vain.

    One that closed passes: what comes now can be kept as late. Refuses MEMBERS_ONLY, TAKE_PART_FIRST, NOT_OPEN and
    PAUSED, and as :func:`choose` does.
    """
    access.require_participant(session, actor)
    letter = choose(session, actor, letter_id)
    if letter.state not in acceptance.TAKING or not acceptance.is_late(letter, now):
        acceptance.require(letter, now)
    return sheet(session, letter, now)


def check_change(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, wants: Collection[LetterState]
) -> LetterSheet:
    """The letter that a moderator is about to change; refuses as :func:`choose_to_change` does."""
    return sheet(session, choose_to_change(session, actor, letter_id, wants), now)


def list_(session: Session, actor: Actor) -> tuple[LetterChoice, ...]:
    """What this actor may choose between: open, draft, closed, archived, cancelled; in each the newest first."""
    order = (
        LetterState.OPEN,
        LetterState.DRAFT,
        LetterState.CLOSED,
        LetterState.ARCHIVED,
        LetterState.CANCELLED,
    )
    readable = sorted(
        readable_letters(session, actor), key=lambda letter: (order.index(letter.state), -letter.id)
    )
    return tuple(LetterChoice(letter.id, letter.title, letter.state) for letter in readable)


def any_yet(session: Session, actor: Actor) -> bool:
    """Whether this server ever had a letter, for anyone who may change its settings; who may read it does not count
    here.

    Refuses as ``setup.require_set_up`` does.
    """
    setup.require_set_up(session, actor)
    return session.exec(select(Letter.id).where(Letter.guild_id == actor.guild_id).limit(1)).first() is not None


def sheet(session: Session, letter: Letter, now: datetime) -> LetterSheet:
    """The letter as a sheet, with every count at ``now``."""
    wording = wordings.current(session, letter.id)
    review = counting.in_review(session, letter.id)
    return LetterSheet(
        id=letter.id,
        guild_id=letter.guild_id,
        title=letter.title,
        addressee=letter.addressee,
        state=letter.state,
        time_zone=letter.time_zone,
        closes_at=letter.closes_at,
        deadline_version=letter.deadline_version,
        created_at=letter.created_at,
        opened_at=letter.opened_at,
        paused_at=letter.paused_at,
        publish_at=letter.publish_at,
        published_at=letter.published_at,
        closed_at=letter.closed_at,
        review_hours=letter.review_hours,
        review_until=letter.review_until,
        final_at=letter.final_at,
        milestones=milestones.set_dates(letter),
        accepts_until=letter.accepts_until,
        takes_late=acceptance.is_late(letter, now),
        event=events.is_wanted(session, letter.id),
        contact=letter.contact,
        most_open=letter.most_open,
        two_person=letter.two_person,
        policy=letter.policy,
        text=wordings.version_sheet(wording) if wording else None,
        counts=counting.count(session, letter.id, now),
        as_of=now,
        voting=voting(session, letter.id),
        waits=review.waits,
        late=review.late,
        leaving=review.leaving,
        subjects=talking_points.count(session, letter.id),
        parts=frozenset(map(Part, letter.parts)),
        outcome=Outcome.of(letter.outcome),
    )


def _checked(changes: LetterChanges, letter: Letter, now: datetime) -> dict[str, Any]:
    """The values to store, cleaned and within their limits."""
    readers: dict[str, Callable[[Any], Any]] = {
        "title": lambda typed: plain_text.line(typed, "title"),
        "addressee": lambda typed: plain_text.line(typed, "addressee"),
        "review_hours": lambda typed: _within(typed, REVIEW_HOURS, Reason.BAD_REVIEW_HOURS),
        "most_open": lambda typed: _within(typed, MOST_OPEN, Reason.BAD_LIMIT),
        "contact": invitations.contact,
        "closes_at": lambda at: reader.require_ahead(at, now),
        "time_zone": lambda typed: time_zones.zone_of(typed, letter.time_zone),
    }
    values = cast("dict[str, Any]", dict(changes))
    read = [name for name in readers if name in values]  # in the order of the form
    return values | dict(zip(read, each(*(partial(readers[name], values[name]) for name in read)), strict=True))


def _within(value: int, allowed: range, reason: Reason) -> int:
    if value not in allowed:
        raise Refusal(reason, least=allowed[0], most=allowed[-1])
    return value


def _plain(letter: Letter, names: Collection[str]) -> dict[str, Any]:
    values = {name: getattr(letter, name) for name in names}
    return {name: v.isoformat() if isinstance(v, datetime) else v for name, v in values.items()}
