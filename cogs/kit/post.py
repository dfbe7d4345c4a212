"""Post: every send, edit and direct message of the bot goes through here.

Nothing pings unless a card names the one role it may ping, and no request waits for ever.
"""

import asyncio
import io
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui
from discord.utils import MISSING

from cogs.kit import words
from cogs.kit.layout import DESCRIPTION_LIMIT, Card, Document

PATIENCE = 30.0
"""Seconds for one request; aiohttp alone would wait five minutes."""


def _files(documents: Sequence[Document]) -> list[discord.File]:
    return [
        discord.File(
            io.BytesIO(document.data),
            document.name,
            description=words.clip(document.shows, DESCRIPTION_LIMIT) or None,
        )
        for document in documents
    ]


def _mentions(card: Card) -> discord.AllowedMentions:
    if card.ping_role_id is None:
        return discord.AllowedMentions.none()
    return discord.AllowedMentions(
        everyone=False, users=False, roles=[discord.Object(card.ping_role_id)], replied_user=False
    )


async def begin(interaction: discord.Interaction[Any], *, in_place: bool = False) -> None:
    """Acknowledge at once: Discord waits three seconds. The answer will be seen by this person only."""
    if interaction.response.is_done():
        return
    async with asyncio.timeout(PATIENCE):
        if in_place:
            await interaction.response.defer()
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)


async def answer(interaction: discord.Interaction[Any], card: Card) -> None:
    """The private answer; after ``begin(in_place=True)`` it takes the place of the message with the button."""
    async with asyncio.timeout(PATIENCE):
        if interaction.response.is_done():
            await interaction.edit_original_response(
                content=card.content,
                view=card.view,
                attachments=_files(card.files),
                allowed_mentions=discord.AllowedMentions.none(),
            )
        else:
            await interaction.response.send_message(
                content=card.content or MISSING,
                view=card.view,  # type: ignore[arg-type]
                files=_files(card.files) or MISSING,
                ephemeral=True,
                allowed_mentions=discord.AllowedMentions.none(),
            )


async def answer_beside(interaction: discord.Interaction[Any], card: Card) -> None:
    """A private answer that leaves the message with the button as it is."""
    if not interaction.response.is_done():
        await answer(interaction, card)
        return
    async with asyncio.timeout(PATIENCE):
        await interaction.followup.send(
            content=card.content or MISSING,
            view=card.view,  # type: ignore[arg-type]
            files=_files(card.files) or MISSING,
            ephemeral=True,
            allowed_mentions=discord.AllowedMentions.none(),
        )


async def show_form(interaction: discord.Interaction[Any], modal: ui.Modal) -> None:
    """Open a form; must be the first answer to the interaction."""
    async with asyncio.timeout(PATIENCE):
        await interaction.response.send_modal(modal)


async def send(place: discord.abc.Messageable, card: Card, *, nonce: str) -> discord.Message:
    """Send to a channel or person. ``nonce`` (at most 25 characters) makes a repeat within minutes one message."""
    async with asyncio.timeout(PATIENCE):
        return await place.send(
            content=card.content,
            view=card.view,  # type: ignore[arg-type]
            files=_files(card.files),
            allowed_mentions=_mentions(card),
            nonce=nonce,
        )


async def edit(message: discord.PartialMessage, card: Card) -> None:
    """Redraw a message of ours; an edit never pings."""
    async with asyncio.timeout(PATIENCE):
        await message.edit(
            content=card.content,
            view=card.view,
            allowed_mentions=discord.AllowedMentions.none(),
        )
