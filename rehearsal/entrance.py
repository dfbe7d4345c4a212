"""The entrance: whether a rehearsal can begin as it was asked for, and which one. Needs none of its packages yet."""

import argparse
import gc
import importlib.util

from cli import named_files
from models.config import ConfigError
from models.translation import ENGLISH, languages

PACKAGES = ("simcord", "markdown_it", "linkify_it", "regex", "PIL")
"""Modules of the optional packages that a rehearsal needs."""
ONLY_IN_THE_ROOM = ("at", "letter", "database", "port", "no_open")


def enter(arguments: argparse.Namespace) -> int:
    """Play the week in the terminal, or open the room in a browser; the exit code. Raises ConfigError."""
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise ConfigError(
            f"You also need {', '.join(missing)}. Run pip install --require-hashes -r requirements-rehearse.lock"
        )
    for option in ("letter", "signatories"):
        path = getattr(arguments, option)
        if path is not None:
            named_files.require(path, f"--{option}")
    for option in ("json", "hard", "wishes"):
        if getattr(arguments, option) and not arguments.play:
            raise ConfigError(f"--{option} only works with --play.")
    if arguments.language not in languages():
        raise ConfigError(f"--language: I speak {', '.join(languages())}, not {arguments.language!r}.")
    if arguments.hard and arguments.wishes:
        raise ConfigError("--hard and --wishes play different weeks. Choose one.")
    if arguments.hard and arguments.language != ENGLISH:
        raise ConfigError("--hard only works in English. Leave out --language.")
    if arguments.hard and arguments.signatories is not None:
        raise ConfigError("--hard has its own names. Leave out --signatories.")
    return _play(arguments) if arguments.play else _open(arguments)


def _play(arguments: argparse.Namespace) -> int:
    for option in ONLY_IN_THE_ROOM:
        if getattr(arguments, option):
            raise ConfigError(f"--{option.replace('_', '-')} only works in the browser, not with --play.")
    if arguments.hard:
        from rehearsal import hard

        return hard.play(arguments.json)
    from rehearsal import play, wishing

    perform = wishing.perform if arguments.wishes else play.perform
    return play.play(arguments.signatories, arguments.json, perform, arguments.language)


def _open(arguments: argparse.Namespace) -> int:
    # Half a second of the way to a usable page goes to counting garbage that there is not; the room turns it on again.
    gc.disable()
    try:
        from rehearsal.room import door

        return door.open_(arguments)
    finally:
        gc.enable()
