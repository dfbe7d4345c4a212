"""When: reading days and hours as people type them. ``models.deadlines.reader`` is the way in.

``language`` and ``vocabulary`` know the words; ``day`` what days can be meant, ``clock`` what shows the hour and
``places`` where; ``pattern``, ``pieces``, ``dates``, ``hours`` and ``spans`` how they are spelled; ``phrase`` takes a
text apart; ``candidate`` puts a phrase on the calendar. Nothing here chooses between readings.
"""

LONGEST = 150
"""Characters; nobody needs more to say when."""
