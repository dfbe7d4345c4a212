#!/bin/sh
# ftfy.fix_encoding changes correct names in capitals.
#
# A guess: fix_encoding leaves text alone that was never decoded wrongly; correct Portuguese in capitals is such text.
# What happens: a capital that ends a word before a closing mark or a dash is taken for half of a broken letter:
# "AMANHÃ" in quotation marks becomes "AMANHÔ without its closing mark, "ALEMÃ–BRASILEIRA" loses its dash.
# Seen on 2026-11-29 with ftfy 6.3.1, CPython 3.11.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ftfy==6.3.1 2>/dev/null
cat > "$folder/try.py" <<'PY'
import sys
import ftfy

sys.stdout.reconfigure(encoding="utf-8")
for name in ("CENTRO CULTURAL “AMANHÃ”", "REDE «CIDADÃ»", "TALISMÃ®", "FUNDAÇÃO ALEMÃ–BRASILEIRA"):
    print(name, "->", ftfy.fix_encoding(name))
PY
"$folder/venv/bin/python" "$folder/try.py" > "$folder/seen"
cat "$folder/seen"
cat > "$folder/expected" <<'TEXT'
CENTRO CULTURAL “AMANHÃ” -> CENTRO CULTURAL “AMANHÔ
REDE «CIDADÃ» -> REDE «CIDADû
TALISMÃ® -> TALISMî
FUNDAÇÃO ALEMÃ–BRASILEIRA -> FUNDAÇÃO ALEMÖBRASILEIRA
TEXT
cmp "$folder/expected" "$folder/seen"
