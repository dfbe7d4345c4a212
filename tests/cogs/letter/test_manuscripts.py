"""A letter that comes as a file, through the real bot: what is read is shown, and what is doubtful is asked."""

from pathlib import Path

import docx

from cogs.ui.cards import manuscripts as cards
from models.letters import texts
from models.sheets import LeftOut, TrackedQuestion
from models.strings.diff import DiffPiece
from tests import limits
from tests.cogs.coordinator import manage, stored, worded
from tests.cogs.desk import BIG, ROUGH, Desk, a_desk
from tests.cogs.server import newest, seen
from tests.models.written import deleted, inserted, open_document, run, saved, word


async def body(desk: Desk) -> str:
    """The text as it is."""
    return (await desk.store.read(texts.show, desk.moderator(), desk.world.letter.id)).body


async def test_a_word_file_becomes_the_text_and_what_is_left_out_is_named(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        document = docx.Document()
        document.add_heading("Keep it safe", 0)
        document.add_paragraph("We ask ").add_run("politely").bold = True
        document.add_picture("docs/pictures/reading.png")
        answer = await manage(desk, "text", file=("Letter final.docx", saved(document)))
        assert "This is version 1 of the text, in English" in seen(answer)
        assert "I've left these out of the text: 1 image." in seen(answer)
        assert await body(desk) == "# Keep it safe\n\nWe ask **politely**"
        shown = seen(await desk.mo.click(newest(answer), label="Read the text"))
        assert "We ask **politely**" in shown
        assert shown.count("Keep it safe") == 1


async def test_tracked_changes_are_shown_and_saved_only_on_a_yes(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        data = word(run("We ask for ") + deleted("three") + inserted("two") + run(" things."))
        asked = await manage(desk, "text", file=("letter.docx", data))
        assert "This file has tracked changes." in seen(asked)
        assert "We ask for ~~three~~ **two** things" in seen(asked)
        assert (await stored(desk)).text is None
        answer = await desk.mo.click(newest(asked), label="Accept all and continue")
        assert "This is version 1 of the text, in English" in seen(answer)
        assert await body(desk) == "We ask for two things."
        assert "Accept all" not in seen(answer)


async def test_tracked_changes_of_a_signed_text_are_asked_about_twice(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk, "We ask for three things.")
        await desk.approve(await desk.propose("Riverlight"))
        data = word(run("We ask for ") + deleted("three") + inserted("two") + run(" things."))
        asked = await manage(desk, "text", file=("letter.docx", data))
        answer = await desk.mo.click(newest(asked), label="Accept all and continue")
        assert "People have signed this text. What kind of change is it?" in seen(answer)
        answer = await desk.mo.click(newest(answer), label="It's a correction")
        assert "This is version 2 of the text, in English" in seen(answer)


async def test_an_open_document_becomes_the_text(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        data = open_document("<text:p>We ask.</text:p>")
        assert "**Saved" in seen(await manage(desk, "text", file=("letter.odt", data)))
        assert await body(desk) == "We ask."


async def test_forty_pages_are_refused_with_how_many_characters_fit(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        data = word(*(["We ask the minister for one thing and another. " * 50] * 40))
        answer = seen(await manage(desk, "text", file=("letter.docx", data)))
        assert "The limit is 40,000" in answer


def test_the_longest_question_fits() -> None:
    pieces = (DiffPiece("gone", ROUGH), DiffPiece("new", ROUGH))
    for shown in (pieces, (), pieces * 99):
        sheet = TrackedQuestion(2**31, BIG, 2**31, ROUGH, shown, "x" * 80_000)
        limits.check(cards.tracked(sheet, dict.fromkeys(LeftOut, 9999)))
