"""Colours of a page: whether text in them can be read (WCAG 2.2, success criterion 1.4.3)."""

import re

from models.refusal import Reason, Refusal
from models.sheets import PageChoices

LIGHT, DARK = "#ffffff", "#14171c"
"""The paper of a page, on a light and on a dark screen."""
LIGHT_INK, DARK_INK = "#1f4fa3", "#9dbcf7"
"""The bot's own colours on them."""
LEAST = 4.5
"""The contrast that text of any size needs (level AA)."""
_COLOUR = re.compile(r"#?([0-9a-f]{6})")
_STEPS = 200


def checked(typed: str, paper: str) -> str:
    """The colour for text on this paper, as ``#`` and six small digits; empty where nothing was typed.

    Refuses BAD_COLOUR(typed) and LOW_CONTRAST or LOW_CONTRAST_DARK(colour, contrast, better).
    """
    found = _COLOUR.fullmatch(typed.strip().lower())
    if not typed.strip():
        return ""
    if found is None:
        raise Refusal(Reason.BAD_COLOUR, typed=typed.strip())
    colour = f"#{found[1]}"
    reached = contrast(colour, paper)
    if reached < LEAST:
        why = Reason.LOW_CONTRAST if paper == LIGHT else Reason.LOW_CONTRAST_DARK
        low = f"{int(reached * 10) / 10}"  # never rounded up to what would be enough
        raise Refusal(why, colour=colour, contrast=low, better=nearest(colour, paper))
    return colour


def palette(chosen: PageChoices) -> dict[str, str]:
    """The colours of a page by the names that its style has for them."""
    light = chosen.light or LIGHT_INK
    # A colour chosen for light paper alone is made brighter for the dark screen, until it can be read there.
    dark = chosen.dark or (nearest(light, DARK) if chosen.light else DARK_INK)
    return {"paper": LIGHT, "night": DARK, "light": light, "dark": dark}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def nearest(colour: str, paper: str) -> str:
    """The shade of this colour nearest to it that can be read on this paper."""
    end = 0 if _luminance(paper) > 0.5 else 255
    for step in range(_STEPS + 1):
        mixed = [round(part + (end - part) * step / _STEPS) for part in _parts(colour)]
        shade = "#" + "".join(f"{part:02x}" for part in mixed)
        if contrast(shade, paper) >= LEAST:
            break
    return shade


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    """WCAG 2.2, definition of relative luminance."""
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
