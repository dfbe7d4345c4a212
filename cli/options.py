"""The options of each command of ``bot.py``. Imports nothing of the bot, so that a mistyped one is answered at once."""

import argparse
from pathlib import Path

LARGEST = 2**63 - 1
"""Of a number that the database holds, and of an id of Discord's."""


LAST_PORT = 65535


def number(text: str) -> int:
    """A number of one of ours, or an id of Discord's."""
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and 0 < int(text) <= LARGEST):
        raise argparse.ArgumentTypeError(f"{text[:30]!r} isn't a valid number")
    return int(text)


def port(text: str) -> int:
    """A port of this machine; 0 is any free one."""
    if not (text.isascii() and text.isdecimal() and int(text[:6]) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f"{text[:30]!r} isn't a port; choose a number up to {LAST_PORT}")
    return int(text)


def config(parser: argparse.ArgumentParser) -> None:
    """Add the option that says which settings are read."""
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="the file with your settings (default: config.toml in this folder)",
    )


def check(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py check``."""
    config(parser)
    parser.add_argument(
        "--alive", action="store_true", help="only say if the bot is running here, without using the network"
    )
    parser.add_argument(
        "--live",
        action="store_true",
        help="try out in a test server what only the real Discord can show (asks you first)",
    )
    parser.add_argument("--server", type=number, metavar="ID", help="with --live: the id of the test server")
    parser.add_argument("--yes", action="store_true", help="with --live: do it without asking you first")


def migrate(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py migrate``."""
    config(parser)
    parser.add_argument(
        "--rehearse", action="store_true", help="only try the update, on a copy that is deleted afterwards"
    )
    parser.add_argument("--new-bot", action="store_true", help="let a bot with another token use the database")


def when(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py when``."""
    parser.add_argument(
        "text", nargs="+", metavar="TEXT", help="the deadline as you'd type it, such as 'next Friday 5pm'"
    )
    parser.add_argument(
        "--zone", default="UTC", help="the time zone, if the text doesn't name one (default: UTC)"
    )
    parser.add_argument(
        "--language", default="en", help="the language to try first, such as pt-BR (default: en)"
    )
    parser.add_argument(
        "--now", default="", metavar="TIME", help="pretend that it's this time, such as 2025-02-13T09:00:00Z"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print one JSON object: the time, or why I can't read it and what it could mean",
    )


def importing(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py import``."""
    config(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="your list, in any format in docs/lists.md")
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen to each row")
    parser.add_argument("--json", action="store_true", help="with --dry-run: print everything as JSON")
    parser.add_argument(
        "--kind",
        choices=("organisation", "company", "individual"),
        default="",
        help="what the names are, if the list doesn't say",
    )
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION:ANSWER",
        help="your answer to a question that --dry-run asked, such as 'reading:1'. You can use this more than once",
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="ROLE:HEADING",
        help="what a column is, if I don't recognise it, such as 'name:Your group'. You can use this more than once",
    )
    parser.add_argument("--letter", type=number, metavar="NUMBER", help="the number of the letter to add it to")
    parser.add_argument(
        "--vouched-by", default="", metavar="WHO", help="who vouches for the list, and their role"
    )
    parser.add_argument("--source", default="", metavar="TEXT", help="how you know that they agreed")
    parser.add_argument(
        "--to-vote", action="store_true", help="let members vote on each name (otherwise they count as signed)"
    )
    parser.add_argument(
        "--doubtful-too", action="store_true", help="add doubtful rows as well; moderators will see why"
    )


def copy(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py copy``."""
    url = "sqlite:///FILE or postgresql://USER@HOST/NAME, without a password"
    parser.add_argument("source", metavar="FROM", help=f"the database to copy: {url}")
    parser.add_argument("target", metavar="TO", help="an empty database, written the same way")


def restore(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py restore``."""
    config(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup that should replace it")


def new_key(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py new-key``."""
    config(parser)
    parser.add_argument("--yes", action="store_true", help="do it without asking you first")


def erase(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``bot.py erase``."""
    config(parser)
    for name in ("server", "user"):
        parser.add_argument(
            f"--{name}", type=number, required=True, metavar="ID", help=f"the id of the {name} on Discord"
        )
    parser.add_argument("--yes", action="store_true", help="do it without asking you first")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
