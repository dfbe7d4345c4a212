"""The script of the reference week: who proposes which name, how and when, and what happens to it.

Pure and always the same: the same list gives the same week. The week follows a real one of February 2025, when
a letter was published with 109 signatories, stood at 157 that evening, at 212 four days later, and closed with 239.
"""

import codecs
import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from cogs.ui import refusals
from models.config import ConfigError
from models.geography import countries
from models.names import cleaning
from models.refusal import Refusal
from models.terms import Kind, Way

DATA = Path(__file__).with_name("data")

OPENING = datetime(2025, 2, 10, 9, 0, tzinfo=UTC)
PUBLICATION = datetime(2025, 2, 13, 10, 30, tzinfo=UTC)
EVENING = datetime(2025, 2, 13, 22, 45, tzinfo=UTC)
FOURTH_DAY = datetime(2025, 2, 17, 14, 45, tzinfo=UTC)
CLOSE = datetime(2025, 2, 20, 23, 59, tzinfo=UTC)
END_OF_REVIEW = CLOSE + timedelta(hours=24)
ZONE = "Europe/London"

REFERENCE = 239
TITLE = "Withdraw the notice, keep our backups closed"
ADDRESSEE = "The Home Secretary, United Kingdom"
STAGES = (109, 157, 212, 226, REFERENCE)
"""How many of the reference list are approved by publication, that evening, the fourth day, the close, the end."""
SIGNERS_AT_MOST = 64
"""This many participants sign for an organisation of their own; the others propose and vote."""
DAY = timedelta(hours=24)


class Fate(StrEnum):
    """What happens to a name that does not simply get approved."""

    APPROVED = "approved"
    DECLINED = "declined"
    OPPOSED = "opposed"
    HOLD = "hold"
    LATE = "late"
    CANCELLED = "cancelled"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Name:
    """A name on a list, as it should be printed."""

    kind: Kind
    name: str
    country: str
    """ISO code, or empty."""
    detail: str
    """Website or affiliation."""


@dataclass(frozen=True, slots=True)
class Line:
    """One act of the script: this name comes in this way at this instant."""

    at: datetime
    name: Name
    way: Way
    fate: Fate = Fate.APPROVED
    votes: int = 0
    """How many vote on it, where it is voted on."""


@dataclass(frozen=True, slots=True)
class Script:
    """The whole week."""

    names: tuple[Name, ...]
    lines: tuple[Line, ...]
    """In order of time."""
    signers: tuple[Name, ...]
    """Whose participants sign for themselves."""


def write(names_of_list: Sequence[Name] | None = None, seed: int = 239) -> Script:
    """The script for a list of names; the shipped one if none is given."""
    chance = random.Random(seed)
    whole = list(names_of_list) if names_of_list is not None else shipped()
    approved, repeated = _distinct(whole)
    lines = [*_approved_lines(approved, chance)]
    signers = tuple(line.name for line in lines if line.way is Way.SIGNED)
    lines += _other_lines(chance, {_key(name) for name in approved})
    lines += _duplicate_lines(lines, repeated, chance)
    return Script(tuple(approved), tuple(sorted(lines, key=lambda line: line.at)), signers)


def stages(total: int) -> tuple[int, ...]:
    """The milestones of the week for a list of this length."""
    return tuple(round(total * stage / REFERENCE) for stage in STAGES)


def shipped() -> list[Name]:
    """The invented list that comes with the project."""
    return [_named(row) for row in _rows("signatories.tsv")]


def distinct(whole: Sequence[Name]) -> list[Name]:
    """A list without the names that are on it twice."""
    return _distinct(whole)[0]


def others() -> list[Name]:
    """Names that the reference week turned down, took back, or got too late."""
    return [_named(row) for row in _rows("others.tsv")]


def read(path: Path) -> list[Name]:
    """A list of organisations: one name a line, or tab-separated with a number before and a country after.

    Raises ConfigError, naming the line, for a file that is no text in UTF-8 or holds what is no name; and for one
    without any name.
    """
    found = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
        if cells and cells[0].rstrip(".").isdecimal():
            cells = cells[1:]
        if cells:
            try:
                cleaning.printable(cells[0])
            except Refusal as refusal:
                said = refusals.sentence(refusal).replace("*", "")
                raise ConfigError(f"--signatories: {str(path)!r}, line {number}: {said}") from None
            found.append(Name(Kind.ORGANISATION, cells[0], _code(cells[1] if len(cells) > 1 else ""), ""))
    if not found:
        raise ConfigError(f"--signatories: there are no names in {str(path)!r}.")
    return found


