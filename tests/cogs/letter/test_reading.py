"""A letter read through the real bot: where it stands, its text and talking points, privately and posted."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cogs.ui.cards import letter as status_cards, reading as cards
from models.letters import talking_points
from models.publishing import publication
from models.refusal import Reason
from models.sheets import PointSheet, PointsSheet
from tests import limits
from tests.cogs.coordinator import BODY, drafted, elsewhere, published, worded
from tests.cogs.desk import BIG, ROUGH, Desk, a_desk, refused, texts
from tests.cogs.server import START, a_server, newest, seen
from tests.cogs.worst import SUBJECTS, WORST_LETTER, WORST_TEXT

LONG = "\n\n".join(f"Paragraph {number} – {'what we ask of the minister, ' * 20}" for number in range(12))


async def read(desk: Desk, command: str, who: Any = None, **options: Any) -> Any:
    return await (who or desk.world.ana).slash(desk.hall, f"letter {command}", **options)


async def pointed(desk: Desk, *subjects: str, body: str = "Say that") -> None:
    for subject in subjects:
        said = f"{body} on {subject}"
        await desk.store.write(
            talking_points.put, desk.moderator(), desk.now, desk.world.letter.id, subject, said
        )


def posted(desk: Desk) -> Any:
    """The newest message that all see."""
    return desk.server.stage.messages(desk.hall)[-1]


async def whole(message: Any) -> str:
    """The one file of a message."""
    [file] = message.attachments
    data: bytes = await file.read()
    return data.decode()


async def test_the_status_is_told_to_anyone_who_asks_and_to_nobody_else(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.approve(await desk.propose("Riverlight"))
        await desk.propose("Left|Right", agreed=False)
        said = await read(desk, "status")
        assert newest(said).ephemeral
        assert "**Open for signatures** until <t:1739610000:F>" in seen(said)
        assert "**1 signed**: 1 organisation (as of" in seen(said)
        assert "-# 1 name waiting for review" in seen(said)
        assert not desk.server.stage.messages(desk.hall)


async def test_the_text_is_drawn_and_its_digest_is_behind_details(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        said = await read(desk, "text")
        assert newest(said).ephemeral
        assert "that the notice be *withdrawn*" in seen(said)
        assert "Text version 1, <t:1739437200:D>, in English" in seen(said)
        assert "SHA" not in seen(said)
        assert await whole(newest(said)) == f"Keep it safe\nTo: The Minister\n\n{BODY.replace('*', '')}\n"
        details = await desk.world.ana.click(newest(said), label="Show text details")
        assert newest(details).ephemeral
        assert await whole(newest(details)) == BODY
        assert sha256(BODY.encode()).hexdigest() in seen(details)


UNTIL = "Embargoed until Monday 17 February 2025, 10:00 in UTC (17 February 2025, 10:00 UTC)."


async def test_before_publication_texts_files_and_points_say_until_when_they_are_embargoed(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        await pointed(desk, "Privacy")
        assert "**Embargoed until the letter is published.**" in seen(await read(desk, "text"))
        at = datetime(2025, 2, 17, 10, tzinfo=UTC)
        await desk.store.write(publication.publish, desk.moderator(), desk.now, desk.world.letter.id, at)
        for command in ("text", "points"):
            said = await read(desk, command)
            drawn = "**Embargoed until <t:1739786400:f>** (Monday 17 February 2025, 10:00 in UTC)"
            assert drawn in seen(said)
            assert (await whole(newest(said))).startswith(UNTIL)
        said = await read(desk, "text")
        details = await desk.world.ana.click(newest(said), label="Show text details")
        assert await whole(newest(details)) == f"{UNTIL}\n\n{BODY}"


async def test_a_title_and_an_addressee_that_the_text_brings_are_said_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk, "# Keep it safe\n\nTo the Minister, 1 High Street\n\nWe ask.")
        said = seen(await read(desk, "text"))
        assert said.count("Keep it safe") == 1
        assert said.lower().count("to the minister") == 1


async def test_a_long_text_is_read_page_by_page_after_a_restart_as_well(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk, LONG)
        said = await read(desk, "text")
        pages = [seen(said)]
        assert "Page 1 of 3 ·" in pages[0]
        await desk.server.stage.restart()
        while "Next" in pages[-1].splitlines():
            said = await desk.world.ana.click(newest(said), label="Next")
            pages.append(seen(said))
            assert "Paragraph 11 –" in await whole(newest(said))
        assert "Page 3 of 3 ·" in pages[-1]
        assert all(f"Paragraph {number} –" in "".join(pages) for number in range(12))
        assert "Page 2 of 3 ·" in seen(await desk.world.ana.click(newest(said), label="Back"))


async def test_a_moderator_posts_the_text_and_all_read_on_for_themselves(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk, LONG)
        assert "I've posted the message to this channel." in seen(await read(desk, "text", desk.mo, post=True))
        assert "Paragraph 0 –" in texts(posted(desk))
        assert "Paragraph 11 –" in await whole(posted(desk))
        further = await desk.world.ana.click(posted(desk), label="Read on")
        assert newest(further).ephemeral
        assert "Page 2 of 3 ·" in seen(further)
        assert "Page 1 of 3 ·" in texts(posted(desk))


async def test_a_posted_translation_is_read_on_in_its_language(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk, LONG)
        await worded(desk, LONG.replace("Paragraph", "Alinéa"), "fr")
        await read(desk, "text", desk.mo, language="fr", post=True)
        further = await desk.world.ana.click(posted(desk), label="Read on")
        assert "Alinéa 5 –" in seen(further)
        assert "Paragraph" not in seen(further)


async def test_only_moderators_post(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        await pointed(desk, "Privacy")
        for command in ("text", "points"):
            said = seen(await read(desk, command, post=True))
            assert f"You need the role <@&{desk.role.id}>" in said
        assert not desk.server.stage.messages(desk.hall)


async def test_another_language_is_a_choice_away_and_says_that_it_is_a_translation(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        await worded(desk, "Nous demandons le retrait.", "fr")
        menu = desk.menu("letter.language", desk.world.letter.id)
        said = await desk.world.ana.select(newest(await read(desk, "text")), ["fr"], custom_id=menu)
        assert "Nous demandons le retrait" in seen(said)
        assert "in French · Translated from version 1 of the original in English" in seen(said)
        assert "Nous demandons le retrait." in await whole(newest(said))


async def test_a_language_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "The letter has no text yet." in seen(await read(desk, "text", language="de"))
        await worded(desk)
        await worded(desk, "Nous demandons le retrait.", "fr")
        refused = seen(await read(desk, "text", language="de"))
        assert "no text in that language. Choose English (en) or French (fr)." in refused
        assert "Write a short language code" in seen(await read(desk, "text", language="the one I like"))


async def test_before_publication_an_outsider_learns_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk, LONG)
        await pointed(desk, "Privacy")
        stranger, letter_id = desk.server.add("stranger"), desk.world.letter.id
        for named in ({}, {"letter": str(letter_id)}, {"letter": "987654"}, {"letter": await elsewhere(desk)}):
            for command in ("status", "text", "points"):
                said = await read(desk, command, stranger, **named)
                assert seen(said).strip() == "No letter has been published here yet."
                assert not newest(said).attachments
        said = await read(desk, "points", stranger, subject="Privacy")
        assert seen(said).strip() == "No letter has been published here yet."
        assert not await stranger.autocomplete(desk.hall, "letter text", "letter", "")
        assert not await stranger.autocomplete(desk.hall, "letter points", "subject", "")
        outside = desk.server.actor(stranger)
        tries = [
            desk.hand_in("letter.text", outside, letter_id, 1),
            desk.hand_in("letter.turn", outside, letter_id, "en", 2),
            desk.hand_in("letter.details", outside, letter_id, "en"),
            desk.hand_in("letter.language", outside, letter_id, values=["en"]),
            desk.hand_in("letter.points", outside, letter_id),
            desk.hand_in("letter.points-turn", outside, letter_id, 0, 1),
            desk.hand_in("letter.subject", outside, letter_id, values=["1"]),
        ]
        assert {await refused(each) for each in tries} == {Reason.NOT_PUBLIC}


async def test_what_is_published_everyone_reads(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await pointed(desk, "Privacy")
        stranger = desk.server.add("stranger")
        assert "Open for signatures" in seen(await read(desk, "status", stranger))
        assert "notice be" in seen(await read(desk, "text", stranger))
        assert "Say that on Privacy" in seen(await read(desk, "points", stranger))


async def test_the_talking_points_are_read_all_together_or_one_subject_alone(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "There are no talking points yet." in seen(await read(desk, "points"))
        await pointed(desk, "Privacy", "Economy")
        said = await read(desk, "points")
        assert "### Privacy\nSay that on Privacy\n\n### Economy" in seen(said)
        assert "Economy\n\nSay that on Economy" in await whole(newest(said))
        menu = desk.menu("letter.subject", desk.world.letter.id)
        one = await desk.world.ana.select(newest(said), ["2"], custom_id=menu)
        assert "Say that on Economy" in seen(one)
        assert "Say that on Privacy" not in seen(one)
        every = await desk.world.ana.click(newest(one), label="All subjects")
        assert "Say that on Privacy" in seen(every)
        named = seen(await read(desk, "points", subject="economy"))
        assert "Say that on Economy" in named
        assert "Say that on Privacy" not in named


async def test_a_subject_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "There are no talking points yet." in seen(await read(desk, "points", subject="Sport"))
        await pointed(desk, "Privacy", "Economy")
        said = seen(await read(desk, "points", subject="Sport"))
        assert "Choose Privacy or Economy." in said


async def test_a_posted_subject_leads_to_the_others_and_to_the_letter(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        await pointed(desk, "Privacy", "Economy")
        assert "I've posted the message" in seen(
            await read(desk, "points", desk.mo, subject="Privacy", post=True)
        )
        assert "Say that on Economy" not in texts(posted(desk))
        assert "Say that on Economy" in seen(
            await desk.world.ana.click(posted(desk), label="All talking points")
        )
        assert "notice be" in seen(await desk.world.ana.click(posted(desk), label="Read the letter"))


async def test_long_points_are_read_page_by_page(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await pointed(desk, "Privacy", "Economy", "Rights", body="x" * 2000)
        said = await read(desk, "points")
        assert "Page 1 of 3 ·" in seen(said)
        further = await desk.world.ana.click(newest(said), label="Next")
        assert "on Economy" in seen(further)
        assert "on Privacy" not in seen(further)


async def test_without_a_letter_it_is_said_how_one_is_made(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await server.set_up()
        said = seen(await server.owner.slash(server.hall, "letter status"))
        assert "A moderator can create one with /manage letter create" in said


async def test_subjects_are_completed_for_the_letter_that_was_chosen(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await pointed(desk, "Privacy", "Economy")
        second = await drafted(desk)
        await desk.store.write(talking_points.put, desk.moderator(), desk.now, second, "Price", "Too high")
        complete = desk.world.ana.autocomplete
        offered = await complete(desk.hall, "letter points", "subject", "pri")
        assert [one["value"] for one in offered] == ["Privacy"]
        offered = await complete(desk.hall, "letter points", "subject", "pri", letter=str(second))
        assert [one["value"] for one in offered] == ["Price"]
        assert not await complete(desk.hall, "letter points", "subject", "", letter="no number")


WORST_POINTS = PointsSheet(
    2**31, ROUGH[:200], START, tuple(PointSheet(subject, "#" * 4000) for subject in SUBJECTS), SUBJECTS
)


@pytest.mark.parametrize("public", [False, True])
async def test_the_longest_cards_fit(public: bool) -> None:
    for page in (1, 2, 27, 999):
        limits.check(cards.text(WORST_TEXT, BIG, page, public=public))
        for number in (0, 25):
            limits.check(cards.points(WORST_POINTS, BIG, number, page, public=public))
        limits.check(cards.details(WORST_TEXT, BIG))
    limits.check(status_cards.status(WORST_LETTER, public=public))


@pytest.mark.parametrize(
    "body",
    [
        "**b** " * 6_000, "- " * 20 + "x\n" * 9_000, f"|{'a|' * 30}\n|{'-|' * 30}\n" + f"|{'*b*|' * 30}\n" * 300,
        "[x](https://a.example/b) " * 1_500, "> " * 9 + "said. " * 6_000, "שלום עולם. " * 3_600,
        "```\n" + "c\n" * 19_000,
        "[^1] " * 1_000 + "\n\n[^1]: " + "note " * 5_000, "# heading\n" * 4_000,
    ],
)  # fmt: skip
def test_any_text_turned_to_any_page_fits(body: str) -> None:
    for page in range(1, 80, 7):
        limits.check(cards.text(replace(WORST_TEXT, body=body), BIG, page))
