"""Files that a command names: there, and to be read, or refused in a sentence."""

from pathlib import Path

from models.config_error import ConfigError


def require(file: Path, option: str = "") -> None:
    """That a file can be read. Raises ConfigError for one that is missing, is a folder or can't be read; ``option`` is
    the one that names it."""
    said, name = f"{option}: " if option else "", repr(str(file))
    try:
        if file.is_dir():
            raise ConfigError(f"{said}{name} is a folder. Name a file in it.")
        if not file.is_file():
            raise ConfigError(f"{said}there's no file {name}." if said else f"There's no file {name}.")
        with file.open("rb") as opened:
            opened.read(1)
    except OSError as error:
        raise ConfigError(f"{said}{name} can't be read: {error.strerror}.") from None
