"""Romanisation: the words of a name in any script in plain Latin letters, and how a word may be spelt in them.

anyascii knows every script, letter by letter; what it leaves out or writes as a mark is put right here. Pure functions.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import islice, product

from anyascii import anyascii

from models.strings import data_files, folding
from models.strings.remembered import remembered

_DATA = data_files.read(__file__)
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana and Han."""
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_KANA = re.compile("[\u3041-\u30ff]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_COMPATIBLE = re.compile(
    "[\u2100-\u214f\u2460-\u24ff\u3200-\u33ff\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefc\uff00-\uffef\U0001d400-\U0001d7ff]+"
)
"""Full-width, half-width, circled and mathematical letters, ligatures, and forms that a letter takes in a word."""
_AGAIN = re.compile("(.)[々〻ゝヽ]")
_APOSTROPHES = dict.fromkeys(map(ord, "’'`´‘ʹʺʻʼʽʾʿ׳״ー"))
"""With the mark of a long vowel in kana."""
_QUOTED = re.compile('(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')
_LETTERS = str.maketrans(
    {
        # One letter in several forms.
        **dict.fromkeys("أإآٱ", "ا"), "ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه",
        **dict.fromkeys("ہھە", "ه"), "ۇ": "و", "ء": None, "ـ": None,
        **dict.fromkeys("ँंঁংਂੰઁંଂఁంಂ", "न"),
        "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
    }
)  # fmt: skip
_LATIN = str.maketrans(
    {
        "ا": "a", "ع": "e", "ي": "i", "א": "a", "ע": "e", "י": "i", "ש": "sh", "ח": "ch", "צ": "ts", "פ": "p",
        "ь": None, "Ь": None, "ߵ": None,
    }
)  # fmt: skip
"""What anyascii leaves out, or writes as a mark."""
_POINTS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Vowels that Hebrew and Arabic hardly ever write."""
_ARTICLE = re.compile("(?:[وفبك]?ال|لل)(?=...)")
_SHORT_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=..)")
_HARD = re.compile("ъ(?=[еёюяі])|ъ$")
_WORD = re.compile(r"[a-z0-9]+")
_DOTTED = re.compile(
    r"\b(?:[^\W\d_]\.\s?){2,}|\b[aikpgsAIKPGS]/[aAsS]\b|\b(?:[^\W\d_]/){1,3}[^\W\d_](?=\W*$)|\b\w\.\w{2,3}\.(?=\W*$)"
)
"""Letters with dots between them are one word, and so are forms that are written with slashes: "e. V.", "A/S"."""
_COOPERATIVE = re.compile(r"\bco-op", re.IGNORECASE)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_AND = str.maketrans({"&": " and ", "+": " and ", "＆": " and "})


def legible(text: str) -> str:
    """The words with each letter in its one usual form, without diacritics in Latin, Greek and Cyrillic."""
    if text.isascii():
        return text.replace("'", "").replace("`", "")
    text = _QUOTED.sub("", text)
    text = _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _AGAIN.sub(r"\1\1", text)
    text = folding.without_marks(text, _is_no_accent)
    return _POINTS.sub("", text).translate(_LETTERS).translate(_APOSTROPHES)


def _is_no_accent(mark: str, _base: str) -> bool:
    return not "\u0300" <= mark <= "\u036f"


def joined(text: str) -> str:
    """Forms and abbreviations with dots, slashes or hyphens as one word each: "e. V." is "eV", "Co-op" is "coop"."""
    if "." not in text and "/" not in text and "-" not in text:
        return text
    text = _COOPERATIVE.sub("coop", text)
    return _DOTTED.sub(lambda letters: re.sub(r"[\s./]", "", letters[0]) + " ", text)


def words(text: str) -> list[str]:
    """The words of a text in ASCII and lower case, other scripts transliterated; "e. V." is one word."""
    return [word for token in tokens(joined(legible(text))) if (word := latin(token))]


def tokens(text: str) -> list[str]:
    """The words of a legible text in their own letters and lower case: what is between spaces and punctuation."""
    text = text.casefold().translate(_AND)
    if text.isascii():
        return _WORD.findall(text)
    return "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in text).split()


_HANGUL = re.compile("[\uac00-\ud7a3]")
_ENDING = re.compile("[\uac00-\ud7a3](?![\uc544-\uc78f])")
"""A syllable of Hangul whose last consonant no vowel follows: the next does not begin with the silent ㅇ."""
_FINALS = {2: 1, 3: 1, 9: 8, 19: 7, 20: 7, 22: 7, 23: 7, 24: 1, 25: 7, 26: 17, 27: 0}
"""Last consonants of a syllable as they are said there, by their numbers in Unicode (section 3.12): ㅅ, ㅈ as ㄷ."""


def _neutral(syllable: re.Match[str]) -> str:
    code = ord(syllable[0])
    final = (code - 0xAC00) % 28
    return chr(code - final + _FINALS.get(final, final))


_READINGS: Mapping[str, str] = _DATA["readings"]
"""How Japanese reads characters that many names end in; anyascii reads all of them as Chinese."""
_READ = re.compile("|".join(_READINGS))


@remembered(100_000)
def latin(token: str) -> str:
    """A token in ASCII letters; empty if none are known for it. "ö" is "o", not "oe"."""
    if token.isascii():
        return token
    if _ARABIC.match(token):
        token = _ARTICLE.sub("", token, count=1) if _ARTICLE.match(token) else token
    if _HANGUL.search(token):
        token = _ENDING.sub(_neutral, token)
    if _KANA.search(token):
        token = _READ.sub(lambda found: _READINGS[found[0]], token)
    token = _HARD.sub("", token).replace("ъ", "a").replace("ու", "u").translate(_LATIN)
    found = _FOREIGN.sub(lambda run: anyascii(run[0]), token).casefold()
    return "".join(c for c in found if c.isalnum())


_CLASSES = (
    ("tsch", "k"), ("shch", "s"), ("sch", "s"), ("tch", "k"), ("sh", "s"), ("zh", "s"), ("ch", "k"), ("kh", "h"),
    ("ph", "f"), ("th", "t"), ("gh", "g"), ("bh", "b"), ("dh", "d"), ("jh", "j"), ("ck", "k"), ("mb", "nb"),
    ("mp", "np"), ("x", "ks"),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouyj")
_ALIKE = str.maketrans("zcqw", "skkv")
_FRONT = {"a": "a", "e": "e", "i": "e", "y": "e", "j": "e", "o": "o", "u": "o"}
_VOICELESS = str.maketrans("bdgveo", "ptkfaa")


@remembered(100_000)
def bones(word: str) -> str:
    """What remains of a Latin word in most spellings and transliterations: its consonants, no double ones, and which
    vowel is in front. Numbers stay as they are."""
    if not word.isalpha():
        return word
    for letters, one in _CLASSES:
        if letters in word:
            word = word.replace(letters, one)
    front = _FRONT.get(word[:1])
    said = _once((front or word[:1]) + word[1:].translate(_VOWELS)) if front else _once(word.translate(_VOWELS))
    return said[:-1] if len(said) > 1 and said.endswith("h") else said


def _once(letters: str) -> str:
    letters = letters.translate(_ALIKE)
    return "".join(c for place, c in enumerate(letters) if not place or c != letters[place - 1])


@remembered(100_000)
def sound(word: str) -> str:
    """The bones of a word with voiced consonants as voiceless ones and every vowel in front as one: so few letters
    are left that only names as a whole should be compared by them."""
    said = bones(word)
    return _once(said.translate(_VOICELESS)) if word.isalpha() else said


_WAYS: Mapping[str, Sequence[str]] = _DATA["ways"]
"""Letters that are transliterated in several ways, as they would be spelt in Latin."""
_WAY = re.compile("|".join(sorted(_WAYS, key=len, reverse=True)))
_MOST = 24
"""This many ways of one word are looked at."""


def sounds(token: str) -> frozenset[str]:
    """The sounds that a token in its own letters has, by whichever way it is transliterated."""
    return frozenset(map(sound, spellings(token)))


@remembered(20_000)
def spellings(token: str) -> frozenset[str]:
    """A token in its own letters as Latin words, one for each way in which it is transliterated; the vowels are those
    of one of them."""
    if token.isascii():
        return frozenset((token,))
    stems = [token]
    if _ARABIC.search(token):
        bare = _SHORT_ARTICLE.sub("", token, count=1)
        stems = [bare] if len(bare) > 2 else [bare, token]
        if len(bare) > 2 and bare.endswith("ه"):  # a feminine ending, silent or "t"
            stems = [bare[:-1], bare[:-1] + "ت"]
    elif _HEBREW.search(token) and len(token) > 2 and token.endswith("ה"):
        stems = [token[:-1]]
    found: set[str] = set()
    for stem in stems:
        parts = _WAY.split(stem)
        ways = [_WAYS[letters] for letters in _WAY.findall(stem)]
        if stem[:1] in "וو":
            ways[0] = ("v", "o")
        for chosen in islice(product(*ways), _MOST):
            spelt = "".join(latin(part) + way for part, way in zip(parts, (*chosen, ""), strict=True))
            found.add(spelt)
    return frozenset(found - {""})


def heard(word: str) -> frozenset[str]:
    """The sounds of a Latin word that may be a transliteration: an article of Arabic may be written as part of it."""
    found = {sound(word)}
    if (len(word) > 4 and word[:2] in ("al", "el", "ul")) or (
        len(word) > 4 and word[0] in "ae" and word[1] == word[2]
    ):
        found.add(sound(word[2:]))
    return frozenset(found)


def parts(token: str) -> frozenset[str]:
    """The bones of any word that a token may hold: of scripts without spaces, every run that may be a word."""
    if token.isascii() or not UNSPACED.search(token):
        return frozenset(map(bones, spellings(token)))
    whole = bones(latin(token))
    if HAN.search(token) and not _KANA.search(token):
        said = [latin(letter) for letter in token]
        return frozenset({bones(said[place] + said[place + 1]) for place in range(len(said) - 1)} | {whole})
    return frozenset(
        {whole[place : place + size] for size in (2, 3) for place in range(len(whole) - size + 1)} | {whole}
    )
