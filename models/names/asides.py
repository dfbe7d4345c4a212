"""Asides: what stands between the names of a list and is none, such as thanks, a total or "and 14 others". The words
are in ``asides.toml``. Pure functions."""

import re

from models.strings import data_files, folding

_PHRASES = {name: data_files.phrases(text) for name, text in data_files.read(__file__).items()}
_WORDS = {name: frozenset(map(folding.SEARCH, phrases)) for name, phrases in _PHRASES.items()}
_WITHHELD = _WORDS["withheld"] | _WORDS["sections"]
_LONE = _WORDS["courtesies"] | _WORDS["closings"] | _WORDS["endings"]
_MARKED = _WORDS["closings"] | _WORDS["endings"]
_OPENINGS = tuple(f"{one} " for one in sorted(_WORDS["requests"]))
"""Behind these anything may follow: a name that a message asks for."""
_MARK = re.compile(r"[,!.;:–—،、，]\s")
_TELEPHONE = re.compile(r"[^\w+(]*[+(]?\d[\d\s()./+-]{5,}\d\W*")
_LONGEST_INITIALS = 5
_DIGITS = 7
"""A number of fewer digits is no telephone's."""
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_PAGE = re.compile(
    r"(?:page|seite|pagina|página|strona|strana|oldal|sida|side|страница|сторінка) \d+(?:\W+(?:\w+\W+)?\d+)?"
    r"|\d+ (?:organi[sz]ations?|individuals?|signator(?:y|ies)|names|companies)\b"
    r"(?: (?:have|has|so far|signed|and \d+)\b.*|\W*(?:\d.*)?)|sent from my .*"
    r"|(?:many )?thank(?:s| you) (?:everyone|everybody|all|again|so much)\b.*|please add (?:us|me|my|our)\b.*|@\w.*",
    re.IGNORECASE,
)
"""The number of a page, what was counted, thanks, a request, somebody's handle."""


def is_withheld(text: str) -> bool:
    """Whether a text stands where a name should, and says that there is none, or what the names below it are."""
    return folding.SEARCH(text) in _WITHHELD and not _is_short_name(text)


def is_aside(text: str) -> bool:
    """Whether a text is no name: it only stands between names, or is a remark in brackets."""
    return is_in_brackets(text) or stands_between(text)


def is_in_brackets(text: str) -> bool:
    """Whether a text is a remark in brackets, which is about the name above it."""
    return bool(_IN_BRACKETS.fullmatch(text.strip()))


def stands_between(text: str) -> bool:
    """Whether a text only stands between names: thanks, the end of a message, a request, a total, "and 14 others", a
    telephone number, the number of a page; or announces what follows with a colon at its end."""
    said = text.strip()
    plain = folding.SEARCH(said)
    if said.endswith((":", "：")) or _PAGE.fullmatch(said):
        return True
    if (plain in _LONE and not _is_short_name(said)) or plain.startswith(_OPENINGS):
        return True
    before, *behind = map(folding.SEARCH, _MARK.split(said, maxsplit=1))
    if behind and (before in _MARKED or (before in _WORDS["sums"] and _is_total(f"total {behind[0]}"))):
        return True
    return _is_total(plain) or _counts_others(said, plain) or _is_telephone(said)


def says_how_many(text: str) -> bool:
    """Whether a text is only a word for how many there are, which needs what follows: "Many"."""
    return folding.SEARCH(text) in _WORDS["beside"]


def _is_total(plain: str) -> bool:
    """A word for a total, a number, and at most what was counted."""
    found = re.fullmatch(r"(\D+?) ?\d[\d ]*(?: \w+){0,2}", plain)
    return found is not None and found[1].strip() in _WORDS["totals"]


def _counts_others(said: str, plain: str) -> bool:
    """Nothing but numbers and words for others, of whom there are some beside a number or an "and"."""
    words = plain.split()
    if "%" in said:  # a share counts nobody
        return False
    if (unnumbered := re.sub(r"[\d\s]", "", plain)) in _WORDS["counted"]:
        return len(unnumbered) < len(plain)
    others = [word for word in words if word in _WORDS["others"]]
    beside = [word for word in words if word in _WORDS["beside"] or word.isdigit()]
    return bool(others) and len(others) + len(beside) >= len(words) and (bool(beside) or said.startswith("+"))


def _is_telephone(said: str) -> bool:
    """A number of a telephone, with or without a word for it."""
    label, _, rest = said.partition(":") if ":" in said else said.partition(" ")
    number = rest if folding.SEARCH(label) in _WORDS["telephones"] else said
    return bool(_TELEPHONE.fullmatch(number)) and sum(c.isdigit() for c in number) >= _DIGITS


def _is_short_name(said: str) -> bool:
    """Few capitals alone are what somebody is called: "USW", "HI", "IDEM"."""
    return said.isupper() and len(said) <= _LONGEST_INITIALS
