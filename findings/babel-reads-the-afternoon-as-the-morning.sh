#!/bin/sh
# Library: Babel 2.18.0.
# Guess: parse_time reads what format_time wrote in the same language, or raises.
# What happens: of the half of the day it knows the letters "pm" alone, to which it adds twelve hours. Where they are
#   written otherwise (Greek, the Spanish of Mexico, the Chinese of Taiwan, the Arabic of Egypt) 17:30 is read as 05:30
#   without a word; half past midnight is read as 12:30 in all of these; in English half past noon is an error.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.18.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from datetime import time

from babel.dates import format_time, parse_time


def read(text, locale):
    try:
        return f"{parse_time(text, locale=locale):%H:%M}"
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


for locale in ("de", "en_US", "el", "es_MX", "zh_Hant_TW", "ar_EG"):
    texts = (format_time(time(hour, 30), "short", locale=locale) for hour in (0, 12, 17))
    print(f"{locale}: {', '.join(f'{ascii(text)} is {read(text, locale)}' for text in texts)}")
PYTHON
cat > "$folder/expected" <<'SEEN'
de: '00:30' is 00:30, '12:30' is 12:30, '17:30' is 17:30
en_US: '12:30\u202fAM' is 12:30, '12:30\u202fPM' is ValueError: hour must be in 0..23, '5:30\u202fPM' is 17:30
el: '12:30\u202f\u03c0.\u03bc.' is 12:30, '12:30\u202f\u03bc.\u03bc.' is 12:30, '5:30\u202f\u03bc.\u03bc.' is 05:30
es_MX: '12:30\u202fa.m.' is 12:30, '12:30\u202fp.m.' is 12:30, '5:30\u202fp.m.' is 05:30
zh_Hant_TW: '\u51cc\u666812:30' is 12:30, '\u4e2d\u534812:30' is 12:30, '\u4e0b\u53485:30' is 05:30
ar_EG: '12:30 \u0635' is 12:30, '12:30 \u0645' is 12:30, '5:30 \u0645' is 05:30
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
