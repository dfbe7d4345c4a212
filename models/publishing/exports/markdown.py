"""A list as Markdown: a table under each heading, because only a table keeps name, affiliation and country apart for
anyone who reads it in again. The letter's text stands as it was typed."""

import re
from collections.abc import Iterator

from models.prose import script
from models.publishing.exports import sentences
from models.sheets import PrintedList, Section
from models.terms import Grouping

_MARKUP = re.compile(r"([\\`*_\[\]<|~$&])")
_LINE_START = re.compile(r"^(\d*)([#>+.)-])")
_AFTER_AT = "\u200b"
"""A space without width: a backslash does not keep Discord or GitHub from taking what follows an @ for a mention."""


def write(printed: PrintedList) -> bytes:
    """The list as Markdown in UTF-8."""
    return ("\n".join(_blocks(printed)) + "\n").encode()


def escaped(text: str) -> str:
    """A text as Markdown shows it: no markup, no mention, no end of a table's cell, no link from a bare domain."""
    plain = _LINE_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    return plain.replace("@", f"@{_AFTER_AT}")


def _blocks(printed: PrintedList) -> Iterator[str]:
    if printed.embargo:
        yield from (f"**{escaped(printed.embargo)}**", "")
    if not printed.titled:
        yield from (f"# {escaped(printed.title)}", "")
    if not printed.addressed:
        yield from (f"To: {escaped(printed.addressee)}", "")
    if printed.body:
        yield from (printed.body, "", "---", "")
    yield from (f"**{escaped(printed.heading)}**", "", escaped(printed.sentence), "")
    for section in printed.sections:
        if section.heading:
            total = f": {len(section.lines)}" if section.lines else ""
            yield from (f"{'#' * (section.level + 1)} {escaped(section.heading)}{total}", "")
        if section.lines:
            yield from (*_table(section, printed.arrangement.grouping), "")
    for note in printed.notes:
        yield from (_linked(note, printed.contact), "")


def _linked(note: str, address: str) -> str:
    """A note in which the contact is a link: escaped, an address could not be copied."""
    before, found, after = note.partition(address) if address else (note, "", "")
    return escaped(before) + (f"<{found}>" if found else "") + escaped(after)


def _table(section: Section, grouping: Grouping) -> Iterator[str]:
    rows = [
        {
            "No.": str(line.number),
            "Name": _cell(line.entry.name),
            "Kind": "" if grouping is Grouping.KIND else sentences.NAMES[line.entry.kind][0],
            "Affiliation": _cell(line.entry.affiliation),
            "Country": "" if grouping is Grouping.COUNTRY else _cell(line.country),
        }
        for line in section.lines
    ]
    columns = [name for name in rows[0] if any(row[name] for row in rows)]
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join(' ---: ' if name == 'No.' else ' --- ' for name in columns)}|"
    for row in rows:
        yield f"| {' | '.join(row[name] for name in columns)} |"


def _cell(text: str) -> str:
    return script.isolated(escaped(text))
