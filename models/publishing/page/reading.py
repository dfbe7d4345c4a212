"""Everything that a letter's page says, read at one instant, so that no two of its files can disagree."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec.structs import replace
from sqlmodel import Session, col, func, select

from models.database.tables import Edition, JournalEntry, Letter, LetterPage, Signatory, TalkingPoint
from models.letters import wordings
from models.publishing import editions, growth, updates
from models.sheets import (
    Counts,
    EditionSheet,
    PageChoices,
    PageEdition,
    PageSheet,
    PageText,
    PointSheet,
    RosterEntry,
)
from models.sheets.outcome import Outcome
from models.signatories import counting

_NO_TIME = datetime(1, 1, 1, tzinfo=UTC)


def standing(session: Session) -> dict[int, int]:
    """The letters whose page is on the web, each with the number of the newest entry in its server's journal: while
    that is the same, so is the page."""
    newest = select(func.max(JournalEntry.id)).where(JournalEntry.guild_id == Letter.guild_id).scalar_subquery()
    found = session.exec(
        select(Letter.id, newest)
        .join(LetterPage, col(LetterPage.letter_id) == col(Letter.id))
        .where(
            col(LetterPage.kept),
            col(Letter.published_at).is_not(None),
            col(Letter.state).in_(updates.PUBLIC),
        )
    )
    return {letter_id: entry or 0 for letter_id, entry in found}


def read(session: Session, now: datetime, letter_id: int) -> PageSheet | None:
    """The page of a letter at this instant; None where it has none on the web."""
    if letter_id not in standing(session):
        return None
    return whole(session, session.get_one(Letter, letter_id), now)


def edition(session: Session, now: datetime, letter_id: int, number: int) -> EditionSheet | None:
    """A published list whose file the page offers; None where somebody on it has left the list."""
    found = editions.numbered(session, letter_id, number)
    stands = set(session.exec(select(Signatory.id).where(counting.listed(letter_id, now))))
    return found if found and all(one.signatory_id in stands for one in found.entries) else None


def whole(session: Session, letter: Letter, now: datetime) -> PageSheet:
    """The page of a letter as it would be at this instant, whoever may see it."""
    listed = editions.as_it_stands(session, letter, now)
    listed = replace(listed, counts=_counted(listed.entries, now))
    chosen = choices(session, letter)
    measured = growth.measure(session, letter, now)
    if measured.points[-1].as_of == now:
        measured = replace(measured, points=(*measured.points[:-1], listed.counts))
    return PageSheet(
        guild_id=letter.guild_id,
        listed=listed,
        state=letter.state,
        paused=letter.paused_at is not None,
        closes_at=letter.closes_at,
        time_zone=letter.time_zone,
        contact=letter.contact,
        texts=tuple(_texts(session, letter.id)),
        points=_points(session, letter.id) if chosen.points else (),
        editions=tuple(_editions(session, listed)),
        growth=measured,
        choices=chosen,
        published_at=letter.published_at,
        outcome=Outcome.of(letter.outcome),
    )


def choices(session: Session, letter: Letter) -> PageChoices:
    """What moderators chose for its page; what they start from where they chose nothing."""
    row = session.get(LetterPage, letter.id)
    return PageChoices() if row is None else PageChoices(row.kept, row.points, row.light, row.dark)


def fingerprint(sheet: PageSheet) -> str:
    """Sixteen hexadecimal digits that say what the page says, whenever it is read."""
    listed = replace(sheet.listed, cut_at=_NO_TIME, counts=replace(sheet.listed.counts, as_of=_NO_TIME))
    said = replace(sheet, listed=listed, growth=replace(sheet.growth, points=()))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _counted(entries: tuple[RosterEntry, ...], now: datetime) -> Counts:
    """The count of the very names that are read: what is written meanwhile cannot come between the two."""
    return Counts.by_kind(now, Counter[str](entry.kind for entry in entries))


def _texts(session: Session, letter_id: int) -> Iterator[PageText]:
    original = wordings.current(session, letter_id)
    for language in wordings.languages(session, letter_id):
        found = wordings.newest_in(session, letter_id, language)
        if found is None or original is None:
            continue
        translated = found.translates is not None
        yield PageText(
            language=language,
            number=found.number,
            body=found.body,
            original=not translated,
            stale=translated and found.translates != original.id,
        )


def _points(session: Session, letter_id: int) -> tuple[PointSheet, ...]:
    found = session.exec(
        select(TalkingPoint).where(TalkingPoint.letter_id == letter_id).order_by(col(TalkingPoint.position))
    )
    return tuple(PointSheet(one.subject, one.body) for one in found)


def _editions(session: Session, listed: EditionSheet) -> Iterator[PageEdition]:
    stands = {one.signatory_id for one in listed.entries}
    rows = session.exec(
        select(Edition).where(Edition.letter_id == listed.letter_id).order_by(col(Edition.number).desc())
    )
    for row in rows:
        yield PageEdition(
            number=row.number,
            name=row.name,
            cut_at=row.cut_at,
            counts=Counts.by_kind(row.cut_at, row.counts),
            digest=row.digest,
            correction=row.correction,
            offered=all(one["signatory_id"] in stands for one in row.entries),
        )
