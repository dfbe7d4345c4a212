"""Sheets about people and the server."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict

from msgspec import Struct, field


class Actor(Struct, frozen=True):
    """Who acts, as Discord vouched for it at this moment: handed down to every verb."""

    guild_id: int
    user_id: int
    role_ids: frozenset[int] = frozenset()
    manages_server: bool = False
    """Holds *Manage Server* (or is an administrator or the owner)."""


class CoalitionChanges(TypedDict, total=False):
    """What to change in a server's settings; a key that is left out stays as it is."""

    time_zone: str
    """An IANA name or a city, as typed."""
    welcome_id: int | None
    announcements_id: int | None
    proposals_id: int | None
    moderators_id: int | None
    member_role_id: int | None
    moderator_role_id: int | None
    language: str
    """A tag such as ``fr`` or ``pt-BR``."""


class CoalitionSheet(Struct, frozen=True):
    """The settings of one server: its IANA zone, and the ids of channels and roles as Discord gives them."""

    guild_id: int
    time_zone: str
    announcements_id: int | None
    proposals_id: int | None
    moderators_id: int | None
    member_role_id: int | None
    moderator_role_id: int | None
    set_up_at: datetime | None
    welcome_id: int | None = None
    wanted: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """Safeguards that a first moderator wants to weaken, each with its value before and after: not done yet."""
    language: str = "en"
    """What is posted in channels is in this language."""


class MemberStatus(Struct, frozen=True):
    """What one person is in one server at this moment: member, moderator, participant, and what is set up there."""

    guild_id: int
    member: bool
    moderator: bool
    manager: bool
    """Manages the server itself, and may set it up."""
    takes_part: bool
    set_up: bool
    """The server's settings were chosen."""
    member_role_id: int | None
    moderator_role_id: int | None
    language: str = ""
    """The one that a participant chose; empty for that of their Discord."""


class ParticipantAnswers(Struct, frozen=True):
    """What a person typed into *Take part*."""

    organisation: str
    title: str = ""
    """The role in the organisation."""
    time_zone: str = ""
    """An IANA name or a city; empty is the coalition's zone."""
    direct_messages: bool = False


class ParticipantSheet(Struct, frozen=True):
    """A person who takes part, or asked to, or left (``joined_at`` is None)."""

    guild_id: int
    user_id: int
    organisation: str
    title: str
    time_zone: str
    direct_messages: bool
    asked_at: datetime | None
    """Since when the person asks to be let in; None for anyone who does not, or was let in."""
    joined_at: datetime | None
    muted_until: datetime | None
    confirmed: bool = False
    """A moderator confirmed that this person speaks for the organisation."""
    language: str = ""
    """The language that they chose for what is said to them; empty for that of their Discord."""


class DraftSheet(Struct, frozen=True):
    """What someone typed into a form that was refused, to be offered again."""

    id: int
    form: str
    arguments: tuple[Any, ...]
    answers: Mapping[str, Any]
    expires_at: datetime
