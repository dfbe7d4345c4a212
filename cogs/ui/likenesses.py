"""Likenesses in words: why two names may mean the same body, and what is doubtful about a name."""

from cogs.ui import words
from models.sheets import ProposalSheet
from models.terms import Doubt, Like, SignatoryState

LIKES: dict[Like, str] = {
    Like.MARKED: "a moderator marked them as the same",
    Like.SAME: "same name",
    Like.LOOKALIKE: "looks the same, but is written with other letters",
    Like.SPELLING: "differs only in spelling",
    Like.LEGAL_FORM: "differs only in legal form",
    Like.ORDER: "same words, other order",
    Like.TRANSLITERATION: "the same name in another script",
    Like.ACRONYM: "same acronym",
    Like.PLACE: "other place: probably another branch",
    Like.WORDS: "nearly the same words",
    Like.PERSON: "same person's name, other affiliation",
}
DOUBTS: dict[Doubt, str] = {
    Doubt.PLACEHOLDER: "fills a field rather than naming anyone",
    Doubt.INVENTED: "looks like an invented name",
    Doubt.MIXED_SCRIPTS: "one word mixes letters of two alphabets",
    Doubt.DAMAGED: "letters were lost on the way",
    Doubt.TWO_SIGNERS: "speaks for a person and an organisation: make two entries of it",
    Doubt.TWO_PEOPLE: "names two people: make two entries of it",
    Doubt.NO_NAME: "looks like a line of a letter, a mention or markup, not like a name",
    Doubt.NO_TEXT: "is a number, a date, an error or a formula of a spreadsheet, not a name",
    Doubt.OVER_AND_OVER: "one letter over and over",
    Doubt.MARKER: "begins with a number or a mark, as a line of a list does",
    Doubt.PERSON: "looks like a person and their affiliation, given as an organisation",
}


def warnings(proposal: ProposalSheet) -> list[str]:
    """What to look at before this name stands on the list: others that look like it, doubts about the name itself."""
    alike = [
        f"Looks like **{words.escape(words.clip(one.name, 100))}**, "
        f"{'on the list' if one.state is SignatoryState.APPROVED else 'not on the list yet'}: {LIKES[one.like]}."
        for one in proposal.lookalikes
    ]
    said_no = ["May be a person who said no to this letter: ask them before it is approved."]
    return (said_no if proposal.said_no else []) + alike + _about(proposal)


def remarks(proposal: ProposalSheet) -> list[str]:
    """What to look at before a name stands on the list, for its public card. It leaves out where the other name
    stands, because the card is not redrawn with each step of that name."""
    return [
        f"Looks like **{words.escape(words.clip(one.name, 100))}**: {LIKES[one.like]}."
        for one in proposal.lookalikes
    ] + _about(proposal)


def _about(proposal: ProposalSheet) -> list[str]:
    return [f"About the name: {DOUBTS[one]}." for one in proposal.doubts]
