"""How deadlines are read: ``python -m benchmarks.deadlines [--half open|kept] [--list] [--json]``.

``deadline-phrases.tsv`` holds phrases with what they mean, written down before the rules that read them. Each second
row is *kept*: nobody looks at those while a rule is made. ``means`` is a local time in the zone of the row, or in the
zone or the offset that follows; ``end`` stands for the end of that day; ``ask`` says that several readings are meant,
the one that must be offered after it; ``X or ask`` that asking is as good as reading X.

``wrong``: read as another instant, or read where it must be asked. ``asked``: refused although one reading is plainly
meant; ``unoffered``: of those that were refused with readings, how many did not offer the right one.
"""

import argparse
import csv
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.rows import row
from models.deadlines import reader
from models.refusal import Refusal

PHRASES = Path(__file__).with_name("deadline-phrases.tsv")
_INSTANT = re.compile(r"(end )?(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d(?::\d\d)?))?(?: (\S+))?")
_ASK = "ask"


@dataclass(frozen=True, slots=True)
class Given:
    """A phrase, and what it means: an instant, or None if there is no telling."""

    locale: str
    zone: str
    now: datetime
    typed: str
    instant: datetime | None
    may_ask: bool
    """Asking is as good as reading it."""


def phrases(half: str = "") -> Iterator[Given]:
    """Those of one half, or of both."""
    with PHRASES.open(encoding="utf-8", newline="") as file:
        for number, one in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            if half and half != ("kept", "open")[number % 2 == 0]:
                continue
                if half:
                    continue
            means = one["means"]
            may_ask = _ASK in means
            yield Given(
                one["locale"],
                one["zone"],
                datetime.fromisoformat(one["now"]),
                one["typed"],
                _instant(
                    means.replace("or ask", "").removeprefix(_ASK).removeprefix(" or").strip(), one["zone"]
                ),
                may_ask,
            )


def judged(given: Given) -> tuple[str, str]:
    """``right``, ``asked``, ``wrong`` or ``unoffered``, and what was understood."""
    try:
        read = reader.read(given.typed, "", "", given.now, otherwise=given.zone, locale=given.locale)
    except Refusal as refusal:
        offered = [one.instant for one in refusal.values.get("readings", ())]
        said = " ".join([refusal.reason.value, *(f"{one:%Y-%m-%dT%H:%M:%SZ}" for one in offered)])
        if offered and given.instant is not None and given.instant not in offered:
            return "unoffered", said
        return ("right" if given.may_ask else "asked"), said
    said = f"{read.instant:%Y-%m-%dT%H:%M:%SZ}"
    return ("right" if read.instant == given.instant else "wrong"), said


def main() -> None:
    """Read all phrases and say how many of them are wrong or asked back."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.deadlines", description=__doc__)
    parser.add_argument("--half", choices=("open", "kept"), default="", help="only these phrases")
    parser.add_argument("--list", action="store_true", help="each phrase that is not right")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    arguments = parser.parse_args()
    given = list(phrases(arguments.half))
    for one in given:  # what is made once a language and zone is made now
        judged(one)
    start = time.perf_counter()
    found = [(one, *judged(one)) for one in given]
    each = (time.perf_counter() - start) / len(given) * 1000
    counts = Counter(verdict for _, verdict, _ in found)
    plain = [verdict for one, verdict, _ in found if not one.may_ask]
    asked = sum(verdict in ("asked", "unoffered") for verdict in plain)
    if arguments.list:
        for one, verdict, said in found:
            if verdict != "right":
                print(f"{verdict}\t{one.locale}\t{one.typed}\t{one.instant}\t{said}")
    figures: dict[str, Any] = {
        "phrases": len(given),
        "languages": len({one.locale for one in given}),
        "wrong": counts["wrong"],
        "unoffered": counts["unoffered"],
        "plain": len(plain),
        "asked": asked,
        "rows": [
            row(f"deadlines read as a wrong instant, of {len(given)}", counts["wrong"], "phrases"),
            row("deadlines asked back", asked, "phrases", floor=len(plain), of="plainly meant", at_most=0.15),
            row("time of a reading", each, "ms"),
        ],
    }
    if arguments.json:
        print(json.dumps(figures))
        return
    print(
        f"{len(given)} phrases: {counts['wrong']} wrong; {asked} of {len(plain)} plain ones asked "
        f"({100 * asked / len(plain):.1f} %); {counts['unoffered']} without the right reading; {each:.2f} ms each"
    )


def _instant(means: str, zone: str) -> datetime | None:
    found = _INSTANT.fullmatch(means)
    if found is None:
        if means:
            raise ValueError(means)
        return None
    hour = found[3] or ("23:59:59" if found[1] else "")
    local = datetime.fromisoformat(f"{found[2]} {hour}")
    return local.replace(tzinfo=_zone(found[4] or zone)).astimezone(UTC)


def _zone(name: str) -> tzinfo:
    offset = re.fullmatch(r"UTC([+-]\d+)", name)
    return timezone(timedelta(hours=int(offset[1]))) if offset else ZoneInfo(name)


if __name__ == "__main__":
    main()
