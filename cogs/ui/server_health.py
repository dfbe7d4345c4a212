"""What setup found out about a server, as its card shows it."""

from dataclasses import dataclass

from models.translation import N_, _

NEEDED = ("view_channel", "send_messages", "embed_links", "attach_files", "read_message_history")
"""What the bot needs in each channel that it posts in."""
# Translators: permissions, as Discord's own settings call them in your language.
NAMES = {
    "attach_files": N_("Attach Files"),
    "create_events": N_("Create Events"),
    "create_public_threads": N_("Create Public Threads"),
    "embed_links": N_("Embed Links"),
    "manage_channels": N_("Manage Channels"),
    "manage_roles": N_("Manage Roles"),
    "manage_threads": N_("Manage Threads"),
    "read_message_history": N_("Read Message History"),
    "send_messages": N_("Send Messages"),
    "send_messages_in_threads": N_("Send Messages In Threads"),
    "view_channel": N_("View Channel"),
}
"""By their names in the API."""


@dataclass(frozen=True, slots=True)
class ChannelCheck:
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


@dataclass(frozen=True, slots=True)
class RoleCheck:
    """A chosen role, and whether the bot can give and mention it."""

    role_id: int
    exists: bool
    obstacle: str
    """Why the bot cannot give this role, as the end of a sentence; empty if it can."""
    pings: bool
    """A message of the bot that mentions the role reaches those who hold it."""


@dataclass(frozen=True, slots=True)
class Health:
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
    """A permission, by its name in the API, as Discord's settings name it in the reader's language."""
    return _(NAMES[permission])
