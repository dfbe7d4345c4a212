"""Writes the migration from the newest revision to the tables as they are: ``python -m
models.database.migrations WORDS``."""

import sys
import tempfile

from alembic import command

from models.database import schema
from models.database.store import make_engine

_FORMATTED = {
    "hooks": "ruff",
    "ruff.type": "module",
    "ruff.module": "ruff",
    "ruff.options": "format REVISION_SCRIPT_FILENAME",
}


def write(words: str) -> None:
    """Write the next migration. Its number follows the newest one."""
    number = f"{int(schema.newest() or 0) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{folder}/scratch.db", foreign_keys=False)
        with engine.begin() as connection:
            schema.upgrade(connection)
            config = schema.alembic_config(connection)
            for option, value in _FORMATTED.items():
                config.set_section_option("post_write_hooks", option, value)
            command.revision(config, words, autogenerate=True, rev_id=number)
        engine.dispose()


if len(sys.argv) != 2:
    sys.exit(__doc__)
write(sys.argv[1])
