"""A list as CSV (RFC 4180) for spreadsheets, in UTF-8 with the mark by which Excel knows it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from models.sheets import EditionSheet, PrintedList, WorksheetTable
from models.strings.formulas import inert

BEFORE = (
    "number", "name", "kind", "affiliation", "country", "country_name", "first_signatory", "list", "list_sha256",
)  # fmt: skip
"""The columns of an earlier version, whose files are still recognised (``models.publishing.verification``)."""
COLUMNS = (
    *BEFORE, "list_title", "list_addressee", "list_as_of", "list_correction", "list_text_version",
    "list_text_sha256", "list_earlier_text",
)  # fmt: skip


def write(printed: PrintedList, edition: EditionSheet) -> bytes:
    """A row for each signatory in printed order. What is true of the whole list is in every row, so that sorting
    and cutting lose nothing of it: ``list_earlier_text`` is how many on it endorse an earlier text."""
    of_the_list = {
        "list": " ".join(filter(None, (printed.embargo, printed.heading))),
        "list_sha256": printed.digest,
        "list_title": printed.title,
        "list_addressee": printed.addressee,
        "list_as_of": edition.counts.as_of.isoformat(timespec="seconds"),
        "list_correction": edition.correction,
        "list_text_version": edition.text_number if edition.text_digest else "",
        "list_text_sha256": edition.text_digest,
        "list_earlier_text": edition.earlier if edition.text_digest else "",
    }
    return table(
        COLUMNS,
        (
            {**line.document(), "first_signatory": "yes" if line.first else "no", **of_the_list}
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
