#!/bin/sh
# Library: discord.py 2.7.1 (Discord's interface knows the locale "ar").
# Guess: `discord.Locale` has each language that an interaction can come in, and what it lacks cannot be told from text.
# What happens: Arabic becomes a value that passes `isinstance(..., Locale)` and is no member of it: looping over the
#   enumeration never meets it, so that a `Translator` is never asked for Arabic and commands cannot be localised to it,
#   and it equals no member: looking it up in a table keyed by members finds nothing. Compare values.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check discord.py==2.7.1 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import discord
from discord.enums import try_enum

came = try_enum(discord.Locale, "ar")
print("came:", came.name, "| a Locale:", isinstance(came, discord.Locale), "| value:", came.value)
print("among the members:", came.value in {one.value for one in discord.Locale})
PYTHON
cat > "$folder/expected" <<'SEEN'
came: unknown_ar | a Locale: True | value: ar
among the members: False
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
