#!/bin/sh
# Library: Babel 2.18.0.
# Guess: format_skeleton("yMMMMEEEEd") writes weekday and month in full, as the skeleton's four letters ask for
#   (UTS #35: where only a shorter pattern exists, its fields are widened to what was asked for).
# What happens: the nearest pattern is taken as it is. French and Dutch shorten both, Spanish and Polish only the
#   weekday, English neither. format_date(length="full") has them in full everywhere.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.18.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from datetime import date

from babel.dates import format_date, format_skeleton

day = date(2025, 2, 20)
for locale in ("en_GB", "fr", "nl", "es", "pl"):
    print(f"{locale}: {format_skeleton('yMMMMEEEEd', day, locale=locale)} | {format_date(day, 'full', locale=locale)}")
PYTHON
cat > "$folder/expected" <<'SEEN'
en_GB: Thursday, 20 February 2025 | Thursday, 20 February 2025
fr: jeu. 20 févr. 2025 | jeudi 20 février 2025
nl: do 20 feb 2025 | donderdag 20 februari 2025
es: jue, 20 de febrero de 2025 | jueves, 20 de febrero de 2025
pl: czw., 20 lutego 2025 | czwartek, 20 lutego 2025
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
