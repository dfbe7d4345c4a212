"""Floor 1: the campaign and its rules. Knows no Discord; a web page could be built on it tomorrow.

A *verb* is a plain function ``verb(session, actor, now, ...) -> sheet`` that changes one thing or raises
:class:`models.refusal.Refusal`. A *query* is the same without ``now`` where time plays no part. Both run
through :class:`models.store.Store`; what they return are frozen sheets, never rows.
"""
