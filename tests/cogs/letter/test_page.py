"""The letter's own page through the real bot: moderators see it first, and what is on the web follows the list."""

import json
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cogs.background import page_folder
from cogs.letter.page import COLOURS
from models.letters import letters, talking_points
from models.operations import personal_data, retention
from models.publishing import updates, verification
from models.refusal import Reason
from models.sheets import LetterChanges
from models.sheets.exports import Authenticity
from models.terms import SignatoryState
from tests import pages
from tests.cogs.background.touching import WATCH
from tests.cogs.coordinator import confirm, manage, published, worded
from tests.cogs.desk import Desk, a_desk, refused
from tests.cogs.letter.paging import on_the_web, place, remove
from tests.cogs.lists.exporting import file, handed_over, on_the_list
from tests.cogs.server import newest, seen
from tests.until import until

CONTACT = LetterChanges(contact="letter@example.org")


async def test_moderators_see_the_page_first_and_put_it_on_the_web_with_one_press(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        await published(desk)
        shown = await manage(desk, "page")
        assert "**Not on the web.**" in seen(shown)
        assert "1 signatory: 1 organisation, as of 13 February 2025" in seen(shown)
        assert "The page can't say how to sign or remove a name" in seen(shown)
        preview = await file(shown)
        assert "This is a preview. It isn't on the web." in pages.words(preview)
        assert "Riverlight" in pages.words(preview)
        assert [one["what"] for one in await handed_over(desk)] == ["page preview"]
        assert not place(desk).exists()
        said = await confirm(desk, shown, "Put it on the web")
        assert "The page will be **on the web** in less than a minute." in said
        found = pages.read(place(desk))
        assert pages.names(found) == ["Riverlight"]
        assert set().union(*pages.counts(found).values()) == {1}
        assert "**On the web.** I last checked the page <t:" in seen(await manage(desk, "page"))


async def test_an_approval_and_a_removal_show_at_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        one = await desk.enter("Quay Watch")
        await desk.server.stage.tell()
        assert pages.names(pages.read(place(desk))) == ["Riverlight"]
        await desk.approve(one)
        await desk.server.stage.tell()
        found = pages.read(place(desk))
        assert pages.names(found) == ["Quay Watch", "Riverlight"]
        assert set().union(*pages.counts(found).values()) == {2}
        await remove(desk, one)
        after = pages.read(place(desk))
        assert pages.names(after) == ["Riverlight"]
        assert not [path for path, data in after.items() if b"Quay Watch" in data]


async def test_nothing_is_written_while_nothing_changes(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        before = place(desk).resolve()
        await desk.propose("Not on the list yet")
        await desk.server.stage.tell()
        await desk.server.stage.restart()
        await desk.server.stage.tell()
        assert place(desk).resolve() == before


async def test_nothing_is_on_the_web_before_publication(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        shown = await manage(desk, "page")
        assert "Embargoed until the letter is published" in pages.words(await file(shown))
        said = await confirm(desk, shown, "Put it on the web")
        assert "The page goes on the web when you publish the letter, not before." in said
        await desk.server.stage.tell()
        assert list(place(desk).parent.iterdir()) == []
        await published(desk)
        await desk.server.stage.tell()
        assert pages.names(pages.read(place(desk))) == ["Riverlight"]


async def test_a_list_that_holds_a_removed_name_is_offered_no_more(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        one = await desk.enter("Quay Watch")
        await desk.approve(one)
        act, letter_id = desk.moderator(), desk.world.letter.id
        seen_ = updates.fingerprint((await desk.store.read(updates.since, act, desk.now, letter_id)).after)
        cut = await desk.store.write(updates.publish, act, desk.now, letter_id, seen_)
        await desk.server.stage.tell()
        found = pages.read(place(desk))
        assert {path for path in found if path.startswith("lists/")} == {
            f"lists/list-{number}.{ending}" for number in (1, 2) for ending in ("html", "json")
        }
        for path in ("lists/list-2.html", "lists/list-2.json"):
            sheet = await desk.store.read(verification.verify, found[path], path)
            assert (sheet.finding, sheet.edition and sheet.edition.number) == (Authenticity.SAME_WORDS, 2)
        await remove(desk, one)
        after = pages.read(place(desk))
        assert {path for path in after if path.startswith("lists/")} == {
            "lists/list-1.html",
            "lists/list-1.json",
        }
        assert not [path for path, data in after.items() if b"Quay Watch" in data]
        assert cut.after.digest in pages.words(after["index.html"])
        assert "No. 2 (update): 2 signatories" in pages.words(after["index.html"])


async def test_an_erased_person_is_in_no_file_and_their_list_is_offered_no_more(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        one = await desk.sign("Ben Brook", ben)
        await desk.approve(one)
        await on_the_web_as_it_is(desk)
        assert "lists/list-1.json" in pages.read(place(desk))
        await remove(desk, one)
        await desk.store.write(personal_data.erase, desk.server.actor(ben), desk.now)
        await desk.server.stage.tell()
        root = place(desk).parent
        everything = b"".join(one.read_bytes() for one in root.rglob("*") if one.is_file())
        assert b"Ben Brook" not in everything
        assert json.loads(pages.read(place(desk))["signatories.json"])["published_lists"][0]["files"] == []


async def on_the_web_as_it_is(desk: Desk) -> None:
    await published(desk)
    await confirm(desk, await manage(desk, "page"), "Put it on the web")


async def test_a_page_is_taken_off_the_web_after_a_question_and_can_come_back(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        asked = await desk.mo.click(newest(await manage(desk, "page")), label="Take it off the web…")
        answer = desk.server.stage.answer(asked)
        assert place(desk).exists()
        await desk.mo.click(answer, label="Take it off the web")
        assert list(place(desk).parent.iterdir()) == []
        await confirm(desk, await manage(desk, "page"), "Put it on the web")
        assert pages.names(pages.read(place(desk))) == ["Riverlight"]


async def test_a_cancelled_letter_and_an_erased_server_leave_no_page_and_an_archived_letter_keeps_it(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        await desk.server.pass_(4 * 24 * 3600)
        await confirm(desk, await manage(desk, "archive"), "Archive")
        await desk.server.stage.tell()
        assert "This letter closed on" in pages.words(pages.read(place(desk))["index.html"])
        await desk.store.write(retention.forget, desk.server.guild.id)
        await desk.server.stage.tell()
        assert list(place(desk).parent.iterdir()) == []


async def test_talking_points_are_on_the_page_when_moderators_say_so(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        letter_id = desk.world.letter.id
        await desk.store.write(talking_points.put, desk.moderator(), desk.now, letter_id, "Privacy", "A right.")
        await desk.server.stage.tell()
        assert "A right." not in pages.words(pages.read(place(desk))["index.html"])
        assert "Talking points: on the page." in await confirm(
            desk, await manage(desk, "page"), "Show talking points"
        )
        assert "A right." in pages.words(pages.read(place(desk))["index.html"])
        await confirm(desk, await manage(desk, "page"), "Hide talking points")
        assert "A right." not in pages.words(pages.read(place(desk))["index.html"])


async def test_a_colour_that_is_hard_to_read_comes_back_with_one_that_works(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        opened = await desk.mo.click(newest(await manage(desk, "page")), label="Change colours")
        refusal = await desk.mo.submit_modal(opened, {"light": "#ffcc00", "dark": ""})
        assert "is hard to read on light paper: its contrast is 1\\.5:1" in seen(refusal)
        again = await desk.mo.click(newest(refusal), label="Correct what I typed")
        assert "#ffcc00" in str(again.modal)
        done = await desk.mo.submit_modal(again, {"light": "#7a1f1f", "dark": ""})
        assert "Colours: #7a1f1f." in seen(done)
        assert b"--accent: #7a1f1f" in pages.read(place(desk))["index.html"]


async def test_the_contact_and_a_translation_come_onto_the_page(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        await desk.store.write(letters.edit, desk.moderator(), desk.now, desk.world.letter.id, CONTACT)
        await worded(desk, "Nous demandons le retrait.", "fr")
        await desk.server.stage.tell()
        found = pages.read(place(desk))
        assert "write to letter@example.org" in pages.words(found["index.html"])
        assert "Nous demandons le retrait." in pages.words(found["fr/index.html"])
        assert set().union(*pages.counts(found).values()) == {1}


async def test_where_the_host_set_no_folder_the_card_and_the_press_say_so(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        bot = desk.server.stage.bot
        bot.settings = bot.settings.model_copy(update={"pages": None})
        shown = await manage(desk, "page")
        assert "The person who hosts me has to turn on the setting *pages* first" in seen(shown)
        assert "Put it on the web" not in seen(shown)
        assert "This letter" not in seen(shown)
        about = (desk.moderator(), desk.world.letter.id)
        assert await refused(desk.hand_in("page.on", *about)) is Reason.NO_PAGES


async def test_the_page_of_a_locked_letter_stays(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        await manage(desk, "lock")
        off = desk.hand_in("page.off", desk.moderator(), desk.world.letter.id)
        assert await refused(off) is Reason.LOCKED
        assert "locked" in seen(await manage(desk, "page"))


@pytest.mark.log_errors
async def test_a_folder_that_is_gone_is_told_once_and_holds_nothing_up(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        root = place(desk).parent
        root.rename(tmp_path / "away")
        for name in ("Quay Watch", "Shore Union"):
            await on_the_list(desk, name)
            await desk.server.stage.tell()
        said = [one for one in caplog.records if "I can't write the letters' pages" in one.getMessage()]
        assert len(said) == 1
        assert f"No such file or directory ({root})" in said[0].getMessage()
        assert "**I can't write the page right now.** The page shows the list as of" in seen(
            await manage(desk, "page")
        )
        (tmp_path / "away").rename(root)
        await desk.server.stage.tell()
        assert pages.names(pages.read(place(desk))) == ["Quay Watch", "Riverlight", "Shore Union"]
        assert "**On the web.**" in seen(await manage(desk, "page"))


@pytest.mark.log_errors
@pytest.mark.parametrize("number", [28, 30], ids=["full", "read-only"])
async def test_a_disk_that_takes_nothing_leaves_the_page_whole_and_the_list_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, number: int
) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")

        def refuses(*_args: object) -> None:
            raise OSError(number, os.strerror(number))

        with monkeypatch.context() as patch:
            patch.setattr("cogs.background.page_folder._write", refuses)
            for name in ("Quay Watch", "Shore Union"):
                await on_the_list(desk, name)
                await desk.server.stage.tell()
            assert pages.names(pages.read(place(desk))) == ["Riverlight"]
        assert len([one for one in caplog.records if one.levelno == logging.ERROR]) == 1
        await desk.server.stage.tell()
        assert pages.names(pages.read(place(desk))) == ["Quay Watch", "Riverlight", "Shore Union"]


async def test_at_every_moment_of_a_busy_hour_all_files_hold_one_count(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        found: list[set[int]] = []

        def look() -> None:
            found.append(set().union(*pages.counts(pages.read(place(desk))).values()))

        with WATCH.touches(place(desk).parent, look):
            for name in ("Quay Watch", "Shore Union", "Hill Fund"):
                await on_the_list(desk, name)
                await desk.server.stage.tell()
            one = await desk.enter("Gone Again")
            await desk.approve(one)
            await desk.server.stage.tell()
            await remove(desk, one)
        assert len(found) > 50
        assert [len(one) for one in found] == [1] * len(found)
        assert set().union(*found) == {1, 2, 3, 4, 5}


@pytest.mark.threads
async def test_a_page_that_takes_for_ever_to_write_delays_no_vote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A vote is cast while the page's thread stands still in the middle of writing."""
    async with a_desk(tmp_path) as desk:
        await on_the_web(desk, "Riverlight")
        with stuck(monkeypatch) as held:
            await desk.approve(await desk.enter("Quay Watch"))
            desk.server.stage.bot.pages.nudge()
            await until(held.begun.is_set)
            one = await desk.enter("Shore Union")
            await desk.approve(one)
            assert await desk.state(one) is SignatoryState.APPROVED
            assert pages.names(pages.read(place(desk))) == ["Riverlight"]
        desk.server.stage.bot.pages.nudge()
        await until(lambda: len(pages.names(pages.read(place(desk)))) == 3)


class Held:
    """A thread that stands still until it may go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()


@contextmanager
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held, write = Held(), page_folder._write

    def slow(file_: Path, data: bytes) -> None:
        held.begun.set()
        held.go_on.wait(30)
        write(file_, data)

    with monkeypatch.context() as patch:
        patch.setattr(page_folder, "_write", slow)
        try:
            yield held
        finally:
            held.go_on.set()


def test_the_form_for_colours_has_room_for_one_colour_a_field() -> None:
    fields: Any = COLOURS.fields
    assert [one.most for one in fields] == [20, 20]
