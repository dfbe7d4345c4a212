"""Suggestions of a wording: a member makes one, moderators read it beside its passage, and the member hears of it."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from models.acts import Act
from models.coalitions import access, records
from models.database.tables import Letter, Suggestion, TextVersion
from models.letter_parts import Part, SuggestionState
from models.letters import endorsements, lookup, parts, recording, wordings
from models.outbox import notices
from models.outbox.announcements import announce
from models.prose import parser, plain
from models.refusal import Reason, Refusal, each
from models.sheets import Actor
from models.sheets.suggestions import OwnSuggestions, SuggestionSheet
from models.signatories import allowance
from models.strings import diff, plain_text
from models.terms import LetterState, NoticeKind

LONGEST, LONGEST_REASON = 1_000, 500
"""Characters of a passage and of its new wording; of a reason."""
MOST_OPEN = 10
"""Undecided suggestions of one member on one letter."""
SHOWN = 5
"""Of one's own, the newest."""
STATES = frozenset({LetterState.DRAFT, LetterState.OPEN})


def mine(session: Session, actor: Actor, letter_id: int | None) -> OwnSuggestions:
    """What the actor suggested for the letter, and what came of it. Refuses MEMBERS_ONLY, TAKE_PART_FIRST, PART_OFF,
    and as ``lookup.choose`` does."""
    access.require_participant(session, actor)
    letter = lookup.choose(session, actor, letter_id)
    parts.require(letter, Part.SUGGESTIONS)
    rows = session.exec(
        select(Suggestion)
        .where(Suggestion.letter_id == letter.id, Suggestion.suggested_by == actor.user_id)
        .order_by(col(Suggestion.id).desc())
        .limit(SHOWN)
    )
    return OwnSuggestions(
        letter.guild_id, letter.id, letter.title, tuple(_sheet(session, letter, row) for row in rows)
    )


def check_suggest(session: Session, actor: Actor, letter_id: int) -> str:
    """The letter's title, where the actor may suggest now; refuses as :func:`suggest` does."""
    letter, _ = _text(session, actor, letter_id)
    return letter.title


def suggest(
    session: Session, actor: Actor, now: datetime, letter_id: int, passage: str, wording: str, reason: str
) -> OwnSuggestions:
    """Suggest that this passage reads so, or is left out where no wording is given. Moderators are told once a day.

    Refuses MEMBERS_ONLY, TAKE_PART_FIRST, BLOCKED, PART_OFF, WRONG_STATE(state, wants), NO_TEXT, TEXT_SIGNED once
    somebody signed, EMPTY and TOO_LONG (field), NO_SUCH_PASSAGE, UNCHANGED, TOO_MANY_SUGGESTIONS(limit).
    """
    letter, version = _text(session, actor, letter_id)
    passage, wording, reason = each(
        lambda: _passage(version, passage),
        lambda: plain_text.block(wording, "wording", LONGEST) if wording.strip() else "",
        lambda: plain_text.line(reason, "reason", LONGEST_REASON),
    )
    if _squashed(passage) == _squashed(wording):
        raise Refusal(Reason.UNCHANGED)
    undecided = select(func.count()).where(
        Suggestion.letter_id == letter.id,
        Suggestion.suggested_by == actor.user_id,
        Suggestion.state == SuggestionState.OPEN,
    )
    if session.exec(undecided).one() >= MOST_OPEN:
        raise Refusal(Reason.TOO_MANY_SUGGESTIONS, limit=MOST_OPEN)
    row = Suggestion(
        guild_id=letter.guild_id,
        letter_id=letter.id,
        text_version_id=version.id,
        passage=passage,
        wording=wording,
        reason=reason,
        suggested_by=actor.user_id,
        suggested_at=now,
    )
    session.add(row)
    session.flush()
    recording.record(session, letter, now, Act.WORDING_SUGGESTED, actor.user_id, suggestion=row.id)
    announce(session, letter, NoticeKind.SUGGESTION, now, f"suggestions:{letter.id}:{now:%Y-%m-%d}")
    return mine(session, actor, letter.id)


def _passage(version: TextVersion, typed: str) -> str:
    passage = plain_text.block(typed, "passage", LONGEST)
    if not _has(version.body, passage):
        raise Refusal(Reason.NO_SUCH_PASSAGE)
    return passage


