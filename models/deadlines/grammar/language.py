"""A language in which days and hours are typed: its months and weekdays, the order of its numbers, its words.

Months, weekdays and orders are those of the Unicode CLDR as Babel carries it, so that all languages of Discord are
there; the rest is ``models.deadlines.grammar.vocabulary``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from msgspec.structs import asdict

from models.deadlines.grammar.vocabulary import Vocabulary, languages
from models.strings import folding

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMERALS = "〇一二三四五六七八九"
_KANJI = re.compile(rf"(?:[{_NUMERALS}]?十[{_NUMERALS}]?|[{_NUMERALS}]+)(?=[時点分日月週年かヶケカヵ箇个個])")
"""Numbers in East Asian numerals before what is counted; elsewhere they are parts of words."""
_SPOKEN_AS = {"nb": "da", "nn": "da", "no": "da"}
"""Languages whose words for days and hours are in the table of another one."""


def plain(text: str) -> str:
    """Small letters without diacritics, digits of every script as 0 to 9, one space between words."""
    folded = folding.DEADLINES(text)
    return folded if text.isascii() else _KANJI.sub(_digits, folded)


def _digits(found: re.Match[str]) -> str:
    tens, ten, ones = found[0].rpartition("十")
    if not ten:
        return "".join(str(_NUMERALS.index(numeral)) for numeral in ones)
    return str((_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0))


@dataclass(frozen=True, eq=False)
class Language:
    """What the grammar (``models.deadlines.grammar.phrase``) needs of a language."""

    code: str
    months: Mapping[str, frozenset[int]]
    """1 to 12 by every spelling; one spelling may be two months."""
    weekdays: Mapping[str, int]
    """0 is Monday."""
    orders: tuple[str, ...]
    """How two numbers with a slash between them are read: ``dm``, ``md``, or both where neither is safe."""
    vocabulary: Vocabulary


@cache
def named(code: str) -> Language:
    """The language of a locale such as ``fr``, ``pt-BR`` or ``en_GB``; English where it is unknown or empty."""
    locale = _locale(code) or Locale("en")
    words = words_of(locale.language)
    months: dict[str, set[int]] = {}
    for spellings in _forms(locale.months):
        for number, name in spellings:
            for spelling in _spellings(name):
                months.setdefault(spelling, set()).add(number)
    weekdays = {
        spelling: number
        for spellings in _forms(locale.days)
        for number, name in spellings
        for spelling in _spellings(name)
    }
    for extra in filter(None, words.extra.split("|")):
        spelling, meaning = extra.rsplit("=", 1)
        if meaning.isdecimal():
            months.setdefault(spelling, set()).add(int(meaning))
        else:
            weekdays[spelling] = _WEEKDAYS.index(meaning)
    return Language(
        locale.language,
        {spelling: frozenset(numbers) for spelling, numbers in months.items()},
        weekdays,
        _orders(locale),
        words,
    )


@cache
def words_of(code: str) -> Vocabulary:
    """The words of a language, those of English where it has none of its own, in plain form."""
    words = languages().get(code) or languages()[_SPOKEN_AS.get(code, "en")]
    return Vocabulary(**{key: plain(value) for key, value in asdict(words).items()})


def is_known(code: str) -> bool:
    """Whether there is such a locale."""
    return _locale(code) is not None


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def _forms(names: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterable[Iterable[tuple[int, str]]]:
    """Full and shortened names, as they are in a sentence and alone. One letter is no name of a day."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield names[context][width].items()


def _spellings(name: str) -> Iterable[str]:
    """As given and without the full stop; from the CLDR's four letters also the three that people write."""
    spelling = plain(name)
    yield spelling
    short = spelling.removesuffix(".")
    yield short
    if len(short) == 4 and spelling.endswith("."):
        yield short[:3]
    if short == "sep":
        yield "sept"


def _orders(locale: Locale) -> tuple[str, ...]:
    """English is written by Americans, month first, and by all others, day first; nobody's client says which."""
    if locale.language == "en":
        return ("dm", "md")
    pattern = re.sub(r"'[^']*'", "", locale.date_formats["short"].pattern)
    return ("dm",) if pattern.index("d") < pattern.index("M") else ("md",)
