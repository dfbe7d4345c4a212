"""Suggestions of a wording: one's own with what came of each, and for moderators each beside its passage."""

from cogs.ui import words
from cogs.ui.cards.revision import marked
from cogs.ui.layout import PRIMARY, SUCCESS, Accent, Card, Part, Press, lay_out, row
from cogs.ui.paging import turning
from models import cldr
from models.letter_parts import SuggestionState
from models.sheets import NoticeSheet
from models.sheets.suggestions import OwnSuggestions, SuggestionSheet
from models.translation import N_, _

PASSAGE_LIMIT, REASON_LIMIT = 150, 500
DIFFERENCE_LIMIT = 1_500
STATES = {
    SuggestionState.OPEN: N_("waiting for the moderators"),
    SuggestionState.ACCEPTED: N_("accepted"),
    SuggestionState.DECLINED: N_("declined"),
}


def mine(sheet: OwnSuggestions, said: str = "") -> Card:
    """What the reader suggested, and the way to suggest more. ``said`` is what was just done."""
    return lay_out(
        f"**{said}**" if said else "",
        "\n".join((_("**Suggest a change**"), words.title(sheet.title))),
        _(
            "Copy the passage from the text. Then write how it should read, and why. The moderators "
            "decide. You can suggest changes until somebody signs."
        ),
        "\n".join(f"- {_line(one)}" for one in sheet.suggestions),
        row(
            Press(_("New suggestion"), "suggestion.new", sheet.guild_id, (sheet.letter_id,), PRIMARY),
            Press(_("Read the letter"), "letter.text", sheet.guild_id, (sheet.letter_id, 1)),
        ),
        accent=Accent.GOOD if said else Accent.OPEN,
    )


def waiting(sheet: SuggestionSheet | None) -> Card:
    """One open suggestion for moderators; that there is none."""
    if sheet is None:
        return lay_out(_("**No suggestions are waiting for a decision.**"), accent=Accent.GOOD)
    about = (sheet.id,)
    turns = turning("suggestions.turn", sheet.guild_id, (sheet.letter_id,), sheet.number, sheet.open, both=True)
    return lay_out(
        _("**Suggestion {number} of {count}**", number=sheet.number, count=sheet.open)
        + f"\n{words.title(sheet.letter_title)}",
        *_beside(sheet),
        row(
            Press(_("Accept"), "suggestion.accept", sheet.guild_id, about, SUCCESS),
            Press(_("Decline…"), "suggestion.decline", sheet.guild_id, about),
            *(turns if sheet.open > 1 else ()),
        ),
        accent=Accent.WAIT,
    )


def decided(sheet: SuggestionSheet) -> Card:
    """That it was decided; of an accepted one what to change now."""
    accepted = sheet.state is SuggestionState.ACCEPTED
    edit = Press(_("Edit the text"), "letter.write", sheet.guild_id, (sheet.letter_id,), PRIMARY)
    more = Press(_("Next suggestion"), "suggestions.turn", sheet.guild_id, (sheet.letter_id, 1))
    change = (
        _("The text hasn't changed yet. To change this passage, press *Edit the text*:")
        if sheet.wording
        else _("The text hasn't changed yet. To leave this passage out, press *Edit the text*:")
    )
    return lay_out(
        cldr.sentences(
            (_("**Suggestion accepted.**") if accepted else _("**Suggestion declined.**"), _hears(sheet))
        ),
        change if accepted else "",
        *_beside(sheet),
        row(*([edit] if accepted else []), more),
        accent=Accent.GOOD,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """Tell moderators of suggestions, or a member what came of theirs."""
    if "state" not in sheet.facts:
        return [
            _("**{letter}**: members have suggested changes to the text.", letter=title),
            _("Read each suggestion next to its passage, then accept or decline it."),
        ]
    state = SuggestionState(sheet.facts["state"])
    passage = words.escape(words.clip(" ".join(sheet.facts["passage"].split()), PASSAGE_LIMIT), begins=False)
    why = words.escape(sheet.facts["told"], begins=False)
    return [
        _("**{letter}**: your suggestion was accepted.", letter=title)
        if state is SuggestionState.ACCEPTED
        else _("**{letter}**: your suggestion was declined.", letter=title),
        _("Passage: “{passage}”", passage=passage),
        _("The moderators' reason: {reason}", reason=why) if why else _("The moderators will change the text."),
    ]


def buttons(sheet: NoticeSheet) -> list[Part]:
    """For moderators what is open, for a member their own."""
    if sheet.letter is None:
        return []
    if "state" not in sheet.facts:
        return [Press(_("Read suggestions"), "suggestions", sheet.guild_id, (sheet.letter.id, 1), PRIMARY)]
    return [Press(_("See my suggestions"), "suggestions.mine", sheet.guild_id, (sheet.letter.id,))]


def _beside(sheet: SuggestionSheet) -> list[str]:
    who = f"<@{sheet.suggested_by}>" if sheet.suggested_by else _("Someone")
    at, reason = words.clock(sheet.suggested_at), words.escape(sheet.reason, begins=False)
    gone = "" if sheet.stands else _("**This passage is no longer in the text.**")
    return [
        words.clip(marked(sheet.pieces), DIFFERENCE_LIMIT)
        if sheet.wording
        else f"~~{_passage(sheet, 1_000)}~~",
        _("-# {who}, {moment}: {reason}", who=who, moment=at, reason=reason),
        gone,
    ]


def _hears(sheet: SuggestionSheet) -> str:
    return _("I'll tell {who} what you decided.", who=f"<@{sheet.suggested_by}>") if sheet.suggested_by else ""


def _line(sheet: SuggestionSheet) -> str:
    passage, state = _passage(sheet, PASSAGE_LIMIT), _(STATES[sheet.state])
    if not sheet.told:
        return _("“{passage}”: {state}", passage=passage, state=state)
    why = words.escape(words.clip(sheet.told, REASON_LIMIT), begins=False)
    return _("“{passage}”: {state} ({reason})", passage=passage, state=state, reason=why)


def _passage(sheet: SuggestionSheet, limit: int) -> str:
    return words.escape(words.clip(" ".join(sheet.passage.split()), limit), begins=False)
