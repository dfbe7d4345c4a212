"""A list as Markdown: a table under each heading, because only a table keeps name, affiliation and country apart for
anyone who reads it in again. The letter's text stands as it was typed, unless it has HTML in it or a link that may not
be followed."""

import re
from collections.abc import Iterator

from models import labels
from models.prose import parser, source
from models.publishing.exports import sentences
from models.sheets import PrintedList, Section
from models.terms import Grouping
from models.translation import _, isolated, pgettext

_MARKUP = re.compile(r"([\\`*_\[\]<|~$&])")
_LINE_START = re.compile(r"^(\d*)([#>+.)-])")
_HTML = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:|[^\s<>]*@)[A-Za-z/!?]")
"""Where a tag begins that a reader of Markdown may obey; an address between such brackets is none."""
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
        yield from (sentences.to(escaped(printed.addressee)), "")
    if printed.body:
        yield from (_text(printed.body), "", "---", "")
    yield from (f"**{escaped(printed.heading)}**", "", escaped(printed.sentence), "")
    for section in printed.sections:
        if section.heading:
            heading = escaped(section.heading)
            if section.lines:
                heading = _("{heading}: {count}", heading=heading, count=len(section.lines))
            yield from (f"{'#' * (section.level + 1)} {heading}", "")
        if section.lines:
            yield from (*_table(section, printed.arrangement.grouping), "")
    for note in printed.notes:
        yield from (_linked(note, printed.contact), "")


def _text(body: str) -> str:
    read = parser.parse(body)
    return source.markdown(read) if read.left_out or _HTML.search(body) else body


def _linked(note: str, address: str) -> str:
    """A note in which the contact is a link: escaped, an address could not be copied."""
    before, found, after = note.partition(address) if address else (note, "", "")
    return escaped(before) + (f"<{found}>" if found else "") + escaped(after)


def _table(section: Section, grouping: Grouping) -> Iterator[str]:
    names = (
        pgettext("heading of a column", "No."),
        pgettext("heading of a column", "Name"),
        pgettext("heading of a column", "Kind"),
        pgettext("heading of a column", "Affiliation"),
        pgettext("heading of a column", "Country"),
    )
    rows = [
        (
            str(line.number),
            _cell(line.entry.name),
            "" if grouping is Grouping.KIND else labels.kind(line.entry.kind),
            _cell(line.entry.affiliation),
            "" if grouping is Grouping.COUNTRY else _cell(line.country),
        )
        for line in section.lines
    ]
    used = [at for at in range(len(names)) if any(row[at] for row in rows)]
    yield f"| {' | '.join(names[at] for at in used)} |"
    yield f"|{'|'.join(' --- ' if at else ' ---: ' for at in used)}|"
    for row in rows:
        yield f"| {' | '.join(row[at] for at in used)} |"


def _cell(text: str) -> str:
    return isolated(escaped(text))
