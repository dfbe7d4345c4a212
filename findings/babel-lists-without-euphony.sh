#!/bin/sh
# Library: Babel 2.18.0 (CLDR list patterns).
# Guess: `format_list` writes a list of names as a reader of that language would.
# What happens: CLDR's patterns are put together as they stand. Spanish has "y" before a name that begins with the sound i,
#   and "o" before one with the sound o, where it must be "e" and "u"; Hebrew joins its letter for "and" to a Latin word
#   without the hyphen. ICU mends all three in code, since the patterns cannot say it.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from babel.lists import format_list

print(format_list(["Amnistía", "Iglesia Abierta"], locale="es"))
print(format_list(["siete", "ocho"], style="or", locale="es"))
print(ascii(format_list(["שלום", "Peace"], locale="he")))
PYTHON
cat > "$folder/expected" <<'SEEN'
Amnistía y Iglesia Abierta
siete o ocho
'\u05e9\u05dc\u05d5\u05dd \u05d5Peace'
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
