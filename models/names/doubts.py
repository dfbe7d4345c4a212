"""Doubts: why a human should look at a name before it is printed, though it may be right. Pure functions."""

import re
import unicodedata

from models.names import asides, repair, vocabulary
from models.strings import data_files, folding
from models.terms import Doubt, Kind

_NOTHING, _PLACEHOLDERS, _INVENTED = (
    frozenset(map(folding.SEARCH, data_files.phrases(text))) for text in data_files.read(__file__).values()
)
_INVENTED_IN_ANY_ORDER = frozenset(" ".join(sorted(name.split())) for name in _INVENTED)
"""What published lists were fooled with, as practice has it, in any order of words; no list of jokes can be whole, and
a name on it may be somebody's own: a human looks."""
_MARKUP = re.compile(
    r"@\S+|<[@#:/a-z][^>]*>|:\w+:|([*_~`|]{1,3})[^*_~`|]+\1|(?:#{1,6}|>|-) .*|!?\[[^\]]*\]\([^)]*\)",
    re.IGNORECASE,
)
"""A mention, an emoji's code, or a piece of markup, and nothing else."""
_NO_TEXT = re.compile(
    r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)|(?:Err|ERR):\d{3}|#+|true|false|wahr|falsch|vrai|faux|"
    r"-?\d+[.,]\d+|\d{1,3}(?:[.,]\d{3})+|\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d(?::\d\d)?|"
    r"=[A-Z]+\(.*\)|=\$?[A-Z]{1,3}\$?\d+|=[\d(+-]\S*|\d+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"^(?:\S+\s+){9,}\S*[^\W\d_]{3,}[.!?…]$")
_COPY = re.compile(
    r"(?:b?cc|to|from|subject|re|date|signed(?: by)?|yours sincerely|sincerely)\s*[:;,]", re.IGNORECASE
)
_TWO = re.compile(
    r"\bon behalf of\b|\bboth\b.+\bpersonal|\bpersonally and\b|\bin (?:my|a|his|her|their) personal capacity\b"
    r"|\brepresented by\b|\bvertreten durch\b|\breprésentée? par\b|\brepresentad[ao] por\b"
    r"|\bau nom de\b|\bim namen (?:von|der|des)\b|\ben nombre de\b",
    re.IGNORECASE,
)
_WITH_PERSON = re.compile(
    r"\s[–—-]\s[^:;–—]{2,40}:\s\S|(?:\s[–—-]\s|,\s|\()(?-i:Mr|Mrs|Ms|Mx)\b\.?\s", re.IGNORECASE
)
"""A body with a person behind it: "Hill Fund – Director: Ada Quill"."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_LOST = re.compile(
    "\ufffd|_x[0-9A-Fa-f]{4}_|[^\\W\\d_]\\?[^\\W\\d_]|[^\\W\\d_]\\? (?=[a-zß-öø-ÿ])|^\\?|(?:^|\\s)\\?{2}|\\?{3}"
)
_OVER_AND_OVER = re.compile(r"([^\W\d_])\1{3,}|^([^\W\d_])\2{2,}$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[^\W\d_]{1,4}")
_PERSON = re.compile(
    r"(?:(?:dr|prof|professor|mr|mrs|ms|mx|dame)\b\.?\s+(?:[^\W\d_]\S*\s+){1,3}?|(?:[^\W\d_]\.[\s-]?){1,3}\s*)"
    r"[^\W\d_][^\s,&]+,\s*(?P<where>\S[^&]*)",
    re.IGNORECASE,
)
"""A title or initials, a family name, a comma and something more."""
_COUPLE = re.compile(
    r"[^\s,][^,]*?\s(?:and|&|\+|und|et|en|og|och|ja|и|та|і|και|/)\s[^\s,]+\s[^,]*[^\s,]", re.IGNORECASE
)
_TWO_NAMES = re.compile(r"\S+\s.*?\S\s*(?:\s[yei]\s|[/;])\s*\S+\s.*\S", re.IGNORECASE)
"""Two first names with a word for "and" between them. Where that word also joins the family names of one person
("Ramón y Cajal", "Gaudí i Cornet"), each side must be a whole name."""
_FAMILY_FIRST = r"[^\s,;&/]+(?: [^\s,;&/]+)?, [^\s,;&/]+(?: [^\s,;&/]+)?"
"""Only a space parts two words here, which no word holds, so that there is one way to read a text: hyphens belong to
words, and as marks between them too they would double the ways with every name."""
_FAMILIES_FIRST = re.compile(
    rf"{_FAMILY_FIRST}(?:\s*[;&/]\s*{_FAMILY_FIRST})+|"
    rf"[^\s,;&/]+, [^\s,;&/]+ (?:and|und|et|en|og|och|ja|y|e|i|и|та|і|και) [^\s,;&/]+, [^\s,;&/]+",
    re.IGNORECASE,
)
"""Several people with their family names first: "Roe, Jane; Doe, John"."""
_BEHIND_NAMES = frozenset("md phd esq jr sr mba rn jd".split())  # noqa: SIM905
_EAST_ASIAN = frozenset(
    {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"}
)


def doubts(name: str, kind: Kind = Kind.ORGANISATION) -> tuple[Doubt, ...]:
    """Everything that a human should look at in a printable name of this kind; mostly nothing."""
    plain = folding.SEARCH(name)
    found = {
        Doubt.PLACEHOLDER: is_placeholder(name) or asides.is_withheld(name),
        Doubt.INVENTED: " ".join(sorted(plain.split())) in _INVENTED_IN_ANY_ORDER,
        Doubt.MIXED_SCRIPTS: not name.isascii() and any(_mixes_scripts(word) for word in _WORD.findall(name)),
        Doubt.DAMAGED: bool(_LOST.search(name)) or repair.looks_misread(name),
        Doubt.TWO_SIGNERS: bool(_TWO.search(name))
        or (kind is not Kind.INDIVIDUAL and bool(_WITH_PERSON.search(name))),
        Doubt.TWO_PEOPLE: kind is Kind.INDIVIDUAL and _is_couple(name),
        Doubt.TWO_NAMES: kind is not Kind.INDIVIDUAL
        and sum(bool(_LETTERS.search(part)) for part in name.split(";")) > 1,
        Doubt.NO_NAME: bool(_COPY.match(name))
        or asides.is_aside(name)
        or is_markup(name)
        or _is_sentence(name),
        Doubt.NO_TEXT: bool(_NO_TEXT.fullmatch(name)),
        Doubt.OVER_AND_OVER: _is_mashed(name),
        Doubt.PERSON: kind is Kind.ORGANISATION and _is_person_with_place(name),
    }
    if not found[Doubt.NO_NAME]:
        found[Doubt.MARKER] = bool(repair.marker(name)[0])
    return tuple(doubt for doubt, holds in found.items() if holds)


def is_markup(name: str) -> bool:
    """Whether a printable name is a mention, an emoji's code or a piece of markup, or has no letter and no digit."""
    return bool(_MARKUP.fullmatch(name)) or not any(c.isalnum() for c in name)


