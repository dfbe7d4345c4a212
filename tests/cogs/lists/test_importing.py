"""Importing through the real bot: a file or a paste, the form, the preview, the marked file, one batch, undo."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlmodel import Session, col, select

from cogs.ui.cards import batch as batch_cards, importing as cards
from models.database.tables import Signatory
from models.importing.columns.listing import Ambiguity, Left, Line, Listing, Note, Role
from models.importing.columns.reading import ListReading
from models.refusal import Reason
from models.sheets import BatchPreview, BatchSheet, SignatoryChoice
from models.sheets.batches import Given, Judged
from models.sheets.findings import Finding, Found, RowVerdict
from models.signatories import contacts
from models.terms import Kind, SignatoryState
from tests.cogs.desk import BIG, ROUGH, Desk, a_desk, parts, refused
from tests.cogs.server import START, newest, seen
from tests.limits import check

S = SignatoryState
FORM = (
    "Timestamp,Your name,Name of your organisation,Country\n"
    "1,Ann Lee,Harbour *Watch*,Kenya\n2,Ben Ray,\"Foo, Bar & Baz\",France\n3,Cy,n/a,\n"
    "4,Di,info@hill.example,\n5,Ed,Harbour *watch*,Kenya\n"
)  # fmt: skip
SAID = {
    "way": "signed",
    "authorised_by": "Mo, secretary",
    "evidence": "The form of February",
}


async def sent(desk: Desk, text: str | bytes = FORM, name: str = "form.csv", who: Any = None) -> Any:
    """A file sent with the command."""
    data = text if isinstance(text, bytes) else text.encode()
    return await (who or desk.mo).slash(desk.hall, "roster import", file=(name, data))


async def said(desk: Desk, answer: Any, **more: str) -> Any:
    """The form filled in after a list was recognised."""
    opened = await desk.mo.click(newest(answer), label="Next: describe this list")
    return await desk.mo.submit_modal(opened, SAID | more)


async def chosen(desk: Desk, answer: Any, label: str) -> Any:
    """A line of one of the card's menus chosen, by what the line says."""
    menus = [part for part in parts(newest(answer)) if part.get("options")]
    [(menu, value)] = [
        (menu["custom_id"], one["value"])
        for menu in menus
        for one in menu["options"]
        if one["label"].startswith(label)
    ]
    return await desk.mo.select(newest(answer), [value], custom_id=menu)


def pressed(message: Any, label: str) -> tuple[Any, ...]:
    """What a press of this button carries."""
    [custom_id] = [part["custom_id"] for part in parts(message) if part.get("label") == label]
    letter_id, draft_id, digest, doubtful = custom_id.split(":")[5:]
    return int(letter_id), int(draft_id), digest, int(doubtful)


async def rows(desk: Desk) -> list[Signatory]:
    def query(session: Session) -> list[Signatory]:
        return list(session.exec(select(Signatory).order_by(col(Signatory.id))))

    found: list[Signatory] = await desk.store.read(query)
    return found


