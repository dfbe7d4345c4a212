"""Lists from the command line: judged, printed, and written only where a letter is named."""

from pathlib import Path

from cogs.kit import findings, refusals
from models import judging, lists
from models.config import ConfigError
from models.judging import Judged, Verdict
from models.lists import columns, given
from models.lists.given import Given
from models.refusal import Refusal
from models.terms import Kind


def read(file: Path, kind: Kind, stated: str = "") -> list[Given]:
    """The rows of a file by its recognised columns, or by those that ``stated`` names as the form does.

    ConfigError with a sentence where it cannot be read.
    """
    if not file.is_file():
        raise ConfigError(f"there is no file {str(file)!r}.")
    try:
        if file.stat().st_size > lists.LARGEST:
            raise ConfigError(f"{file.name} is larger than {lists.LARGEST:,} bytes; import it in parts.")
        listing = lists.read(file.name, file.read_bytes())
        recognised = (listing, columns.recognise(listing))
        listing, chosen = columns.confirmed(listing, stated) if stated else recognised
        return given.given(listing, chosen, kind)
    except Refusal as refusal:
        raise ConfigError(f"{file.name}: {refusals.unescaped(refusal)}") from None


def preview(rows: list[Given], *, as_json: bool) -> str:
    """What would become of each row, as JSON or to be read."""
    judged = judging.judge(rows)
    return findings.as_json(judged) if as_json else told(judged)


def told(judged: list[Judged]) -> str:
    """The counts, then each row about which something is to be said."""
    lines = [f"{name:<11} {count:>7,}" for name, count in findings.counts(judged).items()]
    lines += [
        f"row {one.row}: {one.verdict.value}: {one.name}: {findings.reason(one)}"
        for one in judged
        if one.found and one.verdict is not Verdict.UNCHANGED
    ]
    return "\n".join(lines)
