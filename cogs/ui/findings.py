"""Findings in words: what happens to each row of a list, and why; the marked file and the JSON that say so."""

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from cogs.ui import refusals
from cogs.ui.likenesses import DOUBTS, LIKES
from models.geography import countries
from models.refusal import Refusal
from models.sheets.batches import Judged
from models.sheets.findings import Finding, Found, RowVerdict
from models.strings.formulas import inert
from models.terms import SignatoryState

F = Finding
SENTENCES: dict[Finding, str] = {
    F.REFUSED: "{refusal}",
    F.LEFT_OUT: "left out, as decided in the marked file",
    F.TAKEN: "added, as decided in the marked file",
    F.IN_ROW: "already in row {row}{spelt}{place}",
    F.ON_LETTER: "already on the letter",
    F.RESPELLED: "on the letter as {name}",
    F.BRANCH: "also in row {row}, in another place ({branch}): probably another branch",
    F.ELSEWHERE: "same name as row {row}, which is in {country}: probably another branch",
    F.LIKE: "looks like {name}{where}: {like}",
    F.ENDED: "{state}",
    F.SAID_NO: "may be a person who said no to this letter",
    F.DOUBT: "{doubt}",
    F.COUNTRY: "unknown country: {country}{meant}",
    F.NO_COUNTRY: "no country, left out: {country}",
    F.CONSENT: "doesn't want the name printed",
    F.CONSENT_UNCLEAR: "not clear if the name may be printed: {answer}",
    F.PARTED: "name and affiliation separated; it was {before}",
    F.MENDED: "corrected; it was {before}",
    F.LINK: "a link after the name was removed",
    F.UNLISTED: "{mark} before the name was removed",
    F.WEBSITE: "left out because it isn't a website: {website}",
}
FIELDS = {"detail": "affiliation"}
"""Fields of a form by what they are in a list."""
ENDS = {
    SignatoryState.REMOVED: "was removed from this letter before",
    SignatoryState.DECLINED: "moderators declined it for this letter before",
    SignatoryState.CANCELLED: "this person said no to this letter before",
}
MARKED = ("row", "verdict", "reason", "decision", "name", "kind", "country", "website", "affiliation", "constituency",
          "place", "note", "contact person", "e-mail", "may be printed")  # fmt: skip
"""Columns of the marked file; all are recognised when it comes back."""


def reason(one: Judged) -> str:
    """Everything that was found about a row, as plain text; empty if nothing was."""
    return "; ".join(_sentence(found, one) for found in one.found)


def said(found: Sequence[Found]) -> list[str]:
    """What was found about a name in the list that it came with, a sentence each, as plain text."""
    return [SENTENCES[one.finding].format_map(_values(one)) for one in found]


def is_respelled(one: Judged) -> bool:
    """Whether it is on the letter in another spelling."""
    return any(found.finding is Finding.RESPELLED for found in one.found)


def counts(judged: Sequence[Judged]) -> dict[str, int]:
    """Rows in all and by verdict, under the names of the command line."""
    by = Counter(one.verdict for one in judged)
    return {
        "rows": len(judged),
        "accepted": by[RowVerdict.ACCEPTED],
        "unchanged": by[RowVerdict.UNCHANGED],
        "duplicates": by[RowVerdict.DUPLICATE],
        "doubtful": by[RowVerdict.DOUBTFUL],
        "refused": by[RowVerdict.REFUSED],
    }


def document(judged: Sequence[Judged]) -> dict[str, Any]:
    """Counts and rows as plain JSON values."""
    items = [
        {
            "row": one.row,
            "name": one.name,
            "kind": one.given.kind.value,
            "country": one.identity.country if one.identity is not None else "",
            "affiliation": one.identity.affiliation if one.identity is not None else one.given.affiliation,
            "website": one.identity.website if one.identity is not None else one.given.website,
            "verdict": one.verdict.value,
            "reason": reason(one),
        }
        for one in judged
    ]
    return {**counts(judged), "items": items}


def as_json(judged: Sequence[Judged]) -> str:
    """One JSON document, characters as they are."""
    return json.dumps(document(judged), ensure_ascii=False, indent=1)


def marked(judged: Sequence[Judged]) -> bytes:
    """The list as CSV with verdict and reason on each row, to fix and send back: *decision* yes takes a row all the
    same, no leaves it out. No cell runs as a formula; the apostrophe against it is taken away when it comes back."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(MARKED)
    for one in judged:
        given = one.given
        decision = "" if given.decision is None else "yes" if given.decision else "no"
        country = one.identity.country if one.identity is not None else ""
        affiliation = one.identity.affiliation if one.identity is not None else given.affiliation
        website = one.identity.website if one.identity is not None else given.website
        row = (
            one.row, one.verdict.value, reason(one), decision, one.name, given.kind.value,
            countries.name_of(country) or given.country, website, affiliation, given.branch, given.place,
            given.note, given.person, given.contact, given.consent or "",
        )  # fmt: skip
        writer.writerow([inert(str(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _sentence(found: Found, one: Judged) -> str:
    values = _values(found)
    if found.finding is Finding.IN_ROW:
        place = found.values.get("place")
        values["place"] = f" (there in {place})" if place else ""
        values["spelt"] = f" as {values['name']}" if found.values["name"] != one.name else ""
    if found.finding is Finding.LIKE:
        row = found.values.get("row")
        values["where"] = f" (row {row})" if row is not None else " (on the letter)"
    return SENTENCES[found.finding].format_map(values)


def _values(found: Found) -> dict[str, str]:
    """The values of a finding in words."""
    values = {name: _spoken(name, value) for name, value in found.values.items()}
    if found.finding is Finding.COUNTRY:
        meant = [countries.name_of(code) for code in found.values.get("meant", ())]
        values["meant"] = f" (may be {' or '.join(meant)})" if meant else ""
    if found.finding is Finding.CONSENT_UNCLEAR:
        values["answer"] = values["answer"] or "nothing"
    return values


def _spoken(name: str, value: Any) -> str:
    if isinstance(value, Refusal):
        return refusals.unescaped(value, FIELDS)
    if name == "like":
        return LIKES[value]
    if name == "state":
        return ENDS[value]
    if name == "doubt":
        return DOUBTS[value]
    if name == "country" and len(str(value)) == 2:
        return countries.name_of(str(value))
    return str(value)
