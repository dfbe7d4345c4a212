"""Migrations: how a database of an earlier version becomes one of this version. ``models.database.schema`` runs them.

A change to ``models.database.tables`` needs a migration, and a test fails until there is one::

    python -m models.database.migrations "what changes"

writes it to ``versions``; read it, and fix what Alembic cannot know (a renamed column, old rows to fill). There is
no way back down: the copy that is made before a migration is the way back.
"""
