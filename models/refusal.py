"""A refusal: an answer "no, because ..." that a member may read."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Reason(StrEnum):
    """Why a verb refused. Each has its sentence in ``cogs.ui.refusals``; a test holds the two together."""

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
    BOT_LACKS = "bot lacks"
    """The bot needs a ``permission`` for this."""
    FAILED = "failed"
    """An error of our own; the log has the rest under ``reference``."""
    DISK_FULL = "disk full"
    DATABASE_HELD = "database held"
    """Another program holds the database for too long."""
    OUTDATED = "outdated"
    """The button or form belongs to something that has changed or gone since it was drawn."""
    DRAFT_GONE = "draft gone"
    """What was typed is kept no more: it was used, or it expired."""

    OWN_PROPOSALS_WAIT = "own proposals wait"
    """A moderator asks to be forgotten while proposals of their own wait for review."""

    # What was typed
    EMPTY = "empty"
    TOO_LONG = "too long"
    UNCHANGED = "unchanged"
    UNKNOWN_ZONE = "unknown zone"
    BAD_DAY = "bad day"
    BAD_HOUR = "bad hour"
    VAGUE = "vague"
    MIDNIGHT = "midnight"
    """Midnight belongs to two days; the readings say which instants it could be."""
    UNREAD = "unread"
    """All of a deadline can be read but its end."""
    DAY_MISSING = "day missing"
    """A zone alone is no deadline."""
    AMBIGUOUS_DAY = "ambiguous day"
    """03/04, next Friday, a weekday that is not that of its date; the readings say which days it could be."""
    AMBIGUOUS_HOUR = "ambiguous hour"
    """At 5, in the morning or in the afternoon."""
    AMBIGUOUS_ZONE = "ambiguous zone"
    """An abbreviation that several places use, or that its place does not use at that time of year."""
    HOUR_GIVEN_TWICE = "hour given twice"
    ZONE_GIVEN_TWICE = "zone given twice"
    NO_SUCH_HOUR = "no such hour"
    """The clocks are put forward over it."""
    HOUR_TWICE = "hour twice"
    """The clocks are put back over it."""
    IN_THE_PAST = "in the past"
    TOO_FAR = "too far"
    BAD_REVIEW_HOURS = "bad review hours"
    BAD_DAYS_BEFORE = "bad days before"
    BAD_HOURS_BEFORE = "bad hours before"
    BAD_MOST_DIRECT = "bad most direct"
    BAD_QUIET_HOURS = "bad quiet hours"
    NOTHING_TO_SAY = "nothing to say"
    """A notice that a moderator wants sent would be skipped; ``why`` in words."""
    NOTICE_OVER = "notice over"
    MUTED = "muted"
    """A reminder for later is asked for, but would fall into the time for which the person muted all of them."""
    BAD_LANGUAGE = "bad language"
    FILE_TOO_LARGE = "file too large"
    """Discord takes no file of this size, zipped or not."""
    NOT_TEXT = "not text"
    """The file is no plain text in UTF-8, or too large to be one."""
    UNREADABLE_FILE = "unreadable file"
    ON_THE_LIST = "on the list"
    """So many of an import that is to be undone are ``approved``, which whoever undoes it must have seen."""
    OPEN_QUOTE = "open quote"
    """A cell of a table opens a quotation mark in this ``line`` and never closes it."""
    OLD_WORKBOOK = "old workbook"
    """A spreadsheet in a form other than XLSX."""
    TOO_LARGE_FILE = "too large file"
    TOO_MANY_ROWS = "too many rows"
    EMPTY_LIST = "empty list"
    NO_NAME_COLUMN = "no name column"
    BAD_COLUMNS = "bad columns"
    """Lines of the form that name no column."""
    BATCH_CHANGED = "batch changed"
    """What would be imported is not what was shown."""
    NOTHING_TO_IMPORT = "nothing to import"
    NO_SUCH_LETTER = "no such letter"
    """Of the command line, which names a letter by its number."""
    NOTHING_WAITS = "nothing waits"
    """All of an import was decided on, or must be looked at one by one."""

    # People
    ROLE_IS_EVERYONE = "role is everyone"

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
    NOT_BEFORE = "not before"
    """It must lie before ``limit``."""
    NOT_AFTER = "not after"
    """It must lie after ``limit``."""
    NO_TEXT = "no text"
    CHANGE_NEEDED = "change needed"
    """Somebody has agreed to the text: it must be said what kind of change this is."""
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
    TOO_MANY_ALIASES = "too many aliases"
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
    """The same name was declined before: once more with a note, not a third time."""
    NOT_AUTHORISED = "not authorised"
    ALREADY_SIGNED = "already signed"
    BLOCKED = "blocked"
    """Moderators stopped this member's proposals."""
    TOO_MANY_OPEN = "too many open"
    """So many names that this member proposed are undecided already."""
    BAD_LIMIT = "bad limit"
    THEIR_OWN_PRESS = "their own press"
    """The person is a member of the server and was asked: nobody else says that they agreed."""
    SIGN_YOURSELF = "sign yourself"
    """The member who was chosen is the one who chooses."""
    NOT_A_PERSON = "not a person"
    """Only the own name of a person can be confirmed by a member."""
    NOT_A_MEMBER = "not a member"
    """Whoever was chosen is not in the server, or is a bot."""
    REFUSED_BEFORE = "refused before"
    """This person said no on this letter; they are not asked again."""
    OTHER_NAME = "other name"
    """An own signature cannot become that of someone else: cancel it and sign anew."""

    # Signatories: what may be done now
    TEXT_CHANGED = "text changed"
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
    MERGE_THE_OTHER = "merge the other"
    """The one that would end is on the list, the other is not."""
    WRONG_STEP = "wrong step"
    """The state table does not lead from ``state`` to ``to``."""
    UNDONE_BEFORE = "undone before"
    EDITION_CUT = "edition cut"
    """A list was published since; what it rests on is no longer undone."""


class Refusal(Exception):
    """Raised by a verb. Carries a reason and its values, never a sentence: ``cogs.ui.refusals`` makes the sentence.

    ``values`` are what the sentence needs (instants as aware datetimes, names as strings, counts as integers).
    """

    def __init__(self, reason: Reason, **values: Any) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values = values
        self.also: tuple[Refusal, ...] = ()
        """What else is wrong with the same form; none of these has any more in it."""


def both(one: Callable[[], A], other: Callable[[], B]) -> tuple[A, B]:
    """Read two things of one form, so that what is wrong with either is said at once. Refuses as the first that
    does; the other refusal is in its ``also``."""
    try:
        first = one()
    except Refusal as refusal:
        try:
            other()
        except Refusal as second:
            refusal.also = (*refusal.also, second, *second.also)
        raise
    return first, other()
