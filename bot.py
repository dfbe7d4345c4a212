"""The command line and nothing else. ``python bot.py --help`` lists its verbs."""

import argparse
import difflib
import json
import os
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from cli import options

if TYPE_CHECKING:
    from models.config import Settings

# Each verb imports what it needs, so that --version and a mistyped verb answer at once.


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of the command line. ``act`` returns the exit code."""

    says: str
    act: Callable[[argparse.Namespace], int]
    options: Callable[[argparse.ArgumentParser], object]


def run(arguments: argparse.Namespace) -> int:
    """Run the bot until SIGTERM or Ctrl-C."""
    settings = _settings(arguments)
    from cli import run as command

    return command.run(settings)


def rehearse(arguments: argparse.Namespace) -> int:
    """Try the whole bot in a browser, on a simulated Discord. Reads neither settings nor token."""
    from rehearsal import entrance

    return entrance.enter(arguments)


def check(arguments: argparse.Namespace) -> int:
    """Say what a start would find; 2 when something is missing."""
    settings = _settings(arguments)
    from cli import check as command

    report = command.examine(settings)
    for name, finding in report.findings:
        print(f"{name:<12} {finding}")
    for problem in report.problems:
        _complain(problem)
    return 2 if report.problems else 0


def when(arguments: argparse.Namespace) -> int:
    """Say how the bot reads a deadline; reads neither settings nor token. 1 when it refuses it, unless as JSON."""
    from cli import read_deadline
    from models.config import ConfigError

    try:
        data, said = read_deadline.understood(arguments.text, arguments.zone, arguments.locale, arguments.now)
    except read_deadline.Unusable as problem:
        raise ConfigError(str(problem)) from None
    print(json.dumps(data, ensure_ascii=False) if arguments.json else said)
    return 1 if "refused" in data and not arguments.json else 0


def migrate(arguments: argparse.Namespace) -> int:
    """Bring the database to this version's revision, as each start does."""
    settings = _settings(arguments)
    from models import config
    from models.database import schema

    copy = schema.migrate(settings.database)
    print(f"The database {config.shown(settings.database)} is at revision {schema.newest()}.")
    if copy is not None:
        print(f"A copy of it as it was: {copy}")
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """Judge a list of names row by row, and write it into a letter. With --dry-run nothing is stored, and no
    settings, database or token are needed."""
    from cli import import_list

    print(import_list.act(arguments, lambda: _settings(arguments)))
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Make a backup now, while the bot runs or not; the oldest beyond those to be kept goes."""
    settings = _settings(arguments)
    from cli import backup as command

    print(command.backup(settings))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of the database; what was there is kept. The bot must be stopped."""
    settings = _settings(arguments)
    from cli import backup as command

    print(command.restore(settings, arguments.file))
    return 0


def new_key(arguments: argparse.Namespace) -> int:
    """Go on with another secret key, where that of the database is lost for good; open secret votes begin anew. The bot
    must be stopped. 1 when whoever is asked says no."""
    settings = _settings(arguments)
    from cli import erase as asking
    from cli import new_key as command

    return command.new_key(settings, None if arguments.yes else asking.ask_to_confirm)


def copy(arguments: argparse.Namespace) -> int:
    """Move everything from one database to another, new one. No bot may run on either; reads no settings."""
    from cli import backup as command

    print(command.copy(arguments.source, arguments.target))
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Say whether a file is a published list of this database, and which; or with --journal, whether anything in a
    server's journal was altered or removed. 1 when it is not proved."""
    from models.config import ConfigError

    if arguments.journal == (arguments.file is not None) or (arguments.since and not arguments.journal):
        raise ConfigError("say which file, or --journal, and with it perhaps --since.")
    settings = _settings(arguments)
    from cli import verify as command

    if arguments.journal:
        said = command.verify_journal(settings.database, arguments.since)
    else:
        said = command.verify(settings.database, arguments.file)
    print("\n".join(said.lines))
    return 0 if said.proved else 1


def erase(arguments: argparse.Namespace) -> int:
    """Forget one person in one server, as /privacy erase does. 1 when whoever is asked says no."""
    from cli import erase as command

    asks = None if arguments.yes else command.ask_to_confirm
    about = (arguments.server, arguments.user)
    return command.erase(_settings(arguments), *about, as_json=arguments.json, asks=asks)


