#!/bin/sh
# Libraries: rapidfuzz 3.14.6 (utils.default_process), mdit-py-plugins 0.7.0 (anchors) on markdown-it-py 4.3.0.
# Guess: to take out "all non alphanumeric characters" for comparing, or to make anchors as GitHub does (whose pattern,
#   Ruby's \p{Word}, keeps marks), leaves what names are written with in any script.
# What happens: to Python's \w and isalnum() most vowel signs and tones of Hindi, Thai and others are no letters, and both
#   libraries take them out. Two names that differ in nothing else score 100, words fall apart into consonants, and two
#   headings have one anchor, which is then numbered. In Latin letters the same names stay apart.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  rapidfuzz==3.14.6 markdown-it-py==4.3.0 mdit-py-plugins==0.7.0 2>/dev/null
PYTHONIOENCODING=utf-8 "$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import re

from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

reads = MarkdownIt().use(anchors_plugin)
for one, other in (("Kamal", "Kamali"), ("कमल", "कमली"), ("Sheel", "Shail"), ("शील", "शैल"), ("ป่า", "ป้า")):
    score = fuzz.WRatio(one, other, processor=default_process)
    ids = re.findall('id="(.*?)"', reads.render(f"# {one}\n\n# {other}\n"))
    print(f"{one}, {other}: {score:.0f} {default_process(one)!r} {default_process(other)!r} {ids}")
PYTHON
cat > "$folder/expected" <<'SEEN'
Kamal, Kamali: 91 'kamal' 'kamali' ['kamal', 'kamali']
कमल, कमली: 100 'कमल' 'कमल' ['कमल', 'कमल-1']
Sheel, Shail: 60 'sheel' 'shail' ['sheel', 'shail']
शील, शैल: 100 'श ल' 'श ल' ['शल', 'शल-1']
ป่า, ป้า: 100 'ป า' 'ป า' ['ปา', 'ปา-1']
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
