"""How a room marks its methods: which button, menu or form each of them answers."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar, get_args

from discord.app_commands import Transformer

from cogs.ui.forms import Form

Handler = TypeVar("Handler", bound=Callable[..., Awaitable[Any]])


class Reply(Enum):
    """How a press or command is answered: privately, in place of the message with the button, or with a form."""

    PRIVATELY = auto()
    """With a new message that only this person sees."""
    IN_PLACE = auto()
    """By redrawing the private message that holds the button."""
    WITH_FORM = auto()
    """With a form; nothing may be written before it is sent in."""


@dataclass(frozen=True, slots=True)
class Route:
    """One method of a room and how to call it."""

    handler: Callable[..., Awaitable[Any]]
    answers: Reply
    converters: tuple[Callable[[str], Any], ...]
    form: Form | None = None
    newer: int = 0
    """This many of the last arguments have a default: addresses that an earlier version drew lack them."""


def press(route: str, answers: Reply = Reply.PRIVATELY) -> Callable[[Handler], Handler]:
    """Mark ``async def handler(self, interaction, actor, *arguments) -> Card | OpenForm | None`` for a button or menu.

    Arguments come from the address, converted by their annotations (int, str, an enum, an id that is an option of a
    command as well); one with a text as its default may be missing in an address of an earlier version. A menu's
    chosen values are in ``values``, a keyword-only argument, where the handler asks for it.
    A method may serve several routes, and a command.
    """
    return _mark(route, answers, None, leading=3)


def form(asked: Form, answers: Reply = Reply.PRIVATELY) -> Callable[[Handler], Handler]:
    """Mark ``async def handler(self, interaction, actor, answers, *arguments) -> Card`` for a submitted form."""
    return _mark(asked.route, answers, asked, leading=4)


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
