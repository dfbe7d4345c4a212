"""The files of a page: one count in all of them, nothing that a name brought, nothing that a browser would fetch."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from models.publishing.page import engine, files, jumps
from models.sheets import Counts, PageChoices, PageText
from models.sheets.outcome import LetterAnswer, LetterDelivery, Outcome
from models.terms import Kind, LetterState
from models.translation import speaking
from tests import foreign, pages
from tests.languages import Catalogues
from tests.models.lists import AT, BODY, HARD, entry
from tests.models.pages import ARABIC, POINTS, crowd, hard_page, page, published

DOCS = Path(__file__).parents[4] / "docs" / "page.md"
ADDRESS = "https://letters.example.org/letter-1/"
IN_THREE = (
    PageText("en", 1, BODY, original=True, stale=False),
    PageText("ar", 2, ARABIC, original=False, stale=True),
    PageText("pt-br", 1, "# Carta\n\nOi.", original=False, stale=False),
)


def test_every_file_says_one_count_and_holds_so_many_names() -> None:
    made = files.files(hard_page(texts=IN_THREE), ADDRESS)
    assert set(made) == {
        "index.html", "ar/index.html", "pt-br/index.html", "signatories.json", "signatories.csv", "feed.xml",
        "embed.html", "badge.svg",
    }  # fmt: skip
    found = pages.counts(made)
    assert set(found) == set(made)
    assert set().union(*found.values()) == {166}


def test_a_page_says_that_the_letter_was_delivered_and_answered_and_brings_no_markup_of_theirs() -> None:
    given = LetterDelivery(AT, "<b>The Minister</b>", "by hand")
    outcome = Outcome((given,), LetterAnswer(AT, "We <i>withdraw</i> it.", "https://example.org/?a=1&b=2"))
    html = files.files(replace(hard_page(), outcome=outcome), ADDRESS)["index.html"].decode()
    section = pages.one(LexborHTMLParser(html), "#outcome")
    assert "Delivered to <b>The Minister</b> on 13" in section.text()
    assert "We <i>withdraw</i> it." in section.text()
    assert [one.attributes["href"] for one in section.css("a")] == ["https://example.org/?a=1&b=2"]
    assert section.css("b, i") == []
    assert "Delivered" not in files.files(hard_page(), ADDRESS)["index.html"].decode()


def test_the_same_sheet_gives_the_same_files() -> None:
    assert files.files(hard_page(), ADDRESS) == files.files(hard_page(), ADDRESS)


def test_a_page_holds_each_name_as_it_is_and_no_element_that_a_name_brought() -> None:
    made = files.files(hard_page(), ADDRESS)
    page = LexborHTMLParser(made["index.html"].decode())
    assert {name for name, _ in HARD} <= set(pages.names(made))
    assert page.css("script, i, iframe, img, object, embed, form, input") == []
    assert {one.attributes.get("lang") for one in page.css("ol.list bdi")} == {
        None,
        "ja",
        "zh-Hant",
        "ko",
        "ar",
        "he",
    }


def test_a_title_and_an_addressee_cannot_bring_markup_into_any_file() -> None:
    evil = '"><script>alert(1)</script>{{7*7}}\x0b'
    sheet = hard_page()
    sheet = replace(sheet, listed=replace(sheet.listed, title=evil, addressee=evil))
    for path, data in files.files(sheet, ADDRESS).items():
        if path.endswith((".html", ".xml", ".svg")):
            assert b"<script" not in data, path
            assert b"{{7*7}}" in data, path
    for path in ("feed.xml", "badge.svg"):
        ElementTree.fromstring(files.files(sheet, ADDRESS)[path])  # noqa: S314


@pytest.mark.parametrize("path", ["index.html", "ar/index.html", "embed.html"])
def test_the_policy_of_a_page_lets_in_its_own_style_and_nothing_else(path: str) -> None:
    html = files.files(hard_page(texts=IN_THREE), ADDRESS)[path].decode()
    page = LexborHTMLParser(html)
    policy = pages.one(page, "meta[http-equiv]").attributes["content"] or ""
    [style] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert policy == engine.security_policy(style)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "url(" not in style
    assert "@import" not in style
    assert page.css("[style], link[rel=stylesheet], [src], [onclick]") == []


def test_a_page_links_to_its_own_files_to_the_contact_and_to_what_the_letter_links() -> None:
    made = files.files(hard_page(texts=IN_THREE), ADDRESS)
    page = LexborHTMLParser(made["ar/index.html"].decode())
    links = {one.attributes["href"] or "" for one in page.css("body a")} - {""}
    elsewhere = {one for one in links if not one.startswith(("#", "../"))}
    assert elsewhere == {"mailto:letter@example.org"}
    inside = {one.removeprefix("../") for one in links if one.startswith("../")}
    assert {one for one in inside if one and not one.endswith("/")} - set(made) == set(files.list_places(2))
    targets = {one.attributes["id"] for one in page.css("[id]")}
    assert {one[1:] for one in links if one.startswith("#")} - targets == set()


def test_no_id_stands_twice_not_even_of_footnotes() -> None:
    page = LexborHTMLParser(files.files(hard_page(), ADDRESS)["index.html"].decode())
    ids = [one.attributes["id"] for one in page.css("[id]")]
    assert len(ids) == len(set(ids))


def test_a_translation_says_so_and_names_its_language() -> None:
    html = files.files(hard_page(texts=IN_THREE), ADDRESS)["ar/index.html"].decode()
    assert '<html lang="ar" dir="rtl">' in html
    said = pages.words(html.encode())
    assert "People signed the original (English). The original has changed since it was translated." in said
    assert "português (Brasil)" in said


def test_the_languages_of_a_letter_lead_to_each_other() -> None:
    made = files.files(hard_page(texts=IN_THREE), ADDRESS)
    ways = {
        path: [
            one.attributes["href"]
            for one in LexborHTMLParser(made[path].decode()).css('nav[aria-label="Languages"] a')
        ]
        for path in ("index.html", "ar/index.html")
    }
    assert ways == {"index.html": ["ar/", "pt-br/"], "ar/index.html": ["../", "../pt-br/"]}


def test_each_language_names_its_own_address_as_the_one_to_find() -> None:
    made = files.files(hard_page(texts=IN_THREE), ADDRESS)
    found = {
        path: pages.one(LexborHTMLParser(made[path].decode()), "link[rel=canonical]").attributes["href"]
        for path in ("index.html", "ar/index.html")
    }
    assert found == {"index.html": ADDRESS, "ar/index.html": f"{ADDRESS}ar/"}


def test_a_change_in_how_a_text_becomes_markup_is_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, prose = tmp_path / "publishing" / "page", tmp_path / "prose"
    folder.mkdir(parents=True)
    prose.mkdir()
    monkeypatch.setattr(engine, "FOLDER", folder)
    before = engine.version.__wrapped__()
    (prose / "html.py").write_text("other = True")
    assert engine.version.__wrapped__() != before


def test_a_cancelled_letter_is_not_public() -> None:
    assert page(entry("One")).public
    assert not page(entry("One"), state=LetterState.CANCELLED).public


def test_a_held_back_list_is_shown_by_number_count_digest_and_correction_and_has_no_file() -> None:
    held = published(3, Counts(AT, 2), offered=False, correction="Example Trust was missing.")
    sheet = page(entry("One"), editions=(held, published(2, Counts(AT, 1))))
    made = files.files(sheet, ADDRESS)
    said = pages.words(made["index.html"])
    assert "No. 3 (correction): 2 signatories" in said
    assert (
        "Correction: Example Trust was missing. "
        "Since this list was published, some names have been taken off the letter" in said
    )
    assert held.digest in said
    assert b"list-3." not in made["index.html"]
    third, second = json.loads(made["signatories.json"])["published_lists"]
    assert (third["files"], third["sha256"]) == ([], held.digest)
    assert second["files"] == ["lists/list-2.html", "lists/list-2.json"]


def test_the_feed_has_an_entry_for_each_published_list_whose_name_stays() -> None:
    sheet = page(
        entry("One"),
        editions=(published(2, Counts(AT, 2), correction="Two & <three>."), published(1, Counts(AT, 1))),
    )
    before, after = (ElementTree.fromstring(files.files(sheet, to)["feed.xml"]) for to in ("", ADDRESS))  # noqa: S314
    entries = before.findall(f"{pages.ATOM}entry")
    assert [one.findtext(f"{pages.ATOM}title") for one in entries] == [
        "Published list no. 2 (correction): 2 signatories",
        "Published list no. 1 (opening): 1 signatory",
    ]
    assert "Correction: Two & <three>. 2 signatories" in (entries[0].findtext(f"{pages.ATOM}summary") or "")
    ids = [[one.text for one in feed.iter(f"{pages.ATOM}id")] for feed in (before, after)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 3


def test_what_other_sites_embed_is_small_and_says_count_instant_and_list() -> None:
    sheet = hard_page()
    sheet = replace(sheet, listed=replace(sheet.listed, title="Ж" * 200))
    made = files.files(sheet, ADDRESS)
    assert len(made["embed.html"]) + len(made["badge.svg"]) < 30_000
    assert "166 signatories" in pages.words(made["embed.html"])
    assert "As of 13 February 2025, 22:45 UTC · Newest published list: no. 2" in pages.words(made["embed.html"])
    assert "as of 13 Feb 2025, 22:45 UTC · list no. 2" in made["badge.svg"].decode()


def test_three_lines_are_to_be_copied() -> None:
    page = LexborHTMLParser(files.files(hard_page(), ADDRESS)["index.html"].decode())
    lines = pages.one(page, "pre code").text().splitlines()
    assert len(lines) == 3
    assert lines[0] == f'<iframe src="{ADDRESS}embed.html" title="Signatories of A joint letter"'


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "You can sign until Thursday 20 February 2025, 22:45 in Europe/London"),
        ({"paused": True}, "Nobody can sign at the moment."),
        ({"state": LetterState.CLOSED}, "This letter closed on Thursday 20 February 2025"),
        ({}, "To sign, or to remove your name, write to letter@example.org ."),
        ({"state": LetterState.CLOSED}, "To remove your name, write to letter@example.org ."),
        ({"contact": "https://forms.example/a?b=c&d"}, "To sign, or to remove your name, use this form ."),
        ({"contact": ""}, "Ask the organisation that invited you."),
    ],
)
def test_the_page_says_how_to_sign_and_how_to_remove_a_name(changes: dict[str, Any], said: str) -> None:
    assert said in pages.words(files.files(page(entry("One"), **changes), ADDRESS)["index.html"])


def test_talking_points_are_on_the_page_only_where_the_sheet_has_them() -> None:
    assert "Each door" in pages.words(files.files(page(points=POINTS))["index.html"])
    assert "What to say about this letter" not in pages.words(files.files(page())["index.html"])


def test_a_page_without_anybody_and_without_a_text_is_a_page_all_the_same() -> None:
    made = files.files(page(texts=(), editions=()), "")
    assert set().union(*pages.counts(made).values()) == {0}


def test_colours_stand_in_the_style_and_a_light_one_alone_is_made_brighter_for_the_dark() -> None:
    html = files.files(page(choices=PageChoices(kept=True, light="#7a1f1f")))["index.html"].decode()
    accents = re.findall(r"--accent: (#[0-9a-f]+)", html)
    assert accents[0] == "#7a1f1f"
    assert accents[1] not in ("#7a1f1f", "#9dbcf7")


def test_a_preview_is_one_file_that_leads_nowhere_and_says_that_it_is_none() -> None:
    html = files.preview(hard_page(published_at=None))
    page = LexborHTMLParser(html.decode())
    links = {
        one.attributes["href"]
        for one in page.css("a, link")
        if not (one.attributes["href"] or "").startswith("#")
    }
    assert links == {"https://example.org/a", "mailto:letter@example.org"}
    assert "This is a preview. It isn't on the web. Embargoed until" in pages.words(html)
    assert "Embargoed" not in pages.words(files.preview(hard_page()))


def test_any_initial_is_three_keys_away_and_each_key_leads_to_one_place() -> None:
    everybody = [*crowd(60), *crowd(40, Kind.COMPANY), *crowd(50, Kind.INDIVIDUAL)]
    html = LexborHTMLParser(files.files(page(*everybody))["index.html"].decode())
    keyed = {one.attributes["accesskey"]: one.attributes["href"] for one in html.css("a[accesskey]")}
    assert len(keyed) == len(html.css("a[accesskey]")) == 26
    reached: dict[str, int] = {}
    for start in keyed.values():
        assert start is not None
        reached[start] = 1
        [also] = [one.parent for one in html.css(start)]
        assert also is not None
        for keys, link in enumerate(also.css("a"), 2):  # Enter; Tab and Enter
            reached[link.attributes["href"] or ""] = keys
    assert set(reached) == {one.attributes["href"] for one in html.css(".letters a")}
    assert max(reached.values()) == 3


def test_few_names_stand_without_initials() -> None:
    few = files.files(page(*crowd(jumps.LEAST - 1)))["index.html"].decode()
    assert "<h4" not in few
    assert "accesskey" not in few


def test_the_guide_names_every_file_and_every_field_of_the_json() -> None:
    guide = DOCS.read_text(encoding="utf-8")
    made = files.files(page(entry("One")), ADDRESS)
    assert [
        path for path in (*made, *files.list_places(2)) if f"`{path.replace('-2.', '-N.')}`" not in guide
    ] == []
    document = json.loads(made["signatories.json"])
    assert document["version"] == files.VERSION == 1
    parts = [
        document,
        document["letter"],
        document["count"],
        document["signatories"][0],
        document["published_lists"][0],
    ]
    assert {name for part in parts for name in part if f"`{name}`" not in guide} == set()


def test_a_page_speaks_the_language_of_the_text_on_it(catalogue: Catalogues) -> None:
    catalogue(
        {"How the list grew": "Como a lista cresceu", "To: {addressee}": "Para: {addressee}"}, language="pt-BR"
    )
    made = files.files(hard_page(texts=IN_THREE), ADDRESS)
    in_english, in_portuguese = (
        LexborHTMLParser(made[one].decode()) for one in ("index.html", "pt-br/index.html")
    )
    assert pages.one(in_english, "#growth-title").text() == "How the list grew"
    assert pages.one(in_portuguese, "#growth-title").text() == "Como a lista cresceu"
    assert pages.one(in_portuguese, ".to").text() == "Para: The Home Secretary"
    assert pages.one(in_portuguese, ".to").attributes["lang"] == "pt-BR"
    assert "13 de fevereiro de 2025" in pages.one(in_portuguese, ".count").text()
    assert b"signatories" in made["feed.xml"], "the original is in English"
    assert json.loads(made["signatories.json"])["signatories"][0]["country_name"] == "Germany"


def test_a_page_in_a_language_that_we_do_not_have_speaks_the_coalitions(catalogue: Catalogues) -> None:
    catalogue({"How the list grew": "Comment la liste a grandi"}, language="fr")
    with speaking("fr"):
        made = files.files(hard_page(texts=(replace(IN_THREE[0], language="sw"),)), ADDRESS)
    page = LexborHTMLParser(made["index.html"].decode())
    assert pages.one(page, "#growth-title").text() == "Comment la liste a grandi"


def test_no_english_is_left_on_a_page_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.spoken(monkeypatch)
    sheet = hard_page(texts=(replace(IN_THREE[1], original=True),))
    entries = (entry("Стежка"), entry("Ада", kind=Kind.INDIVIDUAL, affiliation="Школа"))
    outcome = Outcome(
        (LetterDelivery(AT, "Міністр", ""), LetterDelivery(AT, "Міністр", "тут")), LetterAnswer(AT, "Так", "")
    )
    listed = replace(sheet.listed, entries=entries, title="Лист", addressee="Міністр", contact="")
    many = tuple(entry(f"{letter}{number} стежка") for letter in "АБВ" for number in range(15))
    for shown in (entries, entries + many):
        sheet = replace(sheet, listed=replace(listed, entries=shown), outcome=outcome, contact="", points=())
        made = files.files(sheet, ADDRESS)
        for path in ("index.html", "embed.html"):
            page = LexborHTMLParser(made[path].decode())
            assert (page.root or page.body).attributes.get("dir") == "rtl"  # type: ignore[union-attr]
            for one in page.css("style, code, .digest"):
                one.decompose()
            labels = [one.attributes["aria-label"] or "" for one in page.css("[aria-label]")]
            said = " ".join((page.text(separator=" "), *labels)).replace("Europe/London", "")
            said = re.sub("[0-9a-f]{64}", "", said)
            assert not re.findall("[A-Za-z]{3,}", said)


def test_a_catalogue_brings_no_markup_into_a_page(catalogue: Catalogues) -> None:
    catalogue({"How the list grew": "<script>alert(1)</script>", "This letter in:": "{nobody}"}, language="fr")
    texts = (replace(IN_THREE[0], language="fr"), IN_THREE[1])
    html = files.files(hard_page(texts=texts), ADDRESS)["index.html"].decode()
    assert "<script" not in html
    assert "This letter in:" in html
