"""Suggestions: members say how a passage should read, moderators accept or decline."""

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, form, press
from cogs.ui.cards import suggestions as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.letter_parts import SuggestionState
from models.suggestions import suggestions
from models.translation import N_, _

NEW = Form(
    "suggestion",
    N_("Suggest a change"),
    (
        Text(
            "passage",
            # Translators: at most 45 characters.
            N_("The passage to change, copied from the text"),
            long=True,
            most=suggestions.LONGEST,
        ),
        Text(
            "wording",
            N_("How the passage should read"),
            N_("Leave blank to delete the passage."),
            required=False,
            long=True,
            most=suggestions.LONGEST,
        ),
        Text("reason", N_("Why"), most=suggestions.LONGEST_REASON),
    ),
)
DECLINE = Form(
    "suggestion-decline",
    N_("Decline a suggestion"),
    (
        Text(
            "told",
            N_("Why"),
            N_("I'll pass your reason on to the person who suggested the change."),
            most=suggestions.LONGEST_REASON,
        ),
    ),
)


class Suggestions(Room):
    """*Suggest a change* under the text, and *Read suggestions* on the panel."""

    @press("suggestions.mine")
    async def mine(self, call: Call, letter_id: int) -> Card:
        """Show a member's own, with the way to suggest more."""
        return cards.mine(await self.store.read(suggestions.mine, call.actor, letter_id))

    @press("suggestion.new", Reply.WITH_FORM)
    async def new(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form, while nobody has signed."""
        await self.store.read(suggestions.check_suggest, call.actor, letter_id)
        return NEW.open(call.guild_id, letter_id)

    @form(NEW)
    async def suggested(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Keep the suggestion for the moderators."""
        passage, wording, reason = (answers.get(field.name) or "" for field in NEW.fields)
        sheet = await self.write(call, suggestions.suggest, letter_id, passage, wording, reason)
        return cards.mine(sheet, _("I've sent your suggestion to the moderators."))

    @press("suggestions")
    @press("suggestions.turn", Reply.IN_PLACE)
    async def waiting(self, call: Call, letter_id: int, number: int) -> Card:
        """Show a moderator one open suggestion."""
        return cards.waiting(await self.store.read(suggestions.waiting, call.actor, letter_id, number))

    @press("suggestion.accept", Reply.IN_PLACE)
    async def accepted(self, call: Call, suggestion_id: int) -> Card:
        """Accept it, and say what to change."""
        about = (suggestion_id, SuggestionState.ACCEPTED)
        return cards.decided(await self.write(call, suggestions.decide, *about))

    @press("suggestion.decline", Reply.WITH_FORM)
    async def declining(self, call: Call, suggestion_id: int) -> OpenForm:
        """Ask for the reason."""
        await self.store.read(suggestions.one, call.actor, suggestion_id)
        return DECLINE.open(call.guild_id, suggestion_id)

    @form(DECLINE)
    async def declined(self, call: Call, answers: Answers, suggestion_id: int) -> Card:
        """Decline it with the reason that was typed."""
        about = (suggestion_id, SuggestionState.DECLINED, answers.get("told") or "")
        return cards.decided(await self.write(call, suggestions.decide, *about))
