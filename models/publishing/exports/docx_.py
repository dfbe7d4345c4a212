"""A list as DOCX: headings, paragraphs and languages as word processors know them, so that a reader's own tools for
contents, reading aloud and editing work. Numbers are text: a list that was published is not numbered again."""

import io
from typing import TYPE_CHECKING, Any

from models.prose import script
from models.publishing.exports import docx_prose
from models.sheets import PrintedLine, PrintedList
from models.terms import Grouping

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

INDENT_CM = 1.2
"""Room for the number before a name."""


def write(printed: PrintedList) -> bytes:
    """The list as a DOCX document: title, sentences, the letter's text, and the names under their headings."""
    import docx

    document = docx.Document()
    document.core_properties.title = printed.title
    document.core_properties.subject = printed.heading
    document.core_properties.keywords = printed.digest
    document.core_properties.author = ""
    _dress(document)
    if printed.embargo:
        _run(document.add_paragraph(), printed.embargo).bold = True
    _run(document.add_heading(level=0), printed.title)
    if not printed.addressed:
        _run(document.add_paragraph(), f"To: {printed.addressee}")
    docx_prose.add(document, printed.prose, printed.language)
    paragraph = document.add_paragraph()
    _run(paragraph, printed.heading).bold = True
    paragraph.add_run().add_break()
    _run(paragraph, printed.sentence)
    for section in printed.sections:
        if section.heading:
            total = f" ({len(section.lines)})" if section.lines else ""
            _run(document.add_heading(level=section.level), f"{section.heading}{total}")
        for line in section.lines:
            _line(document, line, with_country=printed.arrangement.grouping is not Grouping.COUNTRY)
    for note in printed.notes:
        _run(document.add_paragraph(style="Caption"), note)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _dress(document: "Document") -> None:
    from docx.shared import Cm, Pt, RGBColor

    styles: Any = document.styles
    styles["Normal"].font.name = "Calibri"
    styles["Normal"].font.size = Pt(11)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for name in ("Title", "Heading 1", "Heading 2", "Caption"):
        styles[name].font.color.rgb = RGBColor(0, 0, 0)
    styles["Caption"].font.bold = False
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)


def _line(document: "Document", line: PrintedLine, *, with_country: bool) -> None:
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(INDENT_CM)
    paragraph.paragraph_format.first_line_indent = Cm(-INDENT_CM)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(INDENT_CM))
    paragraph.add_run(f"{line.number}.\t")
    entry = line.entry
    _name(paragraph, entry.name, entry.country)
    country = line.country if with_country else ""
    if entry.affiliation:
        paragraph.add_run(" (")
        _name(paragraph, entry.affiliation, entry.country)
        paragraph.add_run(f", {country})" if country else ")")
    elif country:
        paragraph.add_run(f" ({country})")


def _name(paragraph: "Paragraph", name: str, country: str) -> None:
    _run(paragraph, script.isolated(name), language=script.language(name, country))


def _run(paragraph: "Paragraph", text: str, language: str = "") -> Any:
    """Some words; what runs from the right is marked so, and the language says with which shapes it is drawn."""
    run = paragraph.add_run(text)
    if script.runs_from_right(text.removeprefix(script.ISOLATE)):
        run.font.rtl = True
    if language:
        docx_prose.speak(run, language)
    return run
