"""The letter: who may see it, what it accepts, and how a moderator makes one.

Functions that take a ``letter`` row are for other modules of this floor. The signing window has its own file.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, cast

from sqlmodel import Session, col, func, select

from models import card, coalition, deadline, event, intake, journal, milestone, prose, review, roster, text
from models import zone as zones
from models.policy import Policy, validated
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterChanges, LetterChoice, LetterSheet
from models.tables import Letter, Signatory
from models.terms import CardKind, LetterState, SignatoryState

LIVE = frozenset({LetterState.DRAFT, LetterState.OPEN, LetterState.CLOSED})
MOST_OPEN = range(1, 501)
"""How many names of one member may be undecided at once."""
REVIEW_HOURS = range(1, 14 * 24 + 1)


def find(session: Session, guild_id: int, letter_id: int) -> Letter:
    """The letter of this server; NOT_FOUND where there is none, or another server's."""
    letter = session.get(Letter, letter_id)
    if letter is None or letter.guild_id != guild_id:
        raise Refusal(Reason.NOT_FOUND)
    return letter


def choose(
    session: Session,
    actor: Actor,
    letter_id: int | None,
    wants: Collection[LetterState] = (LetterState.OPEN,),
) -> Letter:
    """The letter that was named; else the only one in a state that is wanted, else the only one that is live, else
    the newest of those put away.

    Refuses NO_LETTER, CHOOSE_LETTER(letters=[(id, title), ...]), NOT_FOUND. Only what the actor may read comes
    into question: all others hear NOT_PUBLIC, whether or not there is such a letter.
    """
    readable = _readable(session, actor)
    if letter_id is not None:
        candidates = [letter for letter in readable if letter.id == letter_id]
    else:
        live = [letter for letter in readable if letter.state in LIVE]
        candidates = [letter for letter in readable if letter.state in wants] or live or readable[-1:]
    if not candidates:
        nothing = Reason.NO_LETTER if letter_id is None else Reason.NOT_FOUND
        raise Refusal(nothing if is_inside(session, actor) else Reason.NOT_PUBLIC)
    if len(candidates) > 1:
        raise Refusal(Reason.CHOOSE_LETTER, letters=[(letter.id, letter.title) for letter in candidates])
    return candidates[0]


def taken(
    session: Session, actor: Actor, letter_id: int | None, wants: Collection[LetterState] = (LetterState.OPEN,)
) -> Letter:
    """The letter for which something is about to be written, held as it stands until that is done: its deadline is
    checked inside the write. Refuses as :func:`choose` does."""
    letter = choose(session, actor, letter_id, wants)
    session.refresh(letter, with_for_update={"read": True})
    return letter


def choose_to_change(
    session: Session, actor: Actor, letter_id: int | None, wants: Collection[LetterState]
) -> Letter:
    """For a moderator's verb: the letter, held against other writers, in a state that is wanted.

    Refuses MODERATORS_ONLY, WRONG_STATE(state, wants), and as :func:`choose` does.
    """
    coalition.require_moderator(session, actor)
    letter = choose(session, actor, letter_id, wants)
    session.refresh(letter, with_for_update=True)
    if letter.state not in wants:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=sorted(wants))
    return letter


def is_readable(session: Session, actor: Actor, letter: Letter) -> bool:
    """Text, points and names: after publication for everyone in the server, before for participants and
    moderators."""
    return letter.published_at is not None or is_inside(session, actor)


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
    server = coalition.require_moderator(session, actor)
    letter = Letter(
        guild_id=actor.guild_id,
        title=prose.line(title, "title"),
        addressee=prose.line(addressee, "addressee"),
        time_zone=zones.read(zone, server.time_zone),
        closes_at=deadline.require_ahead(closes_at, now),
        policy=Policy.of({}).document(),
        created_by=actor.user_id,
        created_at=now,
    )
    session.add(letter)
    session.flush()
    record(session, letter, now, "letter created", actor.user_id, after=_plain(letter, _EDITABLE))
    return sheet(session, letter, now)


_EDITABLE = ("title", "addressee", "review_hours", "most_open", "two_person", "closes_at", "time_zone")
_ONLY_IN_A_DRAFT = frozenset({"closes_at", "time_zone"})


def edit(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, changes: LetterChanges
) -> LetterSheet:
    """Change what is named in ``changes``; new review hours move the end of a review under way.

    Refuses MODERATORS_ONLY, WRONG_STATE (archived, cancelled; a deadline or zone outside a draft), EMPTY and
    TOO_LONG (field), BAD_REVIEW_HOURS and BAD_LIMIT(least, most), IN_THE_PAST, TOO_FAR, UNKNOWN_ZONE.
    """
    of_draft = not _ONLY_IN_A_DRAFT.isdisjoint(changes)
    letter = choose_to_change(session, actor, letter_id, {LetterState.DRAFT} if of_draft else LIVE)
    values = _checked(changes, letter, now)
    before = _plain(letter, values)
    for name, value in values.items():
        setattr(letter, name, value)
    if "closes_at" in values:
        letter.deadline_version += 1
    if letter.closed_at is not None and letter.final_at is None:
        letter.review_until = milestone.review_end(letter, letter.closed_at)
    after = _plain(letter, values)
    if after != before:
        changed(session, letter, now, "letter edited", actor.user_id, before=before, after=after)
    return sheet(session, letter, now)


