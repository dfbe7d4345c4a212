"""Findings in words: what happens to each row of a list, and why; the marked file and the JSON that say so."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from cogs.ui import refusals
from cogs.ui.likenesses import DOUBTS, LIKES
from models import cldr
from models.geography import countries
from models.refusal import Reason, Refusal
from models.sheets.batches import Given, Judged
from models.sheets.findings import Finding, Found, RowVerdict
from models.strings.formulas import inert
from models.terms import SignatoryState
from models.translation import N_, _

F = Finding
SENTENCES: dict[Finding, str] = {
    F.LEFT_OUT: N_("the decision column of your file says no for this row"),
    F.TAKEN: N_("the decision column of your file says yes for this row"),
    F.IN_ROW: N_("already in row {row}"),
    F.ON_LETTER: N_("already on the letter"),
    F.RESPELLED: N_("already on the letter as {name}"),
    F.BRANCH: N_("also in row {row}, in another place ({branch}), so probably another branch"),
    F.ELSEWHERE: N_("same name as row {row} in {country}, so probably another branch"),
    F.LIKE: N_("this looks like {name}, which is already on the letter: {like}"),
    F.SAID_NO: N_("this may be someone who said no to the letter"),
    F.COUNTRY: N_("{country} isn't a country I know, so correct it or leave it blank"),
    F.NO_COUNTRY: N_("I left the country out, because {country} isn't a country I know"),
    F.CONSENT: N_("they don't want the name printed"),
    F.CONSENT_UNCLEAR: N_("it's not clear if the name may be printed: {answer}"),
    F.COUNTRY_OF: N_("I entered the country {before} as {country}"),
    F.COMPLETED: N_("I took the country {country} from row {row}"),
    F.NO_AFFILIATION: N_("I left this out, because it isn't an affiliation: {affiliation}"),
    F.PARTED: N_("I separated the name from the affiliation {affiliation} (before: {before})"),
    F.LOCATED: N_("I separated the name from the country {country} (before: {before})"),
    F.ADDRESSED: N_("I removed an e-mail address from the name"),
    F.MENDED: N_("I corrected this (before: {before})"),
    F.LINKED: N_("I entered the link after the name as the website: {website}"),
    F.LINK: N_("I removed a link after the name: {link}"),
    F.UNLISTED: N_("I removed {mark} from the start of the name"),
    F.WEBSITE: N_("I left this out, because it isn't a website: {website}"),
}
"""What was found about a row, between semicolons or on a line of its own; where what was found says more, those of
:func:`_sentence`."""
FIELDS = {"detail": N_("affiliation")}
"""Fields of a form by what they are in a list."""
ENDS = {
    SignatoryState.REMOVED: N_("this name was removed from this letter before"),
    SignatoryState.DECLINED: N_("moderators declined this name for this letter before"),
    SignatoryState.CANCELLED: N_("this person said no to this letter before"),
}
MARKED = ("row", "verdict", "reason", "decision", "name", "kind", "country", "website", "affiliation", "constituency",
          "place", "note", "contact person", "e-mail", "may be printed")  # fmt: skip
"""Columns of the marked file; all are recognised when it comes back."""


def reason(one: Judged) -> str:
    """Everything that was found about a row, as plain text; empty if nothing was."""
    return cldr.clauses(_sentence(found, one.name) for found in one.found)


def said(found: Sequence[Found]) -> list[str]:
    """What was found about a name in the list that it came with, a sentence each, as plain text."""
    return [_sentence(one) for one in found]


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
            "sheet": one.given.sheet,
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
            one.given.where, one.verdict.value, reason(one), decision, one.name, given.kind.value,
            countries.name_of(country) or given.country, website, affiliation, given.branch, given.place,
            given.note, given.person, given.contact, _answer(given),
        )  # fmt: skip
        writer.writerow([inert(str(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _answer(given: Given) -> str:
    """What was answered to whether the name may be printed; where nobody can tell, with the column, so that it stays
    unclear when the file comes back."""
    return f"unclear ({given.unclear}: {given.consent})" if given.unclear else given.consent or ""


def _sentence(found: Found, name: str = "") -> str:
    """One finding, about the row with this name."""
    values = {key: _spoken(key, value) for key, value in found.values.items()}
    match found.finding:
        case Finding.REFUSED if found.values["refusal"].reason is Reason.EMPTY:
            return _("this row has no name")
        case Finding.REFUSED:
            return values["refusal"]
        case Finding.ENDED:
            return values["state"]
        case Finding.DOUBT:
            return values["doubt"]
        case Finding.IN_ROW:
            return _in_row(values, respelled=found.values["name"] != name)
        case Finding.LIKE if found.values.get("row") is not None:
            return _("this looks like {name} in row {row}: {like}", **values)
        case Finding.COUNTRY if found.values.get("meant"):
            meant = cldr.listed(map(countries.called, found.values["meant"]), "or")
            return _(
                "{country} isn't a country I know (did you mean {countries}?)",
                country=values["country"],
                countries=meant,
            )
        case Finding.CONSENT_UNCLEAR if values.get("column"):
            return _(
                "I can't tell what “{answer}” under “{column}” means for printing the name, so say what that column "
                "holds, or take it out of the file",
                answer=values["answer"] or "–",
                column=values["column"],
            )
        case Finding.CONSENT_UNCLEAR if not values["answer"]:
            return _("the row doesn't say if the name may be printed")
    return _(SENTENCES[found.finding], **values)


def _in_row(values: Mapping[str, str], *, respelled: bool) -> str:
    if respelled and values.get("place"):
        return _("already in row {row} as {name}, in {place}", **values)
    if respelled:
        return _("already in row {row} as {name}", **values)
    if values.get("place"):
        return _("already in row {row}, in {place}", **values)
    return _("already in row {row}", **values)


def _spoken(name: str, value: Any) -> str:
    if isinstance(value, Refusal):
        return refusals.unescaped(value, {field: _(label) for field, label in FIELDS.items()})
    if name == "like":
        return _(LIKES[value])
    if name == "state":
        return _(ENDS[value])
    if name == "doubt":
        return _(DOUBTS[value])
    if name == "country" and len(str(value)) == 2:
        return countries.called(str(value))
    return "" if value is None else str(value)
