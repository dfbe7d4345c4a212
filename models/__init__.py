"""Floor 1: the campaign and its rules. Knows no Discord; a web page could be built on it tomorrow.

A *verb* is a plain function ``verb(session, actor, now, ...) -> sheet`` that changes one thing or raises
:class:`models.refusal.Refusal`. A *query* is the same, without *now* where time plays no part. Both run
through :class:`models.database.store.Store`; what they return are frozen sheets, never rows.

One noun a file, and each file says of itself what it is. Where to look:

*People*: ``coalition``, ``participant``, ``person`` (asked by name), ``personal`` (what is kept of one),
``allowance``.

*The letter*: ``letter``, ``window`` (opening to close), ``intake`` (what is on time), ``outage``, ``dates`` and
``milestone``, ``text``, ``revision``, ``difference``, ``prose``, ``points``, ``publication``, ``edition``,
``update``.

*A signatory*: ``signatory``, ``identity``, ``registration``, ``bulk``, ``entry``, ``batch``, ``state``,
``standing``, ``consent``, ``endorsement`` (of which wording), ``contact``, ``draft``, ``dossier``.

*Vote and review*: ``policy``, ``ballot``, ``ballotbox``, ``queue``, ``review``, ``heard``, ``merging``,
``mine`` (what waits for me).

*The list*: ``roster``, ``growth``, ``changes``, ``worksheet``, ``handover``, ``outreach``; ``lists`` reads what
comes in, ``exports`` writes what goes out, ``judging`` says what becomes of each row.

*Names*: ``names``, ``mending``, ``country``, ``collation``, ``anatomy``, ``vocabulary``, ``marks``,
``likeness``, ``lookalike``, ``gathering``, ``duplicate``, ``doubt``.

*Time*: ``when`` reads what people type, ``deadline``, ``zone``, ``calendar``, ``event``.

*What is said*: ``plan``, ``schedule``, ``planning``, ``due``, ``notice``, ``apart``, ``news``, ``daily``,
``snooze``, ``by_hand``, ``audience``, ``outbox``, ``making``, ``telling``, ``reminders``, ``card``,
``unreached``, ``trouble``, ``pulse``.

*What is proved*: ``journal``, ``acts``, ``proof``, ``verdict``.

*The host's*: ``config``, ``store``, ``schema``, ``migrations``, ``meta``, ``lease``, ``backup``, ``transfer``,
``retention``, ``scrubbing``.

*Everywhere*: ``terms`` (enums), ``refusal``, ``sheets`` (what goes upstairs), ``tables`` (what stays here)."""