def _text(path: Path) -> str:
    written = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    try:
        return written.decode()
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"--signatories: {str(path)!r}, line {line}: that isn't UTF-8 text.") from None


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _named(row: dict[str, str]) -> Name:
    kind = Kind(row["kind"])
    detail = row["affiliation"] if kind is Kind.INDIVIDUAL else row["website"]
    return Name(kind, row["name"], _code(row["country"]), detail)


def _code(text: str) -> str:
    try:
        return countries.code_of(text) if text else ""
    except Refusal:
        return ""


def _key(name: Name) -> str:
    return cleaning.exact_key(name.kind, name.name, name.detail)


def _distinct(whole: Sequence[Name]) -> tuple[list[Name], list[Name]]:
    first: dict[str, Name] = {}
    repeated = [name for name in whole if first.setdefault(_key(name), name) is not name]
    return list(first.values()), repeated


def _approved_lines(approved: Sequence[Name], chance: random.Random) -> Iterator[Line]:
    """Each stage's names come after the stage before was counted, and early enough to be decided in theirs."""
    one, two, three, four, _ = stages(len(approved))
    hour = timedelta(hours=1)
    windows = (
        (approved[:one], (OPENING + hour, PUBLICATION - 2 * hour), (OPENING + hour, PUBLICATION - 26 * hour)),
        (
            approved[one:two],
            (PUBLICATION + hour / 2, EVENING - hour),
            (PUBLICATION - 23 * hour, EVENING - 25.5 * hour),
        ),
        (
            approved[two:three],
            (EVENING + 9 * hour, FOURTH_DAY - hour),
            (EVENING - 23.5 * hour, FOURTH_DAY - 25 * hour),
        ),
        (
            approved[three:four],
            (FOURTH_DAY + hour, CLOSE - 4 * hour),
            (FOURTH_DAY - 23.5 * hour, CLOSE - 28 * hour),
        ),
        (approved[four:], (CLOSE - 2 * hour, CLOSE - hour / 2), (CLOSE - 20 * hour, CLOSE - hour / 3)),
    )
    signers = 0
    for chosen, direct, voted in windows:
        for name in chosen:
            way = _way(name, chance, may_sign=signers < SIGNERS_AT_MOST, early=name in approved[:one])
            signers += way is Way.SIGNED
            begin, end = voted if way is Way.PROPOSED else direct
            yield Line(_between(begin, end, chance), name, way, votes=_turn_out(chance))


def _way(name: Name, chance: random.Random, *, may_sign: bool, early: bool) -> Way:
    """Before publication most have agreed by form and moderators enter them; later most come by themselves."""
    drawn = chance.random()
    if name.kind is Kind.INDIVIDUAL:
        if drawn < (0.5 if early else 0.2):
            return Way.ENTERED
        return Way.SIGNED if may_sign and drawn > 0.85 else Way.PROPOSED
    if drawn < (0.55 if early else 0.2):
        return Way.ENTERED
    return Way.SIGNED if may_sign and drawn < (0.7 if early else 0.6) else Way.PROPOSED


def _turn_out(chance: random.Random) -> int:
    """One proposal in five gets no vote."""
    return 0 if chance.random() < 0.2 else chance.randint(2, 9)


def _other_lines(chance: random.Random, taken: set[str]) -> Iterator[Line]:
    for row in _rows("others.tsv"):
        name, fate = _named(row), Fate(row["fate"])
        if _key(name) in taken:
            continue
        begin, end = OPENING + timedelta(hours=2), CLOSE - DAY - timedelta(hours=4)
        if fate is Fate.LATE:
            begin, end = CLOSE + timedelta(minutes=20), CLOSE + timedelta(hours=8)
        votes = chance.randint(5, 9) if fate is Fate.OPPOSED else _turn_out(chance)
        yield Line(_between(begin, end, chance), name, Way.PROPOSED, fate, votes)


def _duplicate_lines(lines: Sequence[Line], repeated: Sequence[Name], chance: random.Random) -> list[Line]:
    """Names that come a second time while the first is alive, respelled as people do."""
    early = [line for line in lines if line.fate is Fate.APPROVED and line.at < CLOSE - 2 * DAY]
    firsts = {_key(line.name): line.at for line in lines}
    again = [(line.name, line.at) for line in chance.sample(early, min(9, len(early)))] + [
        (name, firsts[_key(name)]) for name in repeated
    ]
    return [
        Line(
            _between(
                min(first + timedelta(hours=1), CLOSE - timedelta(hours=3)), CLOSE - timedelta(hours=1), chance
            ),
            replace(name, name=name.name.upper() if len(name.name.upper()) <= 200 else name.name),
            Way.PROPOSED,
            Fate.DUPLICATE,
        )
        for name, first in again
    ]


def _between(begin: datetime, end: datetime, chance: random.Random) -> datetime:
    seconds = int((end - begin).total_seconds())
    return begin + timedelta(seconds=chance.randrange(max(1, seconds)))
