"""a server and a person have a language"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("coalition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("language", sa.VARCHAR(), nullable=False, server_default="en"))
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(sa.Column("language", sa.VARCHAR(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("language_chosen", sa.BOOLEAN(), nullable=False, server_default=sa.false())
        )
