#!/bin/sh
# Library: Babel 2.18.0.
# Guess: in a time pattern B is the abbreviated part of the day and BBBB the wide one ("noon", "in the afternoon"), as
#   for other fields (UTS #35, Date Field Symbol Table).
# What happens: B gives the word in full, while BBBB gives a shortening where the CLDR takes the wide form from another
#   one: Turkish noon is "12 ö" (one letter) and Polish "12 w poł.", beside "12 öğle" and "12 w południe" with B.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.18.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from datetime import time

from babel.dates import format_time

for locale in ("en", "de", "tr", "pl"):
    print(f"{locale}: {' | '.join(format_time(time(12), f'h {field}', locale=locale) for field in ('B', 'BBBB'))}")
PYTHON
cat > "$folder/expected" <<'SEEN'
en: 12 noon | 12 noon
de: 12 mittags | 12 mittags
tr: 12 öğle | 12 ö
pl: 12 w południe | 12 w poł.
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
