"""The form that puts a name forward, which several rooms serve, and how it and forms like it are read."""

from cogs.ui.forms import Answers, Form, Text
from models.sheets import DraftSheet, ProposalAnswers
from models.terms import Kind

PROPOSE = Form(
    "propose",
    "Propose a name",
    (
        Text("name", "Name, as it is to be printed"),
        Text("detail", "Website, or a person's affiliation", required=False),
        Text(
            "authorised_by",
            "Who agreed, in which role",
            "Empty if nobody agreed yet: it can be recorded later.",
            required=False,
            most=300,
        ),
        Text(
            "evidence",
            "How we know that they agreed",
            "Together with who agreed, or not at all.",
            required=False,
            long=True,
            most=1000,
        ),
        Text("note", "Note for those who vote and decide", required=False, long=True, most=1000),
    ),
)


def parse_answers(answers: Answers, kind: Kind, country: str) -> ProposalAnswers:
    """The answers as a verb takes them; kind and country were asked for before the form opened."""
    named = ("name", "detail", "authorised_by", "evidence", "note")
    return ProposalAnswers(kind=kind, country=country, **{name: answers.get(name) or "" for name in named})


def kept(draft: DraftSheet) -> tuple[int, ProposalAnswers]:
    """The letter and what was typed, from a draft of this form or of one with the same arguments and fields."""
    letter_id, kind, country = draft.arguments
    return int(letter_id), parse_answers(dict(draft.answers), Kind(kind), country)
