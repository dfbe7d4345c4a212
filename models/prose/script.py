"""Script: in which direction a name runs, and in which language its characters are drawn.

A list mixes scripts that its reader's device must not guess: a Latin page would tear apart what is written from the
right, and draw a Japanese name with Chinese shapes.
"""

import unicodedata

FROM_RIGHT = ("R", "AL")
"""Bidirectional classes of the letters that run from the right (UAX #9, table 4)."""
ISOLATE, END_ISOLATE, FROM_LEFT_MARK, FROM_RIGHT_MARK = "\u2068", "\u2069", "\u200e", "\u200f"
"""First strong isolate and its end, left-to-right mark, right-to-left mark (UAX #9, section 2)."""
FROM_RIGHT_ISOLATE = "\u2067"
"""What stands up to the end of this isolate runs from the right (UAX #9, section 2)."""

_HAN_BY_COUNTRY = {
    "JP": "ja", "KR": "ko", "KP": "ko", "TW": "zh-Hant", "HK": "zh-Hant", "MO": "zh-Hant", "CN": "zh-Hans",
    "SG": "zh-Hans",
}  # fmt: skip


def runs_from_right(text: str) -> bool:
    """Whether the first letter that has a direction runs from the right (UAX #9, rule P2)."""
    for character in text:
        strong = unicodedata.bidirectional(character)
        if strong == "L":
            return False
        if strong in FROM_RIGHT:
            return True
    return False


def mixes_in_right(text: str) -> bool:
    """Whether anything in it runs from the right."""
    return any(unicodedata.bidirectional(character) in FROM_RIGHT for character in text)


def language(text: str, country: str = "") -> str:
    """The language tag (BCP 47) that makes a name be drawn as its writers draw it; empty if nothing depends on it.

    Kana is Japanese, Hangul Korean; Chinese characters alone follow the country.
    """
    found = {unicodedata.name(character, "").split(" ")[0] for character in text}
    if found & {"HIRAGANA", "KATAKANA"}:
        return "ja"
    if "HANGUL" in found:
        return "ko"
    if "CJK" in found:
        return _HAN_BY_COUNTRY.get(country, "zh-Hans")
    if "ARABIC" in found:
        return "fa" if country in ("IR", "AF") else "ur" if country == "PK" else "ar"
    return "he" if "HEBREW" in found else ""
