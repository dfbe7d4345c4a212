"""Sections of a journal entry: what is kept apart from what was done, so that each can be erased by itself."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any


class EntrySection(StrEnum):
    """What an entry keeps apart from what was done."""

    ACTOR = "actor"
    """The person who acted."""
    PERSON = "person"
    """The member on whom they did, what that one wrote of themselves, and what was written of them."""
    SUBJECT = "subject"
    """The name that it is about, before and after, and what was said of it, or of the letter."""


_PERSON = frozenset({"user_id", "person"})
_WORDS = ("reason", "note", "told")
"""What the person who acted wrote about it."""
_OF_THE_PERSON = frozenset({"before", "after", "organisation", *_WORDS})
"""What these say beside ``user_id`` is what that person wrote of themselves, or what was written of them."""
_SUBJECT = frozenset(
    {*_WORDS, "name", "country", "website", "affiliation", "other", "into", "authorised_by", "evidence"}
)
_CHANGED = frozenset({"before", "after"})


def parted(
    facts: Mapping[str, Any], *, about_name: bool
) -> tuple[dict[str, Any], dict[EntrySection, dict[str, Any]]]:
    """What was done, and what is kept apart from it; no section is empty."""
    apart: dict[EntrySection, dict[str, Any]] = {section: {} for section in EntrySection}
    done = {}
    for name, value in facts.items():
        if name == "actor":
            apart[EntrySection.ACTOR][name] = value
        elif name in _PERSON or (name in _OF_THE_PERSON and "user_id" in facts):
            apart[EntrySection.PERSON][name] = value
        elif name in _WORDS or (
            about_name and (name in _SUBJECT or (name in _CHANGED and isinstance(value, Mapping)))
        ):
            apart[EntrySection.SUBJECT][name] = value
        else:
            done[name] = value
    return done, {section: said for section, said in apart.items() if said}


def speaks_of(section: EntrySection, facts: Mapping[str, Any], user_id: int) -> bool:
    """Whether a section says of this person that they acted, or were acted on, or names them in the words of anyone who
    acted. In a name, which its proposer chooses, an id is no one's."""
    if section is EntrySection.SUBJECT:
        return _is_in_words(facts, user_id)
    return any(facts.get(name) == user_id for name in ("actor", *_PERSON))


def names(payload: Mapping[str, Any], user_id: int) -> bool:
    """Whether an entry of an earlier version, without sections, says this id as a number, or in the words of anyone who
    acted: or an own id in a name would empty what moderators did to it."""
    return _is_in_words(payload, user_id) or user_id in _numbers(payload)


def _is_in_words(facts: Mapping[str, Any], user_id: int) -> bool:
    alone = re.compile(rf"(?<!\d){user_id}(?!\d)")
    return any(alone.search(str(facts.get(key, ""))) for key in _WORDS)


def _numbers(value: Any) -> Iterator[int]:
    """Every whole number in a document."""
    if isinstance(value, int) and not isinstance(value, bool):
        yield value
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    for part in parts:
        yield from _numbers(part)
