"""Voting policies: what a vote needs, and what its outcome is. Pure rules in whole numbers and exact fractions.

A letter holds the policy for proposals to come; each proposal keeps the one under which its vote opened.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from models.refusal import Reason, Refusal, each
from models.strings.remembered import remembered
from models.terms import Preset, SignatoryState

LONGEST_HOURS = 14 * 24
MOST_OBJECTIONS = 100
LARGEST_QUORUM = 10_000
LONGEST_SHARE = 20
"""Characters of a share or number as typed: a longer one is no slip of the pen, and Python would not read it."""
HALF = Fraction(1, 2)


class Tally(Struct, frozen=True):
    """What was voted, of how many who could."""

    for_: int
    against: int
    abstained: int
    entitled: int

    @property
    def cast(self) -> int:
        """How many ballots were cast, abstentions included."""
        return self.for_ + self.against + self.abstained


class Policy(Struct, frozen=True):
    """How a name is voted on. Each preset looks only at the fields that it knows."""

    preset: Preset = Preset.OPEN_VOTE
    hours: int = 24
    """How long a vote runs; the letter's close ends it earlier."""
    threshold: Fraction = HALF
    """Quorum vote: the part of those for or against that must be for; a half means more than half."""
    quorum: int | Fraction | None = None
    """Quorum vote: how many must take part, as a number or as a part of those entitled."""
    objections: int = 2
    """No objection: so many against, each with a reason, hand it to the moderators."""
    secret: bool = True
    per_organisation: bool = False
    """One vote an organisation instead of one a person."""
    early_after_minutes: int | None = None
    """After this time a vote may end as soon as those who have not voted cannot change it; None: never early. Never of
    a secret vote: its end would tell how others voted."""
    vote_on_signings: bool = False
    """Anyone who signs for their own organisation is voted on as well."""

    @property
    def votes(self) -> bool:
        """Whether names are voted on at all; False where moderators decide alone."""
        return self.preset is not Preset.MODERATORS_ONLY

    @staticmethod
    def of(document: dict[str, Any]) -> "Policy":
        """The policy of a stored document; what is not in it has its default. One of an earlier version that is secret
        and ends early is secret."""
        return _read(tuple(document.items()))

    def document(self) -> dict[str, Any]:
        """Plain JSON values; fractions as "2/3"."""
        values = asdict(self)
        return {name: str(value) if isinstance(value, Fraction) else value for name, value in values.items()}


@remembered(256)
def _read(stored: tuple[tuple[str, Any], ...]) -> Policy:
    """Kept, because many names share one policy, and each decision on them asks for it."""
    document = dict(stored)
    known = {name: document[name] for name in Policy.__struct_fields__ if name in document}
    if "preset" in known:
        known["preset"] = Preset(known["preset"])
    if "threshold" in known:
        known["threshold"] = Fraction(known["threshold"])
    if isinstance(known.get("quorum"), str):
        known["quorum"] = Fraction(known["quorum"])
    policy = Policy(**known)
    return replace(policy, early_after_minutes=None) if policy.secret else policy


class Ending(StrEnum):
    """What a vote came to, in more detail than its outcome."""

    PASSED = "passed"
    STOPPED = "stopped"
    """No objection: enough were against."""
    OPPOSED = "opposed"
    TIED = "tied"
    NOBODY = "nobody voted"
    ABSTAINED = "all abstained"
    QUORUM_MISSED = "quorum missed"


class Result(Struct, frozen=True):
    """A tally with what was needed: everything the result line says."""

    outcome: SignatoryState
    tally: Tally
    quorum_needed: int | None
    """Quorum vote: ballots that were needed."""
    quorum_met: bool | None
    for_needed: int | None
    """Quorum vote: ballots for that were needed, given those for and against."""
    objections_needed: int | None
    """No objection: ballots against that would have handed it to the moderators."""

    @property
    def ending(self) -> Ending:
        """Why the outcome is what it is."""
        tally = self.tally
        match self.outcome:
            case SignatoryState.PASSED:
                return Ending.PASSED
            case SignatoryState.OPPOSED:
                return Ending.OPPOSED
        if self.objections_needed is not None:
            return Ending.STOPPED
        if not tally.cast:
            return Ending.NOBODY
        if self.quorum_met is False:
            return Ending.QUORUM_MISSED
        return Ending.TIED if tally.for_ + tally.against else Ending.ABSTAINED


def outcome(policy: Policy, tally: Tally) -> SignatoryState:
    """PASSED, UNDECIDED or OPPOSED; PROPOSED if there is no vote.

    Open vote: more for than against passes, more against is opposed, a tie or no votes is undecided.
    No objection: passes unless enough are against; then it is undecided, and moderators decide.
    Quorum vote: without the quorum, or where all abstain, undecided; with it the threshold passes or opposes.
    """
    match policy.preset:
        case Preset.MODERATORS_ONLY:
            return SignatoryState.PROPOSED
        case Preset.NO_OBJECTION:
            objected = tally.against >= policy.objections
            return SignatoryState.UNDECIDED if objected else SignatoryState.PASSED
        case Preset.QUORUM_VOTE:
            if tally.cast < quorum_needed(policy, tally.entitled) or not tally.for_ + tally.against:
                return SignatoryState.UNDECIDED
            met = tally.for_ >= for_needed(policy, tally)
            return SignatoryState.PASSED if met else SignatoryState.OPPOSED
        case Preset.OPEN_VOTE:
            if tally.for_ == tally.against:
                return SignatoryState.UNDECIDED
            return SignatoryState.PASSED if tally.for_ > tally.against else SignatoryState.OPPOSED


