#!/bin/sh
# Libraries: pypdfium2 5.15.2 (PDFium, as in Chrome), beside pypdf 7.1.1; the file is made by typst 0.15.2.
# Guess: names in a PDF that says what each glyph stands for (/ToUnicode) can be read back, and so be searched for.
# What happens: PDFium turns a line from right to left round letter by letter, also the two letters of one glyph, which
#   the file has in their order: each lam before an alef comes behind it, so "Islam" and "Alaa" are not found. A hyphen
#   at the end of a line becomes U+FFFE, even where it belongs to the word. pypdf reads all of them from the same file.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypdfium2==5.15.2 pypdf==7.1.1 typst==0.15.2 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import io

import pypdf
import pypdfium2
import typst

for typed in ("محمد", "إسلام", "علاء", "anti-surveillance"):
    file = typst.compile(f"#set page(width: 90pt, height: 90pt, margin: 10pt)\n{typed}".encode(), format="pdf")
    by_pdfium = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
    by_pypdf = pypdf.PdfReader(io.BytesIO(file)).pages[0].extract_text()
    print(f"{ascii(typed)}: PDFium {ascii(by_pdfium)}, pypdf {ascii(by_pypdf)}")
PYTHON
cat > "$folder/expected" <<'SEEN'
'\u0645\u062d\u0645\u062f': PDFium '\u0645\u062d\u0645\u062f', pypdf '\u0645\u062d\u0645\u062f'
'\u0625\u0633\u0644\u0627\u0645': PDFium '\u0625\u0633\u0627\u0644\u0645', pypdf '\u0625\u0633\u0644\u0627\u0645'
'\u0639\u0644\u0627\u0621': PDFium '\u0639\u0627\u0644\u0621', pypdf '\u0639\u0644\u0627\u0621'
'anti-surveillance': PDFium 'anti\ufffesurveillance', pypdf 'anti-\nsurveillance'
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
