"""A letter made and written through the real bot: the form, the text typed or as a file, the talking points."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cogs.letter.manage_letter import CREATE, EDIT, TEXT
from cogs.letter.points import POINT
from cogs.ui.cards import letter_changes
from models import manuscripts
from models.letters import letters as letter, texts
from models.sheets import Deadline, LetterChanges, LetterChoice, PointsSheet, TextSheet
from models.terms import LetterState
from tests import limits
from tests.cogs.coordinator import drafted, manage, said_on, stored, worded
from tests.cogs.desk import BIG, ROUGH, Desk, a_desk
from tests.cogs.server import START, newest, seen
from tests.cogs.worst import SUBJECTS, WORST_LETTER, WORST_TEXT

NEW = {"title": "No back *doors*", "addressee": "The Council", "day": "2025-03-01"}
LONGEST = "x" * texts.LONGEST


async def create(desk: Desk, **typed: str) -> Any:
    return await desk.mo.submit_modal(await manage(desk, "create"), NEW | typed)


async def letters(desk: Desk) -> tuple[LetterChoice, ...]:
    found: tuple[LetterChoice, ...] = await desk.store.read(letter.list_, desk.moderator())
    return found


async def wording(desk: Desk, language: str | None = None) -> TextSheet:
    sheet: TextSheet = await desk.store.read(texts.show, desk.moderator(), desk.world.letter.id, language)
    return sheet


async def test_a_letter_is_made_from_three_lines_and_closes_at_the_end_of_the_day(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(time_zone="America/New_York")
        said = seen(await create(desk))
        assert r"No back \*doors\*" in said
        assert "Saturday 1 March 2025, 23:59 in America/New_York: " in said
        assert "(<t:1740891599:R>). That's the end of the day." in said
        [made] = [one for one in await letters(desk) if one.state is LetterState.DRAFT]
        sheet = await stored(desk, made.id)
        assert (sheet.title, sheet.addressee) == (NEW["title"], NEW["addressee"])
        assert sheet.closes_at == datetime(2025, 3, 2, 4, 59, 59, tzinfo=UTC)
        assert sheet.time_zone == "America/New_York"


async def test_the_deadline_is_echoed_with_the_zone_in_which_it_was_read(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        said = seen(await create(desk, hour="5pm", zone="london"))
        assert "Saturday 1 March 2025, 17:00 in Europe/London: " in said


async def test_a_day_an_hour_and_a_zone_that_cannot_be_read_are_all_named_at_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        said = seen(await create(desk, day="whenever", hour="25:99", zone="Mars"))
        assert "I don't understand the day whenever" in said
        assert r"I don't understand the time 25\:99" in said
        assert "I don't know the time zone Mars" in said


async def test_a_refused_letter_comes_back_with_what_was_typed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for typed, told in [
            ({"title": "  "}, "Please fill in *Title*"),
            ({"day": "whenever"}, "I don't understand the day whenever"),
            ({"day": "2025-02-12"}, "That time has passed"),
            ({"day": "2028-02-12"}, "more than two years ahead"),
            ({"hour": "late"}, "I don't understand the time late"),
            ({"hour": "midnight"}, "Midnight could be the start or the end of that day"),
            ({"day": "2025-07-01", "hour": "9 am", "zone": "EST"}, "in America/New_York (UTC-4) or"),
            ({"zone": "qqqq"}, "zone qqqq. Write a city instead, such as London"),
            ({"day": "2025-03-30", "hour": "01:30", "zone": "London"}, "The clocks go forward then"),
        ]:
            before = len(await letters(desk))
            answer = await create(desk, **typed)
            assert told in seen(answer)
            assert len(await letters(desk)) == before
            opened = await desk.mo.click(newest(answer), label="Correct what I typed")
            assert NEW["addressee"] in str(opened.modal)
            assert (typed.get("hour") or typed.get("day") or NEW["day"]) in str(opened.modal)
            whole = NEW | {"hour": "", "zone": ""}
            assert "**I've created the letter.**" in seen(await desk.mo.submit_modal(opened, whole))
            assert len(await letters(desk)) == before + 1


async def test_editing_starts_with_what_is_there_and_changes_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        opened = await manage(desk, "edit", two_person=True)
        assert all(word in str(opened.modal) for word in ("Keep it safe", "The Minister", "24"))
        typed = {"title": "Keep it *safe*", "addressee": "The Minister", "review_hours": "48"}
        said = seen(await desk.mo.submit_modal(opened, typed))
        assert "48 hours to review names after the letter closes.\nTwo moderators have to approve" in said
        sheet = await stored(desk)
        assert (sheet.title, sheet.review_hours, sheet.two_person) == ("Keep it *safe*", 48, True)
        again = await desk.mo.submit_modal(await manage(desk, "edit"), typed)
        assert "Two moderators" in seen(again), "what is left out stays"


async def test_impossible_review_hours_are_refused_and_come_back(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for hours in ["0", "337", "-1", "two", "²"]:
            typed = {"title": "Renamed", "addressee": "The Minister", "review_hours": hours}
            answer = await desk.mo.submit_modal(await manage(desk, "edit"), typed)
            assert "a whole number from 1 to 336" in seen(answer)
            assert "Renamed" in str((await desk.mo.click(newest(answer), label="Correct what I typed")).modal)
            assert (await stored(desk)).title == "Keep it safe"


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
async def test_a_text_is_taken_from_a_file(tmp_path: Path, mark: str) -> None:
    async with a_desk(tmp_path) as desk:
        file = ("letter.txt", f"{mark}Dear Minister,\r\nwe ask – politely.\r\n".encode())
        answer = await manage(desk, "text", file=file)
        assert "**Saved.** This is version 1 of the text, in English." in seen(answer)
        sheet = await wording(desk)
        assert sheet.body == "Dear Minister,\nwe ask – politely."
        assert sheet.version.digest in seen(await desk.mo.click(newest(answer), label="Show text details"))
        assert "politely" in seen(await desk.mo.click(newest(answer), label="Read the text"))


async def test_a_file_that_is_no_text_of_a_letter_is_refused(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for data, told in [
            ("Dear Minister".encode("utf-16"), "I can't read that file as a letter"),
            ("Café".encode("latin-1"), "plain text (.txt, UTF-8)"),
            (b"x" * (manuscripts.LARGEST + 1), "too large for a letter: over 10 MB"),
            (b"%PDF-1.7", "I can't read that file as a letter"),
            (b"PK\x03\x04 damaged", "I can't read that file as a letter"),
            (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
            (f"{LONGEST}x".encode(), "is 40,001 characters long. The limit is 40,000"),
        ]:
            assert told in seen(await manage(desk, "text", file=("letter.txt", data)))
            assert (await stored(desk)).text is None
        await manage(desk, "text", file=("letter.txt", LONGEST.encode()))
        assert (await wording(desk)).body == LONGEST, "and the longest that is one is taken"


async def test_a_text_is_typed_into_a_form_that_holds_what_stands(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        said = await desk.mo.submit_modal(await manage(desk, "text"), {"text": "Withdraw it."})
        assert "This is version 1 of the text, in English" in seen(said)
        opened = await manage(desk, "text")
        assert "Withdraw it." in str(opened.modal)
        same = await desk.mo.submit_modal(opened, {"text": "Withdraw it."})
        assert "It's like that already" in seen(same)
        opened = await desk.mo.click(newest(same), label="Correct what I typed")
        assert "Withdraw it." in str(opened.modal)
        assert "version 2 of the text" in seen(await desk.mo.submit_modal(opened, {"text": "Withdraw it now."}))
        assert (await wording(desk)).body == "Withdraw it now."


async def test_a_translation_is_written_in_its_own_language_and_says_so(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        opened = await manage(desk, "text", language="FR")
        assert "notice be" not in str(opened.modal)
        said = await desk.mo.submit_modal(opened, {"text": "Retirez-le."})
        assert "version 1 of the text in French, translated from English" in seen(said)
        assert "Retirez-le." in seen(await desk.mo.click(newest(said), label="Read the text"))
        assert (await wording(desk, "fr")).body == "Retirez-le."
        assert (await wording(desk)).version.language == "en"
        assert "short language code" in seen(await manage(desk, "text", language="in French, please"))


async def test_a_text_that_fits_no_form_opens_an_empty_one_that_names_the_file(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk, "y" * 4001)
        opened = await manage(desk, "text")
        assert "yyy" not in str(opened.modal)
        assert (
            "Over 4,000 characters? In the panel, press Text and points, then Add a file or translation."
            in str(opened.modal)
        )


async def test_forms_are_taken_after_a_restart(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        written, pointed = await manage(desk, "text"), await manage(desk, "point", subject="Privacy")
        await desk.server.stage.restart()
        await desk.mo.submit_modal(written, {"text": "Withdraw it."})
        await desk.mo.submit_modal(pointed, {"body": "It is a right."})
        assert (await wording(desk)).body == "Withdraw it."
        assert await said_on(desk) == {"Privacy": "It is a right."}


async def test_of_several_letters_the_chosen_one_is_changed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        second = await drafted(desk)
        assert "Choose one in the *letter* option" in seen(await manage(desk, "edit"))
        opened = await manage(desk, "text", letter=str(second))
        await desk.mo.submit_modal(opened, {"text": "For the board."})
        assert (await stored(desk, second)).text is not None
        assert (await stored(desk)).text is None


@pytest.mark.parametrize("form", [CREATE, EDIT, TEXT, POINT], ids=lambda form: form.route)
async def test_the_forms_fit(form: Any) -> None:
    limits.check_form(form, 2**31, "en", answers={field.name: "x" * 9000 for field in form.fields})


async def test_the_longest_cards_fit() -> None:
    deadline = Deadline(START, "America/Argentina/ComodRivadavia", date_only=True)
    limits.check(letter_changes.created(WORST_LETTER, deadline))
    limits.check(letter_changes.edited(WORST_LETTER))
    limits.check(letter_changes.written(WORST_TEXT, BIG))
    limits.check(letter_changes.pointed(PointsSheet(2**31, ROUGH[:200], START, (), SUBJECTS), "Saved."))


async def test_two_person_approval_is_switched_off_by_a_second_moderator_s_press_and_told(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        await desk.server.stage.env.settle()
        mo = desk.moderator()
        changes: LetterChanges = {"two_person": True}
        await desk.store.write(letter.edit, mo, desk.now, desk.world.letter.id, changes)
        form = await desk.mo.slash(desk.hall, "manage letter edit", two_person=False)
        typed = {"title": "Keep it safe", "addressee": "The Minister", "review_hours": "24", "most_open": "20"}
        assert "I haven't changed this yet: two-person approval: on → off." in seen(
            await desk.mo.submit_modal(form, typed)
        )
        assert (await stored(desk)).two_person
        await desk.server.stage.sweep()
        [notice] = [one for one in desk.server.stage.messages(desk.hall) if "wants to change" in one.content]
        assert "You asked for this change yourself." in seen(
            await desk.mo.click(notice, label="Confirm the change")
        )
        assert "**I've made the change.**" in seen(await desk.ike.click(notice, label="Confirm the change"))
        assert not (await stored(desk)).two_person
        await desk.server.stage.sweep()
        told = [message.content for message in desk.server.stage.messages(desk.hall)]
        assert any(
            f"<@{desk.ike.id}> changed a safety setting for **Keep it safe**: two-person approval: on → off"
            in one
            for one in told
        )
        acts = seen(await desk.mo.slash(desk.hall, "roster acts"))
        assert "two-person approval: on → off" in acts
