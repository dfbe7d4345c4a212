"""Likenesses in words: why two names may mean the same body, and what is doubtful about a name."""

from cogs.ui import words
from models.sheets import ProposalSheet
from models.terms import Doubt, Like, SignatoryState

LIKES: dict[Like, str] = {
    Like.MARKED: "a moderator marked them as the same",
    Like.SAME: "same name",
    Like.LOOKALIKE: "looks the same, but uses other letters",
    Like.SPELLING: "differs only in spelling",
    Like.LEGAL_FORM: "differs only in legal form",
    Like.ORDER: "same words in another order",
    Like.TRANSLITERATION: "the same name in another script",
    Like.ACRONYM: "same acronym",
    Like.PLACE: "in another place: probably another branch",
    Like.WORDS: "nearly the same words",
    Like.PERSON: "same person's name, different affiliation",
}
DOUBTS: dict[Doubt, str] = {
    Doubt.PLACEHOLDER: "looks like filler, not a name",
    Doubt.INVENTED: "looks like an invented name",
    Doubt.MIXED_SCRIPTS: "one word mixes two alphabets",
    Doubt.DAMAGED: "some letters were lost",
    Doubt.TWO_SIGNERS: "is a person and an organisation: make it two entries",
    Doubt.TWO_PEOPLE: "names two people: make it two entries",
    Doubt.NO_NAME: "looks like a line of text, a mention or markup, not a name",
    Doubt.NO_TEXT: "is a spreadsheet's number, date, error or formula, not a name",
    Doubt.OVER_AND_OVER: "repeats one letter",
    Doubt.MARKER: "starts with a number or a bullet, like a line of a list",
    Doubt.PERSON: "looks like a person with an affiliation, entered as an organisation",
}


def warnings(proposal: ProposalSheet) -> list[str]:
    """What to look at before this name is on the list: others that look like it, doubts about the name itself."""
    alike = [
        f"Looks like **{words.escape(words.clip(one.name, 100))}**, "
        f"{'on the list' if one.state is SignatoryState.APPROVED else 'not on the list yet'}: {LIKES[one.like]}."
        for one in proposal.lookalikes
    ]
    said_no = ["May be a person who said no to this letter. Ask them before you approve it."]
    return (said_no if proposal.said_no else []) + alike + _about(proposal)


def remarks(proposal: ProposalSheet) -> list[str]:
    """What to look at before a name is on the list, for its public card. It leaves out where the other name
    stands, because the card is not redrawn with each step of that name."""
    return [
        f"Looks like **{words.escape(words.clip(one.name, 100))}**: {LIKES[one.like]}."
        for one in proposal.lookalikes
    ] + _about(proposal)


def _about(proposal: ProposalSheet) -> list[str]:
    return [f"About the name: {DOUBTS[one]}." for one in proposal.doubts]
