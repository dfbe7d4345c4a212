"""Outages: the bot was away in the last hours before a close. Moderators are told, and may make up for it.

The bot leaves a sign of life each minute while it is connected. When it comes back it compares; it extends nothing
and accepts nothing by itself.
"""

from collections.abc import Set
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from models.acts import Act
from models.database import installation
from models.database.tables import Letter, Signatory
from models.deadlines import reader
from models.letters.letters import sheet
from models.letters.lookup import choose_to_change
from models.letters.recording import changed
from models.outbox.announcements import announce, announce_each
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterSheet
from models.signatories import lifecycle
from models.terms import LetterState, NoticeKind, SignatoryState

LAST_HOURS = timedelta(hours=6)
"""This long before a close an outage can cost names that would have come."""
SHORTEST = timedelta(minutes=5)
"""A restart for an update is no outage."""
SIGN = "alive"
"""The fact that holds when the bot was connected last."""
STATES = frozenset({LetterState.OPEN, LetterState.CLOSED})
"""In which states of the letter something can be made up for."""


def alive(session: Session, now: datetime) -> None:
    """Write down that the bot is running now; the next start sees from it how long the bot was away."""
    installation.put(session, SIGN, now.isoformat())


def returned(session: Session, now: datetime) -> int:
    """Compare with the last sign of life, tell the moderators of each letter that it concerns, and leave a new sign.
    How many were told. Of one absence they are told once."""
    sign = installation.get(session, SIGN)
    alive(session, now)
    return missed_by(session, now, datetime.fromisoformat(sign) if sign is not None else now)


def missed_by(session: Session, now: datetime, last: datetime, guild_ids: Set[int] | None = None) -> int:
    """Tell the moderators of each letter that an absence since ``last`` concerns, in these servers or in all; how many
    were told. Of one absence they are told once."""
    if now - last < SHORTEST:
        return 0
    told = 0
    for letter in session.exec(
        select(Letter).where(
            col(Letter.state).in_(STATES),
            col(Letter.closes_at) > last,
            col(Letter.closes_at) < now + LAST_HOURS,
        )
    ):
        if guild_ids is not None and letter.guild_id not in guild_ids:  # more than a statement has parameters
            continue
        since, until = missed(letter, last, now)
        if until - since >= SHORTEST:
            facts = {"since": since, "until": until, "away_until": now, "version": letter.deadline_version}
            announce(session, letter, NoticeKind.OUTAGE, now, f"outage:{letter.id}:{last.isoformat()}", **facts)
            told += 1
    return told


def missed(letter: Letter, last: datetime, now: datetime) -> tuple[datetime, datetime]:
    """From when to when of its last hours the bot was away; both the same or turned round where it was not."""
    begins = max(last, letter.closes_at - LAST_HOURS, letter.opened_at or last)
    return begins, min(now, letter.closes_at)


def check_accept_until(
    session: Session, actor: Actor, now: datetime, letter_id: int, until: datetime, version: int
) -> LetterSheet:
    """The letter for which :func:`accept_until` would be done; refuses as it does."""
    return sheet(session, _checked(session, actor, now, letter_id, until, version), now)


def accept_until(
    session: Session, actor: Actor, now: datetime, letter_id: int, until: datetime, version: int
) -> LetterSheet:
    """Names that come after the close and before ``until`` count as on time, also those that were kept as late
    meanwhile. They go to review without a vote; votes cast after the close do not count.

    ``version`` is the deadline that the outage was about: OUTDATED if it was moved since. Refuses MODERATORS_ONLY,
    WRONG_STATE(state, wants), FINISHED_BEFORE(at), NOT_AFTER(limit) the close, NOT_BEFORE(limit) the end of
    review, TOO_FAR.
    """
    letter = _checked(session, actor, now, letter_id, until, version)
    was, letter.accepts_until = letter.accepts_until, until
    kept = session.exec(
        select(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            Signatory.state == SignatoryState.LATE,
            col(Signatory.added_at) < until,
        )
        .order_by(col(Signatory.id))
        .with_for_update()
    ).all()
    to, act, on_time = SignatoryState.PROPOSED, Act.ACCEPTED_AS_ON_TIME, {"late": False}
    steps = [lifecycle.Step(row, to, act, columns=on_time) for row in kept]
    lifecycle.move_all(session, steps, now, actor.user_id, by=lifecycle.Who.MODERATOR)
    changed(
        session, letter, now, Act.ACCEPTED_AS_ON_TIME, actor.user_id,
        before=was.isoformat() if was else None, after=until.isoformat(), names=len(kept),
    )  # fmt: skip
    if until != was:
        announce_each(session, letter, NoticeKind.DEADLINE, now, "accepts", change="accepts", after=until)
    return sheet(session, letter, now)


def _checked(
    session: Session, actor: Actor, now: datetime, letter_id: int, until: datetime, version: int
) -> Letter:
    letter = choose_to_change(session, actor, letter_id, STATES)
    if letter.deadline_version != version:
        raise Refusal(Reason.OUTDATED)
    if letter.final_at is not None:
        raise Refusal(Reason.FINISHED_BEFORE, at=letter.final_at)
    if until <= letter.closes_at:
        raise Refusal(Reason.NOT_AFTER, limit=letter.closes_at)
    if letter.review_until is not None and until > letter.review_until:
        raise Refusal(Reason.NOT_BEFORE, limit=letter.review_until)
    if until > now:
        reader.require_ahead(until, now)
    return letter


def extended(letter: LetterSheet, now: datetime, missing: timedelta) -> datetime:
    """The close moved by as long as the bot was away; where it has passed, members get that long from now on."""
    return max(letter.closes_at, now) + missing
