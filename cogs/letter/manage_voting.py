"""Manage the voting: moderators say how names are voted on."""

from dataclasses import replace
from typing import Any, Literal

from discord import app_commands

from cogs.runtime.commands import command
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Interaction, Room
from cogs.ui.cards import window as cards
from cogs.ui.layout import Card
from models.letters import letters
from models.rules import voting_policy as policies
from models.rules.voting_policy import Policy
from models.sheets import Actor
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

    @command(
        "manage letter voting",
        "How names are voted on from now; what you leave out stays as it is",
        preset="Who decides, and how",
        hours="How long a vote lasts",
        quorum="Quorum vote: how many must take part, such as 5, 1/3 or 40 %",
        threshold="Quorum vote: share that must be for, such as 2/3",
        objections="No objection: so many against hand it to the moderators",
        secret="Who voted how is never shown",  # noqa: S106
        per="One vote a person, or one an organisation",
        early_after_minutes="Minutes after which a settled vote ends early; 0 for never",
        vote_on_signings="Own signatures are voted on as well",
    )
    @app_commands.choices(preset=PRESETS)
    async def voting(
        self,
        interaction: Interaction,
        actor: Actor,
        preset: str,
        hours: int | None = None,
        quorum: str | None = None,
        threshold: str | None = None,
        objections: int | None = None,
        secret: bool | None = None,
        per: Literal["person", "organisation"] | None = None,
        early_after_minutes: int | None = None,
        vote_on_signings: bool | None = None,
        letter: Letter = None,
    ) -> Card:
        """Set how names to come are voted on, and say it in a sentence."""
        sheet = await self.read(interaction, actor, letters.check_change, letter, OPEN_TO_CHANGE)
        named: dict[str, Any] = {
            "hours": hours,
            "quorum": None if quorum is None else policies.parse_quorum(quorum),
            "threshold": None if threshold is None else policies.parse_fraction(threshold),
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
        saved = await self.write(interaction, actor, letters.set_policy, sheet.id, wanted)
        return cards.voting(saved)
