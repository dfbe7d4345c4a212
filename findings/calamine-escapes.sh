#!/bin/sh
# python-calamine decodes only some of the escaped characters of an XLSX file.
#
# A guess: a reader of XLSX undoes the escape _xHHHH_ of every character (ECMA-376, part 1, 22.9.2.19, ST_Xstring), as
# Excel does, so that what was written as _x2603_ is a snowman.
# What happens: _x000D_ becomes a carriage return and _x005F_ an underscore; _x2603_ stays in the text as seven
# characters. A literal "_x000D_" (written _x005F_x000D_) and an escape that was left cannot be told apart afterwards.
# Seen on 2026-11-29 with python-calamine 0.9.1 and openpyxl 3.1.5 (which only writes the file), CPython 3.11.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5 2>/dev/null
cat > "$folder/try.py" <<'PY'
import io
import openpyxl
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
for text in ("Line_x000D_", "Snow _x2603_", "Literal _x005F_x000D_ text"):
    book.active.append([text])
out = io.BytesIO()
book.save(out)
out.seek(0)
for [cell] in CalamineWorkbook.from_filelike(out).get_sheet_by_index(0).to_python(skip_empty_area=True):
    print(ascii(cell))
PY
"$folder/venv/bin/python" "$folder/try.py" > "$folder/seen"
cat "$folder/seen"
cat > "$folder/expected" <<'TEXT'
'Line\r'
'Snow _x2603_'
'Literal _x000D_ text'
TEXT
cmp "$folder/expected" "$folder/seen"
