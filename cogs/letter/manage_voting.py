"""Manage the voting: moderators say how names are voted on."""

from dataclasses import replace
from typing import Any, Literal

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, manages
from cogs.ui.cards import window as cards
from models.letters import letters
from models.rules import voting_policy
from models.rules.voting_policy import Policy
from models.terms import LetterState, Preset

OPEN_TO_CHANGE = frozenset({LetterState.DRAFT, LetterState.OPEN})
PRESETS = [
    app_commands.Choice(name="Open vote: more for than against", value=Preset.OPEN_VOTE.value),
    app_commands.Choice(name="No objection: in, unless several object", value=Preset.NO_OBJECTION.value),
    app_commands.Choice(name="Quorum vote: enough voters, and a share of them", value=Preset.QUORUM_VOTE.value),
    app_commands.Choice(name="Moderators only: no vote", value=Preset.MODERATORS_ONLY.value),
]


class ManageVoting(Room):
    """``/manage letter voting``: the policy for names to come."""

    @manages("letter", "voting", "How names are voted on from now; what you leave out stays as it is")
    @app_commands.describe(
        preset="Who decides, and how",
        hours="How long a vote lasts",
        quorum="Quorum vote: how many must take part, such as 5, 1/3 or 40 %",
        threshold="Quorum vote: share that must be for, such as 2/3",
        objections="No objection: so many against hand it to the moderators",
        secret="Who voted how is never shown",  # noqa: S106
        per="One vote a person, or one an organisation",
        early_after_minutes="Minutes after which a settled vote ends early; 0 for never",
        vote_on_signings="Own signatures are voted on as well",
        letter="Which letter, where there are several",
    )
    @app_commands.choices(preset=PRESETS)
    @app_commands.autocomplete(letter=inputs.letters)
    async def voting(
        self,
        interaction: Interaction,
        preset: str,
        hours: int | None = None,
        quorum: str | None = None,
        threshold: str | None = None,
        objections: int | None = None,
        secret: bool | None = None,
        per: Literal["person", "organisation"] | None = None,
        early_after_minutes: int | None = None,
        vote_on_signings: bool | None = None,
        letter: str | None = None,
    ) -> None:
        """The policy in a sentence."""
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        sheet = await self.store.read(letters.changing, actor, now, inputs.number(letter), OPEN_TO_CHANGE)
        named: dict[str, Any] = {
            "hours": hours,
            "quorum": None if quorum is None else voting_policy.parse_quorum(quorum),
            "threshold": None if threshold is None else voting_policy.parse_fraction(threshold),
            "objections": objections,
            "secret": secret,
            "per_organisation": None if per is None else per == "organisation",
            "early_after_minutes": early_after_minutes,
            "vote_on_signings": vote_on_signings,
        }
        said = {name: value for name, value in named.items() if value is not None}
        if early_after_minutes == 0:
            said["early_after_minutes"] = None
        wanted = replace(Policy.of(dict(sheet.policy)), preset=Preset(preset), **said)
        saved = await self.store.write(letters.set_policy, actor, now, sheet.id, wanted)
        await messages.answer(interaction, cards.voting(saved))
        self.client.nudge()
