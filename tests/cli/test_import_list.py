"""Lists on the command line: judged without any database, or written into a letter that is named."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from models.database import schema
from models.database.store import make_engine
from models.database.tables import Consent, JournalEntry, Signatory
from models.terms import Means
from tests import databases
from tests.cli.saying import Says, one_sentence
from tests.models import makers

ROOT = Path(__file__).parents[2]
LIST = (
    'Organisation,Country\nHarbour Watch,Kenya\nharbour watch,\n"Foo, Bar & Baz",France\nn/a,\na@b.example,\n'
)


@pytest.fixture
def said(tmp_path: Path) -> Says:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    return Says(tmp_path)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return databases.url(tmp_path)


def a_letter(url: str, closes_in: int = 2200) -> int:
    schema.migrate(url)
    engine = make_engine(url)
    with Session(engine) as session:
        makers.server(session)
        made = makers.letter(session, closes_at=makers.CLOSE.replace(year=closes_in)).id
        session.commit()
    engine.dispose()
    return made


def test_a_list_without_names_says_which_command_to_run_again(said: Says, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("", encoding="utf-8")
    wrong = one_sentence(said("import", "list.csv", "--dry-run"))
    assert (
        wrong
        == "bot.py: list.csv: I can't find any names in that list. Check it, then run bot.py import again.\n"
    )


def test_a_dry_run_says_what_becomes_of_each_row_and_needs_no_database(said: Says, tmp_path: Path) -> None:
    done = said("import", "list.csv", "--dry-run", "--json")
    document = json.loads(done.stdout)
    assert {name: document[name] for name in ("rows", "accepted", "duplicates", "doubtful", "refused")} == {
        "rows": 5, "accepted": 2, "duplicates": 1, "doubtful": 1, "refused": 1,
    }  # fmt: skip
    assert document["items"][0] == {
        "row": 2, "sheet": "", "name": "Harbour Watch", "kind": "organisation", "country": "KE",
        "affiliation": "", "website": "", "verdict": "accepted", "reason": "",
    }  # fmt: skip
    assert document["items"][1]["reason"] == "already in row 2 as Harbour Watch"
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_a_dry_run_loads_neither_discord_nor_the_database(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    code = (
        "import bot, sys; bot.main(['import', sys.argv[1], '--dry-run', '--json']); "
        "print(sorted({'pydantic', 'discord', 'sqlalchemy'} & set(sys.modules)))"
    )
    words = (sys.executable, "-c", code, str(tmp_path / "list.csv"))
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("}\n[]\n")


def test_a_second_column_about_consent_is_named_with_what_a_no_in_it_does(said: Says, tmp_path: Path) -> None:
    (tmp_path / "form.csv").write_text(
        "Name,May we print your name?,Do you agree to the letter?\n"
        "Forum One,yes,yes\nForum Two,yes,no\nForum Six,no,yes\n",
        encoding="utf-8",
    )
    document = json.loads(said("import", "form.csv", "--dry-run", "--json").stdout)
    assert [one["becomes"] for one in document["columns"]] == [
        "the name",
        "if the name may be printed (I hold back rows that say no)",
        "a second answer about consent (I hold back rows that say no)",
    ]
    assert [one["verdict"] for one in document["items"]] == ["accepted", "refused", "refused"]


def test_an_unknown_column_of_yes_and_no_is_named_and_can_be_explained(said: Says, tmp_path: Path) -> None:
    (tmp_path / "form.csv").write_text("Name,Pseudonym?\nForum One,no\nForum Two,yes\n", encoding="utf-8")
    document = json.loads(said("import", "form.csv", "--dry-run", "--json").stdout)
    assert [one["verdict"] for one in document["items"]] == ["doubtful", "doubtful"]
    assert "under “Pseudonym?”" in document["items"][1]["reason"]
    columns = ("--column", "name: Name", "--column", "note: Pseudonym?")
    document = json.loads(said("import", "form.csv", "--dry-run", "--json", *columns).stdout)
    assert [one["verdict"] for one in document["items"]] == ["accepted", "accepted"]


def test_a_dry_run_can_be_read(said: Says) -> None:
    lines = said("import", "list.csv", "--dry-run", "--kind", "company").stdout.splitlines()
    assert lines[0].split() == ["rows", "5"]
    assert lines[-2].startswith(
        "row 6: refused: a@b.example: A name can't contain a link or an e-mail address."
    )
    assert lines[-1] == "2 more rows are fine as they are. To see them too, use --json."


def test_a_row_without_a_name_is_told_by_its_number(said: Says, tmp_path: Path) -> None:
    (tmp_path / "gap.csv").write_text("Organisation,Country\nHill Fund,Peru\n,Kenya\n", encoding="utf-8")
    assert said("import", "gap.csv", "--dry-run").stdout.splitlines()[-2:] == [
        "row 3: refused: this row has no name",
        "1 more row is fine as it is. To see it too, use --json.",
    ]


def test_a_column_can_be_named(said: Says, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("Kraj;Nazwa\nPolska;Stocznia\n", encoding="utf-8")
    done = said(
        "import", "odd.csv", "--dry-run", "--json", "--column", "name:Nazwa", "--column", "country:Kraj"
    )
    assert [(one["name"], one["country"]) for one in json.loads(done.stdout)["items"]] == [("Stocznia", "PL")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("list.csv",), "Use --dry-run to try it, or add --letter, --vouched-by and --source."),
        (("list.csv", "--letter", "1"), "Use --dry-run to try it, or add --vouched-by and --source."),
        (
            ("list.csv", "--letter", "1", "--source", "The form"),
            "Use --dry-run to try it, or add --vouched-by.",
        ),
        (("none.csv", "--dry-run"), "There's no file 'none.csv'"),
        (("list.csv", "--dry-run", "--column", "name:Nowhere"), "I don't understand name: Nowhere"),
        (
            ("list.csv", "--dry-run", "--answer", "reading:99"),
            "'99' isn't an answer to reading, because this list can only be read in one way. Leave it out.",
        ),
        (("two.txt", "--dry-run", "--answer", "reading:99"), "'99' isn't an answer to reading; choose 0 or 1."),
        (("two.txt", "--dry-run", "--answer", "reading:²"), "'²' isn't an answer to reading; choose 0 or 1."),
        (
            ("list.csv", "--dry-run", "--answer", "country:no"),
            "'no' isn't an answer to country; choose hold or leave.",
        ),
        (("list.csv", "--dry-run", "--answer", "kind"), "'' isn't an answer to kind; choose organisation"),
        (
            ("list.csv", "--dry-run", "--kind", "company", "--answer", "kind:individual"),
            "You named both 'individual' and 'company' for kind. Keep only one.",
        ),
        (
            ("list.csv", "--dry-run", "--column", "name:Organisation", "--column", "name:Country"),
            "You named both 'Organisation' and 'Country' for name. Keep only one.",
        ),
        (("bot.db", "--dry-run"), "I can't read that file"),
    ],
)
def test_a_mistake_is_one_sentence(said: Says, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    (tmp_path / "bot.db").write_bytes(bytes(range(32)) * 100)
    (tmp_path / "two.txt").write_text("Amara\nAbbott\nBoris\nBianchi\nChloe\nCarter\n", encoding="utf-8")
    assert told in one_sentence(said("import", *words))


def test_a_list_is_written_into_a_letter_by_the_host(said: Says, url: str) -> None:
    number = a_letter(url)
    words = ("--letter", str(number), "--vouched-by", "Ann Lee, secretary", "--source", "The form of February")
    done = said("import", "list.csv", *words, UNDERSIGNED_DATABASE=url)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "2 names are now in 'A joint letter' (batch 1)."
    engine = make_engine(url)
    with Session(engine) as session:
        first, second = session.exec(select(Signatory).order_by(col(Signatory.id)))
        assert (first.name, second.name, first.added_by) == ("Harbour Watch", "Foo, Bar & Baz", None)
        consent = session.get_one(Consent, first.id)
        assert consent.means == Means.STATED
        assert consent.authorised_by == "Ann Lee, secretary"
        assert consent.recorded_by is None
        assert {entry.facts["actor"] for entry in session.exec(select(JournalEntry))} == {None}
    engine.dispose()
    again = said("import", "list.csv", *words, UNDERSIGNED_DATABASE=url)
    assert again.returncode == 0
    assert re.search(r"unchanged +2\n", again.stdout)
    assert again.stdout.splitlines()[-1] == "I've imported nothing: the lines above say why."


def test_where_nobody_agreed_the_host_reads_which_options_say_who_did(said: Says, url: str) -> None:
    words = ("--letter", str(a_letter(url)), "--vouched-by", "nobody yet", "--source", "The form")
    told = one_sentence(said("import", "list.csv", *words, UNDERSIGNED_DATABASE=url))
    assert "Wait until somebody has" in told
    assert "--vouched-by" in told


def test_into_a_letter_that_has_closed_names_come_late_and_that_is_said(said: Says, url: str) -> None:
    number = a_letter(url, makers.CLOSE.year)
    words = ("--letter", str(number), "--vouched-by", "Ann Lee", "--source", "The form")
    assert said("import", "list.csv", *words, UNDERSIGNED_DATABASE=url).stdout.splitlines()[-1] == (
        "2 names came in after the letter closed, so I've marked them as late."
    )


def test_a_letter_that_is_not_there_names_those_that_are(said: Says, url: str, tmp_path: Path) -> None:
    number = a_letter(url)
    words = ("--letter", "999", "--vouched-by", "Ann Lee", "--source", "The form")
    told = one_sentence(said("import", "list.csv", *words, UNDERSIGNED_DATABASE=url))
    assert f"Choose {number} (A joint letter)." in told
    assert not list(tmp_path.glob("*.key"))


def test_refused_for_want_of_a_database_it_makes_neither_that_nor_a_key(said: Says, tmp_path: Path) -> None:
    words = ("--letter", "1", "--vouched-by", "Ana", "--source", "minutes", "--kind", "organisation")
    before = set(tmp_path.iterdir())
    assert "doesn't exist or is empty" in one_sentence(said("import", "list.csv", *words))
    assert set(tmp_path.iterdir()) == before
