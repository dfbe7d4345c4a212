"""Parts of a letter: what a coalition does around the list, each off until a moderator wants it."""

from enum import StrEnum


class Part(StrEnum):
    """What moderators switch on for one letter. Values are stored, so they are never renamed without a migration."""

    WISHES = "wish list"
    """Names that somebody should ask, and who asks them."""
    SUGGESTIONS = "suggestions"
    """Members suggest how a passage should read, until somebody signs."""
    TALK = "talk"
    """A thread under each proposal."""
    SHARING = "ready posts"
    """Posts about the published letter, which members copy."""


class WishState(StrEnum):
    """Where a name on the wish list is; worked out from its row and the letter's names, never stored."""

    FREE = "free"
    CLAIMED = "claimed"
    """Somebody said that they will ask."""
    ASKED = "asked"
    REFUSED = "refused"
    """They said no."""
    ON_LETTER = "on the letter"
    """It was proposed, signed or entered, by whoever did it."""


class SuggestionState(StrEnum):
    """Where a suggestion of a wording is. Values are stored."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Wanted(StrEnum):
    """Which names of the wish list are shown."""

    ALL = "all"
    FREE = "free"
    MINE = "mine"
