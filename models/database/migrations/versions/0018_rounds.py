"""what is due is found by index, however many servers and letters there are"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_letter_state_closes_at", "letter", ["state", "closes_at"])
    unpublished = sa.text("published_at IS NULL")
    op.create_index(
        "ix_letter_unpublished",
        "letter",
        ["publish_at"],
        sqlite_where=unpublished,
        postgresql_where=unpublished,
    )
    op.create_index("ix_letter_final_at", "letter", ["final_at"])
    left = sa.text("left_at IS NOT NULL")
    op.create_index("ix_coalition_left_at", "coalition", ["left_at"], sqlite_where=left, postgresql_where=left)
    op.create_index("ix_refusedname_erased_at", "refusedname", ["erased_at"])
