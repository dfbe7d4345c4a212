"""The anatomy of an organisation's name: its words, the acronym it gives itself, its numbers. Pure functions."""

import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from models.geography import countries
from models.names import cleaning, confusables, legal_forms, repair, romanisation, vocabulary
from models.strings.remembered import remembered
from models.terms import Kind

SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 14
_BRACKETS = re.compile(r"[(\[{（「【]([^()\[\]{}（）「」【】]*)[)\]}）」】]")
_DASH = re.compile(r"\s+[-–—|/:]\s+|\s*[–—|]\s*|(?<=[A-Z]{3}):\s+")
_PARTS = re.compile(r"[^\w]+")
_ACRONYM = re.compile(r"[^\W\d_][\w.&'/-]*")
_CODE = re.compile(r"(?<![\w.&])[A-Z]{2}(?![\w.&])")
_NO_CODES = vocabulary.words("AS DE IN IS IT LA MD NO")
"""Codes of countries that are rather a word, or a degree, in a name written in capitals."""
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")


class Anatomy(Struct, frozen=True):
    """What a name is made of."""

    name: str
    key: str
    """``cleaning.exact_key``: two of one key are the same name."""
    variants: tuple[tuple[str, ...], ...]
    """Its words in order, plainly written, without fillers; first the main name, then each other name that
    is in brackets, then everything together. Never empty, though a variant may be."""
    acronyms: frozenset[str]
    """What it calls itself for short: in brackets, before a dash, or as its whole name."""
    initials: frozenset[str]
    """What it could call itself: the first letters of its words, with and without fillers."""
    numbers: frozenset[str]
    scripts: frozenset[str]
    """In which its words are written; those of East Asia count as one."""
    legal: tuple[str, ...]
    places: frozenset[str] = frozenset()
    """Which places its acronym says that it is of: "CTRI-Kenya"."""
    located: frozenset[str] = frozenset()
    """Which places it says in brackets that it is of: "Network One (Kenya)"."""
    hides: bool = False
    """Whether it might be taken for a name that is written with other letters."""
    marked: str = ""
    """The name with its diacritics and without case, where it is Latin and has some."""
    written: tuple[tuple[str, ...], ...] = ()
    """The variants in their own letters, where they are not Latin; empty for a name that is Latin throughout."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the main name."""
        return self.variants[0]

    @property
    def unspaced(self) -> bool:
        """Whether it is written in a script that puts no space between words."""
        return bool(self.written) and any(map(romanisation.UNSPACED.search, self.written[0]))


plain = romanisation.words
_LATIN = frozenset(("LATIN",))
EAST_ASIAN = frozenset(("CJK",))
"""Kana and Han, as :func:`scripts` calls them."""


@remembered(50_000)
def of(name: str) -> Anatomy:
    """The anatomy of a printable name; what is before it as a line of a list is no part of it."""
    name = name[len(repair.marker(name)[0]) :]
    text = name
    if not name.isascii():
        text = legal_forms.spaced(romanisation.legible(confusables.unmixed(name)))
    inside = [part.strip() for part in _BRACKETS.findall(text)]
    outside = _BRACKETS.sub(" ", text).strip()
    acronyms: set[str] = set()
    places: set[str] = set()
    located: set[str] = set()
    others: list[str] = []
    for part in inside:
        if _is_acronym(part):
            _take(part, acronyms, places)
        elif not _belongs_to(part):
            others.append(part)
            where, rest = _placed(part)
            places |= where if _is_acronym(rest) else set()
            located |= {vocabulary.place(" ".join(plain(part)))} - {""}
    parts = [part.strip() for part in _DASH.split(outside) if part.strip()]
    kept = [part for part in parts if not _is_acronym(part)] if len(parts) > 1 else parts
    for part in parts:
        if _is_acronym(part) and part not in kept:
            _take(part, acronyms, places)
    if len(parts) == 1 and not inside and _is_acronym(outside):
        _take(outside, acronyms, places)
    every = tokens(text)
    outer = every if kept == [text] else tokens(" ".join(kept))
    main = _content(" ".join(kept), outer)
    called = [main, *(said for part in others if len(said := _content(part)) > 1)]
    if inside or kept != parts:
        called.append(_content(text, every))
    variants = list(map(_words, called))
    if not any(variants):
        variants = [tuple(plain(name)) or (name.casefold(),)]
        called = list(variants)
    latin = text.isascii() or all(map(_is_latin, called))
    forms = legal_forms.around(every)[2]
    words = _words(every)
    return Anatomy(
        name=name,
        key=cleaning.exact_key(Kind.ORGANISATION, name),
        variants=tuple(dict.fromkeys(variants)),
        acronyms=frozenset(acronyms),
        initials=_initials(_words(outer)),
        numbers=frozenset(word.lstrip("0") or "0" for word in words if _is_number(word)),
        scripts=_LATIN if latin else scripts(token for variant in called for token in variant),
        legal=forms or tuple(word for word in words if word in vocabulary.LEGAL_FORMS),
        places=frozenset(places),
        located=frozenset(located),
        hides=confusables.may_hide(name),
        marked=unicodedata.normalize("NFC", name.casefold()) if latin and not name.isascii() else "",
        written=() if latin else tuple(dict.fromkeys(called)),
    )


