"""Inputs: how options of commands are completed while typing, and read."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

import discord
from discord import app_commands

from cogs.kit import door, gate, words
from models import country, dossier, edition, letter, points, zone
from models.refusal import Reason, Refusal
from models.sheets import Actor

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]

MOST = 25
"""Discord shows so many choices (API reference, Application Command Option Choice)."""


def choices(pairs: list[tuple[str, str]]) -> Choices:
    """(label, value) pairs as Discord takes them: at most 25, labels of at most 100 characters."""
    return [
        app_commands.Choice(name=words.clip(label, 100), value=value) for label, value in pairs[:MOST] if label
    ]


def number(text: str | None) -> int | None:
    """The id behind a chosen option; refuses NOT_FOUND for what was typed instead of chosen."""
    if text is None:
        return None
    if not text.isascii() or not text.isdecimal() or len(text) > 18:
        raise Refusal(Reason.NOT_FOUND)
    return int(text)


async def signatory(interaction: Interaction, actor: Actor, typed: str) -> int:
    """The id behind a chosen signatory, or behind a name that was typed in full and stands for one alone. NOT_FOUND
    otherwise."""
    if typed.isascii() and typed.isdecimal():
        return number(typed) or 0
    found = await interaction.client.store.read(dossier.search, actor, None, typed)
    exact: list[int] = [one.id for one in found if one.name.casefold() == typed.strip().casefold()]
    if len(exact) != 1:
        raise Refusal(Reason.NOT_FOUND)
    return exact[0]


Completer = Callable[[Interaction, str], Coroutine[Any, Any, Choices]]


def _completes(what: str) -> Callable[[Completer], Completer]:
    """An autocomplete can answer with no sentence: what it raises goes to the door, and nothing is offered."""

    def decorate(completer: Completer) -> Completer:
        @wraps(completer)
        async def complete(interaction: Interaction, typed: str) -> Choices:
            try:
                return await completer(interaction, typed)
            except Exception as error:
                door.quietly(error, f"completing {what}")
                return []

        return complete

    return decorate


@_completes("a letter")
async def letters(interaction: Interaction, _typed: str) -> Choices:
    """The letters that this person may see."""
    actor = await gate.enter(interaction)
    found = await interaction.client.store.read(letter.list_, actor)
    return choices([(f"{one.title} ({one.state})", str(one.id)) for one in found])


@_completes("a signatory")
async def signatories(interaction: Interaction, typed: str) -> Choices:
    """Names on the letter that fit what is typed."""
    actor = await gate.enter(interaction)
    found = await interaction.client.store.read(dossier.search, actor, None, typed)
    return choices([(f"{one.name} ({one.state})", str(one.id)) for one in found])


@_completes("a published list")
async def editions(interaction: Interaction, typed: str) -> Choices:
    """Published lists of the letter that was chosen before, or of the only one, newest first."""
    actor = await gate.enter(interaction)
    letter_id = number(getattr(interaction.namespace, "letter", None))
    found = await interaction.client.store.read(edition.list_, actor, letter_id)
    labels = [(f"no. {one.number} ({one.name}), {words.utc(one.cut_at)}", str(one.number)) for one in found]
    return choices([(label, value) for label, value in labels if typed.strip() in label])


@_completes("a subject")
async def subjects(interaction: Interaction, typed: str) -> Choices:
    """Subjects of the talking points, of the letter where one was chosen before."""
    actor = await gate.enter(interaction)
    letter_id = number(getattr(interaction.namespace, "letter", None))
    found = await interaction.client.store.read(points.subjects, actor, letter_id, typed)
    return choices([(subject, subject) for subject in found if len(subject) <= 100])


@_completes("a country")
async def countries(_interaction: Interaction, typed: str) -> Choices:
    """Countries by name, code or usual short form."""
    return choices([(name, code) for code, name in country.search(typed)])


@_completes("a time zone")
async def zones(_interaction: Interaction, typed: str) -> Choices:
    """IANA time zones."""
    return choices([(name, name) for name in zone.search(typed)])
