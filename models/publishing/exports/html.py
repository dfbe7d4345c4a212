"""A list as one HTML page that needs nothing else: no script, no font, no picture. It reads aloud, grows with the
reader's letters, follows a dark screen, and prints."""

from collections.abc import Iterator
from html import escape

from models.prose import html as prose
from models.prose import script
from models.sheets import PrintedLine, PrintedList, Section
from models.terms import Grouping

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h1 { line-height: 1.25; }
.list { padding-inline-start: 3.5em; }
.list li { margin-block: .2em; }
.detail { opacity: .8; }
.embargo { border: 2px solid; padding: .5em; }
footer { border-top: 1px solid; margin-top: 2rem; font-size: .85rem; }
@media print {
  body { font-size: 10pt; max-width: none; margin: 0; color: #000; background: #fff; }
  .list { columns: 2; column-gap: 2em; }
  .list li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
""".strip()


def write(printed: PrintedList) -> bytes:
    """The list as one HTML page in UTF-8."""
    return ("\n".join(_page(printed)) + "\n").encode()


def block(printed: PrintedList, *more: str) -> str:
    """Sentence and list alone, to be pasted into a page that has its own dress; ``more`` are paragraphs after the
    sentence. Headings begin at the second level."""
    said = (printed.embargo, printed.sentence, *more)
    paragraphs = (f"<p>{_text(text)}</p>" for text in said if text)
    notes = (f"<p><small>{_text(note)}</small></p>" for note in printed.notes)
    return "\n".join(
        ('<section class="signatories">', *paragraphs, *_sections(printed), *notes, "</section>", "")
    )


def _page(printed: PrintedList) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{_text(printed.title)}</title>"
    yield f"<style>{STYLE}\n{prose.STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    if printed.embargo:
        yield f'<p class="embargo"><strong>{_text(printed.embargo)}</strong></p>'
    yield f'<h1 dir="auto">{_text(printed.title)}</h1>'
    if not printed.addressed:
        yield f"<p>To: <bdi>{_text(printed.addressee)}</bdi></p>"
    if printed.prose.blocks:
        about = f'lang="{escape(printed.language)}" dir="{prose.direction(printed.prose)}"'
        yield f'<article class="prose" {about}>'
        yield prose.html(printed.prose, printed.language) + "</article>"
    yield f"<p><strong>{_text(printed.heading)}</strong><br>{_text(printed.sentence)}</p>"
    yield from _sections(printed)
    yield "</main>"
    yield "<footer>"
    yield from (f"<p>{_text(note)}</p>" for note in printed.notes)
    yield "</footer>"
    yield "</body>"
    yield "</html>"


def _sections(printed: PrintedList) -> Iterator[str]:
    for section in printed.sections:
        if section.heading:
            total = f" ({len(section.lines)})" if section.lines else ""
            level = section.level + 1
            yield f"<h{level}>{_text(section.heading)}{total}</h{level}>"
        if section.lines:
            yield from _list(section, printed.arrangement.grouping)


def _list(section: Section, grouping: Grouping) -> Iterator[str]:
    yield f'<ol class="list" start="{section.lines[0].number}">'
    for line in section.lines:
        yield f"<li>{_line(line, with_country=grouping is not Grouping.COUNTRY)}</li>"
    yield "</ol>"


def _line(line: PrintedLine, *, with_country: bool) -> str:
    entry = line.entry
    details = [_isolated(entry.affiliation, entry.country)] if entry.affiliation else []
    if with_country and line.country:
        details.append(_text(line.country))
    after = f' <span class="detail">({", ".join(details)})</span>' if details else ""
    return _isolated(entry.name, entry.country) + after


def _isolated(text: str, country: str) -> str:
    """``bdi`` lets each name run its own way, whatever stands around it."""
    language = script.language(text, country)
    return f'<bdi lang="{language}">{_text(text)}</bdi>' if language else f"<bdi>{_text(text)}</bdi>"


def _text(text: str) -> str:
    return escape(text)