def _is_sentence(name: str) -> bool:
    """Running text: many words that end in a full stop which no legal form brings."""
    found = _SENTENCE.search(name)
    return found is not None and folding.SEARCH(name.rsplit(" ", 1)[-1]) not in vocabulary.LEGAL_FORMS


def is_placeholder(text: str) -> bool:
    """Whether a text only fills a field."""
    return folding.SEARCH(text) in _PLACEHOLDERS or says_nothing(text)


def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say."""
    return folding.SEARCH(text) in _NOTHING


def _is_mashed(name: str) -> bool:
    """Whether one letter is there over and over; "AAA" and "WWW" are somebody's short names, "Zzz" is not."""
    if _ABBREVIATION.fullmatch(name) and name.isupper():
        return False
    return bool(_OVER_AND_OVER.search(name))


def _is_person_with_place(name: str) -> bool:
    """A body may be called after a person, with its legal form behind the comma: "J. Person, Inc."; and a company be
    one ("J. Person, Writer"), which is not asked here."""
    found = _PERSON.fullmatch(name)
    return found is not None and bool(
        set(folding.SEARCH(found["where"]).split()) - vocabulary.LEGAL_FORMS - _BEHIND_NAMES
    )


def _is_couple(name: str) -> bool:
    """Whether one row names two people: "Jane Doe and John Roe", "Jane & John Doe"."""
    return bool(_COUPLE.fullmatch(name) or _TWO_NAMES.fullmatch(name) or puts_families_first(name))


def puts_families_first(name: str) -> bool:
    """Whether a text is several people, each with the family name before a comma."""
    return bool(_FAMILIES_FIRST.fullmatch(name))


def _mixes_scripts(word: str) -> bool:
    """Whether one word holds letters of several alphabets. East Asian writing mixes with Latin by custom."""
    scripts = {_script(letter) for letter in unicodedata.normalize("NFKC", word) if letter.isalpha()}
    scripts -= {""}
    if scripts & _EAST_ASIAN:
        scripts = scripts - _EAST_ASIAN - {"LATIN"}
        return bool(scripts)
    return len(scripts) > 1


def _script(letter: str) -> str:
    """The alphabet of a letter by its Unicode name; empty for those that belong to all."""
    words = unicodedata.name(letter, "").split()
    return words[0] if len(words) > 1 and words[0] not in ("MODIFIER", "COMBINING", "MICRO") else ""
