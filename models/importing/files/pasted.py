"""Names pasted from a web page or a PDF: numbered or not, broken lines joined again, headings read.

A name is never split: not at a comma, not at "and", "&" or a slash.
"""

import re
from statistics import median

from msgspec.structs import replace

from models.geography import countries
from models.importing.columns import heading, parts
from models.importing.columns.listing import (
    LONGEST_CELL,
    LONGEST_ROW,
    Ambiguity,
    Left,
    Line,
    Listing,
    Note,
    listing,
)
from models.names import repair
from models.strings.bullets import BULLET
from models.terms import Kind

_NUMBERED = re.compile(
    r"^\s*[\u200e\u200f]?(?:\(?(\d{1,5})[.)]\s+|#(\d{1,5})\s+|\[(\d{1,5})\]\s+|(\d{1,5})\t+)(?=\S)"
)
_OWN = re.compile(r"^.*SHA-256.*[0-9a-f]{64}.*\Z", re.MULTILINE)
"""Of our own list as plain text the last line, in any language."""
_UNSEEN = re.compile("[\u200e\u200f\u2066-\u2069]")
_BRACKET = re.compile(r" \(((?:[^()]|\([^()]*\))+)\)$")
_COMMA = re.compile(", |، |、|，")
_WORD = re.compile(r"[^\W\d_][\w'’.-]{0,30}")
FEWEST = 6
"""From so many lines of one word each on, they may be halves of names."""
_HANGS = re.compile(
    r"(?:[-,&/(–]|\b(?:and|of|for|the|de|la|des|du|del|der|und|et|y|für|von|in|on|to))$", re.IGNORECASE
)
_GOES_ON = re.compile(r"^(?:[&)\]/,]|\([^\W\d_]*[A-Z]{2,}|(?:and|of|for|de|del|der|und|et|des|du)\b)")


def read(text: str) -> Listing:
    """One name a line, entry or block, whichever the text keeps apart. Refuses EMPTY_LIST, TOO_MANY_ROWS."""
    rows = [row[:LONGEST_ROW] for row in text.split("\n")]
    if _OWN.search(text[-400:].rstrip()):
        return _own(rows)
    if _is_parted_by_semicolons(rows):
        return _parted([row.strip() for row in rows if row.strip()])
    numbered = [bool(_NUMBERED.match(row)) for row in rows if row.strip()]
    if len(numbered) > 1 and sum(numbered) * 2 >= len(numbered):
        return _runs(_numbered(rows))
    bullets = [bool(BULLET.match(row)) for row in rows if row.strip()]
    if len(bullets) > 1 and sum(bullets) * 2 >= len(bullets):
        return _listing(_bulleted(rows))
    if _is_one_word_a_line(rows):
        return _listing([(None, " ".join(block.split())) for block in re.split(r"\n\s*\n", text)])
    if _is_torn(rows):
        return _torn([row.strip() for row in rows if row.strip()])
    return _listing(_joined(rows))


def _own(rows: list[str]) -> Listing:
    """Our own list as plain text: each line of it has a number, and its country and affiliation in brackets. The
    letter's text above it may have numbers too; the list begins below the last empty line before its first name."""
    rows = [_UNSEEN.sub("", row) for row in rows]
    first = max((place for place, row in enumerate(rows) if _number(row) == 1), default=0)
    start = next((place for place in range(first, -1, -1) if not rows[place].strip()), 0)
    lines: list[Line] = []
    kind: Kind | None = None
    country = ""
    for row in rows[start:]:
        if match := _NUMBERED.match(row):
            name, affiliation, where = _detailed(row[match.end() :].strip(), kind)
            lines.append(Line(_number(row), (name, affiliation, where), kind, country))
        elif (said := heading.read(row)) is not None and (said.kind or said.is_place):
            kind = said.kind or (kind if said.is_place else None)
            country = said.country
    return listing(["name", "affiliation", "country"], lines)


def _number(row: str) -> int:
    """The number before a name, as we write it; 0 where there is none."""
    match = _NUMBERED.match(row)
    return int(next(part for part in match.groups() if part)) if match else 0


def _detailed(text: str, kind: Kind | None) -> tuple[str, str, str]:
    found = _BRACKET.search(text)
    if found is None:
        return text, "", ""
    before, last = _apart(found[1])
    if countries.find(last) and (kind is Kind.INDIVIDUAL or not before):
        return text[: found.start()], before, last
    return (text[: found.start()], found[1], "") if kind is Kind.INDIVIDUAL else (text, "", "")


