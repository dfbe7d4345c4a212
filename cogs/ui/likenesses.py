"""Likenesses in words: why two names may mean the same body, and what is doubtful about a name."""

from cogs.ui import words
from models.sheets import Lookalike, ProposalSheet
from models.terms import Doubt, Like, SignatoryState
from models.translation import N_, _

LIKES: dict[Like, str] = {
    Like.MARKED: N_("a moderator marked them as the same signatory"),
    Like.SAME: N_("same name"),
    Like.LOOKALIKE: N_("looks the same, but some characters are different"),
    Like.SPELLING: N_("nearly the same spelling"),
    Like.LEGAL_FORM: N_("same name, apart from an ending such as Ltd"),
    Like.ORDER: N_("same words in another order"),
    Like.TRANSLITERATION: N_("the same name in another script"),
    Like.ACRONYM: N_("same acronym"),
    Like.PLACE: N_("in another place, so probably another branch"),
    Like.WORDS: N_("nearly the same words"),
    Like.PERSON: N_("perhaps the same person"),
}
DOUBTS: dict[Doubt, str] = {
    Doubt.PLACEHOLDER: N_("this looks like a placeholder, not a name"),
    Doubt.INVENTED: N_("this looks like a made-up name"),
    Doubt.MIXED_SCRIPTS: N_("one word mixes two alphabets"),
    Doubt.DAMAGED: N_("some characters are garbled"),
    Doubt.TWO_SIGNERS: N_("this may be a person and an organisation (if so, make it two names)"),
    Doubt.TWO_PEOPLE: N_("this may be two people (if so, make it two names)"),
    Doubt.TWO_NAMES: N_("this may be two names in one"),
    Doubt.NO_NAME: N_("this looks like a line of text, a mention or formatting, not a name"),
    Doubt.NO_TEXT: N_("this is a number, date, error or formula from a spreadsheet, not a name"),
    Doubt.OVER_AND_OVER: N_("this name is just one letter repeated"),
    Doubt.MARKER: N_("this name starts with a number or a bullet, like an item in a list"),
    Doubt.PERSON: N_("this looks like a person with an affiliation, but was entered as an organisation"),
}


def warnings(proposal: ProposalSheet) -> list[str]:
    """What to look at before this name is on the list: others that look like it, doubts about the name itself."""
    said_no = [_("This may be someone who said no to this letter. Ask them before you approve the name.")]
    alike = [_alike(one) for one in proposal.lookalikes]
    return (said_no if proposal.said_no else []) + alike + _about(proposal)


def remarks(proposal: ProposalSheet) -> list[str]:
    """What to look at before a name is on the list, for its public card. It leaves out where the other name
    stands, because the card is not redrawn with each step of that name."""
    alike = [
        _("This looks like **{name}**: {why}.", name=_shown(one), why=_(LIKES[one.like]))
        for one in proposal.lookalikes
    ]
    return alike + _about(proposal)


def _alike(one: Lookalike) -> str:
    name, why = _shown(one), _(LIKES[one.like])
    if one.state is SignatoryState.APPROVED:
        return _("This looks like **{name}**, which is on the list: {why}.", name=name, why=why)
    return _("This looks like **{name}**, which isn't on the list yet: {why}.", name=name, why=why)


def _shown(one: Lookalike) -> str:
    return words.escape(words.clip(one.name, 100))


def _about(proposal: ProposalSheet) -> list[str]:
    # Translators: {doubt} is such as "this looks like a placeholder, not a name".
    return [_("Check the name: {doubt}.", doubt=_(DOUBTS[one])) for one in proposal.doubts]
