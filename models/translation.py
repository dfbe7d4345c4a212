"""Translation: what people read, in the language of whoever reads it.

The English sentence stands in the code where it is said: ``_("Proposed by {who}", who=name)``. Translations are gettext
catalogues, ``locales/<language>/LC_MESSAGES/undersigned.po``; a catalogue is read when its language is first needed.
The language is that of the current task (``speaking``). English is said where a catalogue has nothing usable.
"""

import gettext
import hashlib
import io
import logging
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

log = logging.getLogger(__name__)

FOLDER = Path(__file__).resolve().parent.parent / "locales"
DOMAIN = "undersigned"
ENGLISH = "en"
UNREAD = "not read by a native speaker yet"
"""In the head of a catalogue, as its last translator, until a native speaker's name stands there."""
_ISOLATE, _END = "\u2068", "\u2069"
"""First strong isolate and its end (Unicode Bidirectional Algorithm, UAX #9)."""
_FROM_LEFT, _FROM_RIGHT = "\u2066", "\u2067"
"""Isolates of a direction that is said."""
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a sentence for translation that is said later, through ``_``: a table's entry, a default."""
    return message


def _(message: str, /, **values: object) -> str:
    """The sentence in the reader's language, with the named ``values`` put in. Texts are isolated where directions can
    mix."""
    if not message:
        return ""  # which names a catalogue's head
    return _filled(_translations(_language.get()).gettext(message), message, values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """As ``_``, for a word that means several things: ``context`` tells them apart."""
    return _filled(_translations(_language.get()).pgettext(context, message), message, values)


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """A sentence about ``count`` things in the form that the language has for this number. ``{count}`` stands for the
    number, written as the language writes numbers."""
    english = one if count == 1 else many
    values["count"] = number(count)
    return _filled(_translations(_language.get()).ngettext(one, many, count), english, values)


def number(value: int) -> str:
    """A whole number as the reader's language groups it: ``1,234``."""
    if abs(value) < 1000:
        return str(value)
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale())


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say what is said inside in this language: a tag such as ``fr`` or ``pt-BR``; English where there is none."""
    token = _language.set(known(language))
    try:
        yield
    finally:
        _language.reset(token)


def speak(language: str) -> None:
    """Speak this language in the rest of the current task."""
    _language.set(known(language))


def language() -> str:
    """The tag of the language that is spoken now: ``en``, ``pt-BR``."""
    return _language.get()


def is_unread() -> bool:
    """Whether no native speaker has read the current language's sentences yet."""
    translator = _translations(_language.get()).info().get("last-translator", "")
    return _language.get() != ENGLISH and translator in ("", UNREAD)


def locale() -> Locale:
    """The current language as Babel knows it, for numbers, dates and lists. English is that of Great Britain."""
    return _locale(_language.get())


def is_right_to_left() -> bool:
    """Whether the current language is written from right to left."""
    return (
        _language.get() != ENGLISH and locale().text_direction == "rtl"
    )  # English loads no 4 MB of Babel for it


def _holds_right_to_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(one) in ("R", "AL") for one in text)


def isolated(text: str) -> str:
    """A text of either direction, so that it does not reorder the sentence around it; unchanged where the sentence's
    language and the text run from left to right. A text in which others are isolated is a sentence or a list of ours:
    it runs as the language does, whatever it begins with (a name in another script, Discord's ``<t:…>``)."""
    if not text or not (is_right_to_left() or _holds_right_to_left(text)):
        return text
    first = _ISOLATE
    if _END in text:  # a first strong isolate does not look into those within it (UAX #9, P2)
        first = _FROM_RIGHT if is_right_to_left() else _FROM_LEFT
    return f"{first}{text}{_END}"


@cache
def languages() -> tuple[str, ...]:
    """The tags of all languages that there are catalogues for, and English, in alphabetical order."""
    found = (one.parent.parent.name for one in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return tuple(sorted({ENGLISH, *(name.replace("_", "-") for name in found)}))


def offered(tag: str) -> str:
    """The language we have for this tag, by its own name or that of its language alone: ``pt-PT`` and ``pt`` are
    ``pt-BR``, ``es-419`` is ``es``, whatever its case; empty if we have none."""
    wanted, have = tag.casefold(), {one.casefold(): one for one in languages()}
    alone = wanted.partition("-")[0]
    near = (one for name, one in have.items() if name.partition("-")[0] == alone)
    return have.get(wanted) or have.get(alone) or next(near, "")


def known(tag: str) -> str:
    """The language we have for this tag, as :func:`offered` says; English if we have none."""
    return offered(tag) or ENGLISH


@cache
def fingerprint(tag: str) -> str:
    """Eight hexadecimal digits over the catalogue of a language: with others something is said in other words. Empty
    for English, whose sentences stand in the code."""
    place = _catalogue(tag)
    return hashlib.sha256(place.read_bytes()).hexdigest()[:8] if place.is_file() else ""


def _catalogue(tag: str) -> Path:
    return FOLDER / tag.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def _locale(tag: str) -> Locale:
    try:
        return Locale.parse("en_GB" if tag == ENGLISH else tag, sep="_" if tag == ENGLISH else "-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en_GB")


@cache
def _translations(tag: str) -> gettext.NullTranslations:
    return read(tag)


def read(tag: str) -> gettext.NullTranslations:
    """The catalogue of a language, read anew; one that says everything in English where there is none, or it cannot be
    read."""
    place = _catalogue(tag)
    if tag == ENGLISH:
        return gettext.NullTranslations()
    try:
        compiled = io.BytesIO()
        with place.open("rb") as file:
            catalogue = read_po(file, locale=tag.replace("-", "_"))
        # A form that is empty would be compiled as the English one of the same place ("5 name").
        for message in [one for one in catalogue if one.pluralizable and "" in (one.string or "")]:
            catalogue.delete(message.id, message.context)
        write_mo(compiled, catalogue)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)
    except Exception as error:  # a sentence in English is better than none
        log.warning("The catalogue %s can't be read: %s", tag, error)
        return gettext.NullTranslations()


def _filled(translated: str, english: str, values: dict[str, Any]) -> str:
    if not translated.strip() and english.strip():
        translated = english  # a catalogue's blanks would be an empty card
    if not values:
        return translated
    shown = {name: isolated(value) if isinstance(value, str) else value for name, value in values.items()}
    if translated != english:
        try:
            return translated.format(**shown)
        except (LookupError, ValueError, AttributeError, TypeError) as error:
            log.warning("A sentence of the language %s can't be used: %s", _language.get(), error)
    return english.format(**shown)
