"""Transliteration: whether two names in different scripts say the same words; in one script without spaces, too.

Words are compared by what they sound like (``romanisation``), since every language has several ways to spell another's.
Where words are not told apart by spaces, whole names are. Pure functions.
"""

import re

from models.names import romanisation, slips, vocabulary
from models.strings.remembered import remembered
from models.terms import Like

_VOWELLESS = vocabulary.words(
    """
    ARABIC HEBREW SYRIAC DEVANAGARI BENGALI GUJARATI GURMUKHI ORIYA TAMIL TELUGU KANNADA MALAYALAM SINHALA THAI LAO
    KHMER MYANMAR TIBETAN ARMENIAN
    """
)
"""Scripts of which no reliable vowels come out: those that write none, that leave one unsaid, or that write them in
another order."""
_RUNS_TOGETHER = ("CJK", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
_PARTICLES = vocabulary.words("al el ul ad ar as ash at az an e ye wa va lil li bil fi ha ve o no dlya dla") | {
    romanisation.latin(word) for word in vocabulary.FILLERS if not word.isascii()
}
"""Articles and prepositions, as transliterations write them apart."""
_LIQUIDS = str.maketrans("l", "r")
_LONG = 4
"""A word of so many sounds may differ in one."""


def across(one: tuple[str, ...], other: tuple[str, ...], scripts: frozenset[str]) -> Like | None:
    """Why two names in tokens of different scripts may be one; None if they say other words."""
    vowelless = not scripts.isdisjoint(_VOWELLESS)
    if not scripts.isdisjoint(_RUNS_TOGETHER):
        return Like.TRANSLITERATION if _sounds_alike(one, other, scripts, vowelless=vowelless) else None
    found = _word_by_word(list(one), list(other), vowelless=vowelless)
    return found or _word_by_word(_said(one), _said(other), vowelless=vowelless)


def _word_by_word(left: list[str], right: list[str], *, vowelless: bool) -> Like | None:
    free, lone, heard = list(right), [], 0
    for token in left:
        found = next((word for word in free if _is_same(token, word, vowelless=vowelless)), None)
        if found is None:
            lone.append(token)
        else:
            free.remove(found)
            heard += 0 if _means(token, found) else min(map(len, _sounds(token)), default=0)
    if not lone and not free:
        return Like.TRANSLITERATION if heard > 1 else None
    places = all(vocabulary.place(romanisation.latin(word)) for word in (*lone, *free))
    if heard > 2 and places and not (lone and free):
        return Like.PLACE
    shared = romanisation.sounds("".join(left)) & romanisation.sounds("".join(right))
    return Like.TRANSLITERATION if any(len(sound) >= _LONG for sound in shared) else None


def unspaced(one: str, other: str) -> bool:
    """Whether two texts without spaces are the same, written with other forms of the same characters. One letter more
    or less is a slip of a long name, another character mostly another name."""
    one, other = (text.translate(_KANA) for text in (one, other))
    if len(one) == len(other):
        differ = [pair for pair in zip(one, other, strict=True) if not _is_variant(*pair)]
        return not differ or (
            len(differ) == 1 and len(one) > 7 and not any(map(romanisation.HAN.match, differ[0]))
        )
    return (
        min(len(one), len(other)) > 7
        and slips.count(one, other, 1) == 1
        and not any(romanisation.HAN.match(letter) for letter in set(one) ^ set(other))
    )


_KATAKANA = re.compile("[\u30a1-\u30fa]+")
_KANA = {letter: letter - 0x60 for letter in range(0x30A1, 0x30F7)}
_TWICE = vocabulary.words(
    """
    台臺 云雲 里裡裏 后後 干乾幹 面麵 谷穀 钟鐘鍾 志誌 周週 余餘 准準 范範 制製 系係繫 占佔 采採 岳嶽 党黨 万萬
    与與 弁辯 鉄鐵铁 浜濱滨 島嶋 崎﨑 体體 叶葉
    """
)
"""Forms of one character of which a Chinese standard holds two, or that anyascii reads differently."""


@remembered(20_000)
def _is_variant(one: str, other: str) -> bool:
    """Whether two letters are one. Traditional, simplified and Japanese forms are read alike, and no Chinese standard
    holds two of them: GB 2312 has the simplified ones, Big5 the traditional ones. 山 and 陕 are both in GB 2312."""
    if one == other or any(one in forms and other in forms for forms in _TWICE):
        return True
    if not (romanisation.HAN.match(one) and romanisation.HAN.match(other)):
        return False
    if romanisation.latin(one) != romanisation.latin(other):
        return False
    return not any(_is_in(one, standard) and _is_in(other, standard) for standard in ("gb2312", "big5"))


def _is_in(letter: str, standard: str) -> bool:
    try:
        letter.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


def _said(tokens: tuple[str, ...]) -> list[str]:
    return [token for token in tokens if token not in _PARTICLES] or list(tokens)


@remembered(50_000)
def _is_same(token: str, word: str, *, vowelless: bool) -> bool:
    """Whether two tokens of different scripts are one word."""
    here, there = (_sounds(one) for one in (token, word))
    letters = slips.likeness(romanisation.latin(token), romanisation.latin(word))
    if not here.isdisjoint(there):
        return vowelless or letters >= (0.5 if max(map(len, here & there)) > 2 else 0.6)
    if _means(token, word):
        return True
    return (vowelless or letters >= 0.7) and any(
        min(len(x), len(y)) >= _LONG and x[0] == y[0] and slips.count(x, y, 1) == 1 for x in here for y in there
    )


def _means(token: str, word: str) -> bool:
    """Whether two words mean the same and are not said alike: a translated "foundation", a country's name."""
    one, other = romanisation.latin(token), romanisation.latin(word)
    if not _sounds(token).isdisjoint(_sounds(word)):
        return False
    same = vocabulary.meaning(one), vocabulary.place(one)
    return any(same) and same == (vocabulary.meaning(other), vocabulary.place(other))


def _sounds(token: str) -> frozenset[str]:
    return romanisation.heard(token) if token.isascii() else romanisation.sounds(token)


def _sounds_alike(
    one: tuple[str, ...], other: tuple[str, ...], scripts: frozenset[str], *, vowelless: bool
) -> bool:
    """Whether whole names sound alike, wherever their words begin."""
    here, there = ("".join(map(romanisation.latin, tokens)) for tokens in (one, other))
    x, y = romanisation.sound(here), romanisation.sound(there)
    if not scripts.isdisjoint(("CJK", "HANGUL", "THAI")):
        x, y = x.translate(_LIQUIDS), y.translate(_LIQUIDS)
    vowelless = vowelless or any(map(_KATAKANA.fullmatch, (*one, *other)))  # words of English, mostly
    letters = slips.likeness(here, there)
    shorter = min(len(x), len(y))
    if x == y:
        return shorter > 3 or (shorter > 1 and letters >= 0.8) or (shorter > 2 and vowelless)
    return shorter > 4 and (vowelless or letters >= 0.7) and slips.count(x, y) <= max(len(x), len(y)) // 6
