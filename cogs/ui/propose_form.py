"""The form that proposes a name, which several rooms serve, the fields that other forms about a name share with it,
and how such forms are read."""

from msgspec.structs import replace

from cogs.ui.forms import Answers, Form, Pick, Text
from models.sheets import DraftSheet, ProposalAnswers
from models.terms import Kind
from models.translation import N_

# Translators: at most 45 characters.
NAME = Text("name", N_("Name, as they'd like it printed"))
# Translators: at most 45 characters.
DETAIL = Text("detail", N_("Website, or a person's affiliation"), required=False)
WEBSITE = Text("detail", N_("Website"), required=False)
AFFILIATION = Text("detail", N_("Affiliation"), N_("Printed only to show who the person is."), required=False)
COUNTRY = Text(
    "country", N_("Country"), N_("A country's name or code. You can leave it blank."), required=False, most=100
)
AUTHORISED_BY = Text("authorised_by", N_("Who agreed, and their role"), most=300)
# Translators: at most 45 characters.
EVIDENCE = Text("evidence", N_("How we know that they agreed"), long=True, most=1000)
# Translators: at most 45 characters.
NOTE = Text("note", N_("Note for voters and moderators"), required=False, long=True, most=1000)

PROPOSE = Form(
    "propose",
    N_("Propose a name"),
    (
        NAME,
        DETAIL,
        replace(AUTHORISED_BY, hint=N_("Nobody yet? Leave it blank and record it later."), required=False),
        replace(EVIDENCE, hint=N_("Fill this in if you say who agreed."), required=False),
        NOTE,
    ),
)

PROPOSE_HERE = Form(
    "propose-here",
    N_("Propose a name"),
    (
        NAME,
        Pick(
            "kind",
            N_("What kind of signatory is this?"),
            (
                (Kind.ORGANISATION, N_("Organisation"), ""),
                (Kind.COMPANY, N_("Company"), ""),
                (Kind.INDIVIDUAL, N_("Person"), ""),
            ),
        ),
        COUNTRY,
        DETAIL,
        NOTE,
    ),
)
"""The same behind a button, which can ask nothing before: kind and country instead of who agreed, which is recorded
afterwards. A form holds five fields."""


def parse_answers(answers: Answers, kind: Kind, country: str) -> ProposalAnswers:
    """The answers as a verb takes them; kind and country were asked for before the form opened."""
    named = ("name", "detail", "authorised_by", "evidence", "note")
    return ProposalAnswers(kind=kind, country=country, **{name: answers.get(name) or "" for name in named})


def parse_here(answers: Answers) -> ProposalAnswers:
    """The answers of :data:`PROPOSE_HERE` as a verb takes them."""
    return parse_answers(
        answers, Kind(answers.get("kind") or Kind.ORGANISATION), str(answers.get("country") or "")
    )


def kept(draft: DraftSheet) -> tuple[int, ProposalAnswers]:
    """The letter and what was typed, from a draft of either form or of one with the same arguments and fields."""
    if draft.form == PROPOSE_HERE.route:
        return int(draft.arguments[0]), parse_here(dict(draft.answers))
    letter_id, kind, country = draft.arguments
    return int(letter_id), parse_answers(dict(draft.answers), Kind(kind), country)
