"""A refusal: an answer "no, because ..." that a member may read."""

from enum import StrEnum
from typing import Any


class Reason(StrEnum):
    """Why a verb refused. Each has its sentence in ``cogs.kit.words``; a test holds the two together."""

    NOT_FOUND = "not found"
    NOT_SET_UP = "not set up"
    MODERATORS_ONLY = "moderators only"
    MANAGERS_ONLY = "managers only"
    MEMBERS_ONLY = "members only"
    TAKE_PART_FIRST = "take part first"
    LEFT_SERVER = "left server"
    TOO_OFTEN = "too often"
    CLASHED = "clashed"
    """Someone else changed the same thing at the same moment; the database kept one of the two."""
    BOT_MAY_NOT = "bot may not"
    """Discord refused something to the bot itself."""
    FAILED = "failed"
    """An error of our own; the log has the rest under ``reference``."""
    OUTDATED = "outdated"
    """The button or form belongs to something that has changed or gone since it was drawn."""

    # What was typed
    EMPTY = "empty"
    TOO_LONG = "too long"
    UNCHANGED = "unchanged"
    UNKNOWN_ZONE = "unknown zone"
    BAD_DAY = "bad day"
    BAD_HOUR = "bad hour"
    MIDNIGHT = "midnight"
    """Midnight belongs to two days; the readings say which instants it could be."""
    HOUR_GIVEN_TWICE = "hour given twice"
    NO_SUCH_HOUR = "no such hour"
    """The clocks are put forward over it."""
    HOUR_TWICE = "hour twice"
    """The clocks are put back over it."""
    IN_THE_PAST = "in the past"
    TOO_FAR = "too far"
    BAD_REVIEW_HOURS = "bad review hours"
    BAD_LANGUAGE = "bad language"
    FILE_TOO_LARGE = "file too large"
    """Discord takes no file of this size, zipped or not."""
    NOT_TEXT = "not text"
    """The file is no plain text in UTF-8, or too large to be one."""

    # People
    ROLE_IS_EVERYONE = "role is everyone"
    ALREADY_ADMITTED = "already admitted"

    # The letter
    NO_LETTER = "no letter"
    CHOOSE_LETTER = "choose letter"
    NOT_PUBLIC = "not public"
    """Says the same of a letter that is not published and of one that does not exist."""
    NOT_OPEN = "not open"
    PAUSED = "paused"
    PAUSED_ALREADY = "paused already"
    NOT_PAUSED = "not paused"
    CLOSED = "closed"
    WRONG_STATE = "wrong state"
    NOT_LATER = "not later"
    """An extension must end after the deadline that it moves."""
    NO_TEXT = "no text"
    NO_SUCH_SUBJECT = "no such subject"
    TOO_MANY_SUBJECTS = "too many subjects"
    PUBLISHED_BEFORE = "published before"
    NOTHING_PLANNED = "nothing planned"
    FINISHED_BEFORE = "finished before"
    NOT_PUBLISHED = "not published"
    NOT_FINISHED = "not finished"
    """The final edition is still to be cut."""
    NO_EDITION = "no edition"
    """No list was published yet."""
    ONLY_CORRECTIONS = "only corrections"
    """After the final list no update follows, only a correction."""

    # Signatories: what was typed
    ADDRESS_IN_NAME = "address in name"
    UNKNOWN_COUNTRY = "unknown country"
    BAD_WEBSITE = "bad website"
    BAD_CONTACT = "bad contact"
    BAD_POLICY = "bad policy"
    BAD_FRACTION = "bad fraction"
    QUORUM_NEEDED = "quorum needed"
    CONSENT_INCOMPLETE = "consent incomplete"
    """Who agreed without how we know, or the reverse; ``missing`` names the field."""
    DUPLICATE = "duplicate"
    TRIED_BEFORE = "tried before"
    """The same name came to nothing before: once more with a note, not a third time."""
    NOT_AUTHORISED = "not authorised"
    ALREADY_SIGNED = "already signed"
    OTHER_NAME = "other name"
    """An own signature cannot become that of someone else: cancel it and sign anew."""

    # Signatories: what may be done now
    NOT_YOURS = "not yours"
    APPROVED_ALREADY = "approved already"
    ENDED_ALREADY = "ended already"
    """It was declined, cancelled or removed."""
    NOT_APPROVED = "not approved"
    NOT_ASKED = "not asked"
    """Nobody asked for its removal."""
    VOTE_ENDED = "vote ended"
    NO_VOTE = "no vote"
    """Moderators decide on this name without a vote."""
    STILL_VOTING = "still voting"
    REASON_NEEDED = "reason needed"

    # Review
    NO_CONSENT = "no consent"
    OWN_PROPOSAL = "own proposal"
    SECOND_NEEDED = "second needed"
    DECIDED_BEFORE = "decided before"
    READY_CHANGED = "ready changed"
    """Those that are ready are not those that were shown, so nothing was approved."""
    OVERRIDE_NEEDS_REASON = "override needs reason"
    WRONG_STEP = "wrong step"
    """The state table does not lead from ``state`` to ``to``."""
    UNDONE_BEFORE = "undone before"
    EDITION_CUT = "edition cut"
    """A list was published since; what it rests on is no longer undone."""


class Refusal(Exception):
    """Raised by a verb. Carries a reason and its values, never a sentence: sentences are made upstairs.

    ``values`` are what the sentence needs (instants as aware datetimes, names as strings, counts as integers).
    """

    def __init__(self, reason: Reason, **values: Any) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values = values