def waiting(session: Session, actor: Actor, letter_id: int | None, number: int = 1) -> SuggestionSheet | None:
    """The open suggestion of this number, oldest first, for a moderator; the last one beyond the end, None where
    there is none. Refuses MODERATORS_ONLY, and as ``lookup.choose`` does."""
    access.require_moderator(session, actor)
    letter = lookup.choose(session, actor, letter_id)
    rows = _open(session, letter)
    if not rows:
        return None
    number = min(max(1, number), len(rows))
    return _sheet(session, letter, rows[number - 1], number, len(rows))


def one(session: Session, actor: Actor, suggestion_id: int) -> SuggestionSheet:
    """One suggestion, for a moderator. Refuses MODERATORS_ONLY, NOT_FOUND."""
    access.require_moderator(session, actor)
    row, letter = _find(session, actor, suggestion_id)
    return _sheet(session, letter, row)


def decide(
    session: Session, actor: Actor, now: datetime, suggestion_id: int, state: SuggestionState, told: str = ""
) -> SuggestionSheet:
    """Accept it, which changes no text by itself, or decline it with a reason; who suggested it hears of it.

    Refuses MODERATORS_ONLY, NOT_FOUND, DECIDED_SUGGESTION(state), EMPTY and TOO_LONG (field "told") for a decline
    without a reason, LOCKED.
    """
    access.require_moderator(session, actor)
    row, letter = _find(session, actor, suggestion_id)
    lookup.require_unlocked(letter)
    if row.state is not SuggestionState.OPEN:
        raise Refusal(Reason.DECIDED_SUGGESTION, state=row.state.value)
    declined = state is SuggestionState.DECLINED
    row.told = plain_text.line(told, "told", LONGEST_REASON) if declined else ""
    row.state, row.decided_by, row.decided_at = state, actor.user_id, now
    session.flush()
    act = Act.WORDING_DECLINED if declined else Act.WORDING_ACCEPTED
    recording.record(session, letter, now, act, actor.user_id, suggestion=row.id)
    if row.suggested_by is not None:
        notices.tell(
            session,
            row.suggested_by,
            NoticeKind.SUGGESTION,
            now,
            letter.guild_id,
            letter_id=letter.id,
            dedupe=f"suggestion:{row.id}",
            state=row.state.value,
            passage=row.passage[:200],
            told=row.told,
        )
    return _sheet(session, letter, row)


def _text(session: Session, actor: Actor, letter_id: int) -> tuple[Letter, TextVersion]:
    person = access.require_participant(session, actor)
    letter = lookup.taken(session, actor, letter_id)
    parts.require(letter, Part.SUGGESTIONS)
    allowance.require_not_stopped(session, actor, person)
    if letter.state not in STATES:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=sorted(STATES), by_member=True)
    version = wordings.current(session, letter.id)
    if version is None:
        raise Refusal(Reason.NO_TEXT, languages=[])
    if endorsements.is_signed(session, letter.id):
        raise Refusal(Reason.TEXT_SIGNED)
    return letter, version


def _find(session: Session, actor: Actor, suggestion_id: int) -> tuple[Suggestion, Letter]:
    row = records.find(session, Suggestion, actor.guild_id, suggestion_id)
    return row, lookup.find(session, actor.guild_id, row.letter_id)


def _open(session: Session, letter: Letter) -> list[Suggestion]:
    rows = select(Suggestion).where(Suggestion.letter_id == letter.id, Suggestion.state == SuggestionState.OPEN)
    return list(session.exec(rows.order_by(col(Suggestion.id))))


def _sheet(
    session: Session, letter: Letter, row: Suggestion, number: int = 0, count: int = 0
) -> SuggestionSheet:
    version = wordings.current(session, letter.id)
    return SuggestionSheet(
        id=row.id,
        guild_id=row.guild_id,
        letter_id=letter.id,
        letter_title=letter.title,
        passage=row.passage,
        wording=row.wording,
        reason=row.reason,
        pieces=diff.pieces(row.passage, row.wording),
        suggested_by=row.suggested_by,
        suggested_at=row.suggested_at,
        state=row.state,
        told=row.told,
        stands=version is not None and _has(version.body, row.passage),
        number=number,
        open=count,
    )


def _has(body: str, passage: str) -> bool:
    """Whether the text has this passage, as it is written or as it is read: Discord's marks are not copied along."""
    wanted = _squashed(passage)
    return wanted in _squashed(body) or wanted in _squashed(plain.plain(parser.parse(body)))


def _squashed(text: str) -> str:
    return " ".join(text.split()).casefold()
