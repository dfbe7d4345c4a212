"""Packages: whether all that the bot needs are installed. Most are loaded when they are first used."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

from models.config_error import ConfigError

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def require() -> int:
    """How many there are. Raises ConfigError where some are missing."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    # One behind a marker ("; sys_platform == ...") is not needed on every machine.
    needed = [re.split(r"[^\w.-]", one)[0] for one in project["dependencies"] if ";" not in one]
    if missing := [name for name in needed if not any(metadata.distributions(name=name))]:
        raise ConfigError(
            f"These packages aren't installed: {', '.join(missing)}. Install requirements.lock again (docs/hosting.md)."
        )
    return len(needed)
