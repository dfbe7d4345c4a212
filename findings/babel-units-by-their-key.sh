#!/bin/sh
# Library: Babel 2.18.0.
# Guess: format_unit writes "2 days" in each language of the CLDR, in each of its three lengths, or raises where it
#   cannot.
# What happens: where the CLDR leaves a length to be taken from a shorter one (its aliases), nothing is found, and the
#   unit's own key is printed: "2 duration-day" for Japanese, Dutch, Turkish and Arabic in the long form, for Korean and
#   Chinese in the long and the narrow one. The short form is there for all of them.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.18.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from babel.units import format_unit

for locale in ("de", "ja", "nl", "tr", "ko", "ar"):
    said = (format_unit(2, "duration-day", length=length, locale=locale) for length in ("long", "short", "narrow"))
    print(f"{locale}: {' | '.join(said)}")
PYTHON
cat > "$folder/expected" <<'SEEN'
de: 2 Tage | 2 Tg. | 2 T
ja: 2 duration-day | 2 日 | 2d
nl: 2 duration-day | 2 dagen | 2 d
tr: 2 duration-day | 2 gün | 2g
ko: 2 duration-day | 2일 | 2 duration-day
ar: 2 duration-day | يومان | 2 ي
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
