"""The terms of the field as enums. Values are stored, so they are never renamed without a migration."""

from enum import StrEnum

ERASED = 0
"""Stands for the id of a person who had themselves erased; Discord gives no such id."""


class Kind(StrEnum):
    """What a signatory is; lists and counts keep the kinds apart."""

    ORGANISATION = "organisation"
    COMPANY = "company"
    INDIVIDUAL = "individual"


class LetterState(StrEnum):
    """draft -> open -> closed -> archived, or cancelled. Paused and published are marks on an open letter."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"


class SignatoryState(StrEnum):
    """Where a signatory stands; ``models.signatories.lifecycle.MOVES`` says who may move what to what."""

    PROPOSED = "proposed"
    """Waits for the moderators without a vote: an own signature, an entry, a letter that holds no votes."""
    VOTING = "voting"
    PASSED = "passed"
    UNDECIDED = "undecided"
    OPPOSED = "opposed"
    HOLD = "hold"
    LATE = "late"
    APPROVED = "approved"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    DUPLICATE = "duplicate"


class Way(StrEnum):
    """How a name came onto the letter."""

    PROPOSED = "proposed"
    SIGNED = "signed"
    ENTERED = "entered"
    IMPORTED = "imported"


class Like(StrEnum):
    """Why two names may mean the same body; the strongest first."""

    MARKED = "marked"  # a moderator said so
    SAME = "same"
    """Only case, spaces and punctuation differ."""
    LOOKALIKE = "other letters"  # that look the same
    SPELLING = "spelling"
    LEGAL_FORM = "legal form"
    ORDER = "order"
    TRANSLITERATION = "transliteration"
    ACRONYM = "acronym"
    PLACE = "place"
    """One of them names a place more: probably another branch."""
    WORDS = "words"  # nearly the same
    PERSON = "person"
    """Perhaps the same person: titles, a middle name or an affiliation apart."""


class Doubt(StrEnum):
    """Why a human should look at a name, though it may be right."""

    PLACEHOLDER = "placeholder"
    """It fills a field rather than naming anyone: "n/a", "Affiliation", "Self"."""
    INVENTED = "invented"
    """A name from a story, or one that stands for anybody."""
    MIXED_SCRIPTS = "mixed scripts"
    """One word holds letters of two alphabets that look alike."""
    DAMAGED = "damaged"
    """Letters were lost on the way, and nobody but a human can say which."""
    TWO_SIGNERS = "two signers"
    """One row speaks for a person and for an organisation."""
    TWO_PEOPLE = "two people"
    TWO_NAMES = "two names"
    """A semicolon stands between two names."""
    NO_NAME = "no name"
    """A line of a letter ("cc: …"), a mention or markup alone, or no letter at all."""
    NO_TEXT = "number, date, error or formula"
    OVER_AND_OVER = "one letter over and over"
    MARKER = "marker"
    """It begins as a line of a list does ("1. ", "• "); some bodies are called so ("1. FC …")."""
    PERSON = "person and affiliation, as an organisation"


class Means(StrEnum):
    """How we know that the signatory agreed."""

    OWN_CLICK = "own click"
    """The person pressed *I am authorised* for the own organisation or person, or confirmed the own name."""
    STATED = "stated"
    """A proposer or moderator wrote down who agreed and how it is known."""


class TextChange(StrEnum):
    """What a moderator says of a change to a text that somebody has signed."""

    CORRECTION = "correction"
    """Signatures stand."""
    SUBSTANCE = "substance"
    """Whoever signed before endorses the earlier text until they confirm this one."""


class Preset(StrEnum):
    """The voting policies a coalition chooses between (design: *Vote*)."""

    OPEN_VOTE = "open vote"
    NO_OBJECTION = "no objection"
    QUORUM_VOTE = "quorum vote"
    MODERATORS_ONLY = "moderators only"


class Choice(StrEnum):
    """What one participant votes."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Verdict(StrEnum):
    """What a moderator decides in review."""

    APPROVE = "approve"
    DECLINE = "decline"
    HOLD = "hold"


class EditionName(StrEnum):
    """Why a list was frozen as an edition."""

    OPENING = "opening"
    UPDATE = "update"
    """The list as it stood on a later day, while names still come in."""
    FINAL = "final"
    CORRECTION = "correction"


class Milestone(StrEnum):
    """A date of a letter beside its close."""

    SOFT = "soft deadline"
    """Until when names are asked for; they are taken until the close."""
    REVIEW = "end of review"
    DELIVERY = "delivery"


