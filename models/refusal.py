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
    ASKS_NO_MORE = "asks no more"
    """Somebody who asked to be let in."""
    LEFT_SERVER = "left server"
    BOT_ABSENT = "bot absent"
    """Only the bot's commands were added to the server, or the bot was removed from it."""
    TOO_OFTEN = "too often"
    CLASHED = "clashed"
    """Someone else changed the same thing at the same moment; the database kept one of the two."""
    BOT_MAY_NOT = "bot may not"
    """Discord refused something to the bot itself."""
    BOT_LACKS = "bot lacks"
    """The bot needs a ``permission`` for this."""
    BOT_LACKS_HERE = "bot lacks here"
    """The bot lacks ``permissions`` in this channel, or in the one that this thread hangs under."""
    BOT_LACKS_IN = "bot lacks in"
    FAILED = "failed"
    """An error of our own; the log has the rest under ``reference``."""
    NOT_SHOWN = "not shown"
    """What was done is stored; then an error of our own kept it from being shown."""
    DISK_FULL = "disk full"
    DATABASE_HELD = "database held"
    """Another program holds the database for too long."""
    OUTDATED = "outdated"
    """The button or form belongs to something that has changed or gone since it was drawn."""
    DRAFT_GONE = "draft gone"
    """What was typed is kept no more: it was used, or it expired."""

    OWN_PROPOSALS_WAIT = "own proposals wait"
    """A moderator asks to be erased while proposals of their own wait for review."""

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
    SAID_TWICE = "said twice"
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
    """The clocks skip it."""
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
    NOTHING_TO_REMIND = "nothing to remind"
    """A reminder for later is asked for about a letter that is no longer open."""
    MUTED = "muted"
    """A reminder for later is asked for, but would fall into the time for which the person muted all of them."""
    BAD_LANGUAGE = "bad language"
    NO_LANGUAGE = "no language"
    OVERHEARD = "overheard"
    """Everyone in the server reads this channel, and the letter is not published yet."""
    FILE_TOO_LARGE = "file too large"
    """Discord takes no file of this size, zipped or not."""
    NOT_TEXT = "not text"
    FILE_AND_TEXT = "file and text"
    """The file is damaged, or holds no text that can be read as a letter."""
    TOO_LARGE_TEXT = "too large text"
    """The file has more than ``limit`` megabytes, or unpacks to more than a letter."""
    UNREADABLE_FILE = "unreadable file"
    ON_THE_LIST = "on the list"
    """This many of an import that should be undone are ``approved``, which anyone who undoes it must have seen."""
    OPEN_QUOTE = "open quote"
    """A cell of a table opens a quotation mark in this ``line`` and never closes it."""
    LOCKED_FILE = "locked file"
    TOO_MUCH_INSIDE = "too much inside"
    TOO_LARGE_FILE = "too large file"
    TOO_MANY_ROWS = "too many rows"
    EMPTY_LIST = "empty list"
    NO_NAME_COLUMN = "no name column"
    QUESTIONS_OPEN = "questions open"
    """Of a list; what must be known before anything is imported."""
    BAD_COLUMNS = "bad columns"
    BATCH_CHANGED = "batch changed"
    """What would be imported is not what was shown."""
    NOTHING_TO_IMPORT = "nothing to import"
    NO_LETTERS_YET = "no letters yet"
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
    NOT_AFTER = "not after"
    NO_TEXT = "no text"
    REWRITTEN = "rewritten"
    """More than a correction of the text that was agreed to."""
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
    ONLY_CORRECTIONS = "only corrections"
    """After the final list no update follows, only a correction."""

    LOCKED = "locked"
    """A moderator's account may be in wrong hands: nothing is changed until the lock is ended."""
    SECOND_UNLOCKS = "second unlocks"
    """This moderator wanted it already."""

    PART_OFF = "part off"
    """Moderators have not switched this on for the letter."""
    CLAIMED = "claimed"
    """Somebody else asks this name already."""
    NOT_CLAIMED = "not claimed"
    """Only the member who asks a name says what came of it."""
    NOT_YOUR_WISH = "not your wish"
    """Somebody else added the name to the wish list, or somebody else asks it."""
    NOT_DELIVERED = "not delivered"
    TOO_MANY_DELIVERIES = "too many deliveries"
    POSTED_BEFORE = "posted before"
    TEXT_SIGNED = "text signed"
    """Somebody agreed to the text: no member suggests another any more."""
    NO_SUCH_PASSAGE = "no such passage"
    TOO_MANY_SUGGESTIONS = "too many suggestions"
    DECIDED_SUGGESTION = "decided suggestion"
    TOO_MANY_WISHES = "too many wishes"

    # Signatories: what was typed
    ADDRESS_IN_NAME = "address in name"
    MARKUP_AS_NAME = "markup as name"
    TOO_MANY_ALIASES = "too many aliases"
    UNKNOWN_COUNTRY = "unknown country"
    BAD_WEBSITE = "bad website"
    BAD_CONTACT = "bad contact"
    BAD_OUTSIDE_CONTACT = "bad outside contact"
    BAD_COLOUR = "bad colour"
    LOW_CONTRAST = "low contrast"
    LOW_CONTRAST_DARK = "low contrast on a dark screen"
    """A colour in which nothing on the page could be read well; ``better`` is the nearest one that works."""
    NO_PAGES = "no pages"
    """Whoever runs the bot has not said where pages go."""
    BAD_POLICY = "bad policy"
    BAD_FRACTION = "bad fraction"
    SECRET_OR_EARLY = "secret or early"  # noqa: S105
    """A vote should be secret and end once it is decided."""
    QUORUM_NEEDED = "quorum needed"
    CONSENT_INCOMPLETE = "consent incomplete"
    """Who agreed without how we know, or the reverse; ``missing`` names the field."""
    NOBODY_AGREED = "nobody agreed"
    """What was typed as who agreed says that nobody has; ``needed``: it can't be left blank either."""
    DUPLICATE = "duplicate"
    TRIED_BEFORE = "tried before"
    """The same name was declined before: once more with a note, not a third time."""
    NOT_AUTHORISED = "not authorised"
    ALREADY_SIGNED = "already signed"
    BLOCKED = "blocked"
    """Moderators stopped this member's proposals."""
    TOO_MANY_OPEN = "too many open"
    """This many names that this member proposed are undecided already."""
    BAD_LIMIT = "bad limit"
    ASKED_BEFORE = "asked before"
    """A person is asked about one letter once."""
    ASKED_OFTEN = "asked often"
    """By all together, a person is asked so many times a day."""
    THEIR_OWN_PRESS = "their own press"
    """The person is a member of the server and was asked: nobody else says that they agreed."""
    SIGN_YOURSELF = "sign yourself"
    """The member who was chosen is the one who chooses."""
    SIGNED_THEMSELVES = "signed themselves"
    NOT_A_PERSON = "not a person"
    """Only their own name of a person can be confirmed by a member."""
    NOT_A_MODERATOR = "not a moderator"
    NOT_A_MEMBER = "not a member"
    """The person who was chosen is not in the server, or is a bot."""
    SOMEBODY_ASKED = "somebody asked"
    """Somebody was asked about this name; only a moderator asks another in their place."""
    REPLACED = "replaced"
    """Somebody else was asked instead of the person who says yes."""
    REFUSED_BEFORE = "refused before"
    """This person said no on this letter; they are not asked again."""
    ANOTHER_NAME = "another name"
    """The edit would make another signatory of one that others proposed, voted on, approved or agreed to."""
    OTHER_NAME = "other name"
    """Somebody's own signature cannot become that of someone else: cancel it and sign again."""

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
    ORGANISATION_NEW = "organisation new"
    NO_ORGANISATION = "no organisation"
    """Named since the vote of organisations opened, and confirmed by no moderator."""
    COLLEAGUE_VOTED = "colleague voted"
    """Somebody else cast the one vote of this organisation."""
    STILL_VOTING = "still voting"
    REASON_NEEDED = "reason needed"

    # Review
    NO_CONSENT = "no consent"
    OWN_PROPOSAL = "own proposal"
    OWN_NAME = "own name"
    """The moderator who decides is the person whose name it is."""
    SECOND_CONFIRMS = "second confirms"
    """What weakens a safeguard is confirmed by another than who wanted it."""
    SECOND_NEEDED = "second needed"
    DECIDED_BEFORE = "decided before"
    READY_CHANGED = "ready changed"
    """None of those that are ready is as it was shown, so nothing was approved."""
    CHANGED_SINCE = "changed since"
    """It changed or became ready after the list was drawn from which it would have been approved."""
    OVERRIDE_NEEDS_REASON = "override needs reason"
    MERGE_THE_OTHER = "merge the other"
    """The one that would end is on the list, the other is not."""
    WRONG_STEP = "wrong step"
    """The state table does not lead from ``state`` to ``to``."""
    UNDONE_BEFORE = "undone before"
    EDITION_CUT = "edition cut"
    """A list was published since; what it rests on is no longer undone."""
    IMPORT_UNDONE = "import undone"
    IMPORT_PUBLISHED = "import published"
    """A list was published with names of the import."""


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


def each(*reads: Callable[[], A]) -> list[A]:
    """Read several things of one form, so that all that is wrong with it is said at once. Refuses as the first that
    does; the other refusals are in its ``also``."""
    found: list[A] = []
    refusals: list[Refusal] = []
    for read in reads:
        try:
            found.append(read())
        except Refusal as refusal:
            refusals += (refusal, *refusal.also)
    if refusals:
        first, *others = refusals
        first.also = tuple(others)
        raise first
    return found


def both(one: Callable[[], A], other: Callable[[], B]) -> tuple[A, B]:
    """Read two things of different types; refuses as :func:`each` does."""
    found: list[Any] = each(one, other)
    return found[0], found[1]


def add(refusal: Refusal, read: Callable[[], object]) -> None:
    """Have a refusal say what else is wrong with the same form, unless it says just that already."""
    try:
        read()
    except Refusal as other:
        said = [(one.reason, one.values) for one in (refusal, *refusal.also)]
        more = (one for one in (other, *other.also) if (one.reason, one.values) not in said)
        refusal.also = (*refusal.also, *more)
