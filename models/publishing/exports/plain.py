"""A list as plain text, UTF-8. Each line of it begins with the signatory's number, so no name passes for a heading."""

from collections.abc import Iterator

from models.prose import plain as prose, script
from models.publishing.exports import sentences
from models.sheets import PrintedLine, PrintedList, Section
from models.terms import Grouping
from models.translation import ENGLISH, _, is_right_to_left, isolated, language


def write(printed: PrintedList) -> bytes:
    """The list as plain text in UTF-8, with a line feed at the end of each line."""
    return ("\n".join(_paragraphs(printed)) + "\n").encode()


def _paragraphs(printed: PrintedList) -> Iterator[str]:
    if printed.embargo:
        yield from (printed.embargo, "")
    yield printed.title
    if not printed.addressed:
        yield sentences.to(printed.addressee)
    if printed.prose.blocks:
        yield from ("", prose.plain(printed.prose))
    yield from ("", printed.heading, printed.sentence)
    for section in printed.sections:
        yield ""
        if section.heading:
            yield _heading(section)
        with_country = printed.arrangement.grouping is not Grouping.COUNTRY
        yield from (_line(line, with_country=with_country) for line in section.lines)
    yield ""
    yield from printed.notes


def _heading(section: Section) -> str:
    if section.lines:
        return _("{heading}: {count}", heading=section.heading, count=len(section.lines))
    return section.heading.upper() if language() == ENGLISH else section.heading


def _line(line: PrintedLine, *, with_country: bool) -> str:
    name = isolated(line.entry.name)
    parts = [isolated(line.entry.affiliation), line.country if with_country else ""]
    after = sentences.between().join(filter(None, parts))
    said = f"{line.number}. {name}" + (f" ({after})" if after else "")
    # The mark keeps the line itself running the file's way, whatever its first letter is.
    if is_right_to_left():
        return f"{script.FROM_RIGHT_MARK}{said}"
    return f"{script.FROM_LEFT_MARK}{said}" if script.mixes_in_right(said) else said
