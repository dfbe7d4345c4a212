"""The typesetter: one place that runs Typst, which draws PDF and picture from a page and data."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from models.publishing.exports import fonts

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

DOTS_PER_INCH = 185
"""Of a picture: makes one of 420 points 1,079 dots wide, as a phone is."""
REMEMBERED = 10
"""How many compilations back Typst remembers what it worked out (comemo's eviction in typst-py)."""


def draw(
    page: Path,
    data: Mapping[str, Any],
    as_: Literal["pdf", "png"],
    *,
    standards: "list[PDFStandard] | None" = None,
    at: datetime | None = None,
) -> bytes:
    """The one document or picture that ``page``, a file beside this one, makes of ``data``.

    For one thread at a time: a compiler at work refuses a second ("Already borrowed").
    ``at`` is the instant that a PDF says it was made. Raises ``typst.TypstError`` where a standard forbids it.
    """
    inputs = {"data": json.dumps({"fonts": fonts.families(), **data}, ensure_ascii=False)}
    try:
        drawn = _compiler(page).compile(
            format=as_, ppi=DOTS_PER_INCH, sys_inputs=inputs, pdf_standards=standards, timestamp=at
        )
    finally:
        _forget()
    if not isinstance(drawn, bytes):
        raise TypeError(f"{page.name} made several pages of one picture")
    return drawn


def _forget() -> None:
    """Make Typst forget what it remembers of a list: ten long ones would keep a gigabyte, of no use to the next."""
    for _ in range(REMEMBERED + 1):
        _empty().compile(b" ", format="pdf")


@cache
def _empty() -> "Compiler":
    from typst import Compiler, Fonts

    return Compiler(font_paths=Fonts(include_system_fonts=False, include_embedded_fonts=False))


@cache
def _compiler(page: Path) -> "Compiler":
    from typst import Compiler

    return Compiler(page, root=page.parent, font_paths=fonts.book())
