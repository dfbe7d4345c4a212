"""Channels: which of a server's channels each kind of notice goes to."""

from models.database.tables import Coalition
from models.terms import NoticeKind

_WAITING = {NoticeKind.ASKED, NoticeKind.QUEUE, NoticeKind.DIGEST, NoticeKind.SUGGESTION}
_CONCERNS_TRUST = {NoticeKind.CONTESTED, NoticeKind.COORDINATOR, NoticeKind.LOCK, NoticeKind.SAFEGUARD}
_LOST = {NoticeKind.KEY_LOST, NoticeKind.OUTAGE, NoticeKind.TROUBLE}
_WENT_WRONG = _LOST | {NoticeKind.BURST, NoticeKind.UNREACHED}
FOR_MODERATORS = frozenset(_WAITING | _CONCERNS_TRUST | _WENT_WRONG)


def channel_for(server: Coalition, kind: NoticeKind) -> int | None:
    """The channel that this kind of notice goes to, or None if none is chosen."""
    return server.moderators_id if kind in FOR_MODERATORS else server.announcements_id
