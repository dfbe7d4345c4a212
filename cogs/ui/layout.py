"""The parts that cards are laid out from, each inside Discord's limits.

A :class:`Card` is what a room answers with: pure data made from sheets, drawn the same way for a private answer,
a public message and a direct message.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import discord
from discord import ui
from msgspec import Struct

from cogs.ui.addresses import MARK, Address, Sort
from cogs.ui.direction import directed
from cogs.ui.words import clip

TEXT_LIMIT = 4000
"""Characters of all text displays of one message together (discord.py: ``LayoutView.content_length``)."""
CONTENT_LIMIT = 2000
"""Characters of a plain message (API reference, Create Message)."""
DESCRIPTION_LIMIT = 1024
"""Characters of what a picture shows (API reference, Media Gallery Item; Attachment)."""
LABEL_LIMIT = 80
OPTION_LIMIT = 25


class Accent(Enum):
    """What the stripe beside a card says."""

    OPEN = discord.Colour(0x3B6FD4)
    GOOD = discord.Colour(0x2E8B57)
    WAIT = discord.Colour(0xC98A1B)
    BAD = discord.Colour(0xB3413A)
    QUIET = discord.Colour(0x7A7F87)


ButtonStyle = discord.ButtonStyle
PRIMARY, SECONDARY = ButtonStyle.primary, ButtonStyle.secondary
SUCCESS, DANGER = ButtonStyle.success, ButtonStyle.danger


class Document(Struct, frozen=True):
    """A file that is attached to a message."""

    name: str
    data: bytes
    shows: str = ""
    """Of a picture: what it shows, in words for anyone who cannot see it. A file that has none is no picture."""


@dataclass(frozen=True)
class Card:
    """One message: either laid out (``view``) or plain ``content`` with buttons under it.

    Plain content is for messages that ping: a push for a laid-out message arrives empty on a phone.
    """

    view: ui.LayoutView | ui.View
    content: str | None = None
    files: tuple[Document, ...] = ()
    ping_role_id: int | None = None
    """The only role this message may ping."""


def _address(sort: Sort, route: str, guild_id: int, arguments: tuple[object, ...]) -> str:
    return str(Address(sort, route, guild_id, tuple(map(str, arguments))))


class Press(Struct, frozen=True):
    """A button: its label and where a press leads."""

    label: str
    route: str
    guild_id: int
    arguments: tuple[object, ...] = ()
    style: ButtonStyle = SECONDARY
    disabled: bool = False

    def item(self) -> ui.Item[Any]:
        """The button as Discord draws it."""
        return ui.Button(
            label=clip(self.label, LABEL_LIMIT),
            custom_id=_address(Sort.BUTTON, self.route, self.guild_id, self.arguments),
            style=self.style,
            disabled=self.disabled,
        )


class Link(Struct, frozen=True):
    """A button that opens an address."""

    label: str
    url: str

    def item(self) -> ui.Item[Any]:
        """The button with its address as Discord draws it."""
        return ui.Button(label=clip(self.label, LABEL_LIMIT), url=self.url)


class Option(Struct, frozen=True):
    """One line of a menu, with its value."""

    label: str
    value: str
    description: str | None = None
    chosen: bool = False


class Of(Enum):
    """What of the server a menu offers."""

    CHANNELS = discord.SelectDefaultValueType.channel
    ROLES = discord.SelectDefaultValueType.role
    PEOPLE = discord.SelectDefaultValueType.user


class Choose(Struct, frozen=True):
    """A menu of at most 25 lines, or of the server's text channels, roles or people, one of them ``chosen`` before.

    From ``least`` to ``most`` may be chosen at once; with nothing chosen a setting is cleared.
    """

    placeholder: str
    route: str
    guild_id: int
    options: Sequence[Option] | Of
    arguments: tuple[object, ...] = ()
    most: int = 1
    least: int = 1
    chosen: int | None = None

    def item(self) -> ui.Item[Any]:
        """The menu as Discord draws it."""
        about: dict[str, Any] = {
            "custom_id": _address(Sort.MENU, self.route, self.guild_id, self.arguments),
            "placeholder": clip(self.placeholder, 150),
            "min_values": self.least,
        }
        if isinstance(self.options, Of):
            if self.chosen:
                about["default_values"] = [discord.SelectDefaultValue(id=self.chosen, type=self.options.value)]
            if self.options is Of.CHANNELS:
                about["channel_types"] = [discord.ChannelType.text, discord.ChannelType.news]
            menus = {Of.CHANNELS: ui.ChannelSelect, Of.ROLES: ui.RoleSelect, Of.PEOPLE: ui.UserSelect}
            menu: ui.Item[Any] = menus[self.options](**about)
            return menu
        shown = self.options[:OPTION_LIMIT]
        options = [
            discord.SelectOption(
                label=clip(option.label, 100),
                value=option.value,
                description=clip(option.description, 100) if option.description else None,
                default=option.chosen,
            )
            for option in shown
        ]
        return ui.Select(**about, max_values=min(self.most, len(shown)), options=options)


Part = Press | Link | Choose
"""What can be in a row."""

LINE = object()
"""A dividing line between blocks."""


def row(*parts: Part) -> ui.ActionRow[Any]:
    """Up to five buttons side by side, or one menu."""
    return ui.ActionRow(*(part.item() for part in parts))


def lay_out(
    *blocks: str | ui.ActionRow[Any] | object,
    accent: Accent = Accent.QUIET,
    files: Sequence[Document] = (),
    mark: str | None = None,
) -> Card:
    """A laid-out card: texts, rows and :data:`LINE` from top to bottom; empty texts and rows are left out.

    Texts that would pass Discord's limit are clipped from the last one backwards. That is the net under cards that
    page by themselves, not a way to page. ``mark`` as in :func:`plain`.
    """
    container: ui.Container[Any] = ui.Container(accent_colour=accent.value)
    left, shown = TEXT_LIMIT, []
    for block in blocks:
        if isinstance(block, ui.ActionRow):
            if block.children:
                container.add_item(block)
        elif block is LINE:
            container.add_item(ui.Separator())
        elif block and left > 0:
            text = clip(str(block), left)
            left -= len(text)
            shown.append(ui.TextDisplay[Any](text))
            container.add_item(shown[-1])
    for text_display in shown:
        left += len(text_display.content)
        text_display.content = directed(text_display.content, left)
        left -= len(text_display.content)
    for document in files:
        # A laid-out message shows only those files that a part of it names.
        place = f"attachment://{document.name}"
        if document.shows:
            picture = discord.MediaGalleryItem(place, description=clip(document.shows, DESCRIPTION_LIMIT))
            container.add_item(ui.MediaGallery(picture))
        else:
            container.add_item(ui.File(place))
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    view.add_item(container)
    _mark(view, mark)
    return Card(view, files=tuple(files))


def plain(
    content: str,
    *parts: Part,
    ping_role_id: int | None = None,
    files: Sequence[Document] = (),
    mark: str | None = None,
) -> Card:
    """A message of plain content with at most five buttons under it: the only kind that pings.

    ``mark`` is that by which :func:`cogs.runtime.messages.find` knows the message again: it ends the custom id
    of its first
    button that is a :class:`Press`, of which there must be one.
    """
    view: ui.View = ui.View(timeout=None)
    for part in parts:
        view.add_item(part.item())
    _mark(view, mark)
    return Card(view, directed(clip(content, CONTENT_LIMIT), CONTENT_LIMIT), tuple(files), ping_role_id)


def _mark(view: ui.View | ui.LayoutView, mark: str | None) -> None:
    if mark is None:
        return
    first = next(one for one in view.walk_children() if isinstance(one, ui.Button) and one.custom_id)
    first.custom_id = f"{first.custom_id}{MARK}{mark}"
