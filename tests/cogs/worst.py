"""Sheets with the longest and hardest values, for cards that must stay inside Discord's limits."""

from datetime import UTC, datetime, timedelta

from models.letter_parts import Part
from models.sheets import (
    BulletinSheet,
    CardPlace,
    Counts,
    DecidedName,
    DigestSheet,
    Embargo,
    LetterSheet,
    NoticeSheet,
    TextSheet,
    TextVersionSheet,
)
from models.sheets.outcome import LetterAnswer, LetterDelivery, Outcome
from models.terms import LetterState, NoticeKind, SignatoryState, TextChange
from tests.cogs.desk import BIG, ROUGH
from tests.cogs.server import START

WORST_TEXT = TextSheet(
    2**31, ROUGH[:200], ROUGH[:200], START,
    TextVersionSheet(BIG, "en", 999, "f" * 64, START, TextChange.SUBSTANCE, START), "#" * 40_000,
    original=False, languages=tuple(f"{a}{b}-abcdefgh-abcdefgh" for a in "abcde" for b in "fghijk"),
    translates=998, stale=True, embargo=Embargo(START, "America/Argentina/ComodRivadavia"),
)  # fmt: skip
WORST_OUTCOME = Outcome(
    tuple(LetterDelivery(START, ROUGH[:200], ROUGH[:200]) for _ in range(10)),
    LetterAnswer(START, (ROUGH * 40)[:1000], "https://" + "e" * 490),
)
SUBJECTS = tuple(f"{number:02}{'*' * 78}" for number in range(25))
WORST_LETTER = LetterSheet(
    id=2**31, guild_id=BIG, title=ROUGH[:200], addressee=ROUGH[:200], state=LetterState.OPEN,
    time_zone="America/Argentina/ComodRivadavia", closes_at=START, deadline_version=999, created_at=START,
    opened_at=START, paused_at=None, publish_at=START, published_at=None, closed_at=None, review_hours=336,
    review_until=None, final_at=None, two_person=True, policy={}, text=WORST_TEXT.version,
    counts=Counts(START, 9999, 9999, 9999), as_of=START, voting=9999, waits=9999, subjects=25,
    parts=frozenset(Part), outcome=WORST_OUTCOME,
)  # fmt: skip
NOW = datetime(2025, 2, 20, 22, 59, 59, tzinfo=UTC)
ROUGH = "@everyone **[x](https://e.example)** <@1> `" * 5
LETTER = LetterSheet(
    id=2**31, guild_id=2**63 - 1, title=ROUGH, addressee=ROUGH, state=LetterState.OPEN, time_zone="Europe/London",
    closes_at=NOW + timedelta(hours=1), deadline_version=1, created_at=NOW, opened_at=NOW, paused_at=None,
    publish_at=None, published_at=None, closed_at=None, review_hours=24, review_until=NOW + timedelta(days=1),
    final_at=None, two_person=False, policy={}, text=None, counts=Counts(NOW, 118, 57, 64), as_of=NOW, voting=3,
    waits=12, subjects=25,
)  # fmt: skip
NOTICE = NoticeSheet(
    kind=NoticeKind.REMINDER, guild_id=2**63 - 1, due_at=NOW, as_of=NOW, late=False, letter=LETTER, left=None,
    edition=None, growth=None, proposal=None, ping_role_id=77, status_card=CardPlace(1, 2),
    facts={
        "user_id": 5, "organisation": ROUGH, "title": ROUGH, "verdict": "decline", "told": ROUGH, "change": "extended",
        "before": NOW, "after": NOW, "error": "it is gone", "channel_id": 9, "kind_not_sent": "reminder",
        "names": [ROUGH] * 20, "ids": [2**31, 2**31 + 1], "count": 999, "version": 2**31, "number": 999, "until": NOW,
        "asked": True, "takes_part": True, "text_number": 999,
        "decided": tuple(DecidedName(ROUGH, state, ROUGH) for state in SignatoryState),
        "shown": ["A" * 22] * 2, "act": "letter locked",
        "changes": {"moderator_role_id": [None, 2**63 - 1], "two_person": [True, False], "most_open": [20, 500]},
    },
    digest=DigestSheet(999, NOW, 99, 9, 9, 9, tuple(range(2**63 - 20, 2**63)), 9),
    bulletin=BulletinSheet(NOW, (ROUGH,) * 15, 999, 9),
)  # fmt: skip