def quorum_needed(policy: Policy, entitled: int) -> int:
    """How many ballots make the quorum: a part of those entitled is rounded up, and nobody is no quorum."""
    quorum = policy.quorum or 0
    whole = -(-quorum.numerator * entitled // quorum.denominator) if isinstance(quorum, Fraction) else quorum
    return max(1, whole)


def for_needed(policy: Policy, tally: Tally) -> int:
    """How many of those for or against must be for: the threshold rounded up, and always more than half."""
    sides = tally.for_ + tally.against
    share = -(-policy.threshold.numerator * sides // policy.threshold.denominator)
    return max(share, sides // 2 + 1)


def result(policy: Policy, tally: Tally) -> Result:
    """The outcome of a vote, with how many ballots it needed."""
    by_quorum = policy.preset is Preset.QUORUM_VOTE
    quorum, share = quorum_needed(policy, tally.entitled), for_needed(policy, tally)
    return Result(
        outcome=outcome(policy, tally),
        tally=tally,
        quorum_needed=quorum if by_quorum else None,
        quorum_met=tally.cast >= quorum if by_quorum else None,
        for_needed=share if by_quorum else None,
        objections_needed=policy.objections if policy.preset is Preset.NO_OBJECTION else None,
    )


def settled(policy: Policy, tally: Tally) -> bool:
    """True when those who have not voted cannot change the outcome, whatever they do.

    The outcome only moves one way with each further ballot for, and with each against, so the extremes suffice:
    all of them for, all against, all abstaining, none voting.
    """
    left = max(0, tally.entitled - tally.cast)
    ends = (
        tally,
        Tally(tally.for_ + left, tally.against, tally.abstained, tally.entitled),
        Tally(tally.for_, tally.against + left, tally.abstained, tally.entitled),
        Tally(tally.for_, tally.against, tally.abstained + left, tally.entitled),
    )
    return len({outcome(policy, end) for end in ends}) == 1


def validated(policy: Policy) -> Policy:
    """Give back a policy that makes sense. Refuses BAD_POLICY(field, value, lowest, highest) for any other,
    QUORUM_NEEDED for a quorum vote without a quorum, and SECRET_OR_EARLY for one that is secret and ends early."""
    each(
        lambda: _require_between("hours", policy.hours, 1, LONGEST_HOURS),
        lambda: _require_quorum(policy),
        lambda: _require_between("threshold", policy.threshold, HALF, Fraction(1)),
        lambda: _require_between("objections", policy.objections, 1, MOST_OBJECTIONS),
        lambda: _require_early_end(policy),
    )
    return policy


def _require_quorum(policy: Policy) -> None:
    if policy.preset is Preset.QUORUM_VOTE and policy.quorum is None:
        raise Refusal(Reason.QUORUM_NEEDED)
    if isinstance(policy.quorum, Fraction):
        _require_between("quorum", policy.quorum, Fraction(1, 100), Fraction(1))
    elif policy.quorum is not None:
        _require_between("quorum", policy.quorum, 1, LARGEST_QUORUM)


def _require_early_end(policy: Policy) -> None:
    if policy.early_after_minutes is not None:
        _require_between("early_after_minutes", policy.early_after_minutes, 1, policy.hours * 60)
        if policy.secret:
            raise Refusal(Reason.SECRET_OR_EARLY)


_PERCENT = "%٪％"


def parse_fraction(text: str) -> Fraction:
    """A fraction as typed: "2/3", or "60 %", with the sign before or after and as any script writes it. Refuses
    BAD_FRACTION(text)."""
    typed = "".join(text.split())
    percent = typed.strip(_PERCENT)
    above, line, below = (percent, "/", "100") if len(percent) == len(typed) - 1 else typed.partition("/")
    readable = line and above.isdecimal() and below.isdecimal() and len(typed) <= LONGEST_SHARE
    if not (readable and int(below)):
        raise Refusal(Reason.BAD_FRACTION, text=text.strip())
    return Fraction(int(above), int(below))


def parse_quorum(text: str) -> int | Fraction:
    """A quorum as typed: a number of ballots, or a fraction of those entitled. Refuses BAD_FRACTION(text)."""
    typed = text.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= LONGEST_SHARE else parse_fraction(typed)


def _require_between(
    field: str, value: int | Fraction, lowest: int | Fraction, highest: int | Fraction
) -> None:
    if not lowest <= value <= highest:
        raise Refusal(
            Reason.BAD_POLICY, field=field, value=str(value), lowest=str(lowest), highest=str(highest)
        )
