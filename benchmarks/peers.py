"""What two libraries say of pairs of names: run by ``benchmarks.names --peers`` in a virtual environment of its own.

Reads pairs of names as a JSON list and writes, for each peer, a JSON list of truths: nomenklatura's logic-v2 from 0.7,
the usual threshold of its makers' matching service, and cleanco's base name with rapidfuzz's WRatio from 90.
"""

import json
import sys
from itertools import count
from typing import Any

PINNED = ("nomenklatura==4.17.4", "cleanco==2.3", "rapidfuzz==3.14.6")


def logic(pairs: list[tuple[str, str]]) -> list[bool]:
    """nomenklatura's logic-v2, with both names as organisations and nothing else known of them."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm: Any = get_algorithm("logic-v2")
    config = algorithm.default_config()

    numbers = count()

    def body(name: str) -> Any:
        made = model.make_entity("Organization")
        made.id = f"n{next(numbers)}"  # what is known of an id is remembered: none may come twice
        made.add("name", name)
        return made

    return [algorithm.compare(body(one), body(other), config).score >= 0.7 for one, other in pairs]


def cleaned(pairs: list[tuple[str, str]]) -> list[bool]:
    """Names without their legal forms, as like as rapidfuzz says."""
    from cleanco import basename
    from rapidfuzz import fuzz, utils

    return [
        fuzz.WRatio(*(basename(name) or name for name in pair), processor=utils.default_process) >= 90
        for pair in pairs
    ]


def main() -> None:
    """Answer on the standard output."""
    pairs = [tuple(pair) for pair in json.load(sys.stdin)]
    print(json.dumps({"nomenklatura logic-v2": logic(pairs), "cleanco with rapidfuzz": cleaned(pairs)}))


if __name__ == "__main__":
    main()
