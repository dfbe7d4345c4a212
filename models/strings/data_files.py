"""Data files: tables of words in TOML, beside the module that knows what they mean."""

import tomllib
from pathlib import Path
from typing import Any


def read(module: str, name: str = "") -> dict[str, Any]:
    """The tables of the file of this name beside a module, which is given by its ``__file__``; without a name the
    file is called like the module."""
    here = Path(module)
    file = here.with_name(f"{name}.toml") if name else here.with_suffix(".toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def phrases(text: str) -> list[str]:
    """The phrases of a table, which are parted by bars; one may go on in the next line."""
    return [one for one in (" ".join(part.split()) for part in text.split("|")) if one]
