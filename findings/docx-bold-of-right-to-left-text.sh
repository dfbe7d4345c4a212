#!/bin/sh
# Libraries: python-docx 1.2.0, mammoth 1.13.0 (ECMA-376 part 1, 17.3.2.1 w:b and 17.3.2.2 w:bCs).
# Guess: bold is one property. What Word shows as bold, `run.bold` and a converter to HTML call bold.
# What happens: a run that is marked right to left (w:rtl) takes its weight from w:bCs alone. Readers look only at w:b:
#   Arabic that Word shows bold comes out plain, and Arabic that Word shows plain comes out bold. Writing has the same
#   hole: `run.bold = True` sets w:b, so that Word shows the Arabic run plain until `font.cs_bold` is set as well.
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

for shown, bold, complex_bold in (("bold", None, True), ("plain", True, None)):
    document, file = Document(), io.BytesIO()
    run = document.add_paragraph().add_run("نطالب")
    run.font.rtl, run.bold, run.font.cs_bold = True, bold, complex_bold
    document.save(file)
    file.seek(0)
    read = Document(file).paragraphs[0].runs[0].bold
    file.seek(0)
    html = mammoth.convert_to_html(file).value
    print(f"Word shows it {shown}: python-docx says bold={read}, mammoth {'strong' if 'strong' in html else 'no strong'}")
PYTHON
cat > "$folder/expected" <<'SEEN'
Word shows it bold: python-docx says bold=None, mammoth no strong
Word shows it plain: python-docx says bold=True, mammoth strong
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
