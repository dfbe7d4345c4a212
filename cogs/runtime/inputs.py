"""Inputs: how options of commands are completed while typing, and read."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

import discord
from discord import app_commands

from cogs.runtime import actors, errors
from cogs.ui import words
from cogs.ui.layout import Press
from cogs.ui.refusals import Helped
from cogs.ui.states import STATES
from models import cldr, labels, translation
from models.deadlines import reader as deadlines
from models.geography import countries, time_zones
from models.letters import letters, talking_points
from models.publishing import editions
from models.refusal import Reason, Refusal, both
from models.sheets import Actor, Deadline, EditionChoice, Reading, SignatoryChoice
from models.strings import folding
from models.terms import Kind
from models.translation import N_, _
from models.views import signatory_detail

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]
Pairs = Sequence[tuple[str, str]]
"""(label, value)."""

CHOSEN = "#"
KINDS = {
    Kind.ORGANISATION: N_("organisation"),
    Kind.COMPANY: N_("company"),
    Kind.INDIVIDUAL: N_("individual"),
}
# Translators: a choice in the list of countries.
NO_COUNTRY = N_("No country")
MOST = 25
"""Discord shows so many choices (API reference, Application Command Option Choice)."""


def choices(pairs: Pairs) -> Choices:
    """(label, value) pairs as Discord takes them: at most 25, labels of at most 100 characters."""
    return [
        app_commands.Choice(name=words.clip(label, 100), value=value) for label, value in pairs[:MOST] if label
    ]


def number(text: str) -> int:
    """The id behind a chosen option or line; refuses NOT_FOUND for what was typed instead of chosen."""
    if not text.isascii() or not text.isdecimal() or len(text) > 18:
        raise Refusal(Reason.NOT_FOUND)
    return int(text)


def whole(typed: str | None) -> int:
    """A whole number as it was typed into a form; 0, which no limit takes, for anything else."""
    return int(typed) if typed and typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0


def user(text: str) -> int:
    """The id of the person who was chosen in a menu of people; refuses NOT_FOUND for anything else."""
    if not text.isascii() or not text.isdecimal() or len(text) > 19:
        raise Refusal(Reason.NOT_FOUND)
    return int(text)


async def deadline(
    interaction: Interaction,
    day: str,
    hour: str,
    zone: str,
    otherwise: str,
    route: str = "",
    *arguments: object,
    since: datetime | None = None,
    beside: Callable[[], object] = lambda: None,
) -> Deadline:
    """A deadline as it was typed, in this person's language; refuses as ``reader.read`` does.

    For a command ``route`` with ``arguments`` is where a press of one of several readings goes on: its zone and its
    instant, in seconds since 1970, are the last arguments, which :func:`chosen` reads. For a form it is the form
    itself, whose fields are named day, hour and zone.
    ``since``: what came after that has not passed.
    ``beside`` reads the rest of the form, so that all that is wrong with it is said at once.
    """
    locale, now = interaction.locale.value, min(since or interaction.created_at, interaction.created_at)
    read = partial(deadlines.read, day, hour, zone, now, otherwise=otherwise, locale=locale, last_day=True)
    try:
        return (await asyncio.to_thread(both, read, beside))[0]  # the first text in a language takes long
    except Refusal as refusal:
        if not route:
            raise
        readings: Sequence[Reading] = refusal.values.get("readings", ())
        about = [(*arguments, one.zone, int(one.instant.timestamp())) for one in readings]
        buttons = (
            Press(words.reading(one), route, interaction.guild_id or 0, each)
            for one, each in zip(readings, about, strict=True)
        )
        raise Helped(refusal, *buttons) from None


def instant(stamp: int) -> datetime:
    """The instant (aware UTC) that a button carries, in seconds since 1970. Refuses NOT_FOUND where no calendar has it:
    no button of ours carries such a number, but anybody can send one."""
    try:
        return datetime.fromtimestamp(stamp, UTC)
    except (ValueError, OverflowError, OSError):  # each of them, by the number and the system
        raise Refusal(Reason.NOT_FOUND) from None


def chosen(name: str, stamp: int, home: str, now: datetime) -> Deadline:
    """One of several readings, as its button carries it: shown in ``home``, an IANA zone, and in the zone that it
    came from. Refuses OUTDATED for what is no zone, IN_THE_PAST and TOO_FAR."""
    came_from = time_zones.known(name)
    if came_from is None:
        raise Refusal(Reason.OUTDATED)
    at = deadlines.require_ahead(instant(stamp), now)
    return Deadline(at, home, date_only=False, chosen=came_from if came_from != home else "")


Offers = Callable[[Interaction, Actor, str], Awaitable[Pairs]]
"""What fits what is typed so far."""


class Completed(app_commands.Transformer):
    """An option that is completed while it is typed; the command gets what was chosen or typed.

    ``what`` it is, for the log; ``most`` characters, where it may be a new one.
    """

    def __init__(self, what: str, offers: Offers, most: int | None = None) -> None:
        self._what, self._offers, self._most = what, offers, most
        super().__init__()

    @property
    def min_value(self) -> int | None:
        """The smallest length that Discord takes: 1 where there is a longest, else none."""
        return 1 if self._most is not None else None

    @property
    def max_value(self) -> int | None:
        """The longest text that Discord takes, in characters; None for Discord's own limit."""
        return self._most

    async def transform(self, _interaction: Interaction, value: str, /) -> Any:
        """Give the command the text as it was typed or chosen."""
        return value

    async def autocomplete(self, interaction: Interaction, typed: str, /) -> Choices:  # type: ignore[override]
        """Offer completions. A completion can answer with no sentence: an error is reported, and nothing is
        offered."""
        try:
            return choices(await self._offers(interaction, await actors.actor_in(interaction), typed))
        except Exception as error:
            errors.quietly(error, f"completing {self._what}")
            return []


