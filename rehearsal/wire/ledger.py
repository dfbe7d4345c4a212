"""The ledger: what the database says and what is on Discord, compared. Sentences for what does not agree."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, select

from cogs.ui.addresses import MARK, Address
from models import journal
from models.database.tables import Ballot, Delivery, PublicCard, Signatory, Vote
from models.signatories.voters import Voters
from models.terms import CardKind, DeliveryState, SignatoryState
from rehearsal.wire.coalition import Coalition
from rehearsal.wire.line import Line, custom_ids

UNSETTLED = (DeliveryState.PENDING, DeliveryState.CLAIMED)


def damaged(line: Line) -> list[str]:
    """What SQLite finds wrong with the file; to be asked while no bot runs."""
    connection = sqlite3.connect(line.database.removeprefix("sqlite:///"))
    try:
        [[whole], *_] = connection.execute("PRAGMA integrity_check").fetchall()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    return [str(whole)] * (whole != "ok") + [f"{len(orphans)} rows point nowhere"] * bool(orphans)


def broken_journals(session: Session) -> list[str]:
    """Servers whose journal is not proved."""
    sheets = [journal.verify_chain(session, guild_id, "") for guild_id in journal.servers(session)]
    return [f"the journal of {sheet.guild_id} is broken" for sheet in sheets if sheet.broken_at]


def ballots(session: Session, signatory_id: int, *people: int) -> dict[int, list[str]]:
    """The stored choices of these people, of those who have some."""
    vote = session.get_one(Vote, signatory_id)
    voters = Voters(session, vote)
    names = {voters.presser(user_id): user_id for user_id in people}
    found: dict[int, list[str]] = {}
    for one in session.exec(select(Ballot).where(Ballot.signatory_id == signatory_id)):
        if one.pressed_by in names:
            found.setdefault(names[one.pressed_by], []).append(str(one.choice))
    return found


def named(session: Session, name: str) -> list[Signatory]:
    """The signatories of this name."""
    return list(session.exec(select(Signatory).where(Signatory.name == name)))


def without_card(session: Session) -> int:
    """How many votes run whose card was never posted."""
    return session.exec(
        select(func.count())
        .select_from(Signatory)
        .outerjoin(
            PublicCard,
            (col(PublicCard.subject_id) == col(Signatory.id)) & (col(PublicCard.kind) == CardKind.PROPOSAL),
        )
        .where(Signatory.state == SignatoryState.VOTING, col(PublicCard.message_id).is_(None))
    ).one()


def stale(session: Session) -> int:
    """How many cards that stand should be redrawn."""
    cards = select(func.count()).select_from(PublicCard)
    return session.exec(cards.where(col(PublicCard.stale), col(PublicCard.message_id).is_not(None))).one()


def unsettled(session: Session, now: datetime) -> int:
    """How many deliveries are due within a minute, or failed a moment ago, and are not settled."""
    waiting = select(func.count()).select_from(Delivery).where(col(Delivery.state).in_(UNSETTLED))
    return session.exec(waiting.where(col(Delivery.due_at) <= now + timedelta(minutes=1))).one()


def cards_by_proposal(house: Coalition) -> Counter[int]:
    """How many messages show each proposal with its buttons."""
    found: Counter[int] = Counter()
    for message in house.line.world.messages(house.proposals.id):
        addresses = [Address.parse(one) for one in custom_ids(message)]
        found.update({int(one.arguments[0]) for one in addresses if one is not None and one.route == "vote"})
    return found


def told(house: Coalition) -> Iterator[Any]:
    """Every message that the bot sent of its own accord, cards apart."""
    own = house.line.world.backend.bot_user.id
    places = [house.line.world.messages(channel.id) for channel in (house.news, house.board)]
    places += [house.line.world.direct(who.id) for who in (house.mo, *house.members)]
    for place in places:
        yield from (one for one in place if one.author_id == own and _mark(one) is not None)


def misdelivered(house: Coalition, session: Session) -> list[str]:
    """Notices that are missing or doubled on Discord, by what the database says was sent."""
    stands: dict[int, list[int]] = {}
    for message in told(house):
        stands.setdefault(_mark(message) or 0, []).append(message.id)
    problems = [f"delivery {mark} is there {len(ids)} times" for mark, ids in stands.items() if len(ids) > 1]
    rows = {row.id: row for row in session.exec(select(Delivery))}
    problems += [f"a message of no delivery, {mark}" for mark in stands if mark not in rows]
    for row in rows.values():
        if row.state is DeliveryState.SENT and stands.get(row.id) != [row.message_id]:
            problems.append(f"delivery {row.id} was sent, but is there as {stands.get(row.id)}")
        elif row.state is not DeliveryState.SENT and row.id in stands:
            problems.append(f"delivery {row.id} is on Discord, but recorded as {row.state}")
    return problems


def _mark(message: Any) -> int | None:
    """The delivery that a message is; None for a public card, whose mark is no number alone."""
    marks = (one.partition(MARK)[2] for one in custom_ids(message))
    return next((int(mark) for mark in marks if mark.isdecimal()), None)
