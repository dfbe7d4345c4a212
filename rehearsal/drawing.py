"""How the room draws Discord's Markdown: simcord reads CommonMark, of which Discord knows a part.

Discord has three sizes of headings, and no tables, rules, underlined headings, code by indentation, named addresses or
character entities: they stand as they were sent. A quotation ends with its line. Like ``inside``, this touches what
simcord's makers did not promise, for the version that ``inside`` names.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import simcord.preview._markdown as drawn
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.heading import heading

UNKNOWN = {"table", "hr", "lheading", "code", "reference", "html_block", "entity", "text_join"}
_parser_of: Callable[..., Any] = drawn._markdown_parser
_quotes_of: Callable[[str], str] = drawn._discord_multiline_quotes
_AFTER_QUOTE = re.compile(r"^(> ?.*)\n(?!>|\n|\Z)", re.MULTILINE)


_made: dict[int, tuple[Any, dict[str, Any]]] = {}
"""By what is known in a kind of text: what reads it, and the names that it knows."""


def _parser(policy: Mapping[str, Any], context: Mapping[str, Any]) -> Any:
    """What reads a text, at once after this. simcord makes one for each text, which takes longer than to read it."""
    if id(policy) not in _made:
        names: dict[str, Any] = {}
        parser = _parser_of(policy, names)
        known = {rule for chain in parser.get_all_rules().values() for rule in chain}
        parser.disable(sorted(UNKNOWN & known))
        parser.block.ruler.at("heading", _heading, {"alt": ["paragraph", "blockquote"]})
        _made[id(policy)] = parser, names
    parser, names = _made[id(policy)]
    names.clear()
    names.update(context)
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
