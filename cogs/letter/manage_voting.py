"""Manage the voting: moderators say how names are voted on."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any, Literal

from discord import app_commands
from msgspec.structs import replace

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import letter_changes
from cogs.ui.forms import Answers, Form, OpenForm, Pick, Text, Tick
from cogs.ui.layout import Card
from models.letters import letters
from models.refusal import Refusal, add, each
from models.rules import voting_policy as policies
from models.rules.voting_policy import Policy
from models.terms import LetterState, Preset
from models.translation import N_

OPEN_TO_CHANGE = frozenset({LetterState.DRAFT, LetterState.OPEN})
# Translators: choices of a command's option, at most 100 characters each.
PRESETS = [
    app_commands.Choice(
        name=N_("Majority vote: a name passes if it gets more votes for than against"),
        value=Preset.OPEN_VOTE.value,
    ),
    app_commands.Choice(
        name=N_("No objection: a name passes unless there are several objections"),
        value=Preset.NO_OBJECTION.value,
    ),
    app_commands.Choice(
        name=N_(
            "Quorum vote: a name passes if enough people vote, and a large enough share of them vote for it"
        ),
        value=Preset.QUORUM_VOTE.value,
    ),
    app_commands.Choice(name=N_("Moderators only: no vote"), value=Preset.MODERATORS_ONLY.value),
]
PER = [
    app_commands.Choice(name=N_("one vote per person"), value="person"),
    app_commands.Choice(name=N_("one vote per organisation"), value="organisation"),
]
POLICY = Form(
    "letter-voting",
    N_("How we vote on names"),
    (
        Pick(
            "preset",
            N_("Who decides"),
            (
                (
                    Preset.OPEN_VOTE.value,
                    N_("Majority vote"),
                    N_("A name passes if it gets more votes for than against"),
                ),
                (
                    Preset.NO_OBJECTION.value,
                    N_("No objection"),
                    N_("A name passes unless there are several objections"),
                ),
                (
                    Preset.QUORUM_VOTE.value,
                    N_("Quorum vote"),
                    N_("A name passes if enough people vote, and a large enough share of them vote for it"),
                ),
                (Preset.MODERATORS_ONLY.value, N_("Moderators only"), N_("No vote")),
            ),
        ),
        Text(
            "hours",
            # Translators: at most 45 characters.
            N_("How many hours a vote lasts"),
            most=4,
            example="24",
        ),
        Text(
            "objections",
            # Translators: at most 45 characters.
            N_("No objection: how many objections stop a name"),
            required=False,
            most=4,
            example="2",
        ),
        Text(
            "quorum",
            # Translators: at most 45 characters.
            N_("Quorum vote: how many must vote"),
            required=False,
            most=20,
            example=N_("5, 1/3 or 40%"),
        ),
        Text(
            "threshold",
            # Translators: at most 45 characters.
            N_("Quorum vote: what share must vote for it"),
            required=False,
            most=20,
            example="2/3",
        ),
    ),
)
MORE = Form(
    "letter-voting-more",
    N_("Secret votes and more"),
    (
        Tick("secret", N_("Secret votes"), N_("Nobody ever sees who voted how.")),
        Tick(
            "per_organisation",
            N_("One vote per organisation"),
            N_("If you don't choose this, each person has one vote."),
        ),
        Tick(
            "vote_on_signings",
            N_("Vote on signatures too"),
            N_("If you choose this, members also vote on anyone who signs."),
        ),
        Text(
            "early_after_minutes",
            # Translators: at most 45 characters.
            N_("Minutes before a clear vote can end early"),
            N_("Leave blank to let every vote run its full time. Secret votes always do."),
            required=False,
            most=5,
        ),
    ),
)


_SHARES: Mapping[str, Callable[[str], int | Fraction]] = {
    "quorum": policies.parse_quorum,
    "threshold": policies.parse_fraction,
}


class ManageVoting(Room):
    """``/manage letter voting``: the policy for names to come."""

    @command(
        "manage letter voting",
        N_("Choose how members vote on new names. Anything you leave blank stays the same"),
        preset=N_("Who decides, and how"),
        hours=N_("How long a vote lasts"),
        quorum=N_("Quorum vote: how many must vote, such as 5, 1/3 or 40%"),
        threshold=N_("Quorum vote: what share must vote for it, such as 2/3"),
        objections=N_("No objection: if this many vote against, moderators decide"),
        secret=N_("Nobody ever sees who voted how"),
        per=N_("Does each person or each organisation get one vote?"),
        # Translators: at most 100 characters.
        early_after_minutes=N_(
            "After this many minutes, I end a vote as soon as its result is certain. 0 means never"
        ),
        vote_on_signings=N_("Vote on signatures too"),
    )
    @app_commands.choices(preset=PRESETS, per=PER)
    async def voting(
        self,
        call: Call,
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
        return await self._changed(call, letter, preset=Preset(preset), **said)

    @press("voting.ask", Reply.WITH_FORM)
    async def asked(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form with what holds now, from the panel."""
        policy = await self._policy(call, letter_id)
        filled = {name: str(value) for name, value in policy.document().items() if value is not None}
        return POLICY.open(call.guild_id, letter_id, answers=filled)

    @form(POLICY)
    async def typed(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Set who decides and how long a vote lasts; an empty field stays as it is."""
        policy = await self._policy(call, letter_id)
        said: dict[str, Any] = {"preset": Preset(answers.get("preset") or "")}
        for name in ("hours", "objections"):
            if typed := answers.get(name):
                said[name] = inputs.whole(typed)
        shares = {name: parse for name, parse in _SHARES.items() if answers.get(name)}
        try:
            read = each(*(partial(parse, answers[name]) for name, parse in shares.items()))
        except Refusal as refusal:
            add(refusal, partial(policies.validated, replace(policy, **said)))
            raise
        return await self._changed(call, letter_id, **said, **dict(zip(shares, read, strict=True)))

    @press("voting.more", Reply.WITH_FORM)
    async def more(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for the rest of the rules, from the panel."""
        policy = await self._policy(call, letter_id)
        filled = {field.name: getattr(policy, field.name) for field in MORE.fields}
        return MORE.open(call.guild_id, letter_id, answers=filled)

    @form(MORE)
    async def more_typed(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Set the rest of the rules, as they were ticked."""
        said: dict[str, Any] = {field.name: bool(answers.get(field.name)) for field in MORE.fields[:-1]}
        minutes = answers.get("early_after_minutes")
        said["early_after_minutes"] = inputs.whole(minutes) if minutes else None
        return await self._changed(call, letter_id, **said)

    async def _policy(self, call: Call, letter_id: int | None) -> Policy:
        sheet = await self.read(call, letters.check_change, letter_id, OPEN_TO_CHANGE)
        return Policy.of(dict(sheet.policy))

    async def _changed(self, call: Call, letter_id: int | None, **said: Any) -> Card:
        sheet = await self.read(call, letters.check_change, letter_id, OPEN_TO_CHANGE)
        wanted = replace(Policy.of(dict(sheet.policy)), **said)
        return letter_changes.voting(await self.write(call, letters.set_policy, sheet.id, wanted))
