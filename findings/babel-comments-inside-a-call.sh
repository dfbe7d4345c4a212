#!/bin/sh
# Library: Babel 2.18.0.
# Guess: a "Translators:" comment reaches the catalogue where it stands right above the sentence, so also inside the
#   parentheses of a call that a formatter broke into several lines.
# What happens: only a comment above the call is kept. One between the parenthesis and the sentence, or behind the
#   parenthesis, is dropped without a word, and the translator never reads that 45 characters are the limit.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.18.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import io

from babel.messages.extract import extract

SOURCE = b"""
# Translators: at most 45 characters.
_("above the call")
_(
    # Translators: at most 45 characters.
    "inside the call"
)
_(  # Translators: at most 45 characters.
    "behind the parenthesis"
)
"""
for _line, message, comments, _context in extract("python", io.BytesIO(SOURCE), comment_tags=("Translators:",)):
    print(f"{message}: {comments}")
PYTHON
cat > "$folder/expected" <<'SEEN'
above the call: ['Translators: at most 45 characters.']
inside the call: []
behind the parenthesis: []
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
