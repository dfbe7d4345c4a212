#!/bin/sh
# Library: Babel 2.18.0 (CLDR).
# Guess: the two-letter keys of Locale.territories are the countries and territories of ISO 3166-1.
# What happens: among them are two names made to test software (XA, XB), an "Unknown Region", and others that no list of
#   signatories means as a country (EU, EZ, UN, QO); Sark and Diego Garcia stand beside Kosovo. What is offered or read
#   as a country has to be chosen, not taken.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0 pycountry==24.6.1 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import pycountry
from babel import Locale

iso = {country.alpha_2 for country in pycountry.countries}
for code, name in sorted(Locale("en").territories.items()):
    if len(code) == 2 and code not in iso:
        print(code, name)
PYTHON
cat > "$folder/expected" <<'SEEN'
AC Ascension Island
CP Clipperton Island
CQ Sark
DG Diego Garcia
EA Ceuta & Melilla
EU European Union
EZ Eurozone
IC Canary Islands
QO Outlying Oceania
TA Tristan da Cunha
UN United Nations
XA Pseudo-Accents
XB Pseudo-Bidi
XK Kosovo
ZZ Unknown Region
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
