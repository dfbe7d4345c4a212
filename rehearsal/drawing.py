"""How the room draws Discord's Markdown: simcord reads CommonMark, of which Discord knows a part.

Discord has three sizes of headings, and no tables, rules, underlined headings, code by indentation, named addresses or
character entities: they stand as they were sent. A quotation ends with its line. Like ``inside``, this touches what
simcord's makers did not promise, for the version that ``inside`` names.
"""

import re
from collections.abc import Callable
from typing import Any

import simcord.preview._markdown as drawn
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.heading import heading

UNKNOWN = {"table", "hr", "lheading", "code", "reference", "html_block", "entity", "text_join"}
_parser_of: Callable[..., Any] = drawn._markdown_parser
_quotes_of: Callable[[str], str] = drawn._discord_multiline_quotes
_AFTER_QUOTE = re.compile(r"^(> ?.*)\n(?!>|\n|\Z)", re.MULTILINE)


def _parser(*about: Any) -> Any:
    parser = _parser_of(*about)
    known = {rule for chain in parser.get_all_rules().values() for rule in chain}
    parser.disable(sorted(UNKNOWN & known))
    parser.block.ruler.at("heading", _heading, {"alt": ["paragraph", "blockquote"]})
    return parser


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """One to three signs make a heading, more are shown."""
    if state.src.startswith("####", state.bMarks[start] + state.tShift[start]):
        return False
    return heading(state, start, end, silent)


def _quotes(text: str) -> str:
    return _AFTER_QUOTE.sub(r"\1\n\n", _quotes_of(text))


def as_discord_does() -> None:
    """From now on simcord's pages draw text as Discord does."""
    vars(drawn)["_markdown_parser"] = _parser
    vars(drawn)["_discord_multiline_quotes"] = _quotes
