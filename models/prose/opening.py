"""The opening of a text: a title and an addressee that it brings itself are not printed twice."""

from dataclasses import dataclass, replace

from models.prose.blocks import Block, Prose, TextHeading, TextParagraph, words
from models.strings import folding

AMONG = 3
"""This many blocks from the top a title and a line to the addressee are looked for."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A text for under a title."""

    prose: Prose
    """Without the title, where it began with it."""
    titled: bool
    """It began with the title."""
    addressed: bool
    """It says itself whom it is to, in words of its own: nobody else need say so."""


def under(prose: Prose, title: str, addressee: str) -> Opening:
    """The text as it is under this title and addressee."""
    blocks = list(prose.blocks)
    top = blocks[:AMONG]
    named = next((block for block in top if _says(block) and _says(block) == folding.EXACT(title)), None)
    if named is not None:
        blocks.remove(named)
    addressed = any(_is_to(block, addressee) for block in top if block is not named)
    return Opening(replace(prose, blocks=tuple(blocks)), named is not None, addressed)


def _is_to(block: Block, addressee: str) -> bool:
    """``To the Minister, 1 High Street`` is to "The Minister"."""
    said = folding.SORT(_words(block))
    whom = _without_article(folding.SORT(addressee))
    return bool(whom) and said.startswith("to ") and f"{_without_article(said)} ".startswith(f"{whom} ")


def _without_article(folded: str) -> str:
    return folded.removeprefix("to ").removeprefix("the ")


def _says(block: Block) -> str:
    return folding.EXACT(_words(block))


def _words(block: Block) -> str:
    return words(block.runs) if isinstance(block, TextHeading | TextParagraph) else ""
