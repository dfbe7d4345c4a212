"""Messages: every send, edit and direct message of the bot goes through here.

Nothing pings unless a card names the one role it may ping, and no request waits for ever.
"""

import asyncio
import io
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

import aiohttp
import discord
from discord import ui
from discord.utils import MISSING

from cogs.runtime import acknowledgement
from cogs.runtime.acknowledgement import Acknowledgement
from cogs.runtime.bot import Bot
from cogs.ui import words
from cogs.ui.addresses import MARK
from cogs.ui.direction import directed
from cogs.ui.layout import DESCRIPTION_LIMIT, TEXT_LIMIT, Card, Document
from models.translation import _

PATIENCE = 30.0
"""Seconds for one request; aiohttp alone would wait five minutes."""
LOOK_THROUGH = 1000
"""Messages of a place among which an own one is looked for: ten requests at most."""
CLOCKS_DIFFER = timedelta(minutes=1)
"""How far this machine's clock may be ahead of Discord's, which dates messages."""
MOST_COMPONENTS = 40
"""Of one message, those inside others too (API reference, Components)."""
ANSWERED = 40060
"""Discord's code for an interaction that was acknowledged already (API reference, JSON error codes)."""
SOON_SENT = 32 * 1024
"""Bytes of files that a first response may carry: a quarter of a second at a megabit a second. With more, Discord's
three seconds may be over before the last byte arrives: the interaction is deferred first."""
_BEGUN, _TRIED = "begun", "tried"
"""Under these names an interaction notes that it has a first response, and that one was sent, which may not have
arrived."""
WAITS = "waits"
"""Under this name an interaction holds its :class:`Acknowledgement`."""

T = TypeVar("T")


async def _even_if_cut(request: Callable[[], Awaitable[T]]) -> T:
    """Once more where the connection broke; for requests that do the same when they arrive twice."""
    try:
        return await request()
    except (aiohttp.ClientError, ConnectionError):
        return await request()


def _files(documents: Sequence[Document]) -> list[discord.File]:
    return [
        discord.File(
            io.BytesIO(document.data),
            document.name,
            description=words.clip(document.shows, DESCRIPTION_LIMIT) or None,
        )
        for document in documents
    ]


def _inert(card: Card) -> Any:
    """What is drawn, for discord.py to forget: the client hands every press to the router by itself. Of a view that
    goes on, discord.py would read the whole message at each press and build it again, to find what to call."""
    card.view.stop()
    return card.view


def _mentions(card: Card) -> discord.AllowedMentions:
    if card.ping_role_id is None:
        return discord.AllowedMentions.none()
    return discord.AllowedMentions(
        everyone=False, users=False, roles=[discord.Object(card.ping_role_id)], replied_user=False
    )


async def begin(interaction: discord.Interaction[Any], *, in_place: bool = False) -> None:
    """Respond to Discord within its three seconds: with the answer if that is ready soon, otherwise with a deferral.
    Only this person will see the answer.

    An interaction that arrives late is deferred before anything is done: Discord may have told the person that it
    failed.
    """
    if _begun(interaction) or WAITS in interaction.extras:
        return
    private: dict[str, bool] = {} if in_place else {"ephemeral": True, "thinking": True}

    async def defer() -> None:
        async with asyncio.timeout(PATIENCE):
            await _responded(interaction, lambda: interaction.response.defer(**private))

    waits = interaction.extras[WAITS] = Acknowledgement(defer, in_place=in_place)
    age = (
        discord.utils.utcnow() - interaction.created_at
    ).total_seconds() - interaction.client.clocks.surely_ahead
    if (left := acknowledgement.HOLD - max(0.0, age)) > 0:  # our clock may be further behind Discord's
        waits.within(left)
    else:
        await waits.now()


def _begun(interaction: discord.Interaction[Any]) -> bool:
    return interaction.response.is_done() or _BEGUN in interaction.extras


async def _responded(interaction: discord.Interaction[Any], respond: Callable[[], Awaitable[object]]) -> bool:
    """Send the first response; False if Discord already has another. An event that came twice never gets this far
    (``deduplication``), so what Discord has is ours, and only its reply was lost: where no other was tried, it has
    this one."""
    tried, interaction.extras[_TRIED] = _TRIED in interaction.extras, True
    try:
        await _even_if_cut(respond)
    except discord.HTTPException as error:
        if error.code != ANSWERED:
            raise
        interaction.extras[_BEGUN] = True
        return not tried
    return True


async def _first(
    interaction: discord.Interaction[Any], card: Card, respond: Callable[[], Awaitable[object]]
) -> bool:
    """Send the card as the first response, unless its files are large; False if the interaction was deferred, or has
    another response."""
    if (waits := _waiting(interaction)) is not None:
        large = sum(len(one.data) for one in card.files) > SOON_SENT
        await (waits.now() if large and not _begun(interaction) else waits.over())
    return not _begun(interaction) and await _responded(interaction, respond)


