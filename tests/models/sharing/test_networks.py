"""How each network counts a post; examples from the pages that the table names."""

import pytest

from models.sharing import networks
from models.sharing.networks import NETWORKS

FAMILY, FLAG, THUMB, HEART = "👨‍👩‍👧‍👦", "🇫🇷", "👍🏽", "❤️"
LONG_LINK = "https://example.org/" + "a" * 200
BY_NAME = {one.name: one for one in NETWORKS}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("a" * 280, 280),
        ("日本", 4),
        (FAMILY, 2),
        (THUMB, 2),
        (FLAG, 2),
        (HEART, 2),
        (LONG_LINK, 23),
        (f"Sign {LONG_LINK} now", 32),
        ("cafe\u0301", 4),
        ("“quoted” – dashed…", 19),
    ],
)
def test_x_weighs_latin_once_emoji_and_other_scripts_twice_and_links_as_23(text: str, counted: int) -> None:
    assert networks.weighted(text) == counted


def test_bluesky_counts_what_people_see_and_links_in_full() -> None:
    assert BY_NAME["Bluesky"].count(f"{FAMILY}{FLAG}e\u0301") == 3
    assert BY_NAME["Bluesky"].count(LONG_LINK) == len(LONG_LINK)


def test_mastodon_counts_what_people_see_and_links_as_23() -> None:
    assert BY_NAME["Mastodon"].count(f"{FAMILY} {LONG_LINK}") == 25


def test_threads_counts_the_bytes_of_an_emoji() -> None:
    assert BY_NAME["Threads"].count("é日👍") == 1 + 1 + 4


def test_linkedin_counts_utf_16() -> None:
    assert BY_NAME["LinkedIn"].count("a👍") == 3


def test_every_limit_names_its_source_and_the_day_it_was_read() -> None:
    assert [(one.name, one.limit) for one in NETWORKS] == [
        ("X", 280), ("Bluesky", 300), ("Mastodon", 500), ("Threads", 500), ("LinkedIn", 3000), ("Facebook", 5000)
    ]  # fmt: skip
    assert all(one.source.startswith("https://") and one.read_on.startswith("2026-") for one in NETWORKS)
