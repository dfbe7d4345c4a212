#!/bin/sh
# Library: zoneinfo of Python with tzdata 2026.1 (PEP 495).
# Guess: of the two instants that a wall time around a change of clocks can mean, fold=0 is the earlier and fold=1 the
#   later; so the smaller of both is a safe choice for "the same hour tomorrow".
# What happens: that holds where an hour comes twice. Where an hour is skipped fold=1 is the *earlier* instant, and it
#   lies before the gap: "in one day" from midnight in Cairo on 23 April 2026 comes out on 23 April, at 23:00.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check tzdata==2026.1 2>/dev/null
PYTHONTZPATH="" "$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

for what, zone, wall in (
    ("twice", "Europe/London", datetime(2026, 10, 25, 1, 30)),
    ("skipped", "Africa/Cairo", datetime(2026, 4, 24)),
):
    for fold in (0, 1):
        at = wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(timezone.utc)
        print(f"{what:8} fold={fold} -> {at:%d %b %H:%M} UTC, shown {at.astimezone(ZoneInfo(zone)):%d %b %H:%M}")
PYTHON
cat > "$folder/expected" <<'SEEN'
twice    fold=0 -> 25 Oct 00:30 UTC, shown 25 Oct 01:30
twice    fold=1 -> 25 Oct 01:30 UTC, shown 25 Oct 01:30
skipped  fold=0 -> 23 Apr 22:00 UTC, shown 24 Apr 01:00
skipped  fold=1 -> 23 Apr 21:00 UTC, shown 23 Apr 23:00
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
