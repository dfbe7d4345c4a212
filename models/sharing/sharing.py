"""Sharing a letter: ready posts in the languages of its text, with the count of this moment."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from models.database.tables import LetterPage
from models.letter_parts import Part
from models.letters import letters, lookup, parts
from models.letters.wordings import languages
from models.refusal import Reason, Refusal
from models.sharing import posts
from models.sharing.networks import NETWORKS
from models.sheets import Actor, LetterSheet
from models.sheets.sharing import ReadyPost, ShareSheet
from models.terms import LetterState

OTHERWISE = "en"
"""In which there are posts where the letter has no language of ours."""


def show(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None,
    page_address: Callable[[int], str],
    language: str = "",
) -> ShareSheet:
    """Ready-made posts for everyone who may read the letter. They link its page, whose address on the web is
    ``page_address`` of its id (empty where nobody told us), or else the form to sign.

    Refuses PART_OFF, NOT_PUBLISHED, and as ``lookup.choose`` does.
    """
    letter = lookup.choose(session, actor, letter_id)
    parts.require(letter, Part.SHARING)
    if letter.published_at is None:
        raise Refusal(Reason.NOT_PUBLISHED)
    written = languages(session, letter.id)
    known = tuple(dict.fromkeys(filter(None, map(posts.known, written)))) or (OTHERWISE,)
    chosen = language if language in known else known[0]
    sheet = letters.sheet(session, letter, now)
    page = session.get(LetterPage, letter.id)
    form = sheet.contact if sheet.contact.startswith("https://") else ""
    link = (page_address(letter.id) if page is not None and page.kept else "") or form
    texts: dict[str, list[tuple[str, int, int]]] = {}
    for network in NETWORKS:
        text = posts.post(_facts(sheet, link), chosen, network)
        texts.setdefault(text, []).append((network.name, network.count(text), network.limit))
    return ShareSheet(
        guild_id=letter.guild_id,
        letter_id=letter.id,
        title=letter.title,
        language=chosen,
        languages=known,
        wordless=tuple(code for code in written if posts.known(code) is None),
        posts=tuple(ReadyPost(text, tuple(fits)) for text, fits in texts.items()),
        as_of=now,
    )


def _facts(sheet: LetterSheet, link: str) -> posts.Facts:
    takes = sheet.state is LetterState.OPEN and sheet.paused_at is None and sheet.as_of < sheet.closes_at
    return posts.Facts(
        title=sheet.title,
        addressee=sheet.addressee,
        count=sheet.counts.total,
        as_of=sheet.counts.as_of,
        closes_at=sheet.closes_at if takes else None,
        link=link,
    )
