"""A participant: a person in the server who pressed *Take part*, or asks to be let in."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from models import journal, translation
from models.acts import Act
from models.coalitions import access, records
from models.database import keyed
from models.database.keyed import Purpose
from models.database.tables import Participant
from models.geography import time_zones
from models.names import cleaning
from models.outbox import dedupe, notices
from models.participants import organisations
from models.refusal import Reason, Refusal, both, each
from models.sheets import Actor, ParticipantAnswers, ParticipantSheet
from models.strings import plain_text
from models.terms import Kind, NoticeKind


def take_part(session: Session, actor: Actor, now: datetime, answers: ParticipantAnswers) -> ParticipantSheet:
    """Join, or change what one said when joining; the organisation may be empty.

    Refuses MEMBERS_ONLY(role_id), UNKNOWN_ZONE(zone, suggestions), TOO_LONG(field="title"), and for the
    organisation as ``cleaning.printable`` does.
    """
    both(lambda: access.require_member(session, actor), lambda: _typed(session, actor, answers))
    before = access.person(session, actor.guild_id, actor.user_id)
    facts = _facts(before) if before and _joined(before) else None
    person = _store(session, actor, now, before, answers)
    if not _joined(person):
        person.joined_at, person.left_at = now, None
    person.asked_at = None
    if facts != _facts(person):
        _record(session, now, Act.TOOK_PART, actor.user_id, person, before=facts, after=_facts(person))
    return sheet(person)


def ask(session: Session, actor: Actor, now: datetime, answers: ParticipantAnswers) -> ParticipantSheet:
    """Ask moderators to be let in, for anyone who lacks the member role; members simply take part.

    Moderators hear of each person at most once a day, also of who was erased in between. Refuses as
    :func:`take_part` does.
    """
    if access.is_member(records.coalition_of(session, actor.guild_id), actor):
        return take_part(session, actor, now, answers)
    before = access.person(session, actor.guild_id, actor.user_id)
    facts = _facts(before) if before and before.asked_at is not None and before.left_at is None else None
    person = _store(session, actor, now, before, answers)
    if not _joined(person):
        person.joined_at = person.left_at = None
    person.asked_at = now
    session.flush()
    if facts != _facts(person):
        _record(session, now, Act.ASKED_TO_TAKE_PART, actor.user_id, person, after=_facts(person))
    notices.announce(
        session,
        NoticeKind.ASKED,
        now,
        actor.guild_id,
        dedupe=f"asked:{keyed.digest(session, Purpose.ASKED, actor.guild_id, actor.user_id)}:{now:%Y%m%d}",
        user_id=actor.user_id,
        organisation=person.organisation,
        title=person.title,
    )
    return sheet(person)


def admit(session: Session, actor: Actor, now: datetime, user_id: int) -> ParticipantSheet:
    """A moderator lets in someone who asked, and that person is told. The cog gives the role itself.

    Anyone who takes part already and no longer asks stays as they are: only the role may still be missing. Refuses
    MODERATORS_ONLY(role_id), ASKS_NO_MORE (never asked, or left).
    """
    access.require_moderator(session, actor)
    person = access.person(session, actor.guild_id, user_id)
    if person is None or person.left_at is not None:
        raise Refusal(Reason.ASKS_NO_MORE)
    if person.asked_at is None:
        return sheet(person)
    person.asked_at, person.joined_at = None, person.joined_at or now
    session.flush()
    _record(session, now, Act.ADMITTED, actor.user_id, person)
    notices.tell(
        session,
        user_id,
        NoticeKind.DECIDED,
        now,
        actor.guild_id,
        dedupe=dedupe.dedupe(session, f"admitted:{person.id}"),
        admitted=True,
    )
    return sheet(person)


def turn_down(session: Session, actor: Actor, now: datetime, user_id: int) -> ParticipantSheet:
    """A moderator does not let somebody in who asked. They may ask again; moderators hear of it once a day at most.

    Refuses MODERATORS_ONLY(role_id), ASKS_NO_MORE (does not ask).
    """
    access.require_moderator(session, actor)
    person = access.person(session, actor.guild_id, user_id)
    if person is None or person.asked_at is None or person.left_at is not None:
        raise Refusal(Reason.ASKS_NO_MORE)
    person.asked_at = None
    session.flush()
    _record(session, now, Act.TURNED_DOWN, actor.user_id, person)
    return sheet(person)


def asking(session: Session, actor: Actor) -> tuple[ParticipantSheet, ...]:
    """Everyone who asks to be let in, for a moderator; the person who asked last comes first. Refuses
    MODERATORS_ONLY(role_id)."""
    access.require_moderator(session, actor)
    rows = session.exec(
        select(Participant)
        .where(
            Participant.guild_id == actor.guild_id,
            col(Participant.asked_at).is_not(None),
            col(Participant.left_at).is_(None),
        )
        .order_by(col(Participant.asked_at).desc(), col(Participant.id).desc())
    )
    return tuple(map(sheet, rows))


def admitted(session: Session, actor: Actor, user_id: int) -> ParticipantSheet:
    """Someone who was let in, for a moderator who gives the role once more.

    Refuses MODERATORS_ONLY(role_id), NOT_FOUND (does not take part).
    """
    access.require_moderator(session, actor)
    person = access.person(session, actor.guild_id, user_id)
    if person is None or not _joined(person):
        raise Refusal(Reason.NOT_FOUND)
    return sheet(person)


def me(session: Session, actor: Actor) -> ParticipantSheet | None:
    """What this server knows of the actor: to fill the form, and to show; None if nothing was ever said."""
    person = access.person(session, actor.guild_id, actor.user_id)
    return sheet(person) if person else None


def mute(session: Session, actor: Actor, now: datetime, until: datetime | None) -> ParticipantSheet:
    """No reminder by DM before ``until``; None lets them through again.

    Refuses TAKE_PART_FIRST, IN_THE_PAST(instant).
    """
    person = _require(session, actor)
    if until is not None and until <= now:
        raise Refusal(Reason.IN_THE_PAST, instant=until)
    person.muted_until = until  # no act on a letter, so no entry in the journal
    session.flush()
    return sheet(person)


def choose_language(session: Session, actor: Actor, language: str) -> ParticipantSheet:
    """Have the actor spoken and written to in this language; empty for that of their Discord.

    Refuses TAKE_PART_FIRST, OUTDATED for a language that we don't have.
    """
    person = _require(session, actor)
    if language and language not in translation.languages():
        raise Refusal(Reason.OUTDATED)
    person.language, person.language_chosen = (
        language,
        bool(language),
    )  # no act on a letter: no entry in the journal
    session.flush()
    return sheet(person)


def leave(session: Session, actor: Actor, now: datetime) -> ParticipantSheet:
    """Take part no more: no vote and no DM from now on; what was cast and proposed stays.

    Takes back a request to be let in as well; done twice it changes nothing. Refuses TAKE_PART_FIRST for anyone who
    never did.
    """
    person = access.person(session, actor.guild_id, actor.user_id)
    if person is None:
        raise Refusal(Reason.TAKE_PART_FIRST)
    if person.left_at is not None:
        return sheet(person)
    person.left_at, person.asked_at = now, None
    session.flush()
    _record(session, now, Act.LEFT, actor.user_id, person)
    return sheet(person)


def stopped_since(session: Session, guild_id: int, user_id: int) -> datetime | None:
    """Since when moderators let this person propose nothing: this outlasts an erasure, or it would be undone by it."""
    person = access.person(session, guild_id, user_id)
    return person.blocked_at if person is not None else None


def stopped(guild_id: int, user_id: int, since: datetime) -> Participant:
    """What is left of somebody who is erased and whose proposals moderators stopped; for ``personal_data``."""
    return Participant(
        guild_id=guild_id,
        user_id=user_id,
        organisation="",
        organisation_key="",
        title="",
        time_zone="",
        direct_messages=False,
        left_at=since,
        blocked_at=since,
    )


def has_said(session: Session, guild_id: int, user_id: int) -> bool:
    """Whether more than that is kept of this person."""
    person = access.person(session, guild_id, user_id)
    return person is not None and person.time_zone != ""


def gone(session: Session, now: datetime, guild_id: int, user_id: int) -> bool:
    """Discord says that this person is not in the server any more: they no longer take part, and are no longer among
    those who can vote. What they cast and proposed stays. Whether anything changed; who comes back takes part again."""
    person = access.person(session, guild_id, user_id)
    if person is None or person.left_at is not None:
        return False
    person.left_at, person.asked_at = now, None
    session.flush()
    journal.append(session, guild_id, now, Act.GONE_FROM_THE_SERVER, actor_id=None, user_id=user_id)
    return True


def sheet(person: Participant) -> ParticipantSheet:
    """A participant as a sheet."""
    return ParticipantSheet(
        guild_id=person.guild_id,
        user_id=person.user_id,
        organisation=person.organisation,
        title=person.title,
        time_zone=person.time_zone,
        direct_messages=person.direct_messages,
        asked_at=person.asked_at,
        joined_at=person.joined_at if _joined(person) else None,
        muted_until=person.muted_until,
        confirmed=organisations.is_confirmed(person),
        language=person.language if person.language_chosen else "",
    )


def _require(session: Session, actor: Actor) -> Participant:
    """The row of anyone who takes part, also of one who lost the member role: it can always be muted and left."""
    person = access.taking_part(session, actor)
    if person is None:
        raise Refusal(Reason.TAKE_PART_FIRST)
    return person


def _joined(person: Participant) -> bool:
    return person.joined_at is not None and person.left_at is None


def _typed(session: Session, actor: Actor, answers: ParticipantAnswers) -> list[str]:
    """Organisation, role and zone as they are kept; the first two may be empty."""
    home = records.coalition_of(session, actor.guild_id).time_zone
    return each(
        lambda: (
            cleaning.printable(answers.organisation, "organisation") if answers.organisation.strip() else ""
        ),
        lambda: plain_text.optional(answers.title, "title"),
        lambda: time_zones.zone_of(answers.time_zone, home),
    )


def _store(
    session: Session, actor: Actor, now: datetime, person: Participant | None, answers: ParticipantAnswers
) -> Participant:
    """Write the answers into the row, which is made if there is none."""
    organisation, title, time_zone = _typed(session, actor, answers)
    key = cleaning.exact_key(Kind.ORGANISATION, organisation) if organisation else ""
    values: dict[str, Any] = {
        "organisation": organisation,
        "organisation_key": key,
        "title": title,
        "time_zone": time_zone,
        "direct_messages": answers.direct_messages,
    }
    votes_as = organisations.counts_as(session, actor.guild_id, organisation, key) if key else ""
    if person is None or person.votes_as != votes_as or not _joined(person):
        values |= {"votes_as": votes_as, "organisation_since": now}
    if person is None:
        records.joined(session, actor.guild_id)
        person = Participant(guild_id=actor.guild_id, user_id=actor.user_id, **values)
    for name, value in values.items():
        setattr(person, name, value)
    session.add(person)
    session.flush()
    return person


def _facts(person: Participant) -> dict[str, str | bool]:
    return {
        "organisation": person.organisation,
        "title": person.title,
        "time_zone": person.time_zone,
        "direct_messages": person.direct_messages,
    }


def _record(session: Session, now: datetime, act: Act, by: int, person: Participant, **facts: Any) -> None:
    journal.append(session, person.guild_id, now, act, actor_id=by, user_id=person.user_id, **facts)
