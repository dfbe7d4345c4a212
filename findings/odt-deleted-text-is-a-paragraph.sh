#!/bin/sh
# Library: odfdo 3.27.3 (OpenDocument 1.3 part 3, 5.5.1 text:tracked-changes).
# Guess: the paragraphs of a document's body are what LibreOffice shows, and all readers of one library agree on that.
# What happens: text that was deleted while changes were tracked is kept at the top of the body, and `body.paragraphs`
#   has it as the first paragraph, as if it opened the letter. `to_markdown` and `get_formatted_text` leave it out.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check odfdo==3.27.3 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import io
import zipfile

from odfdo import Document, Paragraph

TRACKED = """
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>
<office:change-info><dc:creator>A</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>
<text:p>with no exceptions</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>We ask for privacy<text:change text:change-id="c1"/> for everyone.</text:p>
"""
document, made, changed = Document("text"), io.BytesIO(), io.BytesIO()
document.body.clear()
document.body.append(Paragraph("Yours"))
document.save(made)
with zipfile.ZipFile(made) as before, zipfile.ZipFile(changed, "w") as after:
    for name in before.namelist():
        content = before.read(name)
        if name == "content.xml":
            content = content.replace(b"<office:text>", b"<office:text>" + TRACKED.encode(), 1)
        after.writestr(name, content)
changed.seek(0)
document = Document(changed)
print("paragraphs:", [one.inner_text for one in document.body.paragraphs])
print("to_markdown:", document.to_markdown().split("\n\n"))
PYTHON
cat > "$folder/expected" <<'SEEN'
paragraphs: ['with no exceptions', 'We ask for privacy for everyone.', 'Yours']
to_markdown: ['We ask for privacy for everyone.', 'Yours\n']
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
