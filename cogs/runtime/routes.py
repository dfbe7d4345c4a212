"""How a room marks its methods: which command, button, menu or form each of them answers, and with what."""

import inspect
from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import Enum, auto
from typing import Any, TypeVar, get_args

import discord
from discord.app_commands import Transformer
from msgspec import Struct, field

from cogs.ui.forms import Form
from models.sheets import Actor

Handler = TypeVar("Handler", bound=Callable[..., Awaitable[Any]])


class Reply(Enum):
    """How a press or command is answered: privately, in place of the message with the button, or with a form."""

    PRIVATELY = auto()
    """With a new message that only this person sees."""
    IN_PLACE = auto()
    """By redrawing the private message that holds the button."""
    WITH_FORM = auto()
    """With a form; nothing may be written before it is sent in."""


class Call(Struct, frozen=True):
    """One press, form or command: who acts, and what Discord said of it."""

    interaction: discord.Interaction[Any]
    actor: Actor

    @property
    def guild_id(self) -> int:
        """The server that it is about; a press in a direct message names it."""
        return self.actor.guild_id

    @property
    def now(self) -> datetime:
        """When Discord took it (aware UTC): deadlines are kept by this."""
        return self.interaction.created_at


class Route(Struct, frozen=True):
    """One method of a room and how to call it."""

    handler: Callable[..., Awaitable[Any]]
    answers: Reply
    converters: tuple[Callable[[str], Any], ...]
    form: Form | None = None
    newer: int = 0
    """This many of the last arguments have a default: addresses that an earlier version drew lack them."""


def press(route: str, answers: Reply = Reply.PRIVATELY) -> Callable[[Handler], Handler]:
    """Mark ``async def handler(self, call, *arguments) -> Card | OpenForm | None`` for a button or menu.

    Arguments come from the address, converted by their annotations (int, str, an enum, an id that is an option of a
    command as well); one with a text as its default may be missing in an address of an earlier version. A menu's
    chosen values are in ``values``, a keyword-only argument, where the handler asks for it.
    A method may serve several routes, and a command.
    """
    return _mark(route, answers, None, leading=2)


def form(asked: Form, answers: Reply = Reply.PRIVATELY) -> Callable[[Handler], Handler]:
    """Mark ``async def handler(self, call, answers, *arguments) -> Card`` for a submitted form."""
    return _mark(asked.route, answers, asked, leading=3)


class Mark(Struct, frozen=True):
    """What a marked method is called by."""

    path: str
    """The groups and the name, with spaces; of an entry in a message's or person's menu its label."""
    description: str | None = None
    answers: Reply = Reply.PRIVATELY
    described: dict[str, str] = field(default_factory=dict)


def command(
    path: str, description: str, answers: Reply = Reply.PRIVATELY, /, **described: str
) -> Callable[[Handler], Handler]:
    """Mark ``async def handler(self, call, *options) -> Card | OpenForm`` for a command.

    ``path`` is its name after those of its groups, ``described`` says what its options are. Options are called by
    their parameters, without ``_id`` and without underscores around them: ``as_``, and ``_letter`` where another option
    alone reads it.
    One that is answered ``WITH_FORM`` is not acknowledged before; it may acknowledge by itself if it shows no form.
    """
    return _marked(Mark(path, description, answers, described))


def message_command(label: str) -> Callable[[Handler], Handler]:
    """Mark ``async def handler(self, call, message) -> Card`` for an entry of a message's menu."""
    return _marked(Mark(label))


def user_command(label: str, answers: Reply = Reply.PRIVATELY) -> Callable[[Handler], Handler]:
    """Mark ``async def handler(self, call, member) -> Card`` for an entry of a person's menu."""
    return _marked(Mark(label, answers=answers))


def _marked(mark: Mark) -> Callable[[Handler], Handler]:
    def decorate(handler: Handler) -> Handler:
        handler.__command__ = mark  # type: ignore[attr-defined]
        return handler

    return decorate


def _mark(route: str, answers: Reply, asked: Form | None, leading: int) -> Callable[[Handler], Handler]:
    def decorate(handler: Handler) -> Handler:
        parameters = list(inspect.signature(handler, eval_str=True).parameters.values())
        about = [one for one in parameters[leading:] if one.kind is not inspect.Parameter.KEYWORD_ONLY]
        converters = tuple(_converter(one.annotation) for one in about)
        newer = sum(isinstance(one.default, str) for one in about)
        marks = (*getattr(handler, "__routes__", ()), (route, answers, converters, asked, newer))
        handler.__routes__ = marks  # type: ignore[attr-defined]
        return handler

    return decorate


def _converter(annotation: Any) -> Callable[[str], Any]:
    """How the text of an address becomes an argument. What is an option of a command as well, which may be left out
    there, is an id here."""
    kinds = get_args(annotation) or (annotation,)
    return int if any(isinstance(one, Transformer) for one in kinds) else annotation
