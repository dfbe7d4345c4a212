"""Wording of headings: by which words, in about fifty languages, a column says what it holds. The words are in
``headings.toml``."""

import re
from collections.abc import Mapping
from functools import cache

from models.importing.columns.listing import Role
from models.strings import data_files, folding
from models.strings.data_files import phrases

_DATA = data_files.read(__file__, "headings")
_COLUMNS = {name: phrases(text) for name, text in _DATA["columns"].items()}
KINDS: Mapping[str, list[str]] = {kind: phrases(text) for kind, text in _DATA["kinds"].items()}
"""By which words a heading or an answer names a kind."""
LINES: Mapping[str, list[str]] = {name: phrases(text) for name, text in _DATA["lines"].items()}
"""Words of the lines above names: ``signatories`` says that names follow, the others stand beside words of kinds."""
_CONTINUOUS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that write words without spaces between them, or join endings to them."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BOTH = re.compile(
    r"\b(?:yes|si|sim|oui|ja|tak|да|y)\b(?: \w+)? (?:no|non|nao|nein|nee|nej|nei|nie|нет|не|n)\b"
)
_NEAR = 6
"""A word of no is one of printing where that follows within so many words."""
_SHORT = 4
"""A word of so many letters ("land", "ort", "ad") says little in the middle of a long heading."""


def plain(heading: str) -> str:
    """A heading as the phrases are written: folded, no punctuation, the words of "firstName" apart."""
    return folding.SEARCH(re.sub(r"[^\w\s#№\u0300-\u036f\u0900-\u1aff]", " ", spelt_out(heading)))


def spelt_out(key: str) -> str:
    """The words of a key of a program's file: "signedBy", "supported_by"."""
    return _CAMEL.sub(" ", key.replace("_", " "))


def roles(heading: str) -> list[Role]:
    """What a plain heading may say, the most telling first."""
    return [
        role
        for role in _ORDER
        if (role is Role.CONSENT and asks(heading) is False)
        or any(_counts(found, heading, role) for found in _pattern(role).finditer(heading))
    ]


def asks(heading: str) -> bool | None:
    """What a yes under a plain heading says: True that the name may be printed, False that it may not ("Anonymous?",
    "Do not publish"), None that nobody can tell. Headings that offer both answers ("yes/no") have words of a no that
    say nothing."""
    heading = _BOTH.sub(" ", heading)
    if kept := _words("kept back").search(heading):
        unclear = _words("or").search(heading) or _is_denied(heading, [kept.start()])
        return None if unclear or not _is_kept_off(heading) else False
    printing = [found.start() for found in _words("printing").finditer(heading)]
    objects = bool(printing and _words("object").search(heading))
    if printing and _is_denied(heading, printing) != objects:
        return False
    said = [
        found for found in _pattern(Role.CONSENT).finditer(heading) if _counts(found, heading, Role.CONSENT)
    ]
    said += _words("signing").finditer(heading)
    if objects:
        return True
    if not said:
        rest = _words("beside signs").sub(" ", _words("signs").sub(" ", heading))
        return True if not rest.strip() and _words("signs").search(heading) else None
    if _words("denied").search(heading):
        return False
    denied = _is_denied(heading, [one.start() for one in said])
    behind = _words("not before").sub(" ", heading[said[-1].end() :])
    return None if denied or _words("not").search(behind) else True


def _is_kept_off(heading: str) -> bool:
    """Whether words of keeping back are all of a heading, or stand beside one of names or printing: not those of
    "Private company" or "Refused visa"."""
    rest = _words("kept back").sub(" ", heading)
    if _words("printing").search(rest) or _words("of names").search(rest):
        return True
    return not _words("beside kept back").sub(" ", rest).strip()


def _is_denied(heading: str, places: list[int]) -> bool:
    """Whether a word of no is shortly before one of the places."""
    return any(
        0 < len(heading[found.start() : place].split()) <= _NEAR
        for found in _words("not").finditer(heading)
        for place in places
    )


