"""A list as DOCX: headings, paragraphs and languages as word processors know them, so that a reader's own tools for
contents, reading aloud and editing work. Numbers are text: a list that was published is not numbered anew."""

import io
from typing import TYPE_CHECKING, Any

from models.publishing.exports import prose, script
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
    _run(document.add_heading(level=0), printed.title)
    _run(document.add_paragraph(), f"To: {printed.addressee}")
    if printed.body:
        _body(document, printed)
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


def _body(document: "Document", printed: PrintedList) -> None:
    from docx.shared import Cm

    from_right = script.runs_from_right(printed.body)
    for block in prose.blocks(printed.body):
        paragraph = document.add_heading(level=min(block.level, 9)) if block.level else document.add_paragraph()
        if block.depth:
            paragraph.paragraph_format.left_indent = Cm(block.depth * INDENT_CM)
        if block.marker:
            paragraph.paragraph_format.first_line_indent = Cm(-INDENT_CM / 2)
            paragraph.add_run(f"{block.marker}\t")
        if from_right:
            _turn(paragraph)
        for span in block.spans:
            if span.text == "\n":
                paragraph.add_run().add_break()
                continue
            run = _run(paragraph, span.text, language=printed.language)
            run.bold, run.italic = span.bold or None, span.italic or None
            if span.link and span.link != span.text:
                _run(paragraph, f" ({span.link})")


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
        _speak(run, language)
    return run


def _speak(run: Any, language: str) -> None:
    """Office Open XML keeps a language each for Latin, East Asian and right-to-left text (ECMA-376, 17.3.2.20)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    place = "w:bidi" if language in ("ar", "fa", "he", "ur") else "w:eastAsia"
    place = place if language[:2] in ("ar", "fa", "he", "ur", "zh", "ja", "ko") else "w:val"
    spoken = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "ja": "ja-JP", "ko": "ko-KR"}.get(language, language)
    element = OxmlElement("w:lang")
    element.set(qn(place), spoken)
    run._element.get_or_add_rPr().append(element)


def _turn(paragraph: "Paragraph") -> None:
    """The paragraph itself runs from the right."""
    from docx.oxml import OxmlElement

    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
