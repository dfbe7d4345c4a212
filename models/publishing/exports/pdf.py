"""A list as PDF, set by Typst: shaped and ordered in every script, with the tags by which it is read aloud (PDF/UA-1).

The page is ``list.typ`` beside this file; what anybody typed goes to it as data. The same list gives the same bytes.
"""

from pathlib import Path
from typing import Any

from models.prose import script
from models.publishing.exports import fonts, pdf_prose, sentences, typesetter
from models.sheets import EditionSheet, PrintedLine, PrintedList
from models.terms import Grouping
from models.translation import is_right_to_left, isolated, language

PAGE = Path(__file__).with_name("list.typ")
_HERE = "\ufffc"
"""Stands in a sentence for what is drawn in a font of its own."""


def write(printed: PrintedList, edition: EditionSheet) -> bytes:
    """The whole document, dated with the instant of the list.

    PDF/UA forbids a character without a shape, which cannot be read aloud; a list that has one is printed all the
    same, with its tags but without that promise.
    """
    from typst import TypstError

    data = _data(printed)
    try:
        return typesetter.draw(PAGE, data, "pdf", standards=["ua-1"], at=edition.cut_at)
    except TypstError:
        return typesetter.draw(PAGE, data, "pdf", at=edition.cut_at)


def unprintable(printed: PrintedList) -> tuple[str, ...]:
    """Names and affiliations that show an empty box, because no font on this host has a shape for them."""
    return fonts.without_shape(
        text for line in printed.lines for text in (line.entry.name, line.entry.affiliation) if text
    )


def _data(printed: PrintedList) -> dict[str, Any]:
    before, _here, after = sentences.to(_HERE).partition(_HERE)
    return {
        "lang": language().partition("-")[0],
        "rtl": is_right_to_left(),
        "to": (before, after),
        "title": printed.title,
        "heading_title": _piece(printed.title),
        "title_rtl": script.runs_from_right(printed.title),
        "embargo": printed.embargo,
        "addressee": _piece("" if printed.addressed else printed.addressee),
        "digest": printed.digest or "not published",
        "heading": printed.heading,
        "sentence": printed.sentence,
        "body": pdf_prose.data(printed.prose, printed.language),
        "body_lang": (printed.language or "en")[:2],
        "room": max(2, len(str(len(printed.lines)))) * 0.62 + 0.4,
        "sections": [
            {
                "heading": section.heading and sentences.headed(section.heading, len(section.lines)),
                "level": section.level,
                "lines": [_line(line, printed.arrangement.grouping) for line in section.lines],
            }
            for section in printed.sections
        ],
        "notes": list(printed.notes),
    }


def _line(line: PrintedLine, grouping: Grouping) -> list[Any]:
    """Its number, then what stands behind it: each piece costs the typesetter memory, so plain ones become one."""
    entry = line.entry
    affiliation = _piece(entry.affiliation, entry.country)
    country = line.country if grouping is not Grouping.COUNTRY else ""
    between = sentences.between() if affiliation and country else ""
    told = (" (", affiliation, between, country, ")") if affiliation or country else ()
    pieces: list[Any] = [""]
    for piece in (_piece(entry.name, entry.country), *told):
        if isinstance(piece, str) and isinstance(pieces[-1], str):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return [line.number, *pieces]


def _piece(text: str, country: str = "") -> str | dict[str, Any]:
    """A text, with its language and font where it needs them. In an isolate it keeps its own direction, whatever
    stands around it, and a long one breaks where a box would not."""
    language = script.language(text, country)
    spoken, _, written = language.partition("-")
    if not language:
        return isolated(text)
    return {
        "text": isolated(text),
        "lang": spoken,
        "region": {"Hant": "TW", "Hans": "CN"}.get(written, ""),
        "font": fonts.OF_LANGUAGE.get(language, ""),
    }
