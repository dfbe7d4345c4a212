"""The text as HTML and as plain text, and what it says itself of title and addressee."""

from html.parser import HTMLParser

import pytest

from models.prose import html as page, opening, parser, plain

WHOLE = (
    "# Title\n\n**Bold** and [a link](https://e.example/a?b=1&c=2).[^1]\n\n- one\n  - two\n\n3. three\n\n> said\n\n"
    "| Year | Amount |\n|---|--:|\n| 2020 | 5 |\n\n[^1]: A note."
)


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_draws_headings_below_the_title_lists_tables_and_notes() -> None:
    said = page.html(parser.parse(WHOLE))
    assert _Tags(said).seen >= {
        "h2",
        "strong",
        "a",
        "ul",
        "ol",
        "blockquote",
        "table",
        "thead",
        "th",
        "td",
        "sup",
    }
    assert '<a href="https://e.example/a?b=1&amp;c=2" rel="nofollow noopener">a link</a>' in said
    assert '<td class="figure">5</td>' in said
    assert '<ol start="3">' in said
    assert '<a href="#note-1" role="doc-noteref">1</a>' in said
    assert '<li id="note-1">A note.' in said


def test_html_says_which_block_runs_the_other_way() -> None:
    text = parser.parse("English first.\n\nשלום עולם.\n\n- مرحبا")
    assert page.direction(text) == "ltr"
    assert '<p dir="rtl" lang="he">שלום עולם.</p>' in page.html(text, "en")
    assert '<ul dir="rtl" lang="ar">' in page.html(text, "en")
    text = parser.parse("שלום עולם.\n\nEnglish.")
    assert page.direction(text) == "rtl"
    assert '<p dir="ltr">English.</p>' in page.html(text, "he")
    assert "<p>שלום עולם.</p>" in page.html(text, "he")
    assert '<p lang="ja">ひらがな</p>' in page.html(parser.parse("ひらがな"), "en")


def test_html_turns_each_point_and_cell_that_runs_the_other_way_than_its_list_or_table() -> None:
    body = "English.\n\n- שלום.\n- Hello.\n\n> שלום.\n>\n> Hello.\n\n| שנה | Year |\n|---|---|\n| א | b |"
    said = page.html(parser.parse(body), "en")
    assert '<ul dir="rtl" lang="he">\n<li>שלום.</li>\n<li dir="ltr">Hello.</li>' in said
    assert '<blockquote dir="rtl" lang="he">\n<p>שלום.</p><p dir="ltr">Hello.</p>' in said
    assert '<td>א</td><td dir="ltr">b</td>' in said


def test_html_runs_nothing_that_was_typed() -> None:
    said = page.html(parser.parse("<img src=x onerror=alert(1)> [x](javascript:alert(1)) `<b>` **<i>**"))
    assert _Tags(said).seen == {"p", "code", "strong"}


def test_plain_text_has_no_signs_but_a_typewriters() -> None:
    assert plain.plain(parser.parse(WHOLE)) == (
        "Title\n\nBold and a link (https://e.example/a?b=1&c=2).[1]\n\n- one\n  - two\n\n3. three\n\n> said\n\n"
        "- Year: 2020\n  - Amount: 5\n\n[1] A note."
    )


@pytest.mark.parametrize(
    ("body", "left", "titled", "addressed"),
    [
        ("# An open letter\n\nTo the Minister\n\nWe ask.", "To the Minister\n\nWe ask.", True, True),
        ("An Open Letter!\n\nWe ask.", "We ask.", True, False),
        ("To the Minister, 1 High Street\n\nWe ask.", "To the Minister, 1 High Street\n\nWe ask.", False, True),
        ("To the Ministers of all\n\nWe ask.", "To the Ministers of all\n\nWe ask.", False, False),
        ("The Minister said so.\n\nWe ask.", "The Minister said so.\n\nWe ask.", False, False),
        ("We ask.", "We ask.", False, False),
    ],
)
def test_a_title_and_an_addressee_at_the_top_are_found(
    body: str, left: str, titled: bool, addressed: bool
) -> None:
    found = opening.under(parser.parse(body), "An open letter", "The Minister")
    assert plain.plain(found.prose) == left
    assert (found.titled, found.addressed) == (titled, addressed)
