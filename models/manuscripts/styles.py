"""Styles of a page: what its classes and attributes say of words, and words of one style put together."""

import re
from collections.abc import Iterator

from models.prose.blocks import Run, Runs, words

LONGEST = 100_000
"""Characters of a style sheet that are looked through."""
_RULES = re.compile(r"\.([\w-]+)\s*\{([^}]{0,1000})\}")


def rules(sheet: str) -> Iterator[tuple[str, frozenset[str]]]:
    """What the classes of a page mean, as far as a text knows it: Google Docs writes every style as a class."""
    for name, about in _RULES.findall(sheet[:LONGEST]):
        yield name, of(about)


def of(about: str) -> frozenset[str]:
    """What a rule or an attribute says of its words: bold, plain, italic, struck or hidden."""
    said = about.replace(" ", "").casefold()
    found = {
        "bold": re.search(r"font-weight:(bold|[6-9]00)", said),
        "plain": re.search(r"font-weight:(normal|[1-5]00)", said),
        "italic": "font-style:italic" in said,
        "struck": "line-through" in said,
        "hidden": "display:none" in said or "visibility:hidden" in said,
    }
    return frozenset(name for name, yes in found.items() if yes)


def trimmed(runs: list[Run]) -> Runs:
    """Without space at the edges and breaks at the end; runs of one style joined."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        said = run.text
        if said != "\n" and (last is None or last.text.endswith((" ", "\n"))) and not run.note:
            said = said.lstrip(" ")
        if said == "\n" and last is None:
            continue
        if not said and not run.note:
            continue
        style = (run.bold, run.italic, run.struck, run.code, run.link)
        if last and said != "\n" != last.text and not run.note and last == Run(last.text, *style):
            found[-1] = Run(last.text + said, *style)
            continue
        found.append(Run(said, *style, run.note))
    while found and not found[-1].text.strip() and not found[-1].note:
        found.pop()
    return tuple(found) if words(tuple(found)).strip() or any(run.note for run in found) else ()
