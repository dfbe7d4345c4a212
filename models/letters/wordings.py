"""The wordings of a letter's text: the newest in each language, and in which languages there is one."""

from sqlalchemy import ScalarSelect
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from models import translation
from models.coalitions import records
from models.database.tables import Letter, TextVersion
from models.refusal import Reason, Refusal
from models.sheets import TextVersionSheet


def current(session: Session, letter_id: int, language: str | None = None) -> TextVersion | None:
    """The newest version in this language, or in the original if none is named."""
    return newest_in(session, letter_id, language or _original(letter_id))


def signed_wording(session: Session, letter: Letter) -> TextVersion:
    """The newest version of an original that somebody has agreed to. Refuses NO_TEXT(languages) if there is none."""
    version = current(session, letter.id)
    if version is None:
        raise Refusal(Reason.NO_TEXT, languages=[])
    return version


def languages(session: Session, letter_id: int) -> tuple[str, ...]:
    """Every language in which there is a text, in the order in which they came: the original first."""
    return tuple(
        session.exec(
            select(TextVersion.language)
            .where(TextVersion.letter_id == letter_id)
            .group_by(col(TextVersion.language))
            .order_by(func.min(TextVersion.id))
        )
    )


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


def newest_in(session: Session, letter_id: int, language: str | ScalarSelect[str]) -> TextVersion | None:
    """The newest version in one language, a code such as en or pt-br; None if the letter has no text in it."""
    return session.exec(
        select(TextVersion)
        .where(TextVersion.letter_id == letter_id, col(TextVersion.language) == language)
        .order_by(col(TextVersion.number).desc())
        .limit(1)
    ).first()


def _original(letter_id: int) -> ScalarSelect[str]:
    first = aliased(TextVersion)
    texts = select(first.language).where(col(first.letter_id) == letter_id)
    return texts.order_by(col(first.id)).limit(1).scalar_subquery()
