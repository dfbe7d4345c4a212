"""What is no answer to who agreed, or how that is known, in the languages of the bot: "nobody", "not yet", a question
mark."""

import re

from models.strings import data_files, folding

_PHRASES = frozenset(map(folding.SEARCH, data_files.phrases(data_files.read(__file__)["phrases"])))
_CLAUSES = re.compile(r"[,;:!?…\n–—()、。،؛]|(?<=\w{3})\.\s")
"""Between clauses; a full stop after a shorter word may be an abbreviation ("No. 5")."""


def is_no_answer(text: str) -> bool:
    """Whether a text says that nobody agreed yet, or nothing at all: by the whole of it, by its first clause ("Not yet,
    I will ask"), or by any that has several words ("Ana, not yet")."""
    whole, *clauses = (folding.SEARCH(part) for part in (text, *filter(str.strip, _CLAUSES.split(text))))
    return not re.search(r"\w", text) or bool(
        _PHRASES & {whole, *clauses[:1], *(clause for clause in clauses if " " in clause)}
    )
