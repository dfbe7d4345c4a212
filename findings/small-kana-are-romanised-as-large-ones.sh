#!/bin/sh
# anyascii and disarm: small kana come out as large ones, so that "シャープ" and "Sharp" share no syllable.
#
# A good guess: a romanisation of Japanese writes "シャ" as sha and "きょ" as kyo, as every system does (Hepburn,
#   Kunrei, ISO 3602), and the small "ッ" as the next consonant doubled; a voiced kana is the same letter whether it
#   is one code point or two (NFC and NFD).
# What happens: both write shiya and kiyo. anyascii doubles the consonant after "ッ", disarm says tsu, with lang="ja" too.
#   disarm reads both forms of "が"; anyascii writes the decomposed one as ka and an apostrophe, at which words are split.
# Seen with anyascii 0.3.3 and disarm 0.17.2 on Python 3.11, 29 November 2026.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check anyascii==0.3.3 disarm==0.17.2 >"$folder/pip.log" 2>&1 || { cat "$folder/pip.log"; exit 2; }
PYTHONIOENCODING=utf-8 "$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/seen"
import unicodedata
import disarm
from anyascii import anyascii

for text in ("シャープ", "きょうと", "ネット", "が", unicodedata.normalize("NFD", "が")):
    print(ascii(text), anyascii(text), disarm.transliterate(text, lang="ja"))
PYTHON
cat >"$folder/expected" <<'SEEN'
'\u30b7\u30e3\u30fc\u30d7' shiyapu shiyapu
'\u304d\u3087\u3046\u3068' kiyouto kiyouto
'\u30cd\u30c3\u30c8' netto netsuto
'\u304c' ga ga
'\u304b\u3099' ka' ga
SEEN
diff "$folder/expected" "$folder/seen" && echo "as seen on 29 November 2026"
