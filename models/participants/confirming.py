"""Confirming: moderators say that a person speaks for the organisation that they name; it holds for every letter."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session, col, select, true

from models import journal
from models.acts import Act
from models.coalitions import access
from models.database.tables import JournalEntry, Participant, Signatory
from models.journal import Entry
from models.names import blocking, cleaning, similarity
from models.participants import organisations
from models.refusal import Refusal
from models.sheets import Actor, Claim, ClaimsSheet
from models.terms import Kind, SignatoryState, Way

PAGE = 20


def claims(session: Session, actor: Actor, listed: str | None = None) -> ClaimsSheet:
    """Who takes part for an organisation that is not confirmed, oldest first; of a list, one name a line, only those
    whose organisation is on it. Nobody confirms themselves, unless they manage the server. Refuses
    MODERATORS_ONLY."""
    access.require_moderator(session, actor)
    return _sheet(session, actor, _waiting(session, actor, listed))


def confirm(
    session: Session, actor: Actor, now: datetime, digest: str, listed: str | None = None
) -> ClaimsSheet:
    """Confirm those that :func:`claims` showed, if they still are what was shown; otherwise nothing is done, and the
    sheet says so. Refuses MODERATORS_ONLY."""
    before = claims(session, actor, listed)
    if before.digest != digest:
        return _sheet(session, actor, _waiting(session, actor, listed), outdated=True)
    shown = {one.user_id for one in before.shown}
    people = [one for one in _waiting(session, actor, listed) if one.user_id in shown]
    keep_all(session, people, now, actor.user_id)
    return _sheet(session, actor, _waiting(session, actor, listed), confirmed=before.shown)


def by_approvals(session: Session, now: datetime, by: int, rows: Sequence[Signatory]) -> None:
    """A moderator who approves what somebody signed for their own organisation has confirmed that they speak for it;
    not with an approval of their own signature."""
    signed = {
        (row.added_by, row.name_key): row.guild_id
        for row in rows
        if row.way is Way.SIGNED and row.kind is not Kind.INDIVIDUAL and row.added_by != by
    }
    if signed:
        people = session.exec(
            select(Participant).where(
                col(Participant.guild_id).in_(set(signed.values())),
                col(Participant.user_id).in_({user_id for user_id, _ in signed}),
            )
        )
        keep_all(session, [one for one in people if (one.user_id, one.organisation_key) in signed], now, by)


def take_back(
    session: Session, now: datetime, by: int, row: Signatory, decided_by: int, decided_at: datetime
) -> None:
    """The approval of this name by ``decided_by`` at ``decided_at`` is taken back, and with it what it confirmed; not
    where another approved signature of theirs says the same."""
    of_it = Participant.organisation_key == row.name_key, Participant.confirmed_key == row.name_key
    signer = access.person(session, row.guild_id, row.added_by, *of_it)
    if signer is None or row.way is not Way.SIGNED:
        return
    confirmed = select(JournalEntry).where(
        JournalEntry.guild_id == row.guild_id,
        JournalEntry.act == Act.ORGANISATION_CONFIRMED,
        JournalEntry.at == decided_at,
    )
    this_act = {"actor": decided_by, "user_id": signer.user_id}
    if not any(this_act.items() <= entry.facts.items() for entry in session.exec(confirmed)):
        return
    others = select(Signatory.id).where(
        Signatory.guild_id == row.guild_id,
        Signatory.added_by == signer.user_id,
        Signatory.way == Way.SIGNED,
        Signatory.name_key == row.name_key,
        Signatory.state == SignatoryState.APPROVED,
        Signatory.id != row.id,
    )
    if session.exec(others.limit(1)).first() is None:
        signer.confirmed_key = ""
        said = {"user_id": signer.user_id, "organisation": signer.organisation}
        journal.append_all(session, row.guild_id, now, [Entry(Act.CONFIRMATION_TAKEN_BACK, said)], actor_id=by)


def keep_all(session: Session, people: Iterable[Participant], now: datetime, by: int) -> None:
    """Write down of several people of one server that each speaks for the organisation that they name."""
    new = [one for one in people if one.organisation_key and not organisations.is_confirmed(one)]
    for one in new:
        one.confirmed_key = one.organisation_key
    if new:
        facts = [{"user_id": one.user_id, "organisation": one.organisation} for one in new]
        entries = [Entry(Act.ORGANISATION_CONFIRMED, said) for said in facts]
        journal.append_all(session, new[0].guild_id, now, entries, actor_id=by)


def _waiting(session: Session, actor: Actor, listed: str | None) -> list[Participant]:
    others = true() if actor.manages_server else Participant.user_id != actor.user_id
    people = session.exec(
        select(Participant)
        .where(
            Participant.guild_id == actor.guild_id,
            others,
            Participant.organisation_key != "",
            Participant.confirmed_key != Participant.organisation_key,
            access.takes_part(),
        )
        .order_by(col(Participant.id))
    ).all()
    if listed is None:
        return list(people)
    names = _names(listed)
    return [person for person in people if _is_on(person, names)]


def _names(listed: str) -> dict[str, str]:
    """The names of a list by their keys; a line that is no name is none of them."""
    found = {}
    for line in listed.splitlines():
        try:
            name = cleaning.printable(line)
        except Refusal:
            continue
        found[cleaning.exact_key(Kind.ORGANISATION, name)] = name
    return found


def _is_on(person: Participant, names: dict[str, str]) -> bool:
    if person.organisation_key in names:
        return True
    compared: Iterable[str] = names.values()
    return any(
        blocking.compare(Kind.ORGANISATION, person.organisation, name) in similarity.STRONG for name in compared
    )


def _sheet(
    session: Session,
    actor: Actor,
    waiting: Sequence[Participant],
    *,
    confirmed: tuple[Claim, ...] = (),
    outdated: bool = False,
) -> ClaimsSheet:
    first = {
        key: name
        for name, key in session.exec(
            select(Participant.organisation, Participant.organisation_key)
            .where(Participant.guild_id == actor.guild_id)
            .order_by(col(Participant.id).desc())
        )
    }
    shown = tuple(
        Claim(
            user_id=person.user_id,
            organisation=person.organisation,
            title=person.title,
            votes_with=first.get(person.votes_as, "") if person.votes_as != person.organisation_key else "",
        )
        for person in waiting[:PAGE]
    )
    return ClaimsSheet(actor.guild_id, shown, len(waiting) - len(shown), _digest(shown), confirmed, outdated)


def _digest(shown: tuple[Claim, ...]) -> str:
    made = hashlib.sha256(repr(shown).encode()).digest()
    return base64.urlsafe_b64encode(made[:16]).rstrip(b"=").decode()
