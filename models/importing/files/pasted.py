"""Names pasted from a web page or a PDF: numbered or not, broken lines joined again, headings read.

A name is never split: not at a comma, not at "and", "&" or a slash.
"""

import re
from statistics import median

from models.importing.files import heading
from models.importing.files.listing import LONGEST_CELL, LONGEST_ROW, Line, Listing, listing
from models.names import repair
from models.terms import Kind

_NUMBERED = re.compile(
    r"^\s*[\u200e\u200f]?(?:\(?(\d{1,5})[.)]\s+|#(\d{1,5})\s+|\[(\d{1,5})\]\s+|(\d{1,5})\t+)(?=\S)"
)
_BULLET = re.compile(r"^\s*(?:[•·▪◦‣⁃●○■□►▶➤✓✔*+]|[-–—](?=\s))\s*")
_HANGS = re.compile(
    r"(?:[-,&/(–]|\b(?:and|of|for|the|de|la|des|du|del|der|und|et|y|für|von|in|on|to))$", re.IGNORECASE
)
_GOES_ON = re.compile(r"^(?:[&)\]/,]|\([^\W\d_]*[A-Z]{2,}|(?:and|of|for|de|del|der|und|et|des|du)\b)")


def read(text: str) -> Listing:
    """One name a line, entry or block, whichever the text keeps apart. Refuses EMPTY_LIST, TOO_MANY_ROWS."""
    rows = [row[:LONGEST_ROW] for row in text.split("\n")]
    numbered = [bool(_NUMBERED.match(row)) for row in rows if row.strip()]
    if len(numbered) > 1 and sum(numbered) * 2 >= len(numbered):
        return _listing(_numbered(rows))
    bullets = [bool(_BULLET.match(row)) for row in rows if row.strip()]
    if len(bullets) > 1 and sum(bullets) * 2 >= len(bullets):
        return _listing(_bulleted(rows))
    if _is_one_word_a_line(rows):
        return _listing([(None, " ".join(block.split())) for block in re.split(r"\n\s*\n", text)])
    return _listing(_joined(rows))


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
    return found


def _bulleted(rows: list[str]) -> list[tuple[int | None, str]]:
    found: list[tuple[int | None, str]] = []
    open_ = False
    for row in rows:
        if match := _BULLET.match(row):
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
    """Headings that stand above names say their kind or country; others are names, for a human to look at."""
    lines: list[Line] = []
    kind: Kind | None = None
    country = ""
    count = 0
    for place, (number, text) in enumerate(found):
        said = heading.read(text) if number is None and place + 1 < len(found) else None
        if said is not None and (said.kind or said.country or text.rstrip().endswith(":") or not lines):
            kind = said.kind or (kind if said.country else None)
            country = said.country
            continue
        count += 1
        name, address = repair.unmasked(text[:LONGEST_CELL])
        lines.append(Line(number if number is not None else count, (name, address), kind, country))
    named = ["name", "website"] if any(line.cells[1] for line in lines) else ["name"]
    return listing(named, [Line(one.number, one.cells[: len(named)], one.kind, one.country) for one in lines])


def _join(before: str, after: str) -> str:
    """A hyphen at the end of a line was put there by whoever set the page, before a small letter."""
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
