"""Lists to be exported: plain sheets with names as hard as they come, no database."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zlib import crc32

from msgspec.structs import replace

from models.names import cleaning, collation
from models.publishing.editions import digest_of, document
from models.publishing.exports import export
from models.sheets import Arrangement, Counts, EditionSheet, ExportSheet, RosterEntry
from models.signatories.counting import PRINTED_ORDER
from models.terms import EditionName, Format, Kind

AT = datetime(2025, 2, 13, 22, 45, tzinfo=UTC)
HARD = (
    ("*bold* #panic() $x$ <b>x</b> \\ `code` {{7*7}}", ""),
    ('=HYPERLINK("http://e.example","x")', ""),
    ("+972 Magazine", "IL"),
    ("@everyone Collective", ""),
    ("Left | Right Institute", "GB"),
    ("1. FC Digital e. V.", "DE"),
    ("<script>alert(1)</script> & Söhne", "IE"),
    ("مؤسسة التعبير الرقمي العربي", "EG"),
    ("ההתאחדות לזכויות", "IL"),
    ("ACR – مركز الحقوق (ACR) 12", "JO"),
    ("日本消費者連盟", "JP"),
    ("台灣人權促進會", "TW"),
    ("참여연대", "KR"),
    ("Ærøskøbing Forening", "DK"),
    ("A" * 118, "US"),
)
BODY = "# Open letter\n\nWe ask that it be **withdrawn**,\nnow.\n\n1. One <i>x</i>\n2. [Two](https://example.org/a)\n"


def entry(name: str, country: str = "", kind: Kind = Kind.ORGANISATION, **more: Any) -> RosterEntry:
    """One signatory; everything else can be said by keyword."""
    place = collation.key(cleaning.sort_key(kind, name))
    values: dict[str, Any] = {"affiliation": "", "signatory_id": crc32(name.encode()), "added_at": AT}
    return RosterEntry(0, kind, name, country, collation=place, **(values | more))


def edition(*entries: RosterEntry, **more: Any) -> EditionSheet:
    """The second published list with these signatories, numbered as the house numbers them."""
    ordered = sorted(entries, key=lambda one: (PRINTED_ORDER.index(one.kind), one.collation, one.name))
    numbered = tuple(replace(one, number=number) for number, one in enumerate(ordered, 1))
    of = [sum(one.kind is kind for one in entries) for kind in PRINTED_ORDER]
    values: dict[str, Any] = {
        "letter_id": 1, "title": "A joint letter", "addressee": "The Home Secretary", "number": 2,
        "name": EditionName.UPDATE, "cut_at": AT, "correction": "", "counts": Counts(AT, *of), "text_number": 1,
        "text_digest": "ab" * 32, "text_language": "en", "text_body": BODY, "entries": numbered,
        "first": frozenset(), "digest": "",
    }  # fmt: skip
    made = EditionSheet(**(values | more))
    return replace(made, digest=digest_of(document(made))) if made.name else made


def hard() -> EditionSheet:
    """All the hard names, and an individual with a hard affiliation."""
    person = entry("Ada Brook", "IT", Kind.INDIVIDUAL, affiliation="=1+1 | אוניברסיטה")
    later = [entry(name, country, added_at=AT + timedelta(minutes=i)) for i, (name, country) in enumerate(HARD)]
    return edition(*later, person, contact="letter@example.org")


def written(sheet: EditionSheet, as_: Format, *more: Any, **wanted: Any) -> str:
    """The list as this text format writes it."""
    return exported(sheet, as_, *more, **wanted).data.decode("utf-8-sig")


def exported(sheet: EditionSheet, as_: Format, **wanted: Any) -> ExportSheet:
    """The list as a file."""
    return export(sheet, as_, Arrangement(**wanted))
