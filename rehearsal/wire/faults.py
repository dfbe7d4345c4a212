"""Faults: what can happen to one request of the bot, and to one event on its way to it."""

from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(slots=True)
class Fault:
    """Happens to the next ``times`` requests of this method and path (``*`` stands for anything).

    ``delay`` comes first, in seconds. Then a ``status`` is answered instead of the work, or, with ``after``, although
    it was done, as a web ``page`` or as Discord does; ``cut`` closes the connection in place of an answer. With
    neither, the request is only slow.
    """

    method: str
    path: str
    status: int = 0
    code: int = 0
    after: bool = False
    cut: bool = False
    page: bool = False
    delay: float = 0.0
    retry_after: float = 0.2
    times: int = 1
    happened: int = 0

    @property
    def fails(self) -> bool:
        return self.cut or self.status > 0

    def headers(self) -> dict[str, str]:
        """What Discord sends with a 429 (API reference, Rate Limits); ``Via`` tells it from a ban by Cloudflare."""
        if self.status != 429:
            return {}
        return {
            "Via": "1.1 google",
            "Retry-After": str(self.retry_after),
            "X-RateLimit-Limit": "5",
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset-After": str(self.retry_after),
            "X-RateLimit-Bucket": "wire",
            "X-RateLimit-Scope": "user",
        }

    def body(self) -> dict[str, object]:
        if self.status == 429:
            return {"message": "You are being rate limited.", "retry_after": self.retry_after, "global": False}
        return {"code": self.code, "message": "injected"}


class Faults:
    """What is still to happen."""

    def __init__(self) -> None:
        self.planned: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        self.planned.append(fault)
        return fault

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that happens to this request."""
        for fault in self.planned:
            if fault.method in ("*", method) and fnmatchcase(path, fault.path):
                fault.happened += 1
                if fault.happened >= fault.times:
                    self.planned.remove(fault)
                return fault
        return None
