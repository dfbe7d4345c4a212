"""Fonts for what we draw ourselves, PDF and chart: Noto Sans from packages, then whatever the host has.

The packages hold font files and nothing that is run; together they cover Latin, Greek, Cyrillic, Arabic, Hebrew,
Chinese, Japanese, Korean, Devanagari, Bengali, Tamil, Telugu, Thai, Lao, Khmer, Burmese and Ethiopic.
"""

import importlib.util
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from models.translation import language

if TYPE_CHECKING:
    from typst import Fonts

PACKAGES = (
    "justmytype_western_core",
    "justmytype_intl_rtl",
    "justmytype_intl_cjk",
    "justmytype_intl_south_asia",
    "justmytype_intl_sea",
    "justmytype_intl_africa",
)
FAMILIES = (
    "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR",
    "Noto Sans TC", "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Tamil", "Noto Sans Telugu",
    "Noto Sans Thai", "Noto Sans Lao", "Noto Sans Khmer", "Noto Sans Myanmar", "Noto Sans Ethiopic",
    "Noto Sans Symbols 2",
)  # fmt: skip
"""In the order in which they are asked for a character; after them, any font of the host."""
OF_LANGUAGE = {"ja": "Noto Sans JP", "ko": "Noto Sans KR", "zh-Hant": "Noto Sans TC", "zh-Hans": "Noto Sans SC"}
"""The same Chinese character has a shape of its own in each."""

_DRAWN_AS_NOTHING = ("Cf", "Cc", "Mn", "Me", "Zs", "Zl", "Zp")
"""Categories whose characters need no shape of their own."""


@cache
def book() -> "Fonts":
    """All fonts that can be drawn with, looked up once."""
    from typst import Fonts

    return Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=_folders())


def families() -> list[str]:
    """Our families, as far as they are installed: behind the first that of the language that is spoken."""
    there = set(book().families())
    latin, *others = FAMILIES
    return [
        family
        for family in dict.fromkeys((latin, OF_LANGUAGE.get(language(), latin), *others))
        if family in there
    ]


def without_shape(texts: Iterable[str]) -> tuple[str, ...]:
    """Those texts that hold a character for which no font has a shape: it would be printed as an empty box."""
    texts = tuple(texts)
    wanted = {
        ord(character)
        for text in texts
        for character in text
        if unicodedata.category(character) not in _DRAWN_AS_NOTHING
    }
    files = {info.path for info in book().fonts() if info.path}
    ours = tuple(map(str, _folders()))
    for file in sorted(files, key=lambda path: (not path.startswith(ours), path)):
        if not wanted:
            break
        wanted -= _covered(file)
    return tuple(text for text in texts if not wanted.isdisjoint(map(ord, text)))


@cache
def _folders() -> list[Path]:
    """Where the packages keep their files; a package that is missing is left out."""
    specs = (importlib.util.find_spec(package) for package in PACKAGES)
    return [Path(place) for spec in specs if spec for place in spec.submodule_search_locations or ()]


@cache
def _covered(file: str) -> frozenset[int]:
    """The code points that a font file has a shape for."""
    from fontTools.ttLib import TTCollection, TTFont

    if file.endswith((".ttc", ".otc")):
        with TTCollection(file, lazy=True) as collection:
            return frozenset().union(*(font.getBestCmap() or () for font in collection))
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())
