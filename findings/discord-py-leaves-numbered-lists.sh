#!/bin/sh
# Library: discord.py 2.7.1.
# Guess: what went through `escape_markdown` is shown by Discord as it was typed.
# What happens: bullets, headings, quotes and small print at the start of a line are escaped, numbered lists are not:
#   "1. FC ..." opens a list, is indented and renumbered. Organisations are called so, and pasted lists are numbered.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check discord.py==2.7.1 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import discord

for typed in ("- Lakeshore", "# Lakeshore", "-# Lakeshore", "1. FC Lakeshore", "2. Lakeshore Circle"):
    print(f"{typed!r} becomes {discord.utils.escape_markdown(typed)!r}")
PYTHON
cat > "$folder/expected" <<'SEEN'
'- Lakeshore' becomes '\\- Lakeshore'
'# Lakeshore' becomes '\\# Lakeshore'
'-# Lakeshore' becomes '\\-# Lakeshore'
'1. FC Lakeshore' becomes '1. FC Lakeshore'
'2. Lakeshore Circle' becomes '2. Lakeshore Circle'
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
