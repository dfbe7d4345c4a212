#!/bin/sh
# python-calamine reads an error of a spreadsheet, and a formula that was never computed, as an empty cell.
#
# A guess: a cell that shows #REF! comes as that text, as an error value or as None, so that a row whose name was lost
# is told from one that never had any; a formula without a stored value comes as the formula or as None.
# What happens: both come as the empty string, exactly as an empty cell does. Anyone who imports names loses them without
# a word, and must look into the sheet's XML (t="e", or <f> without <v>) to say which cells they were.
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
for value in ("#REF!", '=UPPER("name")', None):
    book.active.append([value, "row"])
assert book.active["A1"].data_type == "e"
out = io.BytesIO()
book.save(out)
out.seek(0)
for row in CalamineWorkbook.from_filelike(out).get_sheet_by_index(0).to_python(skip_empty_area=True):
    print(row)
PY
"$folder/venv/bin/python" "$folder/try.py" > "$folder/seen"
cat "$folder/seen"
cat > "$folder/expected" <<'TEXT'
['', 'row']
['', 'row']
['', 'row']
TEXT
cmp "$folder/expected" "$folder/seen"
