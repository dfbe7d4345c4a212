"""Text that a spreadsheet would run as a formula."""

import re

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula (OWASP, *CSV injection*), full-width forms included."""


def inert(value: object) -> object:
    """A value that no spreadsheet runs: a text that begins like a formula gets an apostrophe, which spreadsheets hide
    or show and never run, and which our import takes away again ("+972 Magazine" is a name)."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
