"""Exits: how Discord ends the process, each way with a sentence for anyone who runs it and an exit code."""

from collections.abc import Mapping
from types import MappingProxyType

import aiohttp
import discord
from discord import app_commands

from cli import refused
from cogs.runtime.gateway import TooFewSessionsError
from models.config import ConfigError
from models.refusal import Refusal

ANOTHER_VERSION = "Install the newest version of the bot."
CLOSES: Mapping[int, str] = MappingProxyType(
    {
        4004: "Discord no longer accepts the token. Make a new one on the bot's page in the developer portal.",
        4010: "Discord refused a connection because the number of shards is wrong. Set shards to 0, so that the bot "
        "asks Discord how many it needs.",
        4011: "The bot is in too many servers for this number of connections. Set shards to 0, so that the bot asks "
        "Discord how many it needs.",
        4012: f"Discord no longer supports the version of its API that this bot uses. {ANOTHER_VERSION}",
        4013: f"This bot asks for an intent that Discord doesn't know. {ANOTHER_VERSION}",
        4014: "Discord refused the connection because the bot asked for a privileged intent, but this version never "
        "does. Check that the token belongs to this bot's application, and that nobody has changed these files.",
    }
)
"""What Discord closes the connection with for good (Gateway, Close Event Codes), and what to do."""
UNREACHABLE = (
    "I couldn't reach Discord. Check this machine's network and status.discord.com, then start the bot again."
)


class Later(ConfigError):
    """The start failed by something that passes: another start may work."""

    exit_code = 75
    """EX_TEMPFAIL of ``sysexits.h``."""


def why(error: BaseException) -> ConfigError | None:
    """The sentence that says why the bot ended, and its exit code; None for an error of our own."""
    if isinstance(error, Refusal):  # what a start writes, the disk or another program did not let it write
        return Later(refused.said(error))
    if isinstance(error, discord.LoginFailure):
        return ConfigError(
            "Discord refused the token. Copy it again from the bot's page in the developer portal."
        )
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return ConfigError(CLOSES[4014])
    if isinstance(error, discord.ConnectionClosed):
        return _closed(error.code)
    if isinstance(error, TooFewSessionsError):
        hours = -int(-error.seconds // 3600)
        return Later(
            f"The bot needs {error.wanted} connections, but Discord only lets it open {error.left} more in the next "
            f"{'hour' if hours == 1 else f'{hours} hours'}. Wait that long, and find out why the bot started so often."
        )
    if isinstance(error, discord.RateLimited):
        minutes = -int(-error.retry_after // 60)
        return Later(f"Discord asks the bot to wait {minutes} minutes. Start it again after that.")
    if isinstance(error, discord.HTTPException):
        return _answered(error)
    if isinstance(error, ConnectionError | TimeoutError | aiohttp.ClientError | discord.GatewayNotFound):
        return Later(UNREACHABLE)
    return None


def _closed(close_code: int) -> ConfigError:
    if close_code in CLOSES:
        return ConfigError(CLOSES[close_code])
    return Later(f"Discord closed the connection (code {close_code}). Start the bot again.")


def _answered(error: discord.HTTPException) -> ConfigError:
    """Discord, or what is before it, answered a request of the start with an error."""
    what = f"status {error.status}, code {error.code}"
    if error.status >= 500:
        return Later(UNREACHABLE)
    if error.status == 429:
        return Later(
            "Discord is blocking this machine for a while because it sent too many requests. Leave the bot off for an "
            "hour, then start it again."
        )
    if error.status == 401:
        return ConfigError(CLOSES[4004])
    if isinstance(error, app_commands.CommandSyncFailure):
        return ConfigError(f"Discord refused the bot's commands ({what}). {ANOTHER_VERSION}")
    if error.status == 403 and not error.code:
        return ConfigError(
            "Something between this machine and Discord refuses the connection (status 403). Check your proxy and "
            "firewall. If this machine's address is blocked, run the bot from another network."
        )
    return ConfigError(f"Discord refused something the bot needs to start ({what}). {ANOTHER_VERSION}")
