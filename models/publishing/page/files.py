"""The files that a letter's page is made of. Pure: the same sheet gives the same files.

Each page speaks the language of the text on it, what stands for the whole letter (feed, count, published lists) that of
the original text; where we don't have that, it is the language that is spoken, which is the coalition's. Data for
programs is in English whatever the text is in.

``docs/page.md`` says what is in each; a change that readers of JSON, CSV or the feed could meet raises :data:`VERSION`.
"""

import json
import uuid
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from markupsafe import Markup
from msgspec.structs import replace

from models import cldr, labels, translation
from models.prose import html as prose_html, opening, parser, script
from models.publishing.exports import chart, csv_, sentences
from models.publishing.exports.arrange import arrange
from models.publishing.page import colours, engine, jumps, languages
from models.sheets import Arrangement, EditionSheet, Embargo, PageEdition, PageSheet, PageText, PrintedList
from models.terms import Format, LetterState
from models.translation import ENGLISH, _, isolated, language, speaking

VERSION = 1
"""Of ``signatories.json``."""
LIST = Arrangement(with_text=True)
"""How a published list is printed in its files."""
LONG = 1000
"""Names from which on a page is drawn part by part."""
_NAMESPACE = uuid.UUID("8b0d6d53-6a0c-5c1e-9d0b-0d6c53f5a4b1")
"""Names of our feeds and what is in them are made in it (RFC 9562, version 5)."""


def files(sheet: PageSheet, address: str = "") -> dict[str, bytes]:
    """Every file but those of published lists, by its path in the page's folder; all hold one count.

    ``address`` is where the folder is on the web, with a slash at the end, where that is known.
    """
    with speaking(ENGLISH):
        printed = arrange(sheet.listed, Arrangement())
        made = {
            "signatories.json": _json(sheet, printed, address),
            "signatories.csv": csv_.write(printed, sheet.listed),
        }
    texts = sheet.texts or (_no_text(),)
    with speaking(_spoken(texts[0])):
        made |= {
            "feed.xml": _feed(sheet, address),
            "embed.html": _embed(sheet, address),
            "badge.svg": _badge(sheet),
        }
    for text in texts:
        with speaking(_spoken(text)):
            made[_place(text)] = _page(sheet, text, address).encode()
    return made


def preview(sheet: PageSheet) -> bytes:
    """The page in the original language as one file that leads nowhere else, published or not."""
    text = (sheet.texts or (_no_text(),))[0]
    with speaking(_spoken(text)):
        said = _("This is a preview. It isn't on the web.")
        if sheet.published_at is None:
            said += f" {sentences.embargo(sheet.listed.embargo or Embargo(None, sheet.time_zone))}"
        return _page(sheet, text, "", preview=said).encode()


def list_places(number: int) -> tuple[str, ...]:
    """Where the files of a published list are."""
    return tuple(f"lists/list-{number}.{ending}" for ending in ("html", "json"))


def list_files(edition: EditionSheet) -> dict[str, bytes]:
    """The files of a published list: to read, and with all that its digest covers."""
    from models.publishing.exports import export

    wanted = replace(LIST, language=translation.offered(edition.text_language) or language())
    made = [export(edition, as_, wanted).data for as_ in (Format.HTML, Format.JSON)]
    return dict(zip(list_places(edition.number), made, strict=True))


def _spoken(text: PageText) -> str:
    """The language of a text's page: its own, or where we don't have that, the one that is spoken."""
    return translation.offered(text.language) or language()


def _no_text() -> PageText:
    return PageText(language(), 0, "", original=True, stale=False)


def _place(text: PageText) -> str:
    return "index.html" if text.original else f"{text.language}/index.html"


