"""The letter's text and its talking points, a page at a time and as a file."""

from cogs.ui import prose, words
from cogs.ui.layout import Accent, Card, Choose, Document, Option, Press, lay_out, row
from cogs.ui.paging import turning
from models.prose import opening, parser, plain
from models.prose.blocks import Prose, Run, TextHeading
from models.prose.opening import Opening
from models.publishing.exports import sentences
from models.sheets import Embargo, PointSheet, PointsSheet, TextSheet, TextVersionSheet
from models.terms import TextChange
from models.translation import _

FITS = 3000
"""Characters for what is read on one page, beside heading and buttons."""
TITLE_LIMIT = 150


def text(sheet: TextSheet, guild_id: int, page: int, *, public: bool = False) -> Card:
    """One page of the wording. ``public``: posted to a channel, so the buttons answer privately."""
    version = sheet.version
    opened = opening.under(parser.parse(sheet.body), sheet.title, sheet.addressee)
    found = prose.pages(opened.prose, FITS)
    page = min(max(page, 1), len(found))
    details = Press(_("Show text details"), "letter.details", guild_id, (sheet.letter_id, version.language))
    if public:
        ways: list[Press] = []
        if len(found) > 1:
            ways.append(Press(_("Read on"), "letter.on", guild_id, (sheet.letter_id, version.language, 2)))
        ways += [Press(_("Talking points"), "letter.points", guild_id, (sheet.letter_id,)), details]
    else:
        about = (sheet.letter_id, version.language)
        ways = [*turning("letter.turn", guild_id, about, page, len(found)), details]
    if sheet.suggestible and sheet.original:
        ways.append(Press(_("Suggest a change"), "suggestions.mine", guild_id, (sheet.letter_id,)))
    menu = Choose(
        _("Another language"),
        "letter.language",
        guild_id,
        [Option(words.language(code), code, chosen=code == version.language) for code in sheet.languages],
        (sheet.letter_id,),
    )
    to = "" if opened.addressed else _("To {addressee}", addressee=_short(sheet.addressee))
    return lay_out(
        f"## {_short(opened.title)}\n{to}".rstrip(),
        _embargo(sheet.embargo),
        _(
            "**Out of date:** this was translated from version {number}, and the original has changed since.",
            number=sheet.translates,
        )
        if sheet.stale
        else "",
        found[page - 1],
        _small(_of(page, len(found)), version_line(version), _standing(sheet)),
        row(*ways),
        row(menu) if len(sheet.languages) > 1 and not public else "",
        accent=Accent.OPEN,
        files=[Document(f"{_stem(sheet)}.txt", _file(sheet, opened).encode())],
    )


def details(sheet: TextSheet, guild_id: int) -> Card:
    """What tells one wording from another: its digest, and the file by which anybody can compute it."""
    version, original = sheet.version, words.language(sheet.languages[0])
    counts = _("This is the original.") if sheet.original else ""
    if sheet.translates is not None:
        counts = _(
            "This is a translation. The original is version {number}, in {language}.",
            number=sheet.translates,
            language=original,
        )
    if sheet.embargo is None:
        data = sheet.body
        proof = _("The file has the text exactly as it was written. The text's check code (SHA-256) is:")
    else:
        data = f"{sentences.embargo(sheet.embargo)}\n\n{sheet.body}"
        proof = _(
            "The file has a line about the embargo, then the text exactly as it was written. The check "
            "code (SHA-256) of the text alone is:"
        )
    return lay_out(
        f"**{version_line(version)}**",
        counts,
        _changed(sheet) if version.change is not None else "",
        f"{proof}\n`{version.digest}`",
        row(Press(_("Read the text"), "letter.on", guild_id, (sheet.letter_id, version.language, 1))),
        files=[Document(f"{_stem(sheet)}.md", data.encode())],
    )


def version_line(version: TextVersionSheet) -> str:
    """``Text version 2, 13 February 2025, in English``, for members."""
    return _(
        "Text version {number}, {day}, in {language}",
        number=version.number,
        day=words.clock(version.created_at, "D"),
        language=words.language(version.language),
    )


def _standing(sheet: TextSheet) -> str:
    """What anyone who reads it must know about this version."""
    if not sheet.original:
        original = words.language(sheet.languages[0])
        if sheet.translates is None:
            return _("Translated from the original in {language}", language=original)
        return _(
            "Translated from version {number} of the original in {language}",
            language=original,
            number=sheet.translates,
        )
    if sheet.version.change is TextChange.CORRECTION:
        return _("The text was corrected after people had signed")
    return (
        _("The substance of the text changed after people had signed")
        if sheet.version.change is not None
        else ""
    )


