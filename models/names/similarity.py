"""Likeness: whether two names may stand for the same body, and why. A suggestion to a human, never a decision.

Rare words weigh more than common ones; differing places, numbers and contrasts such as north and south speak against.
"""

from models.names import confusables, parsing, romanisation, transliteration, vocabulary
from models.names.alignment import Alignment, Weigh, align, soft
from models.names.parsing import Anatomy
from models.terms import Like

ENOUGH = 0.85
"""From this share of the weight of both names on, what they have in common is a likeness."""
EXTRA = 0.34
"""At most so much of the longer name may be words that the shorter one lacks."""
COGNATES = 0.5
"""This many of the words must be related before a short acronym, which bodies share by chance, counts."""
SHORT = 3
_TITLES = vocabulary.DEGREES | {romanisation.latin(title) for title in vocabulary.TITLES}


_NO_NAMES = _TITLES | {""}
STRONG = frozenset(
    {
        Like.MARKED,
        Like.SAME,
        Like.LOOKALIKE,
        Like.SPELLING,
        Like.LEGAL_FORM,
        Like.ORDER,
        Like.TRANSLITERATION,
        Like.ACRONYM,
    }
)
"""Reasons that make a row of a list doubtful; the others go along with it for anyone who reviews."""


def compare(one: str, other: str, weigh: Weigh = vocabulary.weight) -> Like | None:
    """Why two organisations' names may mean one body; None if nothing suggests it."""
    a, b = parsing.of(one), parsing.of(other)
    if a.key == b.key:
        return Like.SAME
    if _is_hidden(a, b):
        return Like.LOOKALIKE
    if a.numbers != b.numbers and a.numbers and b.numbers:
        return None
    if _are_apart(a.places, b.places) or _are_apart(_countries(a), _countries(b)):
        return None
    if a.written or b.written:
        return _in_other_letters(a, b, weigh)
    return _in_words(a, b, weigh)


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _countries(a: Anatomy) -> frozenset[str]:
    """Those in its brackets; a town may lie in one of them."""
    return frozenset(place for place in a.located if "/" not in place)


def _is_hidden(a: Anatomy, b: Anatomy) -> bool:
    """Whether one is written so that it looks like the other."""
    return (
        (a.hides or b.hides)
        and a.variants != b.variants
        and (
            confusables.key(a.name) == confusables.key(b.name)
            or (bool(a.legal or b.legal) and confusables.key(_said(a)) == confusables.key(_said(b)))
        )
    )


def _said(a: Anatomy) -> str:
    """The main name in its own letters, without legal forms."""
    return " ".join((a.written or a.variants)[0])


def _in_other_letters(a: Anatomy, b: Anatomy, weigh: Weigh) -> Like | None:
    """Two names of which one at least is not in Latin letters."""
    one, other = a.written or a.variants, b.written or b.variants
    if a.scripts.isdisjoint(b.scripts):
        found = _same_acronym(a, b)
        scripts = a.scripts | b.scripts
        for left in one:
            for right in other:
                found = _better(found, transliteration.across(left, right, scripts))
        return found
    if a.unspaced and b.unspaced:
        if any(transliteration.unspaced("".join(left), "".join(right)) for left in one for right in other):
            return Like.SPELLING if a.legal == b.legal else Like.LEGAL_FORM
        return _same_acronym(a, b)
    return _in_words(a, b, weigh)


def _in_words(a: Anatomy, b: Anatomy, weigh: Weigh) -> Like | None:
    found = _same_acronym(a, b)
    if found and (_is_only(a) or _is_only(b)):
        return found
    if a.marked and b.marked and _differ_in_a_marked_letter(a.marked, b.marked):
        return found
    for left in a.variants:
        for right in b.variants:
            like = _judge(a, b, align(left, right, weigh), weigh, len(left) + len(right))
            if like in STRONG and (left, right) == (a.words, b.words) and bool(a.located) != bool(b.located):
                like = Like.PLACE  # which one has in brackets
            found = _better(found, like)
    return found


def compare_people(one: str, other: str) -> Like | None:
    """Why two individuals' names may mean one person; titles, order and initials do not tell people apart, nor does
    a middle name or an affiliation that only one has."""
    here, there = person_words(one), person_words(other)
    if (
        parsing.scripts((*here, *there)) == parsing.EAST_ASIAN
    ):  # a name without a space, and many are read alike
        if transliteration.unspaced("".join(here), "".join(there)):
            return Like.PERSON if len("".join(here)) > 1 else None
        if any(map(romanisation.HAN.search, (*here, *there))):
            return Like.ORDER if sorted(here) == sorted(there) else None
    a, b = (tuple(map(romanisation.latin, tokens)) for tokens in (here, there))
    if len(a) < 2 or len(b) < 2:
        return None
    if parsing.scripts(here).isdisjoint(parsing.scripts(there)):
        found = transliteration.across(here, there, parsing.scripts(here) | parsing.scripts(there))
        return found if found is Like.TRANSLITERATION else None
    if a == b:
        return Like.PERSON
    if sorted(a) == sorted(b):
        return Like.ORDER
    if a[-1] == b[-1] and len(a[-1]) > 1 and _initial(a[0], b[0]):
        return Like.SPELLING
    if len(a) == len(b) and all(map(soft, a, b)):
        return Like.SPELLING
    shorter, longer = sorted((a, b), key=len)
    return Like.PERSON if all(any(soft(word, its) for its in longer) for word in shorter) else None