async def test_a_file_becomes_a_preview_and_then_a_batch(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        recognised = await sent(desk)
        text = seen(recognised)
        assert "**form.csv: 5 rows**" in text
        assert "- Name of your organisation: the name\n- Country: the country" in text
        assert "- Timestamp: left out\n- Your name: the person who signs" in text
        assert r"> Harbour \*Watch\*" in text
        preview = await said(desk, recognised)
        text = seen(preview)
        assert (
            "**2 rows can be imported**; 0 already on the letter; 1 duplicate; 1 doubtful; 1 refused." in text
        )
        assert "row 4, doubtful: **n/a**, this looks like a placeholder, not a name" in text
        assert "row 5, refused: **info\\@hill.example**, A name can't contain a link" in text
        assert "row 6, duplicate: **Harbour \\*watch\\***, already in row 2" in text
        assert await rows(desk) == []
        done = await desk.mo.click(newest(preview), label="Import 2 names")
        assert "**Names imported: 2**" in seen(done)
        first, second = await rows(desk)
        assert (first.name, first.country, second.name) == ("Harbour *Watch*", "KE", "Foo, Bar & Baz")
        consent = (await desk.shown(first.id)).consent
        assert consent is not None
        assert (consent.authorised_by, consent.evidence) == ("Ann Lee; Mo, secretary", "The form of February")


async def test_after_the_close_it_is_said_that_names_are_late_before_and_after_they_are_imported(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        assert "has closed" not in seen(await said(desk, await sent(desk)))
        await desk.server.pass_(2 * 24 * 3600 + 60)
        opened = await desk.mo.slash(desk.hall, "roster import")
        assert "(late)" in opened.modal["title"]
        preview = await said(desk, await sent(desk))
        assert "**This letter has closed.** You can still import these names, but I'll mark them as late." in (
            seen(preview)
        )
        done = seen(await desk.mo.click(newest(preview), label="Import 2 names"))
        assert "2 names came in after the letter closed, so I've marked them as late." in done
        assert "it's too late for new names" in seen(await said(desk, await sent(desk), way="vote"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Name\nAna Roy (Kenya)",
            "**Ana Roy**, I separated the name from the country Kenya (before: Ana Roy (Kenya))",
        ),
        (
            "Name\nAna Roy, Kenya",
            "**Ana Roy**, I separated the name from the country Kenya (before: Ana Roy, Kenya)",
        ),
        (
            "Name\nAna Roy (Kenya), Lab One",
            "**Ana Roy**, I separated the name from the affiliation Lab One (before: Ana Roy (Kenya), Lab One); "
            "I separated the name from the country Kenya (before: Ana Roy (Kenya), Lab One)",
        ),
        ("Name\nAna Roy <ana@lab.example>", "**Ana Roy**, I removed an e-mail address from the name"),
        ("Name,Affiliation\nAna Roy,Teacher", "I left this out, because it isn't an affiliation: Teacher"),
        ("Organisation,Country\nHill Fund,Scotland", "I entered the country Scotland as United Kingdom"),
        ("Organisation,Country\nHill Fund,\nHill Fund,Kenya", "I took the country Kenya from row 3"),
        (
            "Organisation,Country\n[Hill Fund](https://hill.example),Peru",
            "I entered the link after the name as the website: https://hill.example",
        ),
        (
            "Organisation,Website\n[Hill Fund](https://hill.example),https://fund.example",
            "I removed a link after the name: https://hill.example",
        ),
        ("Organisation\nHill <b>Fund</b>", "**Hill Fund**, I corrected this (before: Hill <b>Fund</b>)"),
    ],
)
async def test_all_that_is_corrected_is_told_as_it_was_and_as_it_is(
    tmp_path: Path, text: str, told: str
) -> None:
    async with a_desk(tmp_path) as desk:
        shown = await sent(desk, f"{text}\n")
        if "The list doesn't say" in seen(shown):
            shown = await chosen(desk, shown, "People" if text.startswith("Name") else "Organisations")
        assert told in seen(await said(desk, shown)).replace("\\", "")


async def test_what_was_not_read_is_listed_whole_in_a_file_where_the_card_has_no_room(tmp_path: Path) -> None:
    above = [f"Paragraph {number} of our letter is about rivers." for number in range(9)]
    async with a_desk(tmp_path) as desk:
        text = "\n".join((*above, "Signatories:", *(f"Forum {number}" for number in range(12))))
        answer = await sent(desk, text, "letter.txt")
        assert "Paragraph 0 of our letter" in seen(answer)
        [file] = newest(answer).attachments
        assert file.filename == "import-not-read.txt"
        whole = (await file.read()).decode()
        assert all(line in whole for line in above)
        short = await sent(desk, "Our letter\n\nSignatories:\nForum One\nForum Two\n", "letter.txt")
        assert "- I didn't read 1 row above the headings" in seen(short)
        assert not newest(short).attachments


async def test_a_second_press_imports_nothing_more(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        preview = newest(await said(desk, await sent(desk)))
        about = pressed(preview, "Import all 3, including 1 doubtful one")
        await desk.mo.click(preview, label="Import 2 names")
        assert await refused(desk.hand_in("import.store", desk.moderator(), *about)) is Reason.DRAFT_GONE
        assert len(await rows(desk)) == 2


async def test_the_marked_file_comes_back_with_decisions(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        preview = newest(await said(desk, await sent(desk)))
        [marked] = preview.attachments
        text = (await marked.read()).decode("utf-8-sig")
        assert text.splitlines()[0].startswith("row,verdict,reason,decision,name,kind,country")
        fixed = text.replace(",,n/a,", ",yes,n/a,").replace("info@hill.example", "Hill Fund")
        again = seen(await said(desk, await sent(desk, fixed, "import-marked.csv")))
        assert (
            "**4 rows can be imported**; 0 already on the letter; 1 duplicate; 0 doubtful; 0 refused." in again
        )


async def test_the_same_form_tomorrow_adds_only_what_is_new(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.mo.click(newest(await said(desk, await sent(desk))), label="Import 2 names")
        later = FORM.replace("Harbour *Watch*", "HARBOUR *Watch*").replace(
            '2,Ben Ray,"Foo, Bar & Baz"', "6,Fay,Hill Fund"
        )
        preview = await said(desk, await sent(desk, later))
        text = seen(preview)
        assert "**1 row can be imported**; 1 already on the letter, 1 of them spelled differently" in text
        assert r"on the letter as Harbour \*Watch\*" in text
        assert (
            "**1 name from an earlier import isn't in this list any more.** It stays on the letter: Foo, Bar & Baz."
            in text
        )
        await desk.mo.click(newest(preview), label="Import 1 name")
        assert [row.name for row in await rows(desk)] == ["Harbour *Watch*", "Foo, Bar & Baz", "Hill Fund"]


async def test_an_import_is_approved_at_once_or_undone(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        done = newest(await desk.mo.click(newest(await said(desk, await sent(desk))), label="Import 2 names"))
        approved = await desk.mo.click(done, label="Approve names with no issues")
        assert "**Approved: 2**" in seen(approved)
        assert "entered and approved by the same person" in seen(approved)
        listed = await desk.mo.slash(desk.hall, "roster imports")
        assert "**form.csv**, 2 names" in seen(listed)
        assert "2 on the list, 0 waiting for a decision" in seen(listed)
        [batch_id] = {row.batch_id for row in await rows(desk)}
        menu = f"us:1:m:import.show:{desk.server.guild.id}"
        shown = newest(await desk.mo.select(newest(listed), [str(batch_id)], custom_id=menu))
        asked = await desk.mo.click(shown, label="Undo this import")
        assert "Names already on the list: 2 of 2" in seen(asked)
        assert {row.state for row in await rows(desk)} == {S.APPROVED}
        assert (
            await refused(desk.hand_in("import.undo-all", desk.moderator(), batch_id, 1)) is Reason.ON_THE_LIST
        )
        assert "**I've undone the import" in seen(
            await desk.mo.click(newest(asked), label="Take off all 2 names")
        )
        assert {row.state for row in await rows(desk)} == {S.REMOVED}
        assert await refused(desk.hand_in("import.undo", desk.moderator(), batch_id)) is Reason.IMPORT_UNDONE


async def test_a_pasted_list_is_put_to_the_vote(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        opened = await desk.mo.slash(desk.hall, "roster import")
        pasted = await desk.mo.submit_modal(opened, {"text": "1. Harbour Watch\n2. Hill\nFund\n"})
        assert "**Pasted names: 2 rows**" in seen(pasted)
        assert "The list doesn't say if some names are organisations, companies or people." in seen(pasted)
        pasted = await chosen(desk, pasted, "Companies")
        preview = await said(desk, pasted, way="vote", authorised_by="", evidence="")
        assert "Members vote on these names." in seen(preview)
        await desk.mo.click(newest(preview), label="Import 2 names")
        assert [(row.name, row.kind) for row in await rows(desk)] == [
            ("Harbour Watch", Kind.COMPANY),
            ("Hill Fund", Kind.COMPANY),
        ]


async def test_without_who_vouches_the_form_comes_back_with_all_that_was_in_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await said(desk, await sent(desk), evidence=" ")
        assert "Please fill in both" in seen(answer)
        opened = await desk.mo.click(newest(answer), label="Correct what I typed")
        assert "Mo, secretary" in str(opened.modal)


async def test_a_menu_changes_what_becomes_of_a_column(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        shown = await sent(
            desk, "Organisation,Home,Lead\nHarbour Watch,Kenya,Ann Lee\nHill Fund,France,Ben Ray\n"
        )
        assert "- Home: the country\n- Lead: left out" in seen(shown)
        shown = await chosen(desk, shown, "Lead: Person who signs")
        assert "- Lead: the person who signs" in seen(shown)
        shown = await chosen(desk, shown, "Home: Leave this column out")
        await desk.mo.click(newest(await said(desk, shown)), label="Import 2 names")
        first, _ = await rows(desk)
        assert (first.name, first.country) == ("Harbour Watch", "")
        consent = (await desk.shown(first.id)).consent
        assert consent is not None
        assert consent.authorised_by == "Ann Lee; Mo, secretary"


async def test_what_a_list_leaves_open_is_asked_before_anything_is_imported(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        shown = await sent(desk, "name;country;affiliation\nAna Roy;Spain;Lab One\nLuis Gil;Mexico;Forum Two\n")
        [button] = [part for part in parts(newest(shown)) if part.get("label") == "Next: describe this list"]
        assert button["disabled"] is True
        draft_id = int(button["custom_id"].rsplit(":", 1)[1])
        asked = desk.hand_in_form("import-say", desk.moderator(), SAID, draft_id)
        assert await refused(asked) is Reason.QUESTIONS_OPEN
        shown = await chosen(desk, shown, "People")
        await desk.mo.click(newest(await said(desk, shown)), label="Import 2 names")
        assert [(row.kind, row.name, row.affiliation) for row in await rows(desk)] == [
            (Kind.INDIVIDUAL, "Ana Roy", "Lab One"),
            (Kind.INDIVIDUAL, "Luis Gil", "Forum Two"),
        ]


async def test_an_address_becomes_the_contact_and_a_no_to_printing_holds_a_row_back(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        text = (
            "Organisation,E-mail,May we print your name?\nHarbour Watch,ann@harbour.example,Yes\n"
            "Hill Fund,ben@hill.example,No\n"
        )
        preview = await said(desk, await sent(desk, text))
        assert "row 3, refused: **Hill Fund**, they don't want the name printed" in seen(preview)
        assert "example" not in seen(preview)
        await desk.mo.click(newest(preview), label="Import 1 name")
        [row] = await rows(desk)
        found = await desk.store.read(contacts.show, desk.moderator(), row.id)
        assert found.address == "ann@harbour.example"


async def test_a_yes_to_private_is_refused_and_not_offered(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        text = "Organisation;Pays;Privé\nRéseau Un;France;non\nForum Deux;Belgique;oui\n"
        preview = await said(desk, await sent(desk, text))
        assert "row 3, refused: **Forum Deux**, they don't want the name printed" in seen(preview)
        await desk.mo.click(newest(preview), label="Import 1 name")
        assert [row.name for row in await rows(desk)] == ["Réseau Un"]


async def test_a_column_of_yes_and_no_that_the_bot_does_not_know_is_doubtful_until_someone_says_what_it_is(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        text = "Organisation,Coalition member?\nHarbour Watch,Yes\nHill Fund,No\n"
        shown = await sent(desk, text)
        assert "- Coalition member?: a yes or no, but I can't tell to what" in seen(shown)
        menus = [part for part in parts(newest(shown)) if part.get("placeholder") == "Coalition member?"]
        assert [one for menu in menus for one in menu["options"] if one.get("default")] == []
        preview = seen(await said(desk, shown))
        assert (
            "**0 rows can be imported**; 0 already on the letter; 0 duplicates; 2 doubtful; 0 refused."
            in preview
        )
        assert "**Hill Fund**, I can't tell what “No” under “Coalition member?” means" in preview
        shown = await chosen(desk, shown, "Coalition member?: Leave this column out")
        assert "- Coalition member?: left out" in seen(shown)
        assert "**2 rows can be imported**" in seen(await said(desk, shown))
        shown = await chosen(desk, shown, "Coalition member?: May the name be printed?")
        assert "**Hill Fund**, they don't want the name printed" in seen(await said(desk, shown))


async def test_two_readings_of_the_bytes_are_both_shown(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        torn = "Amara\nAbbott\nBoris\nBianchi\nChloe\nCarter\n"
        shown = await sent(desk, torn, "names.txt")
        assert "There's more than one way to read the list. Which is right?" in seen(shown)
        shown = await chosen(desk, shown, "Two lines make one name")
        shown = await chosen(desk, shown, "People")
        await desk.mo.click(newest(await said(desk, shown)), label="Import 3 names")
        assert [row.name for row in await rows(desk)] == ["Amara Abbott", "Boris Bianchi", "Chloe Carter"]


async def test_what_changed_meanwhile_is_shown_again_first(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        preview = newest(await said(desk, await sent(desk)))
        await desk.enter("Foo, Bar & Baz")
        assert "I haven't imported anything" in seen(await desk.mo.click(preview, label="Import 2 names"))
        assert len(await rows(desk)) == 1


async def test_what_is_no_list_is_refused_in_words(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for name, data, told in [
            ("x.xls", b"\xd0\xcf\x11\xe0", "I can't read that file"),
            ("x.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
            ("x.csv", b"", "I can't find any names in that list"),
            ("x.json", b"{", "I can't read that file"),
            ("x.csv", b"n\n" * 20_002, "The limit is 20000"),
        ]:
            assert told in seen(await sent(desk, data, name)).replace("20,000", "20000")


async def test_another_moderator_cannot_use_ones_draft(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        preview = newest(await said(desk, await sent(desk)))
        about, ike = pressed(preview, "Import 2 names"), desk.moderator(desk.ike)
        assert await refused(desk.hand_in("import.store", ike, *about)) is Reason.DRAFT_GONE
        assert await rows(desk) == []


def judged(verdict: RowVerdict, number: int) -> Judged:
    found = (Found(Finding.IN_ROW, {"row": number, "name": ROUGH[:200], "place": ROUGH}),)
    return Judged(20_000 - number, verdict, found, Given(1, ROUGH, Kind.INDIVIDUAL), None)


def test_the_longest_cards_are_inside_discords_limits() -> None:
    rows = tuple(judged(verdict, number) for number in range(40) for verdict in RowVerdict)
    gone = tuple(SignatoryChoice(BIG, ROUGH[:200], Kind.COMPANY, S.APPROVED) for _ in range(30))
    check(cards.preview(BatchPreview(2**31, BIG, ROUGH, rows, gone, late=True), 2**31, ROUGH, signed=True))
    batch = BatchSheet(
        2**31,
        BIG,
        2**31,
        ROUGH,
        ROUGH[:200],
        True,
        ROUGH,
        ROUGH * 9,
        BIG,
        START,
        20_000,
        9999,
        9999,
        9999,
        None,
        BIG,
    )
    check(batch_cards.imported(batch, "Imported"))
    check(batch_cards.batches([replace(batch, id=number) for number in range(25)], BIG))
    headings = tuple(ROUGH[:90] + str(number) for number in range(60))
    lines = tuple(Line(number, tuple(ROUGH for _ in headings)) for number in range(3))
    notes = tuple(Note(left, 20_000, ROUGH[:80]) for left in Left)
    other = Listing(headings, lines, way=(Ambiguity.ENCODING, "cp1250"))
    wide = Listing(
        headings, lines, {Role.NAME: 0, Role.COUNTRY: 1}, notes, (Ambiguity.ENCODING, "cp1252"), (other,) * 4
    )
    for page in (0, 5, 9):
        check(cards.recognised(BIG, 2**31, ROUGH, ListReading(wide), page))
