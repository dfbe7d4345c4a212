"""Mending: what the way through other programs did to a name, and is put right without asking. Pure functions.

Each of them leaves alone what it did not make, and changes nothing the second time.
"""

import html
import re

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_LINK = r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:)[^()\s<>\"']+"
_MASKED = (
    re.compile(rf"(?<!\\)!?\[([^\[\]]+)\]\(\s*<?({_LINK})>?(?:\s+\"[^\"]*\")?\s*\)", re.IGNORECASE),
    re.compile(
        r"<a\s[^<>]*?href\s*=\s*[\"']?([^\"'\s<>]+)[\"']?[^<>]*>(.*?)</a\s*>", re.IGNORECASE | re.DOTALL
    ),
)
"""A link behind words, as Markdown and as HTML write it."""
_TAGS = "a|abbr|b|cite|div|em|i|li|p|small|span|strong|sub|sup|td|th|tr|u"
_PAIR = re.compile(rf"<({_TAGS})\b[^<>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def mended(text: str) -> str:
    """The text with HTML entities read and with letters that were read in a wrong encoding put right
    ("O&#39;Neil", "CafÃ©"). Only an entity that ends in a semicolon is one: "R&D" stays."""
    previous = None
    while previous != text:
        previous = text
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        if not text.isascii():
            text = _repaired(text)
    return text


_CAPITAL = re.compile(
    # "“AMANHÃ”", "CIDADÃ – REDE", "TALISMÃ®": a word in capitals that ends in Ã, Â or Ð before a mark
    "(?<=[A-ZÀ-Þ])[ÃÂÐ](?=[\u00a0 ]?[”“’‘»›–—…®™°)\\]]+(?![^\\W\\d_]))"
    # "ALEMÃ–BRASILEIRA": a dash between two words, the first of which has a vowel of its own
    "|(?<=[A-ZÀ-Þ])[ÃÂÐ](?=[–—][A-ZÀ-Þ]{4})"
)
_VOWEL = re.compile("[AEIOUYÀ-ÅÈ-ÏÒ-ÖÙ-Ü]")


def plain_capitals(text: str) -> str:
    """The text with an A or D for a capital Ã, Â or Ð that rightly is before a mark, where it only looks like
    half of a letter that was read in a wrong encoding."""
    return _CAPITAL.sub(
        lambda found: ("D" if found[0] == "Ð" else "A") if _is_right(text, found) else found[0], text
    )


def _is_right(text: str, found: re.Match[str]) -> bool:
    word = re.split(r"[^\w]", text[: found.start()])[-1]
    inside = text[found.end() : found.end() + 1] in "–—" and text[found.end() + 1 : found.end() + 2].isalpha()
    if inside:
        return bool(_VOWEL.search(word))
    return len(word) > 1 and not (
        text[found.end() : found.end() + 1] in "–—" and text[found.end() + 1 : found.end() + 2] == ""
    )


def looks_misread(text: str) -> bool:
    """Whether letters in it look as if they were read in a wrong encoding."""
    if text.isascii():
        return False
    from ftfy.badness import is_bad

    return is_bad(plain_capitals(text))


def _repaired(text: str) -> str:
    """Letters that were read in a wrong encoding put right. Capitals that rightly are before a mark are no such
    letters: a text in which there is nothing else to repair stays, and in any other they are kept aside."""
    from ftfy import fix_encoding  # 3 MB and 80 ms, of which a name in ASCII needs nothing

    kept = plain_capitals(text)
    if kept == text:
        return fix_encoding(text)
    return text if fix_encoding(kept) == kept else fix_encoding(text)


_MARKER = re.compile(
    r"\s*(?:(\(?\d{1,5}[.)]|\[\d{1,5}\]|#\d{1,5})|[•·▪◦‣⁃●○■□►▶➤✓✔☐☑]|[-–—*](?=\s))\s+(?:\[[ xX]?\]\s+)?(?=[\w@])"
)


def marker(text: str) -> tuple[str, bool]:
    """What is before a name because it was a line of a list ("1. ", "(2) ", "- ", "• "), with the space after it,
    and whether it counts; empty if nothing does. A number alone is none: "38 Degrees", "7amleh", "4D"."""
    found = _MARKER.match(text)
    return (found[0], found[1] is not None) if found else ("", False)


def unmasked(text: str) -> tuple[str, str]:
    """The words that stand for a link, and where it leads; without one, the text and nothing.

    Pairs of a web page's tags go as well: they are no part of a name. What only looks a little like a link or a tag
    stays.
    """
    address = ""
    for pattern, words, link in ((_MASKED[0], 1, 2), (_MASKED[1], 2, 1)):
        while found := pattern.search(text):
            address = address or found[link]
            text = text[: found.start()] + found[words] + text[found.end() :]
    while found := _PAIR.search(text):
        text = f"{text[: found.start()]} {found[2]} {text[found.end() :]}"
    return _BREAK.sub(" ", text).strip(), address
