"""The list on its way out: ``/roster`` through the real bot, as moderators see it, and what is kept of it."""

import hashlib
import io
from pathlib import Path

import openpyxl

from cogs.ui.cards import lists as cards
from cogs.ui.layout import Document
from models.publishing import editions, list_diff
from models.refusal import Reason
from models.sheets import EditionSheet
from models.terms import EditionName, Format, Kind
from tests import limits
from tests.cogs.coordinator import confirm, elsewhere, published
from tests.cogs.desk import ROUGH, Desk, a_desk, refused
from tests.cogs.lists.exporting import file, handed_over, on_the_list, roster
from tests.cogs.server import newest, seen
from tests.languages import Catalogues
from tests.models.lists import edition as a_list, entry, exported


async def stored(desk: Desk) -> EditionSheet:
    """The newest published list."""
    sheet: EditionSheet = await desk.store.read(editions.show, desk.moderator())
    return sheet


async def test_every_format_comes_as_a_file_with_its_count(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight", "مؤسسة التعبير")
        for as_ in Format:
            said = await roster(desk, "export", format=as_.value)
            assert "This isn't a published list" in seen(said)
            assert "2 signatories: 2 organisations, as of 13 February 2025, 09:0" in seen(said)
            data = await file(said)
            assert len(data) > 200
            record = (await handed_over(desk))[-1]
            assert (record["actor"], record["format"]) == (desk.mo.id, as_.value)
            assert record["sha256"] == hashlib.sha256(data).hexdigest()


async def test_a_published_list_is_exported_as_it_was(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        await published(desk)
        await on_the_list(desk, "Latecomer")
        frozen = (await file(await roster(desk, "export", format="text", edition="1"))).decode()
        assert "Published list no. 1 (opening)" in frozen
        assert "1. Riverlight" in frozen
        assert "Latecomer" not in frozen
        assert (await stored(desk)).digest in frozen
        now = (await file(await roster(desk, "export", format="text"))).decode()
        assert "1. Latecomer\n2. Riverlight" in now


async def test_the_list_is_arranged_as_asked(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Zebra")
        await published(desk)
        await on_the_list(desk, "Aardvark")
        asked = {"group": "none", "order": "signing", "first": True, "text": True}
        words = (await file(await roster(desk, "export", format="text", **asked))).decode()
        assert words.index("We ask that") < words.index("First signatories: 1\n1. Zebra")
        assert "Signatories who joined later: 1\n2. Aardvark" in words
        assert "In the order they signed or were proposed." in words


async def test_a_file_is_in_the_language_that_was_chosen_or_the_coalitions(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue({"To: {addressee}": "À : {addressee}"}, language="fr")
    catalogue({"To: {addressee}": "An: {addressee}"}, language="de")
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        offered = await desk.mo.autocomplete(desk.hall, "roster export", "language", "fran")
        assert [(one["name"], one["value"]) for one in offered] == [("Français", "fr")]
        for typed in ("fr", "français", "fr-CA"):
            made = await file(await roster(desk, "export", format="text", language=typed))
            assert "À : " in made.decode()
        assert (await handed_over(desk))[-1]["language"] == "fr"
        desk.server.stage.bot.languages.set_server(desk.server.guild.id, "de")
        made = await file(await roster(desk, "export", format="text"))
        assert "An: " in made.decode()
        said = seen(await roster(desk, "export", format="text", language="Klingon"))
        assert "I don't speak that language." in said


async def test_published_lists_are_suggested_newest_first(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await on_the_list(desk, "Riverlight")
        await desk.mo.click(newest(await roster(desk, "update")), label="Publish list no. 2")
        offered = await desk.mo.autocomplete(desk.hall, "roster export", "edition", "")
        assert [(one["name"][:14], one["value"]) for one in offered] == [
            ("no. 2 (update)", "2"),
            ("no. 1 (opening", "1"),
        ]


async def test_a_list_of_another_server_or_number_is_not_found(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        for options in ({"edition": "7"}, {"edition": "one"}, {"letter": await elsewhere(desk)}):
            said = seen(await roster(desk, "export", format="csv", **options))
            assert "I can't find that" in said
        assert await handed_over(desk) == []


async def test_the_page_has_sentence_news_and_block(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        await published(desk)
        await on_the_list(desk, "<b>Bold</b>")
        said = await roster(desk, "page")
        assert "```\n2 signatories: 2 organisations, as of 13 February 2025, 09:0" in seen(said)
        assert "since published list no. 1 (13 Feb 2025, 09:0" in seen(said)
        assert "**Added: 1**\n- \\<b\\>Bold\\</b\\>" in seen(said)
        block = (await file(said)).decode()
        assert block.startswith('<section class="signatories">\n<p>2 signatories')
        assert "<p>Added since " in block
        assert ": &lt;b&gt;Bold&lt;/b&gt;.</p>" in block
        assert "<bdi>Riverlight</bdi>" in block


async def test_an_update_is_shown_then_published_with_one_press(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await on_the_list(desk, "Riverlight")
        shown = await roster(desk, "update")
        assert "**Publish list no. 2?**" in seen(shown)
        assert (await stored(desk)).number == 1
        said = await confirm(desk, shown, "Publish list no. 2")
        frozen = await stored(desk)
        assert "**Published list no. 2 (update) is out.**" in said
        assert "**Added: 1**\n- Riverlight" in said
        assert frozen.digest in said
        assert (frozen.number, frozen.name, frozen.counts.total) == (2, EditionName.UPDATE, 1)
        again = await roster(desk, "update")
        assert "Nothing has changed" in seen(again)
        assert "It's like that already" in await confirm(desk, again, "Publish list no. 3")
        assert (await stored(desk)).number == 2


async def test_a_list_that_changed_since_it_was_shown_is_not_published(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await on_the_list(desk, "Riverlight")
        shown = await roster(desk, "update")
        await on_the_list(desk, "Latecomer")
        said = await desk.mo.click(newest(shown), label="Publish list no. 2")
        assert "This has changed since" in seen(said)
        assert (await stored(desk)).number == 1


async def test_a_correction_has_its_line_and_number(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        await published(desk)
        opened = await roster(desk, "correct")
        same = await desk.mo.submit_modal(opened, {"correction": "Nothing"})
        assert "It's like that already" in seen(same)
        await on_the_list(desk, "Forgotten")
        opened = await desk.mo.click(newest(same), label="Correct what I typed")
        said = seen(
            await desk.mo.submit_modal(opened, {"correction": "*Forgotten* was missing from list no. 1."})
        )
        assert "**Published list no. 2 (correction) is out.**" in said
        assert "Correction: \\*Forgotten\\* was missing from list no. 1." in said
        frozen = await stored(desk)
        assert frozen.digest in said
        assert frozen.correction == "*Forgotten* was missing from list no. 1."
        text = (await file(await roster(desk, "export", format="text", edition="2"))).decode()
        assert "Correction: *Forgotten* was missing" in text


async def test_before_publication_there_is_nothing_to_update_or_correct(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for command in ("update", "correct"):
            assert "This letter isn't published yet." in seen(await roster(desk, command))


COMMANDS: list[tuple[str, dict[str, str]]] = [
    ("export", {"format": "csv"}),
    ("page", {}),
    ("everything", {}),
    ("update", {}),
    ("correct", {}),
]


async def test_a_plain_member_is_refused_at_the_command(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        for command, options in COMMANDS:
            for who in (desk.world.ana, desk.server.add("stranger")):
                said = await roster(desk, command, who, **options)
                assert f"You need the role <@&{desk.role.id}>" in seen(said)
                assert not newest(said).attachments


async def test_a_plain_member_is_refused_at_button_and_form(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await on_the_list(desk, "Riverlight")
        actor, letter_id = desk.server.actor(desk.world.ana), desk.world.letter.id
        pressed = desk.hand_in("roster.update", actor, letter_id, "12345678")
        sent = desk.hand_in_form("roster-correct", actor, {"correction": "x"}, letter_id)
        assert [await refused(each) for each in (pressed, sent)] == [Reason.MODERATORS_ONLY] * 2
        assert (await stored(desk)).number == 1


def test_the_cards_stay_inside_the_limits_with_the_longest_names() -> None:
    rough = [
        entry(ROUGH[:190] + str(number), "VC", Kind.INDIVIDUAL, affiliation=ROUGH[:200], signatory_id=number)
        for number in range(60)
    ]
    other = [
        entry(ROUGH[:190] + "x", "", Kind.INDIVIDUAL, affiliation=ROUGH[:200], signatory_id=number)
        for number in range(20, 80)
    ]
    before, after = a_list(*rough, title=ROUGH[:200]), a_list(*other, title=ROUGH[:200], correction=ROUGH[:300])
    different = list_diff.between(before, after)
    long = exported(after, Format.TEXT)
    for card in (
        cards.exported(long, Document("list.txt", b"x")),
        cards.page(different, Document("x.html", b"x")),
        cards.updating(different, 2**63 - 1),
        cards.published(different),
    ):
        limits.check(card)
        assert "@everyone" not in limits.text_of(card).replace("\\@everyone", "")


async def test_everything_comes_as_csv_and_workbook(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        await desk.propose("Unsure")
        await published(desk)
        said = await roster(desk, "everything")
        assert "Signatories 2, votes 0, texts 1, points 0, lists 1" in seen(said)
        sheet, book = newest(said).attachments
        assert (sheet.filename, book.filename) == ("working-sheet.csv", "working-sheet.xlsx")
        assert "Unsure" in (await sheet.read()).decode()
        names = openpyxl.load_workbook(io.BytesIO(await book.read())).sheetnames
        assert names == ["signatories", "votes", "texts", "points", "lists"]
        assert [one["what"] for one in await handed_over(desk)] == ["working-sheet.csv", "working-sheet.xlsx"]
