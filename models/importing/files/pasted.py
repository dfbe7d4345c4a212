"""Names pasted from a web page or a PDF: numbered or not, broken lines joined again, headings read.

A name is never split: not at a comma, not at "and", "&" or a slash.
"""

import re
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace

from models.geography import countries
from models.importing.columns import answers, heading, parts
from models.importing.columns.answers import Said
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
from models.importing.files import broken_lines, own_text
from models.names import asides, repair
from models.strings.bullets import BULLET, NUMBER, number_of
from models.terms import Kind

_TITLED = re.compile(r"\s[—–-]\s|:\s")
_ENDS = tuple(".,:;!?…")
_WORD = re.compile(r"[^\W\d_][\w'’.-]{0,30}")
FEWEST = 6
"""From so many lines of one word each on, they may be halves of names."""


class _Entry(NamedTuple):
    """One name or heading, and the line of the text on which it begins, from 1."""

    text: str
    line: int
    number: int | None = None
    """What counts it in the text."""
    loose: bool = False
    """It has no mark where others have one."""


def read(text: str) -> Listing:
    """One name a line, entry or block, whichever the text keeps apart. Refuses EMPTY_LIST, TOO_MANY_ROWS."""
    rows = [row[:LONGEST_ROW] for row in text.split("\n")]
    if own_text.is_own(text):
        return own_text.read(rows)
    said = [_Entry(row.strip(), line) for line, row in enumerate(rows, 1) if row.strip()]
    if _is_parted_by_semicolons([one.text for one in said]):
        return _parted(said)
    marks = [place for place, one in enumerate(said) if _is_marked(rows[one.line - 1])]
    if len(marks) > 1 and len(marks) >= marks[0] and len(marks) * 2 >= len(said) - marks[0]:
        return _marked(rows)
    if _is_one_word_a_line(rows):
        return _listing(_blocks(rows))
    if _is_torn(rows):
        return _torn(said)
    return _listing(_joined(rows))


def _is_marked(row: str) -> bool:
    """Whether it begins as an item of a list does, with a number or a bullet."""
    return bool(NUMBER.match(row) or BULLET.match(row))


def _blocks(rows: list[str]) -> list[_Entry]:
    """What blank lines keep apart, each joined."""
    found: list[_Entry] = []
    after_gap = True
    for line, row in enumerate(rows, 1):
        if row.strip() and after_gap:
            found.append(_Entry(" ".join(row.split()), line))
        elif row.strip():
            found[-1] = found[-1]._replace(text=broken_lines.join(found[-1].text, " ".join(row.split())))
        after_gap = not row.strip()
    return found


def _marked(rows: list[str]) -> Listing:
    """Each mark begins a name; what follows without one goes on with it, unless it is a heading or only stands between
    names. What is above the first heading, or ends as a sentence above the first mark, is noted."""
    found: list[_Entry] = []
    above: list[_Entry] = []
    open_ = begun = False
    for line, row in enumerate(rows, 1):
        text = row.strip()
        if not found and (_is_marked(row) or heading.read(text) is not None):
            found, above = _parted_above(above, line, text)
        if counted := NUMBER.match(row):
            found.append(_Entry(row[counted.end() :].strip(), line, number_of(row)))
            open_ = begun = True
        elif bullet := BULLET.match(row):
            found.append(_Entry(row[bullet.end() :].strip(), line))
            open_ = begun = True
        elif not text:
            open_ = False
        elif heading.read(text) is not None and not (open_ and asides.is_in_brackets(text)):
            found.append(_Entry(text, line))
            open_ = False
        elif open_ and broken_lines.may_join(found[-1].text, text):
            found[-1] = found[-1]._replace(text=broken_lines.join(found[-1].text, text))
        elif begun:
            found.append(_Entry(text, line, loose=True))
            open_ = False
        else:
            above.append(_Entry(text, line, loose=True))
    read_as = _runs(found)
    return replace(read_as, notes=(*_noted(Left.ABOVE, above), *read_as.notes))


def _runs(found: list[_Entry]) -> Listing:
    """Numbers that start over are another list. Where some are under a heading that says who signed, the others are
    points of a letter, and left."""
    runs: list[list[_Entry]] = [[]]
    last = 0
    for one in found:
        titled = one.number is None and not one.loose and heading.read(one.text) is not None
        if titled or (one.number is not None and one.number <= last):
            runs.append([])
        last = 0 if titled else one.number or last
        runs[-1].append(one)
    left = runs[0]
    points = bool(left) and all(one.number is not None or one.loose for one in left)
    headed = any(run[0].number is None for run in runs[1:])
    if not points or not headed or len(left) * 2 > len(found):
        return _listing(found)
    kept = _listing(found[len(left) :])
    return replace(kept, notes=tuple(_noted(Left.LIST, left)))


def _joined(rows: list[str]) -> list[_Entry]:
    """A line goes on where the one before it hangs in the air, or it begins as no name does; one with a mark never."""
    found: list[_Entry] = []
    after_gap = True
    for line, row in enumerate(map(str.strip, rows), 1):
        if not row:
            after_gap = True
            continue
        before = found[-1].text if found else ""
        if before and not after_gap and not _is_marked(row) and broken_lines.go_on(before, row):
            found[-1] = found[-1]._replace(text=broken_lines.join(before, row))
        else:
            found.append(_Entry(row, line))
        after_gap = False
    return found


