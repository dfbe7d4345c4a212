"""What can be wrong with a translation that a program can see."""

import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from locales import catalogues

_LIMIT = re.compile(r"at most (\d+) characters")
_MARKUP = re.compile(r"\*\*|(?<!\*)\*(?!\*)|`|^-# |^#{1,3} |<[@#:t]|</", re.MULTILINE)
_COMMAND = re.compile(r"(?<![\w/<.])/[a-z]+(?:-[a-z]+)*")
_SPACES = re.compile(r"[ \u00a0\u202f]{2}")
"""Of every width."""
_SAME = Path(__file__).with_name("same.txt")
"""One sentence a line: what may read as it does in English in some language."""


def problems(tag: str, catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """What is wrong with the catalogue of a language, a line each; nothing if it can be used as it is."""
    said = {(one.context, _key(one)): one for one in catalogues.sentences(template)}
    have = {(one.context, _key(one)): one for one in catalogues.sentences(catalogue)}
    for which in sorted(said.keys() - have.keys(), key=str):
        yield f"{tag}: isn't in the catalogue: {which[1]!r} (python -m locales update)"
    for which in sorted(have.keys() - said.keys(), key=str):
        yield f"{tag}: is no longer said: {which[1]!r} (python -m locales update)"
    same = frozenset(_SAME.read_text(encoding="utf-8").splitlines())
    for which, message in have.items():
        if which in said and catalogues.is_translated(message):
            yield from (
                f"{tag}: {what}: {which[1]!r}" for what in _faults(message, said[which], catalogue, same)
            )


def missing(catalogue: Catalog) -> int:
    """How many sentences have no translation."""
    return sum(not catalogues.is_translated(one) for one in catalogues.sentences(catalogue))


def _key(message: Message) -> str:
    return catalogues.forms(message.id)[0]


def _faults(message: Message, said: Message, catalogue: Catalog, same: frozenset[str]) -> Iterator[str]:
    plural = not isinstance(message.id, str)
    english, forms = catalogues.forms(message.id), catalogues.forms(message.string)
    if plural and len(forms) != catalogue.num_plurals:
        yield f"has {len(forms)} plural forms, the language has {catalogue.num_plurals}"
    limit = _limit(said)
    for form in forms:
        yield from _fields(form, english, plural=plural)
        if _counted(_MARKUP, form) not in [_counted(_MARKUP, one) for one in english]:
            yield f"differs in markup: {form!r}"
        if _counted(_COMMAND, form) not in [_counted(_COMMAND, one) for one in english]:
            yield f"names other commands: {form!r}"
        if _SPACES.search(form) and not any(map(_SPACES.search, english)):
            yield f"has two spaces side by side: {form!r}"
        if limit and len(form) > limit:
            yield f"has {len(form)} characters, {limit} are allowed: {form!r}"
    if forms == english and english[0] not in same and re.search(r"[A-Za-z]{2}", _text(english[0])):
        yield "is the same as in English, and isn't in same.txt"


def _fields(form: str, english: tuple[str, ...], *, plural: bool) -> Iterator[str]:
    """Each named value stands in a translation as in English. A form of a plural may leave out the count, in words."""
    try:
        found = _names(form)
    except ValueError as error:
        yield f"has a broken brace ({error}): {form!r}"
        return
    wanted = [_names(one) for one in english]
    if plural:
        wanted += [names - {"count"} for names in wanted]
    if found not in wanted:
        yield f"holds the values {sorted(found)} instead of {sorted(wanted[-1] if not plural else wanted[1])}: {form!r}"


def _names(text: str) -> set[str]:
    """The named values, with what is done with them: an attribute or a format would be a trick."""
    return {f"{name}{'!' + how if how else ''}{':' + form if form else ''}"
            for _literal, name, form, how in string.Formatter().parse(text) if name is not None}  # fmt: skip


def _text(text: str) -> str:
    return "".join(literal for literal, *_rest in string.Formatter().parse(text))


def _counted(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(pattern.findall(text))


def _limit(message: Message) -> int | None:
    found = [int(one) for comment in message.auto_comments for one in _LIMIT.findall(comment)]
    return min(found) if found else None
