#!/bin/sh
# cleanco: the Czech form "veř. obch. spol." is in its table in wrongly decoded letters, so that it is never taken off.
#
# A good guess: basename() takes off each form that the table lists for the Czech Republic; "ř" needs nothing special,
#   since "s r.o." and "kom. spol." beside it work and Cyrillic forms of Russia do.
# What happens: the table holds the UTF-8 bytes of "ř" read as Latin-1 ("veÅ\x99. obch. spol."). A name in right letters
#   keeps its form, and only one that was garbled in the same way loses it. No error, no warning.
# Seen with cleanco 2.3 on Python 3.11, 29 November 2026.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check cleanco==2.3 >"$folder/pip.log" 2>&1 || { cat "$folder/pip.log"; exit 2; }
PYTHONIOENCODING=utf-8 "$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/seen"
from cleanco import basename
from cleanco.termdata import terms_by_country

print([ascii(term) for term in terms_by_country["Czech Republic"] if not term.isascii()])
for name in ("Novák kom. spol.", "Novák veř. obch. spol.", "Novák veř. obch. spol.".replace("ř", "\xc5\x99")):
    print(ascii(name), "->", ascii(basename(name)))
PYTHON
cat >"$folder/expected" <<'SEEN'
["'ve\\xc5\\x99. obch. spol.'"]
'Nov\xe1k kom. spol.' -> 'Nov\xe1k'
'Nov\xe1k ve\u0159. obch. spol.' -> 'Nov\xe1k ve\u0159. obch. spol.'
'Nov\xe1k ve\xc5\x99. obch. spol.' -> 'Nov\xe1k'
SEEN
diff "$folder/expected" "$folder/seen" && echo "as seen on 29 November 2026"
