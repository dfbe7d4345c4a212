"""What the command line answers; in a process of its own where that matters."""

import base64
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from unittest.mock import Mock

import pytest

import bot
from cli import packages
from models.database import schema
from models.refusal import Reason, Refusal
from tests.cli.saying import ROOT, Says, one_sentence

TOKEN = base64.b64encode(b"1234567890").decode().rstrip("=") + ".hunter2.hunter2"


@pytest.fixture
def said(tmp_path: Path) -> "Says":
    return Says(tmp_path)


def test_the_version_is_the_projects(said: Says) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert said.in_a_process("--version").stdout == f"Undersigned {project['version']}\n"


def test_readme_and_changelog_name_the_version() -> None:
    assert f"This is version {bot.version()}." in (ROOT / "README.md").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^## (\S+), \d{4}-\d\d-\d\d$", changes)[0] == bot.version()


def test_anyone_who_has_read_enough_sees_no_traceback(tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text(
        "name\n" + "".join(f"Larkspur House {number}\n" for number in range(2000)), encoding="utf-8"
    )
    words = [sys.executable, "bot.py", "import", str(names), "--dry-run", "--json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_a_start_loads_nothing_that_is_used_rarely() -> None:
    rare = {
        "alembic", "docx", "ftfy", "jinja2", "lxml", "markdown_it", "openpyxl", "prometheus_client", "psycopg",
        "rapidfuzz", "sqlalchemy.dialects.postgresql", "typst", "wcwidth", "yaml",
        "models.importing.files.reading", "models.manuscripts.reading",
    }  # fmt: skip
    code = f"import cli.run, sys; print({rare!r} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_help_names_every_command(said: Says) -> None:
    done = said("--help")
    assert done.returncode == 0
    assert all(f"    {name} " in done.stdout for name in bot.VERBS)


@pytest.mark.parametrize("verb", bot.VERBS)
def test_every_verb_explains_itself(said: Says, verb: str) -> None:
    done = said(verb, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: bot.py {verb}")


def test_a_mistyped_verb_is_told_the_nearest(said: Says) -> None:
    assert one_sentence(said("rehears")) == "bot.py: There's no command 'rehears'. Did you mean rehearse?\n"


def test_an_unknown_verb_is_told_the_verbs(said: Says) -> None:
    assert one_sentence(said("x")) == f"bot.py: There's no command 'x'. Choose one of {', '.join(bot.VERBS)}.\n"


def test_an_unknown_option_is_named(said: Says) -> None:
    assert "unrecognized arguments: --fast" in one_sentence(said("run", "--fast"))


def test_without_a_token_a_run_says_so_and_nothing_else(said: Says) -> None:
    for done in (said.in_a_process(), said("run")):
        assert "There's no token. You get one at https://discord.com/developers/applications" in one_sentence(
            done
        )


def test_options_without_a_verb_are_those_of_run(said: Says) -> None:
    assert "'absent.toml' can't be read" in one_sentence(said("--config", "absent.toml"))


@pytest.mark.parametrize("verb", ["run", "check", "migrate"])
def test_a_wrong_setting_ends_each_verb_in_one_sentence(said: Says, verb: str) -> None:
    (said.folder / "config.toml").write_text('time_zon = "UTC"')
    sentence = "bot.py: config.toml: there's no setting 'time_zon'; did you mean time_zone?\n"
    assert one_sentence(said(verb)) == sentence


def test_a_database_that_another_program_is_using_is_no_bug(
    said: Says, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.backup.migrate", Mock(side_effect=Refusal(Reason.DATABASE_HELD)))
    done = said("migrate")
    assert done.returncode == 75
    assert done.stderr.startswith("bot.py: I can't write to the database: another program is using it. Stop ")


def test_a_refusal_that_does_not_pass_is_no_reason_to_start_again(
    said: Says, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.backup.migrate", Mock(side_effect=Refusal(Reason.UNREADABLE_FILE)))
    assert said("migrate").returncode == 2


def test_migrate_makes_the_database_and_says_where_it_stands(said: Says) -> None:
    done = said("migrate")
    assert done.returncode == 0
    assert done.stdout == f"The database sqlite:///undersigned.db is up to date (revision {schema.newest()}).\n"
    assert (said.folder / "undersigned.db").exists()


def test_records_are_written_in_the_form_and_from_the_level_that_are_set(said: Says) -> None:
    written = said("migrate", UNDERSIGNED_LOG_FORMAT="json").stderr.splitlines()
    assert [json.loads(line)["logger"] for line in written] == ["models.database.schema"]
    (said.folder / "undersigned.db").unlink()
    assert said("migrate", UNDERSIGNED_LOG_LEVEL="warning").stderr == ""


def test_check_finds_nothing_wrong_and_shows_no_secret(said: Says) -> None:
    done = said("check", UNDERSIGNED_TOKEN=TOKEN)
    assert done.returncode == 0, done.stderr
    assert "is empty; the bot sets it up when it starts" in done.stdout
    assert "you've set one" in done.stdout
    assert "https://discord.com/oauth2/authorize?client_id=1234567890&" in done.stdout
    assert "Send Messages" in done.stdout
    assert "privileged intents that the bot needs: none" in done.stdout
    assert "hunter2" not in done.stdout + done.stderr
    assert list(said.folder.iterdir()) == []


@pytest.mark.parametrize("verb", ["check", "run"])
def test_what_is_not_installed_is_named_before_anything_needs_it(
    said: Says, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, verb: str
) -> None:
    assert re.search(r"(?m)^packages +all \d\d that the bot needs are installed$", said("check").stdout)
    project = tmp_path / "pyproject.toml"
    needed = ["psycopg[binary]>=3", "no-such-one", "nor.this<2", "far; os_name == 'x'"]
    project.write_text(f"[project]\ndependencies = {json.dumps(needed)}")
    monkeypatch.setattr(packages, "PROJECT", project)
    done = said(verb)
    assert done.returncode == 2
    missing = "bot.py: These packages aren't installed: no-such-one, nor.this. Install requirements.lock again"
    assert f"{missing} (docs/hosting.md).\n" in done.stderr


def test_check_says_when_the_database_is_up_to_date(said: Says) -> None:
    said("migrate")
    shown = said("check", UNDERSIGNED_TOKEN=TOKEN).stdout
    assert "is up to date" in shown
    assert "hasn't run yet" in shown


def test_check_says_everything_that_is_missing_at_once(said: Says) -> None:
    done = said("check", UNDERSIGNED_DATABASE="postgresql://u:hunter2@127.0.0.1:9/x")
    assert done.returncode == 2
    assert [line.split(":")[1].split()[:3] for line in done.stderr.splitlines()] == [
        ["The", "database", "postgresql"],
        ["There's", "no", "token."],
    ]
    assert re.search(r"invite link +set the token first", done.stdout)
    assert "hunter2" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--json"], "--json only works with --play."),
        (["--play", "--at", "after"], "--at only works in the browser, not with --play."),
        (["--play", "--no-open"], "--no-open only works in the browser, not with --play."),
    ],
)
def test_rehearse_takes_no_option_that_would_do_nothing(said: Says, words: list[str], sentence: str) -> None:
    assert one_sentence(said("rehearse", *words)) == f"bot.py: {sentence}\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["import", "x.csv", "--json", "--letter=1", "--vouched-by=A", "--source=B"],
            "--json only works with --dry-run.",
        ),
        (["check", "--alive", "--live"], "--alive doesn't work with --live. Choose one."),
        (["check", "--alive", "--yes"], "--alive doesn't work with --yes. Choose one."),
        (["migrate", "--rehearse", "--new-bot"], "--rehearse doesn't work with --new-bot. Choose one."),
        (["check", "--yes"], "--live needs --server with the id of a test server, and --server needs --live."),
    ],
)
def test_no_option_is_left_undone_without_a_word(said: Says, words: list[str], sentence: str) -> None:
    assert one_sentence(said(*words)) == f"bot.py: {sentence}\n"


