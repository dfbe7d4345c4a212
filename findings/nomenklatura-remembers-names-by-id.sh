#!/bin/sh
# nomenklatura, logic-v2: two other names under ids that were compared before get the score of the earlier names.
#
# A good guess: compare(query, result, config) reads the two entities that it is given, so that a score depends on
#   their properties alone.
# What happens: the names that were read of an entity are kept by its id. Anyone who compares many pairs and calls the two
#   sides "query" and "result" each time gets the score of the first pair for all of them: equal names score 0, and
#   names that have nothing in common score 1 if the first pair was equal. Ids that never come twice help.
# Seen with nomenklatura 4.17.4, followthemoney 4.11.2, rigour 2.6.1 on Python 3.11, 29 November 2026.
# pyicu, which it needs, has no wheels: a compiler and ICU's headers (libicu-dev, pkg-config) must be there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
  nomenklatura==4.17.4 followthemoney==4.11.2 rigour==2.6.1 >"$folder/pip.log" 2>&1 || { cat "$folder/pip.log"; exit 2; }
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/seen"
from followthemoney import model
from nomenklatura.matching import get_algorithm

algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()

def body(id, name):
    made = model.make_entity("Organization")
    made.id = id
    made.add("name", name)
    return made

def score(one, other, ids):
    return algorithm.compare(body(ids[0], one), body(ids[1], other), config).score

print("equal names, ids never seen:", score("Lake Trust", "Lake Trust", ("a", "b")))
print("other names, the same ids:  ", score("Mountain Fund", "River Union", ("a", "b")))
print("other names, new ids:       ", score("Mountain Fund", "River Union", ("c", "d")))
print("equal names, those ids:     ", score("Lake Trust", "Lake Trust", ("c", "d")))
PYTHON
cat >"$folder/expected" <<'SEEN'
equal names, ids never seen: 1.0
other names, the same ids:   1.0
other names, new ids:        0.0
equal names, those ids:      0.0
SEEN
diff "$folder/expected" "$folder/seen" && echo "as seen on 29 November 2026"
