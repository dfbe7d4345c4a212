"""Texts of LibreOffice and others (ODT), read by odfdo, which knows their styles, lists, tables, boxes and sections.

It writes Markdown without escaping what was typed, and footnotes without their places: both are seen to before it
writes. Private characters stand for signs until then.
"""

import copy
import re
from collections.abc import Iterator
from typing import Any

from models.importing.files import archives
from models.manuscripts import page, parts
from models.prose import parser
from models.refusal import Reason, Refusal
from models.sheets import LeftOut, Manuscript

_SIGNS = re.compile(r"[\\`*_\[\]<|~#>+=-]|(?<=\d)[.)]")
_FIRST = 0xE000
_SHIFTED = re.compile("[\ue000-\ue07f]")
"""Signs that were typed: each stands so far behind its own place until odfdo has written."""
_REFERS, _EXPLAINS, _END = "\ue080", "\ue081", "\ue082"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HIDDEN = (f"{_TEXT}hidden-text", f"{_TEXT}hidden-paragraph")
_NOTE = re.compile(f"{_EXPLAINS}(\\d+){_END}[ \t]*")


def read(data: bytes) -> Manuscript:
    """The text with every tracked change accepted, and if there are any as it was before them.

    Refuses UNREADABLE_FILE, TOO_LARGE_FILE(limit).
    """
    from lxml.etree import LxmlError

    try:
        texts = parts.take(data, ("content.xml", "styles.xml"))
        left_out = {what: count for what, count in _left_out(texts).items() if count}
        tracked = texts["content.xml"].find(f".//{_TEXT}tracked-changes") is not None
        accepted = _converted(data, texts["content.xml"], accept=True)
        before = _converted(data, texts["content.xml"], accept=False) if tracked else None
    except (*archives.DAMAGED, LxmlError, ValueError, AttributeError, TypeError, IndexError):
        raise Refusal(Reason.UNREADABLE_FILE) from None
    return Manuscript(accepted, before if before != accepted else None, left_out)


def _left_out(texts: dict[str, Any]) -> dict[LeftOut, int]:
    content = texts["content.xml"]
    edges = texts["styles.xml"].iter(f"{_STYLE}header", f"{_STYLE}footer") if "styles.xml" in texts else ()
    return {
        LeftOut.IMAGE: sum(1 for _ in content.iter(f"{_DRAW}image")),
        LeftOut.COMMENT: sum(1 for _ in content.iter(f"{_OFFICE}annotation")),
        LeftOut.EDGE: sum(parts.says_something("".join(edge.itertext())) for edge in edges),
        LeftOut.HIDDEN: sum(1 for _ in content.iter(*_HIDDEN)),
    }


def _converted(data: bytes, content: Any, *, accept: bool) -> str:
    import odfdo

    plain = copy.deepcopy(content)
    body = plain.find(f"{_OFFICE}body/{_OFFICE}text")
    changes = body.find(f"{_TEXT}tracked-changes")
    if changes is not None:
        if not accept:
            _reject(body, changes)
        body.remove(changes)
    for element in list(body.iter(*_HIDDEN, f"{_OFFICE}annotation", f"{_TEXT}ruby-text")):
        _drop(element)
    _move_notes(body)
    for element in body.iter(f"{_TEXT}*"):
        _shift(element)
    document = odfdo.Document(parts.put(data, {"content.xml": plain}, ("Pictures/", "Object")))
    return _markdown(str(document.to_markdown()))


def _drop(element: Any) -> None:
    """Take an element out, but not what follows it on its line."""
    _add_before(element, element.tail or "")
    element.tail = None
    element.getparent().remove(element)


def _add_before(element: Any, said: str) -> None:
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + said
    else:
        element.getparent().text = (element.getparent().text or "") + said


def _move_notes(body: Any) -> None:
    """Each footnote to the end of the text, with a mark where it was."""
    for number, note in enumerate(list(body.iter(f"{_TEXT}note")), 1):
        inside = note.find(f"{_TEXT}note-body")
        _add_before(note, f"{_REFERS}{number}{_END}")
        _drop(note)
        paragraphs = list(inside) if inside is not None else []
        for at, paragraph in enumerate(paragraphs):
            if not at:
                paragraph.text = f"{_EXPLAINS}{number}{_END}{paragraph.text or ''}"
            body.append(paragraph)


def _shift(element: Any) -> None:
    for place in ("text", "tail"):
        said = getattr(element, place)
        if said and said.strip():
            setattr(element, place, _SIGNS.sub(lambda found: chr(_FIRST + ord(found[0])), said))


def _markdown(written: str) -> str:
    """What odfdo wrote, with the signs that were typed as themselves and the footnotes in their place."""
    typed = _SHIFTED.sub(lambda found: "\\" + chr(ord(found[0]) - _FIRST), written)
    noted = _NOTE.sub(r"[^\1]: ", typed).replace(_REFERS, "[^").replace(_END, "]")
    return page.written(parser.parse(noted))


def _reject(body: Any, changes: Any) -> None:
    """The text as it was: what was inserted goes, what was deleted comes back as words."""
    gone = {
        region.get(f"{_TEXT}id"): "\n".join(
            "".join(part.itertext()) for part in taken.iter(f"{_TEXT}p", f"{_TEXT}h")
        )
        for region in changes
        if (taken := region.find(f"{_TEXT}deletion")) is not None
    }
    deleted = list(body.iter(f"{_TEXT}change"))
    for mark in deleted:
        _add_before(mark, gone.get(mark.get(f"{_TEXT}change-id"), ""))
    inserted = False
    for element, is_start in list(_walk(body)):
        if element.tag == f"{_TEXT}change-start":
            inserted = True
        elif element.tag == f"{_TEXT}change-end":
            inserted = False
        if inserted:
            setattr(element, "text" if is_start else "tail", None)


def _walk(body: Any) -> Iterator[tuple[Any, bool]]:
    """Each element where it begins, and where it ends."""
    yield body, True
    for child in body:
        yield from _walk(child)
    yield body, False
