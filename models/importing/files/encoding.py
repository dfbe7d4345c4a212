"""In which encoding a file of text was saved: by its mark, as UTF-8, else by the words and countries that each of the
old encodings makes of it."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from babel.languages import get_official_languages
from msgspec import Struct

from models.geography import countries
from models.importing.columns import wording
from models.refusal import Reason, Refusal
from models.strings import cldr_files, data_files

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WESTERN = ("fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "ca", "gl", "eu", "ga", "sq")
_CENTRAL = ("cs", "sk", "pl", "hu", "ro", "hr", "sl", "sq", "bs", "de")
_BALTIC = ("lt", "lv", "et", "pl")
_CYRILLIC = ("ru", "uk", "bg", "sr", "mk", "be")
_FAMILIES = (
    (("cp1252", "mac_roman", "cp850"), _WESTERN),
    (("cp1250", "iso8859_2", "mac_latin2", "cp852"), _CENTRAL),
    (("cp1254", "mac_turkish", "cp857"), ("tr", "az")),
    (("cp1257", "iso8859_13", "iso8859_4", "cp775"), _BALTIC),
    (("cp1251", "koi8_u", "iso8859_5", "mac_cyrillic", "cp866"), _CYRILLIC),
    (("cp1253", "iso8859_7", "mac_greek"), ("el",)),
    (("cp1255", "iso8859_8"), ("he",)),
    (("cp1256", "iso8859_6"), ("ar", "fa")),
    (("cp874",), ("th",)),
    (("cp1258",), ("vi",)),
    (("cp932", "euc_jp"), ("ja",)),
    (("gb18030",), ("zh",)),
    (("cp950",), ("zh_Hant",)),
    (("cp949",), ("ko",)),
)
"""Encodings that programs really save lists in, with the languages for which they do; the likeliest of those that read
alike first."""
_LOOKED_AT = 60_000
"""Bytes that are enough to tell encodings apart."""
_CLOSE = 0.35
"""Two readings so near to each other are both shown."""
_MARKS_OF_TEXT = frozenset("‘’“”„‚«»‹›–—…•€£§°·®™\xa0ºª¡¿№′")


class _Letters(Struct, frozen=True):
    """How often a language writes a letter, and one after another."""

    single: dict[str, float]
    after: dict[str, float]


def decode(data: bytes) -> list[tuple[str, str]]:
    """Encoding and text, the likeliest first; a second one where both read well and differently.

    Refuses UNREADABLE_FILE for what is no text.
    """
    found = list(_decoded(data))
    shown = found[0][1][:4000]
    controls = sum(shown.count(chr(code)) for code in (*range(9), *range(14, 27)))
    if controls > len(shown) // 50:
        raise Refusal(Reason.UNREADABLE_FILE)
    return [
        (name, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
        for name, text in found
    ]


def _decoded(data: bytes) -> Iterator[tuple[str, str]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            side = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, encoding)
            yield side, data[len(mark) :].decode(side, errors="replace")
            return
    if len(data) > 20 and data[1:400:2].count(0) > 100 > data[:400:2].count(0):
        yield "utf-16-le", data.decode("utf-16-le", errors="replace")
        return
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    # UTF-8 of which a few letters were lost: its other letters beyond ASCII come as sequences.
    if not lost or lost * 4 < sum(c > "\x7f" for c in text):
        yield "utf-8", text
        return
    best = sorted(_readings(data), key=lambda one: -one[0])
    if not best:
        yield "cp1252", data.decode("cp1252", errors="replace")
        return
    for score, encoding in best[:2]:
        if score > best[0][0] - _CLOSE:
            yield encoding, data.decode(encoding, errors="replace")


def _readings(data: bytes) -> Iterator[tuple[float, str]]:
    """Every encoding that makes a text of its own of the bytes, with how well it reads."""
    cut = data[:_LOOKED_AT]
    if len(data) > _LOOKED_AT and b"\n" in cut:
        cut = cut[: cut.rindex(b"\n") + 1]
    spoken = _spoken(cut)
    read_as: dict[str, tuple[str, str, list[str]]] = {}
    for encodings, languages in _FAMILIES:
        for encoding in encodings:
            try:
                text = cut.decode(encoding)
            except UnicodeDecodeError:
                continue
            if telling := _telling(text):
                read_as.setdefault(telling, (encoding, text, []))[2].extend(languages)
    for telling, (encoding, text, spoken_in) in read_as.items():
        score = max(_score(telling, language) + (language in spoken) * 0.5 for language in set(spoken_in))
        old_mac = 0.4 if encoding.startswith("mac_") and b"\r" in cut and b"\n" not in cut else 0.0
        yield score + _recognised(text) + old_mac - _misplaced(text, telling), encoding


def _misplaced(text: str, telling: str) -> float:
    """What marks take away that stand where none can: one that closes before a word, one that never closes."""
    wrong = len(re.findall(r"(?<!\w)[’›»”–—…·®°§](?=[^\W\d_])", telling))
    wrong += sum(abs(text.count(one) - text.count(other)) for one, other in ("‹›", "«»"))
    return 6.0 * wrong / max(1, sum(character > "\x7f" for character in telling))


def _telling(text: str) -> str:
    """The words that hold letters beyond ASCII; all others read alike."""
    words = re.findall(r"\S*[^\x00-\x7f]\S*", text)
    return " ".join(dict.fromkeys(words[:3000]))


def _score(text: str, language: str) -> float:
    """The mean logarithm of how usual each letter beyond ASCII is in this language, behind the letter before it."""
    letters = _letters(language)
    total, count = 0.0, 0
    before = " "
    for character in text:
        if character > "\x7f":
            count += 1
            total += _usual(letters, before, character)
        elif before > "\x7f":
            total += 0.3 * _usual(letters, before, character)
            count += 0.3  # type: ignore[assignment]
        before = character
    return total / max(1, count)


def _usual(letters: _Letters, before: str, character: str) -> float:
    if character in _MARKS_OF_TEXT:
        # A mark is beside words, not inside them.
        return -9.0 if before.isalpha() and character in "°·®ºª§£¿¡€№" else -4.0
    small = character.casefold() if character != "İ" else "i̇"
    odd = -3.0 if character.isupper() and before.islower() else 0.0
    if before.isascii() and before.isalpha() and (character > "\u0370" and character.isalpha()):
        odd -= 6.0  # two alphabets in one word
    pair = letters.after.get(before.casefold() + small, 0.0)
    return odd + math.log(0.7 * pair + 0.3 * letters.single.get(small, 0.0) + 1e-6)


def _recognised(text: str) -> float:
    """What countries and headings add whose letters beyond ASCII read right."""
    cells = dict.fromkeys(
        cell.strip(" \"'")
        for cell in re.split(r"[\n\t;,|]", text[:20_000])
        if not cell.isascii() and len(cell) < 40
    )
    known = sum(
        bool(countries.meanings(cell)) or wording.exact(wording.plain(cell)) is not None for cell in cells
    )
    return min(1.5, 0.75 * known)


def _spoken(data: bytes) -> frozenset[str]:
    """Languages of the countries that are named most, in letters that all encodings share, and of their addresses."""
    text = data.decode("ascii", errors="replace")
    codes = Counter(
        code
        for cell in re.split(r"[\n\t;,|]", text[:20_000])
        if 3 < len(cell.strip()) < 40 and "\ufffd" not in cell and (code := countries.known(cell.strip(' "')))
    )
    codes.update(end.upper() for end in re.findall(r"\.([a-z]{2})\b(?=[/\s;,\"]|$)", text[:20_000]))
    most = [code for code, count in codes.most_common(2) if count * 3 >= sum(codes.values())]
    return frozenset(
        language.replace("_Hans", "").replace("no", "nb")
        for code in most
        for language in get_official_languages(code, de_facto=True)
    )


@cache
def _letters(language: str) -> _Letters:
    single: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    own = _words().get(language, "")
    for text in (*_names(language), *[own] * 6):
        folded = f" {text.casefold()} "
        single.update(folded)
        pairs.update(first + second for first, second in pairwise(folded))
    if language == "ro":  # with a comma below in the CLDR, with a cedilla in the old encodings
        for counted in (single, pairs):
            for text, count in list(counted.items()):
                counted[text.translate(str.maketrans("șț", "şţ"))] += count
    every = sum(single.values()) or 1
    return _Letters(
        {letter: count / every for letter, count in single.items()},
        {pair: count / (single[pair[0]] or 1) for pair, count in pairs.items()},
    )


@cache
def _words() -> dict[str, str]:
    """Words of bodies' names by language; the rest of what is known of its letters are the CLDR's own names in it."""
    words = data_files.read(__file__, "words")
    return {language: " ".join(text.split()) for language, text in words.items()}


def _names(language: str) -> Iterator[str]:
    """What the CLDR calls countries, languages, scripts and currencies in a language."""
    known = cldr_files.read(language)
    for part in ("territories", "languages", "scripts", "currency_names"):
        yield from (text for text in known.get(part, {}).values() if isinstance(text, str))
