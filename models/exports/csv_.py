"""A list as CSV (RFC 4180) for spreadsheets, in UTF-8 with the mark by which Excel knows it."""

import csv
import io
import re
from collections.abc import Iterable, Mapping

from models.sheets import PrintedList

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula (OWASP, *CSV injection*), full-width forms included."""


def write(printed: PrintedList) -> bytes:
    """A row for each signatory in printed order. Which published list it is stands in every row, so that sorting and
    cutting lose nothing of it."""
    return table(
        {
            "number": line.number,
            "name": line.entry.name,
            "kind": line.entry.kind.value,
            "affiliation": line.entry.affiliation,
            "country": line.entry.country,
            "country_name": line.country,
            "first_signatory": "yes" if line.first else "no",
            "list": printed.heading,
            "list_sha256": printed.digest,
        }
        for line in printed.lines
    )


def table(rows: Iterable[Mapping[str, object]]) -> bytes:
    """Rows of one shape as CSV, the names of the columns first; no cell runs as a formula."""
    out = io.StringIO()
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, fieldnames=list(row))
            writer.writeheader()
        writer.writerow({name: inert(value) for name, value in row.items()})
    return out.getvalue().encode("utf-8-sig")


def inert(value: object) -> object:
    """A value that no spreadsheet runs: a text that begins like a formula gets an apostrophe, which spreadsheets hide
    or show and never run, and which our import takes away again ("+972 Magazine" is a name)."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
