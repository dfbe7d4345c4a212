"""Presence: whether somebody is still in the server, asked of Discord at the moment of need.

The bot has no intent for members, so nobody tells it who left. It learns it where that costs nothing or one request:
an old button pressed in a direct message, and a direct message that Discord does not deliver. It does not ask about
every participant at the end of each vote: one request a person, for a number that only a quorum in per cent uses.
"""

import asyncio

import discord
from discord.utils import utcnow

from cogs.runtime import messages
from cogs.runtime.bot import Bot
from models.participants import participants


async def look(client: Bot, guild_id: int, user_id: int) -> None:
    """Ask, and write down who is not there any more. Where Discord does not answer, nothing is known."""
    guild = client.get_guild(guild_id)
    if guild is None:
        return
    try:
        async with asyncio.timeout(messages.PATIENCE):
            await guild.fetch_member(user_id)
    except discord.NotFound:
        await gone(client, guild_id, user_id)
    except (discord.HTTPException, discord.RateLimited, OSError, TimeoutError):
        return


async def gone(client: Bot, guild_id: int, user_id: int) -> None:
    """Discord said that this person is not in the server: they no longer take part."""
    await client.store.write(participants.gone, utcnow(), guild_id, user_id)
