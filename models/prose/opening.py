"""The opening of a text: a title and an addressee that it brings itself are not printed twice.

Only what repeats every word is left out: a heading in other words or another language stays where it is.
"""

from msgspec import Struct
from msgspec.structs import replace

from models.prose.blocks import Block, Prose, TextHeading, TextParagraph, words
from models.strings import folding

AMONG = 3
"""This many blocks from the top a title and a line to the addressee are looked for."""
MORE = 5
"""So many words a heading may have beside the title and still be the title: "Open letter:"."""
LONGEST = 150
"""Characters of a heading that is printed as the title: no format cuts so many."""
_OPENS = frozenset(
    folding.SEARCH(
        "to for dear attention attn an à al au aux alla allo aan til till para pour für voor kepada sehr geehrte "
        "geehrter lieber liebe cher chère chers chères monsieur madame estimado estimada estimados gentile egregio "
        "egregia prezado prezada geachte beste kära kjære kære szanowny szanowna szanowni vážený vážená stimate stimată"
    ).split()
)
"""With which a line to somebody begins; most of them are salutations."""
_BETWEEN = frozenset(
    folding.SEARCH(
        "the of attention honourable right hon mr mrs ms sir madam der die das den dem herr herrn frau le la les l "
        "el los las il lo gli o os de het mme sr sra signor signora senhor senhora pan pani"
    ).split()
)
"""What may stand between that and whom it is to."""


class Opening(Struct, frozen=True):
    """A text for under a title."""

    title: str
    """To print above it: the letter's title, or the text's own that has all its words and more."""
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
    if named is None and top and isinstance(top[0], TextHeading):
        own, said = _folded(words(top[0].runs)), _folded(title)
        longer = _holds(own, said) and len(own) <= len(said) + MORE and _is_plain(top[0])
        if longer or _holds(said, own):
            named = top[0]
            title = words(top[0].runs) if longer and len(own) > len(said) else title
    if named is not None:
        blocks.remove(named)
    addressed = any(_is_to(block, addressee) for block in top if block is not named)
    return Opening(title, replace(prose, blocks=tuple(blocks)), named is not None, addressed)


def _is_to(block: Block, addressee: str) -> bool:
    """``To the Minister, 1 High Street`` and ``Dear Minister,`` are to "The Minister"."""
    said, whom = _folded(_words(block)), _folded(addressee)
    while whom and whom[0] in _BETWEEN | {"to"}:
        whom = whom[1:]
    if (
        not whom
        or len(said) < 2
        or said[0] not in _OPENS
        or (said[0] in ("a", "an") and said[1] not in _OPENS | _BETWEEN)
    ):
        return False  # "A minister" is no Spanish line to one
    at = next((place for place, word in enumerate(said) if word not in _OPENS | _BETWEEN), len(said))
    return any(said[start : start + len(whom)] == whom for start in range(1, at + 1))


def _is_plain(heading: TextHeading) -> bool:
    """Whether a title says all that the heading does: it leads nowhere, refers to no note, and is not cut."""
    return len(words(heading.runs)) <= LONGEST and not any(run.link or run.note for run in heading.runs)


def _holds(whole: list[str], part: list[str]) -> bool:
    """Whether all of one stands in the other, word after word; one word alone says too little."""
    return len(part) > 1 and any(whole[at : at + len(part)] == part for at in range(len(whole)))


def _folded(text: str) -> list[str]:
    return folding.SEARCH(text).split()


def _says(block: Block) -> str:
    return folding.EXACT(_words(block))


def _words(block: Block) -> str:
    return words(block.runs) if isinstance(block, TextHeading | TextParagraph) else ""
