"""names that a person was asked about are found by index, though most names are no person's"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    asked = sa.text("person_id IS NOT NULL")
    op.drop_index("ix_signatory_person_id", "signatory")
    op.create_index(
        "ix_signatory_person_id", "signatory", ["person_id"], sqlite_where=asked, postgresql_where=asked
    )
