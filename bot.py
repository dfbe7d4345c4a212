"""The command line and nothing else. ``python bot.py --help`` lists its commands."""

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
    """Run the bot. It runs until you stop it with Ctrl-C or SIGTERM."""
    gc.disable()  # what modules make stays: to look through it again and again is a fifth of the start
    from cli import packages, unread

    packages.require()
    with unread.until_used():
        settings = _settings(arguments)
        from cli import run as command

        act = command.run  # reads it
        gc.freeze()
        gc.enable()
        return act(settings)


def rehearse(arguments: argparse.Namespace) -> int:
    """Try the whole bot in your browser, on a simulated Discord. You don't need settings or a token."""
    from rehearsal import entrance

    return entrance.enter(arguments)


def check(arguments: argparse.Namespace) -> int:
    """Check that the bot has everything it needs to start. If something is missing, the exit code is 2. With --alive,
    this only says if the bot is running here. If it isn't, the exit code is 1. With --live, this tries out in
    a test server what only the real Discord can show. If anything fails there, the exit code is 1."""
    _require_apart(arguments, "alive", "live", "server", "yes")
    settings = _settings(arguments)
    if arguments.alive:
        from cli import heartbeat

        return heartbeat.check(settings)
    if arguments.live or arguments.server or arguments.yes:
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
    """Show how the bot understands a deadline. You don't need settings or a token. If the bot can't read the deadline,
    the exit code is 1, except with --json."""
    from cli import read_deadline
    from models.config import ConfigError

    try:
        data, said = read_deadline.understood(
            " ".join(arguments.text), arguments.zone, arguments.language, arguments.now
        )
    except read_deadline.Unusable as problem:
        raise ConfigError(str(problem)) from None
    print(json.dumps(data, ensure_ascii=False) if arguments.json else said)
    return 1 if "refused" in data and not arguments.json else 0


def migrate(arguments: argparse.Namespace) -> int:
    """Update the database to this version. The bot does this by itself each time it starts. With --rehearse, this only
    tries the update on a copy."""
    _require_apart(arguments, "rehearse", "new_bot")
    settings = _settings(arguments)
    from cli import backup as command

    if arguments.rehearse:
        print(command.rehearse_migration(settings))
    else:
        print(command.migrate(settings, new_bot=arguments.new_bot))
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """Check a list of names row by row, and add it to a letter. With --dry-run, this stores nothing, and you don't need
    settings, a database or a token."""
    from cli import import_list

    print(import_list.act(arguments, lambda: _settings(arguments)))
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Make a backup now. You can do this while the bot is running. The backup stays until you delete it."""
    settings = _settings(arguments)
    from cli import backup as command

    print(command.backup(settings))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Replace the database with a backup. Stop the bot first. You keep a copy of the old database."""
    settings = _settings(arguments)
    from cli import backup as command

    print(command.restore(settings, arguments.file))
    return 0


def new_key(arguments: argparse.Namespace) -> int:
    """Make a new secret key, if you've lost the old one for good. Stop the bot first. Secret votes that are still open
    have to start again. If you answer no, the exit code is 1."""
    settings = _settings(arguments)
    from cli import erase as asking, new_key as command

    return command.new_key(settings, None if arguments.yes else asking.ask_to_confirm)


def copy(arguments: argparse.Namespace) -> int:
    """Copy everything from one database to another, which must be empty. First stop any bot that uses one of them. You
    don't need settings."""
    from cli import backup as command

    print(command.copy(arguments.source, arguments.target))
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Check if a file is one of your published lists, and which one. With --journal, check if anybody has changed the
    journal or removed something from it. If this can't be proved, the exit code is 1."""
    from models.config import ConfigError

    if arguments.journal == (arguments.file is not None) or (arguments.since and not arguments.journal):
        raise ConfigError("Name a file, or use --journal. --since only works with --journal.")
    settings = _settings(arguments)
    from cli import verify as command

    if arguments.journal:
        said = command.verify_journal(settings.database, arguments.since)
    else:
        said = command.verify(settings.database, arguments.file)
    print("\n".join(said.lines))
    return 0 if said.proved else 1


