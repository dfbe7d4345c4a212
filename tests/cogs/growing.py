"""A world of any size: more of everything that is kept, and a count of the statements that an answer takes."""

import sqlite3
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from sqlmodel import Session

from models.acts import Act
from models.database.tables import (
    Batch,
    Contact,
    Decision,
    Delivery,
    Draft,
    Letter,
    NameMark,
    NamePair,
    Notice,
    PublicCard,
    Resemblance,
    TalkingPoint,
    TextVersion,
    Vote,
)
from models.journal import Entry, append_all
from models.names import blocking
from models.rules.voting_policy import Policy
from models.terms import (
    CardKind,
    DeliveryState,
    LetterState,
    Like,
    NoticeKind,
    NoticeState,
    Place,
    SignatoryState,
    Verdict,
    Way,
)
from tests.cogs.desk import Desk
from tests.models import makers

S = SignatoryState


def _word(number: int) -> str:
    """A made-up word; none looks like another."""
    syllables = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "xu", "ja")
    return "".join(syllables[number * 7919 >> 4 * place & 15] for place in range(4)).capitalize()


def grow(session: Session, desk: Desk, size: int) -> list[int]:
    """So many more of everything in Ben's server: people, names in every state with what belongs to them, notices,
    letters, lists. Ids of names that wait for a decision."""
    letter, now = session.get_one(Letter, desk.world.letter.id), desk.now
    guild_id, ben, mo = letter.guild_id, desk.world.ben.id, desk.mo.id
    policy = Policy(secret=False).document()
    waiting = []
    for number in range(size):
        made = makers.participant(
            session, 10**6 + number, guild_id=guild_id, joined_at=now, organisation_since=now
        )
        made.asked_at = now if number % 2 else None
        batch = Batch(
            guild_id=guild_id, letter_id=letter.id, file=f"List {number}", shape="shape", signed=True,
            authorised_by="Its chair", evidence="E-mail", imported_by=mo, imported_at=now, added=1,
        )  # fmt: skip
        session.add(batch)
        session.flush()
        rows = []
        for state in S:
            row = makers.signatory(
                session, letter, f"{_word(size + number)} {state.name} {_word(number)}",
                state=state, added_by=ben if number % 2 else mo, added_at=now, batch_id=batch.id,
                live=state not in (S.DECLINED, S.CANCELLED, S.REMOVED, S.DUPLICATE),
                way=Way.PROPOSED if number % 2 else Way.IMPORTED,
                approved_at=now if state is S.APPROVED else None, removed_at=now if state is S.REMOVED else None,
                late=state is S.LATE, leaving_at=now if state is S.APPROVED and number % 3 == 0 else None,
            )  # fmt: skip
            rows.append(row)
            if state is S.VOTING or state is S.PASSED:
                waiting.append(row.id)
            makers.consent(session, row)
            ended = state is not S.VOTING
            session.add(
                Vote(
                    signatory_id=row.id, policy=policy, opened_at=now - timedelta(hours=1),
                    full_time_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=1),
                    ended_at=now if ended else None, votes_for=1 if ended else None,
                    votes_against=0 if ended else None, votes_abstained=0 if ended else None,
                    entitled=3 if ended else None,
                )
            )  # fmt: skip
            session.flush()
            for voter in (ben, 10**6 + number):
                makers.ballot(session, row, voter) if not ended else None
            session.add_all(
                NameMark(signatory_id=row.id, mark=mark, letter_id=letter.id)
                for mark in blocking.of(row.kind, row.name)
            )
            session.add(PublicCard(guild_id=guild_id, kind=CardKind.PROPOSAL, subject_id=row.id, stale=False))
            session.add(
                Contact(signatory_id=row.id, address=f"{number}@example.org", recorded_by=mo, recorded_at=now)
            )
            session.add(
                Decision(
                    signatory_id=row.id, verdict=Verdict.HOLD, decided_by=mo, decided_at=now, told="Wait",
                    before=S.PROPOSED,
                )
            )  # fmt: skip
        for one, other in pairwise(rows):
            session.add(Resemblance(signatory_id=one.id, other_id=other.id, like=Like.SPELLING))
            session.add(Resemblance(signatory_id=other.id, other_id=one.id, like=Like.SPELLING))
        entries = [Entry(Act.PROPOSED, {"name": row.name, "user_id": ben}, letter.id, row.id) for row in rows]
        append_all(session, guild_id, now, entries, actor_id=ben if number % 2 else mo)
        first, second = sorted((rows[0].name_key, rows[1].name_key))
        session.add(NamePair(guild_id=guild_id, one=first, other=second, same=False, said_by=mo, said_at=now))
        for kind in NoticeKind:
            told = Notice(
                guild_id=guild_id, letter_id=letter.id, signatory_id=rows[0].id, kind=kind,
                due_at=now - timedelta(minutes=1 + number), make_at=now, state=NoticeState.MADE,
                dedupe=f"grown:{kind}:{number}",
                payload={"direct": True, "quiet": None, "user_id": ben, "planned_at": {"instant": now.isoformat()}},
            )  # fmt: skip
            session.add(told)
            session.flush()
            session.add_all(
                Delivery(
                    notice_id=told.id, place=place, recipient_id=to, due_at=now, state=DeliveryState.SENT,
                    settled_at=now, error="",
                )
                for place, to in ((Place.CHANNEL, 5), (Place.USER, ben), (Place.USER, 10**6 + number))
            )  # fmt: skip
        session.add(
            Draft(
                guild_id=guild_id, user_id=ben, form="propose", arguments=[letter.id, "company", ""], answers={},
                expires_at=now + timedelta(days=1),
            )
        )  # fmt: skip
        session.add(
            Letter(
                guild_id=guild_id, title=f"Letter {number}", addressee="The Minister", state=LetterState.ARCHIVED,
                time_zone="UTC", closes_at=now, created_by=mo, created_at=now, opened_at=now,
            )
        )  # fmt: skip
        session.add(
            TextVersion(
                letter_id=letter.id, language="en", number=100 + number, body=_word(number), digest=f"{number:064}",
                created_by=mo, created_at=now,
            )
        )  # fmt: skip
        session.add(
            TalkingPoint(letter_id=letter.id, subject=f"{_word(number)}", body="Words", position=number)
        )
    session.flush()
    return waiting


def keep(file: Path, to: Path) -> None:
    """Copy a database that is in use to another, which may be in use as well."""
    with sqlite3.connect(file) as source, sqlite3.connect(to) as target:
        source.backup(target)
    source.close()
    target.close()
