#!/bin/sh
# Library: pyuca 1.2 (Unicode Collation Algorithm, UTS #10).
# Guess: capitals stand beside their small letters in every script that has both, as the algorithm has it, and Python
#   and the collator know the same characters.
# What happens: Collator() takes the table of Unicode 9 (2016), though that of 10 lies beside it. Georgian has capitals
#   since Unicode 11, and str.upper() makes them: a name in capitals counts as unassigned and comes behind all other
#   scripts, Chinese included. So does the sign of the era Reiwa (12.1), where that of Heisei stands at its characters.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyuca==1.2 2>/dev/null
PYTHONIOENCODING=utf-8 "$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import pyuca

collator = pyuca.Collator()
print(type(collator).__name__, "| there is", *sorted(name for name in vars(pyuca.collator) if name.startswith("Collator_1")))
for names in (["Zagreb", "Ζάκυνθος", "ЗАГРЕБ", "загреб", "თბილისი", "თბილისი".upper(), "東京"], ["㍻", "平成", "㋿", "令和", "飯田"]):
    print(" < ".join(sorted(names, key=collator.sort_key)))
PYTHON
cat > "$folder/expected" <<'SEEN'
Collator_9_0_0 | there is Collator_10_0_0
Zagreb < Ζάκυνθος < загреб < ЗАГРЕБ < თბილისი < 東京 < ᲗᲑᲘᲚᲘᲡᲘ
令和 < 平成 < ㍻ < 飯田 < ㋿
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