def _apart(inside: str) -> tuple[str, str]:
    """What stands before the last comma of any script, and what behind it."""
    *before, last = _COMMA.split(inside)
    return inside[: -len(last)].rstrip("、，،, ") if before and last else "", last


def _runs(found: list[tuple[int | None, str]]) -> Listing:
    """Numbers that start over are another list. Where some are under a heading that says who signed, the others are
    points of a letter, and left."""
    runs: list[list[tuple[int | None, str]]] = [[]]
    last = 0
    for number, text in found:
        if number is None or (number <= last and runs[-1] and runs[-1][-1][0] is not None):
            runs.append([])
        if number is not None:
            last = number
        runs[-1].append((number, text))
    headed = [run for run in runs if run and run[0][0] is None]
    if not headed or not runs[0]:
        return _listing(found)
    left = [] if runs[0][0][0] is None else runs[0]
    if not left or len(left) * 2 > len(found):
        return _listing(found)
    kept = _listing(found[len(left) :])
    return replace(kept, notes=(Note(Left.LIST, len(left), left[0][1][:80]),))


def _numbered(rows: list[str]) -> list[tuple[int | None, str]]:
    """Each number begins a name; what follows without one goes on with it, unless it is a heading."""
    found: list[tuple[int | None, str]] = []
    open_ = False
    for row in rows:
        if match := _NUMBERED.match(row):
            number = next(part for part in match.groups() if part)
            found.append((int(number), row[match.end() :].strip()))
            open_ = True
        elif not row.strip():
            open_ = False
        elif open_ and heading.read(row) is None:
            found[-1] = (found[-1][0], _join(found[-1][1], row.strip()))
        elif heading.read(row) is not None:
            found.append((None, row.strip()))
            open_ = False
    return found


def _bulleted(rows: list[str]) -> list[tuple[int | None, str]]:
    found: list[tuple[int | None, str]] = []
    open_ = False
    for row in rows:
        if match := BULLET.match(row):
            found.append((None, row[match.end() :].strip()))
            open_ = True
        elif not row.strip():
            open_ = False
        elif open_ and heading.read(row) is None:
            found[-1] = (None, _join(found[-1][1], row.strip()))
        elif heading.read(row) is not None:
            found.append((None, row.strip()))
    return found


def _joined(rows: list[str]) -> list[tuple[int | None, str]]:
    """A line goes on where the one before it hangs in the air, or it begins as no name does."""
    found: list[tuple[int | None, str]] = []
    after_gap = True
    for row in map(str.strip, rows):
        if not row:
            after_gap = True
            continue
        before = found[-1][1] if found else ""
        hangs = (
            bool(before) and heading.read(before) is None and (_HANGS.search(before[-20:]) or _opens(before))
        )
        goes_on = bool(before) and (bool(_GOES_ON.match(row)) or _closes(row))
        if not after_gap and (hangs or goes_on):
            found[-1] = (None, _join(before, row))
        else:
            found.append((None, row))
        after_gap = False
    return found


def _listing(found: list[tuple[int | None, str]]) -> Listing:
    """Headings that are above names say their kind or country; others are names, for a human to look at. What was
    taken for a heading, and what is above the list, is noted."""
    above = _above(found)
    several = len({text for number, text in found if number is None and _is_place(text)}) > 1
    lines: list[Line] = []
    titles: list[str] = []
    kind: Kind | None = None
    country = ""
    count = 0
    for place, (number, text) in enumerate(found[above:], above):
        said = heading.read(text) if number is None and place + 1 < len(found) else None
        if said is not None and said.is_place and not (several or _is_surely_country(text)):
            said = None
        if said is not None and (said.kind or said.is_place or text.rstrip().endswith(":") or not lines):
            kind = said.kind or (kind if said.is_place else None)
            country = said.country
            titles.append(text)
            continue
        count += 1
        name, address = repair.unmasked(text[:LONGEST_CELL])
        lines.append(Line(number if number is not None else count, (name, address), kind, country))
    if len({line.number for line in lines}) < len(lines):  # "1." is twice
        lines = [replace(line, number=place) for place, line in enumerate(lines, 1)]
    notes = [Note(Left.ABOVE, above, found[0][1][:80])] if above else []
    if titles:
        notes.append(Note(Left.TITLES, len(titles), "; ".join(titles)[:200]))
    return replace(_with_countries(lines), notes=tuple(notes))


