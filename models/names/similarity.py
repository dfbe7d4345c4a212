"""Likeness: whether two names may stand for the same body, and why. A suggestion to a human, never a decision.

Rare words weigh more than common ones; differing places, numbers and contrasts such as north and south speak against.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from models.names import parsing, persons, vocabulary
from models.names.parsing import Anatomy
from models.terms import Like

Weigh = Callable[[str], float]
ENOUGH = 0.85
"""From this share of the weight of both names on, what they have in common is a likeness."""
EXTRA = 0.34
"""At most so much of the longer name may be words that the shorter one lacks."""
COGNATES = 0.5
"""So many of the words must be related before a short acronym, which bodies share by chance, counts."""
SHORT = 3

STRONG = frozenset(
    {Like.MARKED, Like.SAME, Like.SPELLING, Like.LEGAL_FORM, Like.ORDER, Like.TRANSLITERATION, Like.ACRONYM}
)
"""Reasons that make a row of a list doubtful; the others go along with it for whoever reviews."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two names have in common, by weight, and the words that only one of them has."""

    common: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    ordered: bool
    exact: bool
    """Every word is spelt alike."""
    telling: int
    """So many of the words that they share are neither generic nor a place."""
    shared: tuple[str, ...]
    translated: bool = False
    """One of the words that they share stands there in two languages."""


def compare(one: str, other: str, weigh: Weigh = vocabulary.weight) -> Like | None:
    """Why two organisations' names may mean one body; None where nothing suggests it."""
    a, b = parsing.of(one), parsing.of(other)
    if a.key == b.key:
        return Like.SAME
    if a.numbers != b.numbers and a.numbers and b.numbers:
        return None
    found = _same_acronym(a, b)
    if found and (_is_only(a) or _is_only(b)):
        return found
    for left in a.variants:
        for right in b.variants:
            found = _better(found, _judge(a, b, align(left, right, weigh), weigh, len(left) + len(right)))
    return found


def compare_people(one: str, other: str) -> Like | None:
    """Why two individuals' names may mean one person; titles, order and initials do not tell people apart."""
    a, b = persons.words(one), persons.words(other)
    if len(a) < 2 or len(b) < 2:
        return None
    if a == b:
        return Like.PERSON
    if sorted(a) == sorted(b):
        return Like.ORDER
    if a[-1] == b[-1] and len(a[-1]) > 1 and _initial(a[0], b[0]):
        return Like.SPELLING
    if len(a) == len(b) and all(map(soft, a, b)):
        return Like.SPELLING
    return None


def may_be_one_person(one: str, other: str) -> bool:
    """Whether a human should look before the one is taken for somebody else than the other: more than
    :func:`compare_people` finds, such as a middle name, a particle or an affiliation that only one of them has."""
    shorter, longer = sorted((persons.telling(one), persons.telling(other)), key=len)
    if "".join(shorter) == "".join(longer) or compare_people(one, other) is not None:
        return True
    return len(shorter) > 1 and all(any(soft(word, its) for its in longer) for word in shorter)


def align(left: tuple[str, ...], right: tuple[str, ...], weigh: Weigh) -> Alignment:
    """Match the words of two names, each once: equal ones first, then misspelt ones, initials, joined words."""
    free = list(right)
    common, exact, telling, shared = 0.0, True, 0, []
    order: list[tuple[int, int]] = []
    rest: list[tuple[int, str]] = []
    for here, word in enumerate(left):
        if word in free:
            place = free.index(word)
            free[place] = ""
            order.append((here, place))
            common += weigh(word)
            telling += vocabulary.weight(word) == 1
            shared.append(word)
        else:
            rest.append((here, word))
    lone, translated = [], False
    for here, word in rest:
        near = next((place for place, one in enumerate(free) if one and soft(word, one)), None)
        if near is None and (meant := vocabulary.meaning(word)):
            near = next((place for place, one in enumerate(free) if vocabulary.meaning(one) == meant), None)
            translated = translated or near is not None
        if near is None:
            lone.append(word)
        else:
            order.append((here, near))
            common += (weigh(word) + weigh(free[near])) / 2
            telling += vocabulary.weight(word) == 1
            shared.append(word)
            free[near], exact = "", False
    others = [word for word in free if word]
    gained = _spelt_out(lone, others, weigh) + _spelt_out(others, lone, weigh)
    there = [place for _, place in sorted(order)]
    return Alignment(
        common=common + gained,
        left=tuple(lone),
        right=tuple(others),
        ordered=there == sorted(there),
        exact=exact and not gained,
        telling=telling + (gained > 0),
        shared=tuple(shared),
        translated=translated,
    )


@lru_cache(maxsize=200_000)
def soft(one: str, other: str) -> bool:
    """Whether two words are one word misspelt or inflected. Two places never are, nor are short words or numbers."""
    if one == other:
        return True
    here, there = vocabulary.place(one), vocabulary.place(other)
    if here or there:
        return here == there
    shorter = min(len(one), len(other))
    if shorter < 4 or not (one.isalpha() and other.isalpha()):
        return False
    distance = OSA.distance(one, other, score_cutoff=3)
    if shorter < 5:  # "Word" for "World"
        return distance == 1 and len(one) != len(other) and not vocabulary.GENERIC.isdisjoint((one, other))
    if distance == 1 or (distance == 2 and shorter > 9 and one[0] == other[0]):
        return True
    bones = parsing.skeleton(one)
    if (
        bones == parsing.skeleton(other)
        and one[0] == other[0]
        and len(bones) > 3
        and distance <= 1 + shorter // 7
    ):
        return True
    shared = next((place for place, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), shorter)
    return shared >= 6 and len(one) - shared <= 3 and len(other) - shared <= 3


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
    """Each names another place, number or side."""

    def tells(word: str) -> bool:
        return bool(vocabulary.place(word)) or word in vocabulary.CONTRASTS or word.isdigit()

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
    return sum(any(one[:4] == other[:4] or soft(one, other) for other in longer) for one in shorter) / len(
        shorter
    )


def _spelt_out(short: list[str], long: list[str], weigh: Weigh) -> float:
    """Take words off both lists where one is the initials of several, or several written as one; their weight."""
    gained = 0.0
    for word in list(short):
        for start in range(len(long)):
            run = _run(word, long[start:])
            if run:
                gained += (weigh(word) + sum(map(weigh, long[start : start + run]))) / 2
                del long[start : start + run]
                short.remove(word)
                break
    return gained


def _run(word: str, words: list[str]) -> int:
    """How many of the first words the word stands for: "nsw" for "new south wales", "greenpeace" for "green peace"."""
    initials, joined = "", ""
    for place, one in enumerate(words, 1):
        initials += one[0]
        joined += one
        if place > 1 and (joined == word or (initials == word and place > 2)):
            return place
    return 0


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1)


def _better(one: Like | None, other: Like | None) -> Like | None:
    """The stronger of two reasons."""
    found = [like for like in (one, other) if like is not None]
    return min(found, key=list(Like).index) if found else None
