#!/bin/sh
# Library: dateparser 1.5.0.
# Guess: what it cannot read it refuses (None), as it does "half past five"; what it reads it reads wholly.
# What happens: an hour that follows its word in Italian ("ore 17") or Polish ("o 17") becomes a year or is dropped, and
#   a deadline comes back without a word: in the year 2117, or at the hour that it happens to be now. "IST" is Israel:
#   with the settings of someone in India 17:00 IST comes out as 20:30 in India.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0 python-dateutil==2.9.0.post0 2>/dev/null
"$folder/venv/bin/python" -W ignore - > "$folder/seen" <<'PYTHON'
from datetime import datetime

import dateparser

NOW = {"RELATIVE_BASE": datetime(2027, 2, 16, 10), "PREFER_DATES_FROM": "future"}
INDIA = {**NOW, "TIMEZONE": "Asia/Kolkata"}
for text, language, settings in (
    ("half past five", "en", NOW),
    ("venerdì 19 ore 17", "it", NOW),
    ("jutro o 17", "pl", NOW),
    ("20 Feb 17:00 IST", "en", INDIA),
):
    print(f"{text:18} -> {dateparser.parse(text, languages=[language], settings=settings)}")
PYTHON
cat > "$folder/expected" <<'SEEN'
half past five     -> None
venerdì 19 ore 17  -> 2117-02-19 00:00:00
jutro o 17         -> 2027-02-17 10:00:00
20 Feb 17:00 IST   -> 2027-02-20 20:30:00+05:30
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