@pytest.mark.parametrize("port", ["99999", "-1", "²", "x"])
def test_a_port_that_is_none_is_refused_with_what_is_possible(said: Says, port: str) -> None:
    assert "isn't a port; choose a number up to 65535" in one_sentence(said("rehearse", f"--port={port}"))


FILES = {
    "import": ("import", "{}", "--dry-run"),
    "verify": ("verify", "{}"),
    "restore": ("restore", "{}"),
    "signatories": ("rehearse", "--signatories", "{}"),
    "letter": ("rehearse", "--letter", "{}"),
    "config": ("check", "--config", "{}"),
}


@pytest.mark.parametrize("words", FILES.values(), ids=FILES)
@pytest.mark.parametrize("file", [".", "absent.txt", "unread.txt", "empty.txt", f"{'x' * 300}.txt"])
def test_a_file_that_is_none_or_is_not_to_be_read_is_one_sentence(
    said: Says, words: tuple[str, ...], file: str
) -> None:
    (said.folder / "empty.txt").touch()
    (said.folder / "unread.txt").symlink_to("/proc/self/mem")  # to be opened, and not to be read
    if file == "empty.txt" and words[0] in ("verify", "check"):
        return  # an empty file is none of our lists, and settings may be empty
    told = one_sentence(said(*(word.format(file) for word in words)))
    assert "This is a bug" not in told
    if file == ".":
        assert "folder" in told or "directory" in told
    elif file != "empty.txt":
        assert file in told


def test_rehearse_says_which_languages_it_speaks(said: Says) -> None:
    told = one_sentence(said("rehearse", "--language", "xx"))
    assert told.startswith("bot.py: --language: I speak ")
    assert "en" in told
    assert told.endswith("not 'xx'.\n")