def _page(sheet: PageSheet, text: PageText, address: str, preview: str = "") -> str:
    printed = arrange(sheet.listed, Arrangement())
    listed, root = sheet.listed, "" if text.original else "../"
    opened = opening.under(parser.parse(text.body), listed.title, listed.addressee)
    kinds = jumps.kinds(printed.sections)
    styles = (
        engine.style("palette.css", "page.css", room=_room(kinds), **colours.palette(sheet.choices))
        + engine.PROSE
    )
    points = [(point.subject, parser.parse(point.body)) for point in sheet.points]
    original = sheet.texts[0].language if sheet.texts else text.language
    return engine.render(
        "page.html",
        sheet=sheet,
        title=listed.title,
        title_language="" if text.original else original,
        tongue=f" ({languages.name(text.language)})" if not text.original else "",
        counts=listed.counts,
        by_kind=sentences.by_kind(listed.counts),
        newest=sheet.editions[0] if sheet.editions else None,
        language=text.language,
        way=prose_html.direction(opened.prose) if opened.prose.blocks else _way(listed.title),
        prose=opened.prose,
        addressed=opened.addressed,
        translation="" if text.original else _translation(text, original),
        others=[(one.language, _from(root, one)) for one in sheet.texts if one is not text and not preview],
        contents=_contents(opened.prose.blocks != (), sheet.outcome.deliveries != (), points != []),
        signing=_signing(sheet),
        open=_open(sheet),
        contact=sheet.contact,
        points=points,
        kinds=kinds,
        jumps=any(kind.initials for kind in kinds),
        notes=printed.notes,
        chart=chart.data(sheet.growth),
        figures=chart.figures(sheet.growth),
        root=root,
        folder=_place(text).removesuffix("index.html"),
        address=address,
        snippet=_snippet(sheet, address),
        preview=preview,
        styles=styles,
        policy=engine.security_policy(styles),
    )


def _room(kinds: list[jumps.KindGroup]) -> str:
    """The usual height of an initial in rem: a browser that draws a long list as it is scrolled to reserves so much.
    Empty for a list that is drawn at once."""
    groups, lines = sum(len(kind.groups) for kind in kinds), sum(kind.total for kind in kinds)
    return f"{4 + lines / groups * 1.85:.1f}" if lines >= LONG else ""


def _way(text: str) -> str:
    return "rtl" if script.runs_from_right(text) else "ltr"


def _from(root: str, text: PageText) -> str:
    """The address of the page in another language, as it is written in a page whose way to the folder is ``root``."""
    return (root or "./") if text.original else f"{root}{text.language}/"


def _translation(text: PageText, original: str) -> str:
    said = _(
        "This is a translation. People signed the original ({language}).",
        language=languages.name(original),
    )
    return " ".join((said, _("The original has changed since it was translated."))) if text.stale else said


def _contents(text: bool, outcome: bool, points: bool) -> list[tuple[str, str]]:
    places = (
        ("letter", _("The letter"), text),
        ("outcome", _("Delivered and answered"), outcome),
        ("sign", _("Sign, or remove your name"), True),
        ("points", _("What to say about this letter"), points),
        ("signatories", _("Signatories"), True),
        ("growth", _("How the list grew"), True),
        ("lists", _("Published lists"), True),
        ("use", _("Use this list elsewhere"), True),
    )
    return [(place, name) for place, name, there in places if there]


def _open(sheet: PageSheet) -> bool:
    return sheet.state is LetterState.OPEN and not sheet.paused


def _signing(sheet: PageSheet) -> str:
    until = sentences.local(sheet.closes_at, sheet.time_zone)
    if _open(sheet):
        return _("You can sign until {instant}.", instant=until)
    if sheet.state is LetterState.OPEN:
        return _("Nobody can sign at the moment. The deadline is {instant}.", instant=until)
    return _("This letter closed on {instant}. You can still remove your name.", instant=until)


def _snippet(sheet: PageSheet, address: str) -> str:
    """Three lines to copy into another site."""
    where, title = address or "ADDRESS/", sheet.listed.title
    return str(
        Markup(
            '<iframe src="{}embed.html" title="{}"\n'
            '  width="320" height="240" loading="lazy" sandbox="allow-top-navigation-by-user-activation">\n'
            "</iframe>"
        ).format(where, _("Signatories of {letter}", letter=title))
    )


