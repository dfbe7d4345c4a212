#!/bin/sh
# Library: Babel 2.18.0.
# Guess: negotiate_locale(preferred, available) answers with one of the available identifiers, which then names the
#   catalogue's folder.
# What happens: letters are compared without regard to case, and the answer is the preferred one, as it was asked for:
#   "pt-br" where "pt-BR" is available. On a file system that tells capitals apart its folder isn't found. Shortened to
#   a language ("fr" for "fr-CA") the answer is that language.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.18.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from babel import negotiate_locale

for asked in ("pt-br", "PT-BR", "fr-CA"):
    print(f"{asked}: {negotiate_locale([asked], ['pt-BR', 'fr'], sep='-')}")
PYTHON
cat > "$folder/expected" <<'SEEN'
pt-br: pt-br
PT-BR: PT-BR
fr-CA: fr
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
