"""Legal forms: in which form a body is registered, in many languages and scripts, in front of its name or behind it.

Short forms of companies are those of cleanco; what it lacks is here. Pure functions.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from cleanco import termdata

from models.names import romanisation, vocabulary
from models.strings import data_files

_DATA = data_files.read(__file__)
_EAST_ASIAN = vocabulary.words(_DATA["east_asian"])
_SHORT: Mapping[str, str] = _DATA["short"]
_IN_BRACKETS = re.compile(rf"\(({'|'.join(_SHORT)})\)", re.IGNORECASE)
_LONGEST_FIRST = "|".join(sorted(_EAST_ASIAN, key=len, reverse=True))
_AT_AN_END = re.compile(rf"^\s*({_LONGEST_FIRST})|({_LONGEST_FIRST})\s*$", re.IGNORECASE)

_IN_FRONT = vocabulary.words(_DATA["in_front"])
"""Short forms in Latin letters that are in front of names. Of longer ones and in other letters all may."""
_NO_FORMS = vocabulary.words(_DATA["no_forms"])
"""What cleanco holds for a form, and is rather a word or a country in a body's name."""


def spaced(text: str) -> str:
    """A legible text in which forms of East Asian scripts are apart; short ones in brackets are written out."""
    text = _IN_BRACKETS.sub(lambda found: f" {_SHORT[found[1].casefold()]} ", text)
    for _ in range(2):  # one in front, one behind
        text = _AT_AN_END.sub(lambda found: f" {(found[1] or found[2]).casefold()} ", text.strip())
    return text


def around(tokens: Sequence[str]) -> tuple[int, int, tuple[str, ...]]:
    """Where the name itself begins and ends among its tokens, and which forms stand around it. There is always
    something between them: a body may be called like a form."""
    start, end = 0, len(tokens)
    found = []
    in_front, behind = _forms()
    while end - start > 1:
        if size := in_front.size(tokens, start, end, front=True):
            start += size
            found.append(in_front.known[tuple(tokens[start - size : start])])
        elif size := behind.size(tokens, start, end, front=False):
            end -= size
            found.append(behind.known[tuple(tokens[end : end + size])])
        else:
            break
    return start, end, tuple(sorted(found))


def stands_in_front(token: str) -> bool:
    """Whether one token is a form that is in front of a name, such as "PT"."""
    return (token,) in _forms()[0].known


class _Forms:
    """Forms as tokens, each with what it is called."""

    def __init__(self, known: dict[tuple[str, ...], str]) -> None:
        self.known = known
        self._longest = {
            front: _longest((phrase if front else phrase[::-1]) for phrase in known) for front in (True, False)
        }

    def size(self, tokens: Sequence[str], start: int, end: int, *, front: bool) -> int:
        """How many tokens of this end are a form, the most that are; always fewer than all."""
        most = self._longest[front].get(tokens[start if front else end - 1], 0)
        for size in range(min(most, end - start - 1), 0, -1):
            if tuple(tokens[start : start + size] if front else tokens[end - size : end]) in self.known:
                return size
        return 0


def _longest(phrases: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """The length of the longest phrase that begins with each token."""
    found: dict[str, int] = {}
    for phrase in phrases:
        found[phrase[0]] = max(found.get(phrase[0], 0), len(phrase))
    return found


def _phrase(form: str) -> tuple[str, ...]:
    return tuple(romanisation.tokens(romanisation.joined(romanisation.legible(form))))


@cache
def _forms() -> tuple[_Forms, _Forms]:
    """Those that may be in front, and those that may be behind: all, with those of cleanco."""
    known: dict[tuple[str, ...], str] = {}
    for form in _EAST_ASIAN:
        known[_phrase(form)] = _DATA["called_alike"].get(form, form)
    for line in _DATA["same"].strip().splitlines():
        spelt = line.split(", ")
        for one in spelt:
            known.setdefault(_phrase(one), spelt[0])
    behind = dict(known)
    for terms in (*termdata.terms_by_type.values(), *termdata.terms_by_country.values()):
        for term in terms:
            phrase = _phrase(term)
            if phrase and "".join(phrase).isalnum() and _NO_FORMS.isdisjoint(phrase):
                behind.setdefault(phrase, "".join(phrase))
    in_front = {
        phrase: called
        for phrase, called in known.items()
        if len(phrase) > 1 or not phrase[0].isascii() or phrase[0] in _IN_FRONT
    }
    return _Forms(in_front), _Forms(behind)