class Numbered(Completed):
    """One of which the command gets the number; NOT_FOUND for what was typed instead of chosen."""

    async def transform(self, _interaction: Interaction, value: str, /) -> int:
        """Give the command the number; NOT_FOUND for what was typed instead of chosen."""
        return number(value)


class Named(Completed):
    """A signatory, of which the command gets the id: chosen, or typed in full where the name stands for one alone, on
    the letter where one is given; NOT_FOUND otherwise. A chosen one comes with a mark before its id, because a name
    may be a number."""

    async def transform(self, interaction: Interaction, value: str, /) -> int:
        """Give the command the id; NOT_FOUND if the name stands for none or several."""
        if value.startswith(CHOSEN) and value[len(CHOSEN) :].isdecimal():
            return number(value.removeprefix(CHOSEN))
        found = await _found(interaction, await actors.actor_in(interaction), value)
        exact = [one.id for one in found if one.name.casefold() == value.strip().casefold()]
        if len(exact) != 1:
            raise Refusal(Reason.NOT_FOUND)
        return exact[0]


class Spoken(Completed):
    """A language that we speak, of which the command gets the tag: chosen, or typed as a tag or by its own name;
    NO_LANGUAGE otherwise."""

    async def transform(self, _interaction: Interaction, value: str, /) -> str:
        """Give the command the tag; NO_LANGUAGE for a language that we don't speak."""
        typed = value.strip().casefold()
        named = (tag for tag in translation.languages() if cldr.language_name(tag).casefold() == typed)
        tag = translation.offered(typed) or next(named, "")
        if not tag:
            raise Refusal(Reason.NO_LANGUAGE)
        return tag


class KindOption(app_commands.Transformer):
    """What a name is, chosen from the three that there are."""

    @property
    def choices(self) -> list[app_commands.Choice[str | int | float]]:
        """The three kinds, as Discord lists them."""
        return [app_commands.Choice(name=KINDS[kind], value=kind.value) for kind in Kind]

    async def transform(self, _interaction: Interaction, value: str, /) -> Kind:
        """Give the command the kind that was chosen."""
        return Kind(value)


async def _letters(interaction: Interaction, actor: Actor, typed: str) -> Pairs:
    """The letters that this person may see and whose label holds what is typed; those that live come first."""
    found = await interaction.client.store.read(letters.list_, actor)
    labelled = [(f"{words.clip(one.title, 85)} ({labels.letter_state(one.state)})", one) for one in found]
    plain = folding.SEARCH(typed)
    return [(label, str(one.id)) for label, one in labelled if plain in folding.SEARCH(f"{one.title} {label}")]


async def _signatories(interaction: Interaction, actor: Actor, typed: str) -> Pairs:
    """Names that fit, on the letter that was chosen before where one was."""
    return [(_labelled(one), f"{CHOSEN}{one.id}") for one in await _found(interaction, actor, typed)]


