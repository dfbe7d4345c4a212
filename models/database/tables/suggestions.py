"""The table of suggestions for a letter's text."""

from datetime import datetime

from sqlmodel import SQLModel

from models.database.tables.columns import key, link, snowflake, term
from models.letter_parts import SuggestionState


class Suggestion(SQLModel, table=True):
    """What a member would write instead of a passage of the original, before anybody signed."""

    id: int = key()
    guild_id: int = snowflake()
    letter_id: int = link("letter.id")
    text_version_id: int = link("textversion.id", index=False)
    """The version that it was made for."""
    passage: str
    wording: str = ""
    """Empty to leave the passage out."""
    reason: str
    suggested_by: int | None = snowflake(default=None)
    suggested_at: datetime
    state: SuggestionState = term(SuggestionState, default=SuggestionState.OPEN)
    decided_by: int | None = snowflake(default=None)
    decided_at: datetime | None = None
    told: str = ""
    """The moderators' reason to decline it."""
