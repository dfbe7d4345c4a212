"""Forms: what they ask, how they are drawn, how answers are read.

Titles, labels, hints, examples and options are translated where a form is drawn. So a form may be a constant whose
texts are marked with ``N_``. What is longer than Discord allows is clipped there.
One receiver (``router``) serves every form, before and after a restart. Each opening has its own custom id,
because discord.py mixes up two people who have a form of one id open.
"""

import secrets
from collections.abc import Mapping
from typing import Any

import discord
from discord import ui
from msgspec import Struct, field

from cogs.ui import words
from cogs.ui.addresses import Address, Sort
from models.translation import _, isolated

OPEN_FOR = 900.0
"""Seconds that discord.py remembers an opened form; Discord's own token for it lives as long."""

TITLE_LIMIT = LABEL_LIMIT = 45
"""Characters of a form's title and of a field's label (API reference, Modal; Label)."""
TEXT_LIMIT = 100
"""Characters of a hint, an example, an option and its description (API reference, Label; Text Input; Radio Group)."""

LONGEST_ID = 18
"""Digits of a number that every database can hold."""
CORRECTS = "-"
"""Before the draft that a form corrects, in the last argument of its address."""

Answers = dict[str, Any]
"""What was answered, by the name of the field: str for texts and picks, bool for ticks, a list of ids for files."""


class Text(Struct, frozen=True):
    """A text to type. Lengths in characters."""

    name: str
    label: str
    hint: str = ""
    required: bool = True
    long: bool = False
    most: int = 200
    example: str = ""

    def item(self, answer: Any) -> ui.Item[Any]:
        """The text field as Discord draws it, filled with ``answer``."""
        return ui.TextInput(
            custom_id=self.name,
            style=discord.TextStyle.long if self.long else discord.TextStyle.short,
            required=self.required,
            max_length=self.most,
            placeholder=_drawn(self.example, TEXT_LIMIT) or None,
            default=str(answer)[: self.most] if answer else None,
        )


class Pick(Struct, frozen=True):
    """One of two to ten options: (value, label, description)."""

    name: str
    label: str
    options: tuple[tuple[str, str, str], ...]
    hint: str = ""
    required: bool = True

    def item(self, answer: Any) -> ui.Item[Any]:
        """The choice as Discord draws it, with ``answer`` chosen."""
        return ui.RadioGroup(
            custom_id=self.name,
            required=self.required,
            options=[
                discord.RadioGroupOption(
                    label=_drawn(label, TEXT_LIMIT),
                    value=value,
                    description=_drawn(description, TEXT_LIMIT) or None,
                    default=value == answer,
                )
                for value, label, description in self.options
            ],
        )


class Tick(Struct, frozen=True):
    """A box to tick or leave."""

    name: str
    label: str
    hint: str = ""

    def item(self, answer: Any) -> ui.Item[Any]:
        """The box as Discord draws it, ticked where ``answer`` is true."""
        return ui.Checkbox(custom_id=self.name, default=bool(answer))


class Upload(Struct, frozen=True):
    """One file to send; ``inputs.uploaded`` gives it. A form that is opened again asks for it again."""

    name: str
    label: str
    hint: str = ""
    required: bool = False

    def item(self, _answer: Any) -> ui.Item[Any]:
        """The place for a file as Discord draws it (API reference, File Upload)."""
        return ui.FileUpload(custom_id=self.name, required=self.required, max_values=1)


Field = Text | Pick | Tick | Upload


class Form(Struct, frozen=True):
    """A form of one to five fields whose answers go to ``route``."""

    route: str
    title: str
    fields: tuple[Field, ...]
    kept: bool = True
    """What was typed is kept for its owner where it is refused. Otherwise the refusal gives it back, and it is stored
    nowhere beside who typed it."""

    @property
    def labels(self) -> dict[str, str]:
        """What each field is called in the form, by its name, in the reader's language."""
        return {field.name: _drawn(field.label, LABEL_LIMIT) for field in self.fields}

    def open(self, guild_id: int, *arguments: object, answers: Mapping[str, Any] | None = None) -> "OpenForm":
        """The form for one person, filled with ``answers`` where there are some."""
        return OpenForm(self, guild_id, tuple(map(str, arguments)), dict(answers or {}))


class OpenForm(Struct, frozen=True):
    """A form about to be shown to one person."""

    form: Form
    guild_id: int
    arguments: tuple[str, ...] = ()
    answers: Answers = field(default_factory=dict)
    draft_id: int = 0
    """The draft that it corrects, which is used up once this is sent; 0 for none."""

    def modal(self) -> ui.Modal:
        """The form as Discord opens it. Each opening has a custom id of its own, so that no answers are remembered."""
        opening = f"{secrets.token_hex(4)}{CORRECTS}{self.draft_id}" if self.draft_id else secrets.token_hex(4)
        address = Address(Sort.FORM, self.form.route, self.guild_id, (*self.arguments, opening))
        modal = ui.Modal(title=_drawn(self.form.title, TITLE_LIMIT), custom_id=str(address), timeout=OPEN_FOR)
        for asked in self.form.fields:
            modal.add_item(
                ui.Label(
                    text=_drawn(asked.label, LABEL_LIMIT),
                    description=_drawn(asked.hint, TEXT_LIMIT) or None,
                    component=asked.item(self.answers.get(asked.name)),
                )
            )
        return modal


def titled(act: str, name: str, letter_title: str) -> str:
    """A form's title that says what is done to which name on which letter, each clipped to what the others leave."""
    act = words.clip(act, TITLE_LIMIT // 2)

    def title(name: str, letter: str) -> str:
        # Translators: the title of a form: what is done (Edit, Take off), then to which name on which letter.
        return _("{act}: {name} · {letter}", act=act, name=name, letter=letter)

    isolates = len(isolated(name) + isolated(letter_title)) - len(name + letter_title)
    left = TITLE_LIMIT - len(title("", "")) - isolates
    of_letter = words.clip(letter_title, max(left // 2, left - len(name)))
    return title(words.clip(name, left - len(of_letter)), of_letter)


def _drawn(text: str, limit: int) -> str:
    """A text of a form in the reader's language, inside Discord's limit."""
    return words.clip(_(text), limit)


def corrected(opening: str) -> int:
    """The draft that a form corrects, by the last argument of its address; 0 if it corrects none."""
    number = opening.partition(CORRECTS)[2]
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= LONGEST_ID else 0


def parse_answers(data: Mapping[str, Any]) -> Answers:
    """The answers of a submitted form, by the name of each field."""
    found: Answers = {}
    for outer in data.get("components", ()):
        inner = outer.get("component")
        if inner is not None:
            found[inner["custom_id"]] = inner.get("value", inner.get("values"))
    return {name: value.strip() if isinstance(value, str) else value for name, value in found.items()}
