"""Command links: in a server a reader presses a command instead of typing it (API reference, Message Formatting).

Cards name commands as ``/review``. Where a card goes to a server, each name becomes ``</review:id>``, with the id that
Discord gave; in direct messages, files and texts to be copied it stays a name.
"""

import re
from collections.abc import Iterable, Mapping

from discord import ui

from cogs.ui import words
from cogs.ui.layout import CONTENT_LIMIT, TEXT_LIMIT, Card


class CommandLinks:
    """The commands of this application with their ids."""

    def __init__(self, paths: Iterable[str] = (), ids: Mapping[str, int] | None = None) -> None:
        """``paths`` are those of all commands, such as ``manage letter text``; ``ids`` those of their first words."""
        self._ids = ids or {}
        known = sorted((path for path in paths if path.split()[0] in self._ids), key=len, reverse=True)
        names = "|".join(map(re.escape, known))
        # What is in code is shown as it is; addresses and what somebody typed are left alone.
        found = rf"`[^`]*`|{words.BEFORE_COMMAND}/({names}){words.AFTER_COMMAND}"
        self._pattern = re.compile(found) if known else None

    def link(self, card: Card) -> Card:
        """The card for a server. Texts that would pass Discord's limit with their links keep the names."""
        content = card.content
        if content is not None:
            linked = self._linked(content)
            content = linked if len(linked) <= CONTENT_LIMIT else content
        texts = [one for one in card.view.walk_children() if isinstance(one, ui.TextDisplay)]
        left = TEXT_LIMIT - sum(len(one.content) for one in texts)
        for one in texts:
            linked = self._linked(one.content)
            if (more := len(linked) - len(one.content)) <= left:
                one.content, left = linked, left - more
        return Card(card.view, content, card.files, card.ping_role_id)

    def _linked(self, text: str) -> str:
        return self._pattern.sub(self._one, text) if self._pattern is not None else text

    def _one(self, found: re.Match[str]) -> str:
        path = found.group(1)
        return f"</{path}:{self._ids[path.split()[0]]}>" if path else found.group(0)
