"""The moderators' desk: one sitting of the review, through the queue's own buttons and menus."""

from collections.abc import Callable, Mapping
from typing import Any

from models.translation import _
from rehearsal.cast import Cast
from rehearsal.script import Fate
from rehearsal.timeline import walked

Judge = Callable[[str], Fate | None]
"""What should happen to a name at this sitting; None leaves it in the queue."""
BUTTONS: Mapping[Fate, tuple[str, ...]] = {
    Fate.APPROVED: ("Approve", "Approve with a reason"),
    Fate.DECLINED: ("Decline",),
    Fate.HOLD: ("Put on hold",),
}
REASONS = {
    "Approve": "",
    "Approve with a reason": "Known to the coalition for years",
    "Decline": "Nobody could tell us who agreed",
    "Put on hold": "We've asked and are waiting for an answer",
}


async def sit(cast: Cast, who: Any, judge: Judge) -> int:
    """Approve all that are ready, then look at each of the others; how many were decided one by one."""
    place = cast.channels["moderators"]
    decided = 0
    queue = cast.newest(await who.slash(place, "review"))
    if ready := _button(queue, "review.approve-ready"):
        await who.click(queue, custom_id=ready)
        queue = cast.newest(await who.slash(place, "review"))
    left: set[str] = set()
    while True:
        menu = _menu(queue, "review.look")
        waiting = [option for option in menu["options"] if option["value"] not in left] if menu else []
        if waiting:
            chosen = waiting[0]
            left.add(chosen["value"])
            fate = judge(chosen["label"])
            if fate is None or menu is None:
                continue
            looked = cast.newest(await who.select(queue, [chosen["value"]], custom_id=menu["custom_id"]))
            decided += await _decide(who, looked, fate)
            queue = cast.newest(await who.slash(place, "review"))
        elif _("Next") in _labels(queue):
            queue = cast.newest(await who.click(queue, label=_("Next")))
        else:
            return decided


async def _decide(who: Any, looked: Any, fate: Fate) -> bool:
    label = next((label for label in BUTTONS[fate] if _(label) in _labels(looked)), None)
    if label is None:
        return False
    shown = await who.click(looked, label=_(label))
    if shown.modal is not None:
        await who.submit_modal(shown, _answers(shown.modal, REASONS[label]))
    return True


def _answers(modal: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """Fill in a decision's form: the first preset, and the reason in each text."""
    found: dict[str, Any] = {}
    for part in walked(modal["components"]):
        inner = part.get("component", part)
        if "custom_id" not in inner:
            continue
        options = inner.get("options")
        found[inner["custom_id"]] = options[0]["value"] if options else reason
    return found


def _menu(message: Any, route: str) -> dict[str, Any] | None:
    parts = walked(message.components)
    return next((part for part in parts if f":{route}:" in str(part.get("custom_id", ""))), None)


def _labels(message: Any) -> set[str]:
    return {str(part.get("label") or "") for part in walked(message.components)}


def _button(message: Any, route: str) -> str | None:
    """The custom id of the button that leads there."""
    ids = (str(part.get("custom_id", "")) for part in walked(message.components))
    return next((one for one in ids if f":{route}:" in one), None)
