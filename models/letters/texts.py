"""The letter's text: one frozen version after another, in one or several languages.

The language that was written first is the original, the wording that counts; others are translations.
"""

import hashlib
import re
from datetime import datetime

from sqlmodel import Session, col, select

from models.acts import Act
from models.database.tables import Letter, Signatory, TextVersion
from models.letter_parts import Part
from models.letters import embargo, endorsements, letters, lookup, recording, text_change_notices
from models.letters.wordings import current, languages, newest_in, version_sheet
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterSheet, TextSheet
from models.signatories import decisions
from models.strings import diff, plain_text
from models.terms import LetterState, TextChange

LONGEST = 40_000
"""Characters."""
CORRECTS = 5
"""This many words a correction changes in any text; in a longer one a tenth of it."""

_WRITTEN = (LetterState.DRAFT, LetterState.OPEN)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}")


def write(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None,
    body: str,
    language: str = "en",
    change: TextChange | None = None,
) -> TextSheet:
    """Store a new version. ``language`` is a code such as en, de, pt-br; ``change`` says what is done to a text that
    somebody has agreed to (``revision`` asks for it).

    Refuses MODERATORS_ONLY, WRONG_STATE (closed and published, or put away), EMPTY, TOO_LONG(limit, length),
    BAD_LANGUAGE(language), UNCHANGED(number) if it is the same text again, and CHANGE_NEEDED if the original
    was signed and ``change`` is not said, and REWRITTEN(changed, words, limit) for a correction of more than a tenth.
    """
    letter = writable(session, actor, letter_id)
    language = _language(language)
    body = plain_text.block(body, "text", LONGEST)
    previous = newest_in(session, letter.id, language)
    if previous is not None and previous.body == body:
        raise Refusal(Reason.UNCHANGED, number=previous.number)
    original = current(session, letter.id)
    translated = original is not None and original.language != language
    if translated or not endorsements.is_signed(session, letter.id):
        change = None
    elif change is None:
        raise Refusal(Reason.CHANGE_NEEDED)
    if change is TextChange.CORRECTION:
        _require_small(session, letter, body)
    substance = change is TextChange.SUBSTANCE
    version = TextVersion(
        letter_id=letter.id,
        language=language,
        number=previous.number + 1 if previous else 1,
        body=body,
        digest=hashlib.sha256(body.encode()).hexdigest(),
        created_by=actor.user_id,
        created_at=now,
        change=change,
        leave_until=endorsements.leave_until(letter, now) if substance else None,
        translates=original.id if original is not None and translated else None,
    )
    session.add(version)
    session.flush()
    if not translated:
        decisions.void_first_approvals(session, letter.id, now)
    recording.changed(
        session,
        letter,
        now,
        Act.TEXT_WRITTEN,
        actor.user_id,
        language=language,
        before=previous.digest if previous else None,
        after=version.digest,
        number=version.number,
        change=change.value if change else None,
    )
    if substance:
        text_change_notices.tell(session, letter, version, now)
    return _sheet(session, letter, version)


def _require_small(session: Session, letter: Letter, body: str) -> None:
    """REWRITTEN(changed, words, limit) for more than a correction of what was agreed to, also where it comes in several
    steps, each of which was called one."""
    versions = select(TextVersion).where(
        TextVersion.letter_id == letter.id,
        col(TextVersion.translates).is_(None),
        col(TextVersion.change).is_distinct_from(TextChange.CORRECTION),
    )
    agreed = session.exec(versions.order_by(col(TextVersion.id).desc())).first()
    if agreed is None:
        return
    changed, words = diff.words_changed(agreed.body, body)
    limit = max(CORRECTS, words // 10)
    if changed > limit:
        raise Refusal(Reason.REWRITTEN, changed=changed, words=words, limit=limit)


def writable(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    """The letter whose text a moderator may write: until its close, and after it as long as it is not published."""
    letter = lookup.choose_to_change(session, actor, letter_id, {*_WRITTEN, LetterState.CLOSED})
    if letter.state not in _WRITTEN and letter.published_at is not None:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=_WRITTEN)
    return letter


def check_write(session: Session, actor: Actor, now: datetime, letter_id: int | None) -> LetterSheet:
    """The letter whose text is about to be written. Refuses as :func:`write` does."""
    return letters.sheet(session, writable(session, actor, letter_id), now)


def show(
    session: Session, actor: Actor, letter_id: int | None = None, language: str | None = None
) -> TextSheet:
    """The newest version in this language, or in the original if none is named.

    Refuses as ``lookup.choose`` does (before publication NOT_PUBLIC for all but participants, moderators, and anyone
    who is asked whether their own name may be on this letter), BAD_LANGUAGE(language), and NO_TEXT(languages) where
    there is none."""
    if letter_id is not None and _is_asked(session, actor, letter_id):
        letter = lookup.find(session, actor.guild_id, letter_id)
    else:
        letter = lookup.choose(session, actor, letter_id)
    version = current(session, letter.id, _language(language) if language else None)
    if version is None:
        raise Refusal(Reason.NO_TEXT, languages=list(languages(session, letter.id)))
    return _sheet(session, letter, version)


def _is_asked(session: Session, actor: Actor, letter_id: int) -> bool:
    """Whether this person's own name is proposed on the letter: nobody agrees to what they may not read."""
    own = select(Signatory.id).where(
        Signatory.guild_id == actor.guild_id,
        Signatory.letter_id == letter_id,
        Signatory.person_id == actor.user_id,
        col(Signatory.live).is_(True),
    )
    return session.exec(own).first() is not None


def _language(typed: str) -> str:
    code = typed.strip().casefold().replace("_", "-")
    if not _LANGUAGE.fullmatch(code):
        raise Refusal(Reason.BAD_LANGUAGE, language=typed.strip())
    return code


def _sheet(session: Session, letter: Letter, version: TextVersion) -> TextSheet:
    known = languages(session, letter.id)
    translated = session.get_one(TextVersion, version.translates) if version.translates is not None else None
    newest = current(session, letter.id, known[0])
    return TextSheet(
        letter_id=letter.id,
        title=letter.title,
        addressee=letter.addressee,
        published_at=letter.published_at,
        version=version_sheet(version),
        body=version.body,
        original=version.language == known[0],
        languages=known,
        translates=translated.number if translated is not None else None,
        stale=translated is not None and newest is not None and translated.id != newest.id,
        embargo=embargo.of(letter),
        suggestible=_is_suggestible(session, letter),
    )


def _is_suggestible(session: Session, letter: Letter) -> bool:
    wanted = Part.SUGGESTIONS.value in letter.parts and letter.state in _WRITTEN
    return wanted and not endorsements.is_signed(session, letter.id)