def _verify_options(parser: argparse.ArgumentParser) -> None:
    options.config(parser)
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="a list in any format that /roster export writes"
    )
    parser.add_argument("--journal", action="store_true", help="compute each server's journal anew instead")
    parser.add_argument("--since", default="", metavar="DIGEST", help="a digest that moderators wrote down")


def _rehearse_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--at",
        choices=("empty", "before", "midweek", "lasthour", "after"),
        help="where in the week to begin (midweek)",
    )
    parser.add_argument("--letter", type=Path, metavar="FILE", help="your own letter, as Markdown")
    parser.add_argument(
        "--signatories", type=Path, metavar="FILE", help="your own names: one a line, or tab-separated"
    )
    parser.add_argument(
        "--database",
        type=Path,
        metavar="FILE",
        help="keep the database in this new file; else it is thrown away",
    )
    parser.add_argument("--port", type=int, default=0, help="port of this machine's own address (any free one)")
    parser.add_argument("--no-open", action="store_true", help="print the address, and open no browser")
    parser.add_argument("--play", action="store_true", help="play the whole week in the terminal instead")
    parser.add_argument(
        "--hard", action="store_true", help="with --play: a hard week, which ends by checking itself"
    )
    parser.add_argument("--json", action="store_true", help="with --play: end with one line of figures as JSON")


VERBS = {
    "run": Verb("run the bot; said when no verb is", run, options.config),
    "rehearse": Verb(
        "try the whole bot in a browser, without Discord and without a token", rehearse, _rehearse_options
    ),
    "import": Verb("import a list of names, or only say what would become of each", import_, options.importing),
    "check": Verb("say whether settings, database and token are in order; invite link", check, options.config),
    "when": Verb("say how a deadline is read", when, options.when),
    "migrate": Verb("bring the database to this version, as each start does", migrate, options.config),
    "erase": Verb("forget one person in one server, for good", erase, options.erase),
    "verify": Verb("say whether a file is a published list, or the journal unbroken", verify, _verify_options),
    "backup": Verb("make a backup now", backup, options.config),
    "restore": Verb("put a backup in the place of the database", restore, options.restore),
    "new-key": Verb("go on with another secret key, where it is lost", new_key, options.new_key),
    "copy": Verb("move everything to another database, SQLite or PostgreSQL", copy, options.copy),
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One sentence instead of a page of usage."""
        self.exit(2, f"{self.prog}: {message} (--help says more)\n")


def version() -> str:
    """This version of Undersigned, as pyproject.toml gives it."""
    project = tomllib.loads(Path(__file__).with_name("pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def parser() -> argparse.ArgumentParser:
    """The command line, made from the table of verbs."""
    whole = _Parser(
        prog="bot.py", description="Undersigned: a Discord bot that runs a joint letter.", allow_abbrev=False
    )
    whole.add_argument("--version", action="version", version=f"Undersigned {version()}")
    verbs = whole.add_subparsers(title="verbs", metavar="VERB")
    for name, verb in VERBS.items():
        part = verbs.add_parser(name, help=verb.says, description=verb.act.__doc__, allow_abbrev=False)
        verb.options(part)
        part.set_defaults(act=verb.act)
    return whole


def main(words: Sequence[str]) -> int:
    """Do what the command line says; return the exit code, as ``docs/hosting.md`` lists them."""
    spoken = list(words)
    if not spoken or (spoken[0].startswith("-") and spoken[0] not in ("-h", "--help", "--version")):
        spoken.insert(0, "run")
    if not spoken[0].startswith("-") and spoken[0] not in VERBS:
        close = difflib.get_close_matches(spoken[0], VERBS, n=1)
        _complain(
            f"there is no verb {spoken[0]!r}; "
            + (f"did you mean {close[0]}?" if close else f"there are {', '.join(VERBS)}.")
        )
        return 2
    arguments = parser().parse_args(spoken)
    from models.config import ConfigError

    try:
        code = int(arguments.act(arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # ``| head`` has read enough; the rest goes nowhere, and does not fail at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except ConfigError as error:
        _complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except Exception:
        import logging

        logging.getLogger("bot").exception("bot.py %s failed", spoken[0])
        _complain(
            "this is an error of the bot's own, and the lines above say where it happened. Report it with them."
        )
        return 70


def _settings(arguments: argparse.Namespace) -> "Settings":
    from cli import logs
    from models import config

    settings = config.load(arguments.config)
    logs.start(settings)
    return settings


def _complain(sentence: str) -> None:
    print(f"bot.py: {sentence}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