def _embargo(embargo: Embargo | None) -> str:
    if embargo is None:
        return ""
    if embargo.until is None:
        return _("**Embargoed until the letter is published.** No day or time is set yet.")
    # Translators: {moment} is the time where the reader is, {local} the same in the letter's time zone.
    return _(
        "**Embargoed until {moment}** ({local})",
        moment=words.clock(embargo.until),
        local=words.local(embargo.until, embargo.zone),
    )


def _stem(sheet: TextSheet) -> str:
    return f"letter-{sheet.letter_id}-{sheet.version.language}-{sheet.version.number}"


def _file(sheet: TextSheet, opened: Opening) -> str:
    """The letter to be read and sent on: plain text with its title and whom it is to."""
    embargo = sentences.embargo(sheet.embargo) if sheet.embargo is not None else ""
    to = "" if opened.addressed else _("To: {addressee}", addressee=sheet.addressee)
    parts = (embargo, "\n".join(filter(None, (opened.title, to))), plain.plain(opened.prose))
    return "\n\n".join(filter(None, parts)) + "\n"


def _changed(sheet: TextSheet) -> str:
    """That this version changed a text which had been signed, and what that means for the signatures."""
    if sheet.version.change is TextChange.CORRECTION:
        return _("The text was corrected after people had signed. Their signatures still count.")
    return _(
        "The substance of the text changed after people had signed. Anyone who hasn't confirmed the new text "
        "has only agreed to an earlier version."
    )


def points(sheet: PointsSheet, guild_id: int, number: int, page: int, *, public: bool = False) -> Card:
    """One page of what is said on the subjects of the sheet. ``number``: the one subject shown, from 1; 0 for all."""
    head = "\n".join((_("## Talking points"), _short(sheet.title)))
    if not sheet.points:
        return lay_out(head, _("There are no talking points yet."))
    found = _point_pages(sheet.points)
    page = min(max(page, 1), len(found))
    if public:
        ways: list[Press] = [Press(_("Read the letter"), "letter.text", guild_id, (sheet.letter_id, 1))]
        if len(found) > 1 or len(sheet.points) < len(sheet.subjects):
            ways.append(Press(_("All talking points"), "letter.points", guild_id, (sheet.letter_id,)))
    else:
        ways = turning("letter.points-turn", guild_id, (sheet.letter_id, number), page, len(found))
        if number:
            ways.append(Press(_("All subjects"), "letter.points-turn", guild_id, (sheet.letter_id, 0, 1)))
    menu = Choose(
        _("Show one subject"),
        "letter.subject",
        guild_id,
        [Option(subject, str(at), chosen=at == number) for at, subject in enumerate(sheet.subjects, 1)],
        (sheet.letter_id,),
    )
    embargo = [sentences.embargo(sheet.embargo)] if sheet.embargo is not None else []
    said = (plain.plain(_under_subject(point)) for point in sheet.points)
    whole = "\n\n\n".join((*embargo, _("Talking points: {title}", title=sheet.title), *said)) + "\n"
    return lay_out(
        head,
        _embargo(sheet.embargo),
        found[page - 1],
        _small(_of(page, len(found)), _("Say these points in your own words")) if len(found) > 1 else "",
        row(*ways),
        row(menu) if len(sheet.subjects) > 1 and not public else "",
        accent=Accent.OPEN,
        files=[Document(f"talking-points-{sheet.letter_id}.txt", whole.encode())],
    )


def posted() -> Card:
    """The private answer to the person who had something posted to the channel."""
    return lay_out(_("I've posted the message to this channel."), accent=Accent.GOOD)


def _point_pages(points: tuple[PointSheet, ...]) -> list[str]:
    found = [""]
    for point in points:
        for piece in prose.pages(_under_subject(point), FITS):
            if found[-1] and len(found[-1]) + 2 + len(piece) > FITS:
                found.append("")
            found[-1] += ("\n\n" if found[-1] else "") + piece
    return found


def _under_subject(point: PointSheet) -> Prose:
    """What is said on a subject, with the subject as its heading; headings of its own are below that."""
    said = parser.parse(point.body)
    lower = tuple(
        TextHeading(block.runs, block.level + 1) if isinstance(block, TextHeading) else block
        for block in said.blocks
    )
    return Prose((TextHeading((Run(point.subject),), 1), *lower), said.notes)


def _of(page: int, pages: int) -> str:
    return _("Page {page} of {pages}", page=page, pages=pages) if pages > 1 else ""


def _small(*facts: str) -> str:
    """What is beside the text, in small print."""
    return f"-# {' · '.join(filter(None, facts))}"


def _short(text: str) -> str:
    return words.escape(words.clip(text, TITLE_LIMIT))
