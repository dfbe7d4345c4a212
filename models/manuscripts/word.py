"""Documents of Word (DOCX), read by mammoth, which knows the styles, lists, tables and footnotes of word processors.

Before it reads a document, what it would lose is made plain: tracked changes are accepted (or rejected, to show the
difference), fields and ruby keep their words, hidden text goes, and a page break is a line break.
"""

import copy
from typing import Any

from models.importing.files import archives
from models.manuscripts import page, parts
from models.refusal import Reason, Refusal
from models.sheets import LeftOut, Manuscript

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_COMMENTS, _EDGES = "word/comments.xml", ("word/header", "word/footer")
_IN, _OUT = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_OFF = ("0", "false", "off")
_MAP = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
"""


def read(data: bytes) -> Manuscript:
    """The text with every tracked change accepted, and if there are any as it was before them.

    Refuses UNREADABLE_FILE, TOO_LARGE_FILE(limit).
    """
    from lxml.etree import LxmlError

    try:
        texts = parts.take(data, _TEXTS)
        left_out = _left_out(data, texts)
        tracked = any(root.find(f".//{tag}") is not None for root in texts.values() for tag in (*_IN, *_OUT))
        accepted, images, links = _converted(data, texts, accept=True)
        before = _converted(data, texts, accept=False)[0] if tracked else None
    except (*archives.DAMAGED, LxmlError, ValueError, AttributeError, TypeError, IndexError, AssertionError):
        raise Refusal(Reason.UNREADABLE_FILE) from None
    counts = {LeftOut.IMAGE: images, **left_out, LeftOut.LINK: links}
    named = {what: count for what, count in counts.items() if count}
    return Manuscript(accepted, before if before != accepted else None, named)


def _left_out(data: bytes, texts: dict[str, Any]) -> dict[LeftOut, int]:
    edges = {name for name in parts.names(data) if name.startswith(_EDGES) and name.endswith(".xml")}
    others = parts.take(data, {*edges, _COMMENTS})
    comments = len(others[_COMMENTS].findall(f"{_W}comment")) if _COMMENTS in others else 0
    said = sum(
        any(parts.says_something(one.text or "") for one in others[name].iter(f"{_W}t")) for name in edges
    )
    hidden = sum(_is_hidden(run) for root in texts.values() for run in root.iter(f"{_W}r"))
    return {LeftOut.COMMENT: comments, LeftOut.EDGE: said, LeftOut.HIDDEN: hidden}


def _converted(data: bytes, texts: dict[str, Any], *, accept: bool) -> tuple[str, int, int]:
    import mammoth

    plain = copy.deepcopy(texts)
    for root in plain.values():
        _settle(root, accept=accept)
        _make_plain(root)
    images = 0

    def left_out(_image: Any) -> list[Any]:
        nonlocal images
        images += 1
        return []

    document = parts.put(data, plain, ("word/media/", "word/comments", "word/embeddings/"))
    converted = mammoth.convert_to_html(document, style_map=_MAP, convert_image=left_out)
    found, more = page.parsed(f"<body>{converted.value}</body>")
    return page.written(found), images, more.get(LeftOut.LINK, 0)


def _settle(root: Any, *, accept: bool) -> None:
    """Every tracked change as it was accepted, or rejected: what stays loses its mark, what goes its words. A paragraph
    whose end went goes on in the next one."""
    stays, goes = (_IN, _OUT) if accept else (_OUT, _IN)
    for paragraph in list(root.iter(f"{_W}p")):
        marks = paragraph.find(f"{_W}pPr/{_W}rPr")
        if marks is not None and any(marks.find(tag) is not None for tag in goes):
            _join_with_next(paragraph)
    for tag in goes:
        for element in list(root.iter(tag)):
            if element.getparent() is not None and element.getparent().tag != f"{_W}rPr":
                element.getparent().remove(element)
    for element in list(root.iter(*_IN, *_OUT)):
        if element.getparent().tag == f"{_W}rPr":
            element.getparent().remove(element)  # or mammoth would join what was not to be joined
    for tag in stays:
        for element in list(root.iter(tag)):
            _unwrap(element)
    for element in root.iter(f"{_W}delText"):
        element.tag = f"{_W}t"


def _join_with_next(paragraph: Any) -> None:
    following = paragraph.getnext()
    if following is None or following.tag != f"{_W}p":
        return
    place = 0 if following.find(f"{_W}pPr") is None else 1
    for child in reversed([child for child in paragraph if child.tag != f"{_W}pPr"]):
        following.insert(place, child)
    paragraph.getparent().remove(paragraph)


def _make_plain(root: Any) -> None:
    """What mammoth passes over or joins is turned into what it reads."""
    for tag in ("fldSimple", "smartTag", "ruby", "rubyBase"):
        for element in list(root.iter(f"{_W}{tag}")):
            _unwrap(element)
    for tag in ("rt", "rubyPr"):
        for element in list(root.iter(f"{_W}{tag}")):
            element.getparent().remove(element)
    for run in list(root.iter(f"{_W}r")):
        parent = run.getparent()
        if parent is not None and parent.tag == f"{_W}r":  # ruby keeps runs inside a run
            for inner in reversed(run):
                parent.insert(parent.index(run) + 1, inner)
            parent.remove(run)
        elif _is_hidden(run):
            parent.remove(run)
        else:
            _show_styles(run)
    for broken in root.iter(f"{_W}br"):
        if broken.get(f"{_W}type") in ("page", "column"):
            del broken.attrib[f"{_W}type"]


def _show_styles(run: Any) -> None:
    """What runs from the right has a bold and an italic of its own, which mammoth does not know."""
    about = run.find(f"{_W}rPr")
    if about is None or about.find(f"{_W}rtl") is None:
        return
    for mark in ("b", "i"):
        own = about.find(f"{_W}{mark}Cs")
        if own is not None and own.get(f"{_W}val") not in _OFF and about.find(f"{_W}{mark}") is None:
            about.insert(0, about.makeelement(f"{_W}{mark}"))


def _is_hidden(run: Any) -> bool:
    found = run.find(f"{_W}rPr/{_W}vanish")
    return found is not None and found.get(f"{_W}val") not in _OFF


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    place = parent.index(element)
    for child in reversed(element):
        parent.insert(place + 1, child)
    parent.remove(element)
