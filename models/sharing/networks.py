"""Networks: how long a post may be, as each network counts it, with where that is written and when it was read."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from msgspec import Struct

_LINK = re.compile(r"https?://\S+")
LINK = 23
"""Characters that X and Mastodon count for any link."""
_LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Code points that X counts once; others, and emoji as a whole, count twice (twitter-text, config v3)."""


class Network(Struct, frozen=True):
    """One network's limit and how it counts."""

    name: str
    limit: int
    count: Callable[[str], int]
    source: str
    read_on: str
    """Day on which the source was read, as YYYY-MM-DD."""

    def fits(self, text: str) -> bool:
        """Whether this post is inside the limit."""
        return self.count(text) <= self.limit


def weighted(text: str) -> int:
    """As X counts: NFC, links as 23, Latin and punctuation once, everything else and each emoji twice."""
    text, links = _LINK.subn("", unicodedata.normalize("NFC", text))
    return links * LINK + sum(_weight(one) for one in _graphemes(text))


def graphemes(text: str) -> int:
    """Characters as people see them; links in full, as Bluesky counts."""
    return sum(1 for _ in _graphemes(text))


def graphemes_and_links(text: str) -> int:
    """Characters as people see them, links as 23, as Mastodon counts."""
    rest, links = _LINK.subn("", text)
    return links * LINK + graphemes(rest)


def utf16(text: str) -> int:
    """UTF-16 code units, as LinkedIn and Facebook count."""
    return len(text.encode("utf-16-le")) // 2


def emoji_as_bytes(text: str) -> int:
    """Characters, but of an emoji each byte of its UTF-8, as Threads counts."""
    return sum(len(one.encode()) if _is_emoji(one) else len(one) for one in _graphemes(text))


def _graphemes(text: str) -> Iterator[str]:
    from wcwidth import iter_graphemes  # 1 MB of tables, which load with the first post

    return iter_graphemes(text)


def _weight(grapheme: str) -> int:
    if _is_emoji(grapheme):
        return 2
    return sum(1 if any(low <= ord(c) <= high for low, high in _LIGHT) else 2 for c in grapheme)


def _is_emoji(grapheme: str) -> bool:
    """One that is drawn as a picture: by its own code point, or because the next asks for it."""
    return "\ufe0f" in grapheme or any(0x1F000 <= ord(c) <= 0x1FAFF for c in grapheme)


NETWORKS = (
    Network("X", 280, weighted, "https://docs.x.com/fundamentals/counting-characters", "2026-11-29"),
    Network(
        "Bluesky",
        300,
        graphemes,
        "https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json",
        "2026-11-29",
    ),
    Network("Mastodon", 500, graphemes_and_links, "https://docs.joinmastodon.org/user/posting/", "2026-11-29"),
    Network(
        "Threads",
        500,
        emoji_as_bytes,
        "https://developers.facebook.com/documentation/threads/posts",
        "2026-11-29",
    ),
    Network("LinkedIn", 3_000, utf16, "https://developers.buffer.com/guides/character-limits", "2026-11-29"),
    Network("Facebook", 5_000, utf16, "https://developers.buffer.com/guides/character-limits", "2026-11-29"),
)
"""The shortest first. Mastodon's is the default; a server may allow more. For LinkedIn and Facebook the networks name
no way of counting: these are the limits at which a publisher that posts there stops."""
