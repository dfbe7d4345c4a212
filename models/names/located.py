"""Located names: a name that says its country beside itself, "Network One (Kenya)", is the same one without it."""

import re

from models.geography import countries
from models.strings.remembered import remembered

_INSIDE = re.compile(r"[(\[（]([^()\[\]（）]{2,60})[)\]）]")
_BEHIND = re.compile(r"(?:\s*[,:，：]|\s[-–—|/])\s*([^(),:，：|–—]{2,60})$")
_BEFORE = re.compile(r"^([^(),:，：|–—]{2,60}?)(?:[:：]|\s[-–—|/])\s+")


def agreed(one: str, other: str) -> str:
    """The code of the country of two signatories, as far as either gives one; nothing where they give two."""
    return "" if one and other and one != other else one or other


@remembered(50_000)
def without(name: str, code: str) -> str:
    """The name without the country of this code, where it is in brackets, or before or after a mark."""
    if not code:
        return name
    bare = name
    for beside in (_INSIDE, _BEHIND, _BEFORE):
        bare = beside.sub(lambda found: " " if countries.is_called(found[1], code) else found[0], bare)
    return " ".join(bare.split()) or name
