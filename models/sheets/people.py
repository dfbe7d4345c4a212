"""Sheets about people and the server."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as Discord vouched for it at this moment: handed down to every verb."""

    guild_id: int
    user_id: int
    role_ids: frozenset[int] = frozenset()
    manages_server: bool = False
    """Holds *Manage Server* (or is an administrator or the owner)."""


@dataclass(frozen=True, slots=True)
class CoalitionSheet:
    """A server's settings."""

    guild_id: int
    time_zone: str
    announcements_id: int | None
    proposals_id: int | None
    moderators_id: int | None
    member_role_id: int | None
    moderator_role_id: int | None
    set_up_at: datetime | None


@dataclass(frozen=True, slots=True)
class ParticipantSheet:
    """A person who takes part, or asked to (``joined_at`` is None)."""

    guild_id: int
    user_id: int
    organisation: str
    title: str
    time_zone: str
    direct_messages: bool
    asked_at: datetime | None
    joined_at: datetime | None
    muted_until: datetime | None
