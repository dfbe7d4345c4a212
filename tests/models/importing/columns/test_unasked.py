"""Texts where nobody asked for an answer: what people say of a letter, a blank, a country or an affiliation refuses no
name, and a no among them is for a moderator."""

from unittest.mock import Mock

import pytest

from cogs.ui import findings
from models.importing import assessment, files
from models.importing.columns import answers, consents
from models.importing.columns.reading import ListReading
from models.sheets.batches import Judged

UNSEEN = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def judged(text: str) -> list[Judged]:
    return assessment.judge(ListReading(files.read("form.csv", text.encode())).entries())


def verdicts(text: str) -> str:
    return "".join(one.verdict.value[0] for one in judged(text))


@pytest.mark.parametrize(
    "heading", ["Comment", "Message", "Note", "Remarks", "Kommentar", "Why I signed", "Why are you signing?"]
)
def test_what_people_say_of_the_letter_is_no_answer(heading: str) -> None:
    said = (
        "We do not want nuclear power", "Please take action now!", "Refused asylum seekers deserve better",
        "Withdrawn from EU in 2020", "Not yet too late", "I do not want my children to breathe this",
    )  # fmt: skip
    rows = "".join(f"Alpha Network {place};{one}\n" for place, one in enumerate(said))
    assert verdicts(f"Organisation;{heading}\n{rows}") == "aaaaaa"


@pytest.mark.parametrize(
    "said", ["Rejected", "withdrawn from our list", "Declined, 3 May", "We do not want our name published"]
)
def test_a_no_where_nobody_asked_is_for_a_moderator_who_reads_which_column(said: str) -> None:
    found = judged(f'Organisation;Comment\nAlpha Network;Great letter\nBeta Forum;"{said}"\n')
    assert [one.verdict.value for one in found] == ["accepted", "doubtful"]
    assert f"“{said}” under “Comment”" in findings.reason(found[1]).translate(UNSEEN)


@pytest.mark.parametrize("heading", ["Featured", "Steering committee", "Lead"])
def test_a_blank_under_an_unknown_heading_says_nothing(heading: str) -> None:
    assert verdicts(f"Organisation;{heading}\nAlpha;x\nBeta;\nGamma;\n") == "daa"


@pytest.mark.parametrize("behind", [" (NO)", " – NO"])
def test_the_code_of_the_country_that_a_row_gives_is_no_answer(behind: str) -> None:
    rows = f"Organisation;Country\nAlpha Network{behind};Norway\nBeta Forum{behind};Kenya\n"
    assert verdicts(rows) == "ad"


def test_answers_that_return_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read, asked = Mock(side_effect=answers._begins), Mock(side_effect=consents.asked)
    monkeypatch.setattr(answers, "_begins", read)
    monkeypatch.setattr(consents, "asked", asked)
    headings = "Organisation;May we print your name?;Anonymous?;Stage"
    rows = "".join(f"Network {place};Yes;No;Signed\n" for place in range(500))
    found = ListReading(files.read("form.csv", f"{headings}\n{rows}".encode()))
    assert len(found.entries()) == len(found.entries()) == 500
    asked.assert_called_once()
    assert read.call_count < 100
