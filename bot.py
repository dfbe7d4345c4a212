"""The command line and nothing else. ``python bot.py --help`` lists its verbs."""

import argparse
import difflib
import gc
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
    gc.disable()  # what modules make stays: to look through it again and again is a fifth of the start
    settings = _settings(arguments)
    from cli import run as command

    gc.freeze()
    gc.enable()
    return command.run(settings)


def rehearse(arguments: argparse.Namespace) -> int:
    """Try the whole bot in a browser, on a simulated Discord. Needs no settings or token."""
    from rehearsal import entrance

    return entrance.enter(arguments)


def check(arguments: argparse.Namespace) -> int:
    """Check everything the bot needs to start. Exit code 2 if something is missing. With --alive, only say if the bot
    is running here: exit code 1 if not. With --live, try in a test server what only Discord can show: 1 if something
    failed."""
    settings = _settings(arguments)
    if arguments.alive:
        from cli import heartbeat

        return heartbeat.check(settings)
    if arguments.live or arguments.server:
        from cli import live

        return live.check(settings, arguments)
    from cli import check as command

    report = command.examine(settings)
    for name, finding in report.findings:
        print(f"{name:<12} {finding}")
    for problem in report.problems:
        _complain(problem)
    return 2 if report.problems else 0


def when(arguments: argparse.Namespace) -> int:
    """Show how the bot reads a deadline. Needs no settings or token. Exit code 1 if it refuses, except with --json."""
    from cli import read_deadline
    from models.config import ConfigError

    try:
        data, said = read_deadline.understood(
            " ".join(arguments.text), arguments.zone, arguments.locale, arguments.now
        )
    except read_deadline.Unusable as problem:
        raise ConfigError(str(problem)) from None
    print(json.dumps(data, ensure_ascii=False) if arguments.json else said)
    return 1 if "refused" in data and not arguments.json else 0


def migrate(arguments: argparse.Namespace) -> int:
    """Update the database to this version, as every start does. With --rehearse, only try it on a copy."""
    settings = _settings(arguments)
    from cli import backup as command

    if arguments.rehearse:
        print(command.rehearse_migration(settings))
    else:
        print(command.migrate(settings, new_bot=arguments.new_bot))
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """Check a list of names row by row and add it to a letter. With --dry-run nothing is stored, and you need no
    settings, database or token."""
    from cli import import_list

    print(import_list.act(arguments, lambda: _settings(arguments)))
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Make a backup now, even while the bot runs. It stays until you delete it."""
    settings = _settings(arguments)
    from cli import backup as command

    print(command.backup(settings))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Replace the database with a backup. The old database is kept. Stop the bot first."""
    settings = _settings(arguments)
    from cli import backup as command

    print(command.restore(settings, arguments.file))
    return 0


def new_key(arguments: argparse.Namespace) -> int:
    """Start a new secret key, if the old one is lost for good. Open secret votes start over. Stop the bot first. Exit
    code 1 if you answer no."""
    settings = _settings(arguments)
    from cli import erase as asking, new_key as command

    return command.new_key(settings, None if arguments.yes else asking.ask_to_confirm)


def copy(arguments: argparse.Namespace) -> int:
    """Copy everything from one database to another, empty one. Stop the bot on both first. Needs no settings."""
    from cli import backup as command

    print(command.copy(arguments.source, arguments.target))
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Check if a file is a published list of this database, and which one. With --journal, check if anything in a
    server's journal was altered or removed. Exit code 1 if it can't be proved."""
    from models.config import ConfigError

    if arguments.journal == (arguments.file is not None) or (arguments.since and not arguments.journal):
        raise ConfigError("name a file, or use --journal. --since only works with --journal.")
    settings = _settings(arguments)
    from cli import verify as command

    if arguments.journal:
        said = command.verify_journal(settings.database, arguments.since)
    else:
        said = command.verify(settings.database, arguments.file)
    print("\n".join(said.lines))
    return 0 if said.proved else 1


def erase(arguments: argparse.Namespace) -> int:
    """Delete one person's data in one server, as /privacy erase does. Exit code 1 if you answer no."""
    from cli import erase as command

    asks = None if arguments.yes else command.ask_to_confirm
    about = (arguments.server, arguments.user)
    return command.erase(_settings(arguments), *about, as_json=arguments.json, asks=asks)


def _verify_options(parser: argparse.ArgumentParser) -> None:
    options.config(parser)
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="a list in any format that /roster export writes"
    )
    parser.add_argument("--journal", action="store_true", help="check each server's journal instead")
    parser.add_argument("--since", default="", metavar="DIGEST", help="a digest that moderators kept")


def _rehearse_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--at",
        choices=("empty", "before", "midweek", "lasthour", "after"),
        help="where in the week to start (midweek)",
    )
    parser.add_argument("--letter", type=Path, metavar="FILE", help="your own letter, as Markdown")
    parser.add_argument(
        "--signatories", type=Path, metavar="FILE", help="your own names: one per line, or tab-separated"
    )
    parser.add_argument(
        "--database",
        type=Path,
        metavar="FILE",
        help="keep the database in this new file (otherwise it is deleted)",
    )
    parser.add_argument(
        "--language",
        default="en",
        metavar="TAG",
        help="the language of everybody's Discord and of the coalition, such as fr (en)",
    )
    parser.add_argument("--port", type=int, default=0, help="port on this machine (default: any free one)")
    parser.add_argument("--no-open", action="store_true", help="print the address without opening a browser")
    parser.add_argument("--play", action="store_true", help="play the whole week in the terminal instead")
    parser.add_argument(
        "--hard", action="store_true", help="with --play: a hard week that checks itself at the end"
    )
    parser.add_argument(
        "--wishes", action="store_true", help="with --play: members also ask the 60 names on a wish list"
    )
    parser.add_argument("--json", action="store_true", help="with --play: end with one line of figures as JSON")


VERBS = {
    "run": Verb("run the bot (the default)", run, options.config),
    "rehearse": Verb("try the whole bot in a browser, without Discord or a token", rehearse, _rehearse_options),
    "import": Verb("import a list of names, or only say what would happen to each", import_, options.importing),
    "check": Verb("check settings, database and token; print the invite link", check, options.check),
    "when": Verb("show how a deadline is read", when, options.when),
    "migrate": Verb("update the database to this version, as every start does", migrate, options.migrate),
    "erase": Verb("delete one person's data in one server, for good", erase, options.erase),
    "verify": Verb("check if a file is a published list, or if the journal is intact", verify, _verify_options),
    "backup": Verb("make a backup now", backup, options.config),
    "restore": Verb("replace the database with a backup", restore, options.restore),
    "new-key": Verb("start a new secret key, if the old one is lost", new_key, options.new_key),
    "copy": Verb("copy everything to another database, SQLite or PostgreSQL", copy, options.copy),
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One sentence instead of a page of usage."""
        self.exit(2, f"{self.prog}: {message} (see --help)\n")


def version() -> str:
    """This version of Undersigned, as pyproject.toml gives it."""
    project = tomllib.loads(Path(__file__).with_name("pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def parser() -> argparse.ArgumentParser:
    """The command line, made from the table of verbs."""
    whole = _Parser(
        prog="bot.py",
        description="Undersigned: a Discord bot that helps a coalition run a joint letter.",
        allow_abbrev=False,
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
            f"there's no verb {spoken[0]!r}. "
            + (f"Did you mean {close[0]}?" if close else f"Choose one of {', '.join(VERBS)}.")
        )
        return 2
    arguments = parser().parse_args(spoken)
    from models.config_error import ConfigError

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
        _complain("this is a bug in the bot. Report it, with the lines above.")
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
