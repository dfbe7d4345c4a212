"""The scripts of simcord's page in which something is changed for the room: what, is in ``web/pane.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from rehearsal import inside


def require_known() -> None:
    """RuntimeError where a script is not the one that its change was written for."""
    for one in _changes():
        changed(one["file"])


def changed(path: str) -> str | None:
    """The script under this path of the page, with its changes; None if there are none. Errors as above."""
    changes = [one for one in _changes() if one["file"] == path]
    if not changes:
        return None
    script = inside.PAGE_FILES[path].read_text(encoding="utf-8")
    for one in changes:
        if script.count(one["old"]) != 1:
            raise RuntimeError(f"simcord's {path} is not the one that this was written for")
        script = script.replace(one["old"], one["new"])
    return script


@cache
def _changes() -> list[dict[str, str]]:
    with (Path(__file__).parent / "web" / "pane.toml").open("rb") as file:
        return list(tomllib.load(file)["change"])
