"""A list as DOCX: headings, paragraphs and languages as word processors know them, so that a reader's own tools for
contents, reading aloud and editing work. Numbers are text: a list that was published is not numbered again."""

import io
from typing import TYPE_CHECKING, Any

from models.prose import script
from models.publishing.exports import docx_prose, sentences
from models.sheets import PrintedLine, PrintedList
from models.terms import Grouping
from models.translation import ENGLISH, is_right_to_left, isolated, language

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
    document.core_properties.language = language()
    _dress(document)
    if printed.embargo:
        _bold(_said(_ours(document.add_paragraph()), printed.embargo))
    _run(_titled(document.add_heading(level=0), printed.title), printed.title)
    if not printed.addressed:
        _said(_ours(document.add_paragraph()), sentences.to(printed.addressee))
    docx_prose.add(document, printed.prose, printed.language)
    paragraph = _ours(document.add_paragraph())
    _bold(_said(paragraph, printed.heading))
    paragraph.add_run().add_break()
    _said(paragraph, printed.sentence)
    for section in printed.sections:
        if section.heading:
            heading = sentences.headed(section.heading, len(section.lines))
            _said(_ours(document.add_heading(level=section.level)), heading)
        for line in section.lines:
            _line(document, line, with_country=printed.arrangement.grouping is not Grouping.COUNTRY)
    for note in printed.notes:
        _said(_ours(document.add_paragraph(style="Caption")), note)
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

    paragraph = _ours(document.add_paragraph())
    paragraph.paragraph_format.left_indent = Cm(INDENT_CM)
    paragraph.paragraph_format.first_line_indent = Cm(-INDENT_CM)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(INDENT_CM))
    _said(paragraph, f"{line.number}.\t")
    entry = line.entry
    _name(paragraph, entry.name, entry.country)
    country = line.country if with_country else ""
    if entry.affiliation:
        _said(paragraph, " (")
        _name(paragraph, entry.affiliation, entry.country)
        _said(paragraph, f"{sentences.between()}{country})" if country else ")")
    elif country:
        _said(paragraph, f" ({country})")


def _ours(paragraph: "Paragraph") -> "Paragraph":
    """A paragraph of the file's own words, which runs as its language does."""
    if is_right_to_left():
        docx_prose.turn(paragraph)
    return paragraph


def _titled(paragraph: "Paragraph", title: str) -> "Paragraph":
    if script.runs_from_right(title):
        docx_prose.turn(paragraph)
    return paragraph


def _said(paragraph: "Paragraph", text: str) -> Any:
    """Some of the file's own words."""
    run = _run(paragraph, text, "" if language() == ENGLISH else language())
    if is_right_to_left():
        run.font.rtl = True
    return run


def _bold(run: Any) -> None:
    """Said twice: what runs from the right has its own (ECMA-376, 17.3.2.2)."""
    run.bold = True
    run.font.cs_bold = True


def _name(paragraph: "Paragraph", name: str, country: str) -> None:
    _run(paragraph, isolated(name), language=script.language(name, country))


def _run(paragraph: "Paragraph", text: str, language: str = "") -> Any:
    """Some words; what runs from the right is marked so, and the language says with which shapes it is drawn."""
    run = paragraph.add_run(text)
    if script.runs_from_right(text.removeprefix(script.ISOLATE)):
        run.font.rtl = True
    if language:
        docx_prose.speak(run, language)
    return run
