"""Parts of a list line: the name, and what a page or a document writes behind it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from models.geography import countries as country
from models.names import doubts, vocabulary
from models.strings import folding
from models.terms import Kind

BEHIND = "affiliation behind the name"
"""How the column is called in which a list's lines have what is behind their names; a line may hold it yet."""
_DASH = re.compile(r"\s+[—–-]+\s+")
_OUTSIDE = re.compile(r"^[\s,;:—–|()\[\]-]+|[\s,;:—–|()\[\]-]+$")
_LINK = re.compile(r"\[?\(?<?((?:https?://|www\.)[^\s()<>\]]+)>?\)?\]?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(（]([^()（）]{2,60})[)）]\s*$")
_BEHIND = re.compile(r"(?:,|\s[—–-])\s*([^,—–()]{2,60})$")
_PERSONAL = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")
_MOST = 0.6


_BETWEEN = re.compile(r"\s+[—–-]\s+|\s*[,;:|]\s+|\s*[、，]\s*|\s*（|\s+\((?=[^()]*\)$)")
"""What is between a person's name and an affiliation."""


class Parts(Struct, frozen=True):
    """What a line says."""

    name: str
    affiliation: str = ""
    country: str = ""
    link: str = ""
    place: str = ""


def of(text: str, strong: str, link: str, kind: Kind | None) -> Parts:
    """A line whose words in ``strong`` stand out: what is outside them is behind the name. Without any, a link in
    the text alone is taken off; a plain name is never parted here, not even at a dash."""
    text = " ".join(text.split())
    strong = " ".join(strong.split())
    if found := _LINK.search(text):
        link = link or found[1]
        text = text[: found.start()] + " " + text[found.end() :]
        text = re.sub(r"\s+[—–|-]\s*$|[\s,;:]+$", "", text.strip())
    if not strong or not text.startswith(strong) or len(strong) == len(text):
        return Parts(text.strip(), link=link)
    rest = text[len(strong) :]
    if not re.match(r"\s*[—–|:(\[-]|,\s", rest) or (rest.startswith(",") and kind is not Kind.INDIVIDUAL):
        return Parts(text.strip(), link=link)
    pieces = [piece for piece in (_OUTSIDE.sub("", one) for one in _DASH.split(rest)) if piece]
    where = next((piece for piece in pieces if country.find(piece)), "")
    other = ", ".join(piece for piece in pieces if piece != where)
    individual = kind is Kind.INDIVIDUAL
    return Parts(
        strong,
        other if individual or kind is None else "",
        where,
        link,
        "" if individual or kind is None else other,
    )


def countries(names: Sequence[str]) -> list[tuple[str, str]] | None:
    """Names and countries apart, where most lines end in a country in brackets or behind a comma or dash."""
    for shape in (_BRACKET, _BEHIND):
        if len(names) < 3:
            break
        found = [shape.search(name) for name in names]
        if sum(one is not None for one in found) <= _MOST * len(names):
            continue
        coded = sum(one is not None and len(one[1].strip()) == 2 for one in found) * 2 > len(names)
        parted = [
            (name[: one.start()].strip(), one[1].strip())
            if one is not None and country.find(one[1]) and (coded or one[1].strip().casefold() != "no")
            else (name, "")
            for name, one in zip(names, found, strict=True)
        ]
        if sum(bool(where) for _, where in parted) > _MOST * len(names):
            return parted
    return None


def located(name: str) -> tuple[str, str]:
    """A name, and the country in brackets at its end. Two letters alone are none: they may be the name's own."""
    found = _BRACKET.search(name) if name.endswith((")", "）")) else None
    if found is None or not found.start():
        return name, ""
    said = found[1].strip()
    return (name[: found.start()], said) if is_country(said) else (name, "")


def is_country(said: str) -> bool:
    """Whether a text behind a name is a country, and no code of two letters."""
    return len(said) > 2 and bool(country.known(said) if said.isascii() else country.find(said))


def person(text: str) -> tuple[str, str]:
    """A person's name and the affiliation behind it. Letters behind a name (PhD, Jr.) belong to it, and of two words
    with a comma between them the second may be the first name: those stay together. So do several people."""
    if doubts.puts_families_first(text) or _are_people(text):
        return text, ""
    start = 0
    while found := _BETWEEN.search(text, start):
        name, rest = text[: found.start()].strip(), text[found.end() :].strip()
        first = re.split(r"[,;(]", rest)[0].strip()
        if first.replace(".", "").replace(" ", "").casefold() in vocabulary.BEHIND_NAMES:
            start = found.end()
            continue
        if not name or not rest or (len(name.split()) == 1 and len(rest.split()) == 1 and "," in found[0]):
            return text, ""
        return name, rest.rstrip(")）") if "(" in found[0] or "（" in found[0] else rest
    return text, ""


def is_personal(text: str) -> bool:
    """Whether a text can be a person's name: two to four words."""
    return bool(_PERSONAL.fullmatch(text))


def is_body(text: str) -> bool:
    """Whether a word of it says that it is no person's name."""
    words = folding.SEARCH(text.split(",")[0]).split()
    return is_surely_body(text) or not vocabulary.FILLERS.isdisjoint(words)


def is_surely_body(text: str) -> bool:
    """Whether a word of it says what kind of body it is: "network", "Ltd"."""
    words = folding.SEARCH(text.split(",")[0]).split()
    return any(word in vocabulary.GENERIC or word in vocabulary.LEGAL_FORMS for word in words)


def _are_people(text: str) -> bool:
    """Whether semicolons part people, rather than somebody and an affiliation."""
    names = [re.split(r"[,(]", part)[0].strip() for part in text.split(";")]
    return len(names) > 1 and all(is_personal(one) and not is_body(one) for one in names)
