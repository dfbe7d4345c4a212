"""The anatomy of an organisation's name: its words, the acronym it gives itself, its numbers. Pure functions."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from models.geography import countries
from models.names import cleaning, repair, vocabulary
from models.terms import Kind

SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 14
_BRACKETS = re.compile(r"[(\[{（「【]([^()\[\]{}（）「」【】]*)[)\]}）」】]")
_DASH = re.compile(r"\s+[-–—|/:]\s+|\s*[–—|]\s*|(?<=[A-Z]{3}):\s+")
_ACRONYM = re.compile(r"[^\W\d_][\w.&'/-]*")
_APOSTROPHES = re.compile(r"[’'`´ʼ‘]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}|\b(?:[^\W\d_]/){1,3}[^\W\d_]\b")
"""Letters with dots or slashes between them are one word: "e. V.", "A/S", "U.S."."""
_WORD = re.compile(r"[a-z0-9]+")
_VOWELS = str.maketrans("", "", "aeiouy")
_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "k"),
    ("th", "t"),
    ("kh", "h"),
    ("x", "ks"),
)
_LETTERS = str.maketrans("zcqwj", "skkvy")
_CODE = re.compile(r"(?<![\w.&])[A-Z]{2}(?![\w.&])")
_NO_CODES = vocabulary.words("AS DE IN IS IT LA MD NO")
"""Codes of countries that are rather a word, or a degree, in a name written in capitals."""
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a name is made of."""

    name: str
    key: str
    """``names.exact_key``: two of one key are the same name."""
    variants: tuple[tuple[str, ...], ...]
    """Its words in order, plainly written, without fillers; first the main name, then each other name that
    stands in brackets, then everything together. Never empty, though a variant may be."""
    acronyms: frozenset[str]
    """What it calls itself for short: in brackets, before a dash, or as its whole name."""
    initials: frozenset[str]
    """What it could call itself: the first letters of its words, with and without fillers."""
    numbers: frozenset[str]
    scripts: frozenset[str]
    legal: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the main name."""
        return self.variants[0]


def plain(text: str) -> list[str]:
    """The words of a text in ASCII and lower case, other scripts transliterated; "e. V." is one word."""
    joined = _DOTTED.sub(lambda letters: re.sub(r"[\s./]", "", letters[0]) + " ", _APOSTROPHES.sub("", text))
    latin = joined if joined.isascii() else _romanised(joined)
    return _WORD.findall(latin.casefold().replace("&", " and ").replace("+", " and "))


@lru_cache(maxsize=50_000)
def of(name: str) -> Anatomy:
    """The anatomy of a printable name; what stands before it as a line of a list is no part of it."""
    name = name[len(repair.marker(name)[0]) :]
    inside = [part.strip() for part in _BRACKETS.findall(name)]
    outside = _BRACKETS.sub(" ", name).strip()
    acronyms: set[str] = set()
    others: list[str] = []
    for part in inside:
        if _is_acronym(part):
            acronyms.update(_acronym(part))
        elif not _belongs_to(part):
            others.append(part)
    parts = [part.strip() for part in _DASH.split(outside) if part.strip()]
    kept = [part for part in parts if not _is_acronym(part)] if len(parts) > 1 else parts
    for part in parts:
        if _is_acronym(part) and part not in kept:
            acronyms.update(_acronym(part))
    if len(parts) == 1 and not inside and _is_acronym(outside):
        acronyms.update(_acronym(outside))
    main = _content(" ".join(kept))
    called = [main, *(words for part in others if len(words := _content(part)) > 1)]
    if inside or kept != parts:
        called.append(_content(name))
    if not any(called):
        called = [tuple(plain(name)) or (name.casefold(),)]
    every = plain(name)
    return Anatomy(
        name=name,
        key=cleaning.exact_key(Kind.ORGANISATION, name),
        variants=tuple(dict.fromkeys(called)),
        acronyms=frozenset(acronyms),
        initials=_initials(plain(" ".join(kept))),
        numbers=frozenset(word.lstrip("0") or "0" for word in every if _is_number(word)),
        scripts=frozenset(unicodedata.name(c, "?").split()[0] for c in name if c.isalpha()),
        legal=tuple(word for word in every if word in vocabulary.LEGAL_FORMS),
    )


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a word, those that sound alike written alike: most typing errors leave it as it is."""
    if any(c.isdigit() for c in word):
        return word
    for sound, letter in _SOUNDS:
        word = word.replace(sound, letter)
    word = word.translate(_LETTERS)
    bones = word[:1] + word[1:].translate(_VOWELS)
    return "".join(c for place, c in enumerate(bones) if not place or c != bones[place - 1])


def marks(anatomy: Anatomy) -> frozenset[str]:
    """What an index finds a name by: the skeletons of its words, and what it is or could be called for short."""
    words = {f"w:{skeleton(word)}" for variant in anatomy.variants for word in variant}
    short = {f"a:{_bare(acronym)}" for acronym in anatomy.acronyms}
    long = {f"a:{initials}" for initials in anatomy.initials if len(initials) > 2}
    return frozenset(words | short | long)


def _content(text: str) -> tuple[str, ...]:
    """The words that say something. A country's code in capitals is the country."""
    spelt = _CODE.sub(lambda code: _country(code[0]), text)
    words = [vocabulary.SHORT_FORMS.get(word, word) for word in plain(spelt) if word not in vocabulary.FILLERS]
    return tuple(word for word in words if word not in vocabulary.LEGAL_FORMS) or tuple(words)


def _country(code: str) -> str:
    word = code in _NO_CODES or code.lower() in vocabulary.LEGAL_FORMS
    return code if word else countries.name_of(code)


def _is_acronym(text: str) -> bool:
    """One token with at least two capitals, and no more small letters than capitals ("S2B", "CTC-VZLA", "FoEI")."""
    bare = _bare(text)
    if not SHORTEST_ACRONYM <= len(bare) <= LONGEST_ACRONYM or not _ACRONYM.fullmatch(text):
        return False
    capitals = sum(c.isupper() for c in text)
    return capitals > 1 and capitals >= sum(c.islower() for c in text) and not country_code(text)


def country_code(text: str) -> bool:
    """Whether it only names a country: "(UK)" tells where, not what."""
    return bool(vocabulary.place(text.casefold())) or (len(text) == 2 and countries.name_of(text) != text)


def _belongs_to(text: str) -> bool:
    """Whether brackets only say whose part it is: "(of the Polish Academy)"."""
    first = plain(text)[:1]
    return bool(first) and (
        first[0] in vocabulary.FILLERS or first[0] in ("part", "member", "project", "hosted")
    )


def _acronym(text: str) -> set[str]:
    return {_bare(text)}


def _bare(text: str) -> str:
    return "".join(c for c in anyascii(text).casefold() if c.isalnum())


def _initials(words: list[str]) -> frozenset[str]:
    said = [word for word in words if word not in vocabulary.LEGAL_FORMS]
    content = [word for word in said if word not in vocabulary.FILLERS]
    if len(content) < 3:
        return frozenset()
    return frozenset("".join(word[0] for word in chosen) for chosen in (said, content))


def _is_number(word: str) -> bool:
    return word.isdigit() or (word not in ("i", "v", "x") and bool(word) and bool(_ROMAN.fullmatch(word)))


def _romanised(text: str) -> str:
    """In Latin letters; diacritics go first, so that "ö" is "o" and not "oe"."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) or ord(c) > 0x36F
    )
    return anyascii(bare)
