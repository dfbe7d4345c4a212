"""Inputs: how options of commands are completed while typing, and read."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import wraps
from typing import Any

import discord
from discord import app_commands

from cogs.runtime import actors, errors
from cogs.ui import words
from cogs.ui.states import STATES
from models.deadlines import reader
from models.geography import countries as country
from models.geography import time_zones
from models.letters import letters as letter
from models.letters import talking_points
from models.names import cleaning
from models.publishing import editions as edition
from models.refusal import Reason, Refusal
from models.sheets import Actor, Deadline, SignatoryChoice
from models.views import signatory_detail

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]

CHOSEN = "#"
NO_COUNTRY = "No country"
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


def user(text: str) -> int:
    """The id of whoever was chosen in a menu of people; refuses NOT_FOUND for anything else."""
    if not text.isascii() or not text.isdecimal() or len(text) > 19:
        raise Refusal(Reason.NOT_FOUND)
    return int(text)


async def signatory(interaction: Interaction, actor: Actor, typed: str, letter_id: int | None = None) -> int:
    """The id behind a chosen signatory, or behind a name that was typed in full and stands for one alone, on that
    letter where one is given. NOT_FOUND otherwise.

    A chosen one comes with a mark before its id, because a name may be a number.
    """
    if typed.startswith(CHOSEN) and typed[len(CHOSEN) :].isdecimal():
        return number(typed.removeprefix(CHOSEN)) or 0
    found = await interaction.client.store.read(signatory_detail.search, actor, letter_id, typed)
    exact: list[int] = [one.id for one in found if one.name.casefold() == typed.strip().casefold()]
    if len(exact) != 1:
        raise Refusal(Reason.NOT_FOUND)
    return exact[0]


def deadline(
    interaction: Interaction,
    day: str,
    hour: str,
    zone: str,
    otherwise: str,
    route: str = "",
    *arguments: object,
    since: datetime | None = None,
) -> Deadline:
    """A deadline as it was typed, in this person's language; refuses as ``deadline.read`` does.

    For a command ``route`` with ``arguments`` is where a press of one of several readings goes on: its zone and its
    instant, in seconds since 1970, are the last arguments, which :func:`chosen` reads. For a form it is the form
    itself, whose fields are named day, hour and zone.
    ``since``: what came after that has not passed.
    """
    locale, now = interaction.locale.value, min(since or interaction.created_at, interaction.created_at)
    try:
        return reader.read(day, hour, zone, now, otherwise=otherwise, locale=locale)
    except Refusal as refusal:
        if route:
            refusal.values["again"] = (route, arguments)
        raise


def chosen(name: str, stamp: int, home: str, now: datetime) -> Deadline:
    """One of several readings, as its button carries it: shown in ``home``, an IANA zone, and in the zone that it
    came from. Refuses OUTDATED for what is no zone, IN_THE_PAST and TOO_FAR."""
    came_from = time_zones.known(name)
    if came_from is None:
        raise Refusal(Reason.OUTDATED)
    at = reader.require_ahead(datetime.fromtimestamp(stamp, UTC), now)
    return Deadline(at, home, date_only=False, chosen=came_from if came_from != home else "")


Completer = Callable[[Interaction, str], Coroutine[Any, Any, Choices]]


def _completes(what: str) -> Callable[[Completer], Completer]:
    """An autocomplete can answer with no sentence: what it raises goes to the door, and nothing is offered."""

    def decorate(completer: Completer) -> Completer:
        @wraps(completer)
        async def complete(interaction: Interaction, typed: str) -> Choices:
            try:
                return await completer(interaction, typed)
            except Exception as error:
                errors.quietly(error, f"completing {what}")
                return []

        return complete

    return decorate


@_completes("a letter")
async def letters(interaction: Interaction, typed: str) -> Choices:
    """The letters that this person may see and whose label holds what is typed; those that live come first."""
    actor = await actors.enter(interaction)
    found = await interaction.client.store.read(letter.list_, actor)
    labels = [(f"{words.clip(one.title, 85)} ({one.state})", one) for one in found]
    plain = cleaning.folded(typed)
    fitting = [(label, one) for label, one in labels if plain in cleaning.folded(f"{one.title} {label}")]
    return choices([(label, str(one.id)) for label, one in fitting])


@_completes("a signatory")
async def signatories(interaction: Interaction, typed: str) -> Choices:
    """Names that fit what is typed, on the letter that was chosen before where one was."""
    actor = await actors.enter(interaction)
    letter_id = number(getattr(interaction.namespace, "letter", None))
    found = await interaction.client.store.read(signatory_detail.search, actor, letter_id, typed)
    return choices([(_labelled(one), f"{CHOSEN}{one.id}") for one in found])


def _labelled(one: SignatoryChoice) -> str:
    """``Riverlight (on the list) · Keep it safe``: a long name is cut before what tells two of one name apart."""
    tail = f" ({STATES[one.state]})"
    if one.letter_title:
        tail = f" · {words.clip(one.letter_title, 35)}{tail}"
    return words.clip(one.name, 100 - len(tail)) + tail


@_completes("a published list")
async def editions(interaction: Interaction, typed: str) -> Choices:
    """Published lists of the letter that was chosen before, or of the only one, newest first."""
    actor = await actors.enter(interaction)
    letter_id = number(getattr(interaction.namespace, "letter", None))
    found = await interaction.client.store.read(edition.list_, actor, letter_id)
    labels = [(f"no. {one.number} ({one.name}), {words.utc(one.cut_at)}", str(one.number)) for one in found]
    return choices([(label, value) for label, value in labels if typed.strip() in label])


@_completes("a subject")
async def subjects(interaction: Interaction, typed: str) -> Choices:
    """Subjects of the talking points, of the letter where one was chosen before."""
    actor = await actors.enter(interaction)
    letter_id = number(getattr(interaction.namespace, "letter", None))
    found = await interaction.client.store.read(talking_points.subjects, actor, letter_id, typed)
    return choices([(subject, subject) for subject in found if len(subject) <= 100])


@_completes("a country")
async def countries(_interaction: Interaction, typed: str) -> Choices:
    """Countries by name, code or usual short form; *No country* while nothing is typed, or what begins so."""
    found, none = [(name, code) for code, name in country.search(typed)], (NO_COUNTRY, country.NONE)
    plain = typed.strip().casefold()
    if plain in ("", country.NONE):
        return choices([none, *found])
    return choices([*found[: MOST - 1], none] if NO_COUNTRY.casefold().startswith(plain) else found)


@_completes("a time zone")
async def zones(_interaction: Interaction, typed: str) -> Choices:
    """IANA time zones."""
    return choices([(name, name) for name in time_zones.search(typed)])