def _counts(found: re.Match[str], heading: str, role: Role) -> bool:
    """Whether a phrase says what a heading means, though it is short: not in the middle of a long one, and half of a
    person's name only where it is all of it ("Ad", but not "Kurum adı")."""
    phrase = found[0]
    if phrase == heading:
        return True
    if role in (Role.FIRST_NAME, Role.LAST_NAME):
        return " " in phrase or (phrase.isascii() and len(phrase) > 5)
    if _CONTINUOUS.search(phrase):
        return True
    return len(phrase) > _SHORT or heading.startswith(phrase) or len(heading.split()) <= 3


def is_continuous(word: str) -> bool:
    """Whether its script puts no spaces between words."""
    return bool(_CONTINUOUS.search(word))


def exact(heading: str) -> Role | None:
    """The role of which a plain heading is the very word, so that nothing else can be meant."""
    return _exact().get(heading)


def is_name(heading: str) -> bool:
    """Whether it says that a name is there, and not whose."""
    return heading in _names()


def says_that_names_follow(heading: str) -> bool:
    """Whether it is nothing but a word for those who signed."""
    return heading in _signatories()


def is_number(heading: str) -> bool:
    """Whether it numbers the rows."""
    return heading.replace("#", "").replace("№", "").strip() in _numbers()


def is_grouping(heading: str) -> bool:
    """Whether it says of which part of a list a row is."""
    return bool(_words("grouping").fullmatch(heading))


def is_left_out(heading: str) -> bool:
    """Whether it holds what belongs to no list: a date, a telephone number, an address of the web form."""
    return bool(_words("left out").search(heading) or _words("other matters").search(heading))


def is_other_matter(heading: str) -> bool:
    """Whether a yes or a no under it is about something else than the name: a newsletter, a logo."""
    if not _words("other matters").search(heading):
        return False
    printing = _words("printing").search(heading) or _words("kept back").search(heading)
    return not (printing and any(map(is_name, heading.split())))


_ORDER = (
    Role.DECISION, Role.EMAIL, Role.WEBSITE, Role.CONSENT, Role.KIND, Role.FIRST_NAME, Role.LAST_NAME, Role.COUNTRY,
    Role.AFFILIATION, Role.PERSON, Role.POSITION, Role.NAME, Role.BRANCH, Role.PLACE, Role.NOTE,
)  # fmt: skip
"""A heading with words of several roles ("Country of your organisation") has the first of them."""


def _folded(phrase: str) -> str:
    return phrase if "[" in phrase else plain(phrase.removesuffix("*")) + "*" * phrase.endswith("*")


def _compiled(phrases: list[str]) -> re.Pattern[str]:
    parts = []
    for phrase in sorted(map(_folded, phrases), key=len, reverse=True):  # the longest that fits
        stem = phrase.removesuffix("*")
        if not stem:
            continue
        said = stem if "[" in stem else re.escape(stem)
        if _CONTINUOUS.search(stem):
            # One character alone is a word only where it stands alone.
            parts.append(said if len(stem) > 1 else rf"(?<!\w){said}(?!\w)")
        else:
            parts.append(rf"(?<!\w){said}" + (r"\w*" if phrase.endswith("*") else r"(?!\w)"))
    return re.compile("|".join(parts))


@cache
def _pattern(role: Role) -> re.Pattern[str]:
    return _compiled(_COLUMNS[role])


@cache
def _words(key: str) -> re.Pattern[str]:
    return _compiled(_COLUMNS[key])


@cache
def _names() -> frozenset[str]:
    return frozenset(map(_folded, _COLUMNS["a name"]))


@cache
def _signatories() -> frozenset[str]:
    return frozenset(map(_folded, LINES["signatories"]))


@cache
def _numbers() -> frozenset[str]:
    return frozenset(("", *map(_folded, _COLUMNS["number"])))


@cache
def _exact() -> dict[str, Role]:
    found: dict[str, Role] = {}
    for role in _ORDER:
        for phrase in map(_folded, _COLUMNS[role]):
            found.setdefault(phrase.removesuffix("*"), role)
    return found