def _embed(sheet: PageSheet, address: str) -> bytes:
    styles = engine.style("palette.css", "embed.css", **colours.palette(sheet.choices))
    made = engine.render(
        "embed.html",
        sheet=sheet,
        counts=sheet.listed.counts,
        by_kind=sentences.by_kind(sheet.listed.counts),
        newest=sheet.editions[0] if sheet.editions else None,
        address=address,
        styles=styles,
        policy=engine.security_policy(styles),
    )
    return made.encode()


def _badge(sheet: PageSheet) -> bytes:
    counts = sheet.listed.counts
    moment = cldr.day_and_time(counts.as_of.astimezone(UTC), "medium")
    first = isolated(sentences.signatories(counts.total))
    second = _("as of {moment} UTC", moment=moment)
    if sheet.editions:
        second = _("as of {moment} UTC · list no. {number}", moment=moment, number=sheet.editions[0].number)
    second = isolated(second)
    from wcwidth import wcswidth  # 1 MB of tables, for a coalition that has a page

    first_width, second_width = round(wcswidth(first) * 8.4), round(wcswidth(second) * 6.3)
    made = engine.render(
        "badge.svg",
        said=_("{letter}: {count}, {moment}", letter=sheet.listed.title, count=first, moment=second),
        first=first,
        second=second,
        first_width=first_width,
        second_width=second_width,
        width=max(first_width, second_width) + 24,
        ground=sheet.choices.light or colours.LIGHT_INK,
    )
    return made.encode()


def _feed(sheet: PageSheet, address: str) -> bytes:
    oldest = sheet.editions[-1].digest if sheet.editions else f"letter {sheet.listed.letter_id}"
    made = engine.render(
        "feed.xml",
        sheet=sheet,
        counts=sheet.listed.counts,
        sentence=sentences.ended(sentences.count(sheet.listed.counts)),
        id=_name(f"feed {oldest}"),
        address=address,
        entries=[(_name(one.digest), one, _which(one), _news(one)) for one in sheet.editions],
    )
    return made.encode()


def _name(of: str) -> str:
    """A name for good, wherever the page moves to."""
    return uuid.uuid5(_NAMESPACE, of).urn


def _which(one: PageEdition) -> str:
    return _(
        "Published list no. {number} ({name}): {signatories}",
        number=one.number,
        name=labels.edition(one.name),
        signatories=sentences.signatories(one.counts.total),
    )


def _news(one: PageEdition) -> str:
    said = f"{sentences.ended(sentences.count(one.counts))} SHA-256 {one.digest}."
    return f"{sentences.correction(one.correction)} {said}" if one.correction else said


def _json(sheet: PageSheet, printed: PrintedList, address: str) -> bytes:
    listed, counts = sheet.listed, sheet.listed.counts
    document: Mapping[str, Any] = {
        "version": VERSION,
        "as_of": counts.as_of.isoformat(timespec="seconds"),
        "address": address,
        "letter": {
            "title": listed.title,
            "addressee": listed.addressee,
            "state": sheet.state.value,
            "closes_at": sheet.closes_at.isoformat(timespec="seconds"),
            "languages": [text.language for text in sheet.texts],
            "text_version": listed.text_number,
            "text_sha256": listed.text_digest,
        },
        "count": {
            "total": counts.total,
            "organisations": counts.organisations,
            "companies": counts.companies,
            "individuals": counts.individuals,
        },
        "signatories": [line.document() for line in printed.lines],
        "published_lists": [
            {
                "number": one.number,
                "name": one.name.value,
                "cut_at": one.cut_at.isoformat(timespec="seconds"),
                "count": one.counts.total,
                "sha256": one.digest,
                "correction": one.correction,
                "files": list(list_places(one.number)) if one.offered else [],
            }
            for one in sheet.editions
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
