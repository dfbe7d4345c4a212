#!/bin/sh
# Libraries: markdown-it-py 4.3.0, mdit-py-plugins 0.7.0 (GFM 0.29, section 4.10; footnotes as Pandoc writes them).
# Guess: Markdown has no errors: what is not understood comes out as the text that was typed.
# What happens: three things leave the letter without a trace. The text of a footnote that no sentence refers to, a cell
#   beyond those of the table's heading, and a year that opens a paragraph after a numbered list ("2025. Parliament
#   votes." becomes the list's next item).
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  markdown-it-py==4.3.0 mdit-py-plugins==0.7.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import re

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

reads = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
for typed in (
    "We ask for three things.\n\n[^1]: Annex A.",
    "| country | since |\n|---|---|\n| Kenya | 2019 | as a group |",
    "1. One\n2. Two\n\n2025. Parliament votes.",
):
    print(repr(typed), "->", re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", reads.render(typed))).strip())
PYTHON
cat > "$folder/expected" <<'SEEN'
'We ask for three things.\n\n[^1]: Annex A.' -> We ask for three things.
'| country | since |\n|---|---|\n| Kenya | 2019 | as a group |' -> country since Kenya 2019
'1. One\n2. Two\n\n2025. Parliament votes.' -> One Two Parliament votes.
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
