"""Exports: a list as a file that anybody can open without us. One format a file, each from the same printed list.

Formats that need a large library import it when they are written, not before.
"""

from models import translation
from models.publishing.exports.arrange import arrange
from models.sheets import Arrangement, EditionSheet, ExportSheet
from models.terms import Format

ENDINGS = {
    Format.MARKDOWN: "md",
    Format.TEXT: "txt",
    Format.HTML: "html",
    Format.CSV: "csv",
    Format.JSON: "json",
    Format.DOCX: "docx",
    Format.PDF: "pdf",
}


def export(edition: EditionSheet, as_: Format, wanted: Arrangement) -> ExportSheet:
    """The list as a file of this format, named after its number, or its instant where it was not published."""
    with translation.speaking(wanted.language or translation.language()):
        return _export(edition, as_, wanted)


def _export(edition: EditionSheet, as_: Format, wanted: Arrangement) -> ExportSheet:
    printed = arrange(edition, wanted)
    unprintable: tuple[str, ...] = ()
    match as_:
        case Format.MARKDOWN:
            from models.publishing.exports import markdown

            data = markdown.write(printed)
        case Format.TEXT:
            from models.publishing.exports import plain

            data = plain.write(printed)
        case Format.HTML:
            from models.publishing.exports import html

            data = html.write(printed)
        case Format.CSV:
            from models.publishing.exports import csv_

            data = csv_.write(printed, edition)
        case Format.JSON:
            from models.publishing.exports import json_

            data = json_.write(printed, edition)
        case Format.DOCX:
            from models.publishing.exports import docx_

            data = docx_.write(printed)
        case Format.PDF:
            from models.publishing.exports import pdf

            data, unprintable = pdf.write(printed, edition), pdf.unprintable(printed)
    return ExportSheet(f"{stem(edition)}.{ENDINGS[as_]}", data, printed, unprintable)


def stem(edition: EditionSheet) -> str:
    """The name of its files without ending: ``list-2``, or ``list-20250213-2245`` for one that was not published."""
    return f"list-{edition.number}" if edition.name else f"list-{edition.cut_at:%Y%m%d-%H%M}"
