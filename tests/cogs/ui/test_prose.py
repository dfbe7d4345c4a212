"""A text in Discord's Markdown, read as Discord reads it: all that was typed is there, and nothing else happens."""

import random
import re
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from cogs.ui import prose
from models.prose import blocks, parser
from models.prose.blocks import Code, Quote, TextList, TextTable
from models.strings import remembered
from rehearsal import drawing

drawing.as_discord_does()
from simcord.preview import _markdown as drawn  # noqa: E402

FITS = 3000
KNOWN = {"everyone": True, "users": {"1": "Ana"}, "commands": {"1": "propose"}}
PIECES = (
    "*", "**", "_", "~~", "`", "```\n", "\n", "\n\n", "> ", "- ", "  - ", "1. ", "# ", "## ", "#### ",
    "| a | b |\n|--|--|\n| c | d |\n", "[x](https://e.example)", "[y](javascript:z)", "https://a.example/c_d",
    "<@1>", "@everyone", ":smile:", "||", "a", "word ", "Sent. ", "שלום ", "(", ")", "[", "]", "\\", "<", "&amp;",
    "-# ", "[^1]", "\n\n[^1]: note\n\n", "<t:1:R>", "</propose:1>", "~", "===\n", "---\n", "    code\n", "***", "__",
    "2)", "+ ", ">>> ",
)  # fmt: skip


def pages(typed: str, fits: int = FITS) -> tuple[str, ...]:
    return prose.pages(parser.parse(typed), fits)


def seen(page: str) -> list[dict[str, Any]]:
    """As Discord draws it."""
    return drawn.markdown_tokens(page, "text_display", context=KNOWN)


def walk(tokens: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    for token in tokens:
        yield token
        yield from walk(token.get("children", ()))


def said(typed: str, fits: int = FITS) -> str:
    """The words that a reader sees, without spaces and what the renderer adds."""
    shown = "".join(str(token.get("content", "")) for page in pages(typed, fits) for token in walk(seen(page)))
    return _bare(shown.replace("(e.example)", ""))


def _bare(text: str) -> str:
    return re.sub(r"[\s\u200b\u2066-\u2069–⁎]+|1\.", "", text)


def _unmarked(text: str) -> str:
    return re.sub("[*~]", "", text)


def typed_words(text: blocks.Prose) -> str:
    found: list[str] = []

    def gather(some: Iterable[blocks.Block]) -> None:
        for block in some:
            match block:
                case TextList(points):
                    for point in points:
                        gather(point)
                case Quote(inner):
                    gather(inner)
                case Code(typed):
                    found.append(typed)
                case TextTable():
                    gather((blocks.as_lines(block),))
                case _:
                    runs = getattr(block, "runs", ())
                    found.extend(f"[{run.note}]" if run.note else run.text for run in runs)

    gather(text.blocks)
    for number, note in enumerate(text.notes, 1):
        found.append(f"[{number}]")
        gather(note)
    return _bare("".join(found))


@pytest.mark.parametrize("seed", range(120))
def test_whatever_is_typed_is_read_as_it_was_meant(seed: int) -> None:
    chance = random.Random(seed)
    typed = "".join(chance.choices(PIECES, k=chance.randint(1, 14)))
    # simcord takes some asterisks beside punctuation as typed, which Discord does not
    assert sorted(_unmarked(said(typed))) == sorted(_unmarked(typed_words(parser.parse(typed)))), typed
    kinds = {token.get("type") for page in pages(typed) for token in walk(seen(page))}
    assert not kinds & {"mention", "command", "timestamp", "emoji", "spoiler_open"}
    assert all(len(page) <= 300 for page in pages(typed * 20, 300))


def test_headings_emphasis_quotes_lists_and_code_are_drawn() -> None:
    [page] = pages("# A\n\n**b** *c* ~~d~~ `e`\n\n> f\n\n- g\n  - h\n\n1. i\n\n```\nj\n```")
    kinds = [token["type"] for token in walk(seen(page))]
    for kind in (
        "heading",
        "strong_open",
        "em_open",
        "s_open",
        "code",
        "blockquote",
        "bullet_list",
        "ordered_list",
    ):
        assert kind in kinds
    assert "code_block" in kinds
    assert kinds.count("bullet_list") == 2


def test_only_the_largest_headings_are_headings_below_the_cards_title() -> None:
    assert pages("# A\n\n## B\n\nc") == ("### A\n**B**\nc",)
    assert pages("##### A\n\nc") == ("### A\nc",)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("[our report](https://e.example/r)", "[our report](<https://e.example/r>) (e.example)"),
        ("https://e.example/r", "<https://e.example/r>"),
        ("[https://good.example](https://evil.example)", r"https\://good.example (<https://evil.example>)"),
        ("[write](mailto:a@e.example)", r"write (a\@e.example)"),
        ("[x](javascript:alert)", r"x \(link left out\: it isn't a web or e-mail address\)"),
        ("[x](https://u:p@e.example)", r"x \(link left out\: it has a user name or password in it\)"),
        (
            "<https://u:p@e.example/a>",
            r"https\://e.example/a \(link left out\: it has a user name or password in it\)",
        ),
    ],
)
def test_a_link_shows_where_it_leads(typed: str, shown: str) -> None:
    assert pages(typed) == (shown,)