def marks(anatomy: Anatomy) -> frozenset[str]:
    """What an index finds a name by: the bones of its words, and what it is or could be called for short."""
    words = {f"w:{romanisation.bones(word)}" for variant in anatomy.variants for word in variant}
    for written in anatomy.written:
        words.update(f"w:{bones}" for token in written for bones in romanisation.parts(token))
    if anatomy.hides:
        words.update(
            f"w:{romanisation.bones(word.casefold())}"
            for token in anatomy.name.split()
            for word in confusables.as_letters(token)
        )
    short = {f"a:{_bare(acronym)}" for acronym in anatomy.acronyms}
    long = {f"a:{initials}" for initials in anatomy.initials if len(initials) > 2}
    return frozenset(words | short | long)


def base(letter: str) -> str:
    """A letter without its diacritics."""
    return unicodedata.normalize("NFD", letter)[0]


def tokens(text: str) -> list[str]:
    """The words of a text in their own letters."""
    return romanisation.tokens(romanisation.joined(romanisation.legible(text)))


def _content(text: str, known: list[str] | None = None) -> tuple[str, ...]:
    """The words that say something, in their own letters. A country's code in capitals is the country."""
    spelt = _CODE.sub(lambda code: _country(code[0], first=code.start() == 0), text)
    said = tokens(spelt) if known is None or spelt != text else known
    start, end, _ = legal_forms.around(said)
    said = [one for one in said[start:end] if one not in vocabulary.FILLERS and romanisation.latin(one)]
    return tuple(one for one in said if one not in vocabulary.LEGAL_FORMS) or tuple(said)


def _words(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(vocabulary.SHORT_FORMS.get(word, word) for word in map(romanisation.latin, said) if word)


def scripts(words: Iterable[str]) -> frozenset[str]:
    """In which scripts words are written."""
    return frozenset(map(_script, filter(str.isalpha, "".join(words))))


@remembered(10_000)
def _script(letter: str) -> str:
    """The script of a letter after its Unicode name; kana and Han, which one word mixes, are one."""
    script = unicodedata.name(letter, "?").split(" ")[0].split("-")[0]
    return "CJK" if script in ("HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "HALFWIDTH") else script


def _is_latin(said: Iterable[str]) -> bool:
    return all(one.isascii() or scripts((one,)) <= _LATIN for one in said)


def _country(code: str, *, first: bool) -> str:
    word = code in _NO_CODES or code.lower() in vocabulary.LEGAL_FORMS
    word = word or (first and legal_forms.stands_in_front(code.lower()))
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


def _take(text: str, acronyms: set[str], places: set[str]) -> None:
    """Note an acronym; where it says of which place the body is, that and the acronym without it."""
    acronyms.add(_bare(text))
    said, rest = _placed(text)
    if said and rest:
        places |= said
        acronyms.add(_bare(rest))


def _placed(text: str) -> tuple[set[str], str]:
    """Of which places a text with hyphens says that the body is, and the rest of it: "WHF-Mozambique"."""
    parts = _PARTS.split(text)
    said = {where for part in parts if (where := vocabulary.place(part.casefold()))}
    return said, "".join(part for part in parts if not vocabulary.place(part.casefold()))


def _bare(text: str) -> str:
    return "".join(plain(text))


def _initials(words: tuple[str, ...]) -> frozenset[str]:
    said = [word for word in words if word not in vocabulary.LEGAL_FORMS]
    content = [word for word in said if word not in vocabulary.FILLERS]
    if len(content) < 3:
        return frozenset()
    return frozenset("".join(word[0] for word in chosen) for chosen in (said, content))


def _is_number(word: str) -> bool:
    return word.isdigit() or (word not in ("i", "v", "x") and bool(word) and bool(_ROMAN.fullmatch(word)))
