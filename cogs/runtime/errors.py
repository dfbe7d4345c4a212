"""Errors: every error of every command, button, form, autocomplete and tick leaves through here.

1. A refusal becomes its sentence, with the button that helps.
2. What a form held is kept as a draft, and *Correct what I typed* opens it again.
3. Discord saying no to us becomes a sentence that names the missing permission.
4. Anything else becomes one sentence with a reference, and one log record under that reference.

An autocomplete can show no sentence: it offers nothing.
"""

import logging
import secrets
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from msgspec import Struct

from cogs.runtime import messages, permissions
from cogs.runtime.bot import Bot
from cogs.ui.addresses import Address, Sort
from cogs.ui.cards import refusal as refusal_cards
from cogs.ui.occasions import Occasion
from cogs.ui.server_health import named
from models.database.lease import NotLeading
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.sheets import Actor

log = logging.getLogger(__name__)


TOO_LATE = {10062, messages.ANSWERED}
"""Discord's codes for an interaction that ran out, or that was answered already because it came twice."""
STORED = "stored"
"""Where an interaction notes that what it asked for is stored: an error after that undoes nothing."""
CHANGED = (
    app_commands.CheckFailure,
    app_commands.CommandNotFound,
    app_commands.CommandSignatureMismatch,
    app_commands.TransformerError,
)
"""A command that is not, or no longer, what the person's Discord shows."""
OCCASIONS = {
    discord.InteractionType.application_command: Occasion.COMMAND,
    discord.InteractionType.component: Occasion.PRESS,
    discord.InteractionType.modal_submit: Occasion.FORM,
}
"""What was done, by which the words of a refusal are chosen."""
WRAPS = (app_commands.CommandInvokeError, app_commands.TransformerError, app_commands.CheckFailure)


class KeptForm(Struct, frozen=True):
    """A form that must not be lost."""

    guild_id: int
    form: str
    arguments: tuple[str, ...]
    answers: dict[str, Any]
    labels: Mapping[str, str]
    """Of its fields, by their names: so a refusal calls each as the form does."""
    stored: bool = True
    """As a draft; otherwise the answer itself gives it back."""
    corrects: int = 0
    """The draft in whose place it comes; 0 for none."""


async def answer(
    interaction: discord.Interaction[Any], error: BaseException, *, kept: KeptForm | None = None
) -> None:
    """Answer the person, whatever happened. Never raises."""
    error = _unwrapped(error)
    if isinstance(error, discord.HTTPException) and error.code in TOO_LATE:
        log.warning("it was too late to answer somebody: Discord said %s %s", error.status, error.code)
        return
    refusal = _refusal(error, interaction)
    if STORED in interaction.extras:
        kept = None  # to send it once more would do it twice
    try:
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])  # the only answer that Discord takes to one
            return
        draft_id = await _keep(interaction, kept) if kept is not None and kept.stored else None
        guild_id = kept.guild_id if kept is not None else interaction.guild_id or 0
        occasion = OCCASIONS.get(interaction.type)
        said = (
            refusal_cards.card(
                refusal,
                guild_id,
                draft_id,
                kept.form,
                kept.labels,
                () if kept.stored else kept.answers.values(),
                occasion,
                about=kept.arguments,
            )
            if kept is not None
            else refusal_cards.card(refusal, guild_id, occasion=occasion, pressed=_pressed(interaction))
        )
        await messages.answer_beside(interaction, said)
    except discord.HTTPException as failure:
        # The token ran out or Discord is away; what the verb recorded stands.
        log.warning("I couldn't answer somebody: Discord said %s %s", failure.status, failure.code)
    except NotLeading:
        log.warning("I couldn't answer somebody, because another process is now the bot")
    except Exception:
        log.exception("I couldn't answer somebody")


def report(error: BaseException, where: str) -> str:
    """Log an unexpected error of our own; return the reference under which it stands."""
    reference = secrets.token_hex(4)
    if isinstance(error, NotLeading):
        log.warning("[%s] %s: %s", reference, where, error)
        return reference
    log.error("[%s] %s failed", reference, where, exc_info=error)
    return reference


def _unwrapped(error: BaseException) -> BaseException:
    """What a command, its check or an option raised, which discord.py wraps."""
    while isinstance(error, WRAPS):
        cause = getattr(error, "original", None) or error.__cause__
        if cause is None:
            break
        error = cause
    return error


def _refusal(error: BaseException, interaction: discord.Interaction[Any]) -> Refusal:
    if isinstance(error, Refusal):
        return error
    if isinstance(error, app_commands.CommandOnCooldown):
        return Refusal(Reason.TOO_OFTEN, seconds=int(error.retry_after) + 1)
    if isinstance(error, CHANGED):
        return Refusal(Reason.OUTDATED)
    if isinstance(error, discord.Forbidden):
        thread = isinstance(interaction.channel, discord.Thread)
        missing = permissions.missing_of(interaction.app_permissions, thread=thread)
        if missing and interaction.guild_id is not None:
            return Refusal(Reason.BOT_LACKS_HERE, permissions=tuple(map(named, missing)))
        return Refusal(Reason.BOT_MAY_NOT, code=error.code)
    reason = Reason.NOT_SHOWN if STORED in interaction.extras else Reason.FAILED
    return Refusal(reason, reference=report(error, _where(interaction)))


def _where(interaction: discord.Interaction[Any]) -> str:
    """Which command or route, without anything that a member typed."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    data: Any = interaction.data or {}
    custom_id = str(data.get("custom_id", ""))
    return ":".join(custom_id.split(":")[:4]) or "an interaction"


def _pressed(interaction: discord.Interaction[Any]) -> Address | None:
    """The button that was pressed; None for a menu, a command or a form."""
    data: Any = interaction.data or {}
    address = Address.parse(str(data.get("custom_id", "")))
    return address if address is not None and address.sort is Sort.BUTTON else None


async def _keep(interaction: discord.Interaction[Any], kept: KeptForm) -> int | None:
    try:
        client: Bot = interaction.client
        return await client.store.write(
            drafts.save,
            Actor(kept.guild_id, interaction.user.id),
            interaction.created_at,
            kept.form,
            list(kept.arguments),
            kept.answers,
            kept.corrects,
        )
    except Exception as error:
        report(error, "keeping a draft")
        return None


async def forget(interaction: discord.Interaction[Any], actor: Actor, draft_id: int) -> None:
    """Use up the draft of a form that was corrected and accepted, or its other buttons would send it once more."""
    try:
        client: Bot = interaction.client
        await client.store.write(drafts.discard, actor, draft_id)
    except Exception as error:  # what the form was for is done, and is answered
        report(error, "forgetting a draft")


def quietly(error: BaseException, where: str) -> None:
    """For autocompletes, which cannot answer with a sentence: a refusal shows nothing, an error is reported."""
    if not isinstance(error, Refusal):
        report(error, where)
