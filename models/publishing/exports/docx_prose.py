"""The letter's text in a DOCX document: headings, lists, tables and footnotes as word processors know them."""

import copy
from typing import TYPE_CHECKING, Any

from models.prose import blocks as prose, script

if TYPE_CHECKING:
    from docx.document import Document

INDENT_CM = 1.2
"""How far a list or a quotation is in."""
FROM_RIGHT = ("ar", "fa", "he", "ur")
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
    "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What the schema wants behind ``w:bidi`` in a paragraph's properties (ECMA-376 part 1, 17.3.1.26)."""
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TO_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def add(document: "Document", text: prose.Prose, language: str) -> None:
    """The whole text at the end of the document so far. ``language`` is a code such as en or ar."""
    writer = _DocxWriter(document, language)
    for block in text.blocks:
        writer.block(block, 0)
    if text.notes:
        writer.notes(text.notes)


def speak(run: Any, language: str) -> None:
    """Office Open XML keeps a language each for Latin, East Asian and right-to-left text (ECMA-376, 17.3.2.20)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    place = (
        "w:bidi"
        if language[:2] in FROM_RIGHT
        else "w:eastAsia"
        if language[:2] in ("zh", "ja", "ko")
        else "w:val"
    )
    spoken = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "ja": "ja-JP", "ko": "ko-KR"}.get(language, language)
    element = OxmlElement("w:lang")
    element.set(qn(place), spoken)
    run._element.get_or_add_rPr().append(element)


class _DocxWriter:
    def __init__(self, document: "Document", language: str) -> None:
        self._document = document
        self._language = language

    def block(self, block: prose.Block, depth: int, marker: str = "") -> None:
        """One block, ``depth`` lists or quotations in; ``marker`` is before it in a list."""
        match block:
            case prose.TextHeading(runs, level) if not depth:
                self._fill(self._document.add_heading(level=level), runs)
            case prose.TextHeading(runs, _) | prose.TextParagraph(runs):
                self._fill(self._paragraph(depth, marker), runs, bold=isinstance(block, prose.TextHeading))
            case prose.TextList(points, start):
                for number, point in enumerate(points, start or 0):
                    said = "•" if start is None else f"{number}."
                    for at, part in enumerate(point or (prose.TextParagraph(()),)):
                        self.block(part, depth + 1, "" if at else said)
            case prose.Quote(inner):
                for part in inner:
                    self.block(part, depth + 1)
            case prose.Code(typed):
                for line in typed.split("\n"):
                    self._fill(self._paragraph(depth + 1, ""), (prose.Run(line, code=True),))
            case prose.TextTable(head) if len(head) > prose.MOST_COLUMNS:
                self.block(prose.as_lines(block), depth)
            case prose.TextTable():
                self._table(block)
            case prose.Rule():
                self._fill(self._paragraph(depth, ""), (prose.Run("⁎ ⁎ ⁎"),))

    def notes(self, notes: tuple[tuple[prose.Block, ...], ...]) -> None:
        """The footnotes, in a part of their own, to which the references in the text point."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import parse_xml
        from docx.oxml.ns import qn
        from lxml import etree

        root = parse_xml(f'<w:footnotes xmlns:w="{_MAIN}">{_SEPARATORS}</w:footnotes>')
        body = self._document.element.body
        for number, note in enumerate(notes, 1):
            before = set(body)
            for block in note or (prose.TextParagraph(()),):
                self.block(block, 0)
            element = etree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(number)})
            for part in [part for part in body if part not in before]:
                body.remove(part)
                element.append(part)
            mark = parse_xml(
                f'<w:r xmlns:w="{_MAIN}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/>'
                '<w:t xml:space="preserve"> </w:t></w:r>'
            )
            first = element.find(qn("w:p"))
            if first is not None:
                properties = first.find(qn("w:pPr"))
                first.insert(0 if properties is None else 1, copy.deepcopy(mark))
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), _NOTES, data, self._document.part.package)
        self._document.part.relate_to(part, _TO_NOTES)

    def _paragraph(self, depth: int, marker: str) -> Any:
        from docx.shared import Cm

        paragraph = self._document.add_paragraph()
        if depth:
            paragraph.paragraph_format.left_indent = Cm(depth * INDENT_CM)
        if marker:
            paragraph.paragraph_format.first_line_indent = Cm(-INDENT_CM / 2)
            paragraph.add_run(f"{marker}\t")
        return paragraph

    def _table(self, table: prose.TextTable) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement

        drawn = self._document.add_table(rows=1 + len(table.rows), cols=len(table.head), style="Table Grid")
        if script.runs_from_right(prose.text((table,))):
            drawn.table_direction = _right_to_left()
        drawn.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row, cells in zip(drawn.rows, (table.head, *table.rows), strict=True):
            for at, (cell, runs) in enumerate(zip(row.cells, cells, strict=True)):
                self._fill(cell.paragraphs[0], runs, bold=cells is table.head)
                if at in table.right:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._document.add_paragraph()

    def _fill(self, paragraph: Any, runs: prose.Runs, *, bold: bool = False) -> None:
        from_right = script.runs_from_right(prose.words(runs))
        if from_right:
            turn(paragraph)
            for mark in paragraph.runs:
                mark.font.rtl = True
        for run in runs:
            if run.text == "\n":
                paragraph.add_run().add_break()
            elif run.note:
                _refer(paragraph, run.note)
            else:
                self._run(paragraph, run, from_right=from_right, bold=bold or run.bold)

    def _run(self, paragraph: Any, run: prose.Run, *, from_right: bool, bold: bool) -> None:
        """Bold and italics are said twice: what runs from the right has its own (ECMA-376, 17.3.2.2 and 17.3.2.17).
        In a paragraph from the right a full stop stands at its left end only in a run that says so too."""
        said = f"{run.text} ({run.link})" if run.link and run.link != run.text else run.text
        written = paragraph.add_run(said)
        if from_right or script.runs_from_right(said):
            written.font.rtl = True
        written.bold, written.italic = bold or None, run.italic or None
        written.font.cs_bold, written.font.cs_italic = bold or None, run.italic or None
        written.font.strike = run.struck or None
        if run.code:
            written.font.name = "Courier New"
        if language := script.language(run.text) or self._language:
            speak(written, language)


def _right_to_left() -> Any:
    from docx.enum.table import WD_TABLE_DIRECTION

    return WD_TABLE_DIRECTION.RTL


def _refer(paragraph: Any, number: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)


def turn(paragraph: Any) -> None:
    """The paragraph itself runs from the right."""
    from docx.oxml import OxmlElement

    paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
