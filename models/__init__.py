"""The campaign and its rules. Knows no Discord; a web page could be built on it tomorrow.

A *verb* is a plain function ``verb(session, actor, now, ...) -> sheet`` that changes one thing or raises
:class:`models.refusal.Refusal`. A *query* is the same, without *now* where time plays no part. Both run
through :class:`models.database.store.Store`; what they return are frozen sheets, never rows.

The packages are strict layers, each of which imports only those below it; the contract in ``pyproject.toml``
has them from the highest down, and each says of itself what is in it."""