def _above(found: list[tuple[int | None, str]]) -> int:
    """How many lines are above the list: all before a heading that says "signatories", and those before any other
    where one of them is a sentence."""
    for place, (number, text) in enumerate(found):
        said = heading.read(text) if number is None and place + 1 < len(found) else None
        if said is not None and place * 2 <= len(found):
            sure = not said.kind and not said.is_place
            return place if sure or any(heading.is_sentence(one) for _, one in found[:place]) else 0
    return 0


def _is_place(text: str) -> bool:
    said = heading.read(text)
    return said is not None and said.is_place


def _is_surely_country(text: str) -> bool:
    """By its English name, in capitals, or with a colon: "Island" is also what a body may be called."""
    bare = text.strip().rstrip(":").strip()
    said = heading.read(text)
    english = said is not None and countries.name_of(said.country).casefold() == bare.casefold()
    return english or text.rstrip().endswith(":") or (bare.isupper() and len(bare) > 3)


def _with_countries(lines: list[Line]) -> Listing:
    """With a column of countries, where most names end in one."""
    parted = parts.countries([line.cells[0] for line in lines])
    named = ["name", "website"] if any(line.cells[1] for line in lines) else ["name"]
    if parted is None:
        return listing(named, [replace(line, cells=line.cells[: len(named)]) for line in lines])
    return listing(
        [*named, "country"],
        [
            replace(line, cells=(name, *line.cells[1 : len(named)], where))
            for line, (name, where) in zip(lines, parted, strict=True)
        ],
    )


def _join(before: str, after: str) -> str:
    """A hyphen at the end of a line was put there by the person who set the page, before a small letter."""
    if len(before) > LONGEST_CELL:
        return before
    if re.search(r"[^\W\d_]-$", before) and after[:1].islower():
        return before[:-1] + after
    return before + after if before.endswith(("/", "-")) else f"{before} {after}"


def _opens(text: str) -> bool:
    return text.count("(") > text.count(")")


def _closes(text: str) -> bool:
    return text.count(")") > text.count("(")


def _is_one_word_a_line(rows: list[str]) -> bool:
    """A PDF pasted as one word a line: names are what blank lines keep apart."""
    words = [len(row.split()) for row in rows if row.strip()]
    gaps = sum(not row.strip() for row in rows[1:-1])
    return bool(words) and gaps > 0 and median(words) == 1 and len(words) > 2 * gaps


def _is_torn(rows: list[str]) -> bool:
    """Words of names, one a line, with nothing between the names: a column of a PDF or a table lost its shape."""
    said = [row.strip() for row in rows if row.strip()]
    if len(said) < FEWEST or any(not row.strip() for row in rows[1:-1]):
        return False
    return all(_WORD.fullmatch(row) for row in said) and len(set(said)) > len(said) / 2


def _is_parted_by_semicolons(rows: list[str]) -> bool:
    """Several names on a line: most lines hold a semicolon, and every part of them is a text of its own."""
    said = [row for row in rows if row.strip()]
    several = [row for row in said if ";" in row]
    parts_of_all = [part for row in several for part in row.rstrip("; ").split(";")]
    return len(several) * 2 > len(said) and len(parts_of_all) > 2 and all(map(str.strip, parts_of_all))


def _parted(rows: list[str]) -> Listing:
    """Each part is a name, or each line is one: only anyone who has the list knows."""
    apart = _listing([(None, part.strip()) for row in rows for part in row.split(";") if part.strip()])
    whole = _listing([(None, row) for row in rows])
    return replace(
        whole,
        way=(Ambiguity.SEMICOLONS, "whole"),
        others=(replace(apart, way=(Ambiguity.SEMICOLONS, "apart")),),
    )


def _torn(rows: list[str]) -> Listing:
    """Two lines make a name, or each line is one: only anyone who has the list knows."""
    pairs = [" ".join(rows[place : place + 2]) for place in range(0, len(rows), 2)]
    alone = _listing([(None, row) for row in rows])
    paired = _listing([(None, pair) for pair in pairs])
    return replace(paired, way=(Ambiguity.WORDS, "2"), others=(replace(alone, way=(Ambiguity.WORDS, "1")),))
