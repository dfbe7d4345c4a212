"""One row of a benchmark's table: what was measured, beside what it is held against, measured in the same run."""

from typing import Any


def row(
    what: str,
    value: float,
    unit: str,
    *,
    floor: float | None = None,
    of: str = "",
    at_least: float | None = None,
    at_most: float | None = None,
) -> dict[str, Any]:
    """``floor`` is the figure of ``of`` in the same unit; the ratio to it is to be ``at_least`` or ``at_most`` the
    goal. Without a goal nothing is claimed."""
    ratio = value / floor if floor else None
    met = None
    if ratio is not None and (at_least is not None or at_most is not None):
        met = (at_least is None or ratio >= at_least) and (at_most is None or ratio <= at_most)
    goal = f">= {at_least:g} x" if at_least is not None else f"<= {at_most:g} x" if at_most is not None else ""
    return {
        "what": what,
        "value": round(value, 3),
        "unit": unit,
        "floor": round(floor, 3) if floor is not None else None,
        "of": of,
        "ratio": round(ratio, 2) if ratio is not None else None,
        "goal": goal,
        "met": met,
    }
