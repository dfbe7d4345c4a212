"""Pages of letters: plain sheets, no database."""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from models.sheets import Counts, Growth, PageChoices, PageEdition, PageSheet, PageText, PointSheet, RosterEntry
from models.terms import EditionName, Kind, LetterState
from tests.models.lists import AT, BODY, HARD, edition, entry

DAY = timedelta(days=1)
ARABIC = "# رسالة مفتوحة\n\nنطلب سحب **الإشعار** فورًا.\n\n- أولًا\n- ثانيًا\n"
POINTS = (
    PointSheet("Privacy", "Each door[^1] opens for all.\n\n[^1]: Every expert says so."),
    PointSheet("Jobs", "One[^1].\n\n[^1]: Two."),
)


def crowd(size: int, kind: Kind = Kind.ORGANISATION) -> list[RosterEntry]:
    """So many plain names of one kind, all over the alphabet."""
    return [
        entry(f"{chr(65 + number * 7 % 26)}{'aeiou'[number % 5]}n {kind.value} {number}", "KE", kind)
        for number in range(size)
    ]


def page(*entries: RosterEntry, texts: tuple[PageText, ...] | None = None, **more: Any) -> PageSheet:
    """A page of an open letter with these signatories and two published lists, the older of which is held back."""
    listed = replace(edition(*entries, text_body="", text_language=""), number=0, name=None, digest="")
    counts = listed.counts
    values: dict[str, Any] = {
        "guild_id": 1, "listed": listed, "state": LetterState.OPEN, "paused": False,
        "closes_at": AT + timedelta(days=7), "time_zone": "Europe/London", "contact": "letter@example.org",
        "texts": texts if texts is not None else (PageText("en", 1, BODY, original=True, stale=False),),
        "points": (), "editions": (published(2, counts), published(1, Counts(AT, 1), offered=False)),
        "growth": Growth(1, listed.title, (Counts(AT - DAY), Counts(AT - DAY / 2, 1), counts), AT - DAY / 2),
        "choices": PageChoices(kept=True), "published_at": AT - timedelta(hours=12),
    }  # fmt: skip
    return PageSheet(**(values | more))


def published(number: int, counts: Counts, *, offered: bool = True, correction: str = "") -> PageEdition:
    name = EditionName.OPENING if number == 1 else EditionName.CORRECTION if correction else EditionName.UPDATE
    return PageEdition(
        number, name, AT - timedelta(hours=9 - number), counts, f"{number}f" * 32, correction, offered
    )


def hard_page(**more: Any) -> PageSheet:
    """All the hard names, and a crowd of each kind."""
    people = [entry("Ada Brook", "IT", Kind.INDIVIDUAL, affiliation="=1+1 | אוניברסיטה")]
    hard = [entry(name, country) for name, country in HARD]
    everybody = [*hard, *crowd(60), *crowd(40, Kind.COMPANY), *people, *crowd(50, Kind.INDIVIDUAL)]
    return page(*everybody, **{"points": POINTS, **more})
