"""A list as JSON, with all that its digest covers: anyone who holds it can compute the digest without us.

``sha256`` is that of ``list`` as JSON with sorted keys, no spaces and characters as they are, in UTF-8.
"""

import json
from typing import Any

from models.publishing import editions
from models.sheets import EditionSheet, PrintedList


def write(printed: PrintedList, edition: EditionSheet) -> bytes:
    """The list as frozen under ``list``, and in printed order under ``signatories``."""
    document: dict[str, Any] = {
        "title": printed.title,
        "addressee": printed.addressee,
        "embargo": printed.embargo,
        "heading": printed.heading,
        "sentence": printed.sentence,
        "signatories": [line.document() for line in printed.lines],
        "notes": list(printed.notes),
        "list": editions.document(edition),
        "sha256": printed.digest,
    }
    if printed.body:
        document["text"] = {"language": printed.language, "body": printed.body}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
