"""The router: leads every press and every submitted form to its room.

A room marks its methods with :func:`press` and :func:`form`; the router acknowledges, makes the actor, converts
the address's arguments, calls the method and says the card that it returns. So all rooms begin, refuse and end
alike, before and after a restart.
"""

from typing import Any

import discord
from msgspec.structs import replace

from cogs.runtime import actors, errors, messages
from cogs.runtime.routes import Call, Reply, Route
from cogs.ui import forms
from cogs.ui.addresses import Address, Sort
from cogs.ui.forms import OpenForm
from cogs.ui.layout import Card
from cogs.ui.refusals import Helped
from models.refusal import Reason, Refusal
from models.sheets import DraftSheet


class Router:
    """The routes of all rooms: each press and form by the name in its custom id."""

    def __init__(self) -> None:
        self.presses: dict[str, Route] = {}
        self.forms: dict[str, Route] = {}

    def connect(self, room: object) -> None:
        """Take in the marked methods of a room; each route has one method."""
        for name, handler in vars(type(room)).items():
            for route, answers, converters, asked, newer in getattr(handler, "__routes__", ()):
                routes = self.presses if asked is None else self.forms
                if route in routes:
                    raise ValueError(f"two rooms answer the route {route}")
                routes[route] = Route(getattr(room, name), answers, converters, asked, newer)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        """Serve a press of one of our buttons or menus."""
        if not interaction.client.recent_interactions.first(interaction.id):
            return
        interaction.client.under_way()  # before anything is awaited, or closing would not wait for it
        try:
            data: Any = interaction.data
            address = Address.parse(data["custom_id"])
            if address is not None and address.sort is Sort.FORM:
                raise Refusal(Reason.OUTDATED)
            route = self._route(self.presses, address)
            if route.answers is not Reply.WITH_FORM:
                await messages.begin(interaction, in_place=route.answers is Reply.IN_PLACE)
            arguments = _convert(route, address)
            actor = await actors.actor_in(interaction, address.guild_id)  # type: ignore[union-attr]
            chosen = {"values": data["values"]} if "values" in data else {}
            said = await route.handler(Call(interaction, actor), *arguments, **chosen)
            await reply(interaction, said)
        except Exception as error:
            await errors.answer(interaction, error)
        interaction.client.nudge()

    async def submitted(self, interaction: discord.Interaction[Any]) -> None:
        """Serve a submitted form. What was typed is kept when it is refused or fails."""
        if not interaction.client.recent_interactions.first(interaction.id):
            return
        interaction.client.under_way()
        typed: errors.KeptForm | None = None
        try:
            data: Any = interaction.data
            address, answers = Address.parse(data["custom_id"]), forms.parse_answers(data)
            if address is None or address.sort is not Sort.FORM:
                raise Refusal(Reason.OUTDATED)
            arguments = address.arguments[:-1]  # the last one only tells two openings apart
            corrects = forms.corrected("".join(address.arguments[-1:]))
            if interaction.guild_id in (None, address.guild_id):
                typed = self._kept(address.guild_id, address.route, arguments, answers, corrects)
            route = self._route(self.forms, address)
            in_place = route.answers is Reply.IN_PLACE and interaction.message is not None
            await messages.begin(interaction, in_place=in_place)
            converted = _convert(route, Address(address.sort, address.route, address.guild_id, arguments))
            actor = await actors.actor_in(interaction, address.guild_id)
            said = await route.handler(Call(interaction, actor), answers, *converted)
            if corrects:
                await errors.forget(interaction, actor, corrects)
            await reply(interaction, said)
        except Exception as error:
            if typed is not None and isinstance(error, Helped) and error.arguments is not None:
                typed = replace(typed, arguments=tuple(map(str, error.arguments)))
            await errors.answer(interaction, error, kept=typed)
        interaction.client.nudge()

    async def again(self, call: Call, kept: DraftSheet, answers: forms.Answers) -> Card | OpenForm | None:
        """Serve a form that was refused once more, with ``answers`` put right by a press; None if it is refused
        again, which then is answered and kept as well."""
        arguments = tuple(map(str, kept.arguments))
        try:
            route = self._route(self.forms, Address(Sort.FORM, kept.form, call.guild_id, arguments))
            converted = _convert(route, Address(Sort.FORM, kept.form, call.guild_id, arguments))
            said: Card | OpenForm = await route.handler(call, answers, *converted)
        except Exception as error:
            typed = self._kept(call.guild_id, kept.form, arguments, answers)
            await errors.answer(call.interaction, error, kept=typed)
            return None
        return said

    def _kept(
        self,
        guild_id: int,
        form: str,
        arguments: tuple[str, ...],
        answers: forms.Answers,
        corrects: int = 0,
    ) -> errors.KeptForm:
        """A form as it is kept where it is refused."""
        asked = self.forms[form].form if form in self.forms else None
        labels, stored = (asked.labels, asked.kept) if asked is not None else ({}, True)
        return errors.KeptForm(guild_id, form, arguments, dict(answers), labels, stored, corrects)

    @staticmethod
    def _route(routes: dict[str, Route], address: Address | None) -> Route:
        found = routes.get(address.route) if address is not None else None
        if found is None:
            raise Refusal(Reason.OUTDATED)
        return found


def _convert(route: Route, address: Address | None) -> list[Any]:
    arguments = address.arguments if address is not None else ()
    if not len(route.converters) - route.newer <= len(arguments) <= len(route.converters):
        raise Refusal(Reason.OUTDATED)
    try:
        return [convert(text) for convert, text in zip(route.converters, arguments, strict=False)]
    except ValueError:
        raise Refusal(Reason.OUTDATED) from None


async def reply(interaction: discord.Interaction[Any], said: Card | OpenForm | None) -> None:
    """Answer with what a handler returned: a card or a form; None if it has answered already."""
    if said is None:
        return
    if isinstance(said, OpenForm):
        await messages.show_form(interaction, said.modal())
    else:
        await messages.answer(interaction, said)
