"""Sheets about the threads under proposals."""

from enum import StrEnum

from msgspec import Struct


class TalkStep(StrEnum):
    """What Discord is to be told of a thread."""

    OPEN = "open"
    GREET = "greet"
    CLOSE = "close"
    REOPEN = "reopen"


class TalkTask(Struct, frozen=True):
    """One step for the thread under one proposal."""

    step: TalkStep
    signatory_id: int
    guild_id: int
    letter_id: int
    channel_id: int
    """Where the proposal's card stands."""
    thread_id: int
    """That of the card's message, which is the thread's too."""
    name: str
    """What the thread is called; empty for a person, whose name may be erased."""
    secret: bool
    """The vote is secret; what is written in the thread is not."""
    tried: bool
    """An earlier try may have arrived."""
