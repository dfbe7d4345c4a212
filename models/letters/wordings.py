"""The wordings of a letter's text: the newest in each language, and in which languages there is one."""

from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from models import translation
from models.coalitions import records
from models.database.tables import Letter, TextVersion
from models.refusal import Reason, Refusal
from models.sheets import TextVersionSheet


def current(session: Session, letter_id: int, language: str | None = None) -> TextVersion | None:
    """The newest version in this language, or in the original if none is named."""
    if language is not None:
        return newest_in(session, letter_id, language)
    return session.exec(_ORIGINAL, params={"of_letter": letter_id}).first()


def signed_wording(session: Session, letter: Letter) -> TextVersion:
    """The newest version of an original that somebody has agreed to. Refuses NO_TEXT(languages) if there is none."""
    version = current(session, letter.id)
    if version is None:
        raise Refusal(Reason.NO_TEXT, languages=[])
    return version


def languages(session: Session, letter_id: int) -> tuple[str, ...]:
    """Every language in which there is a text, in the order in which they came: the original first."""
    return tuple(session.exec(_LANGUAGES, params={"of_letter": letter_id}))


def written_in(session: Session, letter: Letter) -> str:
    """The language of what is written to people outside Discord: that of the original, or where we don't have that, or
    there is no text, the coalition's."""
    original = next(iter(languages(session, letter.id)), "")
    return translation.offered(original) or records.coalition_of(session, letter.guild_id).language


def version_sheet(version: TextVersion) -> TextVersionSheet:
    """A version as a sheet, without its words."""
    return TextVersionSheet(
        id=version.id,
        language=version.language,
        number=version.number,
        digest=version.digest,
        created_at=version.created_at,
        change=version.change,
        leave_until=version.leave_until,
    )


def newest_in(session: Session, letter_id: int, language: str) -> TextVersion | None:
    """The newest version in one language, a code such as en or pt-br; None if the letter has no text in it."""
    return session.exec(_NEWEST, params={"of_letter": letter_id, "in_language": language}).first()


def _newest(language: Any) -> SelectOfScalar[TextVersion]:
    return (
        select(TextVersion)
        .where(TextVersion.letter_id == bindparam("of_letter"), col(TextVersion.language) == language)
        .order_by(col(TextVersion.number).desc())
        .limit(1)
    )


_FIRST = aliased(TextVersion)
_NEWEST = _newest(bindparam("in_language"))
_ORIGINAL = _newest(
    select(_FIRST.language)
    .where(col(_FIRST.letter_id) == bindparam("of_letter"))
    .order_by(col(_FIRST.id))
    .limit(1)
    .scalar_subquery()
)
_LANGUAGES = (
    select(TextVersion.language)
    .where(TextVersion.letter_id == bindparam("of_letter"))
    .group_by(col(TextVersion.language))
    .order_by(func.min(TextVersion.id))
)
