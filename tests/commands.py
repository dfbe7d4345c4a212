"""The commands of a bot, read from the code once in a process: each test starts a bot of its own, and to read the
options of its commands, and to ask for each text in each language of Discord, would cost half of that."""

from collections.abc import Callable
from typing import Any

from discord import app_commands
from discord.app_commands import commands as discord_commands

from cogs.runtime import commands
from models import translation

Read = Callable[[Any, dict[str, Any]], dict[str, Any]]


def share() -> None:
    """Have every bot that is made from now on take its commands' options from the first."""
    read: Read = vars(discord_commands)["_extract_parameters_from_callback"]
    served, translated = commands._served, app_commands.CommandTree.set_translator
    callbacks: dict[object, Any] = {}
    options: dict[object, dict[str, Any]] = {}

    def served_once(handler: Any, mark: Any) -> Any:
        if handler not in callbacks:
            callbacks[handler] = served(handler, mark)
        return callbacks[handler]

    def read_once(callback: Any, known: dict[str, Any]) -> dict[str, Any]:
        if callback not in options:
            options[callback] = read(callback, known)
        return options[callback]

    async def translated_where_there_are_languages(
        tree: Any, translator: app_commands.Translator | None
    ) -> None:
        await translated(tree, translator if len(translation.languages()) > 1 else None)

    setattr(commands, "_served", served_once)  # noqa: B010
    setattr(discord_commands, "_extract_parameters_from_callback", read_once)  # noqa: B010
    setattr(app_commands.CommandTree, "set_translator", translated_where_there_are_languages)  # noqa: B010