async def _found(interaction: Interaction, actor: Actor, typed: str) -> Sequence[SignatoryChoice]:
    search, letter_id = signatory_detail.search, _letter_id(interaction)
    found: Sequence[SignatoryChoice] = await interaction.client.store.read(search, actor, letter_id, typed)
    return found


def _labelled(one: SignatoryChoice) -> str:
    """``Riverlight (on the list) · Keep it safe``: a long name is cut before what tells two of one name apart."""
    tail = f" ({_(STATES[one.state])})"
    if one.letter_title:
        tail = f" · {words.clip(one.letter_title, 35)}{tail}"
    return words.clip(one.name, 100 - len(tail)) + tail


async def _editions(interaction: Interaction, actor: Actor, typed: str) -> Pairs:
    """Published lists of the letter that was chosen before, or of the only one, newest first."""
    found = await interaction.client.store.read(editions.list_, actor, _letter_id(interaction))
    labelled = [(_edition(one), str(one.number)) for one in found]
    return [(label, value) for label, value in labelled if typed.strip() in label]


def _edition(one: EditionChoice) -> str:
    day, name = words.utc(one.cut_at), labels.edition(one.name)
    # Translators: a published list in a menu: its number, what it was published for and when.
    return _("no. {number} ({name}), {day}", number=one.number, name=name, day=day)


async def _subjects(interaction: Interaction, actor: Actor, typed: str) -> Pairs:
    """Subjects of the talking points, of the letter where one was chosen before."""
    found = await interaction.client.store.read(talking_points.subjects, actor, _letter_id(interaction), typed)
    return [(subject, subject) for subject in found if len(subject) <= 100]


async def _countries(_interaction: Interaction, _actor: Actor, typed: str) -> Pairs:
    """Countries by name, code or usual short form; *No country* while nothing is typed, or what begins so."""
    found, none = [(name, code) for code, name in countries.search(typed)], (_(NO_COUNTRY), countries.NONE)
    plain = typed.strip().casefold()
    if plain in ("", countries.NONE):
        return [none, *found]
    return [*found[: MOST - 1], none] if _(NO_COUNTRY).casefold().startswith(plain) else found


async def _zones(_interaction: Interaction, _actor: Actor, typed: str) -> Pairs:
    """IANA time zones."""
    return [(name, name) for name in time_zones.search(typed)]


async def _languages(_interaction: Interaction, _actor: Actor, typed: str) -> Pairs:
    """Languages that we speak, as they call themselves."""
    named = [(cldr.language_name(tag), tag) for tag in translation.languages()]
    plain = folding.SEARCH(typed)
    return [(name, tag) for name, tag in named if plain in folding.SEARCH(f"{name} {tag}")]


def _letter_id(interaction: Interaction) -> int | None:
    """The letter that was chosen in another option of the same command."""
    chosen = getattr(interaction.namespace, "letter", None)
    return number(chosen) if chosen is not None else None


OneKind = app_commands.Transform[Kind, KindOption]
Letter = app_commands.Transform[int, Numbered("a letter", _letters)] | None
Signatory = app_commands.Transform[int, Named("a signatory", _signatories)]
Edition = app_commands.Transform[int, Numbered("a published list", _editions)] | None
Subject = app_commands.Transform[str, Completed("a subject", _subjects)]
NewSubject = app_commands.Transform[str, Completed("a subject", _subjects, talking_points.LONGEST_SUBJECT)]
Country = app_commands.Transform[str, Completed("a country", _countries)]
Language = app_commands.Transform[str, Spoken("a language", _languages)] | None
# Translators: at most 100 characters. An option of commands that make a file.
IN_LANGUAGE = N_("The file's language. Leave blank for the language the coalition uses")
Zone = app_commands.Transform[str, Completed("a time zone", _zones)]


def uploaded(interaction: discord.Interaction[Any], ids: Sequence[str] | None) -> discord.Attachment | None:
    """The file that was sent in with a form, by what ``forms.Upload`` answered; None where there is none.

    discord.py resolves it for a form that it still remembers; ours outlive a restart.
    """
    data: Any = interaction.data
    held = data.get("resolved", {}).get("attachments", {})
    found = next((held[one] for one in ids or () if one in held), None)
    return discord.Attachment(data=found, state=interaction._state) if found is not None else None