def _listing(found: list[_Entry]) -> Listing:
    """Headings that are above names say their kind or country; others are names, for a human to look at. What was
    taken for a heading, and what is above the list, is noted."""
    first = _first_heading(found)
    title = found[first] if first else None
    above: list[_Entry] = []
    if first:
        names, above = _parted_above(found[:first], found[first].line, found[first].text)
        found = [*names, *found[first:]]
    several = len({one.text for one in found if one.number is None and _is_place(one.text)}) > 1
    lines: list[Line] = []
    titles: list[_Entry] = []
    numbers: list[int | None] = []
    kind: Kind | None = None
    country = against = ""
    for place, one in enumerate(found):
        if no := _no(found, place):
            against = no
            titles.append(one)
            continue
        said = _heading(found, place)
        if said is not None and said.is_place and not (several or _is_surely_country(one.text)):
            said = None
        says = heading.only_says_that_names_follow(one.text)
        surely = one is title or says or one.text.endswith(":") or not lines
        if said is not None and (said.kind or said.is_place or surely):
            kind = said.kind or (kind if said.is_place else None)
            country, against = said.country, ""
            titles.append(one)
            continue
        # Each name says it for itself, so that it is doubted for that.
        text = f"{one.text} – {against}" if against else one.text
        name, address = repair.unmasked(text[:LONGEST_CELL])
        lines.append(Line(one.line, (name, address), kind, country, loose=one.loose))
        numbers.append(one.number)
    if all(numbers) and len(set(numbers)) == len(lines):  # the text counts them itself
        lines = [replace(line, number=number or 0) for line, number in zip(lines, numbers, strict=True)]
    elif len({line.number for line in lines}) < len(lines):  # several on a line
        lines = [replace(line, number=place) for place, line in enumerate(lines, 1)]
    notes = (*_noted(Left.ABOVE, above), *_noted(Left.TITLES, titles))
    return replace(_with_countries(lines), notes=notes)


def _first_heading(found: list[_Entry]) -> int:
    """Where the first heading is, if what is above it may be no list: 0 where nothing is, or names are."""
    for place in range(len(found) // 2 + 1):
        said = _heading(found, place)
        if said is not None:
            sure = not said.kind and not said.is_place
            return place if sure or any(heading.is_sentence(one.text) for one in found[:place]) else 0
    return 0


def _parted_above(above: list[_Entry], line: int, title: str) -> tuple[list[_Entry], list[_Entry]]:
    """What is above a heading or a first mark on a ``line``, as names and as text. The text goes on to its last line
    that ends as a sentence does. Above a gap, a line alone or several above a heading that says who signed are the
    list's own title; not if all are bodies and it says so, or that more follow. Of the rest a human says whether they
    are names, unless several are bodies and the heading says that more follow."""
    text = 1 + max((place for place, one in enumerate(above) if _is_text(one.text)), default=-1)
    rest = above[text:]
    alone, more = len(above) == 1, heading.goes_on(title)
    bodies = all(parts.is_surely_body(one.text) for one in rest)
    if rest and line - rest[-1].line > 1:
        signed = heading.read(title) == heading.Heading() and not more
        if (alone and not (more and bodies)) or (signed and not bodies):
            return [], above
    return [one._replace(loose=alone or not (more and bodies)) for one in rest], above[:text]


def _is_text(line: str) -> bool:
    """Whether a line is one of a letter or a message rather than a name."""
    return heading.is_sentence(line) or (line.endswith(_ENDS) and not heading.ends_as_a_name(line))


def _noted(left: Left, entries: list[_Entry]) -> list[Note]:
    return [Note(left, len(entries), rows=tuple(one.text for one in entries))] if entries else []


def _heading(found: list[_Entry], place: int) -> heading.Heading | None:
    """What an entry says as a heading of names below it; the first may name the letter before that."""
    if place + 1 >= len(found) or found[place].number is not None or found[place].loose:
        return None
    said = heading.read(found[place].text)
    if said is None and place == 0 and heading.read(_TITLED.split(found[0].text)[-1]) == heading.Heading():
        return heading.Heading()
    return said


def _no(found: list[_Entry], place: int) -> str:
    """What a line says of the names below it, as "Declined:" and "Not yet:" do; empty for any other."""
    one = found[place]
    said = one.text.rstrip(": ")
    above = place + 1 < len(found) and one.number is None and one.text.endswith(":")
    return said if above and answers.spoken(said) in (Said.NO, Said.OPEN) else ""


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


def _parted(said: list[_Entry]) -> Listing:
    """Each part is a name, or each line is one: only anyone who has the list knows."""
    apart = [one._replace(text=part.strip()) for one in said for part in one.text.split(";") if part.strip()]
    return replace(
        _listing(said),
        way=(Ambiguity.SEMICOLONS, "whole"),
        others=(replace(_listing(apart), way=(Ambiguity.SEMICOLONS, "apart")),),
    )


def _torn(said: list[_Entry]) -> Listing:
    """Two lines make a name, or each line is one: only anyone who has the list knows."""
    pairs = [
        one._replace(text=" ".join(part.text for part in said[place : place + 2]))
        for place, one in enumerate(said)
        if place % 2 == 0
    ]
    alone = replace(_listing(said), way=(Ambiguity.WORDS, "1"))
    return replace(_listing(pairs), way=(Ambiguity.WORDS, "2"), others=(alone,))