def set_policy(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, policy: Policy
) -> LetterSheet:
    """The voting policy for proposals to come; votes under way keep theirs.

    Refuses MODERATORS_ONLY, WRONG_STATE (neither draft nor open), BAD_POLICY(field, value, lowest, highest).
    """
    letter = choose_to_change(session, actor, letter_id, {LetterState.DRAFT, LetterState.OPEN})
    before, letter.policy = letter.policy, validated(policy).document()
    if letter.policy != before:
        changed(session, letter, now, "policy set", actor.user_id, before=before, after=letter.policy)
    return sheet(session, letter, now)


def status(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """The letter with its counts now. Refuses as :func:`choose` does."""
    return sheet(session, choose(session, actor, letter_id), now)


def check_submit(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """The letter for which someone is about to fill in a form, checked first so that nobody types in vain.

    One that closed passes: what comes now can be kept as late. Refuses MEMBERS_ONLY, TAKE_PART_FIRST, NOT_OPEN and
    PAUSED, and as :func:`choose` does.
    """
    coalition.require_participant(session, actor)
    letter = choose(session, actor, letter_id)
    if letter.state not in intake.TAKING or not intake.is_late(letter, now):
        intake.require(letter, now)
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
    readable = sorted(_readable(session, actor), key=lambda letter: (order.index(letter.state), -letter.id))
    return tuple(LetterChoice(letter.id, letter.title, letter.state) for letter in readable)


def sheet(session: Session, letter: Letter, now: datetime) -> LetterSheet:
    """The letter as upstairs sees it, with every count at ``now``."""
    wording = text.current(session, letter.id)
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
        milestones=milestone.of(letter),
        accepts_until=letter.accepts_until,
        event=event.is_wanted(session, letter.id),
        most_open=letter.most_open,
        two_person=letter.two_person,
        policy=letter.policy,
        text=text.version_sheet(wording) if wording else None,
        counts=roster.count(session, letter.id, now),
        as_of=now,
        voting=_voting(session, letter.id),
        waits=review.waiting(session, letter.id),
    )


def record(session: Session, letter: Letter, now: datetime, act: str, by: int | None, **facts: Any) -> None:
    """Write an act on this letter to the journal; ``by`` is None where the bot acts by itself."""
    journal.append(session, letter.guild_id, now, act, actor_id=by, letter_id=letter.id, **facts)


def changed(session: Session, letter: Letter, now: datetime, act: str, by: int | None, **facts: Any) -> None:
    """Record an act that the public status card shows, and the list of events may."""
    record(session, letter, now, act, by, **facts)
    event.mark_stale(session, letter.id)
    card.mark_stale(session, CardKind.STATUS, letter.id)


def _readable(session: Session, actor: Actor) -> list[Letter]:
    """Letters of this server that the actor may read, in the order in which they were made."""
    query = select(Letter).where(Letter.guild_id == actor.guild_id).order_by(col(Letter.id))
    if not is_inside(session, actor):
        query = query.where(col(Letter.published_at).is_not(None))
    return list(session.exec(query))


def is_inside(session: Session, actor: Actor) -> bool:
    """Participants and moderators, who read what is not published yet."""
    server = coalition.of(session, actor.guild_id)
    return coalition.is_moderator(server, actor) or coalition.participant(session, actor) is not None


def _checked(changes: LetterChanges, letter: Letter, now: datetime) -> dict[str, Any]:
    """The values to store, cleaned and within their limits."""
    values = cast("dict[str, Any]", dict(changes))
    for name in {"title", "addressee"} & values.keys():
        values[name] = prose.line(values[name], name)
    if "closes_at" in values:
        deadline.require_ahead(values["closes_at"], now)
    if "time_zone" in values:
        values["time_zone"] = zones.read(values["time_zone"], letter.time_zone)
    if values.get("review_hours", letter.review_hours) not in REVIEW_HOURS:
        raise Refusal(Reason.BAD_REVIEW_HOURS, least=REVIEW_HOURS[0], most=REVIEW_HOURS[-1])
    if values.get("most_open", letter.most_open) not in MOST_OPEN:
        raise Refusal(Reason.BAD_LIMIT, least=MOST_OPEN[0], most=MOST_OPEN[-1])
    return values


def _plain(letter: Letter, names: Collection[str]) -> dict[str, Any]:
    values = {name: getattr(letter, name) for name in names}
    return {name: v.isoformat() if isinstance(v, datetime) else v for name, v in values.items()}


def _voting(session: Session, letter_id: int) -> int:
    return session.exec(
        select(func.count())
        .select_from(Signatory)
        .where(Signatory.letter_id == letter_id, Signatory.state == SignatoryState.VOTING)
    ).one()
