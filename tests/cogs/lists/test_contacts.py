"""Contacts through the real bot: kept by a form, exported as a table, shown to moderators alone."""

import csv
import io
from pathlib import Path

from cogs.ui.cards import lists as cards
from cogs.ui.layout import Document
from cogs.ui.verdict_reasons import HOLDS, stored
from models.review import review
from models.sheets import OutreachLine, OutreachSheet
from models.signatories import contacts
from models.terms import Kind, SignatoryState, Told
from tests import limits
from tests.cogs.desk import ROUGH, a_desk
from tests.cogs.lists.exporting import file, handed_over, on_the_list, roster
from tests.cogs.server import newest, seen
from tests.languages import Catalogues


async def test_an_address_is_kept_and_comes_with_the_ready_message(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await on_the_list(desk, "Riverlight")
        one = str(await desk.enter("No address"))
        opened = await desk.mo.slash(desk.hall, "manage signatory contact", signatory="Riverlight")
        bad = await desk.mo.submit_modal(opened, {"address": "office"})
        assert "office doesn't look like an e-mail address" in seen(bad)
        opened = await desk.mo.click(newest(bad), label="Correct what I typed")
        kept = await desk.mo.submit_modal(opened, {"address": "office@example.org"})
        assert "**Address saved: office\\@example.org**" in seen(kept)
        await desk.approve(int(one))
        said = await roster(desk, "contacts")
        assert "**People to write to: 2**" in seen(said)
        assert "- On the list: 2" in seen(said)
        assert "1 name has no contact address" in seen(said)
        table = list(csv.DictReader(io.StringIO((await file(said)).decode("utf-8-sig"))))
        assert [(row["name"], row["address"]) for row in table] == [
            ("No address", ""),
            ("Riverlight", "office@example.org"),
        ]
        [record] = await handed_over(desk)
        assert record["what"] == "contacts"
        assert "example.org" not in str(record)


async def test_a_ready_reason_is_in_the_language_of_the_table_around_it(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue({HOLDS["agreement"]: "Nous leur demandons."})
    async with a_desk(tmp_path) as desk:
        one, told = await desk.propose("Riverlight"), stored(HOLDS, "agreement", "By Friday.")
        await desk.store.write(review.hold, desk.moderator(), desk.now, [one], told)
        said = await roster(desk, "contacts", language="fr")
        [row] = csv.DictReader(io.StringIO((await file(said)).decode("utf-8-sig")))
        assert row["told_proposer"] == "Nous leur demandons. By Friday."


async def test_the_form_is_filled_with_what_is_kept_and_empties_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.enter("Riverlight")
        await desk.store.write(contacts.put, desk.moderator(), desk.now, one, "office@example.org")
        opened = await desk.mo.slash(desk.hall, "manage signatory contact", signatory=f"#{one}")
        assert "office@example.org" in str(opened.modal)
        assert "**Address deleted.**" in seen(await desk.mo.submit_modal(opened, {"address": ""}))
        assert (await desk.store.read(contacts.show, desk.moderator(), one)).address == ""


def test_the_card_stays_inside_the_limits() -> None:
    line = OutreachLine(
        "", ROUGH[:200], Kind.COMPANY, SignatoryState.APPROVED, ROUGH, ROUGH, Told.SIGNED, ROUGH
    )
    lines = tuple(line for _ in range(99_999))
    sheet = OutreachSheet(
        1, ROUGH[:200], ROUGH[:200], published=True, list_number=3, lines=lines, lacking=99_999
    )
    limits.check(cards.contacts(sheet, Document("contacts.csv", b"x")))
