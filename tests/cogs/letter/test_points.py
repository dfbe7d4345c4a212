"""Talking points written through the real bot: the subject waits in a draft, nothing typed is lost."""

from pathlib import Path

from cogs.letter.points import POINT
from models.letters import talking_points
from models.participants import drafts
from models.refusal import Reason
from tests.cogs.coordinator import manage, point, said_on
from tests.cogs.desk import a_desk, refused
from tests.cogs.server import newest, seen


async def test_what_is_said_on_a_subject_is_written_and_changed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert r"- \*Privacy\*" in seen(await point(desk, "*Privacy*", "It is a right."))
        opened = await manage(desk, "point", subject=" *privacy* ")
        assert "It is a right." in str(opened.modal)
        await desk.mo.submit_modal(opened, {"body": "It is everyone's right."})
        assert list((await said_on(desk)).values()) == ["It is everyone's right."]


async def test_a_refused_point_comes_back_under_its_subject(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for number in range(talking_points.MOST):
            await desk.store.write(
                talking_points.put,
                desk.moderator(),
                desk.now,
                desk.world.letter.id,
                f"Subject {number}",
                "So",
            )
        answer = await point(desk, "One too many", "Typed with care")
        assert "up to 25 subjects. Remove one first" in seen(answer)
        assert "**I've removed the talking point “subject 3”.**" in seen(
            await manage(desk, "point-remove", subject="subject 3")
        )
        opened = await desk.mo.click(newest(answer), label="Correct what I typed")
        assert "Typed with care" in str(opened.modal)
        saved = seen(await desk.mo.submit_modal(opened, {"body": "Typed with care"}))
        assert "**I've saved the talking point “One too many”.**" in saved
        said = await said_on(desk)
        assert said["One too many"] == "Typed with care"
        assert "Subject 3" not in said


async def test_an_empty_point_is_refused_by_the_label_of_its_field(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "Please fill in *subject*" in seen(await manage(desk, "point", subject=" \u200b "))
        assert "*What to say on this subject*, then send" in seen(await point(desk, "Privacy", "  "))
        assert "no talking points yet" in seen(await manage(desk, "point-remove", subject="Privacy"))


async def test_what_was_typed_elsewhere_is_no_subject(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        moderator, letter_id = desk.moderator(), desk.world.letter.id
        for form, kept in (("propose", {"subject": "Privacy"}), (POINT.route, {"name": "Privacy"})):
            about = (moderator, desk.now, form, [letter_id], kept)
            draft_id = await desk.store.write(drafts.save, *about)
            written = desk.hand_in_form(POINT.route, moderator, {"body": "It is a right."}, letter_id, draft_id)
            assert await refused(written) is Reason.DRAFT_GONE
        assert await said_on(desk) == {}
