"""The options of each verb of ``bot.py``. Imports nothing of the bot, so that a mistyped one is answered at once."""

import argparse
from pathlib import Path

LARGEST = 2**63 - 1
"""Of a number that the database holds, and of an id of Discord's."""


def number(text: str) -> int:
    """A number of one of ours, or an id of Discord's."""
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and 0 < int(text) <= LARGEST):
        raise argparse.ArgumentTypeError(f"{text[:30]!r} is not a valid number")
    return int(text)


def config(parser: argparse.ArgumentParser) -> None:
    """Add the option that says which settings are read."""
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="settings file to read instead of config.toml in this folder",
    )


def check(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py check``."""
    config(parser)
    parser.add_argument(
        "--alive", action="store_true", help="only say if the bot is running here; uses no network"
    )
    parser.add_argument(
        "--live",
        action="store_true",
        help="try in a test server what only Discord can show; asks first",
    )
    parser.add_argument("--server", type=number, metavar="ID", help="with --live: the test server's Discord id")
    parser.add_argument("--yes", action="store_true", help="with --live: don't ask first")


def migrate(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py migrate``."""
    config(parser)
    parser.add_argument(
        "--rehearse", action="store_true", help="only try it, on a copy that is deleted afterwards"
    )
    parser.add_argument("--new-bot", action="store_true", help="hand the database to the bot of another token")


def when(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py when``."""
    parser.add_argument(
        "text", nargs="+", metavar="TEXT", help='the deadline as you would type it, such as "next Friday 5pm"'
    )
    parser.add_argument("--zone", default="UTC", help="the letter's time zone, used if the text names none")
    parser.add_argument("--locale", default="en", help="the language to try first, such as fr or pt-BR")
    parser.add_argument(
        "--now", default="", metavar="INSTANT", help="use this time instead of now, in ISO 8601"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON object: the time, or why it was refused and what it may mean",
    )


def importing(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py import``."""
    config(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="a list; docs/lists.md names the formats")
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen to each row")
    parser.add_argument("--json", action="store_true", help="with --dry-run: one JSON document")
    parser.add_argument(
        "--kind",
        choices=("organisation", "company", "individual"),
        default="",
        help="what names are if the list doesn't say",
    )
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION:ANSWER",
        help="an answer to a question of --dry-run, such as 'reading:1'; repeat for each question",
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="ROLE:HEADING",
        help="what a column holds, if the bot doesn't recognise it, such as 'name:Your group'; repeat for each column",
    )
    parser.add_argument("--letter", type=number, metavar="NUMBER", help="the number of the letter to add it to")
    parser.add_argument(
        "--vouched-by", default="", metavar="WHO", help="who vouches for the list, and their role"
    )
    parser.add_argument("--source", default="", metavar="TEXT", help="how you know that they agreed")
    parser.add_argument(
        "--to-vote", action="store_true", help="put each name to the vote; otherwise they count as signed"
    )
    parser.add_argument(
        "--doubtful-too", action="store_true", help="add doubtful rows too; the review shows why"
    )


def copy(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py copy``."""
    url = "sqlite:///FILE or postgresql://USER@HOST/NAME, without a password"
    parser.add_argument("source", metavar="FROM", help=f"the database to copy: {url}")
    parser.add_argument("target", metavar="TO", help="an empty database, written in the same way")


def restore(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py restore``."""
    config(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="a backup")


def new_key(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py new-key``."""
    config(parser)
    parser.add_argument("--yes", action="store_true", help="don't ask first")


def erase(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py erase``."""
    config(parser)
    for name in ("server", "user"):
        parser.add_argument(
            f"--{name}", type=number, required=True, metavar="ID", help=f"the {name}'s Discord id"
        )
    parser.add_argument("--yes", action="store_true", help="don't ask first")
    parser.add_argument("--json", action="store_true", help="one JSON object")
