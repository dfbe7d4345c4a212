"""The one parse of a text: nothing typed is lost, and nothing that was typed runs or leads astray."""

import time

import pytest

from models.prose import blocks as prose
from models.prose.blocks import Code, Quote, Run, TextHeading, TextList, TextParagraph, TextTable
from models.prose.parser import DEEPEST, is_followed, parse


def test_headings_emphasis_lists_quotes_links_and_code_are_told_apart() -> None:
    text = parse("## Two\n\n**a** *b* ~~c~~ `d` [e](https://e.org)\n\n1. f\n   - g\n\n> h\n\n```\ni\n```")
    heading, paragraph, points, quote, code = text.blocks
    assert heading == TextHeading((Run("Two"),), 2)
    assert isinstance(paragraph, TextParagraph)
    assert [run for run in paragraph.runs if run.text.strip()] == [
        Run("a", bold=True),
        Run("b", italic=True),
        Run("c", struck=True),
        Run("d", code=True),
        Run("e", link="https://e.org"),
    ]
    assert points == TextList(((TextParagraph((Run("f"),)), TextList(((TextParagraph((Run("g"),)),),))),), 1)
    assert quote == Quote((TextParagraph((Run("h"),)),))
    assert code == Code("i")


def test_a_table_keeps_its_headings_and_which_columns_hold_figures() -> None:
    [table] = parse("| Year | Amount |\n|---|--:|\n| 2020 | **5** |").blocks
    assert isinstance(table, TextTable)
    assert [prose.words(cell) for cell in table.head] == ["Year", "Amount"]
    assert table.right == {1}
    assert table.rows[0][1] == (Run("5", bold=True),)


def test_a_footnote_is_numbered_where_it_is_referred_to() -> None:
    text = parse("One.[^b] Two.[^a]\n\n[^a]: About two\n[^b]: About one")
    assert [prose.text(note) for note in text.notes] == ["About one", "About two"]
    [paragraph] = text.blocks
    assert isinstance(paragraph, TextParagraph)
    assert [run.note for run in paragraph.runs if run.note] == [1, 2]


@pytest.mark.parametrize(
    "typed",
    [
        "[^x]: A footnote nobody refers to",
        "[1]: https://source.example 'The source'",
        ">" * 200 + "deep",
        "- " * 99 + "x",
    ],
)
def test_what_a_parser_of_markdown_drops_is_kept(typed: str) -> None:
    said = prose.text(parse(f"Text.\n\n{typed}").blocks)
    for word in ("nobody refers to", "The source", "https://source.example", "deep", "x"):
        assert word not in typed or word in said


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:x", "data:text/html,x", "vbscript:x", "file:///etc",
        "https://user:pass@e.example", "https://user@e.example/", "https://e.example%40evil.example@x.example",
        "//e.example", "/here", "#there", "ftp://e.example", "https://", "mailto:",
    ],
)  # fmt: skip
def test_only_web_and_mail_addresses_without_credentials_are_links(address: str) -> None:
    assert not is_followed(address)
    [paragraph] = parse(f"[here]({address}) and <{address}> and ![p]({address})").blocks[:1]
    assert isinstance(paragraph, TextParagraph)
    assert not any(run.link for run in paragraph.runs)


def test_a_web_address_in_the_text_is_a_link_and_a_file_name_is_not() -> None:
    [paragraph] = parse("See https://e.example/a_b. And bot.py, and example.org").blocks
    assert isinstance(paragraph, TextParagraph)
    assert [run.text for run in paragraph.runs if run.link] == ["https://e.example/a_b"]


@pytest.mark.parametrize(
    "typed",
    [
        "„{}“ gelesen", "“{}”", "«{}»", "»{}«", "‘{}’", "({})", "「{}」を", "（{}）", "{}。次", "{}、次",
        "اقرأ {}؟", "{}، ثم", "{}…", "{}.", "**„{}“**", "_„{}“_",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "address", ["https://e.example/a", "http://e.example", "https://e.example/L’Aquila_(b)?c=1"]
)
def test_a_web_address_ends_before_the_punctuation_around_it(address: str, typed: str) -> None:
    [paragraph] = parse(typed.format(address)).blocks
    assert isinstance(paragraph, TextParagraph)
    assert [run.text for run in paragraph.runs if run.link] == [address]
    assert prose.words(paragraph.runs) == typed.format(address).strip("*_")


def test_html_is_text_and_a_picture_is_its_words() -> None:
    text = parse("<script>x</script>\n\n![A chart](https://e.example/c.png) ![](data:image/png;base64,AAAA)")
    assert prose.text(text.blocks) == "<script>x</script> A chart picture"
    assert text.images == 2


def test_nothing_invisible_turns_the_order_of_the_words() -> None:
    assert prose.text(parse("a\u202eb\u2066c").blocks) == "abc"


@pytest.mark.parametrize("piece", ["[", "![", "[a](", "`a", "*a_ ", "[^a]", "~~a", "|a", "- ", ">", "<a "])
def test_no_text_holds_the_parser_up(piece: str) -> None:
    begun = time.process_time()
    parse(piece * (40_000 // len(piece)))
    assert time.process_time() - begun < 10


def test_deep_lists_stay_lists_up_to_a_depth_that_nobody_types() -> None:
    depth = DEEPEST // 2 - 2
    assert isinstance(parse("- " * depth + "x").blocks[0], TextList)
