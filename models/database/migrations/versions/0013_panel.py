"""a letter has one coordinator, at first whoever created it"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("coordinator_id", sa.BigInteger(), nullable=True))
    op.execute(sa.text("UPDATE letter SET coordinator_id = created_by WHERE created_by <> 0"))
