"""The rehearsal: the reference week comes out as it did, through what members press; a list of one's own as well."""

import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.names import cleaning
from models.terms import Kind, Way
from rehearsal import hard, script, wishing
from rehearsal.script import Fate
from rehearsal.timeline import spoken

ROOT = Path(__file__).parents[1]


@pytest.mark.long
def test_the_week_has_its_real_figures() -> None:
    played = subprocess.run(
        [sys.executable, "bot.py", "rehearse", "--play", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (played.returncode, played.stderr) == (0, "")
    *told, last = played.stdout.splitlines()
    figures = json.loads(last)
    assert figures["opening"] == 109
    assert figures["counts"] == [
        {"as_of": "2025-02-13T22:45:00+00:00", "count": 157},
        {"as_of": "2025-02-17T14:45:00+00:00", "count": 212},
    ]
    assert figures["final"] == 239
    assert figures["kinds"] == {"organisation": 118, "company": 57, "individual": 64}
    assert (figures["refused_duplicates"], figures["late"]) == (9, 3)
    assert figures["at_close"] < 239 <= figures["at_close"] + figures["in_review"]
    assert [reminder["sent"] for reminder in figures["reminders"]] == [
        reminder["due"] for reminder in figures["reminders"]
    ]
    assert any("closes" in line for line in told)
    assert not [line for line in told if "<t:" in line or "<@" in line]


async def test_a_hard_week_holds_all_its_checks(tmp_path: Path) -> None:
    checks = await hard.perform(tmp_path / "hard.db", crowd=4)
    assert [one for one in checks if not one.holds] == []
    assert len(checks) > 15


def test_the_script_is_the_same_each_time_and_in_order() -> None:
    week = script.write()
    assert week == script.write()
    assert [line.at for line in week.lines] == sorted(line.at for line in week.lines)


def test_one_voted_proposal_in_five_or_so_gets_no_vote() -> None:
    proposed = [line for line in script.write().lines if line.way is Way.PROPOSED]
    silent = sum(line.votes == 0 for line in proposed if line.fate is Fate.APPROVED)
    assert 0.1 < silent / len(proposed) < 0.3


def test_every_name_of_the_shipped_list_can_be_printed() -> None:
    shipped = script.shipped()
    assert Counter(name.kind for name in shipped) == {
        Kind.ORGANISATION: 118,
        Kind.COMPANY: 57,
        Kind.INDIVIDUAL: 64,
    }
    assert [name.name for name in shipped if cleaning.printable(name.name) != name.name] == []


@pytest.mark.parametrize(
    ("line", "name", "country"),
    [
        ("Riverlight", "Riverlight", ""),
        ("12\tRiverlight\tKenya", "Riverlight", "KE"),
        ("12.\tRiverlight", "Riverlight", ""),
        ("Riverlight\tAtlantis", "Riverlight", ""),
        ("42 Lanes Hosting", "42 Lanes Hosting", ""),
    ],
)
def test_a_list_of_ones_own_may_have_numbers_and_countries(
    tmp_path: Path, line: str, name: str, country: str
) -> None:
    path = tmp_path / "names.txt"
    path.write_text(f"{line}\n\n", encoding="utf-8")
    [found] = script.read(path)
    assert (found.name, found.country, found.kind) == (name, country, Kind.ORGANISATION)


def test_the_timeline_says_instants_and_roles_in_words() -> None:
    now = datetime(2025, 2, 18, 10, tzinfo=UTC)
    said = spoken("<@&12> closes <t:1740095940:R>: <t:1740095940:F>", now, {12: "Member"})
    assert said == "@Member closes in 3 days: Thursday 20 February 2025, 23:59 UTC"
    assert spoken("-# For\\: <@7>, <@8>\n### As of", now, {7: "ana"}) == "For: @ana, @someone\nAs of"


@pytest.mark.long
async def test_the_week_with_a_wish_list_of_sixty_has_the_same_figures_and_says_what_came_of_each_name(
    tmp_path: Path,
) -> None:
    figures = await wishing.perform(script.write(), tmp_path / "wishes.db")
    assert (figures["opening"], figures["final"]) == (109, 239)
    assert [one["count"] for one in figures["counts"]] == [157, 212]
    wishes = dict(figures["wishes"])
    assert wishes.pop("reminders") > 0
    assert sum(wishes.values()) == wishing.WISHES == 60
    assert wishes == {"free": 3, "claimed": 0, "asked": 13, "refused": 4, "on the letter": 40}
    assert figures["wishes_after_a_month"] == 0