class Format(StrEnum):
    """The formats in which a list is handed over."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"
    PDF = "pdf"


class Grouping(StrEnum):
    """Under which headings a list is printed."""

    KIND = "kind"
    COUNTRY = "country"
    NONE = "none"


class Order(StrEnum):
    """How a list is ordered under each heading."""

    NAME = "name"
    COUNTRY = "country"
    SIGNING = "signing"


class Told(StrEnum):
    """What a signatory must be told."""

    SIGNED = "signed"
    TEXT_CHANGED = "text changed"
    """It endorsed an earlier wording."""
    CONFIRM = "confirm"
    """Nobody recorded who agreed."""
    ON_HOLD = "on hold"
    DECLINED = "declined"
    REMOVED = "removed"


class NoticeKind(StrEnum):
    """What the bot says of its own accord."""

    OPENING = "opening"
    REMINDER = "reminder"
    LAST_HOUR = "last hour"
    PUBLICATION = "publication"
    DEADLINE = "deadline"
    """The deadline or another date was moved, the letter paused, resumed, reopened or cancelled."""
    CLOSE = "close"
    REPORT = "report"  # the final list, posted once after the final edition
    ASKED = "asked"  # someone asks moderators to be let in
    SUGGESTION = "suggestion"  # tells moderators of suggested wordings, and who suggested one what came of it
    OUTCOME = "outcome"  # that the letter was delivered, and what was answered
    DECIDED = "decided"
    """Tells a proposer what became of their proposals, or somebody that they were let in."""
    SIGNED = "signed"  # the receipt of whoever signed
    CONFIRM = "confirm"  # asks a member whether their name, proposed by somebody else, may be on the list
    TEXT_CHANGED = "text changed"
    """Tells whoever vouched for a name that the text was changed in substance."""
    EDITED = "edited"
    """Tells whoever put a name forward, and whoever was asked about it, that it is written otherwise now."""
    CONTESTED = "contested"
    """Tells moderators that who was asked about a name says no, after somebody else was asked in their place."""
    SAFEGUARD = "safeguard"
    """Tells moderators that two-person approval, their role or a limit was changed, and by whom."""
    UNREACHED = "unreached"
    """Tells moderators which signatories no message about the changed text reaches."""
    BURST = "burst"
    """Tells moderators that a member put forward very many names in a short time."""
    QUEUE = "queue"
    DIGEST = "digest"
    """Tells moderators each morning what waits for them; nothing where nothing does."""
    BULLETIN = "bulletin"
    """Tells everyone each morning how the published list stands."""
    WISHES = "wishes"  # reminds whoever asks names of the wish list
    SNOOZE = "snooze"
    """A reminder to one person, at the moment which that person chose."""
    OUTAGE = "outage"
    """Tells moderators that the bot was away in the last hours before a close."""
    KEY_LOST = "key lost"
    LOCK = "lock"
    """Tells moderators that a letter was locked or unlocked, or that somebody wants it unlocked."""
    COORDINATOR = "coordinator"
    """Tells moderators, and the person, who runs a letter now."""
    TROUBLE = "trouble"
    """Tells moderators that a message could not be delivered and who can mend it; KEY_LOST that votes began anew."""


class NoticeState(StrEnum):
    """Planned until its deliveries are written; superseded when its reason went away, skipped by a moderator.
    Erased with whom it was about, and kept until its messages are redrawn without them."""

    PLANNED = "planned"
    MADE = "made"
    SUPERSEDED = "superseded"
    SKIPPED = "skipped"
    ERASED = "erased"


class DeliveryState(StrEnum):
    """What became of one notice to one recipient."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    """Discord kept refusing or failing until the tries were used up."""
    UNDELIVERABLE = "undeliverable"
    """It can never arrive: closed DMs, a deleted channel, a missing permission."""
    SKIPPED = "skipped"
    """Nothing was left to say to this recipient at the moment of sending."""
    SUPERSEDED = "superseded"


class Place(StrEnum):
    """Where a delivery goes."""

    CHANNEL = "channel"
    USER = "user"


class EventChange(StrEnum):
    """What Discord's list of events is to be told about the close of a letter."""

    NONE = "none"
    MAKE = "make"
    MOVE = "move"
    REPLACE = "replace"
    """One that has begun cannot be moved."""
    REMOVE = "remove"


class CardKind(StrEnum):
    """Public messages of the bot that are redrawn when what they show has changed."""

    PROPOSAL = "proposal"
    STATUS = "status"
    WELCOME = "welcome"
    NOTICE = "notice"
    """A message of the bot's own accord that states a deadline or how the letter stands."""
