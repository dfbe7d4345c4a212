"""Parts: a moderator switches on what the coalition does around the list of one letter, or off again."""

from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.database.tables import Letter
from models.letter_parts import Part
from models.letters import lookup, recording
from models.letters.letters import sheet
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterSheet


def switch(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, part: Part, *, wanted: bool
) -> LetterSheet:
    """Have this part on the letter from now on, or no longer; what was written in it stays. The letter's messages get
    its button, or lose it. The same again changes nothing.

    Refuses MODERATORS_ONLY, WRONG_STATE (archived, cancelled), LOCKED.
    """
    letter = lookup.choose_to_change(session, actor, letter_id, lookup.LIVE)
    if (part.value in letter.parts) is not wanted:
        others = [one for one in letter.parts if one != part.value]
        letter.parts = sorted([*others, part.value]) if wanted else others
        act = Act.PART_SWITCHED_ON if wanted else Act.PART_SWITCHED_OFF
        recording.record(session, letter, now, act, actor.user_id, part=part.value)
        recording.redraw(session, letter)
    return sheet(session, letter, now)


def require(letter: Letter, part: Part) -> None:
    """Refuses PART_OFF(part) where moderators have not switched it on."""
    if part.value not in letter.parts:
        raise Refusal(Reason.PART_OFF, part=part.value)
