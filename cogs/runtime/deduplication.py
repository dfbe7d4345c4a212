"""Deduplication: Discord may deliver an event twice; the second time nothing is left to do."""

KNOWN = 2000
"""This many interactions are remembered; a second delivery follows the first within seconds."""


class RecentInteractions:
    """The ids of the newest interactions, so that one that Discord delivers twice is served once."""

    def __init__(self) -> None:
        self._known: dict[int, None] = {}

    def first(self, interaction_id: int) -> bool:
        """Whether this one was not here before."""
        if interaction_id in self._known:
            return False
        self._known[interaction_id] = None
        if len(self._known) > KNOWN:
            del self._known[next(iter(self._known))]
        return True
