"""Refusals in words: what is wrong, what is allowed, what can be done now. One entry for each reason."""

from datetime import datetime
from typing import Any

from cogs.kit import words
from cogs.kit.layout import Accent, Card, Part, Press, row
from cogs.kit.layout import card as lay_out
from models.refusal import Reason, Refusal

SENTENCES: dict[Reason, str] = {}
"""A template for each reason. Values come as :func:`_spoken` writes them."""


def sentence(refusal: Refusal) -> str:
    """The refusal as a member reads it."""
    values = {name: _spoken(name, value) for name, value in refusal.values.items()}
    return SENTENCES[refusal.reason].format_map(_Spoken(values))


class _Spoken(dict[str, str]):
    """A value that a verb did not give reads as nothing, rather than hiding the whole answer."""

    def __missing__(self, _name: str) -> str:
        return ""


def _spoken(name: str, value: Any) -> str:
    if isinstance(value, datetime):
        return words.moment(value)
    if name == "role_id":
        return f"the role <@&{value}>" if value else "the moderators' role"
    if isinstance(value, list | tuple):
        return words.listed((_spoken("", item) for item in value), "or")
    return words.escape(str(value))


def card(refusal: Refusal, guild_id: int, draft_id: int | None = None) -> Card:
    """The private answer, with the button that helps."""
    buttons = _buttons(refusal, guild_id, draft_id)
    return lay_out(sentence(refusal), *([row(*buttons)] if buttons else []), accent=Accent.WAIT)


def _buttons(refusal: Refusal, guild_id: int, draft_id: int | None) -> list[Part]:
    found: list[Part] = []
    if draft_id is not None:
        found.append(Press("Correct it", "draft.open", guild_id, (draft_id,)))
    return found
