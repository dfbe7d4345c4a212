"""Every refusal is a sentence that helps."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from gettext import NullTranslations
from itertools import product
from typing import Any

import pytest

from cogs.people.participants import TAKE_PART
from cogs.signatories.entries import ENTER
from cogs.signatories.signatories import CONSENT
from cogs.ui import refusals
from cogs.ui.addresses import Address, Sort
from cogs.ui.cards import refusal as cards
from cogs.ui.forms import Form, Pick, Text
from cogs.ui.occasions import Occasion
from cogs.ui.propose_form import PROPOSE
from models import translation
from models.consents import consents
from models.names import cleaning, identity
from models.refusal import Reason, Refusal
from models.sheets import Unsent
from models.terms import LetterState, SignatoryState
from tests import limits


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_sentence(reason: Reason) -> None:
    said = refusals.sentence(Refusal(reason))
    assert said[0].isupper() or said[0] in "–*<"
    assert said.rstrip().endswith((".", "?"))


class Pseudo(NullTranslations):
    """Every sentence in brackets, so that one that was not looked up is seen."""

    def gettext(self, message: str) -> str:
        return f"[{message}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"[{msgid1 if n == 1 else msgid2}]"

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's own names
        return f"[{message}]"


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(translation, "known", str)
    monkeypatch.setattr(translation, "_translations", lambda _tag: Pseudo())
    with translation.speaking("ar"):
        yield


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_is_said_in_the_readers_language(reason: Reason) -> None:
    values: list[dict[str, Any]] = [{}, {"suggestions": []}, {"by": 5, "state": LetterState.OPEN}]
    for occasion, given in product((None, *Occasion), values):
        said = refusals.sentence(Refusal(reason, **given), occasion=occasion)
        assert (said[0], said[-1]) == ("[", "]")


@pytest.mark.usefixtures("pseudo")
def test_a_mention_inside_a_sentence_that_runs_from_the_right_stays_whole() -> None:
    said = refusals.sentence(Refusal(Reason.CLAIMED, name="Riverlight", user_id=12))
    assert "\u2068<@12>\u2069" in said


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize(
    ("refusal", "value"),
    [
        (Refusal(Reason.WRONG_STEP, state=SignatoryState.HOLD), "[on hold]"),
        (Refusal(Reason.NOTHING_TO_SAY, why=Unsent.CLOSED), "[the letter was closed]"),
        (Refusal(Reason.PART_OFF, part="wish list"), "[The wish list is switched off for this letter.]"),
        (Refusal(Reason.WRONG_STATE, state=LetterState.OPEN, wants=[LetterState.CLOSED]), "[closed]"),
        (Refusal(Reason.TOO_LONG, field="x", length=240, limit=200), "\u2069 characters]"),
        (Refusal(Reason.MODERATORS_ONLY, role_id=None), "[the permission *Manage Server*]"),
        (Refusal(Reason.UNKNOWN_COUNTRY, country="x", suggestions=["Germany"]), "ألمانيا"),
        (Refusal(Reason.EMPTY, field="organisation"), "[Your organisation]"),
    ],
)
def test_what_is_put_into_a_refusal_is_said_in_the_readers_language(refusal: Refusal, value: str) -> None:
    assert value in refusals.sentence(refusal, TAKE_PART.labels)


@pytest.mark.usefixtures("pseudo")
def test_a_form_is_drawn_in_the_readers_language_inside_discords_limits() -> None:
    options = (("a", "o" * 120, "d" * 120), ("b", "o", ""))
    fields = (Text("t", "l" * 60, "h" * 120, example="e" * 120), Pick("p", "label", options))
    modal = Form("route", "t" * 60, fields).open(1).modal().to_dict()
    assert modal["title"] == "[" + "t" * 43 + "…"
    typed, picked = modal["components"]
    assert len(typed["label"]) == 45
    assert len(typed["description"]) == 100
    assert len(typed["component"]["placeholder"]) == 100
    first, second = picked["component"]["options"]
    assert (len(first["label"]), len(first["description"])) == (100, 100)
    assert (second["label"], second.get("description"), picked["label"]) == ("[o]", None, "[label]")


def test_what_someone_typed_cannot_become_markup() -> None:
    said = refusals.sentence(Refusal(Reason.DUPLICATE, name="**@everyone** [x](https://e.example)"))
    assert r"\*\*\@everyone\*\*" in said
    assert "](" not in said


def test_the_advice_is_read_even_after_a_very_long_value() -> None:
    assert refusals.sentence(Refusal(Reason.BAD_DAY, day="9" * 6000)).endswith("or in 7 days.")


@pytest.mark.parametrize("reason", Reason)
def test_where_there_is_nothing_to_suggest_no_suggestion_is_begun(reason: Reason) -> None:
    nothing: dict[str, list[str]] = {"suggestions": [], "languages": [], "subjects": []}
    said = refusals.sentence(Refusal(reason, zone="x", country="x", **nothing))
    assert "Did you mean" not in said
    assert "Choose ." not in said


def test_what_is_suggested_is_asked() -> None:
    said = refusals.sentence(
        Refusal(Reason.UNKNOWN_ZONE, zone="x", suggestions=["Europe/London", "Europe/Paris"])
    )
    assert "Did you mean Europe/London or Europe/Paris? You can also write a city" in said


def test_an_instant_is_shown_in_the_readers_own_zone() -> None:
    said = refusals.sentence(Refusal(Reason.CLOSED, closes_at=datetime(2025, 2, 20, 23, 59, tzinfo=UTC)))
    assert "<t:1740095940:F>" in said


def test_the_state_of_a_name_is_told_in_the_words_of_the_list() -> None:
    decided = refusals.sentence(Refusal(Reason.DECIDED_BEFORE, state=SignatoryState.APPROVED, by=5))
    assert decided == "<@5> has already decided on this name. The status is now: on the list."
    step = refusals.sentence(Refusal(Reason.WRONG_STEP, state=SignatoryState.OPPOSED))
    assert (
        step == "You can't do that any more. The name's status is now: didn't pass the vote, waiting for "
        "the moderators."
    )


@pytest.mark.parametrize(
    ("state", "wants", "by_member", "way"),
    [
        (LetterState.DRAFT, [LetterState.OPEN], False, "Open it first: /manage letter open."),
        (LetterState.DRAFT, [LetterState.OPEN], True, "A moderator has to open it first."),
        (LetterState.CLOSED, [LetterState.OPEN], True, "A moderator has to reopen it first."),
        (
            LetterState.CLOSED,
            [LetterState.DRAFT],
            False,
            "You can only do this while the letter is still a draft.",
        ),
        (LetterState.OPEN, [LetterState.CLOSED], False, "You can only do this while the letter is closed."),
    ],
)
def test_a_letter_in_the_wrong_state_says_what_to_do_first_to_anyone_who_can_do_it(
    state: LetterState, wants: list[LetterState], by_member: bool, way: str
) -> None:
    said = refusals.sentence(Refusal(Reason.WRONG_STATE, state=state, wants=wants, by_member=by_member))
    assert said.endswith(f". {way}")


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (
            Refusal(Reason.NOT_CLAIMED, name="Hill Fund", user_id=5),
            "<@5> said they'd ask Hill Fund to sign, so only they or a moderator can change this.",
        ),
        (
            Refusal(Reason.NOT_CLAIMED, name="Hill Fund", user_id=None),
            "Nobody is asking Hill Fund to sign right now. Press *I'll ask them* first.",
        ),
        (
            Refusal(Reason.STILL_VOTING, name="Hill Fund", until=datetime(2025, 2, 20, tzinfo=UTC)),
            "The vote on Hill Fund runs until <t:1740009600:F>",
        ),
        (
            Refusal(Reason.STILL_VOTING, name="Hill Fund", until=None),
            "The letter is paused, and so is the vote on Hill Fund",
        ),
    ],
)
def test_a_reason_with_several_causes_says_which_one_it_was(refusal: Refusal, said: str) -> None:
    assert refusals.sentence(refusal).startswith(said)


@pytest.mark.parametrize(
    ("form", "way"),
    [("propose", "press *Keep it, marked late*."), ("correct", "reopen it with /manage letter reopen.")],
)
async def test_after_the_close_a_form_says_what_can_be_done_with_its_name(form: str, way: str) -> None:
    refusal = Refusal(Reason.CLOSED, closes_at=datetime(2025, 2, 20, tzinfo=UTC))
    drawn = limits.text_of(cards.card(refusal, 900, 7, form))
    assert way in drawn
    assert ("Keep it, marked late" in drawn) == (form == "propose")


async def test_a_refused_form_comes_with_a_way_back_to_it() -> None:
    drawn = cards.card(Refusal(Reason.EMPTY, field="name"), 900, draft_id=7)
    limits.check(drawn)
    assert "Correct what I typed" in limits.text_of(drawn)


async def test_anyone_who_lacks_the_role_can_ask_to_be_let_in() -> None:
    drawn = cards.card(Refusal(Reason.MEMBERS_ONLY, role_id=5), 900, 7, "take-part")
    assert "Ask to be let in" in limits.text_of(drawn)


async def test_any_other_form_offers_the_one_that_asks_to_be_let_in() -> None:
    drawn = cards.card(Refusal(Reason.MEMBERS_ONLY, role_id=5), 900, 7, "propose")
    assert {"Ask to be let in", "Correct what I typed"} <= set(limits.text_of(drawn).splitlines())
    assert "us:1:b:ask.in:900" in str(drawn.view.to_components())


def test_a_field_is_called_what_the_form_calls_it() -> None:
    refusal = Refusal(Reason.EMPTY, field="organisation")
    assert "*organisation*" in refusals.sentence(refusal)
    assert "*Your organisation*" in refusals.sentence(refusal, TAKE_PART.labels)


@pytest.mark.parametrize(
    ("refuse", "form"),
    [
        (partial(cleaning.printable, "", "organisation"), TAKE_PART),
        (partial(cleaning.printable, ""), PROPOSE),
        (partial(cleaning.affiliation, "x" * 201), PROPOSE),
        (partial(identity.website, "x" * 201), ENTER),
        (partial(consents.stated_or_none, "Ben", " "), CONSENT),
    ],
)
def test_every_field_that_a_form_is_refused_for_is_in_that_form(
    refuse: Callable[[], object], form: Form
) -> None:
    with pytest.raises(Refusal) as refusal:
        refuse()
    values = refusal.value.values
    assert values.get("field", values.get("missing")) in form.labels


def test_where_no_note_helps_none_is_asked_for() -> None:
    said = [
        refusals.sentence(Refusal(Reason.TRIED_BEFORE, name="Riverlight", times=1, with_note=helps))
        for helps in (True, False)
    ]
    assert ["with a note" in one for one in said] == [True, False]
    assert said[1].endswith("Only a moderator can enter this name now.")


def test_a_name_that_ends_in_a_full_stop_brings_the_sentences_own() -> None:
    said = refusals.sentence(Refusal(Reason.WRONG_STEP, state="Harbour e.V."))
    assert said.endswith("The name's status is now: Harbour e.V.")


def test_a_file_shows_no_marks_of_emphasis() -> None:
    said = refusals.unescaped(Refusal(Reason.TOO_LONG, field="name", limit=200, length=240))
    assert said == "What you typed in the field name is 240 characters long. The limit is 200, so shorten it."
    assert refusals.unescaped(Refusal(Reason.DUPLICATE, name="Left *Watch*")).startswith(
        "Left *Watch* is already"
    )


def test_a_press_that_several_letters_may_mean_asks_which() -> None:
    pressed = Address(Sort.BUTTON, "propose.open", 1, ("0", "organisation"))
    refusal = Refusal(Reason.CHOOSE_LETTER, letters=[(4, "First"), (5, "Second")])
    drawn = cards.card(refusal, 1, occasion=Occasion.PRESS, pressed=pressed)
    assert "There are several letters. Which one do you mean?\nFirst\nSecond" in limits.text_of(drawn)
    assert "us:1:b:propose.open:1:5:organisation" in str(drawn.view.to_components())
