"""The options of each verb of ``bot.py``. Imports nothing of the bot, so that a mistyped one is answered at once."""

import argparse
from pathlib import Path

LARGEST = 2**63 - 1
"""Of a number that the database holds, and of an id of Discord's."""


def number(text: str) -> int:
    """A number of one of ours, or an id of Discord's."""
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and 0 < int(text) <= LARGEST):
        raise argparse.ArgumentTypeError(f"{text[:30]!r} is no number that could stand for one")
    return int(text)


def config(parser: argparse.ArgumentParser) -> None:
    """Add the option that says which settings are read."""
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings to read instead of config.toml in this folder"
    )


def when(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py when``."""
    parser.add_argument("text", metavar="TEXT", help='what was typed, such as "next Friday 5pm"')
    parser.add_argument("--zone", default="UTC", help="the letter's time zone, where the text names none")
    parser.add_argument("--locale", default="en", help="the language that is tried first, such as fr or pt-BR")
    parser.add_argument("--now", default="", metavar="INSTANT", help="instead of this moment, in ISO 8601")
    parser.add_argument(
        "--json", action="store_true", help="one JSON object: instant, or refused with readings"
    )


def importing(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py import``."""
    config(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV, TSV, XLSX, JSON, YAML, Markdown or text")
    parser.add_argument("--dry-run", action="store_true", help="only say what would become of each row")
    parser.add_argument("--json", action="store_true", help="with --dry-run, say it as one JSON document")
    parser.add_argument(
        "--kind",
        choices=("organisation", "company", "individual"),
        default="organisation",
        help="what those are of which the list does not say it (organisation)",
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="ROLE:HEADING",
        help="what a column holds, where it is not recognised, such as 'name:Your group'; for each column one",
    )
    parser.add_argument("--letter", type=number, metavar="NUMBER", help="into which letter; its number")
    parser.add_argument(
        "--vouched-by", default="", metavar="WHO", help="who vouches for the list, in which role"
    )
    parser.add_argument("--source", default="", metavar="TEXT", help="how it is known that they agreed")
    parser.add_argument(
        "--to-vote", action="store_true", help="put each to the vote; without it, they signed already"
    )
    parser.add_argument(
        "--doubtful-too", action="store_true", help="take doubtful rows as well; the review shows why"
    )


def copy(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py copy``."""
    for name, which in (("source", "FROM"), ("target", "TO")):
        parser.add_argument(
            name,
            metavar=which,
            help="sqlite:///FILE or postgresql://USER@HOST/NAME, without a password; the second must be empty",
        )


def restore(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py restore``."""
    config(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="a backup")


def new_key(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py new-key``."""
    config(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask")


def erase(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py erase``."""
    config(parser)
    for name in ("server", "user"):
        parser.add_argument(f"--{name}", type=number, required=True, metavar="ID", help="as Discord gives it")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--json", action="store_true", help="one JSON object")
