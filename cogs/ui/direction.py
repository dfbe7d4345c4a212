"""Direction: in a language that is written from right to left each line says so itself.

Discord takes a line as one from left to right, or as its first letter has it. Then the full stop stands at the wrong
end, and the words change places around a name, a number or a time in Latin script. A line in an isolate from the right
(Unicode Bidirectional Algorithm, UAX #9) reads in order everywhere; the mark before it puts it on the right side where
the app goes by the first letter.
"""

import re
import unicodedata

from models import translation

_MARK, _FROM_RIGHT, _END = "\u200f", "\u2067", "\u2069"
_BEGINNING = re.compile(r"^\s*(?:(?:-#|#{1,3}|>|[-*]|\d+\.)\s+)*\**")
"""What Discord reads at the beginning of a line as its form. Stars stay outside: some readers of Markdown take them for
bold only beside a letter, a mark or the line's end."""
_STARS = re.compile(r"(?:(?<![\\*])\*+)?$")
_FENCE = "```"


def directed(text: str, limit: int) -> str:
    """The text with its lines from right to left, where the reader's language is written so; unchanged where it would
    then pass ``limit`` characters. Lines without a letter of such a script stay, and so does what is in code: it is
    there to be copied."""
    if not translation.is_right_to_left():
        return text
    lines, code = [], False
    for line in text.split("\n"):
        fences = line.count(_FENCE)
        lines.append(line if code or fences else _directed(line))
        code ^= fences % 2 == 1
    said = "\n".join(lines)
    return said if len(said) <= limit else text


def _directed(line: str) -> str:
    if not any(unicodedata.bidirectional(one) in ("R", "AL") for one in line):
        return line
    said = _BEGINNING.sub("", line)
    before, stars = line[: len(line) - len(said)], _STARS.search(said)
    behind = stars[0] if stars else ""
    return f"{before}{_MARK}{_FROM_RIGHT}{said.removesuffix(behind)}{_END}{behind}"