def erase(arguments: argparse.Namespace) -> int:
    """Delete one person's data in one server, as /privacy erase does. If you answer no, the exit code is 1."""
    from cli import erase as command

    asks = None if arguments.yes else command.ask_to_confirm
    about = (arguments.server, arguments.user)
    return command.erase(_settings(arguments), *about, as_json=arguments.json, asks=asks)


def _verify_options(parser: argparse.ArgumentParser) -> None:
    options.config(parser)
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="a list that somebody exported from the bot"
    )
    parser.add_argument("--journal", action="store_true", help="check every server's journal instead of a file")
    parser.add_argument("--since", default="", metavar="DIGEST", help="a digest of the journal that you kept")


def _rehearse_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--at",
        choices=("empty", "before", "midweek", "lasthour", "after"),
        help="the point in the week where you start (default: midweek)",
    )
    parser.add_argument("--letter", type=Path, metavar="FILE", help="a letter of your own, written in Markdown")
    parser.add_argument(
        "--signatories", type=Path, metavar="FILE", help="names of your own, one on each line, or tab-separated"
    )
    parser.add_argument(
        "--database",
        type=Path,
        metavar="FILE",
        help="keep the database in this new file (without this, it's deleted at the end)",
    )
    parser.add_argument(
        "--language",
        default="en",
        metavar="TAG",
        help="the language everyone's Discord is in, such as fr (default: en)",
    )
    parser.add_argument(
        "--port", type=options.port, default=0, help="the port on this machine (default: any free one)"
    )
    parser.add_argument("--no-open", action="store_true", help="only print the address; don't open a browser")
    parser.add_argument("--play", action="store_true", help="watch the whole week in the terminal instead")
    parser.add_argument("--hard", action="store_true", help="with --play: a week in which a lot goes wrong")
    parser.add_argument("--wishes", action="store_true", help="with --play: members also ask 60 names to sign")
    parser.add_argument("--json", action="store_true", help="with --play: end with the figures as JSON")


VERBS = {
    "run": Verb("run the bot (the default)", run, options.config),
    "rehearse": Verb("try the whole bot in your browser, without a token", rehearse, _rehearse_options),
    "import": Verb("add a list of names to a letter, or only check the list", import_, options.importing),
    "check": Verb("check settings, database and token, and print the invite link", check, options.check),
    "when": Verb("show how the bot understands a deadline", when, options.when),
    "migrate": Verb("update the database to this version", migrate, options.migrate),
    "erase": Verb("delete one person's data in one server, for good", erase, options.erase),
    "verify": Verb("check if anybody has changed a published list or the journal", verify, _verify_options),
    "backup": Verb("make a backup now", backup, options.config),
    "restore": Verb("replace the database with a backup", restore, options.restore),
    "new-key": Verb("make a new secret key, if you've lost the old one", new_key, options.new_key),
    "copy": Verb("copy everything to another database, such as from SQLite to PostgreSQL", copy, options.copy),
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
    verbs = whole.add_subparsers(title="commands", metavar="COMMAND")
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
            f"There's no command {spoken[0]!r}. "
            + (f"Did you mean {close[0]}?" if close else f"Choose one of {', '.join(VERBS)}.")
        )
        return 2
    arguments = parser().parse_args(spoken)
    from models.config_error import ConfigError
    from models.refusal import Refusal

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
    except Refusal as error:
        from cli import refused

        _complain(refused.said(error))
        return refused.exit_code(error)
    except KeyboardInterrupt:
        return 130
    except Exception:
        import logging

        logging.getLogger("bot").exception("bot.py %s failed", spoken[0])
        _complain("This is a bug in the bot. Report it to us, with the lines above.")
        return 70


def _require_apart(arguments: argparse.Namespace, option: str, *others: str) -> None:
    """That an option comes without those that it would leave undone. Raises ConfigError."""
    from models.config_error import ConfigError

    for other in others:
        if getattr(arguments, option) and getattr(arguments, other):
            raise ConfigError(f"--{option} doesn't work with --{other.replace('_', '-')}. Choose one.")


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
