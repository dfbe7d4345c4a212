#!/bin/sh
# Library: discord.py 2.7.1, ext.tasks (with tzdata 2026.1).
# Guess: @tasks.loop(time=[9:00 in New York, 9:00 in Tokyo]) runs at both: the documentation says that time zones are
#   supported, and each `time` carries its own.
# What happens: a `time` in a ZoneInfo has no offset without a day, so such times are compared as a clock shows them.
#   Both are one, and Tokyo's is dropped as a duplicate. At 9:30 it is kept, but sorted behind New York's: after that one
#   it is 23:00 in Tokyo, the list is over for the day, and Tokyo never has a turn. One loop for each zone helps.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check discord.py==2.7.1 tzdata==2026.1 2>/dev/null
PYTHONTZPATH="" "$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from discord.ext import tasks

NEW_YORK, TOKYO = ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")


async def remind():
    pass


def runs(*times):
    loop, now = tasks.loop(time=list(times))(remind), datetime(2027, 2, 20, 12, tzinfo=timezone.utc)
    for _ in range(4):
        due = loop._get_next_sleep_time(now)  # as the loop asks when a run begins
        now = due.astimezone(timezone.utc) + timedelta(milliseconds=1)
        yield f"{due:%a %H:%M} {due.tzinfo.key.partition('/')[2]}"


for at in (time(9, tzinfo=TOKYO), time(9, 30, tzinfo=TOKYO)):
    print(f"09:00 New York and {at:%H:%M} Tokyo: {', '.join(runs(time(9, tzinfo=NEW_YORK), at))}")
print(f"09:30 Tokyo alone: {', '.join(runs(at))}")
PYTHON
cat > "$folder/expected" <<'SEEN'
09:00 New York and 09:00 Tokyo: Sat 09:00 New_York, Sun 09:00 New_York, Mon 09:00 New_York, Tue 09:00 New_York
09:00 New York and 09:30 Tokyo: Sat 09:00 New_York, Sun 09:00 New_York, Mon 09:00 New_York, Tue 09:00 New_York
09:30 Tokyo alone: Sun 09:30 Tokyo, Mon 09:30 Tokyo, Tue 09:30 Tokyo, Wed 09:30 Tokyo
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