def test_rehearse_names_a_list_that_is_not_there(said: Says) -> None:
    sentence = "bot.py: --signatories: there's no file 'absent.txt'.\n"
    assert one_sentence(said("rehearse", "--play", "--signatories", "absent.txt")) == sentence


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("One\nCafé".encode("latin-1"), "line 2: that isn't UTF-8 text."),
        (
            f"One\n\n3.\t{'x' * 300}".encode(),
            "line 3: What you typed in the field name is 300 characters long. The limit is 200, so shorten it.",
        ),
        (b"info@example.org", "line 1: A name can't contain a link or an e-mail address."),
        (b" \n12.\n", "there are no names in 'names.txt'."),
        (b"", "there are no names in 'names.txt'."),
    ],
)
def test_rehearse_says_what_is_wrong_with_a_list_before_it_begins(
    said: Says, written: bytes, told: str
) -> None:
    (said.folder / "names.txt").write_bytes(written)
    assert told in one_sentence(said("rehearse", "--play", "--signatories", "names.txt"))


def test_run_without_a_network_is_one_sentence(
    said: Says, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("discord.http.Route.BASE", "http://127.0.0.1:1/api")
    monkeypatch.setenv("UNDERSIGNED_TOKEN", TOKEN)
    monkeypatch.chdir(said.folder)
    assert bot.main(["run"]) == 75
    assert capsys.readouterr().err.splitlines()[-1].startswith("bot.py: I couldn't reach Discord. ")


def test_rehearse_without_its_package_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert bot.main(["rehearse", "--play"]) == 2
    assert "-r requirements-rehearse.lock" in capsys.readouterr().err


SINCE = ("--now", "2025-02-13T09:00:00Z", "--zone", "London")


def test_when_says_how_a_deadline_is_read(said: Says) -> None:
    done = said("when", "20 February 23:59", *SINCE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Thursday 20 February 2025, 23:59 in Europe/London: 20 Feb 2025, 23:59 UTC. "
        "That's a minute before midnight in London (United Kingdom, UTC). Time left: 7 days 14 hours.\n"
        "To show it in Discord, type <t:1740095940:F> (<t:1740095940:R>)\n"
    )


def test_when_offers_the_readings_of_what_it_refuses(said: Says) -> None:
    done = said("when", "26 Oct 2025 1:30", *SINCE)
    assert done.returncode == 1
    assert "<t:" not in said("when", "12 Feb 2025", *SINCE).stdout
    assert (
        "01:30 in Europe/London (UTC+1) or Sunday 26 October 2025, 01:30 in Europe/London (UTC)" in done.stdout
    )


def test_when_prints_one_object_as_data(said: Says) -> None:
    read = said("when", "demain midi", *SINCE, "--language", "fr", "--json")
    assert json.loads(read.stdout) == {
        "instant": "2025-02-14T12:00:00Z",
        "zone": "Europe/London",
        "local": "2025-02-14T12:00:00+00:00",
        "date_only": False,
        "seconds_left": 27 * 3600,
    }
    refused = said("when", "1 July 5pm EST", *SINCE, "--json")
    assert refused.returncode == 0
    data = json.loads(refused.stdout)
    assert data["refused"] == "ambiguous_zone"
    assert [one["instant"] for one in data["readings"]] == ["2025-07-01T21:00:00Z", "2025-07-01T22:00:00Z"]
    assert data["readings"][0]["label"] == "Tuesday 1 July 2025, 17:00 in America/New_York (UTC-4)"


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--zone", "Nowhere"), "--zone: I don't know the time zone Nowhere."),
        (("--language", "zz"), "--language: 'zz' isn't a language"),
        (("--now", "soon"), "--now: 'soon' isn't a time"),
    ],
)
def test_when_names_an_option_that_it_cannot_use(said: Says, option: tuple[str, str], told: str) -> None:
    assert told in one_sentence(said("when", "tomorrow", *option))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Friday at 25:00", "I don't understand the time 25:00."),
        ("Friday 5pm foo_bar", "except foo_bar."),
        ("Friday 5pm 🎉", "I understand everything except 🎉."),
        ("-5", "I don't understand the day -5."),
        ("x" * 5000, "What you typed in the field TEXT is 5,000 characters long."),
        ("", "Write a day, such as 20 February 17:00.\n"),
        (" ", "Write a day, such as 20 February 17:00.\n"),
    ],
)
def test_when_quotes_what_was_typed_without_marks_for_discord(said: Says, typed: str, told: str) -> None:
    done = said("when", typed, *SINCE)
    assert (done.returncode, done.stderr) == (1, "")
    assert told in done.stdout
    assert not re.search(r"[\\*]", done.stdout)


def test_when_takes_a_deadline_without_quotation_marks(said: Says) -> None:
    assert (
        said("when", "next", "Friday", "5pm", *SINCE).stdout == said("when", "next Friday 5pm", *SINCE).stdout
    )


def test_when_calls_no_city_an_abbreviation(said: Says) -> None:
    told = said("when", "20 Feb 5pm Birmingham", "--now", "2025-02-13").stdout
    assert told.startswith(
        "20 Feb 5pm Birmingham can mean different times to different people. Choose Thursday 20 "
    )
    assert "Europe/London (UTC) or Thursday 20 February 2025, 17:00 in America/Chicago" in told
    assert said("when", "1 July 5pm EST", *SINCE).stdout.startswith("That abbreviation can mean")
