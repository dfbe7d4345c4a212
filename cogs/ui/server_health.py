"""What setup found out about a server, as its card shows it."""

from msgspec import Struct

NEEDED = ("view_channel", "send_messages", "embed_links", "attach_files", "read_message_history")
"""What the bot needs in each channel that it posts in."""


class ChannelCheck(Struct, frozen=True):
    """A chosen channel; where it is gone, everything is missing."""

    channel_id: int
    exists: bool
    missing: tuple[str, ...]
    """Permissions that the bot lacks there, as Discord names them."""
    open_to_all: bool
    """Everyone in the server can read it."""

    @property
    def reachable(self) -> bool:
        """Whether a plain message of the bot can be posted there."""
        return self.exists and not {named("view_channel"), named("send_messages")} & set(self.missing)


class RoleCheck(Struct, frozen=True):
    """A chosen role, and whether the bot can give and mention it."""

    role_id: int
    exists: bool
    obstacle: str
    """Why the bot cannot give this role, as the end of a sentence; empty if it can."""
    pings: bool
    """A message of the bot that mentions the role reaches those who hold it."""


class Health(Struct, frozen=True):
    """Everything that setup checks in one server."""

    announcements: ChannelCheck | None
    proposals: ChannelCheck | None
    moderators: ChannelCheck | None
    member: RoleCheck | None
    moderator: RoleCheck | None
    menders: tuple[str, ...]
    """Mentions of those who can grant permissions and give roles."""
    welcome: ChannelCheck | None = None


def named(permission: str) -> str:
    """A permission as Discord's settings name it."""
    return permission.replace("_", " ").title()
