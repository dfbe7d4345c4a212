"""Sheets: frozen dataclasses handed upstairs, the only thing that cards know; :class:`Actor` is handed down.

Every instant is an aware UTC datetime, every id an integer, every tuple ordered as it is to be shown.
"""

from models.sheets.people import Actor, CoalitionSheet, ParticipantSheet

__all__ = ["Actor", "CoalitionSheet", "ParticipantSheet"]
