"""What a rehearsal works: ``python -m benchmarks.rehearsals [--json]``.

The reference week as ``bot.py rehearse --play`` plays it, and a day that passes in the rehearsal room, in the middle of
that week. Both are processor time, of the process with all its threads.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time

from benchmarks.rows import row
from rehearsal import script
from rehearsal.room.moments import Moment, Wording
from rehearsal.room.room import Plan, Room

DAY = 86_400.0


def week() -> float:
    """Seconds of work for the week."""
    before = os.times()
    subprocess.run([sys.executable, "bot.py", "rehearse", "--play"], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


async def day(moment: Moment = Moment.MIDWEEK) -> float:
    """Seconds of work for a day in the room from this moment on."""
    room = Room(Plan(Wording.read(None), script.distinct(script.shipped())), port=0)
    await room.begin(moment)
    began = time.process_time()
    await room.skip(DAY)
    worked = time.process_time() - began
    await room.close()
    return worked


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    rows = [
        row("a day in the rehearsal: work", asyncio.run(day()), "s"),
        row("the week played: work", week(), "s"),
    ]
    if arguments.json:
        print(json.dumps({"rows": rows}))
        return
    for one in rows:
        print(f"{one['what']:<36} {one['value']:>8} {one['unit']}")


if __name__ == "__main__":
    main()
