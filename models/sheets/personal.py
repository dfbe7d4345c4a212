"""Sheets about what is kept of one person."""

from collections.abc import Mapping

from msgspec import Struct

from models.refusal import Refusal


class PersonalData(Struct, frozen=True):
    """Everything that is kept of one person in one server, as that person may take it along."""

    guild_id: int
    user_id: int
    kept: Mapping[str, tuple[Mapping[str, object], ...]]
    """By what it is; plain JSON values, ids as text, instants as ISO 8601 in UTC."""


class ErasureSheet(Struct, frozen=True):
    """What an erasure removes, or removed, and what stays."""

    guild_id: int
    open_votes: int
    journal_entries: int
    """Entries that will no longer say who it was; what was done stays."""
    stays: tuple[str, ...]
    """The person's own signatures that stay, because they are on a list or wait for it."""
    nothing: bool
    """Nothing is kept of this person."""
    stopped: bool = False
    """Moderators stopped this person's proposals: that stays, with the id, until a moderator lifts it."""


class Forgetting(Struct, frozen=True):
    """An erasure that is done some journal entries at a time, so that whoever writes meanwhile need not wait for all of
    them. Where it is cut off, what was done stands, and the rest follows when it is asked for again."""

    until: int = 0
    """The newest entry of the journal that was looked at."""
    rest: tuple[int, ...] = ()
    """Numbers of the entries that still name the person."""
    emptied: int = 0
    """Entries that do not any more."""

    def ended(self, refusal: Refusal) -> "Forgetting":
        """No entry is refused."""
        raise refusal