def _waiting(interaction: discord.Interaction[Any]) -> Acknowledgement | None:
    waits: Acknowledgement | None = interaction.extras.get(WAITS)
    return waits


def _there(interaction: discord.Interaction[Any], card: Card) -> Card:
    """The card as it is shown where this was pressed: with its hour, and in a server with commands as links."""
    _date(card, interaction.created_at)
    return interaction.client.command_links.link(card) if interaction.guild_id is not None else card


def _date(card: Card, at: datetime) -> None:
    """Say at what hour a private answer holds: it stays on the screen while the letter goes on."""
    said, view = directed(_("-# As of {time}", time=words.clock(at, "t")), TEXT_LIMIT), card.view
    if not isinstance(view, ui.LayoutView) or view.total_children_count >= MOST_COMPONENTS:
        return
    container = view.children[0]
    if isinstance(container, ui.Container) and view.content_length() + len(said) <= TEXT_LIMIT:
        container.add_item(ui.TextDisplay(said))


async def answer(interaction: discord.Interaction[Any], card: Card) -> None:
    """The private answer; after ``begin(in_place=True)`` it takes the place of the message with the button."""
    card, waits = _there(interaction, card), _waiting(interaction)
    in_place = waits is not None and waits.in_place
    async with asyncio.timeout(PATIENCE):
        if not await _first(interaction, card, lambda: _responding(interaction, card, in_place=in_place)):
            await _even_if_cut(lambda: interaction.edit_original_response(**_redrawn(card)))


async def answer_beside(interaction: discord.Interaction[Any], card: Card) -> None:
    """A private answer that leaves the message with the button as it is."""
    card = _there(interaction, card)
    async with asyncio.timeout(PATIENCE):
        if not await _first(interaction, card, lambda: interaction.response.send_message(**_private(card))):
            await interaction.followup.send(**_private(card))


def _responding(interaction: discord.Interaction[Any], card: Card, *, in_place: bool) -> Awaitable[object]:
    if in_place:
        return interaction.response.edit_message(**_redrawn(card))
    return interaction.response.send_message(**_private(card))


def _private(card: Card) -> dict[str, Any]:
    return {
        "content": card.content or MISSING,
        "view": _inert(card),
        "files": _files(card.files) or MISSING,
        "ephemeral": True,
        "allowed_mentions": discord.AllowedMentions.none(),
    }


def _redrawn(card: Card) -> dict[str, Any]:
    return {
        "content": card.content,
        "view": _inert(card),
        "attachments": _files(card.files),
        "allowed_mentions": discord.AllowedMentions.none(),
    }


async def show_form(interaction: discord.Interaction[Any], modal: ui.Modal) -> None:
    """Open a form; must be the first answer to the interaction."""
    async with asyncio.timeout(PATIENCE):
        await _even_if_cut(lambda: interaction.response.send_modal(modal))


async def send(place: discord.abc.Messageable, card: Card, *, nonce: str) -> discord.Message:
    """Send to a channel or person. ``nonce`` (at most 25 characters) makes a repeat within minutes one message."""
    async with asyncio.timeout(PATIENCE):
        return await _even_if_cut(
            lambda: place.send(
                content=card.content,
                view=_inert(card),
                files=_files(card.files),
                allowed_mentions=_mentions(card),
                nonce=nonce,
            )
        )


async def direct(client: Bot, user_id: int) -> discord.DMChannel:
    """The channel of someone's direct messages, opened if there is none."""
    async with asyncio.timeout(PATIENCE):
        return await _even_if_cut(lambda: client.create_dm(discord.Object(user_id)))


async def find(
    place: discord.abc.Messageable, mark: str, own_id: int, since: datetime
) -> discord.Message | None:
    """Our own message with this mark (``layout.plain``), sent after ``since`` (aware); None if none is found.

    Discord keeps a nonce for a few minutes only (API reference, Create Message); own messages and their components
    can be read later too, without the intent for content. Looks through the first thousand messages.
    """
    async with asyncio.timeout(PATIENCE):
        async for message in place.history(limit=LOOK_THROUGH, after=since - CLOCKS_DIFFER, oldest_first=True):
            if message.author.id == own_id and _bears(message, mark):
                return message
    return None


def _bears(message: discord.Message, mark: str) -> bool:
    return any(
        isinstance(part, discord.Button) and (part.custom_id or "").endswith(f"{MARK}{mark}")
        for part in _walked(message.components)
    )


def _walked(components: Sequence[Any]) -> Iterator[Any]:
    for part in components:
        yield part
        yield from _walked(getattr(part, "children", ()))


async def edit(message: discord.PartialMessage, card: Card) -> None:
    """Redraw a message of ours; an edit never pings."""
    async with asyncio.timeout(PATIENCE):
        await _even_if_cut(
            lambda: message.edit(
                content=card.content,
                view=_inert(card),
                allowed_mentions=discord.AllowedMentions.none(),
            )
        )
