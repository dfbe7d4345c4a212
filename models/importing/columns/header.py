"""The header of a table: whether a first row names columns, by its words, or because it differs in kind from all rows
below it."""

import difflib
import re
from collections.abc import Sequence

from models.geography import countries
from models.importing.columns import wording
from models.importing.columns.listing import Role
from models.strings import folding

LOOKED_AT = 400
"""Rows that say enough of what a column holds."""
ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
LINK = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_NO_HEADING = re.compile(r"@|://|^[\d\s.,/:-]+$")
_MOST = 0.7
"""From this share of its cells on, a column holds what they are."""


def are_headings(cells: Sequence[str], below: Sequence[Sequence[str]] = ()) -> bool:
    """Whether a first row names columns: by its words, or because it differs in kind from all rows ``below`` it."""
    said = [cell.strip() for cell in cells if cell.strip()]
    plain = [one for one in map(wording.plain, said) if one]
    if not plain or any(len(cell) > 150 for cell in said) or any(_NO_HEADING.search(cell) for cell in said):
        return False
    if _is_data(cells, below):
        return False
    if len(cells) == 1 and wording.says_that_names_follow(plain[0]):
        return True  # above several columns it is a title
    return _in_words(plain) or _by_shape(cells, below)


def _in_words(plain: list[str]) -> bool:
    known = [cell for cell in plain if wording.is_name(cell) or wording.roles(cell)]
    sure = [
        cell
        for cell in known
        if wording.is_name(cell)
        or wording.exact(cell)
        or len(cell.split()) > 3
        or cell.endswith(" name")
        or (len(plain) > 1 and len(known) == len(plain) and len(cell.split()) <= 3)
    ]
    if len(plain) == 1:
        return bool(known) and (
            wording.is_name(plain[0]) or wording.exact(plain[0]) is not None or _asks(plain[0])
        )
    # "Media Institute" is a body although it holds a heading's word, so most must be short and one be exact.
    return bool(sure) and len(known) * 3 >= len(plain)


def _asks(plain: str) -> bool:
    """A heading of two words, one of which says that names follow: "organisation name", "název organizace"."""
    words = plain.split()
    return (
        1 < len(words) <= 4
        and any(wording.is_name(word) for word in words)
        and Role.NAME in wording.roles(plain)
    )


def _is_data(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """A first row that holds a country where all rows do is one of them."""
    return any(
        holds_countries(_column(below, place)) and bool(countries.meanings(cell))
        for place, cell in enumerate(cells)
        if (plain := wording.plain(cell)) and not wording.exact(plain) and not wording.is_name(plain)
    )


def _by_shape(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """A cell that is no country above countries, no address above addresses; and nothing of the row returns."""
    if len(below) < 3 or len([cell for cell in cells if cell.strip()]) < 2:
        return False
    columns = [_column(below, place) for place in range(len(cells))]
    if any(cell.strip() and cell in column for cell, column in zip(cells, columns, strict=True)):
        return False
    for cell, column in zip(cells, columns, strict=True):
        if not cell.strip() or len(column) < 3:
            continue
        if (
            holds_countries(column)
            and not _resembles_country(cell)
            and sum(bool(countries.meanings(one)) for one in column) >= 0.8 * len(column)
        ):
            return True
        for shape in (ADDRESS, LINK):
            if sum(bool(shape.fullmatch(one)) for one in column) >= 0.8 * len(column) and not shape.search(
                cell
            ):
                return True
    return False


def _resembles_country(cell: str) -> bool:
    plain = folding.SEARCH(cell)
    return bool(
        countries.meanings(cell)
        or countries.is_anywhere(cell)
        or difflib.get_close_matches(plain, countries.spellings(), n=1, cutoff=0.82)
    )


def names_a_table(cells: Sequence[str]) -> bool:
    """Whether a first row can only be the headings of a table, however damaged the rows below it: at least two cells,
    each of which is a heading that we know, and nothing else."""
    plain = [one for one in (wording.plain(cell) for cell in cells if cell.strip()) if one]
    return len(plain) > 1 and all(
        wording.is_name(cell)
        or wording.exact(cell)
        or wording.is_number(cell)
        or (cell.endswith(" name") and wording.roles(cell))
        for cell in plain
    )


def holds_countries(cells: Sequence[str]) -> bool:
    """Whether most cells are countries. A column of as many texts as rows is one of names, not worth a look into all
    languages: countries return, or are known."""
    if not cells:
        return False
    sample = list(dict.fromkeys(cells[:LOOKED_AT]))
    if sum(len(one) > 40 or LINK.fullmatch(one) is not None for one in sample) * 2 > len(sample):
        return False
    known = sum(countries.known(one) is not None for one in sample)
    if known <= _MOST * len(sample) and not (len(sample) <= 12 or len(sample) * 2 <= len(cells[:LOOKED_AT])):
        return False
    counted = sum(bool(countries.meanings(one) or countries.is_anywhere(one)) for one in cells[:LOOKED_AT])
    return counted > _MOST * len(cells[:LOOKED_AT])


def _column(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place].strip() for row in rows[:LOOKED_AT] if place < len(row) and row[place].strip()]
