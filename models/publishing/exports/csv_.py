"""A list as CSV (RFC 4180) for spreadsheets, in UTF-8 with the mark by which Excel knows it."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from models.sheets import PrintedList, WorksheetTable

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula (OWASP, *CSV injection*), full-width forms included."""


COLUMNS = (
    "number", "name", "kind", "affiliation", "country", "country_name", "first_signatory", "list", "list_sha256",
)  # fmt: skip


def write(printed: PrintedList) -> bytes:
    """A row for each signatory in printed order. Which published list it is stands in every row, so that sorting and
    cutting lose nothing of it."""
    return table(
        COLUMNS,
        (
            {
                "number": line.number,
                "name": line.entry.name,
                "kind": line.entry.kind.value,
                "affiliation": line.entry.affiliation,
                "country": line.entry.country,
                "country_name": line.country,
                "first_signatory": "yes" if line.first else "no",
                "list": " ".join(filter(None, (printed.embargo, printed.heading))),
                "list_sha256": printed.digest,
            }
            for line in printed.lines
        ),
    )


def write_table(table_: WorksheetTable) -> bytes:
    """One table of the working sheet."""
    return table(table_.columns, table_.rows)


def table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Rows under the names of their columns as CSV; no cell runs as a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=columns)
    writer.writeheader()
    writer.writerows({name: inert(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def inert(value: object) -> object:
    """A value that no spreadsheet runs: a text that begins like a formula gets an apostrophe, which spreadsheets hide
    or show and never run, and which our import takes away again ("+972 Magazine" is a name)."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
