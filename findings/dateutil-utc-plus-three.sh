#!/bin/sh
# Library: python-dateutil 2.9.0.post0, its parser (4.0.0 too).
# Guess: "20 Feb 2027 17:00 UTC+3" is what it says and what ISO 8601 writes as 17:00+03:00, three hours ahead of UTC.
# What happens: dateutil reads "UTC+3" and "GMT+3" as three hours *behind* UTC, as POSIX does in TZ, and says nothing.
#   A deadline lies six hours late, and "+03:00" without the letters is read the other way round.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from datetime import UTC
from dateutil import parser

for text in ("20 Feb 2027 17:00 UTC+3", "20 Feb 2027 17:00 GMT+3", "20 Feb 2027 17:00 +03:00", "20 Feb 2027 17:00+03:00"):
    read = parser.parse(text)
    print(f"{text:26} -> {read.astimezone(UTC):%H:%M} UTC")
PYTHON
cat > "$folder/expected" <<'SEEN'
20 Feb 2027 17:00 UTC+3    -> 20:00 UTC
20 Feb 2027 17:00 GMT+3    -> 20:00 UTC
20 Feb 2027 17:00 +03:00   -> 14:00 UTC
20 Feb 2027 17:00+03:00    -> 14:00 UTC
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
