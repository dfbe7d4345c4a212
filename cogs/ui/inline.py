"""Words in Discord's Markdown: bold, italics, code and links within a line, all else escaped."""

from collections.abc import Iterable
from itertools import groupby
from urllib.parse import unquote, urlsplit

from cogs.ui import words
from models.prose import blocks as prose, script
from models.prose.blocks import Run, Runs

LONGEST_ADDRESS = 500
"""Characters of a link's address; a longer one is not drawn as a link. Its file has it."""
_TOUCHES = "\u200b"
"""Between two styles that touch: without it their asterisks would be read together."""


def inline(runs: Runs) -> str:
    """Some words in Discord's Markdown, each link followed by where it leads."""
    said = ""
    for link, linked in groupby(runs, key=lambda run: run.link):
        begins = not said or said.endswith("\n")
        together = list(linked)
        piece = _linked(together, link) if link else _styled(together, begins=begins)
        touches = _ends_a_style(said) and piece.startswith(("*", "~", "["))
        said += _TOUCHES + piece if touches else piece
    return said


def _linked(runs: list[Run], link: str) -> str:
    label = prose.words(tuple(runs))
    scheme, host = urlsplit(link).scheme, urlsplit(link).hostname or ""
    if scheme == "mailto":
        address = link.removeprefix("mailto:")
        return (
            words.escape(address) if label in (link, address) else f"{_styled(runs)} ({words.escape(address)})"
        )
    if len(link) > LONGEST_ADDRESS:
        return f"{_styled(runs)} ({words.escape(host)})"
    if unquote(label) == unquote(link):
        return f"<{link}>"
    if "://" in label or label.startswith("www."):
        return f"{_styled(runs)} (<{link}>)"
    where = f"{script.ISOLATE}{words.escape(host)}{script.END_ISOLATE}"
    return f"[{_styled(runs)}](<{link}>) ({where if script.mixes_in_right(label) else words.escape(host)})"


def _styled(runs: Iterable[Run], *, begins: bool = True) -> str:
    said = ""
    for run in runs:
        piece = _run(run, begins=begins and not said)
        if _ends_a_style(said) and piece.startswith(("*", "~")):
            said += _TOUCHES
        said += piece
    return said


def _run(run: Run, *, begins: bool) -> str:
    """Marks hold beside a word, not beside a space."""
    if run.note:
        return words.escape(f"[{run.note}]")
    if run.text == "\n":
        return "\n"
    inner = run.text.strip()
    if not inner:
        return run.text
    before, _, after = run.text.partition(inner)
    said = _coded(inner) if run.code else words.escape(inner, begins=begins)
    for wanted, mark in ((run.struck, "~~"), (run.italic, "*"), (run.bold, "**")):
        said = f"{mark}{said}{mark}" if wanted else said
    return before + said + after


def _coded(typed: str) -> str:
    if "``" in typed:
        return words.escape(typed)
    return f"`` {typed} ``" if "`" in typed else f"`{typed}`"


def _ends_a_style(said: str) -> bool:
    """Whether it ends with the sign of a style, not with one that was typed."""
    return said.endswith(("*", "~")) and not said.endswith(("\\*", "\\~"))
