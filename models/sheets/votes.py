"""Sheets about votes: one on a name, and who is entitled in it."""

from datetime import datetime

from msgspec import Struct

from models.rules.voting_policy import Policy, Result
from models.terms import Preset, SignatoryState


class VoteSheet(Struct, frozen=True):
    """The vote on a name; never who chose what."""

    policy: Policy
    """Under which it opened."""
    ends_at: datetime
    """When it is counted; ballots cast before count."""
    ended_at: datetime | None
    """None while it is under way."""
    cut_short: bool
    """The close, or a moderator's decision, came before it had run its time."""
    voted: int
    """How many have voted; known while it is under way."""
    result: Result | None
    """The tally and what it means; None until it has ended, and where it was not counted."""
    cut_while_paused: bool = False
    """The close cut it short while the letter was paused."""
    paused: bool = False
    """Its letter is paused, and its clock stands still."""

    @property
    def reasoned(self) -> bool:
        """Anyone who is against gives a reason."""
        return self.policy.preset is Preset.NO_OBJECTION

    @property
    def opposed(self) -> bool:
        """Whether the vote ended against the name."""
        return self.result is not None and self.result.outcome is SignatoryState.OPPOSED


class Entitled(Struct, frozen=True):
    """One person who may vote on a name, or could."""

    user_id: int
    organisation: str


class ElectorateSheet(Struct, frozen=True):
    """Who is entitled in a vote, for moderators."""

    guild_id: int
    signatory_id: int
    name: str
    at: datetime
    """When the vote ended; the present instant while it runs."""
    ended: bool
    entitled: int | None
    """How many; of organisations where those vote. None if the vote ended without a count."""
    per_organisation: bool
    people: tuple[Entitled, ...]
    """By user id; where organisations vote, those who speak for one."""
    others: int
    """So many more are counted and not named: erased since, or they voted in secret and left."""
    voted: frozenset[int] | None
    """Who of them voted, in a named vote that has ended; None in any other."""
