#!/bin/sh
# Library: openpyxl 3.1.5 (ECMA-376 part 1, 18.3.1.35 dimension: optional, and only a hint).
# Guess: reading a workbook with `read_only=True` gives the same cells in less memory.
# What happens: some exporters of forms write <dimension ref="A1"/> whatever the sheet holds. Read normally, all rows are
#   there; read only, the sheet ends after its first cell, without a word, until `reset_dimensions()` is called.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import io
import re
import zipfile

import openpyxl

book, made, hinted = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
for name in ("Name", "Harbour Trust", "Lakeshore Circle"):
    book.active.append([name, "Kenya"])
book.save(made)
with zipfile.ZipFile(made) as before, zipfile.ZipFile(hinted, "w") as after:
    for part in before.namelist():
        after.writestr(part, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', before.read(part)))
for read_only in (False, True):
    hinted.seek(0)
    sheet = openpyxl.load_workbook(hinted, read_only=read_only).active
    print(f"read_only={read_only}:", [list(row) for row in sheet.iter_rows(values_only=True)])
sheet.reset_dimensions()
print("after reset_dimensions:", len(list(sheet.iter_rows())), "rows")
PYTHON
cat > "$folder/expected" <<'SEEN'
read_only=False: [['Name', 'Kenya'], ['Harbour Trust', 'Kenya'], ['Lakeshore Circle', 'Kenya']]
read_only=True: [['Name']]
after reset_dimensions: 3 rows
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