def test_a_table_is_lines_that_a_phone_can_read() -> None:
    [page] = pages("| Year | Amount | Note |\n|---|--:|---|\n| 2020 | 5 | |\n| 2021 | **6** | last |")
    assert page.replace("\\", "") == (
        "- **Year:** 2020\n  - **Amount:** 5\n- **Year:** 2021\n  - **Amount:** **6**\n  - **Note:** last"
    )


def test_footnotes_stand_small_under_the_text() -> None:
    assert (
        pages("One.[^n]\n\n[^n]: *Source* of it.")[0].replace("\\", "") == "One.[1]\n\n-# [1] *Source* of it."
    )


def test_what_runs_from_the_right_is_isolated_with_its_full_stop() -> None:
    assert pages("שלום **עולם**.") == ("\u2067שלום **עולם**.\u2069",)
    assert pages("- مرحبا.\n- Hello.") == ("- \u2067مرحبا.\u2069\n- Hello.",)


def test_pages_break_between_paragraphs_and_keep_a_heading_with_its_text() -> None:
    long = "Some words of a paragraph. " * 8
    found = pages(f"{long}\n\n## Heading\n\n{long}\n\n{long}", 300)
    assert [page.split()[0] for page in found] == ["Some", "###", "Some"]
    assert all(page.endswith("paragraph.") for page in found)


def test_a_paragraph_longer_than_a_page_breaks_between_sentences() -> None:
    sentence = "This is **one** sentence, which goes on for a while and ends. "
    found = pages(sentence * 100, FITS)
    assert len(found) > 1
    assert all(page.endswith("ends.") and page.startswith("This") for page in found)
    assert all(len(page) > FITS // 2 for page in found[:-1])


@pytest.mark.parametrize("typed", ["#" * 40_000, "word " * 8000, "x" * 40_000, "a\n" * 20_000, "**b** " * 5000])
def test_a_page_loses_no_character(typed: str) -> None:
    found = pages(typed)
    assert all(len(page) <= FITS for page in found)
    assert said(typed) == _bare(typed.replace("**", "") if "b" in typed else typed)


def test_a_long_list_or_code_goes_on_on_the_next_page() -> None:
    found = pages("\n".join(f"{number}. Point" for number in range(1, 60)), 300)
    assert all(re.match(r"\d+\. Point", page) for page in found)
    found = pages("```\n" + "line of code\n" * 60 + "```", 300)
    assert all(page.startswith("```\n") and page.endswith("\n```") for page in found)
    assert "".join(found).count("line of code") == 60


@pytest.mark.parametrize(
    ("sent", "never"),
    [
        ("| a | b |\n|---|---|\n| c | d |", "table"),
        ("#### small", "heading"),
        ("text\n===", "heading"),
        ("a\n\n---\n\nb", "hr"),
        ("    indented", "code_block"),
        (r"\-# typed", "subtext"),
    ],
)
def test_the_rehearsal_draws_nothing_that_discord_does_not(sent: str, never: str) -> None:
    assert never not in {token["type"] for token in walk(seen(sent))}


def test_in_the_rehearsal_a_quotation_ends_with_its_line_as_in_discord() -> None:
    quoted, after = seen("> said\nafter")
    assert quoted["type"] == "blockquote"
    assert "after" in str(after)


def test_what_was_drawn_is_erased_with_the_words_of_the_person_who_was_erased() -> None:
    text = parser.parse("Signed by Ana Hollow.")
    drawn = prose.pages(text, 3000)
    assert prose.pages(text, 3000) is drawn
    remembered.forget()
    assert prose.pages(text, 3000) is not drawn