def _differ_in_a_marked_letter(one: str, other: str) -> bool:
    """Whether one letter alone tells two names apart, and both were written with care for it: "Müller" and "Möller"."""
    if len(one) != len(other):
        return False
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return (
        len(differ) == 1 and not any(map(str.isascii, differ[0])) and len({*map(parsing.base, differ[0])}) > 1
    )


def _judge(a: Anatomy, b: Anatomy, found: Alignment, weigh: Weigh, size: int) -> Like | None:
    left, right = sum(map(weigh, found.left)), sum(map(weigh, found.right))
    total = 2 * found.common + left + right
    if not found.common or not total:
        return None
    if not found.left and not found.right:
        return _written_differently(a, b, found)
    lone = found.left or found.right
    if not (found.left and found.right):
        if a.numbers != b.numbers and any(word.isdigit() for word in lone):
            return None
        if all(map(vocabulary.is_region, lone)):
            return None  # the body of a continent beside one that is not
        if vocabulary.place(" ".join(lone)) or all(
            vocabulary.place(word) or word in vocabulary.BRANCHES for word in lone
        ):
            return Like.PLACE if found.telling or len(found.shared) > 1 else None
        if found.telling < 2 and not vocabulary.INSTITUTIONS.isdisjoint(found.shared):
            return None  # a town has a university, a medical one and one of technology
        enough = (left + right) / (found.common + left + right) <= EXTRA
        return Like.WORDS if enough and found.telling else None
    if _contradict(found):
        return None
    plain = all(weigh(word) <= 0.3 for word in (*found.left, *found.right))
    alike = 2 * found.common / total
    if alike >= ENOUGH and (plain or (size > 11 and len(found.left) == len(found.right) == 1)):
        return Like.WORDS
    return None


def _contradict(found: Alignment) -> bool:
    """Each names another place, number, side or reach."""

    def tells(word: str) -> bool:
        return (
            bool(vocabulary.place(word))
            or word in vocabulary.CONTRASTS
            or word in vocabulary.REACH
            or word.isdigit()
        )

    return any(map(tells, found.left)) and any(map(tells, found.right))


def _written_differently(a: Anatomy, b: Anatomy, found: Alignment) -> Like:
    if a.scripts.isdisjoint(b.scripts):
        return Like.TRANSLITERATION
    if found.translated:
        return Like.WORDS
    if not found.ordered:
        return Like.ORDER
    if found.exact and a.legal != b.legal:
        return Like.LEGAL_FORM
    return Like.SPELLING


def _same_acronym(a: Anatomy, b: Anatomy) -> Like | None:
    shared = (a.acronyms & b.acronyms) or (a.acronyms & b.initials) or (b.acronyms & a.initials)
    shared = frozenset(acronym for acronym in shared if len(acronym) >= SHORT)
    if not shared:
        return None
    if _is_only(a) or _is_only(b):
        return Like.ACRONYM
    found = align(a.words, b.words, vocabulary.weight)
    if _contradict(found):
        return None
    if max(map(len, shared)) <= SHORT and _related(a.words, b.words) < COGNATES:
        return None
    return Like.ACRONYM


def _is_only(anatomy_: Anatomy) -> bool:
    """Whether the name is nothing but its acronym."""
    return len(anatomy_.words) == 1 and anatomy_.words[0] in anatomy_.acronyms


def _related(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Which share of the shorter name's words has a cognate in the other."""
    shorter, longer = sorted((left, right), key=len)
    if not shorter:
        return 0.0
    return sum(any(one[:4] == other[:4] or soft(one, other) for other in longer) for one in shorter) / len(
        shorter
    )


def person_words(name: str) -> tuple[str, ...]:
    """First names first: "Lee, Ann" is "Ann Lee". Titles and degrees are left out."""
    family, comma, first = name.partition(",")
    turned = f"{first} {family}" if comma and not _TITLES.issuperset(parsing.plain(first)) else name
    said = [token for token in parsing.tokens(turned) if romanisation.latin(token) not in _NO_NAMES]
    while len(said) > 2 and romanisation.latin(said[-1]) in vocabulary.BEHIND_NAMES:
        said.pop()
    return tuple(said)


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1)


def _better(one: Like | None, other: Like | None) -> Like | None:
    """The stronger of two reasons."""
    found = [like for like in (one, other) if like is not None]
    return min(found, key=list(Like).index) if found else None
