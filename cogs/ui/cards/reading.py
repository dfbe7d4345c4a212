"""The letter's text and its talking points, a page at a time and as a file."""

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Choose, Document, Option, Part, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import PointSheet, PointsSheet, TextSheet
from models.terms import TextChange

FITS = 3000
"""Characters for what is read on one page, beside heading and buttons."""
TITLE_LIMIT = 150
SUBJECT_ROOM = 190
"""Characters that a subject of 80 may take as a heading."""
CUTS = ("\n\n", "\n", ". ", " ")
"""Where a page may end, the best place first."""


def text(sheet: TextSheet, guild_id: int, page: int, *, public: bool = False) -> Card:
    """One page of the wording. ``public``: posted to a channel, so the buttons answer privately."""
    found = pieces(sheet.body, FITS)
    page = min(max(page, 1), len(found))
    version, original = sheet.version, sheet.languages[0]
    counts = (
        "the wording that counts"
        if sheet.original
        else f"a translation; the wording that counts is in {original}"
    )
    if sheet.translates is not None:
        counts += f", version {sheet.translates}"
    name = f"letter-{sheet.letter_id}-{version.language}-{version.number}.txt"
    if public:
        ways: list[Part] = []
        if len(found) > 1:
            ways.append(Press("Read on", "letter.on", guild_id, (sheet.letter_id, version.language, 2)))
        ways.append(Press("Talking points", "letter.points", guild_id, (sheet.letter_id,)))
    else:
        ways = _ways("letter.turn", guild_id, (sheet.letter_id, version.language), page, len(found))
    menu = Choose(
        "Another language",
        "letter.language",
        guild_id,
        [Option(code, code, chosen=code == version.language) for code in sheet.languages],
        (sheet.letter_id,),
    )
    return lay_out(
        f"### {_short(sheet.title)}\nTo {_short(sheet.addressee)}",
        f"**Out of date:** the original was changed since this was translated from version {sheet.translates}."
        if sheet.stale
        else "",
        words.escape(found[page - 1]),
        f"-# {_changed(sheet)}" if version.change is not None else "",
        f"-# {_of(page, len(found))}Text version {version.number}, {version.language}: {counts}. "
        f"SHA-256 of the file: {version.digest[:16]}…",
        *([row(*ways)] if ways else []),
        *([row(menu)] if len(sheet.languages) > 1 and not public else []),
        accent=Accent.OPEN,
        files=[Document(name, sheet.body.encode())],
    )


def _changed(sheet: TextSheet) -> str:
    """That this version changed a text which had been signed, and what that means for the signatures."""
    at = words.clock(sheet.version.created_at)
    if sheet.version.change is TextChange.CORRECTION:
        return f"Corrected {at}, after people had signed; signatures stand."
    return f"Changed in substance {at}, after people had signed; who has not confirmed it endorses an earlier text."


def points(sheet: PointsSheet, guild_id: int, number: int, page: int, *, public: bool = False) -> Card:
    """One page of what is said on the subjects of the sheet. ``number``: the one subject shown, from 1; 0 for all."""
    head = f"### Talking points\n{_short(sheet.title)}"
    if not sheet.points:
        return lay_out(head, "There are none yet.")
    found = _point_pages(sheet.points)
    page = min(max(page, 1), len(found))
    if public:
        ways: list[Part] = [Press("Read the letter", "letter.text", guild_id, (sheet.letter_id, 1))]
        if len(found) > 1 or len(sheet.points) < len(sheet.subjects):
            ways.append(Press("All talking points", "letter.points", guild_id, (sheet.letter_id,)))
    else:
        ways = _ways("letter.points-turn", guild_id, (sheet.letter_id, number), page, len(found))
        if number:
            ways.append(Press("All subjects", "letter.points-turn", guild_id, (sheet.letter_id, 0, 1)))
    menu = Choose(
        "One subject",
        "letter.subject",
        guild_id,
        [Option(subject, str(at), chosen=at == number) for at, subject in enumerate(sheet.subjects, 1)],
        (sheet.letter_id,),
    )
    whole = "\n\n\n".join(f"{point.subject}\n\n{point.body}" for point in sheet.points)
    return lay_out(
        head,
        found[page - 1],
        f"-# {_of(page, len(found))}Say it in your own words." if len(found) > 1 else "",
        *([row(*ways)] if ways else []),
        *([row(menu)] if len(sheet.subjects) > 1 and not public else []),
        accent=Accent.OPEN,
        files=[Document(f"talking-points-{sheet.letter_id}.txt", whole.encode())],
    )


def posted() -> Card:
    """The private answer to whoever had something posted to the channel."""
    return lay_out("Posted to this channel.", accent=Accent.GOOD)


def pieces(body: str, fits: int) -> list[str]:
    """The text in pieces that hold at most ``fits`` characters once they are escaped, cut at paragraphs or words."""
    found, rest = [], body
    while len(words.escape(rest)) > fits:
        most = min(fits, len(rest))
        while (over := len(words.escape(rest[:most])) - fits) > 0:
            most -= -(-over // 2)  # escaping doubles at most, so that this never takes too much away
        at = next((at for cut in CUTS if (at := rest.rfind(cut, most // 2, most) + len(cut)) >= len(cut)), most)
        found.append(rest[:at].rstrip())
        rest = rest[at:].lstrip("\n ")
    return [piece for piece in (*found, rest) if piece] or [""]


def _point_pages(points: tuple[PointSheet, ...]) -> list[str]:
    found = [""]
    for point in points:
        head = words.escape(point.subject)
        for at, piece in enumerate(pieces(point.body, FITS - SUBJECT_ROOM)):
            block = f"**{head}**{' (continued)' if at else ''}\n{words.escape(piece)}"
            if found[-1] and len(found[-1]) + 2 + len(block) > FITS:
                found.append("")
            found[-1] += ("\n\n" if found[-1] else "") + block
    return found


def _ways(route: str, guild_id: int, about: tuple[object, ...], page: int, pages: int) -> list[Part]:
    found: list[Part] = []
    if page > 1:
        found.append(Press("Back", route, guild_id, (*about, page - 1)))
    if page < pages:
        found.append(Press("Next", route, guild_id, (*about, page + 1)))
    return found


def _of(page: int, pages: int) -> str:
    return f"Page {page} of {pages}. " if pages > 1 else ""


def _short(text: str) -> str:
    return words.escape(words.clip(text, TITLE_LIMIT))
