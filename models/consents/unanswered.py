"""What is no answer to who agreed, or how that is known, in the languages of the bot: "nobody", "not yet", a question
mark."""

import re

from models.strings import data_files, folding

_DATA = data_files.read(__file__)
_PHRASES = frozenset(map(folding.SEARCH, data_files.phrases(_DATA["phrases"])))
_OPENINGS = tuple(f"{folding.SEARCH(one)} " for one in data_files.phrases(_DATA["openings"]))
_CLAUSES = re.compile(r"[,;:!?…\n–—()、。،؛]|(?<=\w{3})\.\s")
"""Between clauses; a full stop after a shorter word may be an abbreviation ("No. 5")."""


def is_no_answer(text: str) -> bool:
    """Whether a text says that nobody agreed yet, or nothing at all: by the whole of it, by its first or last clause if
    that has several words ("Not yet, I will ask", "Ana, not yet"), or as it begins ("I'll ask them tomorrow"). One word
    before others may be somebody's name ("Nee, Anna"), and words between others what is over ("not sure, then yes")."""
    whole, *clauses = (folding.SEARCH(part) for part in (text, *_CLAUSES.split(text)))
    ends = [clause for clause in clauses if re.search(r"\w", clause)]
    if not ends or whole in _PHRASES or f"{whole} ".startswith(_OPENINGS):
        return True
    return any(" " in one or len(ends) == 1 for one in {ends[0], ends[-1]} & _PHRASES)
