#!/bin/sh
# Library: Babel 2.18.0 (`pybabel compile`), beside the standard library's gettext.
# Guess: a message without a translation is left out of the compiled catalogue, whether it has plural forms or not, so
#   that gettext asks the fallback and at last chooses the English form by the English rule.
# What happens: that holds for plain messages alone. A plural without any translation is compiled with the English texts
#   as its forms, in their order: Japanese, which has one form, says "5 name", French "0 name", and Brazil's catalogue
#   never asks Portugal's, which has the sentence.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.18.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import gettext
import io

from babel.messages import Catalog
from babel.messages.mofile import write_mo

NAMES = ("{count} name", "{count} names")


def catalogue(locale, plain="", plural=()):
    found, file = Catalog(locale=locale), io.BytesIO()
    found.add("Sign", plain)
    found.add(NAMES, plural or ("",) * found.num_plurals)
    write_mo(file, found)
    file.seek(0)
    return gettext.GNUTranslations(file)


for locale, counts in (("ja", (1, 5)), ("fr", (0, 1, 5))):
    there = catalogue(locale)
    said = (there.ngettext(*NAMES, count).format(count=count) for count in counts)
    print(f"{locale}: {' | '.join((there.gettext('Sign'), *said))}")
brazil = catalogue("pt_BR")
brazil.add_fallback(catalogue("pt_PT", "Assinar", ("{count} nome", "{count} nomes")))
print(f"pt_BR, then pt_PT: {brazil.gettext('Sign')} | {brazil.ngettext(*NAMES, 5).format(count=5)}")
PYTHON
cat > "$folder/expected" <<'SEEN'
ja: Sign | 1 name | 5 name
fr: Sign | 0 name | 1 name | 5 names
pt_BR, then pt_PT: Assinar | 5 names
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
