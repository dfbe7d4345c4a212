"""Columns: what the rows and columns of a list hold, whichever form it came in.

``listing`` is the list itself, rows of cells. ``wording`` knows by which words of ``headings.toml`` a column says what
it holds, ``header`` whether a first row names columns, ``heading`` what is above names in a list, ``parts`` what
one line says, ``answers`` what a yes and a no are, ``consents`` what they say of printing a name; ``tables`` puts
several tables together, ``spread`` has names side by side. ``roles`` says which column holds what, ``asking`` what is
left open; ``given`` makes entries of it, ``reading`` is a list with all that was said of it, ``keeping`` how it waits
in a draft. No database, no judgement of names: that is ``models.importing.assessment``.
"""
