"""Discord's limits for messages and forms (API reference: Message, Components), as checks for drawn ones.

simcord and discord.py refuse some of these; the rest would only be refused by Discord itself.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cogs.ui.forms import Form
from cogs.ui.layout import Card

BUTTON, TEXT_INPUT, TEXT, ROW, CONTAINER = 2, 4, 10, 1, 17


def walk(components: Any) -> Iterator[Mapping[str, Any]]:
    """Every component, with those inside it."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        for single in ("component", "accessory"):
            if single in component:
                yield from walk([component[single]])


def text_of(card: Card) -> str:
    """All that a reader sees: content, texts, labels, in order."""
    parts = [card.content or ""]
    for component in walk(card.view.to_components()):
        parts.append(
            str(component.get("content") or component.get("label") or component.get("placeholder") or "")
        )
        parts += [option["label"] for option in component.get("options", ())]
    return "\n".join(part for part in parts if part)


def check(card: Card) -> None:
    """Assert that Discord would take this message."""
    components = list(walk(card.view.to_components()))
    laid_out = any(component["type"] == CONTAINER for component in components)
    assert not (laid_out and card.content), "a laid-out message has no content"
    assert card.content is None or 1 <= len(card.content) <= 2000
    assert len(components) <= 40, f"{len(components)} components"
    texts = [component["content"] for component in components if component["type"] == TEXT]
    assert sum(map(len, texts)) <= 4000
    assert all(texts)
    ids = [component["custom_id"] for component in components if component.get("custom_id")]
    assert all(len(custom_id) <= 100 for custom_id in ids)
    assert len(set(ids)) == len(ids), "two parts of one message share an address"
    for component in components:
        if component["type"] == ROW:
            assert 1 <= len(component["components"]) <= 5
        if component["type"] == BUTTON:
            assert 1 <= len(component["label"]) <= 80
        if "options" in component:
            assert 1 <= len(component["options"]) <= 25
            assert component.get("max_values", 1) <= len(component["options"])
            values = [option["value"] for option in component["options"]]
            assert len(set(values)) == len(values)
            for option in component["options"]:
                assert 1 <= len(option["label"]) <= 100
                assert 1 <= len(option["value"]) <= 100
                assert len(option.get("description") or "x") <= 100
        assert len(component.get("placeholder") or "") <= 150
    assert len(card.files) <= 10


def check_form(form: Form, *arguments: object, answers: Mapping[str, Any] | None = None) -> None:
    """Assert that Discord would open this form. Needs a running event loop, as discord.py's modals do."""
    modal = form.open(2**63 - 1, *arguments, answers=answers).modal()
    payload = modal.to_dict()
    assert 1 <= len(payload["title"]) <= 45
    assert len(payload["custom_id"]) <= 100
    assert 1 <= len(payload["components"]) <= 5
    for label in payload["components"]:
        assert 1 <= len(label["label"]) <= 45, label["label"]
        assert len(label.get("description") or "x") <= 100, label["description"]
        inner = label["component"]
        if inner["type"] == TEXT_INPUT:
            assert 1 <= inner["max_length"] <= 4000
            assert len(inner.get("placeholder") or "") <= 100
            assert len(inner.get("value") or "") <= inner["max_length"]
        for option in inner.get("options", ()):
            assert len(option["label"]) <= 100
            assert len(option.get("description") or "x") <= 100
