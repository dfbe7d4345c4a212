#!/bin/sh
# Library: python-docx 1.2.0, beside mammoth 1.13.0 (ECMA-376 part 1, 17.13.5.18 w:ins and 17.5.2 w:sdt).
# Guess: `paragraph.text` is what Word shows, and `document.paragraphs` are all of a document's paragraphs.
# What happens: text that was inserted while changes were tracked is left out of `paragraph.text`, so that a sentence can
#   say the opposite of what Word shows; and a paragraph in a content control, as templates have for each signatory, is
#   not among `document.paragraphs`. Neither is said. mammoth reads both.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import io

import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document, file = Document(), io.BytesIO()
paragraph = document.add_paragraph("We ask for ")
for xml in (
    "<w:ins {} w:id='1' w:author='A' w:date='2026-01-01T00:00:00Z'><w:r><w:t>no </w:t></w:r></w:ins>",
    "<w:r {}><w:t>back doors</w:t></w:r>",
):
    paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
control = "<w:sdt {}><w:sdtContent><w:p><w:r><w:t>Harbour Trust</w:t></w:r></w:p></w:sdtContent></w:sdt>"
document.element.body.insert(0, parse_xml(control.format(nsdecls("w"))))
document.save(file)
file.seek(0)
print("python-docx:", [one.text for one in Document(file).paragraphs])
file.seek(0)
print("mammoth:", mammoth.extract_raw_text(file).value.split("\n\n")[:-1])
PYTHON
cat > "$folder/expected" <<'SEEN'
python-docx: ['We ask for back doors']
mammoth: ['Harbour Trust', 'We ask for no back doors']
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
