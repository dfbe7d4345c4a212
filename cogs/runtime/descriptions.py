"""Descriptions of commands in the languages that we have, for people's Discord to show. Names stay English, so that a
guide and a colleague in another language can name them; what a menu calls a command is translated as well."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from models import translation

log = logging.getLogger(__name__)

LONGEST, LONGEST_NAME = 100, 32
"""Characters of a description or a choice, and of what a menu calls a command (API reference, Application Commands)."""
MOST = 8000
"""Characters of one command with all that belongs to it, each text in its longest language (the same page)."""
Definition = Mapping[str, Any]
"""A command as Discord is told of it."""


class Descriptions(app_commands.Translator):
    """What stands in catalogues for the texts of these commands; what Discord would not take stays English."""

    def __init__(self, commands: Sequence[Definition]) -> None:
        self._commands = commands
        self._said: dict[str, dict[str, str]] = {}

    def read(self) -> None:
        """Read the catalogues, one after the other; takes a second or two."""
        longest = tuple({text: limit for command in self._commands for text, limit in _texts(command)}.items())
        for tag in translation.languages():
            if tag != translation.ENGLISH:
                self._said[tag] = dict(_taken(tag, translation.fingerprint(tag), longest))
        for command in self._commands:
            if self._size(command) > MOST:
                log.warning(
                    "the command %s is too long in another language, so it stays English", command["name"]
                )
                for said in self._said.values():
                    for text, _limit in _texts(command):
                        said.pop(text, None)

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The text for people whose Discord is in this language; None for a name, and where it stays English."""
        named = context.location in (Location.command_name, Location.group_name, Location.parameter_name)
        if named and not isinstance(context.data, app_commands.ContextMenu):
            return None
        return self._said.get(translation.known(locale.value), {}).get(string.message)

    def _size(self, one: Definition) -> int:
        texts = [one.get("description") or "", *(choice["name"] for choice in one.get("choices", ()))]
        longest = (
            max(len(text), *(len(said.get(text, "")) for said in self._said.values()), 0) for text in texts
        )
        values = sum(len(str(choice["value"])) for choice in one.get("choices", ()))
        return len(one["name"]) + sum(longest) + values + sum(map(self._size, one.get("options", ())))


def fingerprint() -> dict[str, str]:
    """What says in which words commands are described, without reading the catalogues."""
    return {tag: translation.fingerprint(tag) for tag in translation.languages()}


def _texts(command: Definition) -> Iterator[tuple[str, int]]:
    """Every text of a command that is translated, and how long it may be."""
    if "description" in command:
        yield command["description"], LONGEST
    else:
        yield command["name"], LONGEST_NAME
    for choice in command.get("choices", ()):
        yield choice["name"], LONGEST
    for option in command.get("options", ()):
        yield from _texts(option)


@cache
def _taken(tag: str, _fingerprint: str, longest: tuple[tuple[str, int], ...]) -> Mapping[str, str]:
    """What a catalogue says for these texts, if Discord takes it: a text that is too long says more in English than cut
    off. Kept for a catalogue that did not change: only the commands' own texts, not the catalogue."""
    catalogue, taken = translation.read(tag), {}
    for text, limit in longest:
        said = catalogue.gettext(text)
        if said != text and len(said) > limit:
            log.warning("in %s this has more than %s characters, so it stays English: %s", tag, limit, text)
        elif said != text:
            taken[text] = said
    return MappingProxyType(taken)
