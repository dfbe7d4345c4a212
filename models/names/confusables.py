"""Confusables: names that look alike though they are written with other letters, such as Cyrillic in a Latin word.

After Unicode Technical Standard 39, section 4, with disarm's tables. Two names are compared by their keys; no name is
called suspicious by itself, since every Cyrillic and Greek one has letters that look like Latin ones. Pure functions.
"""

import re
import unicodedata
from typing import Any

from models.strings.remembered import remembered

_DIGIT = re.compile(r"[^\W\d_][01]|[01][^\W\d_]")
_WORD = re.compile(r"\w+")
_CYRILLIC = dict(zip("aceiopxyABCEHIKMOPTXYSJsjhkm", "асеіорхуАВСЕНІКМОРТХУЅЈѕјһкм", strict=True))
_GREEK = dict(zip("ABEHIKMNOPTXYZov", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖον", strict=True))
_SCRIPTS = (("CYRILLIC", str.maketrans(_CYRILLIC)), ("GREEK", str.maketrans(_GREEK)))
_OWN = str.maketrans({"ν": "v", "Ν": "N", "и": "u", "т": "t", "н": "h", "в": "b", "к": "k", "м": "m", "п": "n"})
"""Letters that readers take for each other and the tables keep apart."""


def may_hide(name: str) -> bool:
    """Whether a name could be taken for another that is written differently: it has letters that are not plain Latin,
    or digits inside words."""
    return not name.isascii() or bool(_DIGIT.search(name))


def _skeleton(text: str, **policy: Any) -> str:
    import disarm  # takes most of a tenth of a second, and few names need it

    return disarm.skeleton_key(text, **policy)


@remembered(50_000)
def key(name: str) -> str:
    """Two names of one key look alike. A number stays the number that it is."""
    return "".join(word if word.isdigit() else _looks(word) for word in _WORD.findall(name))


@remembered(50_000)
def _looks(word: str) -> str:
    return "".join(filter(str.isalnum, _skeleton(word, digit_policy="tr39").translate(_OWN)))


@remembered(50_000)
def unmixed(name: str) -> str:
    """The name with each word that mixes Latin letters with Cyrillic or Greek ones in one script: in Latin where all
    its letters look Latin, else in the other."""
    if name.isascii():
        return name
    return _WORD.sub(lambda found: _in_one_script(found[0]), name)


def _in_one_script(word: str) -> str:
    if word.isascii():
        return word
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in word if c.isalpha()}
    if "LATIN" not in scripts or len(scripts) < 2:
        return word
    latin = as_latin(word)
    if latin:
        return latin
    return next((word.translate(table) for script, table in _SCRIPTS if script in scripts), word)


def as_latin(word: str) -> str:
    """The Latin word that one in other letters is taken for; empty if one of its letters looks like none."""
    seen = "".join(map(_letter, word.translate(_OWN)))
    return seen if seen.isascii() and seen.isalnum() else ""


@remembered(5_000)
def _letter(letter: str) -> str:
    if letter.isascii():
        return letter
    seen = _skeleton(letter)
    return seen.upper() if letter.isupper() else seen


def as_letters(word: str) -> frozenset[str]:
    """The Latin words that one is taken for: other letters for Latin ones, digits for letters. None for most."""
    if word.isascii():
        if not _DIGIT.search(word):
            return frozenset()
        word = word.replace("0", "o")
        return frozenset((word.replace("1", "l"), word.replace("1", "i")))
    latin = as_latin(word)
    return frozenset((latin,)) if latin else frozenset()
